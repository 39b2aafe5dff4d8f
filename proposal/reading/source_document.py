"""Documents that somebody made: pages, data files, texts, calendars and PDFs, read in one way.

What a document holds is worked out when it is asked for, and once: its words with their places,
its front matter, the tree of its elements.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from pathlib import Path

import icalendar
from msgspec import Struct

from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.pdf import Pdf, UnreadablePdfError
from proposal.reading.document_forms import IN_HTML, DocumentForm
from proposal.reading.document_text import DocumentText, Stretch, text_of
from proposal.reading.lenient_yaml import read_lenient_yaml
from proposal.reading.liquid import PlainBody, without_liquid
from proposal.reading.locations import Location
from proposal.reading.page_tree import Element, read_html, read_markdown
from proposal.reading.searchable_text import SearchableText, searchable
from proposal.source.file import LARGEST, read_text, shown_lines
from proposal.source.text import Text
from proposal.source.yaml import Node, parse_yaml

FENCE = "---"
"""The line before and behind front matter."""

_LARGEST_PDF = 64 * 1024 * 1024
"""Bytes; a proposal of a few pages has less, pictures included."""

_MOST_ZEROS = 100
"""One byte of so many may be zero in a text; pictures, and texts in UTF-16, have more."""

_FURTHEST = 400
"""Lines behind a place in which the words that stand there are looked for."""

_HTML_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
"""`<!doctype html>`, `<body>`"""
_NO_CALENDAR = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the library raises for calendars that break the format's rules."""


class DatedEvent(Struct, frozen=True):
    """An event of a calendar."""

    summary: str
    description: str
    place: str
    start: dt.date | dt.datetime | None
    end: dt.date | dt.datetime | None
    lines: Mapping[str, Span]
    """The line of each of its properties; that of its beginning for those that it has not."""


