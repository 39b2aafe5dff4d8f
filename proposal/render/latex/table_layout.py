"""The width of a table's columns, and where the table stands on a page of two columns.

The widths are worked out here and written down in points, so that what a publisher gets is a
plain table. They come from the widths of letters in ACM's typeface; what is not known exactly is
taken to be wide.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct
from pylatex import NoEscape

from proposal.model.document_format import PageFormat

_SIZE = 8.0
"""The size in points of the letters whose widths are known: sigconf's `\\small`."""
_INDENTATION = 25.0
"""Points that a list or a quotation takes from its column, at most."""
_MOST_LINES_WHOLE = 12
"""A longer table may be cut where a column of the page ends."""
_MOST_LINES_ACROSS = 50
"""A longer table across both columns does not fit on a page."""


class Placement(StrEnum):
    """How a table stands on the page."""

    WHOLE = "whole"
    """In its place in the text, on one page."""
    BREAKING = "breaking"
    """In its place in the text; it may go on in the next column, below its head again."""
    ACROSS = "across"
    """Across both columns, at the top of a page; a long one on several pages."""


class Layout(Struct, frozen=True):
    """How a table is set."""

    placement: Placement
    gap: float
    """Half of the space between two columns, in points (`\\tabcolsep`)."""
    widths: tuple[float | None, ...]
    """The widths of the columns in points; nothing for one that is as wide as its cells."""
    alignments: tuple[str, ...]
    """`l`, `c` or `r` for each column."""
    hyphenates: tuple[bool, ...]
    """Whether a column is too narrow for its longest word."""
    parts: tuple[int, ...]
    """How many rows each part of the table has, where it stands on several pages."""

    @property
    def columns(self) -> NoEscape:
        r"""The columns as `tabular` takes them."""
        kinds = (
            alignment if width is None else f"p{{{width:.1f}pt}}"
            for alignment, width in zip(self.alignments, self.widths, strict=True)
        )
        return NoEscape(f"@{{}}{''.join(kinds)}@{{}}")

    def cell_prefix(self, column: int) -> str:
        """What a cell of a column begins with."""
        if self.widths[column] is None:
            return ""
        # TeX does not hyphenate a paragraph's first word, unless something stands before it.
        start = r"\leavevmode\nobreak\hspace{0pt}" if self.hyphenates[column] else " "
        return f"{_SETTINGS[self.alignments[column]]}{start}"


class Table(Struct, frozen=True):
    """A table in LaTeX."""

    layout: Layout
    head: NoEscape
    """The cells of its first row, with what separates them."""
    rows: tuple[NoEscape, ...]
    has_row_heads: bool
    """Whether the first cell of every row is the row's head, which prose says by bold words."""

    @property
    def parts(self) -> Iterator[tuple[NoEscape, ...]]:
        """The rows of each part, where it stands on several pages."""
        rows = iter(self.rows)
        return (tuple(islice(rows, size)) for size in self.layout.parts)


_SETTINGS = {"l": r"\raggedright", "c": r"\centering", "r": r"\raggedleft"}


def layout_of(rows: Sequence[SyntaxTreeNode], depth: int, page: PageFormat) -> Layout:
    """How a table is set, by what stands in its cells.

    Args:
        rows: its rows, the head first.
        depth: how many lists and quotations it stands in.
        page: the page of the document's format.
    """
    scale = page.small / _SIZE  # of its letters; all widths below are of letters of the known size
    columns = [_Needs.of(cells) for cells in zip(*(row.children for row in rows), strict=True)]
    alignments = tuple(_alignment(cell) for cell in rows[0].children)
    here = (page.column - depth * _INDENTATION) / scale
    gap = 6.0 if len(columns) < _MANY_COLUMNS else 4.0
    gaps = 2 * gap * (len(columns) - 1)
    if sum(column.least for column in columns) > here - gaps:
        placement, widths = Placement.ACROSS, _widths(columns, page.page / scale - gaps)
    else:
        widths = _widths(columns, here - gaps)
        is_long = sum(_lines(columns, widths)) > _MOST_LINES_WHOLE
        placement = Placement.BREAKING if is_long else Placement.WHOLE
    # Rows that are set one by one know nothing of each other's widths.
    is_free = placement is not Placement.BREAKING
    return Layout(
        placement,
        gap * scale,
        tuple(
            None if is_free and width >= needs.natural else width * scale
            for needs, width in zip(columns, widths, strict=True)
        ),
        alignments,
        tuple(width < needs.longest_word for needs, width in zip(columns, widths, strict=True)),
        _parts(_lines(columns, widths)),
    )


