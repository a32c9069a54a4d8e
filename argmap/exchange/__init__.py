"""What the formats share: maps as plain data, and what a format cannot hold."""
