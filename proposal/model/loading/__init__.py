"""Reads the files in `data/`, and says at once all that is wrong with them."""
