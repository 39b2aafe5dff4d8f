"""Reads the sources of a website: its pages with what their program puts into them."""
