"""Writes events and calendars in the lines of RFC 5545, each property once.

The lines of an event tell whether it has changed, and so which version it is, which is then
written between them; and several files of an edition hold the same event.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from icalendar import Component, Event
from icalendar.parser import Contentlines
from msgspec import Struct

from proposal.render.versions import Version

Lines = Mapping[str, bytes]
"""The lines of each property of an event, by its name and in their order."""


class WrittenEvent(Struct, frozen=True):
    """An event to which nothing is added any more."""

    lines: bytes
    zones: frozenset[str]
    """The time zones that it names."""


def lines_of(event: Event, written: Lines | None = None) -> Lines:
    """The lines of an event's properties.

    Args:
        event: the event.
        written: the lines of those that are written already.
    """
    known = written or {}
    return {name: known.get(name) or _line(event, name) for name in event.sorted_keys()}


def _line(event: Event, name: str) -> bytes:
    values: Any = event[name]
    listed = values if isinstance(values, list) else [values]
    lines: Any = Contentlines(event.content_line(name, value) for value in listed)
    return bytes(lines.to_ical())


def digest_of(lines: Lines) -> str:
    """What tells an event from one that says anything else."""
    return hashlib.sha256(_joined(lines)).hexdigest()[:16]


def _joined(lines: Lines) -> bytes:
    return b"".join([b"BEGIN:VEVENT\r\n", *lines.values(), b"END:VEVENT\r\n"])


def with_version(event: Event, lines: Lines, uid: str, version: Version) -> WrittenEvent:
    """An event with its identifier and version.

    Args:
        event: the event without them, to which they are added.
        lines: its lines.
        uid: the identifier.
        version: which version of the event this is.
    """
    event.add("uid", uid)
    event.add("dtstamp", version.stamp)
    if version.sequence:  # 0 is what an event without a number has (RFC 5545, 3.8.7.4)
        event.add("sequence", version.sequence)
        event.add("last-modified", version.stamp)
    values: Iterable[Any] = event.values()
    zones = {getattr(value, "params", {}).get("TZID", "UTC") for value in values}
    return WrittenEvent(_joined(lines_of(event, lines)), frozenset(zones - {"UTC"}))


def with_parts(component: Component, parts: Iterable[bytes]) -> bytes:
    """The lines of a component with those of its parts, which stand before its end."""
    end = f"END:{component.name}\r\n".encode()
    lines: bytes = component.to_ical()
    return b"".join([lines.removesuffix(end), *parts, end])
