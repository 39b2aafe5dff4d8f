"""What a paper's prose is made of: paragraphs, lists, tables, and the spans in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from proposal.diagnostics import Span as Place


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text, with typographic quotes and dashes."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasized or bold text."""

    spans: tuple[Span, ...]
    is_bold: bool = False
    is_label: bool = False
    """Whether the words stand in place of an item's bullet."""


@dataclass(frozen=True, slots=True)
class Code:
    """Text in a typewriter face."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    address: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """Numbers in brackets that stand for entries of the bibliography."""

    keys: tuple[str, ...]
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of a section, a figure or a table."""

    label: str
    place: Place
    is_named: bool = False
    """Whether "Section" or "Figure" is printed before the number."""


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line within a paragraph."""


Span: TypeAlias = Text | Emphasis | Code | Link | Citation | Footnote | Reference | Break


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section, 1 for the highest level."""

    level: int
    spans: tuple[Span, ...]
    place: Place
    is_numbered: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences."""

    spans: tuple[Span, ...]
    place: Place
    goes_on: bool = False
    """Whether it continues the paragraph before the list or the quote above it."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[tuple[Block, ...], ...]
    place: Place
    is_numbered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation that is set apart."""

    blocks: tuple[Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Lines that are printed as they were typed."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows; the first one is the heading."""

    header: tuple[tuple[Span, ...], ...]
    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    alignments: str
    """A letter for each column: l, c or r."""
    place: Place


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption."""

    file: str
    """Its name in the data."""
    description: str
    caption: str
    place: Place


@dataclass(frozen=True, slots=True)
class Fact:
    """A list that the data hold, in place of its text."""

    expression: str
    place: Place


Block: TypeAlias = Heading | Paragraph | Items | Quote | Preformatted | Table | Figure | Fact

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Labels:
    r"""What `\\ref` prints."""

    numbers: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The kind and the number of each label: "Section", "3.1"."""


def plain(spans: Iterable[Span]) -> str:
    """The words of some spans on one line; notes and citations are left out."""
    return " ".join("".join(_words(spans)).replace(NO_BREAK_SPACE, " ").split())


def _words(spans: Iterable[Span]) -> Iterator[str]:
    for span in spans:
        match span:
            case Text(text) | Code(text):
                yield text
            case Emphasis(inner) | Link(_, inner):
                yield from _words(inner)
            case Break():
                yield " "
            case _:
                pass


def line(spans: Iterable[Span]) -> str:
    """The words as one line of a data file, in which an apostrophe is a straight one."""
    return plain(spans).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def trimmed(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans without spaces and line ends at both ends; neighbouring texts become one."""
    joined: list[Span] = []
    for span in spans:
        if isinstance(span, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(_one_space(joined[-1].text + span.text))
        elif not (isinstance(span, Text) and not span.text):
            joined.append(span)
    while joined and _is_blank(joined[0]):
        joined.pop(0)
    while joined and _is_blank(joined[-1]):
        joined.pop()
    if joined and isinstance(joined[0], Text):
        joined[0] = replace(joined[0], text=joined[0].text.lstrip(" "))
    if joined and isinstance(joined[-1], Text):
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip(" "))
    return tuple(joined)


def _is_blank(span: Span) -> bool:
    return isinstance(span, Break) or (isinstance(span, Text) and not span.text.strip(" "))


def _one_space(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def walk(blocks: Iterable[Block]) -> Iterator[Span]:
    """All spans in some blocks, notes included."""
    for block in blocks:
        match block:
            case Heading(spans=spans) | Paragraph(spans=spans):
                yield from _walk_spans(spans)
            case Items(items=items):
                for item in items:
                    yield from walk(item)
            case Quote(blocks=inner):
                yield from walk(inner)
            case Table(header=header, rows=rows):
                for row in (header, *rows):
                    for cell in row:
                        yield from _walk_spans(cell)
            case _:
                pass


def _walk_spans(spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        yield span
        match span:
            case Emphasis(inner) | Link(_, inner):
                yield from _walk_spans(inner)
            case Footnote(blocks):
                yield from walk(blocks)
            case _:
                pass
