"""The hand-outs: one a file, each from a map to pages for a class."""
