"""Brings biographies of Word documents into the form in which those of papers stand.

In Word they often stand in tables, the name or a portrait in one column and the text in the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from proposal.diagnostics import Span
from proposal.importers.latex.biographies import BiographySection
from proposal.importers.latex.biography_heads import VERB
from proposal.importers.latex.biography_portraits import may_stand_above_others
from proposal.importers.latex.paper_tree import (
    Block,
    Emphasis,
    Inline,
    LineBreak,
    PaperFigure,
    Paragraph,
    TypedText,
    plain,
    trimmed,
)
from proposal.importers.portraits import take_portrait
from proposal.importers.written_names import is_name

_FEWEST_WORDS = 12
"""Words of a cell that may be a biography."""


class RowWithPictures(Struct, frozen=True):
    """A row of a table, and the pictures in it."""

    cells: tuple[tuple[Inline, ...], ...]
    pictures: tuple[Block, ...]


def biographies_in(rows: Sequence[RowWithPictures], place: Span) -> list[Block]:
    """The biographies of a table all of whose rows have one, each with the pictures of its row."""
    filled = [row for row in rows if any(plain(cell) for cell in row.cells)]
    found: list[Block] = []
    for row in filled:
        paragraph = _paragraph(row.cells, place)
        if paragraph is None:
            return []
        found += [paragraph, *map(_as_portrait, row.pictures)]
    return found


def _as_portrait(block: Block) -> Block:
    return replace(block, is_portrait=True) if isinstance(block, PaperFigure) else block


def _paragraph(row: Sequence[tuple[Inline, ...]], place: Span) -> Paragraph | None:
    """The biography in a row: its name, with the text behind it."""
    filled = [cell for cell in row if plain(cell)]
    if len(filled) == 1 and (begun := _begun(filled[0])):
        return Paragraph(begun, place)
    if len(filled) == 1:
        first, *rest = _lines(filled[0])
        name, text = (first, rest) if rest else ((), [])
    elif len(filled) == 2:
        name, *below = _lines(filled[0])
        text = [filled[1]] if not below else []
    else:
        return None
    spans = trimmed(span for line in text for span in (*line, TypedText(" ")))
    if not is_name(plain(name)) or len(plain(spans).split()) < _FEWEST_WORDS:
        return None
    head = Emphasis((TypedText(plain(name)),), is_bold=True)
    return Paragraph((head, LineBreak(), *spans), place)


def _begun(cell: Sequence[Inline]) -> tuple[Inline, ...]:
    """A cell that begins with a name in bold, and goes on with a sentence; else nothing."""
    spans = trimmed(cell)
    name, behind = (spans[0], plain(spans[1:])) if spans else (None, "")
    is_bold = isinstance(name, Emphasis) and name.is_bold and is_name(plain([name]))
    is_sentence = VERB.search(behind) is not None and behind.rstrip()[-1:] in ".!?)"
    return spans if is_bold and is_sentence and LineBreak() not in spans else ()


def _lines(cell: Sequence[Inline]) -> list[tuple[Inline, ...]]:
    """The lines of a cell."""
    lines: list[list[Inline]] = [[]]
    for span in cell:
        if isinstance(span, LineBreak):
            lines.append([])
        else:
            lines[-1].append(span)
    return [trimmed(line) for line in lines if plain(line)]


def take_portraits(
    section: BiographySection, before: Block | None, pictures: Mapping[str, bytes]
) -> list[PaperFigure]:
    """Give people the one picture in their biographies; the pictures that are not surely theirs.

    Args:
        section: the biographies, out of which all pictures are taken.
        before: the block above the first of them.
        pictures: the pictures of the document by name.
    """
    is_above_names = isinstance(before, PaperFigure) or may_stand_above_others(section)
    others: list[PaperFigure] = []
    for entry in section.entries:
        figures = [block for block in entry.blocks if isinstance(block, PaperFigure)]
        entry.blocks = [block for block in entry.blocks if not isinstance(block, PaperFigure)]
        is_sure = len(figures) == 1 and not figures[0].caption
        is_sure = is_sure and (figures[0].is_portrait or not is_above_names)
        if is_sure and take_portrait(entry.person, pictures.get(figures[0].file, b"")):
            continue
        others += figures
    return others
