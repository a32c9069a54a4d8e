"""The ways to write a comparison of options down: one a file."""
