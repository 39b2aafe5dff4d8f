"""Prose as data hold it."""

from __future__ import annotations

from proposal.source.text import Prose, Text


def as_prose(value: str) -> Prose:
    """A prose value; one that no file holds stands nowhere."""
    return Prose(value, value.pieces if isinstance(value, Text) else ())
