"""What the data say that a PDF must hold."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from proposal.edition.edition import Edition
from proposal.edition.edition_document import Document
from proposal.model.document_format import FORMATS
from proposal.model.records.rights import Rights


class Conference(Struct, frozen=True):
    """The host conference, as the rights block and the reference name it."""

    acronym: str
    dates: str
    place: str
    start: dt.date
    end: dt.date


class Expected(Struct, frozen=True):
    """What a PDF must hold; what is not known is not looked for."""

    format: str = "sigconf"
    """The format of its pages, or the name of another class."""
    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    """Their names, in order."""
    emails: tuple[str, ...] = ()
    """The authors' addresses, which an anonymous PDF must not show."""
    institutions: tuple[str, ...] = ()
    """The authors' employers, which an anonymous PDF must not show."""
    keywords: tuple[str, ...] = ()
    page_limit: int | None = None
    prints_page_numbers: bool | None = None
    first_page: int | None = None
    """The number of the first page; 1 if it is absent."""
    rights: Rights | None = None
    copyright_year: int | None = None
    prints_reference: bool | None = None
    """Whether the ACM Reference Format stands on the first page."""
    conference: Conference | None = None
    anonymous: bool = False
    """Whether the PDF must not show who wrote it."""
    line_numbers: bool = False
    """Whether its lines are numbered, for reviewers."""

    @property
    def paper(self) -> tuple[float, float] | None:
        """Width and height of its pages in points; nothing if they are not known."""
        known = next((page for name, page in FORMATS.items() if name == self.format), None)
        return known.paper if known else None

    @property
    def has_known_margins(self) -> bool:
        """Whether it is known where text, and where only the page number may stand."""
        return self.format == "sigconf"


def _conference(edition: Edition, document: Document) -> Conference | None:
    """The conference in a document's heads, if there is one."""
    venue = edition.venue
    if venue.start is None or venue.end is None:
        return None
    event = edition.event(document, in_english=True)
    return Conference(event.acronym, event.days, event.place, venue.start.date, venue.end.date)


def expected_of(edition: Edition, document: Document, page_format: str | None = None) -> Expected:
    """What the data say of one of an edition's documents.

    Args:
        edition: the edition.
        document: one of its documents.
        page_format: the format by which it was set, if a template may say another than the data.
    """
    people = [organizer.person for organizer in edition.organizers]
    rights = None if document.variant == "preprint" else document.rights
    posts = [post.institution for person in people for post in person.affiliations]
    return Expected(
        format=page_format or document.format,
        title=document.title,
        subtitle=document.subtitle,
        authors=tuple(person.name for person in people),
        emails=tuple(person.email for person in people if person.email),
        institutions=tuple(dict.fromkeys(posts)),
        keywords=tuple(edition.keywords),
        page_limit=document.page_limit,
        prints_page_numbers=document.prints_page_numbers,
        first_page=document.first_page,
        # A preprint has another notice; what there is of a rights block agrees with itself.
        rights=rights,
        copyright_year=document.year if rights else None,
        prints_reference=document.prints_reference if rights else None,
        conference=_conference(edition, document),
        anonymous=document.is_anonymous,
        line_numbers=document.is_for_review,
    )
