"""How papers are sent in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from proposal.edition import wording
from proposal.edition.collection import Collection
from proposal.edition.marked_values import Estimate
from proposal.source.text import Prose


@dataclass(frozen=True, slots=True)
class Pages:
    """How long a paper may be, in pages or words."""

    min: Estimate | None
    max: Estimate


@dataclass(frozen=True, slots=True)
class Publication:
    """Where accepted papers are published."""

    statement: str
    """A sentence without its full stop: "Accepted papers appear in the ACL Anthology"."""
    url: str | None
    label = "Proceedings"


@dataclass(frozen=True, slots=True)
class SpecialIssue:
    """The issue of a journal to which authors of selected papers are invited."""

    journal: str
    url: str | None
    label = "Special issue"

    @property
    def statement(self) -> str:
        """A sentence without its full stop."""
        return f"Authors of selected papers are invited to a special issue of {self.journal}"


_REVIEWS = {
    "double-blind": "Double-blind review: submissions are anonymous",
    "single-blind": "Single-blind review: submissions name their authors",
    "open": "Open review",
}

_ARCHIVAL = {
    True: "Accepted papers appear in the conference's proceedings",
    False: "Accepted papers are not archived in the conference's proceedings",
}


@dataclass(frozen=True, slots=True)
class SubmissionTerms:
    """What holds for papers, of all tracks or of one."""

    url: str | None = None
    system: str | None = None
    pages: Pages | None = None
    excludes: tuple[str, ...] = ()
    review: str | None = None
    archival: bool | None = None
    policy: Prose | None = None
    is_tentative: bool = False
    """Whether all but the addresses and the system is still to be confirmed."""
    template: str | None = None
    """Where authors get the template."""
    words: Pages | None = None
    format: str | None = None
    published: Publication | None = None
    special_issue: SpecialIssue | None = None

    @property
    def length(self) -> str | None:
        """How long a paper may be: "2 to 8 pages, not counting references"."""
        parts = [
            _length(limit, unit)
            for limit, unit in ((self.pages, "page"), (self.words, "word"))
            if limit
        ]
        excluded = wording.joined(self.excludes)
        length = " and ".join(parts) or None
        return f"{length}, not counting {excluded}" if length and excluded else length

    @property
    def publication(self) -> tuple[Publication | SpecialIssue, ...]:
        """Where papers appear beside the conference's proceedings."""
        return tuple(place for place in (self.published, self.special_issue) if place)

    @property
    def statements(self) -> tuple[str, ...]:
        """All but addresses and the policy, each as a sentence without its full stop."""
        return tuple(self._statements())

    def _statements(self) -> Iterator[str]:
        if length := self.length:
            yield length[0].upper() + length[1:]
        if self.format:
            yield f"Format: {self.format}"
        if self.review:
            yield _REVIEWS[self.review]
        if self.archival is not None:
            yield _ARCHIVAL[self.archival]
        yield from (place.statement for place in self.publication)


@dataclass(frozen=True, slots=True)
class Track(SubmissionTerms):
    """A kind of papers, with what does not hold for all of them."""

    id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Submissions(SubmissionTerms):
    """How papers are sent in: what holds for all tracks, and the tracks."""

    tracks: Collection[Track] = field(default_factory=lambda: Collection("tracks"))

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where papers are sent to: one address for all, or those of the tracks."""
        return tuple(terms.url for terms in (self, *self.tracks) if terms.url)

    @property
    def links(self) -> list[str | None]:
        """All that authors are pointed to."""
        terms = (self, *self.tracks)
        found = [address for said in terms for address in (said.url, said.template)]
        return found + [place.url for said in terms for place in said.publication]

    def terms_of(self, track: str | None) -> tuple[SubmissionTerms, ...]:
        """What holds for a track, its own terms first; without a track, what holds for all."""
        return (*(found for found in self.tracks if found.id == track), self)


def _length(limit: Pages, unit: str) -> str:
    plural = "" if limit.max == 1 else "s"
    most = _number(limit.max)
    if limit.min is None:
        return f"at most {most} {unit}{plural}"
    return (
        f"{most} {unit}{plural}"
        if limit.min == limit.max
        else (f"{_number(limit.min)} to {most} {unit}{plural}")
    )


def _number(count: Estimate) -> str:
    return wording.marked(f"{int(count):,}", is_tentative=count.is_tentative)