def _parts(lines: list[int]) -> tuple[int, ...]:
    """How many rows below the head fit on each page, by the lines of the head and of each row."""
    head, *body = lines
    parts, filled = [0], head
    for row in body:
        if parts[-1] and filled + row > _MOST_LINES_ACROSS:
            parts.append(0)
            filled = head
        parts[-1] += 1
        filled += row
    return tuple(parts)


_MANY_COLUMNS = 5
"""Columns from which on they stand closer to each other."""


def _alignment(cell: SyntaxTreeNode) -> str:
    style = str(cell.attrs.get("style", ""))
    return {"text-align:center": "c", "text-align:right": "r"}.get(style, "l")


class _Needs(Struct, frozen=True):
    """What a column needs, in points."""

    natural: float
    """The width in which no cell has a second line."""
    longest_word: float
    cells: tuple[float, ...]
    """The width of each cell in one line."""

    @property
    def least(self) -> float:
        """The width below which it would look bad; very long words are hyphenated anyway."""
        return min(self.longest_word, _LONGEST_UNBROKEN[0])

    @classmethod
    def of(cls, cells: Sequence[SyntaxTreeNode]) -> _Needs:
        pieces = [list(_pieces(cell.children[0], cell.tag == "th")) for cell in cells]
        lengths = tuple(sum(width for width, _ in piece) * _CAUTION + 1 for piece in pieces)
        return cls(max(lengths), max(map(_longest, pieces)) * _CAUTION + 1, lengths)


_CAUTION = 1.03
_LONGEST_UNBROKEN = (70.0, 60.0, 50.0, 40.0, 30.0, 20.0, 0.0)
"""Widths in points of what is kept from being hyphenated, the best first."""


def _longest(pieces: list[tuple[float, bool]]) -> float:
    """The width of the longest stretch of letters that no line break may cut."""
    longest = width = 0.0
    for advance, ends_here in pieces:
        width += advance
        longest = max(longest, width)
        if ends_here:
            width = 0.0
    return longest


def _widths(columns: Sequence[_Needs], room: float) -> list[float]:
    """The widths of the columns: those that need little get it, the others share what is left."""
    widths = _shared(
        [column.natural for column in columns], [1.0] * len(columns), room, at_most=True
    )
    wide = [index for index, column in enumerate(columns) if widths[index] < column.natural]
    left = room - sum(width for index, width in enumerate(widths) if index not in wide)
    weights = [columns[index].natural ** 0.5 for index in wide]
    # Whole words if there is room for them; else the long ones are hyphenated, not the short.
    words = [columns[index].longest_word for index in wide]
    least = next(
        least
        for most in (max(words, default=0.0), *_LONGEST_UNBROKEN)
        if sum(least := [min(word, most) for word in words]) <= left or not most
    )
    for index, width in zip(wide, _shared(least, weights, left, at_most=False), strict=True):
        widths[index] = width
    return widths


def _shared(
    limits: Sequence[float], weights: Sequence[float], room: float, *, at_most: bool
) -> list[float]:
    """Shares of some room by weight, none of which goes beyond its limit (above or below)."""
    fixed: dict[int, float] = {}
    while True:
        free = [index for index in range(len(limits)) if index not in fixed]
        left, weight = room - sum(fixed.values()), sum(weights[index] for index in free)
        shares = {index: left * weights[index] / weight for index in free}
        beyond = [
            index
            for index in free
            if (shares[index] >= limits[index] if at_most else shares[index] < limits[index])
        ]
        if not beyond:
            return [fixed.get(index, shares.get(index, 0.0)) for index in range(len(limits))]
        fixed |= {index: limits[index] for index in beyond}


