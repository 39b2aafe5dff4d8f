"""BibTeX's own grammar, the LaTeX of its fields, its names and what ACM's style makes of them."""
