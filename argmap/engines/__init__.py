"""The layout engines: one a file, each from DOT to places."""
