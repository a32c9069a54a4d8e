"""The formats: one a file, reader and writer together."""
