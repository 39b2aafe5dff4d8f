"""Compares all clocks: the schedule's, its zone's, the place's, the script's, the calendar's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely, wrong
from proposal.audit.with_each_other.stated.program_days import UNKNOWN, SaidDay
from proposal.audit.with_each_other.stated.program_statements import title_in
from proposal.audit.with_each_other.stated.statements import (
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
from proposal.reading.hours import HALF_DAY, minutes_of_day, read_hours
from proposal.reading.places import is_called, possible_zones, read_place, work_out_zone

_EVERYWHERE = ("UTC", "GMT", "AoE")
"""Zones that are said on purpose, wherever a workshop is."""


def zones(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Programs in a zone whose clocks are not those of the place on that day."""
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
"""What people from afar take part in, whose hours may be said in another zone on purpose.
Example: `held online via Zoom`."""


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
    """Scripts and calendars that let a day or a part of it begin at another time."""
    said = [slot for content in edition for slot in content.slots if slot.end is not None]
    first = _first_day(edition, said)
    zone = _zone(edition, first) if first else None
    if zone is None or not said:
        return
    only = _only_day(edition, said, zone)
    slots = [replace(slot, day=slot.day or only or UNKNOWN) for slot in said]
    for content in edition:
        events = [(moment, moment.time.astimezone(zone)) for moment in content.times]
        for moment, local in events:
            if moment.shown is not None:
                yield from _beside(moment, local)
            elif moment.of is None:
                yield from _in_program(moment, local, slots)
            elif named := [slot for slot in slots if _is_called(slot, moment.of)]:
                others = [event for event in events if event[0] is not moment]
                yield from _event(moment, local, named, others, _days_of(slots))


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
    moment: StatedTime, local: dt.datetime, slots: Sequence[StatedSlot]
) -> Iterator[Conflict]:
    """A moment with which the day begins, or a part of it."""
    if any(_begins(slot, local) for slot in slots) or not all(map(_has_day, slots)):
        return
    days = _days_of(slots)
    own = [slot for slot in slots if _is_on(slot, local.date())]
    is_near = len(days) == 1 and all(_is_near(day, local.date()) for day in days)
    if own or is_near:
        first = min(own or slots, key=lambda slot: slot.start)
        yield _other_beginning(moment, local, first)


def _event(
    moment: StatedTime,
    local: dt.datetime,
    named: Sequence[StatedSlot],
    others: Sequence[tuple[StatedTime, dt.datetime]],
    days: frozenset[SaidDay],
) -> Iterator[Conflict]:
    """An event of a calendar, beside the parts of the schedule that have its name.

    Of several events with one name, such as breaks, those without a part of their own may have
    been left out of the schedule.
    """
    if own := [slot for slot in named if _begins(slot, local)]:
        yield from _ending(moment, local, own)
        return
    if not all(map(_has_day, named)):
        return
    taken = [
        slot
        for slot in named
        if any(_begins(slot, at) and _is_called(slot, other.of or "") for other, at in others)
    ]
    left = [slot for slot in named if slot not in taken]
    on_its_day = [slot for slot in left if _is_on(slot, local.date())]
    is_near = len(days) == 1 and all(_is_near(day, local.date()) for day in days)
    is_shown = any(day.may_be(local.date()) for day in days)
    if on_its_day or (left and (is_near or is_shown)):
        yield _other_beginning(moment, local, (on_its_day or left)[0])


def _other_beginning(moment: StatedTime, local: dt.datetime, slot: StatedSlot) -> Conflict:
    where = slot.location.seen_from(moment.location)
    verb = "begins" if moment.of else "lets the day begin"
    given = f"{moment.time:%H:%M} {moment.time.tzname()}"
    at = f"{local:%H:%M} {local.tzname()}"
    at = given if given == at else f"{given} ({at})"
    start = f"{slot.start // 60:02}:{slot.start % 60:02}"
    if not _is_on(slot, local.date()):
        at += f" on {_name_of(local.date())}"
        start += f" on {slot.day.name}" if slot.day else ""
    message = f"{moment.source} {verb} at {at}; the schedule says {start} ({where})"
    hint = None if moment.of else _hint(moment, local, slot)
    return wrong("time-differs", message, moment.location, hint, slot.location)


