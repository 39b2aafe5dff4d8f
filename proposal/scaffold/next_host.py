"""Begins the file of the next host conference, and finds the workshop's day in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from proposal.edition import wording
from proposal.model.data_writer import dump, styled
from proposal.model.name_comparison import identifier, same_letters
from proposal.model.records.venue import VenueRecord

_WEEK = dt.timedelta(weeks=1)

_NUMBER = re.compile(r"\b\d+(?:st|nd|rd|th)\b(?:\s+Annual\b)?", re.IGNORECASE)
"""An ordinal in digits: 21st."""

_WORDS = sorted((wording.ordinal_word(number) for number in range(1, 100)), key=len, reverse=True)
_WORD = re.compile(
    rf"^((?:.*\bof\s+)?(?:the\s+)?)(?:{'|'.join(_WORDS)})\b(?!-)(?:\s+Annual\b)?", re.IGNORECASE
)
"""An ordinal in words, where names have it: at the beginning, or behind "Proceedings of the"."""

_COMMENT = "What last time's file says; correct it, then delete `tentative`."


def place_alone_id(year: int, old: VenueRecord, known: Mapping[str, VenueRecord]) -> str:
    """What the place of a workshop beside no conference is called: `lisbon-2027`.

    Args:
        year: the year in which it will take place.
        old: the host of the edition that is started from, in whose city it is until it is known.
        known: all host conferences; of one name with the place, the place has another one.
    """
    home = identifier(old.city or "", "place")
    names = (f"{home}-{year}", f"{home}-workshop-{year}")
    return next((name for name in names if name not in known or not known[name].is_conference), "")


def begun(
    name: str, year: int, old: VenueRecord, known: Mapping[str, VenueRecord]
) -> dict[str, Any]:
    """A host conference as far as the data tell it: an earlier one, moved to another year.

    Args:
        name: the id of the new one, as wsdm-2027.
        year: the year in which it will take place.
        old: the host of the edition that is started from; it lends its days and its place where
            the new one is of a series that is not known.
        known: all host conferences.
    """
    series = re.sub(r"-?(19|20)\d\d$", "", name).replace("-", " ") or old.series or name
    earlier = [
        venue for venue in known.values() if venue.series and same_letters(venue.series, series)
    ]
    if not (earlier or old.is_conference):
        return place_alone(old)
    last = old if old in earlier else max(earlier, key=_first_day, default=old)
    is_same = bool(earlier)
    shown = (last.series or "") if is_same else series.upper()
    first, end = _first_day(last), last.end or _first_day(last)
    moved = _weeks_to(year, first)
    record: dict[str, Any] = {
        "series": shown,
        "name": _of_year(last.name or "", year) if is_same else f"{shown} {year}",
        "acronym": f"{shown} '{year % 100:02}",
        "start": (first + moved).isoformat(),
        "end": (end + moved).isoformat(),
        "city": last.city,
        "state": last.state,
        "country": last.country,
        "zone": last.zone,
        **(_proceedings(last, year) if is_same else {}),
        "tentative": True,
        "call": _call(earlier, known),
    }
    return {key: value for key, value in record.items() if value}


def place_alone(old: VenueRecord) -> dict[str, Any]:
    """The place of a workshop beside no conference, which is as the last one until it is known.

    Of a conference, only its city goes on: the other places and its website are the conference's.
    """
    keys = ("host", "site", "address", "map", "city", "state", "country", "zone", "url")
    of_town = ("city", "state", "country", "zone")
    record = {key: getattr(old, key) for key in (of_town if old.is_conference else keys)}
    return {**{key: value for key, value in record.items() if value}, "tentative": True}


def _first_day(venue: VenueRecord) -> dt.date:
    return venue.start or dt.date.min


def _proceedings(last: VenueRecord, year: int) -> dict[str, str]:
    """What the proceedings of another year are called, where the conference does not say it."""
    names = {
        "proceedings": last.proceedings,
        "proceedings_acronym": last.proceedings_acronym,
    }
    return {key: _of_year(name, year) for key, name in names.items() if name}


def written(record: Mapping[str, Any]) -> str:
    """The file of a host conference that was begun."""
    document = styled(record)
    document.yaml_set_start_comment(_COMMENT)
    return dump(document)


def day_at(host: VenueRecord, old_day: dt.date, old: VenueRecord, year: int) -> dt.date:
    """The workshop's day at another conference: as far into it, or as close to its end.

    Where there is none, it is the same day of the week at that time of the year.

    Args:
        host: the conference of the next edition.
        old_day: the workshop's day in the old edition.
        old: the conference of the old edition.
        year: the year of the next edition.
    """
    if host.start is None or host.end is None:
        return old_day + _weeks_to(year, old_day)
    if old.start is None or old.end is None:
        return host.start
    if old_day > old.start + (old.end - old.start) / 2:
        return max(host.end - (old.end - old_day), host.start)
    return min(host.start + (old_day - old.start), host.end)


def _of_year(name: str, year: int) -> str:
    """A conference's name for another year: its year changed, its ordinal left out.

    Nobody knows whether a year was left out or two conferences were joined, so that an ordinal
    cannot be worked out: "21st ACM Conference on …" becomes "ACM Conference on …".
    """
    plain = _NUMBER.sub("", name)
    plain = _WORD.sub(r"\1", plain)
    plain = re.sub(r"\b(19|20)\d\d\b", str(year), plain)
    plain = re.sub(r"(?<=['’])\d\d\b", f"{year % 100:02}", plain)
    return " ".join(plain.split()) or name


def _weeks_to(year: int, day: dt.date) -> dt.timedelta:
    """How many weeks from a day to the same day of the week at that time of another year."""
    weeks = round((day.replace(year=year, day=1) - day.replace(day=1)) / _WEEK)
    return weeks * _WEEK


def _call(series: list[VenueRecord], known: Mapping[str, VenueRecord]) -> dict[str, str] | None:
    """The latest known call of a series, which stands in for the new one."""
    asking = [part for part in series if part.call.documents or part.call.latest_known]
    if not asking:
        return None
    latest = max(asking, key=_first_day)
    return {"latest_known": next(name for name, value in known.items() if value == latest)}
