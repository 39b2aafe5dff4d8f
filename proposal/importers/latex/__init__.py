"""Reads a hand-written `acmart` paper of a workshop."""

from proposal.importers.latex.paper import read_latex

__all__ = ["read_latex"]
