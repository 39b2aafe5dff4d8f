"""The authors of a volume by their family names, with the papers of each."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence

from msgspec import Struct

from proposal.caching import digest, keep, kept
from proposal.edition.participants import Person
from proposal.proceedings.volume_plan import PlannedPaper
from proposal.render.plain import printable
from proposal.render.text.bibtex_text import family_name
from proposal.render.typography import typographic

_CACHE = "collation"
_COLLATION = "UCA 10.0, pyuca 1.2"
"""What the order depends on, beside the names."""


class IndexRow(Struct, frozen=True):
    """An author in the index."""

    name: str
    """The name with the family name first: Lovelace, Ada."""
    entries: tuple[PlannedPaper, ...]


def author_index(papers: Iterable[PlannedPaper]) -> tuple[IndexRow, ...]:
    """The authors of some papers in the order of the Unicode Collation Algorithm.

    Who has a file is one person wherever the name stands; others are one if their names are the
    same, unless their ORCID iDs tell them apart.
    """
    found: dict[tuple[str, str], tuple[Person, list[PlannedPaper]]] = {}
    for entry in papers:
        for author in entry.paper.authors:
            key = (author.id or unicodedata.normalize("NFC", author.name), author.orcid or "")
            _, entries = found.setdefault(key, (author, []))
            if entry not in entries:
                entries.append(entry)
    people = [(*parts_of_name(person), entries) for person, entries in found.values()]
    order = _order([(family, given) for family, given, _ in people])
    rows = [people[index] for index in order]
    return tuple(
        IndexRow(f"{family}, {given}" if given else family, tuple(entries))
        for family, given, entries in rows
    )


def parts_of_name(person: Person) -> tuple[str, str]:
    """The family name, and what stands beside it; both with typographic signs: O’Sample, Ann."""
    name = _in_print(person.name)
    family = _in_print(person.family_name or family_name(person))
    if f" {family} " not in f" {name} ":
        return name, ""
    given = " ".join(f" {name} ".rsplit(f" {family} ", 1)[0].split())
    behind = " ".join(f" {name} ".rsplit(f" {family} ", 1)[1].split())
    return family, " ".join(filter(None, (given, behind)))


def _in_print(name: str) -> str:
    return " ".join(typographic(printable(name)).split())


def _order(names: Sequence[tuple[str, str]]) -> list[int]:
    """The places of names in their order, which is kept: to load the collation takes a second."""
    key = digest(_COLLATION, *(part for name in names for part in name))
    known = kept(_CACHE, key)
    if known is not None:
        return [int(index) for index in json.loads(known)]
    from pyuca import Collator  # noqa: PLC0415 - slow to load

    sort_key = Collator().sort_key
    order = sorted(
        range(len(names)), key=lambda index: ([sort_key(part) for part in names[index]], index)
    )
    keep(_CACHE, key, json.dumps(order).encode())
    return order
