"""Finds pages of a site that were left over from another year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely
from proposal.audit.with_each_other.stated.statements import PageContent, TextRun
from proposal.reading.days import find_days
from proposal.reading.locations import Location

_YEAR = re.compile(r"(?<![\d/.-])(20[1-4]\d)(?![\d/])")
"""A year that stands alone: `WSP 2026`, but not `2026/02/26`. →"""
_PAST = re.compile(
    r"\b(?:past|previous|former|earlier|archive[sd]?|history|editions?|years|news|recap|series)\b",
    re.IGNORECASE,
)
"""Titles of pages that speak of other years on purpose: `Previous editions`."""

_HEAD = 12
"""Runs at the beginning of a page in which its title stands."""

_FEWEST_DATES = 2
"""Days of an earlier year that tell an old page from one that mentions it."""


def leftover_pages(contents: Sequence[PageContent]) -> Iterator[tuple[PageContent, Conflict]]:
    """Pages that speak of a year long before the others of their edition, and of that alone.

    Args:
        contents: the pages of one edition, or of a site that has no years in its addresses.
    """
    year = _year_of(contents)
    if year is None:
        return
    for content in contents:
        days = [(run, day.date) for run in content.runs for day in find_days(run.text)]
        years = Counter(date.year for _, date in days)
        if not content.deadlines or _is_about_the_past(content):
            continue
        is_old = len(days) >= _FEWEST_DATES and max(years) < year - 1
        if is_old and not _names_year(content, year):
            run, date = max(days, key=lambda found: found[1])
            location = content.find(str(date.year), run.location)
            first = _first_of(contents, year, content)
            where = f" ({first.seen_from(location)})" if first else ""
            message = f"the dates of this page are of {max(years)} and before; the edition is that"
            message += f" of {year}{where}"
            hint = "bring the page up to date, or take it out"
            yield content, unlikely("leftover-page", message, location, hint, first)


def _year_of(contents: Sequence[PageContent]) -> int | None:
    """The year of an edition, if all its pages that say one say the same."""
    years = {content.year for content in contents if content.year is not None}
    return years.pop() if len(years) == 1 else None


def _first_of(contents: Sequence[PageContent], year: int, but: PageContent) -> Location | None:
    """The first place in other pages at which a date of a year, or of the one before, stands."""
    for content in contents:
        if content is but:
            continue
        for run in content.runs:
            if any(day.date.year in {year, year - 1} for day in find_days(run.text)):
                return content.find(str(year), run.location)
    return None


def _is_about_the_past(content: PageContent) -> bool:
    heads = [content.document.file.stem, *(run.text for run in content.runs[:_HEAD])]
    return any(_PAST.search(head) for head in heads if len(head) <= 80)


def _names_year(content: PageContent, year: int) -> bool:
    """Whether a page names the year in its own words: at its head alone, that may be the menu."""
    return any(str(year) in years for run in content.runs for years in [_YEAR.findall(run.text)])


def other_titles(contents: Sequence[PageContent]) -> Iterator[tuple[PageContent, Conflict]]:
    """Pages whose title names another year than their folder, and which never name that one."""
    for content in contents:
        title = _title(content)
        year = content.year
        if title is None or year is None or _is_about_the_past(content):
            continue
        said = {int(number) for number in _YEAR.findall(title.text)}
        if len(said) == 1 and said < set(range(year)) and not _names_year(content, year):
            location = content.find(str(*said), title.location)
            message = f"the title of this page is of {max(said)}; its address is of {year}"
            hint = "bring the page up to date, or take it out"
            yield content, unlikely("leftover-page", message, location, hint)


def _title(content: PageContent) -> TextRun | None:
    return next((run for run in content.runs[:2] if run.is_item and len(run.text) <= 120), None)
