"""Renders the pages around the papers of a volume, and the stamps on the papers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from proposal.edition.edition import Edition
from proposal.edition.schedule import Slot, Talk
from proposal.edition.volume import Volume
from proposal.model.talk_roles import ROLES
from proposal.proceedings.author_index import author_index
from proposal.proceedings.volume_plan import VolumePlan
from proposal.render.latex.document import RenderedDocument, render_document
from proposal.render.latex.printed_pictures import PrintedPictures, sponsor_logos
from proposal.render.latex.side_document import side_document
from proposal.source.text import Prose

_HEADING = re.compile(r"\A\s*# ")
"""A text that begins with its own title: `# Welcome`."""
_MARGIN = 54.0
"""Points at both sides of a stamp on a page of the usual size."""


class Preface(Struct, frozen=True):
    """A text that stands before the papers."""

    text: Prose

    @property
    def has_heading(self) -> bool:
        """Whether it begins with its own title."""
        return _HEADING.match(self.text) is not None


class TalkPage(Struct, frozen=True):
    """A talk that has a page of its own."""

    heading: str
    """What it is: Keynote."""
    talk: Talk


class PanelPage(Struct, frozen=True):
    """The page of those on the panel."""

    heading: str
    slots: tuple[Slot, ...]
    seats: tuple[Talk, ...]


def matter_document(
    workshop: Path, edition: Edition, volume: Volume, plan: VolumePlan
) -> RenderedDocument:
    """What stands before and behind the papers.

    Args:
        workshop: the folder that holds `data/`.
        edition: the edition as everybody may see it.
        volume: the edition's volume.
        plan: its papers.
    """
    pictures = PrintedPictures()
    levels = groupby(edition.sponsors, key=lambda sponsor: sponsor.level)
    rendered = render_document(
        workshop,
        edition,
        side_document("proceedings", edition, volume.title, span=volume.span),
        texts=[*volume.prefaces, *([volume.copyright] if volume.copyright else [])],
        volume=volume,
        paper=plan.paper,
        tiers=[(level, list(sponsors)) for level, sponsors in levels],
        logos=sponsor_logos(edition, pictures),
        prefaces=[Preface(text) for text in volume.prefaces],
        talks=_talks(edition),
        panel=_panel(edition),
        entries={entry.paper.id: entry for entry in plan.entries},
        after=plan.after,
        index=author_index(plan.entries),
    )
    return pictures.beside(rendered)


def stamps_document(
    workshop: Path, edition: Edition, volume: Volume, plan: VolumePlan
) -> RenderedDocument:
    """The stamps on the papers: a page for each of the papers' pages, in their order.

    Args:
        workshop: the folder that holds `data/`.
        edition: the edition.
        volume: the volume of which the stamps say that the papers are.
        plan: the papers with their pages.
    """
    place = edition.place
    when = f"{volume.date}" if volume.is_dated else f"{place}, {edition.dated}"
    return render_document(
        workshop,
        edition,
        side_document("stamps", edition, volume.title, span=volume.span),
        volume=volume,
        width=plan.paper.width - 2 * _MARGIN,
        papers=plan.entries,
        stamp_place=when,
    )


class FormSheet(Struct, frozen=True):
    """A value that is filled in a form."""

    text: str
    width: float
    """How wide it may be, in points."""


def agreements_document(
    workshop: Path, edition: Edition, volume: Volume, sheets: Sequence[FormSheet]
) -> RenderedDocument:
    """What is filled in forms for authors: a page for each value, in their order.

    Args:
        workshop: the folder that holds `data/`.
        edition: the edition.
        volume: the volume of its papers.
        sheets: the values, and how wide each may be.
    """
    document = side_document("agreements", edition, volume.title, span=volume.span)
    return render_document(workshop, edition, document, sheets=sheets)


def _talks(edition: Edition) -> list[TalkPage]:
    """The keynotes, and those other talks of which more is known than a title."""
    return [
        TalkPage(talk.role_title or edition.language.gettext(ROLES[talk.role].title), talk)
        for talk in edition.announced_first
        if not talk.is_seat and (talk.role == "keynote" or talk.abstract is not None)
    ]


def _panel(edition: Edition) -> PanelPage | None:
    if not edition.panel:
        return None
    heading = edition.language.gettext(ROLES["panelist"].heading)
    return PanelPage(heading, edition.panel_slots, edition.panel)
