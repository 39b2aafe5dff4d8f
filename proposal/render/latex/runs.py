"""Takes text apart into runs of one script and one direction.

A document's paragraphs run from left to right. What is written from right to left in them is
found as Unicode's bidirectional algorithm finds it (UAX #9), one text from the data at a time,
so that two names in a list never change places.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from proposal.render.latex.scripts import HAN, han_variant, script_of

_STRONG_RTL = frozenset({"R", "AL"})
_MARKS = frozenset({"Mn", "Mc", "Me"})
_JOINERS = frozenset("\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff]")
"""Signs that nobody sees: directions, which are found here, and how emoji are drawn."""
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_NUMBER = re.compile(r"\d(?:[\d.,:/+-]*\d)?")
"""`2026`, `1,000`, `10:30`, `2026-02-26`"""
_NAME_LENGTH = 4
"""Chinese characters in a row that may be a name, which no line should cut."""


class Run(Struct, frozen=True):
    """A stretch of text that one font sets in one direction."""

    text: str
    script: str | None = None
    """The code of its script; nothing if the document's own font holds it."""
    breaks: bool = False
    """Whether a line may end between any two of its characters, as in Chinese."""


class Stretch(Struct, frozen=True):
    """Runs of one direction."""

    runs: tuple[Run, ...]
    is_rtl: bool = False
    """Whether it runs from right to left; numbers in it do not."""


def composed(text: str) -> str:
    """The text with accents and letters in one, where Unicode has them (NFC)."""
    return _DIRECTIONS.sub("", unicodedata.normalize("NFC", text))


def is_plain(text: str) -> bool:
    """Whether the document's own fonts hold a composed text, from left to right."""
    return text.isascii() or not any(map(_needs_a_font, text))


@cache
def _needs_a_font(character: str) -> bool:
    return script_of(character) is not None or unicodedata.category(character) in _MARKS


def stretches(text: str, language: str | None = None) -> Iterator[Stretch]:
    """The stretches of a composed text, in its order.

    Args:
        text: a text that stands by itself, such as a name or a sentence.
        language: its language as HTML names it, if it is known.
    """
    variant = han_variant(text, language)
    for piece, is_rtl in _directed(text):
        if is_rtl:
            yield Stretch(tuple(_runs_rtl(piece, variant)), is_rtl=True)
        else:
            yield Stretch(tuple(_runs(piece, variant)))


def is_number(text: str) -> bool:
    """Whether a run within a stretch from right to left is a number, which is read as always."""
    return _NUMBER.fullmatch(text) is not None


def runs_from_right(text: str) -> bool:
    """Whether anything in a text is written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in _STRONG_RTL for character in text
    )


def _directed(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it runs from right to left."""
    if not runs_from_right(text):
        if text:
            yield text, False
        return
    done = start = 0
    while start < len(text):
        if unicodedata.bidirectional(text[start]) not in _STRONG_RTL:
            start += 1
            continue
        end = _end_of_rtl(text, start)
        if done < start:
            yield text[done:start], False
        yield text[start:end], True
        done = start = end
    if done < len(text):
        yield text[done:], False


def _end_of_rtl(text: str, start: int) -> int:
    """Where a stretch from right to left ends: before the last neutral signs, with its brackets."""
    end = at = start + 1
    while at < len(text) and (kind := unicodedata.bidirectional(text[at])) != "L":
        if kind in _STRONG_RTL or (kind == "NSM" and at == end):
            end = at + 1
        at += 1
    inner = text[start:end]
    open_ones = [run for run in inner if run in _PAIRS and _PAIRS[run] not in inner]
    if open_ones and text[end : end + 1] == _PAIRS[open_ones[-1]]:
        end += 1
    return end


def _runs_rtl(text: str, variant: str) -> Iterator[Run]:
    """The runs of a stretch from right to left, numbers apart."""
    at = 0
    for number in _NUMBER.finditer(text):
        yield from _runs(text[at : number.start()], variant)
        yield from _runs(number[0], variant)
        at = number.end()
    yield from _runs(text[at:], variant)


def _runs(text: str, variant: str) -> Iterator[Run]:
    """The runs of a text of one direction; spaces between words of a script belong to it."""
    start, current = 0, None
    spaces = 0
    for index, cluster in clusters(text):
        if cluster.isspace():
            spaces = spaces or index
            continue
        script = _script_of_cluster(cluster, variant)
        if script != current:
            # Spaces between two scripts are the document's own.
            end = spaces or index
            if start < end:
                yield _run(text[start:end], current)
            if end < index:
                yield Run(text[end:index])
            start, current = index, script
        spaces = 0
    end = spaces or len(text)
    if start < end:
        yield _run(text[start:end], current)
    if end < len(text):
        yield Run(text[end:])


def _run(text: str, script: str | None) -> Run:
    is_han = script in {"Hans", "Hant", "Jpan"}
    return Run(text, script, is_han and len(text) > _NAME_LENGTH)


def clusters(text: str) -> Iterator[tuple[int, str]]:
    """Letters with the marks on them, and where each begins."""
    start = 0
    for index, character in enumerate(text):
        is_mark = unicodedata.category(character) in _MARKS or character in _JOINERS
        if index and not is_mark:
            yield start, text[start:index]
            start = index
    if text:
        yield start, text[start:]


def _script_of_cluster(cluster: str, variant: str) -> str | None:
    script = script_of(cluster[0])
    if script is None and len(cluster) > 1 and not cluster[0].isspace():
        # A mark that has no place in a font of its own is set by one that has.
        script = next(filter(None, map(script_of_mark, cluster[1:])), None)
    return variant if script == HAN else script


def script_of_mark(mark: str) -> str | None:
    """The code of the script whose fonts hold a mark on a letter of the document's own font."""
    found = script_of(mark)
    return "Latn" if found is None and unicodedata.category(mark) in _MARKS else found
