"""Keeps the program loaded between two builds at a terminal."""
