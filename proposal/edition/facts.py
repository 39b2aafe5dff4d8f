"""The facts of a resolved edition: each with its id, its value, and its place in the data.

This is the only list of facts. The id is the name that prose quotes, an attribute of `Edition`
and of what it holds: `when.date`, `venue.city`, `organizers.ed-chi.name`.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.diagnostics import Span
from proposal.edition import wording
from proposal.edition.collection import Collection
from proposal.edition.deadlines import Dates, Deadline
from proposal.edition.edition import Concept, Edition
from proposal.edition.edition_document import Document
from proposal.edition.fees import Fee, Price
from proposal.edition.form_answer import FormAnswer
from proposal.edition.host import Venue
from proposal.edition.joining import JoinLink
from proposal.edition.links import Link, LinkCollection
from proposal.edition.marked_values import Day
from proposal.edition.news import NewsItem
from proposal.edition.participants import (
    Affiliation,
    Author,
    Committee,
    Organizer,
    Person,
    PersonLink,
)
from proposal.edition.photos import Photo
from proposal.edition.schedule import Paper, Slot, Talk
from proposal.edition.site_pictures import SitePictures
from proposal.edition.sponsor import Sponsor
from proposal.edition.submission_terms import (
    Pages,
    SpecialIssue,
    Submissions,
    SubmissionTerms,
    Track,
)
from proposal.edition.when import When, WorkshopDay
from proposal.model.free_names import distinct_names
from proposal.model.loading.folder import Folder
from proposal.model.name_comparison import slug
from proposal.model.record import Record
from proposal.source.text import Text
from proposal.words.language import ENGLISH, Language

_NOT_FACTS: dict[type[Any], set[str]] = {
    # That something is to be confirmed is reported by its own rule, and goes as it is confirmed.
    # The place of what is elsewhere is its room.
    Slot: {"id", "attendance", "is_elsewhere", "is_tentative", "seats", "within"},
    # Biographies are the organizers'; the others are other editions, texts, and an address.
    Edition: {
        *("id", "biographies", "editions", "overview", "references", "url", "published"),
        *("own_files", "site", "language_of_name"),
    },
    Venue: {"url", "call", "conferences", "is_tentative"},
    Committee: {"id", "span"},
    Concept: {"path"},  # it is the concept's own text
    Deadline: {"day", "kind"},  # the day is the deadline's own text
    Person: {"id", "photo", "photo_span", "span", "native_language"},
    # What somebody does for a paper is a fact of the paper.
    Author: {
        *("id", "photo", "photo_span", "span", "native_language"),
        *("presenter", "corresponding"),
    },
    NewsItem: {"id"},
    Photo: {"id", "file", "span"},
    PersonLink: {"id", "label"},
    Talk: {"id"},
    FormAnswer: {"span"},
    Track: {"id", "is_tentative", "has_conference", "for_papers"},
    Submissions: {"has_conference", "are_none", "for_papers"},
    SpecialIssue: {"for_papers"},
    WorkshopDay: {"date", "attendance", "is_elsewhere"},  # the date is among those of `When`
    Paper: {"id"},
    Sponsor: {"logo", "logo_dark"},  # the name says whose they are
    # How a document is laid out says nothing of the workshop.
    Document: {
        "name",
        "kind",
        "variant",
        "format",
        "standard",
        "accessible_version",
        "is_version",
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

PERSON_FIELDS = frozenset(
    name for name in Person.__struct_fields__ if name not in _NOT_FACTS[Person]
)
"""What is known of a person."""

_DATA_KEYS = {"concepts": "ccs"}
"""The keys of `edition.yaml` that differ from the edition's attributes."""


@dataclasses.dataclass(frozen=True, slots=True)
class Fact:
    """Something that an edition says."""

    id: str
    """The name that prose quotes: `organizers.ed-chi.affiliations.1.institution`."""
    value: str
    """The value as artefacts print it, without a mark of what is to be confirmed."""
    text: str
    """The value in one line, days and times as ISO 8601 has them, for records and comparisons."""
    span: Span | None
    """Where the value was written, or the nearest record around it."""
    key: str
    """The same for everything that one place in the data says of a person, whatever the edition
    names that person for: `people.ed-chi.name`. Of all else it is the id."""
    is_derived: bool = False
    """Whether it is put together from other facts, so that no record or comparison needs it."""
    owners: tuple[Any, ...] = dataclasses.field(default=(), compare=False, repr=False)
    """The values that hold it, from the edition inwards: a talk, its person, a post."""
    attribute: str = dataclasses.field(default="", compare=False)
    """The attribute of the last owner, or of the edition."""


