"""Lists the editions of a series as pages show them, with data of their own or without."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from proposal.edition import wording
from proposal.edition.edition import Edition, PastEdition, status_word
from proposal.edition.in_language import in_language
from proposal.edition.marked_values import Day
from proposal.edition.series import Series
from proposal.model.records.edition_status import EditionStatus
from proposal.render.template_filters import host
from proposal.words.language import Language


class ListedEdition(Struct, frozen=True):
    """An edition in a list."""

    order: tuple[dt.date, int]
    """What puts editions in order of time."""
    name: str
    """Its number and its year."""
    title: str
    """What it was called where the series had another name; empty where it had not."""
    year: int
    day: Day
    host: str | None
    place: str
    status: str
    """What became of the plan; empty if it took place."""
    is_unsettled: bool = False
    """Whether neither its day nor its place is confirmed."""
    id: str | None = None
    """Its id, if it has data of its own."""
    path: str | None = None
    """Where its page stands on the website, if it has data of its own."""
    url: str | None = None
    """Where its page stands elsewhere."""


def listed_editions(series: Series, language: Language) -> list[ListedEdition]:
    """Every edition of the series, the newest first."""
    entries = [
        _with_data(in_language(edition, language), series, language) for edition in series.editions
    ]
    entries += [
        _without_data(earlier, series, language)
        for earlier in in_language(series.earlier, language)
    ]
    return sorted(entries, key=lambda entry: entry.order, reverse=True)


def _with_data(edition: Edition, series: Series, language: Language) -> ListedEdition:
    return ListedEdition(
        order=edition.order[:2],
        name=wording.edition_of_year(edition.ordinal, edition.year, language),
        title=_other_title(series, edition.title, edition.name, edition.acronym),
        year=edition.year,
        day=edition.when.date,
        host=host(edition.venue),
        place=edition.place,
        status=_listed_status(edition.status, language),
        is_unsettled=edition.is_unsettled,
        id=edition.id,
        path=f"{edition.id}/",
    )


def _without_data(earlier: PastEdition, series: Series, language: Language) -> ListedEdition:
    title = wording.numbered(earlier.ordinal, earlier.name or series.name, language)
    return ListedEdition(
        order=earlier.order,
        name=wording.edition_of_year(earlier.ordinal, earlier.year, language),
        title=_other_title(series, title, earlier.name, earlier.acronym),
        year=earlier.year,
        day=earlier.day,
        host=earlier.host,
        place=earlier.place,
        status=_listed_status(earlier.status, language),
        url=earlier.url,
    )


def _other_title(series: Series, title: str, name: str | None, acronym: str | None) -> str:
    """What an edition was called where the series had another name; empty where it had not.

    "First Workshop on Something Else (WSE)"
    """
    is_other_acronym = acronym not in {None, series.acronym}
    if name in {None, series.name} and not is_other_acronym:
        return ""
    return title + wording.in_brackets(acronym if is_other_acronym else None)


def _listed_status(status: EditionStatus | None, language: Language) -> str:
    """What a list says before the day of an edition: "Cancelled."."""
    return f"{status_word(status, language)}." if status else ""
