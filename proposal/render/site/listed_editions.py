"""Lists the editions of a series as pages show them, with data of their own or without."""

from __future__ import annotations

from typing import Any

from proposal.edition import wording
from proposal.edition.edition import status_word
from proposal.edition.in_language import in_language
from proposal.edition.series import Series
from proposal.model.edition_status import EditionStatus
from proposal.render.template_filters import host
from proposal.words.language import Language


def listed_editions(series: Series, language: Language) -> list[dict[str, Any]]:
    """Every edition of the series, the newest first."""
    editions = [in_language(edition, language) for edition in series.editions]
    rows = [
        {
            "order": edition.order[:2],
            "name": wording.edition_of_year(edition.ordinal, edition.year, language),
            "title": _other_title(series, edition.title, edition.name, edition.acronym),
            "id": edition.id,
            "year": edition.year,
            "day": edition.when.date,
            "host": host(edition.venue),
            "place": edition.place,
            "status": _listed_status(edition.status, language),
            "is_unsettled": edition.is_unsettled,
            "path": f"{edition.id}/",
            "url": None,
        }
        for edition in editions
    ]
    rows += [
        {
            "order": earlier.order,
            "name": wording.edition_of_year(earlier.ordinal, earlier.year, language),
            "title": _other_title(
                series,
                wording.numbered(earlier.ordinal, earlier.name or series.name, language),
                earlier.name,
                earlier.acronym,
            ),
            "id": None,
            "year": earlier.year,
            "day": earlier.day,
            "host": earlier.host,
            "place": earlier.place,
            "status": _listed_status(earlier.status, language),
            "is_unsettled": False,
            "path": None,
            "url": earlier.url,
        }
        for earlier in in_language(series.earlier, language)
    ]
    return sorted(rows, key=lambda row: row["order"], reverse=True)


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
