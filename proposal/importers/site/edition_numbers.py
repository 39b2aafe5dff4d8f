"""Finds in the sentences of a site which edition of its series it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import topic_in_path
from proposal.importers.site.workshop_site import WorkshopSite
from proposal.reading.workshop_titles import number_of

_NUMBERED = re.compile(
    r"\b(?P<ordinal>[\w-]+)\s+(?:(?:annual\s+)?edition\b(?!\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,4}"
    r"(?:conference|symposium|school)\b)|(?:of|in)\s+the\s+(?:[\w-]+\s+){0,2}series\b)",
    re.IGNORECASE,
)
"""`the seventh edition of the workshop`, `WSP 2026 is the 11th of the WSP workshop series`"""
_OF_OTHERS = re.compile(
    r"\b(?:previous|past|last|earlier|next|after|follow\w*|success\w*|since|until)\b", re.IGNORECASE
)
"""Words in front of the number of another edition: `following the 3rd workshop`."""
_YEAR = re.compile(r"\b20\d\d\b")
"""`2026`"""
_TOPICS = {None, Topic.OVERVIEW, Topic.CALL, Topic.NEWS}


_IN_FRONT = re.compile(r"(?P<ordinal>\d{1,3}\.|[\w-]+)\s+(?P<name>\S.*)")
"""A number in front of the workshop's name: `14. Sample-Kolloquium`."""


def edition_number(site: WorkshopSite, year: int, name: str) -> int | None:
    """The number that the first page gives of its edition, if it gives one.

    Args:
        site: the site.
        year: the edition's year.
        name: what the workshop is called.
    """
    numbers = _numbers_in_sentences(site, year) or _numbers_in_headings(site, year, name)
    return next(iter(numbers)) if len(numbers) == 1 else None


def _numbers_in_headings(site: WorkshopSite, year: int, name: str) -> set[int]:
    """The numbers in headings that call the workshop by its name, above what names the year."""
    found = set()
    for passage in site.main.passages:
        match = _IN_FRONT.fullmatch(passage.title.strip())
        is_own = match is not None and match["name"].casefold() == name.casefold()
        if match is None or not is_own:
            continue
        below = (one.text for one in site.main.passages if passage.title in one.path)
        said = match["ordinal"]
        number = number_of(f"{said[:-1]}th" if said.endswith(".") else said)
        if number is not None and any(str(year) in text for text in below):
            found.add(number)
    return found


def _numbers_in_sentences(site: WorkshopSite, year: int) -> set[int]:
    """The numbers that sentences of the first page give."""
    return {
        number
        for sentence in _sentences(site)
        for match in _NUMBERED.finditer(sentence)
        if _is_of_year(sentence[: match.start()], year)
        and (number := number_of(match["ordinal"])) is not None
    }


def _is_of_year(before: str, year: int) -> bool:
    """Whether what stands in front of a number tells of no other edition."""
    named = {int(one) for one in _YEAR.findall(before)}
    return _OF_OTHERS.search(before) is None and (not named or year in named)


def _sentences(site: WorkshopSite) -> Iterator[str]:
    yield from site.main.excerpt
    for passage in site.main.passages:
        if topic_in_path(passage.path)[0] in _TOPICS:
            for text in (passage.title, *(line.text for line in passage.lines)):
                # such as It is held. The
                yield from re.split(r"(?<=\w[.!?])\s+(?=[A-Z])", text)
