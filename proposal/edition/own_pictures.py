"""Finds the pictures that records name: portraits of people, logos of sponsors."""

from __future__ import annotations

from pathlib import Path

from proposal.diagnostics import Diagnostic, Span, error
from proposal.edition.placed_errors import add_error
from proposal.edition.sponsor import Logo, Sponsor
from proposal.model.loading.folder import Folder
from proposal.model.nearest_word import nearest
from proposal.model.records.edition_record import EditionRecord
from proposal.source.text import Text


def own_picture(
    folder: Folder, name: str, span: Span | None, diagnostics: list[Diagnostic]
) -> Path | None:
    """The file of a picture below `data/`; nothing if it is not there, which is a diagnostic.

    Args:
        folder: the data.
        name: the file's name from `data/` on.
        span: where it is named; a stand-in for a faulty value has no place, and is no diagnostic.
        diagnostics: takes that the file is missing.
    """
    file = folder.data / name
    if file.is_file():
        return file
    shown = file.relative_to(folder.root)
    what = f"{shown} is a folder" if file.is_dir() else f"there is no file {shown}"
    hint = "put the picture there, or delete the line"
    if similar := similar_file(file):
        hint = f"did you mean `{similar}`? Otherwise {hint}"
    add_error(diagnostics, "missing-file", what, span, hint)
    return None


def similar_file(file: Path) -> str | None:
    """The name of a file beside a missing one that was probably meant."""
    names = {entry.name.casefold(): entry.name for entry in _files_in(file.parent)}
    found = nearest(file.name, sorted(names))
    return names[found] if found else None


def _files_in(folder: Path) -> list[Path]:
    try:
        return [entry for entry in folder.iterdir() if entry.is_file()]
    except OSError:
        return []


def sponsors_by_level(
    folder: Folder, record: EditionRecord, diagnostics: list[Diagnostic]
) -> tuple[Sponsor, ...]:
    """The sponsors of an edition by their levels; those without a level come last.

    Args:
        folder: the data, among them the logos.
        record: the edition as it is written.
        diagnostics: takes what of levels and logos is wrong.
    """
    levels = list(record.sponsor_levels)
    for source in record.sponsors:
        if source.level is not None and source.level not in levels:
            if record.sponsor_levels:
                _no_level(source.level, record.sponsor_levels, diagnostics)
            levels.append(source.level)

    def logo(name: str | None, span: Span | None) -> Logo | None:
        file = own_picture(folder, f"sponsors/{name}", span, diagnostics) if name else None
        return Logo(file, span) if file else None

    found = [
        Sponsor(
            source.name,
            source.url,
            source.level,
            logo(source.logo, source.place("logo")),
            logo(source.logo_dark, source.place("logo_dark")),
        )
        for source in record.sponsors
    ]
    last = len(levels)
    return tuple(
        sorted(found, key=lambda sponsor: levels.index(sponsor.level) if sponsor.level else last)
    )


def _no_level(level: str, known: list[str], diagnostics: list[Diagnostic]) -> None:
    by_letters = {str(name).casefold(): str(name) for name in known}
    guess = by_letters.get(nearest(level, list(by_letters)) or "")
    hint = f"did you mean `{guess}`?" if guess else "add it to `sponsor_levels`, at its place"
    if isinstance(level, Text):
        message = f"`{level}` is not among `sponsor_levels`"
        diagnostics.append(error("unknown-level", message, level.span, hint))
