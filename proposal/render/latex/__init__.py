"""LaTeX for acmart: escaped text, prose, templates, and the bibliography."""
