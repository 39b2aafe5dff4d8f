"""What the data say that a paper prints."""

from __future__ import annotations

from msgspec import Struct, json

from proposal.edition.edition import Edition
from proposal.edition.participants import Author
from proposal.edition.schedule import Paper
from proposal.edition.submission_terms import Pages, SubmissionTerms
from proposal.model.name_comparison import same_text
from proposal.render.plain import plain_line, plain_statement

_BEGINNING = 240
"""Letters of an abstract by which it is recognized."""


class ExpectedAuthor(Struct, frozen=True):
    """An author as the data have them."""

    name: str
    native_name: str
    """The name in its own script; empty if there is none."""
    institutions: tuple[str, ...]
    email: str
    is_corresponding: bool


class PageLimit(Struct, frozen=True):
    """How many pages a paper may have."""

    most: int
    excludes: tuple[str, ...]
    """What is not counted, in the words of the data."""


class ExpectedPaper(Struct, frozen=True):
    """A paper as the data have it."""

    id: str
    title: str
    authors: tuple[ExpectedAuthor, ...]
    abstract: str
    """The beginning of the abstract; empty if the data have none."""
    limit: PageLimit | None
    doi: str
    isbn: str
    years: tuple[int, ...]
    """The years that the paper may name as that of its publication."""
    names: tuple[str, ...]
    """The short names of conference and workshop, by which publishers name the event."""
    is_numbered_later: bool
    """Whether pages get their numbers when the volume is made."""

    @property
    def key(self) -> str:
        """All of it, as a text that is another one as soon as anything is."""
        return json.encode(self, enc_hook=str).decode()


def expected_paper(edition: Edition, paper: Paper) -> ExpectedPaper:
    """What the data say of a paper of an edition."""
    volume, venue = edition.volume, edition.venue
    years = {edition.year, *(day.year for day in edition.when.date.all)}
    years |= {day.date.year for day in (venue.start, venue.end) if day}
    if volume is not None:
        years.add(volume.date.date.year)
    return ExpectedPaper(
        id=str(paper.id),
        title=str(plain_line(paper.title)),
        authors=tuple(_author(author) for author in paper.authors),
        abstract=plain_statement(paper.abstract)[:_BEGINNING] if paper.abstract else "",
        limit=_limit(edition, paper),
        doi=str(paper.doi or ""),
        isbn=str(volume.isbn or "") if volume else "",
        years=tuple(sorted(years)),
        names=tuple(
            dict.fromkeys(
                str(name)
                for name in (venue.acronym, venue.proceedings_acronym, edition.acronym)
                if name
            )
        ),
        is_numbered_later=volume is not None and volume.span is not None,
    )


def _author(author: Author) -> ExpectedAuthor:
    return ExpectedAuthor(
        str(author.name),
        str(author.name_native or ""),
        tuple(str(post.institution) for post in author.affiliations),
        str(author.email or ""),
        author.corresponding,
    )


def _limit(edition: Edition, paper: Paper) -> PageLimit | None:
    """The limit of the paper's track; of an unknown track, the most that any allows."""
    submissions = edition.submissions
    own = [track for track in submissions.tracks if paper.track in {track.id, track.name}]
    if not own and paper.kind:
        kind = str(paper.kind)
        own = [track for track in submissions.tracks if same_text(track.name, kind)]
    known = (*own, submissions) if own else (*submissions.tracks, submissions)
    limited = [terms for terms in known if terms.pages is not None and not terms.is_tentative]
    if own:
        limited = limited[:1]
    elif len(limited) < len(submissions.tracks):
        return None  # the paper may be of a track without a limit
    return max(map(_page_limit, limited), key=lambda limit: limit.most, default=None)


def _page_limit(terms: SubmissionTerms) -> PageLimit:
    pages: Pages | None = terms.pages
    return PageLimit(int(pages.max) if pages else 0, tuple(map(str, terms.excludes)))
