"""Reads what stands at the head of a page: which edition it is, when, where, beside what."""

from __future__ import annotations

import re

from msgspec import Struct

from proposal.diagnostics import Diagnostic, Span, warning
from proposal.reading.conferences import BESIDE, HostConference, read_host
from proposal.reading.days import FoundDay, find_days
from proposal.reading.page_tree import Element, PageLine, lines_of
from proposal.reading.places import Place, read_place
from proposal.reading.source_document import SourceDocument
from proposal.reading.workshop_titles import WorkshopTitle, read_short_title, read_title

_ONLINE_TOO = re.compile(r",?\s+(?:and|&)\s+online\b", re.IGNORECASE)
"""An example: `Lisbon, Portugal, and online`."""

_HOSTED_BY = re.compile(r"^Hosted by\s+(?P<host>.+)$")
"""`Hosted by Example University`"""

_SHORT_NAMES = ("browser-title", "masthead-title", "permalink")


class Headline(Struct, frozen=True):
    """The head of a page."""

    title: WorkshopTitle
    acronym: str | None
    day: FoundDay | None
    place: Place | None
    is_online_too: bool
    """Whether people take part from afar, too."""
    host: HostConference | None
    host_address: str | None
    span: Span
    """Where day and place stand."""
    title_span: Span
    is_alone: bool = False
    """Whether it is our own page of a workshop that is held beside no conference."""
    home: str | None = None
    """Who hosts that, if the page says it."""
    home_address: str | None = None


def read_headline(page: SourceDocument, year: int) -> Headline:
    """The head of a page.

    Args:
        page: the page.
        year: the edition, for a host conference that is named without a year.
    """
    written = page.front_tree("title")
    words = written.text if written else ""
    # such as Call for Papers: Third Workshop on Careful Engines
    title = read_title(re.sub(r"^call\s+for\s+papers\s*[:–—-]\s*", "", words, flags=re.IGNORECASE))
    excerpt = page.front_tree("excerpt")
    lines = lines_of(excerpt) if excerpt else []
    day, place = _when_and_where(lines)
    is_online_too = any(_ONLINE_TOO.search(line.text) for line in lines)
    is_own = "data-digest" in page.front.keys
    is_alone = is_own and bool(lines) and not any(BESIDE.search(line.text) for line in lines)
    host, address = (None, None) if is_alone else _host(page, lines, year)
    home, home_address = _home(lines) if is_alone else (None, None)
    node, title_node = page.front.child("excerpt"), page.front.child("title")
    return Headline(
        title,
        title.acronym or _acronym(page),
        day,
        place,
        is_online_too,
        host,
        address,
        node.span if node else page.front.span,
        title_node.span if title_node else page.front.span,
        is_alone,
        home,
        home_address,
    )


def wrong_weekday(day: FoundDay, span: Span) -> Diagnostic:
    """The warning that a day is called by the name of another day of the week."""
    message = f"{day.date:%B} {day.date.day}, {day.date.year} is a {day.date:%A}, no {day.weekday}"
    return warning("wrong-weekday", message, span, "the date is kept; look whether it is right")


def _acronym(page: SourceDocument) -> str | None:
    """The series' acronym, from where the page has its short name."""
    for key in _SHORT_NAMES:
        tree = page.front_tree(key)
        text = tree.text if tree else ""
        short = read_short_title(text.strip("/").split("/")[0])
        if short is not None and short.acronym:
            return short.acronym
    return None


def _when_and_where(lines: list[PageLine]) -> tuple[FoundDay | None, Place | None]:
    day, place = None, None
    for line in lines:
        rest = line.text
        if days := find_days(rest):
            day = day or days[0]
            rest = rest[: days[0].start] + rest[days[0].end :]
        if place is None and not BESIDE.search(rest):
            place = read_place(_ONLINE_TOO.sub("", rest).strip(" ,;|·–—-"))
    return day, place


def _home(lines: list[PageLine]) -> tuple[str | None, str | None]:
    """Who hosts what is held beside no conference, and the address that is linked there."""
    for line in lines:
        if match := _HOSTED_BY.match(line.text.strip()):
            addresses = [run.address for run in line.runs if run.address]
            return match["host"], addresses[0] if addresses else None
    return None, None


def _host(
    page: SourceDocument, lines: list[PageLine], year: int
) -> tuple[HostConference | None, str | None]:
    """The host conference and its address."""
    for line in lines:
        match = BESIDE.search(line.text)
        if match is None:
            continue
        linked = next((run for run in line.runs if run.address and run.text.strip()), None)
        named = linked.text if linked else re.split(r"[,;|]", line.text[match.end() :])[0]
        address = linked.address if linked else None
        is_web = address is not None and address.startswith(("http://", "https://"))
        return read_host(named, year), address if is_web else None
    subtitle = page.front_tree("masthead-subtitle") or Element("page", page.front.span)
    named = subtitle.text.lstrip("@ ")
    return (read_host(named, year) if named else None), None
