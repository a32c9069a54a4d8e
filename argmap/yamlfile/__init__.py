"""From the text of a file to the tree in it, with everything that is wrong with it."""
