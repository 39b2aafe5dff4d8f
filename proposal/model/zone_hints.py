"""Says which time zone was meant by letters, an offset or the name of a city."""

from __future__ import annotations

import re
from collections.abc import Mapping

from proposal.model.nearest_word import as_key, nearest
from proposal.zone_data import zone_names

_PLACES_OF_LETTERS: Mapping[str, str] = {
    **dict.fromkeys(("PST", "PDT", "PT", "PACIFIC"), "America/Los_Angeles"),
    **dict.fromkeys(("MST", "MDT", "MT", "MOUNTAIN"), "America/Denver, or America/Phoenix"),
    **dict.fromkeys(("CST", "CDT", "CT", "CENTRAL"), "America/Chicago, or Asia/Shanghai"),
    **dict.fromkeys(("EST", "EDT", "ET", "EASTERN", "EST5EDT"), "America/New_York"),
    **dict.fromkeys(("AKST", "AKDT"), "America/Anchorage"),
    "HST": "Pacific/Honolulu",
    "BRT": "America/Sao_Paulo",
    "ART": "America/Argentina/Buenos_Aires",
    "COT": "America/Bogota",
    **dict.fromkeys(("BST", "WET", "WEST"), "Europe/London, or Europe/Lisbon"),
    **dict.fromkeys(("CET", "CEST", "MET", "MEZ", "MESZ"), "Europe/Berlin, or Europe/Madrid"),
    **dict.fromkeys(("EET", "EEST"), "Europe/Helsinki, or Europe/Athens"),
    "MSK": "Europe/Moscow",
    "TRT": "Europe/Istanbul",
    "IST": "Asia/Kolkata, Asia/Jerusalem, or Europe/Dublin",
    "GST": "Asia/Dubai",
    "ICT": "Asia/Bangkok",
    "SGT": "Asia/Singapore",
    "HKT": "Asia/Hong_Kong",
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    **dict.fromkeys(("AEST", "AEDT", "AET"), "Australia/Sydney, or Australia/Brisbane"),
    **dict.fromkeys(("ACST", "ACDT"), "Australia/Adelaide, or Australia/Darwin"),
    "AWST": "Australia/Perth",
    **dict.fromkeys(("NZST", "NZDT"), "Pacific/Auckland"),
}
"""Places whose clocks have letters in use; some are in use in several parts of the world."""

ONE_PLACE = {letters: place for letters, place in _PLACES_OF_LETTERS.items() if "," not in place}
"""The place whose clocks are meant by letters that are in use in one part of the world alone."""

_OFFSET = re.compile(r"(?:UTC|GMT)?\s*[+\-\N{MINUS SIGN}–]\s*\d{1,2}(?::?\d{2})?", re.IGNORECASE)
"""UTC+2, GMT-5, +02:00"""
_LIKENESS = 0.75

_ANYWHERE = re.compile(
    r"(?:any\s*where[\s-]+on[\s-]+earth(?:\s*\(aoe\))?|aoe(?:\s*\(.*\))?"
    r"|(?:utc|gmt)\s*[-\N{MINUS SIGN}–]\s*12(?::?00)?(?:\s*\(aoe\))?)",
    re.IGNORECASE,
)
"""AoE, Anywhere on Earth (AoE), UTC-12"""

NAMES_ANYWHERE = re.compile(r"\bAoE\b|anywhere\s+on\s+earth", re.IGNORECASE)
"""The zone among other words: "23:59 AoE", "(anywhere on earth)"."""


def is_anywhere_on_earth(words: str) -> bool:
    """Whether words mean the zone in which a day ends last."""
    return _ANYWHERE.fullmatch(words.strip()) is not None


_WHOLE_HOURS = re.compile(
    r"UTC\s*(?P<sign>[+\-\N{MINUS SIGN}])\s*0?(?P<hours>\d{1,2})(?::00|(?<=\d\d)00)?",
    re.IGNORECASE,
)
"""Examples: `UTC+8`, `UTC−05:00`, `UTC+0800`; not `UTC+100`, of which nobody knows the hours."""


def zone_of_offset(words: str) -> str | None:
    """The zone of a distance from UTC in whole hours: `Etc/GMT-8` is UTC+8 in the zones' database.

    Nothing for what is none, as for `UTC+5:30`, which has no zone of its own there.
    """
    match = _WHOLE_HOURS.fullmatch(words.strip())
    if match is None:
        return None
    name = f"Etc/GMT{'-' if match['sign'] == '+' else '+'}{match['hours']}"
    return name if name in zone_names() else None


def hint_for_zone(words: str) -> str:
    """What to write for a time zone that is none.

    Args:
        words: what was written: PST, UTC+2, Madrid, europe/madrid.
    """
    plain = words.strip()
    letters = re.sub(r"\s+time$", "", plain, flags=re.IGNORECASE).upper()
    if letters in {"GMT", "Z", "ZULU"}:
        return "write `UTC`, or name the place, which knows about summer time: Europe/London"
    if letters in _PLACES_OF_LETTERS:
        places = _PLACES_OF_LETTERS[letters]
        return f"name the place, which knows about summer time: {places}"
    if _OFFSET.fullmatch(plain):
        return (
            "name the place, since an offset knows nothing of summer time: America/Boise, "
            "Europe/Madrid; a deadline may have whole hours, as `zone: UTC+8`"
        )
    if found := _named(plain):
        return f"did you mean `{found}`?"
    if "/" in plain:
        return "name a large city whose clocks show the same: America/Boise, Europe/Madrid"
    return "name the place, which knows about summer time: America/Boise, Europe/Madrid"


def _named(words: str) -> str | None:
    """The zone of a city, or that of nearly the same name."""
    key = as_key(words)
    zones = {name.casefold(): name for name in sorted(zone_names()) if "/" in name}
    cities = {name.rpartition("/")[2]: name for name in zones}
    if key in zones or key in cities:
        return zones[key if key in zones else cities[key]]
    # The region alone makes names alike: Europe/Sevilla and Europe/Sofia.
    close = nearest(key.rpartition("/")[2], list(cities), _LIKENESS)
    return zones[cities[close]] if close else None
