"""Finds on which page of a finished PDF some words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from proposal.build.documents import pages_of_document
from proposal.check.facts.read_back import without_margins
from proposal.pdf import UnreadablePdfError
from proposal.reading.searchable_text import normalize

_FEWEST_LETTERS = 12
"""Letters from which a sentence is told from others."""

_MOST_CUT = 0.25
"""The share of a section's letters in sentences that a page's end or a figure may cut in two."""

_START = 40
"""Letters of a section's beginning that follow its heading."""


@dataclass(frozen=True, slots=True)
class PrintedPdf:
    """The letters and digits of a PDF, and where its pages begin in them."""

    letters: str = field(repr=False)
    starts: Sequence[int] = field(repr=False)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.starts)

    @property
    def pages_before_references(self) -> int:
        """How many pages there are up to the list of references, that page included."""
        place = self.letters.rfind("references1")
        return self._page(place) if place >= 0 else self.pages

    def page_of(self, words: str) -> int | None:
        """The first page, counted from 1, on which some words stand; nothing if none does."""
        place = self._place(words)
        return None if place is None else self._page(place)

    def page_of_all(self, texts: Iterable[str]) -> int | None:
        """The first page on which any of some texts stands, if all of them are printed."""
        places = [self._place(text) for text in texts]
        found = [place for place in places if place is not None]
        return self._page(min(found)) if found and len(found) == len(places) else None

    def page_of_section(self, heading: str, sentences: Sequence[str]) -> int | None:
        """The page on which a section begins, if its words are printed.

        A sentence that a page's end or a figure cuts in two is not found, so not quite all of
        them must be.
        """
        title, body = normalize(heading), [normalize(sentence) for sentence in sentences]
        wanted = [sentence for sentence in body if len(sentence) >= _FEWEST_LETTERS] or body
        letters = sum(map(len, wanted))
        lost = sum(len(sentence) for sentence in wanted if sentence not in self.letters)
        if not letters or lost > _MOST_CUT * letters:
            return None
        beginning = self.letters.find(title + body[0][:_START])
        if beginning < 0:  # a page's end or a figure stands between the two
            beginning = self.letters.find(title)
        return self._page(beginning) if beginning >= 0 else None

    def _place(self, words: str) -> int | None:
        wanted = normalize(words)
        place = self.letters.find(wanted) if wanted else -1
        return place if place >= 0 else None

    def _page(self, place: int) -> int:
        return bisect_right(self.starts, place)


def printed(root: Path, year: int, name: str, pdf: bytes) -> PrintedPdf | None:
    """The letters of an edition's document; nothing if it cannot be read."""
    try:
        pages = [_letters(page) for page in pages_of_document(root, year, name, pdf)]
    except UnreadablePdfError:
        return None
    return PrintedPdf("".join(pages), [0, *accumulate(map(len, pages[:-1]))] if pages else [])


def _letters(page: str) -> str:
    """The letters of a page without its running head and its number."""
    _, body = without_margins(page.split("\n"))
    return normalize("\n".join(re.sub(r"-$", "", line) for line in body))
