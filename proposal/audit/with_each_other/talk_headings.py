"""Compares titles of talks in headings with those of the schedule and of other pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, wrong
from proposal.audit.with_each_other.stated.program_statements import title_in
from proposal.audit.with_each_other.stated.statements import PageContent, TextRun
from proposal.audit.with_each_other.text_similarity import differ_in_signs, tidy
from proposal.model.name_comparison import plain_words

_TALK = re.compile(
    r"^\W*(?:opening\s+|closing\s+)?(?:keynote|invited|plenary)(?:\s+(?:talk|speech|lecture|keynote))?"
    r"\s*\d*\s*[:–—]\s*(?P<title>.+)$",
    re.IGNORECASE,
)
"""`Keynote 1: On Samples`."""

_BY = re.compile(r"\s+(?:by|[-–—|])\s+[A-Z][^,:]{3,40}$")
"""The speaker behind a talk's title: `On Engines by Ada Lovelace`, `On Engines – Ada Lovelace`."""
_SHORTEST = 3
"""Words of a title, below which a name is meant: `Keynote: Ann Author`."""

_NEARLY = 88
"""How alike in their letters two titles of one talk are, from 0 to 100."""


def talk_headings(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Talks whose title in a heading nearly is one in a schedule or another heading."""
    stated = [(content, *found) for content in edition for found in _titles_in(content)]
    first_of: dict[str, TextRun] = {}
    for content, title, run in stated:
        first_of.setdefault(
            tidy(title).casefold(), TextRun(title, content.find(title, run.location))
        )
    known: list[TextRun] = []
    for run in first_of.values():
        other = next((heading for heading in known if _is_nearly(run.text, heading.text)), None)
        if other is None:
            known.append(run)
            continue
        where = other.location.seen_from(run.location)
        message = f"the title “{run.text}” is “{other.text}” in another place ({where})"
        hint = "choose one of them for both places, the one that the speaker uses"
        yield wrong("title-differs", message, run.location, hint, other.location)


def _titles_in(content: PageContent) -> Iterator[tuple[str, TextRun]]:
    """The titles of talks in the schedule's rows and in headings and items of a page."""
    for slot in content.slots:
        for line in slot.lines:
            if title := _title(title_in(line.text)):
                yield title, line
    for run in content.runs:
        if run.is_item and (title := _title(title_in(run.text))):
            yield title, run


def _title(text: str) -> str | None:
    match = _TALK.match(text)
    if match is None or len(text) > 250:
        return None
    title = _BY.sub("", match["title"]).strip(" \"“”'*_")
    return title if len(plain_words(title)) >= _SHORTEST else None


def _is_nearly(one: str, other: str) -> bool:
    """Whether two titles are those of one talk, of which one has a slip; signs do not count."""
    if differ_in_signs(one, other):
        return False
    first, second = (" ".join(plain_words(title)) for title in (one, other))
    return fuzz.ratio(first, second) >= _NEARLY and _numbers(first) == _numbers(second)


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+|\b[ivx]+\b", text)
