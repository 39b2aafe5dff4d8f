"""Has everybody one spelling of the name?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proposal.diagnostics import Diagnostic
from proposal.model.names import same_name
from proposal.verify.consistency.findings import unlikely
from proposal.verify.consistency.speakers import announced, is_slip
from proposal.verify.consistency.statements import Entry, Told
from proposal.verify.consistency.wording import tidy


def spellings(edition: Sequence[Told]) -> Iterator[Diagnostic]:
    """Names that differ in accents, hyphens or case, or in one letter of a long name."""
    named = [entry for told in edition for entry in told.entries]
    named += [
        Entry(said.text, "programme", told.find(said.text, said.spot))
        for told in edition
        for slot in told.slots
        for said in announced(slot)
    ]
    known: dict[str, Entry] = {}
    for entry in named:
        name = tidy(entry.name)
        if name in known or not any(each.isalpha() for each in name):
            continue
        other = next((each for each in known.values() if _are_one(entry, each)), None)
        known[name] = entry
        if other is not None:
            where = other.spot.seen_from(entry.spot)
            message = f"“{entry.name}” is spelt “{other.name}” in {where}"
            hint = "choose the spelling that the person uses"
            yield unlikely("name-spelling", message, entry.spot, hint)


def _are_one(one: Entry, other: Entry) -> bool:
    """Whether two different spellings are those of one person.

    Two authors whose names differ in one letter may well be two people.
    """
    if one.name.isupper() != other.name.isupper():
        return False
    if same_name(one.name, other.name):
        return True
    return "author" not in {one.role, other.role} and is_slip(one.name, other.name)
