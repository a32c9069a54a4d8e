"""The renderers: one a file, each from a diagram to a kind of picture."""
