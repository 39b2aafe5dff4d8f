r"""Understands `\acmConference[KDD '24]{…}{August 25--29, 2024}{Barcelona, Spain}`."""

from __future__ import annotations

import calendar
import datetime as dt

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.importers.draft import TO_BE_ANNOUNCED, Placeholder, Record, SourceDiagnostics
from proposal.importers.stand_ins import CONFIRM_HOURS, UNKNOWN_END, UNKNOWN_START
from proposal.model.acm_samples import is_sample_conference
from proposal.reading.conferences import read_host, read_proceedings
from proposal.reading.days import find_days, first_and_last_day
from proposal.reading.places import Clock, Place, how_to_name_zone, read_place, work_out_zone


class AcmConference(Struct, frozen=True):
    """What a paper says of the conference to which it belongs."""

    short: str
    name: str
    dates: str
    place: str
    booktitle: str | None
    """The title of the proceedings, with what stands behind it."""
    line: Span
    """Where the paper says it."""


def is_sample(conference: AcmConference) -> bool:
    """Whether nobody has filled in acmart's sample line."""
    return is_sample_conference(conference.short)


def venue_of(conference: AcmConference, year: int, diagnostics: SourceDiagnostics) -> Record:
    """The host conference; what the paper does not say is worked out, and reported."""
    published = read_proceedings(conference.name, conference.short)
    host, name = read_host(published.acronym or conference.name, year), published.host
    start, end, is_day_sure = _days_of(conference, year, diagnostics)
    place = read_place(conference.place)
    known = _city_and_country(conference, place, diagnostics)
    clock = _clock_of(conference, place, start, diagnostics)
    venue: Record = {
        "series": host.series or Placeholder("Conference"),
        "name": name or Placeholder(f"{host.series or 'Conference'} {year}"),
        "acronym": published.acronym or name or Placeholder(f"Conference {year}"),
        "start": start.isoformat(),
        "end": end.isoformat(),
        **known,
    }
    venue["zone"] = Placeholder(clock.zone if clock is not None else "UTC")
    if not (is_day_sure and place and clock and name):
        venue["tentative"] = True
    proceedings = _proceedings(conference, name)
    if proceedings is None and published.is_companion:
        proceedings = conference.name
    if proceedings:
        venue["proceedings"] = proceedings
    if published.acronym != conference.short:
        venue["proceedings_acronym"] = conference.short
    return venue


def _days_of(
    conference: AcmConference, year: int, diagnostics: SourceDiagnostics
) -> tuple[dt.date, dt.date, bool]:
    """The first and the last day, and whether the paper says them."""
    named = first_and_last_day(conference.dates)
    month = None if named else _month_of(conference.dates)
    start, end = named or month or (dt.date(year, 1, 1), dt.date(year, 12, 31))
    if named is None:
        message = f"“{conference.dates}” are no days of the conference; the whole "
        message += f"{'month' if month else 'year'} stands for them"
        hint = "correct start and end of the venue"
        diagnostics.warn("guessed-date", message, conference.line, hint)
    if start.year != year:
        message = f"the conference is in {start.year}, but the edition is {year}"
        hint = f"import with --edition {start.year}?"
        diagnostics.warn("other-year", message, conference.line, hint)
    return start, end, named is not None


def _city_and_country(
    conference: AcmConference, place: Place | None, diagnostics: SourceDiagnostics
) -> Record:
    """The parts of a place; where nobody knows which is which, all of it stands for each."""
    if place is None:
        message = f"the country cannot be worked out from “{conference.place}”"
        diagnostics.warn("unclear-place", message, conference.line, "correct city and country")
        whole = conference.place or TO_BE_ANNOUNCED
        return {"city": whole, "country": whole}
    city = f"{place.site}, {place.city}" if place.site else place.city
    parts = {"city": city, "state": place.state, "country": place.country}
    return {key: part for key, part in parts.items() if part}


def _clock_of(
    conference: AcmConference,
    place: Place | None,
    start: dt.date,
    diagnostics: SourceDiagnostics,
) -> Clock | None:
    """The time zone of a place on the first day; nothing if it is not known."""
    noon = dt.datetime.combine(start, dt.time(12))
    clock = work_out_zone(place, None, noon)
    if clock is None:
        message = f"which time zone {conference.place or 'the conference'} is in is not known; "
        message += "UTC stands in"
        hint = how_to_name_zone(place, noon)
        diagnostics.warn("unknown-zone", message, conference.line, hint)
    return clock


def _month_of(text: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of the month that is named without days: `August 2026`."""
    found = find_days(f"1 {text.strip(' .,')}")
    if not found:
        return None
    first = found[0].date
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first, last


def assumed_hours(day: str, line: Span, diagnostics: SourceDiagnostics) -> Record:
    """The workshop's day and hours, of which a paper tells the day at most.

    Args:
        day: the day that the paper tells, or a placeholder.
        line: what a message names.
        diagnostics: a warning is added here.
    """
    has_day = not isinstance(day, Placeholder)
    said = "at which hours the workshop takes place" if has_day else "when the workshop is"
    message = f"the paper does not say {said}; where data/ does not either, "
    message += f"{day}, {UNKNOWN_START}–{UNKNOWN_END} stands for it"
    diagnostics.warn("guessed-hours", message, line, CONFIRM_HOURS)
    return {
        "date": day,
        "start": UNKNOWN_START,
        "end": UNKNOWN_END,
        "tentative": True,
    }


def _proceedings(conference: AcmConference, name: str) -> str | None:
    """The title of the proceedings, where it is not the conference's name."""
    if conference.booktitle is None:
        return None
    title = conference.booktitle
    if conference.short and f"({conference.short})" in title:
        title = title.partition(f"({conference.short})")[0]
    title = title.strip(" ,.")
    return None if title == f"Proceedings of the {name}" else title
