"""Words facts and lists of an edition in lines of plain text, as fields of forms take them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from proposal.edition import wording
from proposal.edition.collection import Collection
from proposal.edition.deadlines import Deadline, OpenDeadline
from proposal.edition.edition import Edition, PastEdition
from proposal.edition.fees import FeeLine
from proposal.edition.links import Link
from proposal.edition.own_files import page_of
from proposal.edition.participants import Committee, Organizer, Person
from proposal.edition.schedule import Paper, Slot, Talk, by_day
from proposal.edition.sponsor import Sponsor
from proposal.edition.submission_terms import Track
from proposal.model.talk_roles import ROLES
from proposal.render.plain import plain_line, plain_statement
from proposal.render.session_lines import described
from proposal.source.text import Prose
from proposal.words.marking import gettext_noop


def set_in_lines(block: Collection[Any] | Prose) -> str:
    """A list that a text sets in a paragraph of its own, one item a line."""
    if isinstance(block, Prose):
        return plain_statement(block)
    if block.kind == "biographies":
        return _biographies(block)
    if block.kind == "schedule":
        return _schedule(block)
    return _lines(map(_item, block))


def _item(item: Any) -> str:
    """An item of a list in a line."""
    match item:
        case Organizer(person=person):
            return _reachable(person)
        case Person():
            return _named(person=item)
        case Committee(name=name, members=members):
            return f"{name}: {', '.join(map(_named, members))}"
        case Talk():
            return _talk(item)
        case Paper(title=title, authors=authors):
            return f"{title} ({', '.join(author.name for author in authors)})"
        case Deadline() | OpenDeadline():
            return f"{item.label}: {item}"
        case PastEdition():
            return _past(item)
        case FeeLine(line=line):
            return line
        case Link(label=label, url=url):
            return f"{label}: {url}"
        case Sponsor(name=name) | Track(name=name):
            return name
        case _:
            return str(item)


def _named(person: Person) -> str:
    return person.name + wording.in_brackets(person.affiliation)


def _reachable(person: Person) -> str:
    return _named(person) + (f" <{person.email}>" if person.email else "")


def _talk(talk: Talk) -> str:
    people = wording.joined([_named(person) for person in talk.people], talk.language)
    role = talk.role_title or (talk.role if talk.language.is_english else _role(talk))
    mark = ", ".join(filter(None, (role, talk.mark)))
    title = f": {talk.title}" if talk.title else ""
    return f"{people}, {mark}{title}"


def _role(talk: Talk) -> str:
    role = ROLES[talk.role]
    return talk.language.gettext(role.label or role.title)


def _past(held: PastEdition) -> str:
    gettext = held.day.language.gettext
    numbers = (
        (held.submissions, gettext_noop("%(num)s submissions")),
        (held.accepted, gettext_noop("%(num)s accepted")),
        (held.attendees, gettext_noop("%(num)s participants")),
    )
    known = ", ".join(gettext(words, num=number) for number, words in numbers if number is not None)
    return f"{held.number}: {held.where}, {held.day}{wording.in_brackets(known)}"


def _biographies(people: Iterable[Person]) -> str:
    """A paragraph on each person who has a biography."""
    lives = (
        f"{plain_line(person.name)}: {plain_statement(person.biography)}"
        for person in people
        if person.biography
    )
    return "\n\n".join(lives)


def _schedule(slots: Iterable[Slot]) -> str:
    """The parts of the schedule, of several days below each day's name."""
    lines: list[str] = []
    for day in by_day(slots):
        lines += [day.day.heading] if day.day else []
        for slot in day.slots:
            lines += [f"{part.hours} {described(part)}{_place(part)}" for part in slot.with_parts]
    return _lines(lines)


def _place(slot: Slot) -> str:
    return wording.in_brackets(slot.shown_place)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(map(plain_line, lines))


def _people(edition: Edition) -> list[Person]:
    return [organizer.person for organizer in edition.organizers]


FORM_FACTS: Mapping[str, Callable[[Edition], str]] = {
    "title": lambda edition: plain_line(edition.title),
    "acronym": lambda edition: plain_line(edition.short_name),
    "website": lambda edition: page_of(edition) or "",
    "abstract": lambda edition: plain_statement(edition.abstract),
    "keywords": lambda edition: plain_line(", ".join(edition.keywords)),
    "topics": lambda edition: set_in_lines(edition.topics),
    "organizers": lambda edition: set_in_lines(edition.organizers),
    "organizer-names": lambda edition: _lines(person.name for person in _people(edition)),
    "affiliations": lambda edition: _lines(map(_named, _people(edition))),
    "emails": lambda edition: _lines(filter(None, (person.email for person in _people(edition)))),
    "contact": lambda edition: _lines(
        _reachable(person) if person.id else person.email or "" for person in edition.contacts
    ),
    "biographies": lambda edition: set_in_lines(edition.biographies),
    "days": lambda edition: plain_line(str(edition.when.date)),
    "place": lambda edition: plain_line(edition.place),
    "attendance": lambda edition: edition.attendance or "",
    "hours": lambda edition: plain_line(edition.when.hours),
    "duration": lambda edition: edition.when.length,
    "participants": lambda edition: str(edition.audience.expected) if edition.audience else "",
    "speakers": lambda edition: set_in_lines(edition.speakers),
    "committee": lambda edition: set_in_lines(edition.committee),
    "dates": lambda edition: _lines(map(_item, edition.dates.lines)),
    "schedule": lambda edition: set_in_lines(edition.schedule),
    "earlier-editions": lambda edition: set_in_lines(edition.editions),
}
"""What is pasted into a field that a fact answers, by the names of `FACT_ANSWERS`."""