def _lines(columns: Sequence[_Needs], widths: Sequence[float]) -> list[int]:
    """About how many lines each row has; lines of ragged words are not quite full."""
    rows = zip(*(column.cells for column in columns), strict=True)
    return [
        max(
            1 if cell <= width else int(cell * 1.15 / width) + 1
            for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    ]


def _pieces(node: SyntaxTreeNode, is_bold: bool) -> Iterator[tuple[float, bool]]:
    """The widths of a cell's letters in points, and whether a line may end behind each."""
    for child in node.children:
        match child.type:
            case "citation":
                yield from (piece for _ in child.meta["keys"] for piece in _letters("[99]", 1.0))
            case "code_inline":
                yield from ((_CODE * _SIZE / 1000, letter in " -") for letter in child.content)
            case "softbreak" | "hardbreak":
                yield from _letters(" ", 1.0)
            case "link":
                is_address = child.attrs["href"] in {_content(child), f"mailto:{_content(child)}"}
                ends = _IN_ADDRESS if is_address else _IN_WORDS
                for width, letter in _of_link(child, is_bold, is_address):
                    yield width, bool(ends.match(letter))
            case _ if child.children:
                yield from _pieces(child, is_bold or child.type == "strong")
            case _:
                yield from _letters(child.content, _BOLD if is_bold else 1.0)


def _of_link(node: SyntaxTreeNode, is_bold: bool, is_address: bool) -> Iterator[tuple[float, str]]:
    scale = _BOLD if is_bold else 1.0
    for letter in _content(node):
        yield (_CODE * _SIZE / 1000 if is_address else _advance(letter) * scale), letter


def _content(node: SyntaxTreeNode) -> str:
    return "".join(_content(child) if child.children else child.content for child in node.children)


def _letters(text: str, scale: float) -> Iterator[tuple[float, bool]]:
    for letter in text:
        yield _advance(letter) * scale, bool(_IN_WORDS.match(letter))


_IN_WORDS = re.compile(r"[\s\u2010\u2013\u2014\u3040-\u30ff\u4e00-\u9fff-]")
"""Where a line may break within a cell: at spaces, behind hyphens, between Chinese characters."""
_IN_ADDRESS = re.compile(r"[/.:?&=_#-]")
"""Where a long address may be broken: `example.org/wsp?year=2026`."""


def _advance(letter: str) -> float:
    """How wide a letter is, in points."""
    base = unicodedata.normalize("NFD", letter)[0]
    if unicodedata.combining(base):
        return 0.0
    if 0 <= (index := ord(base) - 32) < len(_ADVANCES):
        return _ADVANCES[index] * _SIZE / 1000
    is_square = unicodedata.east_asian_width(base) in "WF"
    return (1000 if is_square else _UNKNOWN) * _SIZE / 1000


# fmt: off
_ADVANCES = (
    250, 288, 336, 465, 465, 637, 705, 268, 298, 298, 369, 550, 220, 338, 220, 323,
    465, 465, 465, 465, 465, 465, 465, 465, 465, 465, 236, 236, 550, 550, 550, 435,
    895, 695, 588, 646, 701, 557, 485, 685, 730, 297, 322, 637, 528, 839, 699, 702,
    541, 702, 587, 485, 597, 661, 652, 951, 660, 575, 604, 356, 287, 356, 518, 486,
    268, 457, 493, 428, 506, 447, 310, 500, 538, 271, 272, 512, 264, 790, 542, 504,
    519, 503, 372, 390, 316, 531, 497, 747, 490, 515, 424, 277, 205, 277, 449,
)
# fmt: on
"""The widths of ASCII from the space on in Linux Libertine, in thousandths of its size."""
_BOLD = 1.14
"""How much wider bold letters are, at most on the average of a word."""
_CODE = 530
"""The width of every letter of the typewriter font, in thousandths of the size."""
_UNKNOWN = 650
"""The width that other letters are taken to have."""
