"""Recognizes rooms by their words and numbers, and lists those of an edition."""

from __future__ import annotations

import re
from collections.abc import Iterable

from proposal.edition.edition import Edition
from proposal.reading.searchable_text import normalize

ROOM = re.compile(
    r"\b(?:room|hörsaal|saal|raum|salle|sala|aula|auditorio|auditório)\s*:?\s*(?:room\s+)?"
    r"([A-Z]?\d[\w.-]*|(?-i:[A-Z])\b)",
    re.IGNORECASE,
)
"""`Room 114`, `room: A1.2`, `Hörsaal 3`"""


def rooms_of(edition: Edition) -> set[str]:
    """All rooms that an edition has: its own, those of its days and of parts of its schedule."""
    rooms = [edition.room, *(day.room for day in edition.when.days)]
    rooms += [part.room for slot in edition.schedule for part in slot.with_parts]
    return {room for room in rooms if room}


def numbers_of(rooms: Iterable[str]) -> set[str]:
    """The numbers of rooms, as they are compared: `114`, `a12`."""
    return {number_of(match) for room in rooms for match in ROOM.finditer(room)}


def number_of(match: re.Match[str]) -> str:
    """The number of a room that was found, as it is compared."""
    return normalize(match[1].rstrip(".-"))
