"""A folder of maps as a static site: what is on its pages, and how they are written."""
