"""argmap: argument maps in YAML, checked, drawn, weighed, and turned into what a class needs."""
