"""Reads a page, PDF, text or calendar of somebody's: what it says, and where it says so."""

from __future__ import annotations

import datetime as dt
import io
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

import icalendar
import pypdf
import yaml

from proposal.audit.document_text import (
    Stretch,
    Words,
    words_of_calendar,
    words_of_html,
    words_of_markdown,
    words_of_text,
    words_of_yaml,
)
from proposal.check.pdf.pdf_file import DAMAGE, at, printed_pages
from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.reading.searchable_text import SearchableText, searchable
from proposal.source.file import LARGEST, read_text, shown_lines

_LARGEST_PDF = 64 * 1024 * 1024
"""Bytes; a proposal of a few pages has less, pictures included."""


class Form(StrEnum):
    """In what form a file says things."""

    PDF = "PDF"
    HTML = "page"
    MARKDOWN = "Jekyll page"
    DATA = "data file"
    TEXT = "text"
    CALENDAR = "calendar"


FORMS: Mapping[str, Form] = {
    ".pdf": Form.PDF,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".yml": Form.DATA,
    ".yaml": Form.DATA,
    ".txt": Form.TEXT,
    ".text": Form.TEXT,
    ".eml": Form.TEXT,
    ".ics": Form.CALENDAR,
}
"""The form of a file by the end of its name."""

