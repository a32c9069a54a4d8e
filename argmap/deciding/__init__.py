"""Options compared: scores, how firm their order is, and what it hangs on."""
