"""Works out the version of an event by what calendars have been told of it before.

An event keeps its identifier, and gets a higher sequence number and a later stamp as soon as
anything that it says is another (RFC 5545, 3.8.7.4). What was told before is data
(`model.published_events`), so that the same data make the same bytes, on any day and by anybody:
a stamp is no time of a clock, but one minute later than that of the version before.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, count
from typing import Literal

from msgspec import Struct

from proposal.model.name_comparison import identifier
from proposal.model.records.published_events import CalendarEvent

STAMP = "%Y-%m-%dT%H:%M:%SZ"
_STEP = dt.timedelta(minutes=1)

_HEAD = """\
# What calendars have been told of this edition, written by `proposal build`. Commit this file:
# from it the next build knows which events have changed, so that calendars take the newer ones.
# An event that nobody has ever seen may be deleted here before the next build.
"""


class EventIdentity(Struct, frozen=True):
    """What tells an event from others, whenever and under whatever title it was published."""

    calendar: Literal["schedule", "dates"]
    """The file that holds it."""
    kind: str
    talk: str | None
    title: str
    papers: tuple[str, ...]
    start: dt.datetime | dt.date
    end: dt.datetime | dt.date

    @property
    def starts(self) -> str:
        """When it begins, in local time, as it is remembered."""
        return local(self.start)

    @property
    def ends(self) -> str:
        """When it ends, in local time, as it is remembered."""
        return local(self.end)


class Version(Struct, frozen=True):
    """How often an event has changed, and since when it is as it is."""

    sequence: int
    """How often it has changed: 0 at first (RFC 5545, 3.8.7.4)."""
    stamp: dt.datetime
    """Since when it is as it is, in UTC (RFC 5545, 3.8.7.2)."""


def local(moment: dt.datetime | dt.date) -> str:
    """A moment by the clock of its place, without its zone; a day as a day."""
    if isinstance(moment, dt.datetime):
        return moment.replace(tzinfo=None).isoformat()
    return moment.isoformat()


def version_of(known: CalendarEvent | None, digest: str, first: dt.datetime) -> Version:
    """The version of an event that says what has this digest.

    Args:
        known: the event as it was told last; nothing if it is new.
        digest: of all that the event says now.
        first: the stamp of an event that has never changed.
    """
    if known is None:
        return Version(0, first)
    stamp = dt.datetime.strptime(known.stamp, STAMP).replace(tzinfo=dt.UTC)
    if known.digest == digest:
        return Version(known.sequence, stamp)
    return Version(known.sequence + 1, max(stamp, first) + _STEP)


def recognized(
    parts: Sequence[EventIdentity], known: Iterable[CalendarEvent]
) -> list[CalendarEvent | None]:
    """For each part, the event as which calendars know it, if they do.

    A talk is recognized by its id. Anything else is by what it shares with a known event: title
    and hour, papers, title, or hour, in this order; of several, the one that is nearest in time.
    """
    left = list(known)
    found: list[CalendarEvent | None] = [None] * len(parts)
    for is_same in _SIGNS:
        pairs = [
            (_distance(part, event), index, number)
            for index, part in enumerate(parts)
            if found[index] is None
            for number, event in enumerate(left)
            if part.calendar == event.calendar and is_same(part, event)
        ]
        taken: set[int] = set()
        for _, index, number in sorted(pairs):
            if found[index] is None and number not in taken:
                found[index] = left[number]
                taken.add(number)
        left = [event for number, event in enumerate(left) if number not in taken]
    return found


def _same_talk(part: EventIdentity, event: CalendarEvent) -> bool:
    return part.talk is not None and part.talk == event.talk


def _same_title_and_hour(part: EventIdentity, event: CalendarEvent) -> bool:
    return _same_title(part, event) and part.starts == event.start


def _same_papers(part: EventIdentity, event: CalendarEvent) -> bool:
    return bool(set(part.papers) & set(event.papers))


def _same_title(part: EventIdentity, event: CalendarEvent) -> bool:
    is_same = part.kind == event.kind and _words(part.title) == _words(event.title)
    return is_same and part.talk is None and event.talk is None


def _same_hour(part: EventIdentity, event: CalendarEvent) -> bool:
    """The same kind at the same time: it was renamed, or a speaker has become known or unknown."""
    is_one_talk = part.talk is None or event.talk is None
    is_then = part.starts == event.start or part.ends == event.end
    return is_one_talk and part.kind == event.kind and is_then and event.status != "CANCELLED"


_SIGNS: tuple[Callable[[EventIdentity, CalendarEvent], bool], ...] = (
    _same_talk,
    _same_title_and_hour,
    _same_papers,
    _same_title,
    _same_hour,
)
"""What tells that a part is a known event, the surest first."""


def _words(title: str) -> list[str]:
    return title.split()


def _distance(part: EventIdentity, event: CalendarEvent) -> float:
    """How far apart the two begin, in seconds; a cancelled event comes last."""
    start = dt.datetime.fromisoformat(part.starts) - dt.datetime.fromisoformat(event.start)
    return abs(start.total_seconds()) + (1e9 if event.status == "CANCELLED" else 0)


def names_of(parts: Sequence[EventIdentity], taken: Callable[[str], bool]) -> list[str]:
    """A name for each part, which does not depend on what stands before it.

    Args:
        parts: those of one calendar.
        taken: whether an event that calendars know has a name already.
    """
    plain = [_name(part) for part in parts]
    names: list[str] = []
    for part, base in zip(parts, plain, strict=True):
        hour = f"{base}-{part.starts[11:16].replace(':', '') or part.starts}"
        is_alone = plain.count(base) == 1
        choices = chain([base] if is_alone else [], [hour], (f"{hour}-{n}" for n in count(2)))
        names.append(next(name for name in choices if name not in names and not taken(name)))
    return names


def _name(part: EventIdentity) -> str:
    if part.talk is not None:
        return f"talk-{part.talk}"
    if part.calendar == "dates":
        return f"date-{part.kind}"
    title = identifier(part.title, part.kind)
    says_kind = part.kind in title.split("-")  # "coffee-break" is a break
    return title if says_kind else f"{part.kind}-{title}"


def written(events: Iterable[CalendarEvent]) -> bytes:
    """The content of the file that remembers events."""
    listed = [_item(event) for event in events]
    return (_HEAD + ("".join(listed) or "[]\n")).encode()


def _item(event: CalendarEvent) -> str:
    """An event as an item of a YAML list, its texts quoted as JSON, which is YAML, too."""
    values = {name: getattr(event, name) for name in type(event).model_fields}
    lines = [
        f"{name}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in values.items()
        if value not in (None, [])
    ]
    return "- " + "\n  ".join(lines) + "\n"
