"""Reads the papers of an edition back: whether they print what the data say of them."""
