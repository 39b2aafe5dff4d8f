"""Runs TeX on rendered documents and tells what it said in terms of the data."""
