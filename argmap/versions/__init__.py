"""Two versions of a map: what is the same in both, what differs, and what that does to verdicts."""
