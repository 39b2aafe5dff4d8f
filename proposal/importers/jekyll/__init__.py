"""Reads pages and whole sites of Jekyll that have the form of the Minimal Mistakes theme."""
