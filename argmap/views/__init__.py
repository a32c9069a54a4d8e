"""The views: one a file, each a way to sort the claims of a map into groups."""
