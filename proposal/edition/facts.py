"""Every fact of a resolved edition by a stable name, with its text and where that was written.

A person, a talk and a paper is told once, under its id; where it is referred to, the id stands.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from proposal.diagnostics import Span
from proposal.edition import wording
from proposal.edition.edition import (
    Affiliation,
    Collection,
    Concept,
    Dates,
    Day,
    Document,
    Edition,
    Organizer,
    Paper,
    Person,
    Slot,
    Sponsor,
    Talk,
    Venue,
    When,
)
from proposal.model.deadline_kinds import DEADLINE_NAMES
from proposal.model.name_comparison import plain_words
from proposal.model.record import Record
from proposal.source.text import Text

_NOT_FACTS: dict[type[Any], set[str]] = {
    # Times are told without the day, which stands in `when`.
    When: {"start", "end"},
    # That something is to be confirmed is told by its own rule, and goes as it is confirmed.
    Slot: {"start", "end", "is_tentative", "invited"},
    # Biographies are the organizers'; the others are other editions, texts, and an address.
    Edition: {"biographies", "editions", "overview", "references", "url", "published"},
    Venue: {"url", "call", "is_tentative"},
    Concept: {"path"},  # it is the concept's own text
    Person: {"id", "photo", "photo_span", "span", "native_language"},
    Talk: {"id"},
    Paper: {"id"},
    # How a document is laid out says nothing of the workshop.
    Document: {
        "name",
        "kind",
        "variant",
        "text",
        "authors_per_row",
        "short_authors",
        "short_title",
        "prints_reference",
        "prints_page_numbers",
        "prints_native_names",
        "is_public",
        "page_limit",
        "answers",
        "span",
    },
}
"""Fields that are no facts of this edition."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that an edition says."""

    name: str
    """As `people.ed-chi.affiliations.1.institution` or `dates.submission.day`."""
    value: str
    """The value as it was written, which knows its place if it is a text of the data."""

    @property
    def text(self) -> str:
        """The value in one line."""
        return " ".join(self.value.split())

    @property
    def span(self) -> Span | None:
        """Where the value was written, if that is known."""
        return self.value.span if isinstance(self.value, Text) and self.value.pieces else None


def facts_of(edition: Edition) -> dict[str, Fact]:
    """The facts by name.

    Names do not depend on the order of a list: its items are named by their ids, texts, days or
    times; only several posts of one person are counted. What is unknown or empty is no fact.
    """
    listing = _Listing()
    listing.tell(edition, "")
    return listing.facts


@dataclass(slots=True)
class _Listing:
    facts: dict[str, Fact] = field(default_factory=dict)

    def tell(self, value: Any, name: str) -> None:
        """Add what a value says, under a name."""
        text = _as_text(value)
        if text is not None:
            self.add(name, text)
        elif isinstance(value, Talk | Paper) and name.startswith("schedule."):
            self.add(name, value.id)
        elif isinstance(value, Person) and value.id:
            self.add(name, value.id)
            self.tell_fields(value, f"people.{value.id}")
        elif isinstance(value, Dates):
            known = {key: value.named[key] for key in DEADLINE_NAMES if key in value.named}
            self.tell(known, name)  # the workshop's own day stands in `when`
        elif isinstance(value, Mapping):
            for key, each in value.items():
                self.tell(each, _joined(name, str(key)))
        elif isinstance(value, Collection | Sequence):
            for part, each in _named(value):
                self.tell(each, _joined(name, part))
        elif isinstance(value, Record) or dataclasses.is_dataclass(value):
            self.tell_fields(value, name)

    def tell_fields(self, record: Any, name: str) -> None:
        if isinstance(record, When | Slot):
            self.add(f"{name}.start", wording.clock(record.start.time()))
            self.add(f"{name}.end", wording.clock(record.end.time()))
        elif isinstance(record, Concept):
            self.add(name, " → ".join(record.path))
        omitted = _NOT_FACTS.get(type(record), set())
        for key in _fields(record):
            value = getattr(record, key)
            is_unmarked = isinstance(record, Organizer) and value is False
            if key not in omitted and not is_unmarked:
                self.tell(value, _joined(name, key))

    def add(self, name: str, value: str) -> None:
        self.facts.setdefault(name, Fact(name, value))


def _as_text(value: Any) -> str | None:
    """A single value as text; nothing for one that is made of others, or is no fact."""
    match value:
        case str():
            return value
        case int():
            return str(value).lower() if isinstance(value, bool) else int.__repr__(value)
        case ZoneInfo():
            return value.key
        case Day():
            return value.date.isoformat()
        case dt.datetime():
            return value.isoformat()
        case _:
            return None


def _fields(record: Any) -> list[str]:
    if isinstance(record, Record):
        return list(type(record).model_fields)
    return [each.name for each in dataclasses.fields(record)]


def _named(items: Collection[Any] | Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """The items of a list with their names, of which no two are the same."""
    taken: dict[str, int] = {}
    for number, item in enumerate(items, start=1):
        name = _name_of(item) or str(number)
        taken[name] = taken.get(name, 0) + 1
        yield name if taken[name] == 1 else f"{name}-{taken[name]}", item


def _name_of(item: Any) -> str:
    """What names an item of a list, wherever in the list it stands."""
    match item:
        case Affiliation():
            return ""  # counted, so that a change of institution is one of the same post
        case Slot():
            return f"{item.start:%H:%M}"
        case Day():
            return item.date.isoformat()
        case Person(id="") | Sponsor():
            return "-".join(plain_words(item.name))
        case Concept():
            return "-".join(plain_words(item.path[-1]))
        case str():
            return "-".join(plain_words(item))
    owner = getattr(item, "person", item) if not hasattr(item, "id") else item
    return str(getattr(owner, "id", ""))


def _joined(name: str, part: str) -> str:
    return f"{name}.{part}" if name else part
