"""Instants that a page gives to programs: in scripts, in `<time>`, in what search engines read."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.reading.page_tree import Element
from proposal.reading.source_document import SourceDocument

_IN_SCRIPT = re.compile(r"(?:moment(?:\.tz|\.utc)?|new\s+Date|Date\.parse)\(\s*[\"']([^\"']+)[\"']")
"""`moment.tz("2026-02-26T08:55:00-07:00"`, `new Date("2026-02-26T15:55:00Z"`."""


class TimeOrigin(StrEnum):
    """What gives an instant, as messages say it."""

    ELEMENT = "the page's machine-readable time"
    SCRIPT = "the page's script"
    DESCRIPTION = "the description for search engines"


class PageTime(Struct, frozen=True):
    """An instant that a page gives."""

    origin: TimeOrigin
    time: dt.datetime
    span: Span
    shown: str | None = None
    """What readers see of a `<time>`."""


def times_in(page: SourceDocument) -> Iterator[PageTime]:
    """The instants that a page gives, in its order; mere days and local times are none."""
    for element in page.tree.walk():
        if element.tag == "time":
            written = element.attributes.get("datetime", "")
            if time := instant(written):
                span = page.find(written, element.span)
                yield PageTime(TimeOrigin.ELEMENT, time, span, element.text)
        elif element.tag == "script":
            for origin, written in _written_in(element):
                if time := instant(written):
                    span = page.find(written, element.span, furthest=len(page.lines))
                    yield PageTime(origin, time, span)


def _written_in(script: Element) -> Iterator[tuple[TimeOrigin, str]]:
    source = "".join(child for child in script.children if isinstance(child, str))
    if script.attributes.get("type") != "application/ld+json":
        yield from ((TimeOrigin.SCRIPT, written) for written in _IN_SCRIPT.findall(source))
        return
    try:
        event = json.loads(source)
    except (ValueError, RecursionError):
        return
    if isinstance(event, dict) and "Event" in str(event.get("@type", "")):
        written = event.get("startDate")
        if isinstance(written, str):
            yield TimeOrigin.DESCRIPTION, written


def instant(written: str) -> dt.datetime | None:
    """An instant in ISO's form, with its distance from UTC; nothing for a mere day."""
    try:
        time = dt.datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return time if time.tzinfo is not None else None
