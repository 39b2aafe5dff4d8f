"""Papers that are read back."""
