"""Rules on well-formed data: what in them is wrong, unfinished or unlikely."""
