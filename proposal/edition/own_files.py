"""Finds the files beside an edition that its papers and talks name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from proposal.diagnostics import Diagnostic, error
from proposal.edition.edition import Edition
from proposal.edition.own_pictures import similar_file
from proposal.edition.schedule import Paper, Slot, Talk
from proposal.model.loading.folder import EditionFiles, Folder
from proposal.model.loading.own_site import unusable
from proposal.model.material_kinds import MATERIAL_KINDS
from proposal.model.own_file_names import OWN_FILES, is_own_file
from proposal.source.text import Text

Work = TypeVar("Work", Paper, Talk)


def own_files(
    folder: Folder, files: EditionFiles, diagnostics: list[Diagnostic]
) -> dict[str, Path]:
    """The edition's own files that papers and talks name, by name.

    Args:
        folder: the data.
        files: the edition's files.
        diagnostics: takes what is wrong with a file, at the line that names it.
    """
    found: dict[str, Path] = {}
    for name in _named(files):
        file = files.folder / OWN_FILES / name
        wrong = _wrong(folder, file)
        if wrong is None:
            found[str(name)] = file
        elif name.pieces and file not in folder.unreadable:
            code, message, hint = wrong
            diagnostics.append(error(code, message, name.span, hint))
    return found


def _named(files: EditionFiles) -> Iterator[Text]:
    """The names of files, where papers and talks write them."""
    for record in (*files.shown_papers, *files.edition.speakers):
        for kind in MATERIAL_KINDS:
            place = getattr(record, kind.name, None)
            if isinstance(place, Text) and is_own_file(place):
                yield place


def _wrong(folder: Folder, file: Path) -> tuple[str, str, str] | None:
    """What is wrong with a file: code, message and hint."""
    if os.path.exists(file):  # noqa: PTH110 - which raises no error
        return unusable(file, file.parents[1])
    shown = file.relative_to(folder.root)
    put = f"put the file into {shown.parent}/, or write its address: https://…"
    similar = similar_file(file)
    hint = f"did you mean `{similar}`? Otherwise {put}" if similar else put
    return "missing-file", f"there is no file {shown}", hint


def page_of(edition: Edition) -> str | None:
    """The address of an edition's page on the website; nothing if the workshop's is not known."""
    return f"{edition.url.rstrip('/')}/{edition.id}/" if edition.url else None


def with_whole_addresses(edition: Edition) -> Edition:
    """An edition whose own files have the addresses that they have on the website."""
    page = page_of(edition)
    return with_addresses(edition, f"{page}{OWN_FILES}/" if page else None)


def with_addresses(edition: Edition, before: str | None) -> Edition:
    """An edition in which an address stands in place of the name of each of its own files.

    Args:
        edition: the edition.
        before: what stands before the names; without it, own files are left out.
    """
    if not edition.own_files:
        return edition
    return with_works(
        edition, lambda paper: _addressed(paper, before), lambda talk: _addressed(talk, before)
    )


def with_works(
    edition: Edition, paper: Callable[[Paper], Paper], talk: Callable[[Talk], Talk] = lambda it: it
) -> Edition:
    """An edition whose papers and talks are others, in its lists and in its schedule."""

    def slot(source: Slot) -> Slot:
        return replace(
            source,
            papers=tuple(map(paper, source.papers)),
            talk=talk(source.talk) if source.talk else None,
            seats=tuple(map(talk, source.seats)),
            parts=tuple(map(slot, source.parts)),
        )

    return replace(
        edition,
        papers=replace(edition.papers, items=tuple(map(paper, edition.papers))),
        speakers=replace(edition.speakers, items=tuple(map(talk, edition.speakers))),
        schedule=replace(edition.schedule, items=tuple(map(slot, edition.schedule))),
    )


def _addressed(work: Work, before: str | None) -> Work:
    places = {kind.name: getattr(work, kind.name, None) for kind in MATERIAL_KINDS}
    names = {kind: name for kind, name in places.items() if name and is_own_file(name)}
    changed: dict[str, Any] = {kind: _address(name, before) for kind, name in names.items()}
    return replace(work, **changed) if changed else work


def _address(name: str, before: str | None) -> str | None:
    if before is None:
        return None
    return name.replaced(before + name) if isinstance(name, Text) else before + name
