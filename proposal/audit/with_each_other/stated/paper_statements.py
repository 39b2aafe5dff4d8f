"""Reads what the pages of a PDF, or the lines of a paper's text, state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from proposal.audit.with_each_other.stated.deadline_statements import deadline_in
from proposal.audit.with_each_other.stated.person_texts import is_institution, is_name
from proposal.audit.with_each_other.stated.statements import (
    PageContent,
    StatedDeadline,
    StatedPost,
    TextRun,
)
from proposal.diagnostics import Span
from proposal.reading.locations import Location
from proposal.reading.names import read_name
from proposal.reading.page_tree import PageLine, StyledRun
from proposal.reading.source_document import SourceDocument

_ABSTRACT = re.compile(r"\s*abstract\b", re.IGNORECASE)
"""`Abstract.`, ` ABSTRACT`"""
_HEAD = 60
"""Lines of a paper in which the author block ends, if no abstract does so."""

_EMAIL = re.compile(r"^[\w.+{}, -]+@[\w.-]+\.\w+$")
"""One address or several: `{ada, charles}@example.org`."""


def read_pages(document: SourceDocument) -> PageContent:
    """What a PDF states, each page for itself."""
    content = PageContent(document)
    start = Span.of_file(document.file)
    for number, text in enumerate(document.pages, start=1):
        location, lines = Location(start, number), text.split("\n")
        content.runs.append(TextRun(" ".join(text.split()), location))
        _read_dates(lines, [location] * len(lines), content)
        if number == 1:
            content.posts += _posts(lines, location)
    return content


_FIRST_HEADING = re.compile(
    r"\W*(?:(?:\d|I)\.?\s*)?(?:abstract|introduction|keywords|ccs\s+concepts|references"
    r"|bibliography)\b",
    re.IGNORECASE,
)
"""`1 Introduction`, `ABSTRACT`"""
_SHORT_HEADING = 30
_MANY_PAGES = 6
"""Pages from which on a PDF among a site's pages is a paper, a booklet or slides."""

_LONGEST_HEAD = 12
"""Lines of title and authors at most."""


def is_paper(document: SourceDocument) -> bool:
    """Whether a PDF is a paper or the slides of a talk, and no page of the workshop's own."""
    lines = (line for page in document.pages for line in page.split("\n"))
    has_parts = any(_FIRST_HEADING.match(line) and len(line) <= _SHORT_HEADING for line in lines)
    return has_parts or len(document.pages) >= _MANY_PAGES


def read_head_of_paper(document: SourceDocument) -> PageContent:
    """Title and authors of a paper, which its first page begins with."""
    content = PageContent(document)
    lines = document.pages[0].split("\n")[:_LONGEST_HEAD] if document.pages else []
    end = next((n for n, line in enumerate(lines) if _FIRST_HEADING.match(line)), len(lines))
    location = Location(Span.of_file(document.file), 1)
    content.runs += [TextRun(line, location) for line in lines[:end] if line.strip()]
    return content


def read_text_of_paper(content: PageContent) -> None:
    """The author block and the dates of a paper whose text is all that there is of it."""
    lines = content.document.lines
    locations = [Location(span) for span in content.document.spans]
    _read_dates(lines, locations, content)
    head = next((n for n, line in enumerate(lines) if _ABSTRACT.match(line)), _HEAD)
    for post in _posts(lines[:head], locations[0]):
        location = content.find(post.institution, post.location)
        content.posts.append(replace(post, location=location))


def _read_dates(lines: Sequence[str], locations: Sequence[Location], content: PageContent) -> None:
    for line, location in zip(lines, locations, strict=True):
        found = deadline_in(PageLine((StyledRun(line),)), is_listed=":" in line)
        if found is not None and ":" in line[: found[1].start]:
            content.deadlines.append(StatedDeadline(found[0], found[1].date, location))


def _posts(lines: Sequence[str], location: Location) -> Iterator[StatedPost]:
    """Name, address and institution, each in a line, as ACM's author blocks have them."""
    for before, address, institution in zip(lines, lines[1:], lines[2:], strict=False):
        if _EMAIL.match(address.strip()) and is_institution(institution.strip()):
            name = read_name(before).text if is_name(before.strip()) else ""
            yield StatedPost(name, institution.strip(), location)
