"""Compares all clocks: the schedule's, its zone's, the place's, the script's, the calendar's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely, wrong
from proposal.audit.with_each_other.program_statements import title_in
from proposal.audit.with_each_other.statements import (
    PageContent,
    StatedPlace,
    StatedSlot,
    StatedTime,
    ZoneLabel,
)
from proposal.audit.with_each_other.text_similarity import tidy
from proposal.clocks import clock_name, letters_before, offset_name
from proposal.model.countries import country_code
from proposal.model.name_comparison import plain_words
from proposal.reading.abbreviations import is_offset
from proposal.reading.hours import read_hours
from proposal.reading.places import is_called, possible_zones, read_place, work_out_zone

_EVERYWHERE = ("UTC", "GMT", "AoE")
"""Zones that are said on purpose, wherever a workshop is."""


def zones(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Programmes in a zone whose clocks are not those of the place on that day."""
    day, place = _day(edition), _place(edition)
    if day is None or place is None:
        return
    noon = dt.datetime.combine(day, dt.time(12))
    for content in edition:
        lines: dict[tuple[int, int | None], list[ZoneLabel]] = {}
        for label in content.zones:
            lines.setdefault((label.location.span.line, label.location.page), []).append(label)
        for labels in lines.values():
            named = [label for label in labels if not label.name.startswith(_EVERYWHERE)]
            possible = _zones_of(place, noon)
            agree = (is_called(zone, label.name, noon) for label in named for zone in possible)
            if named and possible and not any(agree):
                offsets = [label.name for label in labels if is_offset(label.name)]
                yield _wrong_zone(named[0], offsets, place, noon)


def _zones_of(where: StatedPlace, noon: dt.datetime) -> list[str]:
    place = read_place(where.text)
    return possible_zones(place, noon) if place else []


def _wrong_zone(
    label: ZoneLabel, offsets: Sequence[str], place: StatedPlace, noon: dt.datetime
) -> Conflict:
    """Letters whose hours are not those of the place; with an offset beside them it is sure."""
    where = place.location.seen_from(label.location)
    zones, city = _zones_of(place, noon), place.text.split(",")[0]
    moment = noon.replace(tzinfo=ZoneInfo(zones[0]))
    local = clock_name(moment)
    if offsets and len(zones) == 1:
        message = f"the hours are said to be {label.name} ({offsets[0]}); on {noon:%B} {noon.day}"
        message += f" the clocks of {city} ({where}) are at {offset_name(moment)}"
        hint = f"write {offset_name(moment)}, and the hours that the clocks show then"
        return wrong("wrong-zone", message, label.location, hint, place.location)
    if label.name in {letters for _, letters in letters_before(zones[0], noon.year)}:
        message = f"{city} ({where}) follows {local} on {noon:%B} {noon.day}, not {label.name}"
        return unlikely("wrong-zone", message, label.location, f"write {local}", place.location)
    message = f"the hours are said to be {label.name}; the clocks of {city} ({where}) are not"
    hint = f"write {local}" if len(zones) == 1 else "write the zone of the place"
    return wrong("wrong-zone", message, label.location, hint, place.location)


