"""Works out the host conference from the head of a page and from its schedule."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from proposal.clocks import clock_name
from proposal.importers.draft import Placeholder, Record
from proposal.importers.jekyll.headline_reader import Headline
from proposal.importers.jekyll.schedule_reader import JekyllSchedule
from proposal.importers.jekyll.site_files import JekyllSite
from proposal.importers.values import checked
from proposal.reading.page_times import TimeOrigin, times_in
from proposal.reading.places import how_to_name_zone, work_out_zone


def read_venue(
    site: JekyllSite, head: Headline, schedule: JekyllSchedule, day: str | None
) -> Record:
    """The record of the host conference, or of the place; empty if the page does not name it.

    Args:
        site: the pages, whose scripts may say when the day begins; warnings are added to it.
        head: the head of the edition's page.
        schedule: the schedule.
        day: the day of the workshop, which stands in for those of the conference.
    """
    if head.is_alone and head.place is not None:
        return _home(site, head, schedule, day)
    if head.host is None or head.place is None:
        message = "beside which conference the workshop is held, or where, is not understood"
        hint = "write a file in data/venues/, and its name under `venue` in edition.yaml"
        site.diagnostics.warn("not-found", message, head.span, hint)
        return {}
    host, place = head.host, head.place
    name = host.full_name or f"{host.series} {host.year}".removesuffix(" None")
    record: Record = {
        "series": host.series,
        "name": Placeholder(name),
        "acronym": Placeholder(host.acronym),
        "start": Placeholder(day or ""),
        "end": Placeholder(day or ""),
        "site": schedule.site or place.site or "",
        "city": place.city,
        "state": place.state or "",
        "country": place.country,
        "zone": _zone(site, head, schedule, day),
        "url": checked("url", head.host_address or "").value or "",
        "tentative": True,
    }
    known = "the table of known conferences" if host.full_name else "the page's short name"
    message = f"the page does not give the first and the last day of {host.acronym}, and"
    message += f" its full name is from {known}"
    hint = "compare the venue's file with the conference's page, then delete `tentative`"
    site.diagnostics.warn("to-confirm", message, site.main.find(host.series, head.span), hint)
    return {key: value for key, value in record.items() if value}


def _home(site: JekyllSite, head: Headline, schedule: JekyllSchedule, day: str | None) -> Record:
    """The place of what is held beside no conference, of which our own page says all."""
    place = head.place
    record: Record = {
        "host": head.home or "",
        "site": schedule.site or "",
        "city": place.city if place else "",
        "state": (place and place.state) or "",
        "country": place.country if place else "",
        "zone": _zone(site, head, schedule, day),
        "url": checked("url", head.home_address or "").value or "",
    }
    return {key: value for key, value in record.items() if value}


def _zone(site: JekyllSite, head: Headline, schedule: JekyllSchedule, day: str | None) -> str:
    """The time zone, from the place and from the heading of the schedule."""
    noon = dt.time(12)
    # Without a day the abbreviation cannot be compared with a season's clock; any day serves.
    moment = dt.datetime.combine(dt.date.fromisoformat(day or "2000-01-01"), noon)
    clock = work_out_zone(head.place, schedule.zone, moment)
    span = schedule.zone_span or head.span
    if clock is None:
        where = ", ".join(filter(None, (head.place.city, head.place.country))) if head.place else ""
        message = f"which time zone {where or 'the conference'} is in is not known"
        site.diagnostics.warn("unknown-zone", message, span, how_to_name_zone(head.place, moment))
        return ""
    if not clock.agrees:
        shown = clock_name(moment.replace(tzinfo=ZoneInfo(clock.zone)))
        city = head.place.city if head.place else clock.zone
        message = f"the schedule's times are called {schedule.zone}, but clocks in {city}"
        message += f" show {shown} on that day"
        hint = f"{clock.zone} is taken; look whether the times are those of the place"
        site.diagnostics.warn("wrong-zone", message, span, hint)
    elif not clock.is_certain:
        message = f"the time zone is taken to be {clock.zone}"
        hint = "correct `zone` in the venue's file, if it is another one"
        site.diagnostics.warn("to-confirm", message, span, hint)
    if day and schedule.hours:
        start = dt.datetime.fromisoformat(f"{day}T{schedule.hours[0]}")
        _compare_starts(site, start.replace(tzinfo=ZoneInfo(clock.zone)))
    return clock.zone if clock.is_certain else Placeholder(clock.zone)


def _compare_starts(site: JekyllSite, start: dt.datetime) -> None:
    """Compare what scripts say of the day's beginning with the schedule."""
    for found in (found for page in site.pages for found in times_in(page)):
        is_near = abs(found.time - start) <= dt.timedelta(days=1)
        if is_near and found.origin is not TimeOrigin.DESCRIPTION and found.time != start:
            local = found.time.astimezone(start.tzinfo)
            message = f"this lets the day begin at {local:%H:%M} in {start.tzinfo},"
            message += f" the schedule at {start:%H:%M}"
            hint = "the schedule is taken"
            site.diagnostics.warn("wrong-start", message, found.span, hint)