class SourceDocument(Struct, frozen=True, eq=False, dict=True):
    """Something that somebody made, as far as it can be compared or imported."""

    file: Path
    form: DocumentForm
    source: str
    """The file as its lines are counted; of a PDF, its pages one behind the other."""
    events: tuple[DatedEvent, ...] = ()
    pdf: Pdf | None = None
    is_complete: bool = True
    """Whether nothing is known to be left out that the page shows."""

    # What people read

    @property
    def pages(self) -> tuple[str, ...]:
        """The words of each page of a PDF."""
        return self.pdf.flowing_texts if self.pdf else ()

    @cached_property
    def words(self) -> DocumentText:
        """What people read, with the place of each letter."""
        return text_of(self.source, self.form, self._offset_of(self.body_line))

    @property
    def text(self) -> str:
        """What people read."""
        return self.words.text

    @cached_property
    def searchable(self) -> SearchableText:
        """What people read, as values are looked for in it."""
        return searchable(self.text)

    @cached_property
    def text_lines(self) -> list[Stretch]:
        """The lines of `text` that are not empty, as offsets."""
        return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", self.text)]

    def text_line_at(self, offset: int) -> int:
        """The index of the line in which a letter of `text` stands."""
        return max(bisect_right(self.text_lines, offset, key=lambda line: line[0]) - 1, 0)

    def is_struck(self, start: int, end: int) -> bool:
        """Whether a stretch of `text` is struck through."""
        return any(first <= start and end <= last for first, last in self.words.struck)

    # Where it stands

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.source.split("\n")

    @cached_property
    def spans(self) -> list[Span]:
        """Where each of the lines stands."""
        return [
            Span(self.file, number, 1, len(line) + 1) for number, line in enumerate(self.lines, 1)
        ]

    @cached_property
    def _line_starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def _line_of(self, offset: int) -> int:
        """The index of the line in which a letter of `source` stands."""
        return bisect_right(self._line_starts, offset, hi=len(self.lines)) - 1

    def _offset_of(self, line: int) -> int:
        return min(self._line_starts[line], len(self.source))

    @cached_property
    def page_starts(self) -> list[int]:
        """The offset at which each page of a PDF begins."""
        return list(accumulate((len(page) + 1 for page in self.pages), initial=0))[:-1]

    def location(self, start: int, end: int) -> Location:
        """Where a stretch of `text` stands."""
        places = self.words.places
        if not places:
            return self.source_location(0, 0)
        last = len(places) - 1
        first = places[min(start, last)]
        return self.source_location(first, max(places[min(end - 1, last)] + 1, first + 1))

    def source_location(self, start: int, end: int) -> Location:
        """A stretch of the file, as far as its first line goes; of a PDF, its page."""
        if self.form is DocumentForm.PDF:
            return Location(Span.of_file(self.file), bisect_right(self.page_starts, start))
        index = self._line_of(start)
        begin = self._line_starts[index]
        column = start - begin + 1
        stop = min(end, begin + len(self.lines[index]))
        return Location(Span(self.file, index + 1, column, max(column + stop - start, column + 1)))

    def find(self, words: str, near: Span, furthest: int = _FURTHEST) -> Span:
        """Where words stand at a place or soon behind it; the place, if they cannot be found.

        Words that are broken, styled or escaped are looked for by their beginning.
        """
        first = near.line - 1
        for wanted in beginnings(words):
            for number in range(first, min(first + furthest, len(self.lines))):
                begin = near.column - 1 if number == first else 0
                column = self._lines_with_spaces[number].find(wanted, begin)
                if column >= 0:
                    return Span(self.file, number + 1, column + 1, column + 1 + len(wanted))
        return near

    @cached_property
    def _lines_with_spaces(self) -> list[str]:
        return self.source.replace("\t", " ").split("\n")

    def written_line(self, span: Span) -> str:
        """The line of a file at a place."""
        return self.lines[span.line - 1] if span.line <= len(self.lines) else ""

    def locate(self, words: str, near: Span) -> Location:
        """The location at which `find` finds words."""
        return Location(self.find(words, near))

    # Front matter and data

    @cached_property
    def body_line(self) -> int:
        """The index of the first line behind the front matter; 0 if there is none."""
        may_have_front = self.form in {DocumentForm.MARKDOWN, DocumentForm.TEXT}
        if not may_have_front or self.lines[0].rstrip() != FENCE:
            return 0
        ends = (number for number, line in enumerate(self.lines[1:], 2) if line.rstrip() == FENCE)
        return next(ends, 0)

    @property
    def data_source(self) -> str:
        """The YAML of a data file or of front matter, each line as far down as in the file."""
        if self.form is DocumentForm.DATA:
            return self.source
        return "\n".join(["", *self.lines[1 : self.body_line - 1]]) if self.body_line else ""

    @cached_property
    def _parsed(self) -> tuple[Node | None, list[Diagnostic]]:
        node, found = parse_yaml(self.data_source, self.file, goes_on=False)
        if node is None and (lenient := read_lenient_yaml(self.data_source, self.file)):
            return lenient, []  # with anchors, as files of themes have them
        return node, found

    @property
    def front(self) -> Node:
        """The front matter, or the value of a data file; empty if it cannot be read."""
        return self._parsed[0] or Node(Span(self.file, 1, 1, len(FENCE) + 1), None)

    @property
    def front_error(self) -> Diagnostic | None:
        """Why front matter or data cannot be read."""
        return self._parsed[1][0] if self._parsed[0] is None else None

    @property
    def front_diagnostics(self) -> list[Diagnostic]:
        """What is wrong with front matter or data that can be read all the same."""
        return self._parsed[1] if self._parsed[0] is not None else []

    def front_text(self, key: str) -> str:
        """A text of the front matter as it stands there; empty if there is none."""
        node = self.front.child(key)
        return str(node.value) if node is not None and isinstance(node.value, Text) else ""

    def front_tree(self, key: str) -> Element | None:
        """A text of the front matter as it is read on the page."""
        node = self.front.child(key)
        return tree_of(node) if node is not None else None

    # The body

    @property
    def body(self) -> list[str]:
        """The lines behind the front matter."""
        return self.lines[self.body_line :]

    @property
    def is_wrapped(self) -> bool:
        """Whether line ends within paragraphs are only those of a text's width."""
        return self.form is DocumentForm.TEXT and not self.body_line

    @property
    def is_html(self) -> bool:
        """Whether the body is a whole page of HTML."""
        return self.form in IN_HTML or bool(_HTML_PAGE.search("\n".join(self.body[:20])))

    @cached_property
    def plain(self) -> PlainBody:
        """The body without Liquid."""
        line_end = "  \n" if self.is_wrapped else "\n"  # two spaces let a line end where it does
        return without_liquid(line_end.join(self.body), self._body_spans)

    @property
    def _body_spans(self) -> list[Span]:
        return self.spans[self.body_line :] or self.spans[-1:]

    @cached_property
    def tree(self) -> Element:
        """The body as a browser shows it."""
        if self.form in IN_HTML:
            return read_html(self.source, self.spans)
        read = read_html if self.is_html else read_markdown
        return read(self.plain.text, self._body_spans)


def tree_of(node: Node) -> Element:
    """A text of front matter or of a data file as it is read on the page."""
    if not isinstance(node.value, Text):
        return Element("page", node.span)
    return read_markdown(str(node.value), node.value.places_of_lines())


def texts_in(node: Node) -> Iterator[Node]:
    """The texts in a value, in their order."""
    if isinstance(node.value, Text):
        yield node
    for child in children_of(node):
        yield from texts_in(child)


