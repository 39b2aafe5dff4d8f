"""Compares who speaks with who is introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely
from proposal.audit.with_each_other.stated.person_texts import is_name
from proposal.audit.with_each_other.stated.program_statements import without_length
from proposal.audit.with_each_other.stated.statements import (
    PageContent,
    StatedPerson,
    StatedSlot,
    TextRun,
)
from proposal.model.name_comparison import may_be_same, plain_words
from proposal.reading.names import read_name

_TALK = re.compile(
    r"\b(?:keynote|invited|talk|lecture|tutorial|speech|address|speaker)\b", re.IGNORECASE
)
"""`Keynote: Ada Lovelace`"""
_BY = re.compile(r"\bby\s+(?P<name>[^,:(\[|–—]+?)\s*(?:[,:(\[|–—]|\s-\s|$)")
"""`Keynote by Ada Lovelace: On Engines`"""
_TITLED = re.compile(
    r"(?:[:–—]|\s-)\s+(?P<name>(?:Dr|Prof|Professor)\b\.?\s+[^,:(\[|–—]+?)\s*(?:[,:(\[|–—]|\s-\s|$)"
)
"""`Keynote: Prof. Ada Lovelace – On Engines`"""


def names(text: str, name: str) -> bool:
    """Whether a text has a name in it, word by word."""
    wanted = " ".join(plain_words(read_name(name).text))
    return bool(wanted) and f" {wanted} " in f" {' '.join(plain_words(text))} "


def announced(slot: StatedSlot) -> Iterator[TextRun]:
    """Who speaks in a part of the schedule, where that is said in so many words."""
    for line in slot.lines[:3]:
        text = without_length(line.text)
        if not _TALK.search(text):
            continue
        for match in (_BY.search(text), _TITLED.search(text)):
            if match and is_name(name := read_name(match["name"]).text):
                yield TextRun(name, line.location)
                return


def undescribed(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Speakers of the schedule who stand nowhere else, where others are introduced."""
    entries = _speakers(edition)
    slots = [slot for content in edition for slot in content.slots]
    if not any(
        names(line.text, entry.name) for entry in entries for s in slots for line in s.lines
    ):
        return
    seen = set()
    for content in edition:
        for slot in content.slots:
            for run in announced(slot):
                if run.text in seen or _is_introduced(run.text, edition):
                    continue
                seen.add(run.text)
                location = content.find(run.text, run.location)
                first = entries[0].location.seen_from(location)
                message = (
                    f"{run.text} speaks, but is not introduced like {entries[0].name} ({first})"
                )
                hint = "add name, affiliation and biography to the speakers"
                yield unlikely("undescribed-speaker", message, location, hint, entries[0].location)


def unscheduled(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Speakers whose talk is announced, and whom the schedule with all other talks leaves out."""
    slots = [slot for content in edition for slot in content.slots]
    entries = [entry for entry in _speakers(edition) if entry.title]
    missing = [entry for entry in entries if not _is_scheduled(entry, slots)]
    if len(missing) == len(entries):
        return
    for entry in missing:
        first = slots[0].location.seen_from(entry.location)
        message = f"the talk of {entry.name} is announced, but not in the schedule ({first})"
        hint = "add it to the schedule, or take the announcement out"
        yield unlikely("unscheduled-speaker", message, entry.location, hint, slots[0].location)


def _speakers(edition: Sequence[PageContent]) -> list[StatedPerson]:
    return [person for content in edition for person in content.people if person.role == "speaker"]


def _is_scheduled(entry: StatedPerson, slots: Sequence[StatedSlot]) -> bool:
    surname = plain_words(entry.name)[-1:]
    title = plain_words(entry.title or "")
    for slot in slots:
        for line in slot.lines:
            words = plain_words(line.text)
            if surname and surname[0] in words:
                return True
            if title and " ".join(title[:4]) in " ".join(words):
                return True
    return False


def _is_introduced(name: str, edition: Sequence[PageContent]) -> bool:
    """Whether somebody stands anywhere but in the schedule, however the name is written."""
    for content in edition:
        if any(may_be_same(name, person.name) for person in content.people):
            return True
        if any(is_slip(name, person.name) for person in content.people):
            return True
        lines = {line.text for slot in content.slots for line in slot.lines}
        for run in content.runs:
            if names(run.text, name) and not any(
                line in run.text or run.text in line for line in lines
            ):
                return True
    return False


def is_slip(one: str, other: str) -> bool:
    """Whether one name may be the other with one letter wrong, and is long enough to tell."""
    first, second = "".join(plain_words(one)), "".join(plain_words(other))
    if first == second or min(len(first), len(second)) < 9 or first[:1] != second[:1]:
        return False
    return OSA.distance(first, second) == 1
