"""Texts that are changed in place: fixes, and one canonical layout."""