def _hint(moment: StatedTime, local: dt.datetime, slot: StatedSlot) -> str | None:
    """What a script has to give, where the day is known to the year."""
    known = min(slot.day.dates) if slot.day and slot.day.dates and slot.day.has_year else None
    date = local.date() if _is_on(slot, local.date()) else known
    if date is None:
        return None
    clock = dt.time(slot.start // 60, slot.start % 60)
    right = dt.datetime.combine(date, clock, local.tzinfo).astimezone(moment.time.tzinfo)
    return f"write {right:%Y-%m-%dT%H:%M:%S}{'Z' if right.utcoffset() == dt.timedelta() else ''}"


def _ending(
    moment: StatedTime, local: dt.datetime, own: Sequence[StatedSlot]
) -> Iterator[Conflict]:
    """An event of a calendar that begins with its part of the schedule and ends otherwise."""
    if moment.end is None:
        return
    end = moment.end.astimezone(local.tzinfo)
    for slot in own:
        is_next = (end.date() - local.date()).days == int(slot.ends_next_day)
        is_backwards = (slot.end or 0) < slot.start and not slot.ends_next_day
        if is_backwards or (is_next and _is_clock(slot.end or 0, slot, end)):
            return
    slot = own[0]
    until = local.date() + dt.timedelta(days=int(slot.ends_next_day))
    said, right = f"{end:%H:%M}", f"{(slot.end or 0) // 60:02}:{(slot.end or 0) % 60:02}"
    if until != end.date():
        said, right = f"{said} on {_name_of(end.date())}", f"{right} on {_name_of(until)}"
    where = slot.location.seen_from(moment.location)
    message = f"{moment.source} ends at {said}; the schedule says {right} ({where})"
    hint = "correct one of the two"
    yield wrong("time-differs", message, moment.location, hint, slot.location)


_EARLY = 6 * 60
"""What begins before this hour may stand at the end of the day before."""

_TWO_WAYS = re.compile(r"(?<!\d)(?:[1-9]|1[0-2])(?:[:.h]\d\d)?(?!\d)")
"""An hour that may be one before or after noon: `9:30`, and not `09:30` or `14:00`."""


def _begins(slot: StatedSlot, local: dt.datetime) -> bool:
    """Whether a part may begin at a moment."""
    return _is_clock(slot.start, slot, local) and _is_on(slot, local.date())


def _is_clock(minutes: int, slot: StatedSlot, local: dt.datetime) -> bool:
    """Whether minutes of a day are those of a moment; without am and pm, 9:30 may be 21:30."""
    apart = abs(minutes - minutes_of_day(local))
    is_open = "m" not in slot.hours.casefold() and _TWO_WAYS.search(slot.hours) is not None
    return apart == 0 or (is_open and apart == HALF_DAY)


def _is_on(slot: StatedSlot, date: dt.date) -> bool:
    """Whether a part may be on a day; one after midnight stands below those of the evening."""
    day = slot.day or UNKNOWN
    is_night = slot.start < _EARLY and day.may_be(date - dt.timedelta(days=1))
    return day.may_be(date) or is_night


def _has_day(slot: StatedSlot) -> bool:
    return slot.day is not None and slot.day.is_known


def _days_of(slots: Sequence[StatedSlot]) -> frozenset[SaidDay]:
    """The days that are known of a schedule."""
    return frozenset(slot.day for slot in slots if slot.day is not None and slot.day.is_known)


def _is_near(day: SaidDay, date: dt.date) -> bool:
    """Whether a date is one beside a day, as a wrong zone makes it."""
    return any(day.may_be(date + dt.timedelta(days=days)) for days in (-1, 0, 1))


def _name_of(date: dt.date) -> str:
    return f"{date:%B} {date.day}"


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


def _first_day(edition: Sequence[PageContent], slots: Sequence[StatedSlot]) -> dt.date | None:
    """The first day that the schedule names, or else that of the workshop, by which zones go."""
    dated = [slot.day for slot in slots if slot.day is not None and slot.day.has_year]
    named = [min(day.dates) for day in dated if day.dates]
    own = [days.first for content in edition for days in content.days if days.is_own]
    return min(named, default=_day(edition) or min(own, default=None))


def _only_day(
    edition: Sequence[PageContent], slots: Sequence[StatedSlot], zone: ZoneInfo
) -> SaidDay | None:
    """The day of the parts above which none is named, if nothing speaks of a second one."""
    day = _day(edition)
    if day is None or any(slot.day is not None and not _is_day(slot.day, day) for slot in slots):
        return None
    longer = [
        days
        for content in edition
        for days in content.days
        if (days.is_own or content.document.events) and days.first < days.last
    ]
    on = {
        local.date()
        for content in edition
        for moment in content.times
        if moment.of and any(_is_called(slot, moment.of) for slot in slots)
        if abs(((local := moment.time.astimezone(zone)).date() - day).days) <= _WEEK
    }
    is_one = len(on) <= 1 and not any(days.first <= day <= days.last for days in longer)
    return SaidDay(frozenset([day])) if is_one else None


_WEEK = 7
"""Days."""


def _is_day(day: SaidDay, date: dt.date) -> bool:
    return day.is_known and day.may_be(date)


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
