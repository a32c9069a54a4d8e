"""Many files in one run: found, remembered, shared out, held against a baseline, watched."""
