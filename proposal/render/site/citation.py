"""How an edition is cited: its summary in the proceedings, or else its website."""

from __future__ import annotations

from msgspec import Struct

from proposal.edition import wording
from proposal.edition.edition import Edition
from proposal.source.persistent_identifiers import doi_address
from proposal.source.text import Verbatim


class Citation(Struct, frozen=True):
    """A reference to an edition, in parts as ACM's reference format has them."""

    authors: str
    year: int
    title: str
    container: str
    """What it appeared in: the proceedings, or the conference that it was part of."""
    address: Verbatim | None
    """The DOI's address, or the page's."""


def citation_of(edition: Edition, page: Verbatim | None) -> Citation | None:
    """How to cite an edition; nothing of one that is cancelled or postponed and did not appear.

    Args:
        edition: the edition.
        page: the address of its page, if that is known.
    """
    authors = wording.joined(
        [organizer.person.name for organizer in edition.organizers], edition.language
    )
    summary = edition.cited_summary
    if summary is not None and summary.doi:
        return Citation(
            authors=authors,
            year=summary.year,
            title=summary.title,
            container=edition.booktitle,
            address=Verbatim(doi_address(summary.doi)),
        )
    if edition.is_called_off:
        return None
    container = f"{edition.when.date}, {edition.place}"
    if edition.venue.is_conference:
        host, place = edition.venue.full_name, edition.venue.place
        container = edition.language.gettext(
            # Words: where something took place, behind its title; a host conference.
            "Held with the %(host)s, %(place)s",
            host=host,
            place=place,
        )
    return Citation(authors, edition.year, edition.title, container, page)
