"""A printed text in which names and titles are looked for, and how exactly they stand there."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from proposal.model.name_comparison import plain_letters
from proposal.render.latex.runs import runs_from_right

DETACHED = frozenset("ˆˇˉˊˋ˘˙˚˛˜˝´`¨¯¸^~ʹʺʼ\u02c8\u00b0")
"""Accents beside their letters, as fonts without accented letters have them: `Mu¨ller`."""


class PrintedText(Struct, frozen=True):
    """A text, and its letters and digits without accents and case."""

    text: str
    letters: str
    offsets: Sequence[int]
    """Where each of the letters stands in the text."""

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        """From where to where some words stand in the text as whole words, whatever their accents.

        A name in a script that is written from right to left is found word by word, since those
        who read PDFs turn it round; its place is that of its first word.
        """
        if runs_from_right(words):
            yield from self._turned_places(words)
            return
        wanted = plain(words)
        at = self.letters.find(wanted) if wanted else -1
        while at >= 0:
            start, end = self.offsets[at], self.offsets[at + len(wanted) - 1] + 1
            if self._is_whole(start, end):
                yield start, end
            at = self.letters.find(wanted, at + 1)

    def holds(self, words: str) -> bool:
        """Whether some words stand in the text, be it within others."""
        return plain(words) in self.letters

    def letters_before(self, offset: int) -> int:
        """How many letters stand before a place in the text."""
        return bisect_left(self.offsets, offset)

    def _turned_places(self, words: str) -> Iterator[tuple[int, int]]:
        parts = [part for part in map(plain, words.split()) if part]
        found = [max(self.letters.find(part), self.letters.find(part[::-1])) for part in parts]
        if found and min(found) >= 0:
            at = min(found)
            yield self.offsets[at], self.offsets[at] + 1

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether no word goes on before or behind a place.

        Spaces may be lost between words (`AuthorBob`), and a small letter may be the mark of a
        footnote (`Ann Authora,b`).
        """
        text = self.text
        before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
        first, last = text[start], text[end - 1]
        is_begun = not _is_cased(before) or (before.islower() and first.isupper())
        is_mark = not _is_cased(text[end + 1 : end + 2]) and behind.islower()
        is_ended = not _is_cased(behind) or is_mark or (last.islower() and behind.isupper())
        return is_begun and is_ended


def printed_text(text: str) -> PrintedText:
    """A text in which words can be looked for."""
    parts = [_plain_sign(sign) for sign in text]
    offsets = [offset for offset, part in enumerate(parts) for _ in part]
    return PrintedText(text, "".join(parts), offsets)


def plain(words: str) -> str:
    """The letters and digits of some words, without accents and case."""
    return "".join(map(_plain_sign, unicodedata.normalize("NFC", words)))


def loses_accents(printed: str, words: str) -> bool:
    """Whether words surely stand in a text with other accents than they have.

    Where an accent stands beside its letter, nobody can say to which of the two it belongs; and
    where words run from right to left, it is not sure where they begin and end.
    """
    if runs_from_right(words):
        return False
    marks = {sign for sign in printed if sign in DETACHED or unicodedata.combining(sign)}
    composed = unicodedata.normalize("NFC", printed)
    if marks and any(sign in DETACHED or unicodedata.combining(sign) for sign in composed):
        return False
    return _accented(composed) != _accented(unicodedata.normalize("NFC", words))


def _accented(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalpha() and sign not in DETACHED)


def _is_cased(sign: str) -> bool:
    """Whether a sign is a letter of a script with capitals, in which words have spaces."""
    return sign.isalpha() and sign not in DETACHED and sign.lower() != sign.upper()


@cache
def _plain_sign(sign: str) -> str:
    if sign in DETACHED:
        return ""
    folded = plain_letters(sign).casefold()
    return "".join(part for part in folded if part.isalnum() and part not in DETACHED)
