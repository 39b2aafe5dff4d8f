"""The series of workshops with all its editions, as a website shows it."""

from __future__ import annotations

from dataclasses import dataclass

from proposal.edition.edition import Edition, PastEdition
from proposal.model.folder import Folder
from proposal.model.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Series:
    """The workshop through the years."""

    name: str
    """The name without ordinal."""
    acronym: str
    url: str | None
    accent: str | None
    current: Edition
    editions: tuple[Edition, ...]
    """The editions that have data, the newest first."""
    earlier: tuple[PastEdition, ...]
    """The editions that have none, the newest first."""


def series_of(folder: Folder, workshop: Workshop, editions: dict[int, Edition]) -> Series:
    """The series that a folder's data describe.

    Args:
        folder: the folder, for what only `workshop.yaml` knows.
        workshop: that file.
        editions: all resolved editions by year; not empty.
    """
    newest_first = tuple(editions[year] for year in sorted(editions, reverse=True))
    listed = {each.ordinal: each for edition in newest_first for each in edition.editions}
    with_data = {files.edition.ordinal for files in folder.editions.values()}
    earlier = sorted(
        (each for ordinal, each in listed.items() if ordinal not in with_data),
        key=lambda each: each.ordinal,
        reverse=True,
    )
    return Series(
        name=workshop.name,
        acronym=workshop.acronym,
        url=workshop.url,
        accent=workshop.accent,
        current=editions.get(workshop.current, newest_first[0]),
        editions=newest_first,
        earlier=tuple(earlier),
    )
