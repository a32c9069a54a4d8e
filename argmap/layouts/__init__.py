"""The layouts: one a file, each from a diagram to DOT with or without places."""
