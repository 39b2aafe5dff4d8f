"""Reads the website of any workshop: its pages, flattened to lines that know where they stand."""
