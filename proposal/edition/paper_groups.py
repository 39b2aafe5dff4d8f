"""Parts a list of papers by what tells them apart: their track, or else their kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from msgspec import Struct

from proposal.edition.schedule import Paper
from proposal.model.material_kinds import PLURALS
from proposal.words.fixed import Fixed
from proposal.words.language import Language


class PaperGroup(Struct, frozen=True):
    """Papers that are listed under one heading."""

    heading: str | None
    """What stands over them; nothing where the list has one part, or for those of no part."""
    papers: tuple[Paper, ...]
    parted_by: str | None
    """What of a paper its heading says, `track` or `kind`, so that no mark beside it does."""

    def marks(self, paper: Paper) -> tuple[str, ...]:
        """What is shown beside a paper's title: its award, its kind, its track."""
        names = (name for name in ("award", "kind", "track") if name != self.parted_by)
        return tuple(mark for name in names if (mark := getattr(paper, name)))


def parted_by(papers: Iterable[Paper]) -> str | None:
    """What parts a list: `track` or `kind`, the first in which papers differ."""
    listed = tuple(papers)
    for name in ("track", "kind"):
        if len(set(map(attrgetter(name), listed))) > 1:
            return name
    return None


def paper_groups(papers: Iterable[Paper]) -> tuple[PaperGroup, ...]:
    """A list of papers in its parts, each in the order of the list.

    Papers without a track (or a kind) come first, without a heading; the parts follow in the order
    in which they are first named.
    """
    listed = tuple(papers)
    name = parted_by(listed)
    if name is None:
        return (PaperGroup(None, listed, None),) if listed else ()
    part: Callable[[Paper], str | None] = attrgetter(name)
    parts = dict.fromkeys(map(part, listed))
    ordered = sorted(parts, key=lambda value: value is not None)
    return tuple(
        PaperGroup(
            _heading(value, listed[0].language),
            tuple(paper for paper in listed if part(paper) == value),
            name,
        )
        for value in ordered
    )


def _heading(part: str | None, language: Language) -> str | None:
    """What stands over a part of the list: a track, or several papers of a kind."""
    if isinstance(part, Fixed):
        return language.gettext(PLURALS[part.message])
    return part
