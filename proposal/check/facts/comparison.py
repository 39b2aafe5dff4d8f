"""Looks for facts in what an artefact says, and tells what stands there instead."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import Postfix, Prefix

from proposal.check.facts.stated_fact import StatedFact
from proposal.reading.searchable_text import EventTime, SearchableText, normalize

ALIKE = 70
"""From this likeness on (0 to 100, RapidFuzz's partial ratio) words are a fact gone wrong."""

_LONGEST = 400
"""Letters of a fact that are compared; the beginning of a long text tells it."""


class Disagreement(Struct, frozen=True):
    """A fact that an artefact does not state as the data do."""

    fact: StatedFact
    found: str | None
    """What stands there instead; nothing if the fact is missing."""
    under: str = ""
    """The author under whose name it stands in the author block, who is another one."""
    away_from: str = ""
    """The author under whose name it does not stand in the author block."""


def missing_facts(facts: Iterable[StatedFact], reading: SearchableText) -> Iterator[Disagreement]:
    """The facts that an artefact does not state, in any wording."""
    for fact in facts:
        if fact.moment is not None:
            if not _is_stated(fact.moment, reading):
                yield Disagreement(fact, None)
        elif not any(normalize(wording) in reading.normalized for wording in fact.wordings):
            yield Disagreement(fact, _nearest(fact.wordings[-1], reading))


def changed_facts(
    facts: Sequence[StatedFact], expected: SearchableText, actual: SearchableText
) -> tuple[list[Disagreement], list[tuple[str, str]]]:
    """What somebody changed in an artefact, fact by fact, and what they changed beside facts.

    Args:
        facts: the facts that the artefact must state.
        expected: what it said when it was made.
        actual: what it says now.
    """
    found: dict[str, Disagreement] = {}
    others: list[tuple[str, str]] = []
    spans = _spans_of(facts, expected)
    for fact in facts:
        if fact.moment is not None and not _is_stated(fact.moment, actual):
            found[fact.id] = Disagreement(fact, _moved(fact.moment, expected, actual))
    for start, end, began, ended in _changes(expected, actual):
        letters = _letters(expected.normalized[start:end], actual.normalized[began:ended])
        touched = _smallest(spans, start + letters[0], start + letters[1])
        touched = touched or _smallest(spans, start, end)
        if touched is None:
            old = expected.around(start, end) if end > start else ""
            others.append((old, actual.around(began, ended) if ended > began else ""))
        elif touched.id not in found:
            instead = _instead(touched, expected, actual, start, end, began)
            found[touched.id] = Disagreement(touched, instead)
    return list(found.values()), others


def _is_stated(moment: EventTime, reading: SearchableText) -> bool:
    return EventTime(moment.role, moment.time.astimezone(dt.UTC)) in reading.times


def _moved(moment: EventTime, expected: SearchableText, actual: SearchableText) -> str | None:
    """The time that a calendar tells in place of another one, in that one's zone."""
    new = [
        event_time.time
        for event_time in actual.times - expected.times
        if event_time.role == moment.role
    ]
    nearest = min(new, key=lambda time: abs(time - moment.time), default=None)
    return f"{nearest.astimezone(moment.time.tzinfo):%H:%M}" if nearest else None


def _nearest(value: str, reading: SearchableText) -> str | None:
    wanted = normalize(value)[:_LONGEST]
    alignment = fuzz.partial_ratio_alignment(wanted, reading.normalized, score_cutoff=ALIKE)
    if alignment is None or alignment.dest_end <= alignment.dest_start:
        return None
    return reading.around(alignment.dest_start, alignment.dest_end)


def _instead(
    fact: StatedFact,
    expected: SearchableText,
    actual: SearchableText,
    start: int,
    end: int,
    began: int,
) -> str | None:
    """What stands in the place of a fact that the words between two places touch."""
    wordings = [normalize(wording) for wording in fact.wordings]
    value = next((wording for wording in wordings if wording in expected.normalized), wordings[0])
    position = expected.normalized.find(value, max(start - len(value) + 1, 0))
    behind = position - start if 0 <= position < max(end, start + 1) else 0
    first = max(began + behind, 0)
    last = min(first + len(value), len(actual.normalized))
    return actual.around(first, last) if last > first else None


class _Span(Struct, frozen=True):
    """A place at which the words of a fact stand."""

    start: int
    end: int
    fact: StatedFact
    is_within_word: bool
    """Whether they are a part of a longer word, as "Meta" is of an address with "metadata"."""


def _spans_of(facts: Iterable[StatedFact], reading: SearchableText) -> list[_Span]:
    """Every place at which a fact stands."""
    spans = []
    for fact in facts:
        for wanted in {normalize(wording) for wording in fact.wordings} - {""}:
            at = reading.normalized.find(wanted)
            while at >= 0:
                end = at + len(wanted)
                is_within = _is_joined(reading, at) or _is_joined(reading, end)
                spans.append(_Span(at, end, fact, is_within))
                at = reading.normalized.find(wanted, at + 1)
    return spans


def _is_joined(reading: SearchableText, at: int) -> bool:
    """Whether a letter and the one before it follow each other in the text, too."""
    offsets = reading.offsets
    return 0 < at < len(offsets) and offsets[at] - offsets[at - 1] <= 1


def _smallest(spans: Iterable[_Span], start: int, end: int) -> StatedFact | None:
    """The shortest fact that a change touches; parts of longer words only if there is no other."""
    touched = [
        (span.is_within_word, span.end - span.start, span.fact.id, span.fact)
        for span in spans
        if span.start < max(end, start + 1) and start < span.end
    ]
    return min(touched, key=lambda place: place[:3])[3] if touched else None


def _changes(
    expected: SearchableText, actual: SearchableText
) -> Iterator[tuple[int, int, int, int]]:
    """The stretches that differ, word by word: from and to in what was expected, and in what is.

    Places are those of the letters in `normalized`.
    """
    one, other = _words(expected), _words(actual)
    matcher = difflib.SequenceMatcher(
        None, [word for word, _, _ in one], [word for word, _, _ in other], autojunk=False
    )
    for tag, first, last, began, ended in matcher.get_opcodes():
        if tag != "equal":
            yield (*_stretch(one, first, last), *_stretch(other, began, ended))


def _letters(old: str, new: str) -> tuple[int, int]:
    """From where to where words differ, without what both begin and end with."""
    before = Prefix.similarity(old, new)
    behind = Postfix.similarity(old[before:], new[before:])
    return before, len(old) - behind


Word = tuple[str, int, int]
"""The letters of a word, and from where to where they stand in `normalized`."""


def _words(reading: SearchableText) -> list[Word]:
    words = []
    for match in re.finditer(r"\S+", reading.text):
        first = bisect_left(reading.offsets, match.start())
        last = bisect_left(reading.offsets, match.end())
        if last > first:
            words.append((reading.normalized[first:last], first, last))
    return words


def _stretch(words: list[Word], first: int, last: int) -> tuple[int, int]:
    if first < last:
        return words[first][1], words[last - 1][2]
    at = words[first][1] if first < len(words) else (words[-1][2] if words else 0)
    return at, at
