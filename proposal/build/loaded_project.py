"""What do the data say now, and what is wrong with them, before anything is made of them?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from proposal.build.request import Kind, Request, UnknownEditionError
from proposal.build.source_fingerprints import Sources
from proposal.build.state import LookedAt
from proposal.build.state_update import Told
from proposal.diagnostics import Diagnostic, error
from proposal.edition.edition import Edition
from proposal.edition.resolve import resolve
from proposal.edition.series import Series, series_of
from proposal.model.folder import Folder, read_folder
from proposal.render.latex.document import faults_of_prose


@dataclass(frozen=True)
class Look:
    """The data as they were read once, for all that is made of them."""

    sources: Sources
    """The sources before they were read, so that what changes in between is seen to."""
    folder: Folder
    editions: dict[int, Edition]
    """The resolved editions that were looked at."""
    told: Told

    @cached_property
    def series(self) -> Series | None:
        """The series of the editions that were looked at; nothing if there is none."""
        if self.folder.workshop is None or not self.editions:
            return None
        return series_of(self.folder, self.folder.workshop, self.editions)


def look_at(request: Request) -> Look:
    """Read the data, and resolve the editions of which a request shows anything.

    Raises:
        UnknownEditionError: the request names an edition that does not exist.
    """
    before = Sources(request.root)
    before.look()
    folder = read_folder(request.root)
    years = chosen_years(folder, request)
    shows_all = bool(request.kinds & {Kind.SITE, Kind.JEKYLL})
    told = Told([*folder.faults, *faults_of_current(folder)])
    editions: dict[int, Edition] = {}
    for year in sorted(folder.editions) if shows_all else years:
        resolved = resolve(folder, year, request.variant)
        editions[year] = resolved.edition
        prose = faults_of_prose(resolved.edition, folder.editions[year].texts.values())
        told.editions[year] = LookedAt(resolved.faults, prose)
    return Look(before, folder, editions, told)


def chosen_years(folder: Folder, request: Request) -> list[int]:
    """The editions that are asked for, in that order; the current one if none is named.

    Raises:
        UnknownEditionError: one of them does not exist.
    """
    known = sorted(folder.editions)
    if request.every_edition:
        return known
    years = list(dict.fromkeys(request.years))
    for year in years:
        if year not in folder.editions:
            raise UnknownEditionError(unknown(f"edition {year}", known))
    if not years and folder.workshop is not None:
        years = [folder.workshop.current]
    # What cannot be read is told; the others are looked through all the same.
    return [year for year in years if year in folder.editions] or known


def faults_of_current(folder: Folder) -> list[Diagnostic]:
    """Whether the edition that `workshop.yaml` calls the current one exists."""
    series = folder.workshop
    if series is None or series.current in folder.editions:
        return []
    file = folder.data / "workshop.yaml"
    if any(each.span is not None and each.span.file == file for each in folder.faults):
        return []  # the number may stand in for a faulty one, which was told
    message = f"there is no edition {series.current}"
    hint = f"write data/editions/{series.current}/edition.yaml, or name another one"
    return [error("unknown-edition", message, series.place("current"), hint)]


def unknown(what: str, known: Iterable[object]) -> str:
    """The sentence about something that was named and does not exist."""
    listed = ", ".join(map(str, known)) or "none"
    return f"there is no {what}; there is: {listed}"