def children_of(node: Node) -> list[Node]:
    """The values in a list or a mapping."""
    if isinstance(node.value, dict):
        return list(node.value.values())
    return node.value if isinstance(node.value, list) else []


def read_document(file: Path, form: DocumentForm) -> tuple[SourceDocument | None, list[Diagnostic]]:
    """Read a file; nothing, and the reason, if it cannot be read as what it is called."""
    if form is DocumentForm.PDF:
        return _read_pdf(file)
    source, found = _source_of(file)
    if source is None:
        return None, found
    if form is DocumentForm.HTML and source.partition("\n")[0].rstrip() == FENCE:
        form = DocumentForm.MARKDOWN  # a page of Jekyll's that is written in HTML
    document = SourceDocument(file, form, source)
    if form is DocumentForm.CALENDAR:
        try:
            return SourceDocument(file, form, source, events_of(document)), found
        except ValueError as reason:
            message = f"the calendar cannot be read: {reason}"
            hint = "export it again from the calendar that it comes from"
            return None, [*found, error("unreadable-calendar", message, Span.of_file(file), hint)]
    return document, found


def _source_of(file: Path) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file; one with some strange characters is read without them."""
    text, found = read_text(file)
    if text is not None or not found:
        return text, []
    first = found[0]
    if first.code in {"file-too-large", "unreadable-file"}:
        return None, [first]
    content = file.read_bytes()[:LARGEST]
    if content.count(0) > len(content) / _MOST_ZEROS:
        message = f"{file.name} is no text, whatever its name says"
        hint = "give the page itself, as a browser saves it"
        return None, [error("not-text", message, Span.of_file(file), hint)]
    kept = warning(first.code, first.message, first.span, first.hint)
    return "\n".join(shown_lines(file)), [kept]


def _read_pdf(file: Path) -> tuple[SourceDocument | None, list[Diagnostic]]:
    start = Span.of_file(file)
    try:
        if file.stat().st_size > _LARGEST_PDF:
            return None, [error("file-too-large", "the file is larger than 64 MB", start)]
        pdf = Pdf(file.read_bytes())
        text = "".join(f"{page}\n" for page in pdf.flowing_texts)
    except (OSError, UnreadablePdfError) as reason:
        message = f"{file.name} cannot be read as a PDF: {_first_line(reason)}"
        hint = "make it again, or ask for it again, without a password"
        return None, [error("unreadable-pdf", message, start, hint)]
    return SourceDocument(file, DocumentForm.PDF, text, pdf=pdf), []


def events_of(document: SourceDocument) -> tuple[DatedEvent, ...]:
    """The events of a calendar.

    Raises:
        ValueError: this is no calendar.
    """
    try:
        return tuple(_events_in(document))
    except _NO_CALENDAR as reason:
        raise ValueError(_first_line(reason)) from reason


def _events_in(document: SourceDocument) -> Iterator[DatedEvent]:
    lines = document.lines
    begins = [number for number, line in enumerate(lines) if line.strip() == "BEGIN:VEVENT"]
    for index, event in enumerate(icalendar.Calendar.from_ical(document.source).walk("VEVENT")):
        first = begins[index] if index < len(begins) else 0
        start, end = event.decoded("DTSTART", None), event.decoded("DTEND", None)
        yield DatedEvent(
            summary=str(event.get("SUMMARY", "")).strip(),
            description=str(event.get("DESCRIPTION", "")).strip(),
            place=str(event.get("LOCATION", "")).strip(),
            start=start if isinstance(start, dt.date) else None,
            end=end if isinstance(end, dt.date) else None,
            lines={
                name: document.spans[_line_of_property(lines, name, first)]
                for name in ("SUMMARY", "LOCATION", "DTSTART", "DTEND")
            },
        )


def _line_of_property(lines: list[str], name: str, first: int) -> int:
    """The line of an event on which a property stands; its first line if it has none."""
    for number in range(first, len(lines)):
        if re.match(rf"{name}\b", lines[number]):
            return number
        if lines[number].startswith("END:VEVENT"):
            break
    return first


def beginnings(words: str) -> list[str]:
    """What words are looked for by in a file: whole, escaped, up to a style, the first three."""
    line = " ".join(words.split())
    if not line:
        return []
    parts = re.split(r"[*_`\[\]<>&'\"‘’“”]", line)
    first = next((part.strip() for part in parts if len(part.strip()) > 3), line)
    few = " ".join(line.split(" ")[:3])
    return list(dict.fromkeys((line, html.escape(line, quote=False), first, few)))


def _first_line(reason: Exception) -> str:
    return (str(reason) or type(reason).__name__).split("\n")[0][:200]
