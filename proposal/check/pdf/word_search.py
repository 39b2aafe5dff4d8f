"""Finds where some words stand in what a PDF says."""

from __future__ import annotations

from proposal.reading.searchable_text import normalize
from proposal.render.latex.runs import runs_from_right


def place_of(words: str, text: str) -> int:
    """How many letters of a text come before some words; -1 if they do not stand in it.

    Those who read PDFs put a line in which some words run from right to left into an order of
    their own, and some turn these words round. So each word of such a line is looked for alone.

    Args:
        words: the words, as the data have them.
        text: what the PDF says.
    """
    letters = normalize(text)
    if not runs_from_right(words):
        return letters.find(normalize(words)) if normalize(words) else -1
    parts = [word for word in map(normalize, words.split()) if word]
    places = [max(letters.find(word), letters.find(word[::-1])) for word in parts]
    return min(places, default=-1)