def facts_of(edition: Edition, folder: Folder) -> dict[str, Fact]:
    """All facts of an edition by id.

    Ids do not depend on the order of a list: its items are named by their ids, texts, days or
    times; only several posts of one person are counted. What is unknown or empty is no fact.

    Args:
        edition: the edition.
        folder: the data that it was resolved from, which know the places.
    """
    collection = _FactCollection(edition, folder)
    collection.collect(edition, _Position())
    return collection.facts


def recorded_facts(edition: Edition, folder: Folder) -> dict[str, Fact]:
    """The facts that are recorded and compared, by key: each place in the data stands once.

    A person who is an organizer and a speaker has the ids of an organizer.
    """
    recorded: dict[str, Fact] = {}
    for fact in facts_of(edition, folder).values():
        if not fact.is_derived:
            recorded.setdefault(fact.key, fact)
    return recorded


class _Position(Struct, frozen=True):
    """Where in an edition a value stands."""

    id: str = ""
    key: str = ""
    path: tuple[str | int, ...] = ()
    """The keys that lead to it in the data."""
    owners: tuple[Any, ...] = ()
    attribute: str = ""

    def attribute_of(self, owner: Any, name: str) -> _Position:
        """The position of an attribute of a value that stands here."""
        owners = self.owners if isinstance(owner, Edition) else (*self.owners, owner)
        path = (*self.path, _DATA_KEYS.get(name, name))
        return _Position(_joined(self.id, name), _joined(self.key, name), path, owners, name)

    def item(self, name: str, step: str | int) -> _Position:
        """The position of an item of a list or mapping that stands here."""
        return replace(
            self,
            id=_joined(self.id, name),
            key=_joined(self.key, name),
            path=(*self.path, step),
        )


