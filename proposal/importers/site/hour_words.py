"""Takes words off that stand around hours in many languages: `kl. 9.00`, `9 h 30`, `9.00 óra`."""

from __future__ import annotations

import datetime as dt
import re

from msgspec.structs import replace

from proposal.reading.hours import Hours, read_hours

WORD_BEFORE = r"(?:kl|klo|klokken|um|om|ob|godz|at)\b\.?\s*(?=\d)"
"""What stands before an hour: `kl. 9.00`, `klo 9.00`, `um 9.00`; within a regular expression."""
WORD_BEHIND = r"(?:uhr|uur|óra(?:kor|tól|ig)?|hod(?:in)?|horas?|ore|klo)"
"""What stands behind one: `9.00 Uhr`, `9.00 óra`."""
_WORD_BETWEEN = re.compile(rf"(?<=[-–—−])\s*{WORD_BEFORE}", re.IGNORECASE)
"""`kl. 9.00 – kl. 9.30`"""
_BEHIND = re.compile(rf"(?<=\d)\s*(?:hrs?|h|{WORD_BEHIND})\b\.?", re.IGNORECASE)
_APART = re.compile(r"(?<![\d:.])(\d{1,2})\s?h\s(\d\d)(?!\w)", re.IGNORECASE)
"""`9 h 30`, `9h 30`"""
_WHOLE = re.compile(
    rf"(?P<hour>[7-9]|1\d|2[0-3]|0\d)\s?(?:h|{WORD_BEHIND})\b\.?(?=\s|[:–—-]|$)", re.IGNORECASE
)
"""An hour without minutes: `10 h`, `9 Uhr`."""


def without_hour_words(text: str) -> str:
    """A text of the same length with spaces in place of the words around its hours."""
    text = _APART.sub(lambda found: f"{found[1]}:{found[2]}".ljust(len(found[0])), text)
    for pattern in (_WORD_BETWEEN, _BEHIND):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text


def whole_hour(text: str, after: dt.time | None) -> Hours | None:
    """The hour with which a text begins if a word alone says that it is one: `10 h`, `9 Uhr`."""
    match = _WHOLE.match(text)
    hours = read_hours(f"{match['hour']}:00", after) if match is not None else None
    return replace(hours, length=match.end()) if hours is not None and match is not None else None
