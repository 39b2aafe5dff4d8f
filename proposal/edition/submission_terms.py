"""How papers are sent in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field

from proposal.edition import wording
from proposal.edition.collection import Collection
from proposal.edition.marked_values import Estimate
from proposal.source.text import Prose
from proposal.words.language import ENGLISH, Language
from proposal.words.marking import gettext_noop


class Pages(Struct, frozen=True):
    """How long a paper may be, in pages or words."""

    min: Estimate | None
    max: Estimate

    @property
    def is_single(self) -> bool:
        """Whether it is one number, or one page: "4 pages", "at most 1 page"."""
        return self.max in (1, self.min)


class Publication(Struct, frozen=True):
    """Where accepted papers are published."""

    statement: str
    """A sentence without its full stop: "Accepted papers appear in the ACL Anthology"."""
    url: str | None
    language: Language = ENGLISH

    @property
    def label(self) -> str:
        """What a link to it is called."""
        return self.language.gettext("Proceedings")


class SpecialIssue(Struct, frozen=True):
    """The issue of a journal to which authors of selected papers are invited."""

    journal: str
    url: str | None
    for_papers: bool = True
    """Whether the call is one for papers."""
    language: Language = ENGLISH

    @property
    def label(self) -> str:
        """What a link to it is called."""
        return self.language.gettext("Special issue")

    @property
    def statement(self) -> str:
        """A sentence without its full stop."""
        gettext, journal = self.language.gettext, self.journal
        if self.for_papers:
            return gettext(
                "Authors of selected papers are invited to a special issue of %(journal)s",
                journal=journal,
            )
        return gettext(
            "Authors of selected contributions are invited to a special issue of %(journal)s",
            journal=journal,
        )


_REVIEWS = {
    "double-blind": gettext_noop("Double-blind review: submissions are anonymous"),
    "single-blind": gettext_noop("Single-blind review: submissions name their authors"),
    "open": gettext_noop("Open review"),
}

_ARCHIVAL = {
    (True, True): gettext_noop("Accepted papers appear in the conference's proceedings"),
    (False, True): gettext_noop("Accepted papers are not archived in the conference's proceedings"),
    (True, False): gettext_noop("Accepted papers are archived in proceedings"),
    (False, False): gettext_noop("Accepted papers are not archived in proceedings"),
}
"""By whether they are, and whether there is a conference."""

_OF_CONTRIBUTIONS = {
    (True, True): gettext_noop("Accepted contributions appear in the conference's proceedings"),
    (False, True): gettext_noop(
        "Accepted contributions are not archived in the conference's proceedings"
    ),
    (True, False): gettext_noop("Accepted contributions are archived in proceedings"),
    (False, False): gettext_noop("Accepted contributions are not archived in proceedings"),
}
"""The same where the call is not one for papers."""


class SubmissionTerms(Struct, frozen=True):
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
    has_conference: bool = True
    """Whether there is a conference that has proceedings."""
    for_papers: bool = True
    """Whether the call is one for papers, and not for demos or something else."""
    language: Language = ENGLISH

    @property
    def length(self) -> str | None:
        """How long a paper may be: "2 to 8 pages, not counting references"."""
        gettext = self.language.gettext
        pages = _length(self.pages, "page", self.language) if self.pages else ""
        words = _length(self.words, "word", self.language) if self.words else ""
        length = pages or words
        if pages and words:
            length = gettext("%(pages)s and %(words)s", pages=pages, words=words)
        excluded = wording.joined(self.excludes, self.language)
        if length and excluded:
            return gettext(
                "%(length)s, not counting %(excluded)s", length=length, excluded=excluded
            )
        return length or None

    @property
    def publication(self) -> tuple[Publication | SpecialIssue, ...]:
        """Where papers appear beside the conference's proceedings."""
        return tuple(place for place in (self.published, self.special_issue) if place)

    @property
    def archival_line(self) -> str:
        """Whether papers are archived, without a full stop; empty if that is not said."""
        if self.archival is None:
            return ""
        lines = _ARCHIVAL if self.for_papers else _OF_CONTRIBUTIONS
        return self.language.gettext(lines[self.archival, self.has_conference])

    @property
    def statements(self) -> tuple[str, ...]:
        """All but addresses and the policy, each as a sentence without its full stop."""
        return tuple(self._statements())

    def _statements(self) -> Iterator[str]:
        if length := self.length:
            yield length[0].upper() + length[1:]
        if self.format:
            yield self.language.gettext("Format: %(format)s", format=self.format)
        if self.review:
            yield self.language.gettext(_REVIEWS[self.review])
        if self.archival_line:
            yield self.archival_line
        yield from (place.statement for place in self.publication)


