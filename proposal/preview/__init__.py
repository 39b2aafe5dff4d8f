"""Shows what the data make while they are being edited."""