class _FactCollection(Struct):
    edition: Edition
    folder: Folder
    facts: dict[str, Fact] = field(default_factory=dict)

    def collect(self, value: Any, at: _Position) -> None:
        """Add what a value says."""
        text = _as_text(value)
        if text is not None:
            self.add(at, text, _printed(value, text))
        elif isinstance(value, Talk | Paper) and at.path[0] == "schedule":
            self.add(at, value.id)
        elif isinstance(value, Person) and value.id:
            self.add(at, value.id)
            # `speakers.ed-chi.person` is who it is; what is known of them is said of the speaker.
            person = at.id.removesuffix(".person")
            key = f"people.{value.id}"
            inside = replace(at, id=person, key=key, path=("people", value.id))
            self.collect_attributes(value, inside)
            self.collect_parts(value, at)
        elif isinstance(value, Person) and at.attribute in {"contact", "other_contacts"}:
            self.collect(value.email, at.attribute_of(value, "email"))  # which is all of it
        elif isinstance(value, Dates):
            # The workshop's own day stands in `when`.
            self.collect(value.of_authors, at)
        elif isinstance(value, SitePictures):
            self.collect_pictures(value, at)
        elif isinstance(value, Link | LinkCollection):
            self.collect_links(value, at)
        elif isinstance(value, Mapping):
            self.collect_items(value, at)
        elif isinstance(value, Collection | Sequence):
            for number, (name, item) in enumerate(_named(value)):
                self.collect(item, at.item(name, number))
        elif isinstance(value, Record | Struct):
            self.collect_attributes(value, at)
            self.collect_parts(value, at)

    def collect_parts(self, value: Any, at: _Position) -> None:
        """Add what an author does for a paper."""
        if isinstance(value, Author):
            for name in ("presenter", "corresponding"):
                if getattr(value, name):
                    self.collect(True, at.attribute_of(value, name))

    def collect_items(self, items: Mapping[Any, Any], at: _Position) -> None:
        """Add what the items of a mapping say, each under its key."""
        for name, item in items.items():
            if isinstance(item, Document) and item.is_version:
                continue  # it says what the document says
            step = item.kind if isinstance(item, Document) else str(name)
            self.collect(item, at.item(str(name), step))

    def collect_links(self, links: Link | LinkCollection, at: _Position) -> None:
        """Add the address of a link, or of all of them."""
        if isinstance(links, Link):
            # What the series links to is no fact of one of its editions.
            self.add(at, links.url, links.url, is_derived=links.is_of_series)
        else:
            self.collect(links.named, at)
            self.collect(links.others, at.attribute_of(links, "others"))

    def collect_pictures(self, pictures: SitePictures, at: _Position) -> None:
        """Add what is said of the wide photo."""
        picture = pictures.picture
        if picture is not None:
            for name in ("alt", "credit"):
                # What the series' photo shows is no fact of one of its editions.
                text, place = getattr(picture, name) or "", at.attribute_of(picture, name)
                where = replace(place, path=("picture", name))
                self.add(where, text, text, is_derived=picture.is_of_series)

    def collect_attributes(self, record: Any, at: _Position) -> None:
        """Add what the attributes of a value say, and what is derived from them."""
        if isinstance(record, Concept):
            path = at.attribute_of(record, "path")
            own = replace(path, id=at.id, key=at.key, path=(*at.path, "concept"))
            self.add(own, " → ".join(record.path))
        elif isinstance(record, Deadline):
            day = at.attribute_of(record, "day")
            own = replace(day, id=at.id, key=at.key, path=(*at.path, "date"))
            self.collect(record.day, own)
        for name in _attributes(record):
            value = getattr(record, name)
            if value is None:
                continue  # as most of what may be said
            if isinstance(value, Language):
                value = "" if value == ENGLISH or not isinstance(record, Edition) else value.tag
            is_unmarked = isinstance(record, Organizer | Deadline | Talk) and value is False
            if name in _NOT_FACTS.get(type(record), set()) or is_unmarked:
                continue
            if isinstance(record, When) and name not in _facts_of_when(record):
                continue
            position = at.attribute_of(record, name)
            if isinstance(record, When | WorkshopDay | Slot) and name in {"start", "end"}:
                self.add(position, wording.clock(value.time()))  # its day stands in `when`
            else:
                self.collect(value, position)
        for name, key, value in _derived(record):
            position = at.attribute_of(record, name)
            self.add(replace(position, path=(*at.path, *key)), value, is_derived=True)

    def add(
        self, at: _Position, text: str, value: str | None = None, *, is_derived: bool = False
    ) -> None:
        """Add a fact, unless it is empty or there is one of that id."""
        line = " ".join(text.split())
        if not line:
            return
        value = text if value is None else value
        span = value.span if isinstance(value, Text) and value.pieces else self.place(at)
        fact = Fact(at.id, value, line, span, at.key, is_derived, at.owners, at.attribute)
        self.facts.setdefault(fact.id, fact)

    def place(self, at: _Position) -> Span | None:
        """Where the data write a value that does not know its place."""
        files = self.folder.editions[self.edition.id]
        owner = at.owners[-1] if at.owners else None
        record: Record | None = files.edition
        first, *rest = at.path
        committee = next((part for part in at.owners if isinstance(part, Committee)), None)
        if committee is not None and first != "people":
            return committee.span  # which may stand in the series' file
        if isinstance(owner, Record):  # `rights`, as the document's variant has them
            record, rest = owner, [at.attribute]
        elif first == "people":
            record, rest = self.folder.people.get(str(rest[0])), rest[1:2]
        elif first == "venue":
            record = self.folder.venues.get(files.edition.venue)
        elif first == "when":
            rest = [first, 0, *rest] if rest[:1] != ["days"] else [first, *rest[1:]]
        elif first == "schedule" and rest:
            record, rest = files.program[int(rest[0])], rest[1:]
        elif first == "speakers" and rest:
            talk = next(part for part in at.owners if isinstance(part, Talk))
            speakers = files.edition.speakers
            record = next(speaker for speaker in speakers if speaker.talk_id == talk.id)
            rest = rest[1:]
        elif first == "papers" and rest:
            record, rest = files.shown_papers[int(rest[0])], rest[1:]
        else:
            rest = [first, *rest]
        return record.place(*rest) if record else None


