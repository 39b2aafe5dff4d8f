"""Compares all clocks: the schedule's, its zone's, the place's, the script's, the calendar's."""

from __future__ import annotations

import datetime as dt
import re
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
    place = _place(edition)
    noons = [dt.datetime.combine(day, dt.time(12)) for day in _possible_days(edition)]
    if place is None or not noons:
        return
    is_online = any(_ONLINE.search(run.text) for content in edition for run in content.runs)
    for content in edition:
        lines: dict[tuple[int | None, ...], list[ZoneLabel]] = {}
        for label in content.zones:
            in_table = label.table is not None
            line = (label.location.span.line, label.location.page)
            lines.setdefault((label.table,) if in_table else line, []).append(label)
        named = {
            key: [label for label in labels if not label.name.startswith(_EVERYWHERE)]
            for key, labels in lines.items()
        }
        is_right = any(_is_right(labels, place, noons) for labels in named.values())
        for key, labels in named.items():
            if labels and _zones_of(place, noons[0]) and not _is_right(labels, place, noons):
                offsets = [label.name for label in lines[key] if is_offset(label.name)]
                may_be_meant = is_online or (is_right and labels[0].table is None)
                if not may_be_meant or _is_of_other_season(labels[0], place, noons[0]):
                    yield _wrong_zone(labels[0], offsets, place, noons[0])


_ONLINE = re.compile(
    r"\b(?:virtual(?:ly)?|hybrid|zoom|(?:fully|held|entirely)\s+online"
    r"|online\s+(?:workshop|event|only|participation))\b",
    re.IGNORECASE,
)
"""What people from afar take part in, whose hours may be said in another zone on purpose."""


_ONLINE_PLACE = re.compile(r"\W*(?:online|virtual)", re.IGNORECASE)
"""`Online from Dresden, Germany`: nobody looks at the clocks there."""


_LEADING = re.compile(r"^.*\s(?:in|at)\s+")
"""What may stand before the city: `in conjunction with SIGIR 2020 in`."""


def _is_right(
    labels: Sequence[ZoneLabel], place: StatedPlace, noons: Sequence[dt.datetime]
) -> bool:
    return any(
        is_called(zone, label.name, noon)
        for label in labels
        for noon in noons
        for zone in _zones_of(place, noon)
    )


def _is_of_other_season(label: ZoneLabel, place: StatedPlace, noon: dt.datetime) -> bool:
    """Whether a zone is that of the place at another time of the year."""
    names = {letters for _, letters in letters_before(_zones_of(place, noon)[0], noon.year)}
    return label.name in names


def _zones_of(where: StatedPlace, noon: dt.datetime) -> list[str]:
    place = read_place(where.text)
    return possible_zones(place, noon) if place else []


def _wrong_zone(
    label: ZoneLabel,
    offsets: Sequence[str],
    place: StatedPlace,
    noon: dt.datetime,
) -> Conflict:
    """Letters whose hours are not those of the place; with an offset beside them it is sure."""
    where = place.location.seen_from(label.location)
    zones, city = _zones_of(place, noon), _LEADING.sub("", place.text.split(",")[0])
    moment = noon.replace(tzinfo=ZoneInfo(zones[0]))
    local = clock_name(moment)
    if offsets and len(zones) == 1:
        message = f"the hours are said to be {label.name} ({offsets[0]}); on {noon:%B} {noon.day}"
        message += f" the clocks of {city} ({where}) are at {offset_name(moment)}"
        hint = f"write {offset_name(moment)}, and the hours that the clocks show then"
        return wrong("wrong-zone", message, label.location, hint, place.location)
    if _is_of_other_season(label, place, noon):
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


def _possible_days(edition: Sequence[PageContent]) -> list[dt.date]:
    """The days on which the workshop or a schedule may be: one, if it is said; or else all."""
    day = _day(edition)
    if day is not None:
        return [day]
    days = {days.first for content in edition for days in content.days}
    days |= {
        deadline.date
        for content in edition
        for deadline in content.deadlines
        if deadline.name == "workshop"
    }
    return sorted(days)


def _place(edition: Sequence[PageContent]) -> StatedPlace | None:
    """Where the workshop is: the first place of which a city and a country are known.

    Of places that were taken out of sentences, all have to name the same city.
    """
    known = [
        where
        for content in edition
        for where in content.places
        if (place := read_place(where.text)) and country_code(place.country) is not None
        if not _ONLINE_PLACE.match(where.text)
    ]
    if sure := next((where for where in known if where.is_sure), None):
        return sure
    cities = {tidy(where.text.partition(",")[0]).casefold() for where in known}
    return known[0] if len(cities) == 1 else None


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
