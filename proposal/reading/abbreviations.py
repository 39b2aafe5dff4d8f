"""The offsets from UTC that the abbreviations of time zones mean.

Which letters mean which hours is taken from the zones' data. Some mean several: CST is six hours
behind UTC in Chicago, and eight ahead of it in Shanghai.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from functools import cache
from zoneinfo import ZoneInfo

from proposal.model.countries import all_zones

_SEASONLESS = {"PT": "P", "MT": "M", "CT": "C", "ET": "E"}
"""American zones without their season."""

_OTHERS = {
    "SGT": 8,
    "MYT": 8,
    "ICT": 7,
    "GST": 4,
    "BRT": -3,
    "ART": -3,
    "CLT": -4,
    "COT": -5,
    "PET": -5,
    "TRT": 3,
}
"""Hours from UTC of letters in use that the zones' data do not have any more."""

_OFFSET = re.compile(r"(?:UTC|GMT)\s*([+\-−–])\s*(\d{1,2})(?::?(\d{2}))?$")
"""`UTC+2`, `GMT -05:30`"""
_FIRST_YEAR, _LAST_YEAR = 2016, 2026
"""Years in which the letters meant what they do: before the clocks of some Canadian provinces
stood still, and with the last years in which clocks elsewhere did something that has a name."""


def offsets_of(abbreviation: str) -> frozenset[dt.timedelta]:
    """What an abbreviation means, such as PST, PT or UTC+5:30; nothing if that is not known."""
    wanted = abbreviation.upper().strip()
    if match := _OFFSET.match(wanted):
        size = dt.timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return frozenset({size if match[1] == "+" else -size})
    if wanted in {"UTC", "GMT", "Z"}:
        return frozenset({dt.timedelta()})
    if seasons := seasons_of(wanted):
        return frozenset(hours for name in seasons for hours in _known().get(name, ()))
    if wanted in _OTHERS:
        return frozenset({dt.timedelta(hours=_OTHERS[wanted])})
    return _known().get(wanted, frozenset())


def seasons_of(abbreviation: str) -> set[str]:
    """The letters of winter and summer for letters without a season: PST and PDT for PT."""
    first = _SEASONLESS.get(abbreviation.upper().strip())
    return {f"{first}ST", f"{first}DT"} if first else set()


def is_offset(abbreviation: str) -> bool:
    """Whether a zone is named by its distance from UTC: UTC-8, GMT+5:30."""
    return _OFFSET.match(abbreviation.upper().strip()) is not None


@cache
def _known() -> dict[str, frozenset[dt.timedelta]]:
    meant: defaultdict[str, set[dt.timedelta]] = defaultdict(set)
    for name in all_zones():
        zone = ZoneInfo(name)
        for year in range(_FIRST_YEAR, _LAST_YEAR + 1):
            for month in (1, 7):
                moment = dt.datetime(year, month, 1, tzinfo=zone)
                meant[moment.tzname() or ""].add(moment.utcoffset() or dt.timedelta())
    return {letters: frozenset(offsets) for letters, offsets in meant.items() if letters.isalpha()}
