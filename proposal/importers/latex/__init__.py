"""Reads a hand-written `acmart` paper of a workshop."""

from proposal.importers.latex.paper_draft import read_latex

__all__ = ["read_latex"]
