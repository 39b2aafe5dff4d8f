"""Finds what documents of one edition say in two ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from proposal.audit.with_each_other.affiliation_conflicts import (
    affiliations,
    institutions,
    outdated_biographies,
)
from proposal.audit.with_each_other.broken_links import dead_links
from proposal.audit.with_each_other.clock_conflicts import beginnings, zones
from proposal.audit.with_each_other.clock_slips import (
    halves_of_the_day,
    impossible_hours,
    rows_in_order,
)
from proposal.audit.with_each_other.conflict_diagnostics import Conflict
from proposal.audit.with_each_other.date_conflicts import days, deadlines
from proposal.audit.with_each_other.leftover_pages import leftover_pages, other_titles
from proposal.audit.with_each_other.missing_pictures import missing_pictures
from proposal.audit.with_each_other.name_conflicts import spellings
from proposal.audit.with_each_other.name_mentions import mentions
from proposal.audit.with_each_other.no_days import impossible_days
from proposal.audit.with_each_other.reference_conflicts import references
from proposal.audit.with_each_other.slot_conflicts import durations, order
from proposal.audit.with_each_other.speaker_conflicts import undescribed, unscheduled
from proposal.audit.with_each_other.stated.document_statements import (
    content_of,
    read_content,
    settings_beside,
)
from proposal.audit.with_each_other.stated.statements import PageContent
from proposal.audit.with_each_other.talk_headings import talk_headings
from proposal.audit.with_each_other.title_conflicts import paper_titles, talk_titles
from proposal.audit.with_each_other.unfinished import (
    empty_links,
    misspelt_conferences,
    placeholders,
)
from proposal.audit.with_each_other.weekday_conflicts import weekdays, weekdays_without_year
from proposal.diagnostics import Diagnostic
from proposal.reading.sites.site_sources import SitesOfFiles
from proposal.reading.source_document import SourceDocument

Comparison = Callable[[Sequence[PageContent]], Iterator[Conflict]]
"""Looks for one kind of disagreement among the documents of one edition."""

_COMPARISONS: tuple[Comparison, ...] = (
    paper_titles,
    references,
    talk_titles,
    talk_headings,
    affiliations,
    institutions,
    outdated_biographies,
    spellings,
    mentions,
    durations,
    order,
    impossible_hours,
    halves_of_the_day,
    rows_in_order,
    weekdays,
    weekdays_without_year,
    impossible_days,
    deadlines,
    days,
    zones,
    beginnings,
    undescribed,
    unscheduled,
    placeholders,
    misspelt_conferences,
    missing_pictures,
)


def disagreements(files: Sequence[Path]) -> list[Diagnostic]:
    """Where files contradict each other or themselves, in the order of files and lines.

    What contradicts is an error, what is likely a slip a warning. The message names the other
    place; in PDFs, which have no lines, both places are named by file and page.

    Args:
        files: HTML and Jekyll pages, data files of Jekyll, plain texts, calendars and PDFs; others
            are passed over.
    """
    sites = SitesOfFiles()
    read = [read_content(file, sites) for file in dict.fromkeys(files)]
    contents = [content for content in read if isinstance(content, PageContent)]
    unreadable = [reason for reason in read if isinstance(reason, Diagnostic)]
    return in_order_of_places([*unreadable, *disagreements_among(contents)])


def disagreements_among(contents: Sequence[PageContent]) -> Iterator[Diagnostic]:
    """Where files that were read contradict each other or themselves, as it is found."""
    settings = settings_beside(content.document.file for content in contents)
    for conflict in _conflicts([*contents, *settings]):
        yield conflict.diagnostic


def in_order_of_places(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each diagnostic once, in the order of files and lines."""
    return sorted(dict.fromkeys(diagnostics), key=_order)


def conflicts_of(documents: Sequence[SourceDocument]) -> list[Conflict]:
    """Where documents that were read contradict each other; what is too large is passed over."""
    read = [content_of(document) for document in documents]
    found = _conflicts([content for content in read if isinstance(content, PageContent)])
    return sorted(dict.fromkeys(found), key=lambda conflict: _order(conflict.diagnostic))


def _conflicts(contents: Sequence[PageContent]) -> Iterator[Conflict]:
    """The conflicts within each edition, and the links of all pages that lead nowhere.

    A page of another year is compared with itself alone.
    """
    for edition in _editions(contents):
        left_over = dict([*_by_page(other_titles(edition)), *_by_page(leftover_pages(edition))])
        yield from (conflict for _, conflict in left_over.values())
        current = [content for content in edition if id(content) not in left_over]
        for group in (current, *([content] for content, _ in left_over.values())):
            for compare in _COMPARISONS:
                yield from compare(group)
    yield from dead_links(contents)
    yield from empty_links(contents)


def _by_page(
    found: Iterable[tuple[PageContent, Conflict]],
) -> Iterator[tuple[int, tuple[PageContent, Conflict]]]:
    for content, conflict in found:
        yield id(content), (content, conflict)


def _editions(contents: Sequence[PageContent]) -> list[list[PageContent]]:
    """The documents of each edition; those of no year belong to the one edition that there is.

    Editions are told apart by the years in names and titles.
    """
    by_year: dict[int | None, list[PageContent]] = {}
    for content in contents:
        by_year.setdefault(content.year, []).append(content)
    timeless = by_year.pop(None, [])
    if len(by_year) <= 1:
        return [list(contents)]
    return [*by_year.values(), *([content] for content in timeless)]


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    span = diagnostic.span
    place = (str(span.file), span.line, span.column) if span else ("", 0, 0)
    return (*place, diagnostic.code, diagnostic.message)