def beginnings(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Scripts and calendars that let the day or a part of it begin at another time."""
    slots = [slot for content in edition for slot in content.slots if slot.end is not None]
    day = _day(edition)
    zone = _zone(edition, day) if day else None
    if day is None or zone is None or not slots:
        return
    for content in edition:
        for moment in content.times:
            local = moment.time.astimezone(zone)
            near = abs((local.date() - day).days) <= 1
            if moment.shown is not None:
                yield from _beside(moment, local)
            elif near:
                yield from _in_program(moment, local, day, slots)


def _beside(moment: StatedTime, local: dt.datetime) -> Iterator[Conflict]:
    """A machine-readable time whose hour is another one than readers see."""
    shown = read_hours(moment.shown or "")
    offset = moment.time.utcoffset()
    if shown is None or "UTC" in (moment.shown or "") or shown.end is not None:
        return
    said = {local.time(), moment.time.time()}
    if offset is not None and shown.start not in {time.replace(second=0) for time in said}:
        message = f"readers see “{moment.shown}”; for machines it is {local:%H:%M} ({local:%Z})"
        yield wrong("time-differs", message, moment.location, "correct one of the two")


def _in_program(
    moment: StatedTime, local: dt.datetime, day: dt.date, slots: Sequence[StatedSlot]
) -> Iterator[Conflict]:
    """A moment that begins the day, or a part of the schedule that has its name."""
    named = [slot for slot in slots if moment.of is not None and _is_called(slot, moment.of)]
    if moment.of is not None and not named:
        return
    starts = [_local(slot.start, day, local) for slot in (named or slots)]
    if local in starts:
        yield from _ending(moment, local, day, named)
        return
    first = named[0] if named else min(slots, key=lambda slot: slot.start)
    start = _local(first.start, day, local)
    where = first.location.seen_from(moment.location)
    verb = "begins" if moment.of else "lets the day begin"
    given = f"{moment.time:%H:%M} {moment.time.tzname()}"
    at = f"{local:%H:%M} {local.tzname()}"
    at = given if given == at else f"{given} ({at})"
    if local.date() != day:
        at += f" on {local:%B} {local.day}"
    message = f"{moment.source} {verb} at {at}; the schedule says {start:%H:%M} ({where})"
    right = start.astimezone(moment.time.tzinfo)
    hint = f"write {right:%Y-%m-%dT%H:%M:%S}{'Z' if right.utcoffset() == dt.timedelta() else ''}"
    yield wrong(
        "time-differs", message, moment.location, hint if not moment.of else None, first.location
    )


def _ending(
    moment: StatedTime, local: dt.datetime, day: dt.date, named: Sequence[StatedSlot]
) -> Iterator[Conflict]:
    """An event of a calendar that begins with its part of the schedule and ends otherwise."""
    if moment.end is None or not named:
        return
    end = moment.end.astimezone(local.tzinfo)
    own = [slot for slot in named if _local(slot.start, day, local) == local]
    if own and not any(_local(slot.end or 0, day, local) == end for slot in own):
        until = _local(own[0].end or 0, day, local)
        where = own[0].location.seen_from(moment.location)
        message = f"{moment.source} ends at {end:%H:%M}; the schedule says {until:%H:%M} ({where})"
        hint = "correct one of the two"
        yield wrong("time-differs", message, moment.location, hint, own[0].location)


def _is_called(slot: StatedSlot, name: str) -> bool:
    """Whether a slot is the event of a name: by its title, its head or its speaker."""
    wanted = plain_words(name)
    for line in slot.lines:
        words = plain_words(title_in(line.text))
        if words == wanted or (len(wanted) >= 3 and tidy(name) in tidy(line.text)):
            return True
        if wanted[:1] in (["keynote"], ["invited"]) and wanted[-2:] == words[-2:] != []:
            return True
    return False


def _local(minutes: int, day: dt.date, like: dt.datetime) -> dt.datetime:
    time = dt.datetime.combine(day, dt.time(minutes // 60 % 24, minutes % 60))
    return time.replace(tzinfo=like.tzinfo)


def _day(edition: Sequence[PageContent]) -> dt.date | None:
    """The workshop's day, if all that is said of it is one date."""
    days = {
        deadline.date
        for content in edition
        for deadline in content.deadlines
        if deadline.name == "workshop"
    }
    return days.pop() if len(days) == 1 else None


def _place(edition: Sequence[PageContent]) -> StatedPlace | None:
    """Where the workshop is: the first place of which a city and a country are known."""
    for content in edition:
        for where in content.places:
            place = read_place(where.text)
            if place is not None and country_code(place.country) is not None:
                return where
    return None


def _zone(edition: Sequence[PageContent], day: dt.date) -> ZoneInfo | None:
    """The zone of the schedule: the place's, with its label where the place has several."""
    said = [zone.name for content in edition for zone in content.zones]
    labels = [name for name in said if not name.startswith(_EVERYWHERE)]
    if any(name in _EVERYWHERE for name in said) or len(set(labels)) > 1:
        return None
    place = _place(edition)
    label = labels[0] if labels else None
    noon = dt.datetime.combine(day, dt.time(12))
    clock = work_out_zone(read_place(place.text) if place else None, label, noon)
    return ZoneInfo(clock.zone) if clock is not None and clock.agrees else None
