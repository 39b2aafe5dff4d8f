"""Begins the file of the next host conference, and finds the workshop's day in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from proposal.edition import wording
from proposal.importers.data_writer import dump, styled
from proposal.model.name_comparison import plain_words
from proposal.model.venue import VenueRecord

_WEEK = dt.timedelta(weeks=1)

_NUMBER = re.compile(r"\b\d+(?:st|nd|rd|th)\b(?:\s+Annual\b)?", re.IGNORECASE)
"""An ordinal in digits: 21st."""

_WORDS = sorted((wording.ordinal_word(number) for number in range(1, 100)), key=len, reverse=True)
_WORD = re.compile(
    rf"^((?:.*\bof\s+)?(?:the\s+)?)(?:{'|'.join(_WORDS)})\b(?!-)(?:\s+Annual\b)?", re.IGNORECASE
)
"""An ordinal in words, where names have it: at the beginning, or behind "Proceedings of the"."""

_COMMENT = "What last time's file says; correct it, then delete `tentative`."


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
    series = re.sub(r"-?(19|20)\d\d$", "", name).replace("-", " ") or old.series
    earlier = [venue for venue in known.values() if _same(venue.series, series)]
    last = old if old in earlier else max(earlier, key=lambda venue: venue.start, default=old)
    is_same = bool(earlier)
    shown = last.series if is_same else series.upper()
    moved = _weeks_to(year, last.start)
    record: dict[str, Any] = {
        "series": shown,
        "name": _of_year(last.name, year) if is_same else f"{shown} {year}",
        "acronym": f"{shown} '{year % 100:02}",
        "start": (last.start + moved).isoformat(),
        "end": (last.end + moved).isoformat(),
        "city": last.city,
        "state": last.state,
        "country": last.country,
        "zone": last.zone,
        **(_proceedings(last, year) if is_same else {}),
        "tentative": True,
        "call": _call(earlier, known),
    }
    return {key: value for key, value in record.items() if value}


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


def day_at(host: VenueRecord, old_day: dt.date, old: VenueRecord) -> dt.date:
    """The workshop's day at another conference: as far into it, or as close to its end."""
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


def _same(one: str, other: str) -> bool:
    return "".join(plain_words(one)) == "".join(plain_words(other))


def _call(series: list[VenueRecord], known: Mapping[str, VenueRecord]) -> dict[str, str] | None:
    """The latest known call of a series, which stands in for the new one."""
    asking = [part for part in series if part.call.documents or part.call.latest_known]
    if not asking:
        return None
    latest = max(asking, key=lambda key: key.start)
    return {"latest_known": next(name for name, value in known.items() if value == latest)}
