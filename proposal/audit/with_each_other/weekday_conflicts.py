"""Finds dates with a wrong day of the week."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely, wrong
from proposal.audit.with_each_other.stated.statements import PageContent, TextRun
from proposal.audit.with_each_other.stated.weekday_statements import (
    YearlessDay,
    wrong_weekdays,
    yearless_days,
)
from proposal.reading.days import find_days
from proposal.reading.locations import Location

_HINT = "correct the day of the week or the date"


def weekdays(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Dates that are called by the name of another day of the week."""
    seen: set[tuple[dt.date, Path, int, int | None]] = set()
    for content in edition:
        for run in content.runs:
            for day, weekday in wrong_weekdays(run.text):
                written = run.text[day.start : day.end]
                location = content.find(written, run.location)
                if (place := _place(day.date, location)) not in seen:
                    seen.add(place)
                    yield _wrong_weekday(day.date, weekday, location)
        for stated in content.weekdays:
            is_right = stated.weekday == stated.date.weekday()
            if not is_right and (place := _place(stated.date, stated.location)) not in seen:
                seen.add(place)
                weekday = calendar.day_name[stated.weekday]
                yield _wrong_weekday(stated.date, weekday, stated.location)


def _place(date: dt.date, location: Location) -> tuple[dt.date, Path, int, int | None]:
    """A date and its line, on which it may be read in two ways."""
    return date, location.span.file, location.span.line, location.page


def _wrong_weekday(date: dt.date, weekday: str, location: Location) -> Conflict:
    message = f"{date:%B} {date.day}, {date.year} is a {date:%A}, not a {weekday}"
    return wrong("wrong-weekday", message, location, _HINT)


def weekdays_without_year(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Days whose year is not written, and which fit neither the year of the edition nor its next.

    Where the same day of the month is written with its year on the same page, that one is meant.
    """
    for content in edition:
        found = [(run, day) for run in content.runs for day in yearless_days(run.text)]
        dates = _dates(content) if found else {}
        years = {date.year for meant in dates.values() for date in meant}
        for run, day in found:
            meant = dates.get((day.month, day.day), set())
            yield from _without_year(content, run, day, meant, years)


def _without_year(
    content: PageContent, run: TextRun, day: YearlessDay, dates: set[dt.date], years_here: set[int]
) -> Iterator[Conflict]:
    location = content.find(day.written, run.location)
    said = calendar.day_name[day.weekday]
    if len(dates) == 1:
        [date] = dates
        later = [day.in_year(year) for year in years_here if year > date.year]
        is_later = any(own and own.weekday() == day.weekday for own in later)
        if date.weekday() != day.weekday and not is_later:  # as of an edition before this one
            message = f"{date:%B} {date.day}, {date.year} is a {date:%A}, not a {said}"
            yield wrong("wrong-weekday", message, location, _HINT)
        return
    year = content.year
    if year is None or dates:
        return
    years = (year,) if content.slots and run.is_item else (year - 1, year, year + 1)
    possible = [meant for number in years if (meant := day.in_year(number))]
    if possible and all(date.weekday() != day.weekday for date in possible):
        date = next((date for date in possible if date.year == year), possible[0])
        message = f"{date:%B} {date.day} is a {date:%A} in {date.year}, not a {said}"
        hint = "correct the day of the week or the date, or write the year that is meant"
        yield unlikely("wrong-weekday", message, location, hint)


def _dates(content: PageContent) -> dict[tuple[int, int], set[dt.date]]:
    """The dates that a page writes with their years, by month and day."""
    found: dict[tuple[int, int], set[dt.date]] = defaultdict(set)
    for run in content.runs:
        for day in find_days(run.text):
            found[day.date.month, day.date.day].add(day.date)
    return found
