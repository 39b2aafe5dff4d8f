"""Measures how long the program takes, side by side with the tools it stands on."""
