"""Reads finished artefacts back as the words that people see in them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from proposal.edition import wording
from proposal.reading.document_forms import DocumentForm
from proposal.reading.document_text import text_of
from proposal.reading.searchable_text import BEGINS, ENDS, EventTime, SearchableText, searchable
from proposal.reading.source_document import FENCE, SourceDocument, events_of, texts_in
from proposal.words.language import ENGLISH, Language


def read_pdf(pages: Iterable[str]) -> SearchableText:
    """The words of a PDF's pages; running heads and page numbers stand behind all others."""
    bodies, margins = [], []
    for page in pages:
        lines = page.split("\n")
        head, body = without_margins(lines)
        margins += head
        bodies += body
    return searchable("\n".join([*bodies, *margins]))


def without_margins(lines: list[str]) -> tuple[list[str], list[str]]:
    """The running head, the foot and the page number of a page, and everything else.

    acmart prints the head as the first two pieces of a page's text, and the number as the first
    or the last; a line of text that is cut in two by a page is joined again without them.
    """
    feet = _feet_aside(lines)
    aside = _numbers_aside(lines) | feet
    margins = [lines[index] for index in sorted(aside)]
    rest = [line for index, line in enumerate(lines) if index not in aside]
    is_head = [
        index
        for index, line in enumerate(rest[:3])
        if re.search(r"[’']\d\d, \w+", line) or line.rstrip().endswith("et al.")
    ]
    is_journal = any(_JOURNAL_FOOT.fullmatch(lines[index].strip()) for index in feet)
    if rest and is_journal and _NUMBERED_HEAD.match(rest[0]):
        is_head.append(0)
    cut = max(is_head) + 1 if is_head and len(rest) > 4 else 0
    return margins + rest[:cut], rest[cut:]


_EDGE = 4
"""So many lines from either end of a page's text its number stands at most."""
_NUMBERED = 10
"""From so many numbers on that follow each other, they count the lines of a page for reviewers."""


def _numbers_aside(lines: list[str]) -> set[int]:
    """Which lines are the number of a page or of a line, and none of a table or a formula."""
    numbers = {
        index: int(line)
        for index, line in enumerate(lines)
        if line.strip().isdecimal() and len(line.strip()) <= 5
    }
    before, behind = _counted(numbers.items(), 1), _counted(reversed(numbers.items()), -1)
    last = len(lines) - _EDGE
    return {
        index
        for index in numbers
        if index < _EDGE or index >= last or before[index] + behind[index] > _NUMBERED
    }


_FOOT = "Manuscript submitted to ACM"
"""What acmart prints below each page in the format `manuscript`."""
_JOURNAL_FOOT = re.compile(r".*\bVol\. \d+, No\. \d+, Article\b.*\bPublication date: \w+ \d{4}\.")
"""The same in `acmsmall` without a conference, as of what is anonymous:
`, Vol. 1, No. 1, Article . Publication date: February 2026.`"""
_NUMBERED_HEAD = re.compile(r"\d+(?::\d+)?\s+\S|.*\S\s+\d+(?::\d+)?$")
"""The head above such a foot, with the number of the page: `2 Anon.`, `WSP 2026 3`."""


def _feet_aside(lines: list[str]) -> set[int]:
    """Which lines at the end of a page's text are its foot."""
    start = max(len(lines) - _EDGE, 0)
    stripped = {index: lines[index].strip() for index in range(start, len(lines))}
    return {
        index for index, line in stripped.items() if line == _FOOT or _JOURNAL_FOOT.fullmatch(line)
    }


def _counted(numbers: Iterable[tuple[int, int]], step: int) -> dict[int, int]:
    """For each line that is a number, how many before it count up to it."""
    found: dict[int, int] = {}
    by_number: dict[int, int] = {}
    for index, number in numbers:
        found[index] = by_number[number] = by_number.get(number - step, 0) + 1
    return found


def read_html(page: str) -> SearchableText:
    """The words of a page, with the addresses of its links and the texts for pictures."""
    return _shown(page, DocumentForm.HTML)


def read_markdown(text: str) -> SearchableText:
    """The words of Markdown: without tags, entities and escapes, with the addresses of links."""
    return _shown(text, DocumentForm.MARKDOWN)


def _shown(source: str, form: DocumentForm) -> SearchableText:
    words = text_of(source, form)
    addresses = [link.address for link in words.links]  # which may stand in the text as well
    typed = [
        _AS_TYPED.sub(lambda sign: unquote(sign[0]), address)
        for address in addresses
        if _AS_TYPED.search(address)
    ]
    return searchable("\n".join([words.text, *addresses, *typed, *words.alternatives]))


_AS_TYPED = re.compile(r"%2[789A]")
"""Signs that the links of Markdown have in another form: `%27` for an apostrophe, `%28` for `(`."""


def read_jekyll(files: Iterable[str]) -> SearchableText:
    """The words of Jekyll pages and data files: front matter, data and bodies.

    Raises:
        ValueError: somebody has damaged the front matter or the data.
    """
    words: list[str] = []
    for text in files:
        is_page = text.startswith(FENCE)
        form = DocumentForm.MARKDOWN if is_page else DocumentForm.DATA
        document = SourceDocument(Path(), form, text)
        if document.front_error is not None:
            raise ValueError(document.front_error.message)
        words += [str(node.value) for node in texts_in(document.front)]
        words += document.body if is_page else []
    return read_markdown("\n".join(words))


def read_calendar(content: bytes, language: Language = ENGLISH) -> SearchableText:
    """The words of a calendar's events, and the instants at which they begin and end.

    Args:
        content: the file.
        language: the one in which whole days are worded.

    Raises:
        ValueError: this is no calendar.
    """
    words: list[str] = []
    times: set[EventTime] = set()
    document = SourceDocument(Path(), DocumentForm.CALENDAR, content.decode())
    for event in events_of(document):
        words += [event.summary, event.description, event.place]
        for role, time in ((BEGINS, event.start), (ENDS, event.end)):
            if isinstance(time, dt.datetime):
                times.add(EventTime(role, time.astimezone(dt.UTC)))
            elif time is not None and role == BEGINS:
                words.append(wording.day(time, language))
    return searchable("\n".join(words), frozenset(times))
