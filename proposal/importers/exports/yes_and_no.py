"""Understands cells that answer a question with yes or no, in words and signs of spreadsheets."""

from __future__ import annotations

YES = {
    *("yes", "y", "true", "1", "x", "✓", "✔", "✔️", "☑", "✅", "ja", "j", "wahr", "oui", "vrai"),
    *("si", "sí", "sì", "verdadero", "vero", "sim", "verdadeiro", "waar", "corresponding"),
}
"""What a cell says that answers a question, in small letters."""
NO = {
    *("no", "n", "false", "0", "☐", "✗", "✘", "❌", "nein", "falsch", "non", "faux", "falso"),
    *("não", "nao", "nee", "onwaar"),
}
"""What a cell says that denies a question, in small letters."""


def answer_of(text: str) -> bool | None:
    """What a cell answers; nothing if it is no answer."""
    line = text.strip().casefold()
    return True if line in YES else False if line in NO else None
