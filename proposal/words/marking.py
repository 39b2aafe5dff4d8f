"""Marks words in tables, so that catalogues have them; they are translated where they are used."""

from __future__ import annotations


def gettext_noop(message: str) -> str:
    """The words themselves, which `scripts/words.py` finds by the name of this function."""
    return message


def ngettext_noop(one: str, many: str) -> tuple[str, str]:
    """The words for one and for many."""
    return one, many
