"""The English names of months and days of the week, long and short, as people type them."""

from __future__ import annotations

import calendar
from collections.abc import Iterable

MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
"""The number of a month by its name, in small letters: `march`, `mar`."""

WEEKDAYS = {
    name.casefold(): number
    for names in (calendar.day_name, calendar.day_abbr)
    for number, name in enumerate(names)
} | {"tues": 1, "thur": 3, "thurs": 3}
"""The number of a day of the week by its name, in small letters, from Monday as 0."""


def one_of(names: Iterable[str]) -> str:
    """A regular expression for one of some names, of which the longest that fits is taken."""
    return "|".join(sorted(names, key=len, reverse=True))


ONE_MONTH = rf"(?P<month>{one_of(MONTHS)})\b\.?"
"""A month within a regular expression: `November`, `Nov.`."""

NUMBER_OF_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
"""A day of a month within a regular expression: `28`, `28th`."""
