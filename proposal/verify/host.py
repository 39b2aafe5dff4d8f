"""Rules on the host conference: does the edition fit it, and do its own facts fit together?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.diagnostics import Diagnostic
from proposal.edition.wording import day
from proposal.model.countries import countries_of, country_code, zones_of
from proposal.verify.codes import finding
from proposal.verify.subject import Rule, Subject

_TERRITORIES = {"CN": ("HK", "MO"), "US": ("PR", "GU", "VI"), "FR": ("RE", "GP"), "DK": ("GL",)}
"""Places with a code of their own that are often given with the country they belong to."""

_YEAR = re.compile(r"(?<!\d)(?:\d\d)?(\d\d)(?!\d)")


def outside_conference(subject: Subject) -> Iterator[Diagnostic]:
    """Outside of the conference's days there is no room, and nobody to fill it."""
    venue, date = subject.edition.venue, subject.edition.when.date.date
    if not venue.start.date <= date <= venue.end.date:
        message = f"the workshop ({day(date)}) is outside of {venue.acronym} ({venue.dates})"
        span = subject.files.edition.place("when", "date")
        hint = "correct the day here, or `start` and `end` in the conference's file"
        yield finding("outside-conference", message, span, hint)


def conference_year(subject: Subject) -> Iterator[Diagnostic]:
    """ACM's conference line has the short name with its year, and a copied one has last year's."""
    venue = subject.edition.venue
    years = _YEAR.findall(venue.acronym)
    if years and f"{venue.year % 100:02}" not in years:
        host = subject.folder.venues[subject.files.edition.venue]
        message = f"`{venue.acronym}` takes place in {venue.year}"
        yield finding("conference-year", message, host.place("acronym"), "correct one of the years")


def zone_country(subject: Subject) -> Iterator[Diagnostic]:
    """A programme in another country's time makes everybody who listens from afar miss it."""
    venue = subject.edition.venue
    code, followers = country_code(venue.country), countries_of(venue.zone.key)
    if code is None or not followers or followers & {code, *_TERRITORIES.get(code, ())}:
        return
    host = subject.folder.venues[subject.files.edition.venue]
    message = f"{venue.zone.key} is no time zone of {venue.country}"
    hint = f"write {zones_of(code)[0]}, or another one of that country"
    yield finding("zone-country", message, host.place("zone"), hint)


HOST: tuple[Rule, ...] = (outside_conference, conference_year, zone_country)
