"""Renders a resolved edition: LaTeX documents; prose is Markdown for all of them."""
