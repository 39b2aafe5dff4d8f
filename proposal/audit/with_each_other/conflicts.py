"""What do artefacts of one edition say in two ways?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from proposal.audit.with_each_other.affiliation_conflicts import (
    affiliations,
    institutions,
    outdated_biographies,
)
from proposal.audit.with_each_other.broken_links import dead_links
from proposal.audit.with_each_other.clock_conflicts import beginnings, zones
from proposal.audit.with_each_other.date_conflicts import deadlines, weekdays
from proposal.audit.with_each_other.name_conflicts import spellings
from proposal.audit.with_each_other.read_statements import read_artefact
from proposal.audit.with_each_other.slot_conflicts import durations, order
from proposal.audit.with_each_other.speaker_conflicts import undescribed, unscheduled
from proposal.audit.with_each_other.statements import Told
from proposal.audit.with_each_other.title_conflicts import paper_titles, talk_titles
from proposal.audit.with_each_other.unfinished import (
    empty_links,
    misspelt_conferences,
    placeholders,
)
from proposal.diagnostics import Diagnostic

Comparison = Callable[[Sequence[Told]], Iterator[Diagnostic]]
"""Looks for one kind of disagreement among the artefacts of one edition."""

_COMPARISONS: tuple[Comparison, ...] = (
    paper_titles,
    talk_titles,
    affiliations,
    institutions,
    outdated_biographies,
    spellings,
    durations,
    order,
    weekdays,
    deadlines,
    zones,
    beginnings,
    undescribed,
    unscheduled,
    placeholders,
    empty_links,
    misspelt_conferences,
)


def disagreements(files: Sequence[Path]) -> list[Diagnostic]:
    """Where artefacts contradict each other or themselves, in the order of files and lines.

    What contradicts is an error, what is likely a slip a warning. The message names the other
    place; in PDFs, which have no lines, both places are named by file and page.

    Args:
        files: HTML and Jekyll pages, data files of Jekyll, plain texts, calendars and PDFs; others
            are passed over. Editions are told apart by the years in names and titles, and only
            artefacts of one edition are compared.
    """
    found: list[Diagnostic] = []
    artefacts: list[Told] = []
    for file in dict.fromkeys(files):
        told = read_artefact(file)
        if isinstance(told, Diagnostic):
            found.append(told)
        elif told is not None:
            artefacts.append(told)
    for edition in _editions(artefacts):
        found += [each for compare in _COMPARISONS for each in compare(edition)]
    found += dead_links(artefacts)
    return sorted(dict.fromkeys(found), key=_order)


def _editions(artefacts: Sequence[Told]) -> list[list[Told]]:
    """The artefacts of each edition; those of no year belong to the one edition that there is."""
    by_year: dict[int | None, list[Told]] = {}
    for told in artefacts:
        by_year.setdefault(told.year, []).append(told)
    timeless = by_year.pop(None, [])
    if len(by_year) <= 1:
        return [list(artefacts)]
    return [*by_year.values(), *([told] for told in timeless)]


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    span = diagnostic.span
    place = (str(span.file), span.line, span.column) if span else ("", 0, 0)
    return (*place, diagnostic.code, diagnostic.message)
