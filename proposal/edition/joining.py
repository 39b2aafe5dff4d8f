"""Where people take part from afar, and the words for it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from proposal.model.records.attendance_record import JOIN_ONLINE, Attendance, JoinRecord
from proposal.words.fixed import Fixed
from proposal.words.language import ENGLISH, Language
from proposal.words.marking import gettext_noop

ONLINE_TOO: frozenset[Attendance | None] = frozenset({"hybrid", "online"})
"""How people take part where they can do so from afar."""

ONLINE = gettext_noop("Online")
"""The place of what has no city."""


class JoinLink(Struct, frozen=True):
    """An address at which people take part from afar."""

    label: str | None
    """What it is called, if the data say it."""
    url: str
    note: str | None = None
    """What they need to know to join."""
    language: Language = ENGLISH
    is_over = True
    """Whether it is of no use any more when the workshop is over."""

    def __str__(self) -> str:
        return self.url

    @property
    def name(self) -> str:
        """What a list calls it."""
        return self.label or self.language.gettext(JOIN_ONLINE)

    @property
    def action(self) -> str:
        """What a button says that leads there."""
        words = self.language.gettext(JOIN_ONLINE)
        return f"{words}: {self.label}" if self.label else words

    @property
    def line(self) -> str:
        """The whole of it in a line: "Join online: https://… (The passcode is …)"."""
        note = f" ({self.note})" if self.note else ""
        return f"{self.name}: {self.url}{note}"


def join_links(records: Iterable[JoinRecord]) -> tuple[JoinLink, ...]:
    """The addresses that the data give."""
    return tuple(JoinLink(record.label, record.url, record.note) for record in records)


def place_of(city: str | None, state: str | None, country: str | None) -> str:
    """City, state and country; "Online" for a conference that is in no city."""
    if city:
        return ", ".join(filter(None, (city, state, country)))
    area = ", ".join(filter(None, (state, country)))
    return Fixed("Online, %(place)s", place=area) if area else Fixed(ONLINE)


def marked_place(place: str, *, is_tentative: bool) -> str:
    """A place with the mark of one that is to be confirmed."""
    return Fixed("%(words)s (to be confirmed)", words=place) if is_tentative else place


def workshop_place(
    attendance: Attendance | None, city: str | None, place: str, *, is_alone: bool = False
) -> str:
    """Where a workshop takes place.

    Args:
        attendance: how people take part, if that is said.
        city: that of the host conference, if it has one.
        place: that of the host conference, in words.
        is_alone: whether there is no conference, which could be elsewhere.
    """
    if attendance == "hybrid":
        return Fixed("%(place)s, and online", place=place)
    if attendance == "online" and is_alone:
        return Fixed(ONLINE) if city else place  # which may have a mark
    if attendance == "online" and city:
        return Fixed("Online; conference in %(place)s", place=place)
    return place


def on_site_and_online(place: str, language: Language) -> str:
    """Where something takes place that people come to, or join from afar as they like.

    Args:
        place: the room or another place; empty if that is not said.
        language: the language in which it is said.
    """
    if not place:
        return language.gettext("On site and online")
    return language.gettext("%(place)s, and online", place=place)


def on_site_alone(place: str, language: Language) -> str:
    """Where something takes place that nobody joins from afar, unlike what is around it.

    Args:
        place: the room or another place; empty if that is not said.
        language: the language in which it is said.
    """
    if not place:
        return language.gettext("On site only")
    return language.gettext("%(place)s, on site only", place=place)
