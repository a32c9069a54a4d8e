"""The rules: one a file, each with its documentation and its examples."""
