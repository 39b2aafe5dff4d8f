"""What is said of an accepted paper wherever it is cited: in every format the same."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from msgspec import Struct

from proposal.edition import wording
from proposal.edition.edition import Edition
from proposal.edition.own_files import page_of
from proposal.edition.participants import Person
from proposal.edition.schedule import Paper
from proposal.edition.volume import Volume
from proposal.source.persistent_identifiers import doi_address

PAPERS = "papers/"
"""Where the pages of papers stand, from that of their edition on."""


class CitedPaper(Struct, frozen=True):
    """A paper as a part of what it appeared in."""

    key: str
    """By which it is cited: genairecp2026-agp."""
    paper: Paper
    container: str
    """The title of the volume, or else the workshop with its host conference."""
    year: int
    date: dt.date | None
    """The day on which it was published, if the data say it."""
    volume: Volume | None
    """The volume, if the data describe it."""
    page: str | None
    """The address of its page, if the website's is known."""

    @property
    def editors(self) -> tuple[Person, ...]:
        """Those of the volume."""
        return self.volume.editors if self.volume else ()

    @property
    def first_page(self) -> str | None:
        """The number of its first page."""
        return self.paper.pages.partition("\N{EN DASH}")[0] if self.paper.pages else None

    @property
    def last_page(self) -> str | None:
        """The number of its last page."""
        return self.paper.pages.rpartition("\N{EN DASH}")[2] if self.paper.pages else None

    @property
    def address(self) -> str | None:
        """Where readers find it: by its DOI, or else at its page."""
        return doi_address(self.paper.doi) if self.paper.doi else self.page

    @property
    def names(self) -> str:
        """The names of its authors in a sentence."""
        return names_of_authors(self.paper)


def names_of_authors(paper: Paper) -> str:
    """The names of a paper's authors in a sentence."""
    return wording.joined([author.name for author in paper.authors], paper.language)


def cited_papers(edition: Edition) -> tuple[CitedPaper, ...]:
    """The papers of an edition that can be cited, in their order."""
    cited = (cited_paper(edition, paper) for paper in edition.papers)
    return tuple(paper for paper in cited if paper is not None)


def cited_paper(edition: Edition, paper: Paper) -> CitedPaper | None:
    """A paper of an edition as it is cited; nothing of one that has appeared nowhere.

    Where the workshop is cancelled or postponed, nobody has heard the paper there, so that only a
    volume can be cited of which a day or a DOI says that it has appeared.
    """
    is_described = edition.volume is not None and edition.volume.is_described
    volume = edition.volume if is_described and paper.is_archival else None
    date = volume.date.date if volume and volume.is_dated else None
    has_appeared = volume is not None and bool(date or volume.doi or paper.doi)
    if edition.is_called_off and not has_appeared:
        return None
    return CitedPaper(
        key=f"{edition_key(edition)}-{paper.id}",
        paper=paper,
        container=volume.title if volume else _at_host(edition),
        year=date.year if date else edition.year,
        date=date,
        volume=volume,
        page=page_of_paper(edition, paper),
    )


def page_of_paper(edition: Edition, paper: Paper) -> str | None:
    """The address of a paper's page, if the website's is known."""
    page = page_of(edition)
    return f"{page}{PAPERS}{paper.id}/" if page else None


def edition_key(edition: Edition) -> str:
    """The edition's part of a citation key: genairecp2026."""
    plain = unicodedata.normalize("NFKD", edition.acronym).encode("ascii", "ignore").decode()
    return f"{re.sub('[^a-z0-9]', '', plain.lower()) or 'workshop'}{edition.id}"


def _at_host(edition: Edition) -> str:
    workshop = f"{edition.title} ({edition.short_name})"
    if not edition.venue.is_conference:
        return f"{workshop}, {edition.when.date}, {edition.place}"
    return edition.language.gettext(
        # Words: in what a paper appeared; the title of a workshop, the host conference, its days.
        "%(workshop)s at %(host)s, %(days)s, %(place)s",
        workshop=workshop,
        host=edition.venue.acronym,
        days=edition.when.date,
        place=edition.place,
    )
