"""Reads formulas in LaTeX's notation, of which a documented set is known."""
