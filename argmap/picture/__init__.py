"""From a map to its picture: what is shown, where it stands, how it is drawn."""