_READERS: Mapping[Form, Callable[[str], Words]] = {
    Form.HTML: words_of_html,
    Form.MARKDOWN: words_of_markdown,
    Form.DATA: words_of_yaml,
    Form.TEXT: words_of_text,
    Form.CALENDAR: words_of_calendar,
}
_DIGEST = re.compile(
    r"""data-digest["']?\s*(?:content\s*=|:)\s*["']?([0-9a-f]{8,64})\b|DataDigest=\{([0-9a-f]+)\}""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Event:
    """An event of a calendar."""

    summary: str
    start: dt.date | dt.datetime
    end: dt.date | dt.datetime | None
    start_place: int
    """The offset in the file of the line that says when it begins."""
    end_place: int


@dataclass(frozen=True)
class Exhibit:
    """Something that somebody made, as far as it can be compared."""

    file: Path
    form: Form
    source: str = field(repr=False)
    """The file as its lines are counted; of a PDF, its pages one behind the other."""
    words: Words = field(repr=False)
    reading: SearchableText = field(repr=False)
    digest: str | None = None
    """What this program wrote into it, if this program made it."""
    events: tuple[Event, ...] = ()
    pages: tuple[int, ...] = ()
    """For each page of a PDF, the offset at which it begins."""

    @property
    def text(self) -> str:
        """What people read."""
        return self.words.text

    @cached_property
    def lines(self) -> list[Stretch]:
        """The lines that are not empty, as offsets in `text`."""
        return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", self.text)]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.source))]

    def line_at(self, offset: int) -> int:
        """The index of the line in which a letter of `text` stands."""
        return max(bisect_right(self.lines, offset, key=lambda each: each[0]) - 1, 0)

    def is_struck(self, start: int, end: int) -> bool:
        """Whether a stretch of `text` is struck through."""
        return any(first <= start and end <= last for first, last in self.words.struck)

    def span(self, start: int, end: int) -> Span | None:
        """Where a stretch of `text` stands in the file; a PDF has no lines."""
        if self.form is Form.PDF or not self.words.places:
            return None
        last = len(self.words.places) - 1
        first = self.words.places[min(start, last)]
        return self.source_span(first, max(self.words.places[min(end - 1, last)] + 1, first + 1))

    def source_span(self, start: int, end: int) -> Span:
        """A stretch of the file, as far as its first line goes."""
        index = bisect_right(self._line_starts, start) - 1
        begin = self._line_starts[index]
        line_end = self.source.find("\n", start)
        stop = min(end, line_end if line_end >= 0 else len(self.source))
        column = start - begin + 1
        return Span(self.file, index + 1, column, max(column + stop - start, column + 1))

    def page_at(self, offset: int) -> int | None:
        """The page of a PDF on which a letter of `text` stands, counted from 1."""
        return bisect_right(self.pages, offset) if self.pages else None


def read_exhibit(file: Path, form: Form) -> tuple[Exhibit | None, list[Diagnostic]]:
    """Read a file; nothing, and the reason, if it cannot be read as what it is called."""
    if form is Form.PDF:
        return _read_pdf(file)
    source, found = _source_of(file)
    if source is None:
        return None, found
    if form is Form.HTML and source.startswith("---\n"):
        form = Form.MARKDOWN  # a page of Jekyll's that is written in HTML
    words = _READERS[form](source)
    digest = digest_in(source)
    if form is Form.CALENDAR:
        try:
            events = _events_of(source)
        except (ValueError, KeyError, IndexError, TypeError, AttributeError) as reason:
            message = f"the calendar cannot be read: {_first_line(reason)}"
            return None, [*found, error("unreadable-calendar", message, Span(file, 1, 1, 1))]
        return Exhibit(
            file, form, source, words, searchable(words.text), digest, events=events
        ), found
    if form in {Form.DATA, Form.MARKDOWN}:
        found += _faults_of_yaml(file, source, form)
    return Exhibit(file, form, source, words, searchable(words.text), digest), found


def _source_of(file: Path) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file; one with some strange characters is read without them."""
    text, faults = read_text(file)
    if text is not None or not faults:
        return text, []
    unreadable = {"file-too-large", "unreadable-file"}
    if faults[0].code in unreadable:
        return None, faults[:1]
    if b"\0" in file.read_bytes()[:LARGEST]:
        message = f"{file.name} is no text, whatever its name says"
        hint = "give the page itself, as a browser saves it"
        return None, [error("not-text", message, Span(file, 1, 1, 1), hint)]
    first = faults[0]
    kept = warning(first.code, first.message, first.span, first.hint)
    return "\n".join(shown_lines(file)), [kept]


def digest_in(source: str) -> str | None:
    """The digest of the data that this program writes into what it makes."""
    match = _DIGEST.search(source)
    return match[1] or match[2] if match else None


def _faults_of_yaml(file: Path, source: str, form: Form) -> list[Diagnostic]:
    """What Jekyll would not read; the words are compared all the same."""
    text = source
    if form is Form.MARKDOWN:
        front = re.match(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", source, re.DOTALL)
        if front is None:
            return []
        text = f"\n{front[1]}"
    try:
        for _ in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            pass
    except yaml.MarkedYAMLError as reason:
        mark = reason.problem_mark or reason.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = f"this is no YAML: {reason.problem or 'it cannot be read'}"
        hint = "Jekyll does not show the page before this is mended"
        return [error("yaml-syntax", message, Span(file, line, column, column + 1), hint)]
    except (yaml.YAMLError, RecursionError) as reason:
        message = f"this is no YAML: {_first_line(reason)}"
        return [error("yaml-syntax", message, Span(file, 1, 1, 1))]
    return []


def _first_line(reason: Exception) -> str:
    return (str(reason) or type(reason).__name__).split("\n")[0][:200]


def _events_of(source: str) -> tuple[Event, ...]:
    """The events that say when they are.

    Raises:
        ValueError: this is no calendar.
    """
    events = []
    blocks = [match.start() for match in re.finditer(r"^BEGIN:VEVENT", source, re.MULTILINE)]
    parsed = icalendar.Calendar.from_ical(source).walk("VEVENT")
    for begin, event in zip(blocks, parsed, strict=False):
        start = event.decoded("DTSTART", None)
        end = event.decoded("DTEND", None)
        if not isinstance(start, dt.date):
            continue
        ends = end if isinstance(end, dt.date) else None
        summary = str(event.get("SUMMARY", ""))
        events.append(
            Event(
                summary, start, ends, _line(source, "DTSTART", begin), _line(source, "DTEND", begin)
            )
        )
    return tuple(events)


def _line(source: str, name: str, begin: int) -> int:
    """Where a property of an event begins; the event itself if it has none."""
    found = source.find(f"\n{name}", begin, source.find("\nEND:VEVENT", begin))
    return found + 1 if found >= 0 else begin


def _read_pdf(file: Path) -> tuple[Exhibit | None, list[Diagnostic]]:
    start = Span(file, 1, 1, 1)
    hint = "make it again, or ask for it again"
    try:
        if file.stat().st_size > _LARGEST_PDF:
            return None, [error("file-too-large", "the file is larger than 64 MB", start)]
        content = file.read_bytes()
        printed = printed_pages(content)
    except DAMAGE as reason:
        message = f"{file.name} cannot be read as a PDF: {_first_line(reason)}"
        return None, [error("unreadable-pdf", message, start, hint)]
    pages, text = [], ""
    for page in printed:
        pages.append(len(text))
        text += f"{page}\n"
    if not text.strip():
        message = f"{file.name} holds no words that can be copied, so nothing can be compared"
        return None, [error("unreadable-pdf", message, start, "ask for one that is no scan")]
    exhibit = Exhibit(
        file,
        Form.PDF,
        text,
        words_of_text(text),
        searchable(text),
        _digest_in_pdf(content),
        pages=tuple(pages),
    )
    return exhibit, []


def _digest_in_pdf(content: bytes) -> str | None:
    try:
        info = pypdf.PdfReader(io.BytesIO(content)).trailer
        value = at(info, "/Info", "/DataDigest")
    except DAMAGE:
        return None
    return str(value) if value is not None else None
