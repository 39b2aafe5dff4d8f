"""Renders what is printed for the day: the booklet in two sizes, and the signs for doors."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from msgspec import Struct

from proposal.booklet.door_signs import door_signs, room_of
from proposal.edition.edition import Edition
from proposal.edition.own_files import page_of
from proposal.edition.paper_groups import paper_groups
from proposal.edition.series import Series
from proposal.pdf import paper_sizes
from proposal.render.latex.document import RenderedDocument, render_document
from proposal.render.latex.printed_pictures import PrintedPictures, sponsor_logos
from proposal.render.latex.side_document import side_document
from proposal.render.latex.tex_names import TexName
from proposal.render.site.colours import palette


class Sheet(Struct, frozen=True):
    """The paper on which something is printed; lengths are in points of PDF."""

    name: str
    width: float
    height: float
    margin: float
    letters: int
    """Points of the letters."""
    is_folded: bool
    """Whether two pages stand on each side of a sheet, so that pages come in fours."""


A5 = Sheet("a5", *paper_sizes.A5, 40, 10, is_folded=True)
LETTER = Sheet("letter", *paper_sizes.LETTER, 64, 11, is_folded=False)
_A4_WIDE = Sheet("a4", paper_sizes.A4[1], paper_sizes.A4[0], 45, 20, is_folded=False)
_LETTER_WIDE = Sheet(
    "letter", paper_sizes.LETTER[1], paper_sizes.LETTER[0], 45, 20, is_folded=False
)
_COUNTRIES_OF_LETTER = {"USA", "US", "United States", "United States of America", "Canada"}
"""Where printers hold sheets of that size, as the countries of venues are written."""


def booklet(workshop: Path, series: Series, edition: Edition, sheet: Sheet) -> RenderedDocument:
    """The booklet on sheets of a size.

    Args:
        workshop: the folder that holds `data/`, for the workshop's own templates.
        series: the series.
        edition: the edition as everybody may see it.
        sheet: the size.
    """
    pictures = PrintedPictures()
    talks = [talk for talk in edition.announced_first if not talk.is_seat]
    people = [person for talk in (*talks, *edition.panel) for person in talk.people]
    portraits = {person.file_name: pictures.portrait(person) for person in people}
    levels = groupby(edition.sponsors, key=lambda sponsor: sponsor.level)
    values: Mapping[str, Any] = {
        "sheet": sheet,
        "accent": _accent(series),
        "logo": pictures.logo(edition.pictures.logo, "workshop"),
        "portraits": {name: found for name, found in portraits.items() if found},
        "logos": sponsor_logos(edition, pictures),
        "tiers": [(level, list(sponsors)) for level, sponsors in levels],
        "talks": talks,
        "papers": [
            (group.heading, [paper for paper in group.papers if paper.abstract])
            for group in paper_groups(edition.papers)
        ],
        "room_of": lambda slot: room_of(edition, slot),
        "slot_of": edition.slot_of,
        "name_of": TexName,
        "page": page_of(edition),
    }
    document = side_document("booklet", edition, edition.title, f"booklet-{sheet.name}")
    rendered = render_document(workshop, edition, document, **values)
    return pictures.beside(rendered)


def signs(workshop: Path, series: Series, edition: Edition) -> RenderedDocument:
    """The signs for doors, on the sheets that are usual where the workshop takes place."""
    pictures = PrintedPictures()
    is_letter = edition.venue.country in _COUNTRIES_OF_LETTER
    values: Mapping[str, Any] = {
        "sheet": _LETTER_WIDE if is_letter else _A4_WIDE,
        "accent": _accent(series),
        "logo": pictures.logo(edition.pictures.logo, "workshop"),
        "signs": list(door_signs(edition)),
    }
    document = side_document("door-signs", edition, edition.title)
    rendered = render_document(workshop, edition, document, **values)
    return pictures.beside(rendered)


def _accent(series: Series) -> TexName:
    """The colour of the workshop as LaTeX has it: 0A5A9D."""
    return TexName(palette(series.accent).band.removeprefix("#").upper())
