"""The commands: one a file; a function's signature is the command's."""
