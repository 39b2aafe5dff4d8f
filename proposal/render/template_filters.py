"""Filters and tests that templates of every form share: `moment | clock`, `slots is tentative`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any, Protocol

from proposal.clocks import clock_and_offset, clock_name, shown_clock
from proposal.edition import wording
from proposal.edition.deadline_notes import deadline_notes
from proposal.edition.deadlines import Deadline, OpenDeadline
from proposal.edition.edition import Edition
from proposal.edition.host import Venue
from proposal.edition.joining import on_site_and_online
from proposal.edition.paper_groups import paper_groups
from proposal.edition.schedule import Slot, at_same_hours, by_day, concurrent
from proposal.edition.when import When
from proposal.model.fields import AOE
from proposal.model.material_kinds import file_format, materials_in_schedule
from proposal.words.language import Language


class TimeSpan(Protocol):
    """What has a beginning and an end: a day of the workshop, all of its days, a slot."""

    @property
    def start(self) -> dt.datetime:
        """When it begins."""
        ...

    @property
    def end(self) -> dt.datetime:
        """When it ends."""
        ...

    @property
    def hours(self) -> str:
        """From when to when, in words."""
        ...


def zone_name(when: dt.datetime | TimeSpan) -> str:
    """The zone of a moment as people call it: "MST, UTC−7", or its offset alone.

    Of what begins before the clocks are changed and ends behind it, both names: "CET, UTC+1 →
    CEST, UTC+2"; of days all along a year, each change.
    """
    return _from_to(clock_and_offset, when)


def clocks_behind(hours: TimeSpan) -> str:
    """What stands in brackets behind hours: "MST, UTC−7"; "UTC+1" where they name their clock.

    Nothing stands behind hours that name it by its offset: "14:00 UTC+4 – 17:00 UTC+4".
    """
    whole, letters = zone_name(hours), zone_abbreviation(hours)
    if hours.hours.endswith(f" {letters}"):
        whole = whole.removeprefix(letters).removeprefix(", ")
    return whole


def zone_abbreviation(when: dt.datetime | TimeSpan) -> str:
    """The letters of a zone, or its offset: "MST"; "CET → CEST" where the clocks are changed."""
    return _from_to(clock_name, when)


def _from_to(name: Callable[[dt.datetime], str], when: dt.datetime | TimeSpan) -> str:
    if isinstance(when, dt.datetime):
        return name(when)
    spans = when.by_venue if isinstance(when, When) else (when,)
    names = (name(moment) for span in spans for moment in (span.start, span.end))
    return " → ".join(clock for clock, _ in groupby(names))


def duration(minutes: int) -> str:
    """A length of time: "45 min", "1 h", "1 h 15 min"."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} min")
    return "\N{NO-BREAK SPACE}".join(parts).replace(" ", "\N{NO-BREAK SPACE}")


def host(venue: Venue) -> str:
    """The host conference in two words, "WSDM 2026"; beside none, who hosts the workshop."""
    return venue.short_name


def in_place(venue: Venue) -> str:
    """Where local times hold: "in Boise"; the city is not named while it may change.

    Of a conference without a city the time zone is named: "in the zone Europe/Madrid".
    """
    gettext = venue.language.gettext
    if venue.city is None:
        return gettext("in the zone %(zone)s", zone=venue.clocks_of)
    if venue.is_tentative:
        return gettext("at the venue")
    # Words: behind "local times", as in "local times in Boise".
    return gettext("in %(city)s", city=venue.city)


def room(edition: Edition) -> str:
    """The room and the building: "Room 114, Centre de Convencions"; empty if neither is known.

    Days that have rooms of their own share the building alone.
    """
    return ", ".join(filter(None, (edition.common_room, edition.venue.site)))


def whole_place(edition: Edition) -> str:
    """The room and the building, and online where people join all of it from there, too."""
    place = room(edition)
    is_joined_too = edition.attendance == "hybrid" and place
    return on_site_and_online(place, edition.language) if is_joined_too else place


def is_tentative(slots: Iterable[Slot]) -> bool:
    """Whether all hours of a schedule are tentative, which is then said once for all of them."""
    return all(slot.is_tentative for slot in slots)


def is_anywhere_on_earth(deadlines: Iterable[Deadline | OpenDeadline]) -> bool:
    """Whether a deadline is in the zone AoE, for templates of a workshop's own."""
    return any(deadline.zone == AOE for deadline in deadlines)


def shared_filters(language: Language) -> dict[str, Callable[..., Any]]:
    """The filters by the names by which templates use them, in a language."""
    return {
        **SHARED_FILTERS,
        "listed": lambda items: wording.joined(items, language),
        "weekday": lambda moment: wording.weekday(moment.date(), language),
    }


SHARED_FILTERS: Mapping[str, Callable[..., Any]] = {
    "at_same_hours": at_same_hours,
    "by_day": by_day,
    "clock": shown_clock,
    "concurrent": concurrent,
    "deadline_notes": deadline_notes,
    "duration": duration,
    "file_format": file_format,
    "host": host,
    "in_place": in_place,
    "listed": wording.joined,
    "materials_in_schedule": materials_in_schedule,
    "paper_groups": paper_groups,
    "room": room,
    "whole_place": whole_place,
    "weekday": lambda moment: wording.weekday(moment.date()),
    "utc": lambda moment: moment.astimezone(dt.UTC),
    "zone_abbreviation": zone_abbreviation,
    "clocks_behind": clocks_behind,
    "zone_name": zone_name,
}
"""By the names by which templates use them."""

SHARED_TESTS: Mapping[str, Callable[[Any], bool]] = {
    "anywhere_on_earth": is_anywhere_on_earth,
    "tentative": is_tentative,
}
"""By the names by which templates use them."""
