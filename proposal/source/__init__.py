"""Reads the user's files: plain values that know where they stand."""
