"""Finds the PDFs of an edition's papers in its folder `papers/`, each named by a paper's id."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.model.loading.own_site import is_left_by_others, unusable
from proposal.model.nearest_word import nearest
from proposal.model.own_file_names import LARGEST_OWN_FILE

PAPER_FILES = "papers"
"""The folder beside `edition.yaml` with a PDF for each paper, `ID.pdf`."""


def paper_files(
    folder: Path,
    ids: Collection[str],
    unreadable: Collection[Path],
    diagnostics: list[Diagnostic],
) -> dict[str, Path]:
    """The PDFs in `papers/` by the ids of their papers.

    Args:
        folder: the edition's folder.
        ids: the ids of all papers, those that were withdrawn among them.
        unreadable: files of which it was said already that they cannot be read.
        diagnostics: takes what is wrong with the files there.
    """
    found: dict[str, Path] = {}
    for file in _files(folder / PAPER_FILES):
        if file in unreadable:
            continue
        wrong = _wrong(file, folder, ids, found)
        if wrong is None:
            found[file.stem] = file
        else:
            diagnostics.append(wrong)
    return found


def _files(papers: Path) -> Iterator[Path]:
    """What lies in the folder, but for what systems and editors leave, and notes on the folder."""
    if papers.is_dir():
        for file in sorted(papers.iterdir()):
            is_note = file.stem.casefold() == "readme"
            if not (file.name.startswith(".") or is_note or is_left_by_others(file.name)):
                yield file


def _wrong(
    file: Path, folder: Path, ids: Collection[str], found: dict[str, Path]
) -> Diagnostic | None:
    """Why a file is nobody's paper; nothing if it is one."""
    span = Span.of_file(file)
    shown = f"{PAPER_FILES}/{file.name}"
    if file.suffix.casefold() != ".pdf":
        message = f"nobody reads {shown}: a paper stands there as a PDF, ID.pdf"
        return warning("unread-file", message, span, "export it as PDF, or move it elsewhere")
    if file.stem not in ids:
        message = f"no paper has the id `{file.stem}`, so nobody reads {shown}"
        return warning("unread-file", message, span, _renamed(file, ids))
    if file.stem in found:
        message = f"{found[file.stem].name} and {file.name} are both PDFs of one paper"
        return error("two-paper-files", message, span, "delete the older one")
    unusable_file = unusable(file, folder)
    if unusable_file is not None:
        code, message, hint = unusable_file
        if code == "file-too-large":
            hint = f"ask its authors for pictures of less resolution, below {LARGEST_OWN_FILE} MB"
        return error(code, message, span, hint)
    return None


def _renamed(file: Path, ids: Collection[str]) -> str:
    if near := nearest(file.stem.casefold(), sorted(ids)):
        return f"rename it to {near}.pdf"
    return "rename it after the id that its paper has in papers.yaml, as ID.pdf"
