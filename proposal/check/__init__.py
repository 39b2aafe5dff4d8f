"""Looks at data that are well formed and says what in them is unfinished or unlikely."""
