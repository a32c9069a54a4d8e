"""The charts of a comparison of options: one a file."""
