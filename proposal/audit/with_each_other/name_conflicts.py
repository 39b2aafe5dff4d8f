"""Finds names with two spellings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely
from proposal.audit.with_each_other.speaker_conflicts import announced, is_slip
from proposal.audit.with_each_other.stated.paper_lists import authors_in
from proposal.audit.with_each_other.stated.statements import PageContent, StatedPerson
from proposal.audit.with_each_other.text_similarity import tidy
from proposal.model.name_comparison import keys_of_name, plain_words, same_name

_LONGEST = 60
"""Letters of a name that are compared."""


def spellings(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Names that differ in accents, hyphens or case, or in one letter of a long name."""
    named = [entry for content in edition for entry in content.people]
    named += [
        StatedPerson(run.text, "schedule", content.find(run.text, run.location))
        for content in edition
        for slot in content.slots
        for run in announced(slot)
    ]
    named += [
        StatedPerson(name, "author", content.find(name, line.location))
        for content in edition
        for slot in content.slots
        for line in slot.lines
        for name in authors_in(line.text)
    ]
    known: set[str] = set()
    by_key: dict[str, StatedPerson] = {}
    for entry in named:
        name = tidy(entry.name)
        if name in known or not any(letter.isalpha() for letter in name):
            continue
        known.add(name)
        keys = sorted(keys_of_name(name) | _with_one_letter_less(name))
        others = [by_key[key] for key in keys if key in by_key]
        other = next((known_one for known_one in others if _are_one(entry, known_one)), None)
        for key in keys:
            by_key.setdefault(key, entry)
        if other is not None and _bare(name) != _bare(tidy(other.name)):
            where = other.location.seen_from(entry.location)
            message = f"“{entry.name}” is spelt “{other.name}” in {where}"
            hint = "choose the spelling that the person uses"
            yield unlikely("name-spelling", message, entry.location, hint, other.location)


def _bare(name: str) -> str:
    """A name without the dots of its initials, with which it is spelt the same: Ann B. Author."""
    return " ".join(name.replace(".", " ").split())


def _with_one_letter_less(name: str) -> set[str]:
    """Keys of which two names that differ in one letter, or in two swapped ones, share one."""
    letters = "".join(plain_words(name))[:_LONGEST]
    return {letters} | {letters[:n] + letters[n + 1 :] for n in range(len(letters))}


def _are_one(one: StatedPerson, other: StatedPerson) -> bool:
    """Whether two different spellings are those of one person.

    Two authors whose names differ in one letter may well be two people.
    """
    if one.name.isupper() != other.name.isupper():
        return False
    if same_name(one.name, other.name):
        return True
    return "author" not in {one.role, other.role} and is_slip(one.name, other.name)
