"""The papers: ways to write a hand-out down, one a file."""
