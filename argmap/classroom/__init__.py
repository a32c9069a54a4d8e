"""What the hand-outs share: sides, answers, blanks, cites, and the model of a page."""
