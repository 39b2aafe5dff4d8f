"""A workshop as it was loaded once, for all that is made of it and checked of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import Diagnostic, ProposalError, error, has_errors
from proposal.edition.edition import Edition
from proposal.edition.resolution.language_resolution import language_of
from proposal.edition.resolution.past_editions import past_editions
from proposal.edition.resolution.resolve import resolve
from proposal.edition.series import Series, series_of
from proposal.edition.site_pictures import site_pictures
from proposal.model.loading.file_cache import FileCache
from proposal.model.loading.folder import Folder, read_folder
from proposal.model.variant import Variant


class UnknownEditionError(ProposalError):
    """Somebody asked for an edition or a document that does not exist."""

    exit_code = 2


class Project(Struct, frozen=True):
    """The data of a workshop, its resolved editions, and what is wrong with them."""

    root: Path
    """The folder that holds `data/`."""
    data: Folder
    editions: Mapping[str, Edition]
    """All editions by id, each as far as it could be resolved."""
    unresolved: Mapping[str, Sequence[Diagnostic]]
    """What could not be resolved, by edition."""
    series: Series | None
    """The workshop through the years; nothing if there is none or it has no edition."""
    missing_current: Sequence[Diagnostic]
    """What there is to say if the edition that is called the current one does not exist."""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What is wrong with the files and with the choice of the current edition."""
        return [*self.data.diagnostics, *self.missing_current]

    def diagnostics_of(self, edition_ids: Iterable[str]) -> list[Diagnostic]:
        """What is wrong with the files, and what of some editions could not be resolved."""
        return [
            *self.diagnostics,
            *(found for edition_id in edition_ids for found in self.unresolved[edition_id]),
        ]

    def is_sound(self, edition_id: str) -> bool:
        """Whether neither the files nor what an edition names has an error."""
        return not has_errors([*self.data.diagnostics, *self.unresolved[edition_id]])

    def chosen_ids(self, edition_ids: Sequence[str] = (), *, every: bool = False) -> list[str]:
        """The editions that are asked for, in that order; the current one if none is named.

        Raises:
            UnknownEditionError: one of them does not exist.
        """
        known = sorted(self.editions)
        if every:
            return known
        chosen = list(dict.fromkeys(edition_ids))
        for edition_id in chosen:
            if edition_id not in self.editions:
                raise UnknownEditionError(does_not_exist(f"edition {edition_id}", known))
        if not chosen and self.data.workshop is not None:
            chosen = [self.data.workshop.current]
        # If the current one cannot be read, which is a diagnostic, the others are shown.
        return [edition_id for edition_id in chosen if edition_id in self.editions] or known


def load(root: Path, variant: Variant | None = None, files: FileCache | None = None) -> Project:
    """Read the data of a workshop, and resolve all its editions.

    Args:
        root: the folder that holds `data/`.
        variant: the variant of the documents; none means the one that the data say.
        files: what is known of files, for whoever loads the data repeatedly, and keeps it then.
    """
    known = files or FileCache.of(root)
    data = read_folder(root, known)
    if files is None:
        known.keep()
    past = past_editions(data)
    resolved = {
        edition_id: resolve(data, edition_id, past, variant) for edition_id in sorted(data.editions)
    }
    editions = {edition_id: found.edition for edition_id, found in resolved.items()}
    series = None
    if data.workshop and editions:
        # What is wrong with them is told of each edition.
        series = series_of(
            data.workshop,
            editions,
            site_pictures(data, data.workshop, []),
            language_of(data, None, []),
        )
    return Project(
        root,
        data,
        editions,
        {edition_id: found.diagnostics for edition_id, found in resolved.items()},
        series,
        _missing_current(data),
    )


def _missing_current(data: Folder) -> list[Diagnostic]:
    """The diagnostic that `workshop.yaml` calls an edition current that does not exist."""
    series = data.workshop
    if series is None or series.current in data.editions:
        return []
    file = data.data / "workshop.yaml"
    if any(found.span is not None and found.span.file == file for found in data.diagnostics):
        return []  # the number may stand in for a faulty one, which has a diagnostic
    message = f"there is no edition {series.current}"
    hint = f"write data/editions/{series.current}/edition.yaml, or name another one"
    return [error("unknown-edition", message, series.place("current"), hint)]


def does_not_exist(what: str, known: Iterable[object]) -> str:
    """The sentence about something that was named and does not exist."""
    listed = ", ".join(map(str, known)) or "none"
    return f"there is no {what}; there is: {listed}"