def _facts_of_when(when: When) -> set[str]:
    """What is said of the workshop's day; of several, each has hours of its own."""
    return {"date", "days"} if when.has_several_days else {"date", "start", "end"}


def _derived(record: Any) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """What is put together from attributes of a value, with the keys where those are written."""
    match record:
        case Edition():
            yield "title", ("ordinal",), record.title
        case When() if not record.has_several_days:
            yield "hours", ("start",), record.hours
        case WorkshopDay():
            yield "hours", ("start",), record.hours
        case Venue():
            certain = replace(record, is_tentative=False)
            yield "place", ("city",), certain.place
            yield "dates", ("start",), certain.dates or ""
        case Deadline(day=day) if day.is_tentative:
            yield "planned", ("date",), day.plain
        case Person(affiliations=posts, affiliation=str(value)):
            first = posts[0].institution
            value = first.replaced(value) if isinstance(first, Text) else value
            yield "affiliation", ("affiliations",), value
        case Slot():
            yield "hours", ("start",), record.hours
            if record.is_tentative:
                yield "is_tentative", (), "true"
        case SubmissionTerms():
            for name in ("pages", "words"):
                if limit := getattr(record, name):
                    yield name, (name,), _range(limit, record.language)


def _range(limit: Pages, language: Language) -> str:
    """How many pages or words there may be: "2 to 8", or "4" if there have to be as many."""
    most = int(limit.max)
    least = None if limit.min is None or limit.min == limit.max else int(limit.min)
    if language.is_english:
        return f"{least} to {most}" if least else f"{most}"
    from babel.numbers import format_decimal  # noqa: PLC0415 - slow to load

    shown = format_decimal(most, locale=language.locale)
    if not least:
        return shown
    first = format_decimal(least, locale=language.locale)
    return language.gettext("%(least)s to %(most)s", least=first, most=shown)


def _as_text(value: Any) -> str | None:
    """A single value as text; nothing for one that is made of others, or is no fact."""
    match value:
        case str():
            return value
        case int():
            return str(value).lower() if isinstance(value, bool) else int.__repr__(value)
        case ZoneInfo():
            # The first who asked for a zone gave it its name, with the place of that venue.
            return str(value.key)
        case Day():
            return value.isoformat()
        case dt.datetime():
            return value.isoformat()
        case Price():
            return value.amount
        case _:
            return None


def _printed(value: Any, text: str) -> str:
    """A single value as artefacts print it."""
    if isinstance(value, Price):
        return str(value)
    return value.plain if isinstance(value, Day) else text


def _attributes(record: Any) -> list[str]:
    if isinstance(record, Record):
        return list(type(record).model_fields)
    return list(record.__struct_fields__)


def _named(items: Collection[Any] | Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """The items of a list with their names, of which no two are the same."""
    wanted = (_name_of(item) or str(number) for number, item in enumerate(items, start=1))
    return zip(distinct_names(wanted), items, strict=True)


def _name_of(item: Any) -> str:
    """What names an item of a list, wherever in the list it stands."""
    match item:
        case Affiliation():
            return ""  # counted, so that a change of institution is one of the same post
        case WorkshopDay():
            return item.date.date.isoformat()
        case Day():
            return item.isoformat()
        case Author(id=""):
            return slug(item.name)
        case Person(id="", email=str() as email):
            return slug(email)
        case Person(id="") | Sponsor():
            return slug(item.name)
        case JoinLink():
            return slug(item.name)
        case Link():
            return slug(item.label)
        case Fee():
            return slug(item.who or "")
        case Concept():
            return slug(item.path[-1])
        case str():
            return slug(item)
    owner = getattr(item, "person", item) if not hasattr(item, "id") else item
    return str(getattr(owner, "id", ""))


def _joined(name: str, part: str) -> str:
    return f"{name}.{part}" if name else part
