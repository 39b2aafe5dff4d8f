"""What a paper's prose is made of: paragraphs, lists, tables, and the spans in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.diagnostics import Span
from proposal.source.math.math_grammar import read_formula
from proposal.source.math.math_words import formula_words


class TypedText(Struct, frozen=True):
    """Plain text, with typographic quotes and dashes."""

    text: str


class Emphasis(Struct, frozen=True):
    """Emphasized or bold text."""

    spans: tuple[Inline, ...]
    is_bold: bool = False
    is_label: bool = False
    """Whether the words stand in place of an item's bullet."""


class Code(Struct, frozen=True):
    """Text in a typewriter face."""

    text: str


class Hyperlink(Struct, frozen=True):
    """Words that lead to an address."""

    address: str
    spans: tuple[Inline, ...]


class CitedKeys(Struct, frozen=True):
    """Numbers in brackets that stand for entries of the bibliography."""

    keys: tuple[str, ...]
    locator: str = ""


class Footnote(Struct, frozen=True):
    """A note at the foot of the page."""

    blocks: tuple[Block, ...]


class CrossReference(Struct, frozen=True):
    """The number of a section, a figure or a table."""

    label: str
    place: Span
    is_named: bool = False
    """Whether "Section" or "Figure" is printed before the number."""
    is_bracketed: bool = False
    """Whether the number of a formula stands in brackets."""
    shows: Literal["number", "title", "letter", "page"] = "number"
    """What is printed of the place; `letter` is that of a figure's part, in brackets."""


class MathSpan(Struct, frozen=True):
    """A formula, in the commands that data know."""

    source: str
    """What stands between the dollar signs."""
    is_display: bool = False

    @property
    def words(self) -> str:
        """The formula in characters."""
        return formula_words(read_formula(self.source, is_display=self.is_display))


class LineBreak(Struct, frozen=True):
    """The end of a line within a paragraph."""


Inline: TypeAlias = (
    TypedText
    | Emphasis
    | Code
    | Hyperlink
    | CitedKeys
    | Footnote
    | CrossReference
    | LineBreak
    | MathSpan
)


class SectionTitle(Struct, frozen=True):
    """The title of a section, 1 for the highest level."""

    level: int
    spans: tuple[Inline, ...]
    place: Span
    is_numbered: bool = True


class Paragraph(Struct, frozen=True):
    """Some sentences."""

    spans: tuple[Inline, ...]
    place: Span
    goes_on: bool = False
    """Whether it continues the paragraph before the list or the quote above it."""


class Items(Struct, frozen=True):
    """A list."""

    items: tuple[tuple[Block, ...], ...]
    place: Span
    is_numbered: bool = False
    start: int = 1


class Quote(Struct, frozen=True):
    """A quotation that is set apart."""

    blocks: tuple[Block, ...]
    place: Span


class Preformatted(Struct, frozen=True):
    """Lines that are printed as they were typed."""

    text: str
    place: Span


class Tabular(Struct, frozen=True):
    """Cells in rows; the first one is the heading."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    alignments: str
    """A letter for each column: l, c or r."""
    place: Span


class PaperFigure(Struct, frozen=True):
    """A picture with its caption."""

    file: str
    """Its name in the data."""
    description: str
    caption: tuple[Inline, ...]
    place: Span
    is_portrait: bool = False
    """Whether it surely belongs to the biography above it, as to the one in its row."""


class DataBlock(Struct, frozen=True):
    """A list that the data hold, in place of its text."""

    expression: str
    place: Span


Block: TypeAlias = (
    SectionTitle | Paragraph | Items | Quote | Preformatted | Tabular | PaperFigure | DataBlock
)

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class Labels(Struct, frozen=True):
    r"""What `\\ref` prints."""

    numbers: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The kind and the number of each label: "Section", "3.1"."""
    titles: dict[str, str] = field(default_factory=dict)
    """The title of the section in which each label stands."""


def plain(spans: Iterable[Inline]) -> str:
    """The words of some spans on one line; notes and citations are left out."""
    return " ".join("".join(_words(spans)).replace(NO_BREAK_SPACE, " ").split())


def _words(spans: Iterable[Inline]) -> Iterator[str]:
    for span in spans:
        match span:
            case TypedText(text) | Code(text):
                yield text
            case Emphasis(inner) | Hyperlink(_, inner):
                yield from _words(inner)
            case MathSpan():
                yield span.words
            case LineBreak():
                yield " "
            case _:
                pass


def line(spans: Iterable[Inline]) -> str:
    """The words as one line of a data file, in which an apostrophe is a straight one."""
    return plain(spans).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def trimmed(spans: Iterable[Inline]) -> tuple[Inline, ...]:
    """Spans without spaces and line ends at both ends; neighbouring texts become one."""
    joined: list[Inline] = []
    for span in spans:
        if isinstance(span, TypedText) and joined and isinstance(joined[-1], TypedText):
            joined[-1] = TypedText(_one_space(joined[-1].text + span.text))
        elif not (isinstance(span, TypedText) and not span.text):
            joined.append(span)
    while joined and _is_blank(joined[0]):
        joined.pop(0)
    while joined and _is_blank(joined[-1]):
        joined.pop()
    if joined and isinstance(joined[0], TypedText):
        joined[0] = replace(joined[0], text=joined[0].text.lstrip(" "))
    if joined and isinstance(joined[-1], TypedText):
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip(" "))
    return tuple(joined)


def _is_blank(span: Inline) -> bool:
    return isinstance(span, LineBreak) or (isinstance(span, TypedText) and not span.text.strip(" "))


def _one_space(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def walk(blocks: Iterable[Block]) -> Iterator[Inline]:
    """All spans in some blocks, notes included."""
    for block in blocks:
        match block:
            case SectionTitle(spans=spans) | Paragraph(spans=spans):
                yield from _walk_spans(spans)
            case Items(items=items):
                for item in items:
                    yield from walk(item)
            case Quote(blocks=inner):
                yield from walk(inner)
            case PaperFigure(caption=caption):
                yield from _walk_spans(caption)
            case Tabular(header=header, rows=rows):
                for row in (header, *rows):
                    for cell in row:
                        yield from _walk_spans(cell)
            case _:
                pass


def _walk_spans(spans: Iterable[Inline]) -> Iterator[Inline]:
    for span in spans:
        yield span
        match span:
            case Emphasis(inner) | Hyperlink(_, inner):
                yield from _walk_spans(inner)
            case Footnote(blocks):
                yield from walk(blocks)
            case _:
                pass
