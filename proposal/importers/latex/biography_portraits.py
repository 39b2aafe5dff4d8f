"""Gives people the pictures that stand beside their biographies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from proposal.importers.latex.biographies import BiographySection
from proposal.importers.latex.paper_tree import Block, PaperFigure
from proposal.importers.portraits import take_portrait


class Portraits(Struct, frozen=True):
    """What became of the pictures in a section of biographies."""

    start: int
    """The index of the section's first block, its first portrait included."""
    taken: tuple[PaperFigure, ...]
    others: tuple[PaperFigure, ...]
    """Pictures that are nobody's for certain."""


def take_portraits(
    section: BiographySection, blocks: Sequence[Block], pictures: Mapping[str, bytes]
) -> Portraits:
    """Give each person the one picture that stands with the biography, above it or in it.

    Args:
        section: the biographies, out of which all pictures are taken.
        blocks: the paper's blocks.
        pictures: the paper's pictures by name.
    """
    start = section.start
    while start and _is_picture(blocks[start - 1]):
        start -= 1
    above = [block for block in blocks[start : section.start] if isinstance(block, PaperFigure)]
    within = [_without_pictures(entry.blocks) for entry in section.entries]
    if above and not [
        one for one in within[-1][1] if not one.is_portrait
    ]:  # each picture stands above its biography
        shown = [above, *(figures for _, figures in within[:-1])]
    elif above:
        start, shown = section.start, [figures for _, figures in within]
    elif may_stand_above_others(section):
        shown = [[one for one in figures if one.is_portrait] for _, figures in within]
    else:
        shown = [figures for _, figures in within]
    taken: list[PaperFigure] = []
    given = [figure.file for figures in shown for figure in figures]
    others = [one for _, figures in within for one in figures if one.file not in given]
    for entry, (text, _), figures in zip(section.entries, within, shown, strict=True):
        entry.blocks = text
        is_sure = len(figures) == 1 and take_portrait(
            entry.person, pictures.get(figures[0].file, b"")
        )
        (taken if is_sure else others).extend(figures)
    return Portraits(start, tuple(taken), tuple(others))


def may_stand_above_others(section: BiographySection) -> bool:
    """Whether pictures between biographies may be of the person below: the last one has none."""
    *before, last = section.entries
    ends = [entry.blocks[-1] for entry in before if entry.blocks]
    are_open = [isinstance(block, PaperFigure) and not block.is_portrait for block in ends]
    return any(are_open) and not any(isinstance(block, PaperFigure) for block in last.blocks)


def _is_picture(block: Block) -> bool:
    return isinstance(block, PaperFigure) and not block.caption


def _without_pictures(blocks: Sequence[Block]) -> tuple[list[Block], list[PaperFigure]]:
    figures = [block for block in blocks if isinstance(block, PaperFigure)]
    return [block for block in blocks if not isinstance(block, PaperFigure)], figures
