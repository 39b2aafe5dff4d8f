"""Looks up what the calls of some editions demand, in the data and in the PDFs that were built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from proposal.diagnostics import Diagnostic, warning
from proposal.edition.edition import Edition
from proposal.edition.wording import joined
from proposal.model.folder import Folder
from proposal.verify.call.answers import BUILD, PAGES, Answer, demands_of
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


def unproved(called: Iterable[Called]) -> Iterator[Diagnostic]:
    """What the data answer, and a finished PDF of the same data does not hold."""
    for each in called:
        lost: dict[str, list[str]] = {}
        for answer in each.answers:
            if answer.is_unproved and answer.demand != PAGES:
                lost.setdefault(answer.document, []).append(f"“{answer.label}”")
        for document, labels in lost.items():
            file = f"build/{each.edition.year}/{document}.pdf"
            message = f"{file} does not hold what answers {joined(labels)}"
            yield warning("unproved-demand", message, None, BUILD)
