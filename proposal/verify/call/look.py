"""Looks up what the calls of some editions demand, in the data and in the PDFs that were built."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from proposal.edition.edition import Edition
from proposal.model.folder import Folder
from proposal.verify.call.answers import Answer, demands_of
from proposal.verify.check import subject_of
from proposal.verify.subject import Subject


@dataclass(frozen=True, slots=True)
class Called:
    """An edition, and what its documents say to the call of its host conference."""

    edition: Edition
    answers: Sequence[Answer]


def look_at_calls(folder: Folder, years: Iterable[int]) -> list[Called]:
    """The answers of those editions of whose calls something is known.

    Args:
        folder: the data, without faults.
        years: the editions.
    """
    found = []
    for year in sorted(years):
        subject, _ = subject_of(folder, year)
        answers = demands_of(subject, built_pdfs(subject))
        if answers:
            found.append(Called(subject.edition, answers))
    return found


def built_pdfs(subject: Subject) -> dict[str, bytes]:
    """The PDFs of an edition that were built, by document."""
    folder = subject.folder.root / "build" / str(subject.edition.year)
    files = {name: folder / f"{name}.pdf" for name in subject.edition.documents}
    return {name: file.read_bytes() for name, file in files.items() if file.is_file()}