class Track(SubmissionTerms, frozen=True):
    """A kind of papers, with what does not hold for all of them."""

    id: str = ""
    name: str = ""

    @property
    def has_terms(self) -> bool:
        """Whether anything holds for it that does not for all."""
        return any((self.statements, self.policy, self.template, self.url))


class Submissions(SubmissionTerms, frozen=True):
    """How papers are sent in: what holds for all tracks, and the tracks."""

    tracks: Collection[Track] = field(default_factory=lambda: Collection("tracks"))
    call: str | None = None
    """What the call is called, if it is none for papers: "Call for Demos"."""
    are_none: bool = False
    """Whether there is no call for papers, as of a day of invited talks."""

    @property
    def described_tracks(self) -> tuple[Track, ...]:
        """The tracks of which more than the name is known."""
        return tuple(track for track in self.tracks if track.has_terms)

    @property
    def tracks_line(self) -> str:
        """The names of all tracks, without a full stop, where one of them is a name alone."""
        if len(self.described_tracks) == len(self.tracks):
            return ""
        names = "; ".join(track.name for track in self.tracks)
        return self.language.gettext("Tracks: %(names)s", names=names)

    @property
    def are_open(self) -> bool:
        """Whether nothing of it is known yet."""
        known = (self.url, self.template, self.statements, self.policy, self.tracks)
        return not (self.are_none or any(known))

    @property
    def accepted_heading(self) -> str:
        """What the list of what was accepted is called."""
        gettext = self.language.gettext
        if self.for_papers:
            return gettext("Accepted papers")
        return gettext("Accepted contributions")

    @property
    def accepted_title(self) -> str:
        """The same in the capitals of Jekyll pages."""
        gettext = self.language.gettext
        if self.for_papers:
            return gettext("Accepted Papers")
        return gettext("Accepted Contributions")

    @property
    def all_accepted(self) -> str:
        """What a link to the whole list is called."""
        gettext = self.language.gettext
        return gettext("All papers") if self.for_papers else gettext("All contributions")

    @property
    def accepted_label(self) -> str:
        """What was accepted, in a menu."""
        gettext = self.language.gettext
        return gettext("Papers") if self.for_papers else gettext("Contributions")

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


def _length(limit: Pages, unit: Literal["page", "word"], language: Language) -> str:
    most, gettext, ngettext = _number(limit.max, language), language.gettext, language.ngettext
    if unit == "page":
        pages = ngettext("%(num)s page", "%(num)s pages", limit.max, num=most)
    else:
        pages = ngettext("%(num)s word", "%(num)s words", limit.max, num=most)
    if limit.min is None:
        return gettext("at most %(length)s", length=pages)
    if limit.min == limit.max:
        return pages
    return gettext("%(least)s to %(most)s", least=_number(limit.min, language), most=pages)


def _number(count: Estimate, language: Language) -> str:
    number = f"{int(count):,}"
    if not language.is_english:
        from babel.numbers import format_decimal  # noqa: PLC0415 - slow to load

        number = format_decimal(int(count), locale=language.locale)
    return wording.marked(number, is_tentative=count.is_tentative, language=language)
