"""Finds on which page of a finished PDF some words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path

from msgspec import Struct

from proposal.build.documents import pages_of_document
from proposal.check.facts.read_back import without_margins
from proposal.pdf import UnreadablePdfError
from proposal.reading.searchable_text import normalize

_FEWEST_LETTERS = 12
"""Letters from which a sentence is told from others."""

_MOST_CUT = 0.25
"""The share of a section's letters in sentences that a page's end or a figure may cut in two."""

_REFERENCES = re.compile(r"^\s*references\s*$", re.IGNORECASE | re.MULTILINE)
"""The heading of the list of references: `REFERENCES`."""

_START = 40
"""Letters of a section's beginning that follow its heading."""


class PrintedPdf(Struct, frozen=True):
    """The letters and digits of a PDF, and where its pages begin in them."""

    letters: str
    starts: Sequence[int]
    """The offset in the letters at which each page begins."""
    bodies: Sequence[str] = ()
    """The text of each page without its running head and its number."""

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.starts)

    @property
    def pages_before_references(self) -> int:
        """How many pages there are up to the list of references, that page included."""
        place = self.place_of_references
        return self.pages if place is None else self.page_at(place)

    @property
    def place_of_references(self) -> int | None:
        """Where the list of references begins in the letters; nothing if there is none."""
        place = self.letters.rfind("references1")
        return place if place >= 0 else None

    def count_words(self, *, with_references: bool) -> int:
        """How many words the pages have, where a word that a line's end cuts is one."""
        text = "\n".join(self.bodies)
        if not with_references and (lists := list(_REFERENCES.finditer(text))):
            text = text[: lists[-1].start()]
        words = re.sub(r"-\n", "", text).split()
        return sum(any(map(str.isalnum, word)) for word in words)

    def page_of_all(self, texts: Iterable[str]) -> int | None:
        """The first page, from 1 on, on which any of some texts stands, if all are printed."""
        places = [self.place_of(text) for text in texts]
        found = [place for place in places if place is not None]
        return self.page_at(min(found)) if found and len(found) == len(places) else None

    def page_of_section(self, heading: str, sentences: Sequence[str]) -> int | None:
        """The page on which a section begins, if its words are printed."""
        place = self.place_of_section(heading, sentences)
        return None if place is None else self.page_at(place)

    def place_of_section(self, heading: str, sentences: Sequence[str]) -> int | None:
        """Where a section begins in the letters, if its words are printed.

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
        return beginning if beginning >= 0 else None

    def place_of(self, words: str) -> int | None:
        """Where some words stand in the letters for the first time."""
        wanted = normalize(words)
        place = self.letters.find(wanted) if wanted else -1
        return place if place >= 0 else None

    def page_at(self, place: int) -> int:
        """The page of a place in the letters, counted from 1."""
        return bisect_right(self.starts, place)


def printed(root: Path, edition_id: str, name: str, pdf: bytes) -> PrintedPdf | None:
    """The letters of an edition's document; nothing if it cannot be read.

    Args:
        root: the folder that holds `data/`.
        edition_id: the edition.
        name: the document's name.
        pdf: the content of its PDF.
    """
    try:
        bodies = [_body(page) for page in pages_of_document(root, edition_id, name, pdf)]
    except UnreadablePdfError:
        return None
    pages = [normalize(re.sub(r"-$", "", body, flags=re.MULTILINE)) for body in bodies]
    starts = [0, *accumulate(map(len, pages[:-1]))] if pages else []
    return PrintedPdf("".join(pages), starts, bodies)


def _body(page: str) -> str:
    """The text of a page without its running head and its number."""
    _, body = without_margins(page.split("\n"))
    return "\n".join(body)
