"""Finds where a document states a value, and where it states nearly that."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from rapidfuzz import fuzz

from proposal.reading.document_text import Stretch
from proposal.reading.searchable_text import normalize
from proposal.reading.source_document import SourceDocument

_SHORT = 8
"""Values of fewer letters count only as whole words: Meta does not stand in metadata."""

_COMMON = 300
"""Words that stand oftener than this in a file say nothing on where a title is."""

_MOST = 12
"""Places in a file that are compared with one title."""


class Word(Struct, frozen=True):
    """A word of a document: its letters, and where it stands."""

    letters: str
    start: int
    end: int


class Search(Struct, frozen=True, dict=True):
    """A document in which values are looked for."""

    document: SourceDocument

    @cached_property
    def words(self) -> list[Word]:
        """All words in their order."""
        found = re.finditer(r"\w+", self.document.text)
        return [Word(normalize(match[0]), *match.span()) for match in found]

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            index[word.letters].append(number)
        return index

    def places(self, value: str) -> list[Stretch]:
        """Where a value stands, as offsets in the document's text."""
        wanted, reading = normalize(value), self.document.searchable
        found: list[Stretch] = []
        at = reading.normalized.find(wanted) if wanted else -1
        while at >= 0:
            start, last = reading.offsets[at], reading.offsets[at + len(wanted) - 1]
            if len(wanted) >= _SHORT or self._is_apart(start, last + 1):
                found.append((start, last + 1))
            at = reading.normalized.find(wanted, at + len(wanted))
        return found

    def has(self, value: str) -> bool:
        """Whether a value stands anywhere."""
        return bool(self.places(value))

    def _is_apart(self, start: int, end: int) -> bool:
        text = self.document.text
        before = start > 0 and text[start - 1].isalnum()
        return not before and not (end < len(text) and text[end].isalnum())

    def numbers_of(self, letters: str) -> Sequence[int]:
        """The indexes of a word among all words."""
        return self._index.get(letters, ())

    def near(self, value: str, least: float) -> Iterator[tuple[float, Stretch]]:
        """Where something like a value stands, the likest first.

        Args:
            value: several words.
            least: how alike it must be, from 0 to 100 (RapidFuzz's ratio of the letters).
        """
        wanted = [normalize(word) for word in re.findall(r"\w+", value)]
        letters = "".join(wanted)
        found = []
        for begin in self._beginnings(wanted):
            ratio, stretch = self._best(letters, begin, len(wanted))
            if least <= ratio < 100:
                found.append((ratio, stretch))
        yield from sorted(found, key=lambda place: (-place[0], place[1]))

    def _beginnings(self, wanted: Sequence[str]) -> list[int]:
        """The words at which a text with many of the wanted words would begin."""
        votes: Counter[int] = Counter()
        for number, letters in enumerate(wanted):
            places = self.numbers_of(letters)
            if len(places) <= _COMMON:
                votes.update(place - number for place in places)
        gathered = {
            begin: sum(votes[begin + step] for step in range(-2, 3)) for begin in list(votes)
        }
        chosen: list[int] = []
        for begin, count in sorted(gathered.items(), key=lambda vote: (-vote[1], vote[0])):
            if count < max(2, 0.4 * len(wanted)) or len(chosen) == _MOST:
                break
            if all(abs(begin - other) >= len(wanted) for other in chosen):
                chosen.append(begin)
        return chosen

    def _best(self, letters: str, begin: int, length: int) -> tuple[float, Stretch]:
        """The words around a place that are most like some letters."""
        best: tuple[float, Stretch] = (0.0, (0, 0))
        for first in range(max(begin - 2, 0), max(begin + 3, 1)):
            for last in range(begin + length - 4, begin + length + 3):
                if not first <= last < len(self.words):
                    continue
                words = self.words[first : last + 1]
                ratio = fuzz.ratio(letters, "".join(word.letters for word in words))
                if ratio > best[0]:
                    best = (ratio, (words[0].start, words[-1].end))
        return best
