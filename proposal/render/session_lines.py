"""What calendars say of a slot beside its title: its question, its parts, and who leads it."""

from __future__ import annotations

from proposal.edition import wording
from proposal.edition.participants import Person
from proposal.edition.schedule import Slot
from proposal.render.plain import plain_line


def in_calendars(slot: Slot) -> list[str]:
    """Paragraphs on a slot, in the order in which pages have them."""
    led = [f"{label}: {', '.join(map(_named, people))}" for label, people in slot.leads]
    parts = [f"{part.hours} {described(part)}" for part in slot.parts]
    paragraphs = ([slot.question or ""], led, parts)
    return ["\n".join(map(plain_line, lines)) for lines in paragraphs]


def _named(person: Person) -> str:
    return f"{person.name} ({person.affiliation})" if person.affiliation else person.name


def described(part: Slot) -> str:
    """A part in a line: its title, who speaks on what, and the papers."""
    who = f": {part.talk.addressed}" if part.talk else ""
    about = part.talk.title if part.talk else None
    papers = [paper.title + wording.in_brackets(paper.presented) for paper in part.papers]
    return "; ".join(filter(None, (f"{part.title}{who}", about, *papers)))
