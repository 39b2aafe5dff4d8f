"""The series of workshops with all its editions, as a website shows it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.edition.edition import Edition, PastEdition
from proposal.edition.in_language import in_language
from proposal.edition.links import LinkCollection, links_of
from proposal.edition.news import NewsItem, news_of
from proposal.edition.public import public
from proposal.edition.site_pictures import SitePictures
from proposal.model.looks import LOOKS, Look
from proposal.model.records.workshop import Workshop
from proposal.words.language import ENGLISH, Language


class CurrentEdition(Struct, frozen=True):
    """The edition to which all pages lead."""

    id: str
    year: int
    has_call: bool
    """Whether it calls for papers."""


class SeriesSummary(Struct, frozen=True):
    """What the pages of every edition show of its series.

    A change of another edition that is not seen here leaves an edition's pages as they are.
    """

    name: str
    """The name without ordinal."""
    acronym: str
    url: str | None
    accent: str | None
    current: CurrentEdition
    links: LinkCollection
    pictures: SitePictures
    look: Look
    language: Language
    has_one_edition: bool
    """Whether an edition is all that there is of the series, so that it is the home page."""
    has_news: bool
    """Whether there is news of the series or of any edition."""
    news: tuple[NewsItem, ...]
    """News of the series that an edition's page shows, because it is the only one."""


class Series(Struct, frozen=True):
    """The workshop through the years."""

    name: str
    """The name without ordinal."""
    acronym: str
    url: str | None
    accent: str | None
    current: Edition
    """The edition that the website shows first: the current one, once its day or its place is
    confirmed; before, the newest earlier one of which either is."""
    next: Edition | None
    """The current edition as long as it is all guesses and an earlier one is shown first."""
    editions: tuple[Edition, ...]
    """The editions that have data, the newest first."""
    earlier: tuple[PastEdition, ...]
    """The editions that have none, the newest first."""
    links: LinkCollection = field(default_factory=LinkCollection)
    """Where the series is found on the web."""
    pictures: SitePictures = field(default_factory=SitePictures)
    """Its logo and its wide photo."""
    news: tuple[NewsItem, ...] = ()
    """What is new of the series, as it was written."""
    look: Look = LOOKS[0]
    """Which style its website has."""
    language: Language = ENGLISH
    """The language of its own pages."""

    @property
    def is_beside_conferences(self) -> bool:
        """Whether each of its editions is beside a conference."""
        own = all(edition.venue.is_conference for edition in self.editions)
        return own and all(earlier.host for earlier in self.earlier)

    @property
    def summary(self) -> SeriesSummary:
        """What the pages of all editions show of it."""
        has_one_edition = len(self.editions) + len(self.earlier) == 1
        return SeriesSummary(
            name=self.name,
            acronym=self.acronym,
            url=self.url,
            accent=self.accent,
            current=CurrentEdition(self.current.id, self.current.year, self.current.has_call),
            links=self.links,
            pictures=self.pictures,
            look=self.look,
            language=self.language,
            has_one_edition=has_one_edition,
            has_news=bool(self.news or any(edition.news for edition in self.editions)),
            news=self.news if has_one_edition else (),
        )


def series_of(
    workshop: Workshop,
    editions: Mapping[str, Edition],
    pictures: SitePictures,
    language: Language = ENGLISH,
) -> Series:
    """The series that the data describe.

    Args:
        workshop: what `workshop.yaml` says.
        editions: all resolved editions by id; not empty.
        pictures: those that `workshop.yaml` names.
        language: that of the pages of the series.
    """
    newest_first = tuple(sorted(editions.values(), key=lambda edition: edition.order, reverse=True))
    listed = dict.fromkeys(past for edition in newest_first for past in edition.editions)
    without_data = (past for past in listed if past.edition_id is None)
    earlier = sorted(without_data, key=lambda past: past.order, reverse=True)
    chosen = editions.get(workshop.current, newest_first[0])
    shown = _shown_first(chosen, newest_first)
    return Series(
        name=workshop.name,
        acronym=workshop.acronym,
        url=workshop.url,
        accent=workshop.accent,
        current=shown,
        next=chosen if chosen is not shown else None,
        editions=newest_first,
        earlier=tuple(earlier),
        links=in_language(links_of(workshop.links), language),
        pictures=pictures,
        news=news_of(workshop.news),
        look=workshop.look or LOOKS[0],
        language=language,
    )


def _shown_first(chosen: Edition, newest_first: tuple[Edition, ...]) -> Edition:
    """The edition for the home page, to which no guess may move it."""
    if not chosen.is_unsettled:
        return chosen
    settled = (
        edition
        for edition in newest_first[newest_first.index(chosen) + 1 :]
        if not edition.is_unsettled
    )
    return next(settled, chosen)


def public_series(series: Series) -> Series:
    """The series as websites tell of it: each edition as it is for everybody."""
    return replace(
        series,
        current=public(series.current),
        next=public(series.next) if series.next else None,
        editions=tuple(map(public, series.editions)),
    )
