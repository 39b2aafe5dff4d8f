"""Finds in the sentences of a site which edition of its series it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import topic_in_path
from proposal.importers.site.workshop_site import WorkshopSite
from proposal.importers.workshop_titles import number_of

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


def edition_number(site: WorkshopSite, year: int) -> int | None:
    """The number that the first page gives of its edition, if its sentences agree on one."""
    found = {
        number
        for sentence in _sentences(site)
        for match in _NUMBERED.finditer(sentence)
        if _is_of_year(sentence[: match.start()], year)
        and (number := number_of(match["ordinal"])) is not None
    }
    return next(iter(found)) if len(found) == 1 else None


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
