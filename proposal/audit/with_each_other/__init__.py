"""Compares documents that somebody made by hand with each other, and each with itself."""

from proposal.audit.with_each_other.conflicts import disagreements

__all__ = ["disagreements"]
