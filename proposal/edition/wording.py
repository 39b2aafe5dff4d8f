"""How facts are worded in a language: ordinals, dates, times, lists.

English is worded as ACM has it, and every other language as Babel knows it from Unicode's CLDR.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from proposal.words.language import ENGLISH, Language
from proposal.words.marking import gettext_noop

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
EN_DASH = "\N{EN DASH}"

TO_BE_CONFIRMED = gettext_noop("to be confirmed")
"""The words beside everything that the data call tentative."""

TO_BE_ANNOUNCED = gettext_noop("to be announced")
"""The words in place of everything that is not known, or not for the public yet."""

FULL_DAY_HOURS = 5
"""From this many hours on a workshop is a full-day one."""


def to_be_confirmed(language: Language) -> str:
    """The words beside everything that the data call tentative."""
    return language.gettext(TO_BE_CONFIRMED)


def to_be_announced(language: Language) -> str:
    """The words in place of everything that is not known, or not for the public yet."""
    return language.gettext(TO_BE_ANNOUNCED)


def numbered(number: int | None, name: str, language: Language = ENGLISH) -> str:
    """A name with the number of its edition before it: "Third Workshop on …"."""
    if number is None:
        return name
    # Words: choose the form that is usual in titles and fits every gender: %(word)s (Third),
    # Words: %(number)s (3) or %(roman)s (III).
    pattern = language.gettext("%(word)s %(name)s")
    return pattern % {**_forms(number, pattern, language), "name": name}


def ordinal_word(number: int | None, language: Language = ENGLISH) -> str:
    """The ordinal as a title begins with it: 3 makes "Third"; empty for none."""
    if number is None:
        return ""
    # Words: an edition's number alone: %(word)s (Third), %(number)s (3) or %(roman)s (III).
    pattern = language.gettext("%(word)s")
    return pattern % _forms(number, pattern, language)


def edition_of_year(number: int | None, year: int, language: Language = ENGLISH) -> str:
    """An edition by its number and year: "Third edition, 2026"; "2026 edition" if not counted."""
    if number is None:
        return language.gettext("%(year)s edition", year=year)
    # Words: %(word)s (Third), %(number)s (3) or %(roman)s (III).
    pattern = language.gettext("%(word)s edition, %(year)s")
    return pattern % {**_forms(number, pattern, language), "year": year}


def _forms(number: int, pattern: str, language: Language) -> dict[str, object]:
    """A number in the forms of which a pattern takes one."""
    from proposal.words.number_words import (  # noqa: PLC0415 - not where nothing is built
        ordinal_in_words,
        roman,
    )

    forms: dict[str, object] = {"number": number, "word": number, "roman": roman(number).upper()}
    if "%(word)s" in pattern:
        words = ordinal_in_words(number, language.tag.partition("-")[0])
        forms["word"] = words.capitalize()
    return forms


def month_day(date: dt.date, language: Language = ENGLISH) -> str:
    """A day without its year: February 26."""
    if not language.is_english:
        return _skeleton("MMMMd", date, language)
    return f"{date:%B}{NO_BREAK_SPACE}{date.day}"


def day(date: dt.date, language: Language = ENGLISH) -> str:
    """A day as ACM writes it: February 26, 2026."""
    if not language.is_english:
        from babel.dates import format_date  # noqa: PLC0415 - slow to load

        return format_date(date, "long", language.locale)
    return f"{month_day(date)}, {date.year}"


def days(start: dt.date, end: dt.date, language: Language = ENGLISH) -> str:
    """A range of days as ACM writes it: August 25–29, 2024; a whole month or year by its name."""
    if start == end:
        return day(start, language)
    if is_whole_year(start, end):
        return f"{start.year}"
    if is_whole_month(start, end):
        is_english = language.is_english
        return f"{start:%B} {start.year}" if is_english else _skeleton("yMMMM", start, language)
    if not language.is_english:
        return _interval(start, end, language)
    if start.year != end.year:
        return f"{day(start)}{EN_DASH}{day(end)}"
    last = f"{end.day}" if start.month == end.month else month_day(end)
    return f"{month_day(start)}{EN_DASH}{last}, {end.year}"


def is_whole_month(start: dt.date, end: dt.date) -> bool:
    """Whether days are a whole month: that of a conference of which no more is known."""
    following = end + dt.timedelta(days=1)
    is_month = (start.year, start.month) == (end.year, end.month)
    return is_month and start.day == 1 == following.day


def is_whole_year(start: dt.date, end: dt.date) -> bool:
    """Whether days are a whole year: that of a conference of which no more is known."""
    return (start, end) == (dt.date(start.year, 1, 1), dt.date(start.year, 12, 31))


def _skeleton(skeleton: str, date: dt.date, language: Language) -> str:
    from babel.dates import format_skeleton  # noqa: PLC0415 - slow to load

    moment = dt.datetime.combine(date, dt.time())
    return format_skeleton(skeleton, moment, locale=language.locale)


def _interval(start: dt.date, end: dt.date, language: Language) -> str:
    """A range of days with the month's whole name, which CLDR has for some languages alone."""
    from babel.dates import parse_pattern  # noqa: PLC0415 - slow to load

    formats = language.locale.interval_formats
    known = formats.get("yMMMMd") or formats.get("yMMMd") or {}
    same = start.month == end.month
    unit = "y" if start.year != end.year else "d" if same else "M"
    patterns = known.get(unit)
    if not patterns:
        return f"{day(start, language)} {EN_DASH} {day(end, language)}"
    whole = (re.sub(r"(?<!M)MMM(?!M)", "MMMM", pattern) for pattern in patterns)
    return "".join(
        parse_pattern(pattern).apply(date, language.locale)
        for pattern, date in zip(whole, (start, end), strict=True)
    )


def runs(dates: Sequence[dt.date]) -> list[tuple[dt.date, dt.date]]:
    """The first and the last of days that follow each other, for each such run of them."""
    found: list[tuple[dt.date, dt.date]] = []
    for date in dates:
        if found and date - found[-1][1] == dt.timedelta(days=1):
            found[-1] = (found[-1][0], date)
        else:
            found.append((date, date))
    return found


def several_days(dates: Sequence[dt.date], language: Language = ENGLISH) -> str:
    """Days as ACM writes a range, or each of those that are none: March 1 and 3, 2027."""
    if len(runs(dates)) == 1:
        return days(dates[0], dates[-1], language)
    if not language.is_english:
        return joined(_in_one_month(dates, language), language)
    if len({date.year for date in dates}) > 1:
        return joined([day(date) for date in dates])
    months = _in_one_year(dates)
    listed = joined(months[0]) if len(months) == 1 else _of_months(months)
    return f"{listed}, {dates[0].year}"


def _in_one_month(dates: Sequence[dt.date], language: Language) -> list[str]:
    """Days of which the last alone has its month: 13., 14., 16. Oktober 2027; else whole days."""
    from babel.dates import format_date  # noqa: PLC0415 - slow to load

    *others, last = dates
    # In German "d. MMMM y", in Spanish "d 'de' MMMM 'de' y"; in Hungarian the month comes first.
    leading = re.match(r"d\.?(?= )", language.locale.date_formats["long"].pattern)
    if leading is None or any(
        (date.year, date.month) != (last.year, last.month) for date in others
    ):
        return [day(date, language) for date in dates]
    first = [format_date(date, leading[0], language.locale) for date in others]
    return [*first, day(last, language)]


def _in_one_year(dates: Sequence[dt.date]) -> list[list[str]]:
    """The days of each month, which stands with its first day alone: March 1, 3; April 2."""
    months: dict[int, list[str]] = {}
    for date in dates:
        known = months.setdefault(date.month, [])
        known.append(f"{date.day}" if known else month_day(date))
    return list(months.values())


def _of_months(months: Sequence[Sequence[str]]) -> str:
    """Days of several months: "March 1 and April 2"; "March 1 and 3, and April 2"."""
    listed = [joined(month) for month in months]
    if len(listed) == 2 and any(len(month) > 1 for month in months):
        return f"{listed[0]}, and {listed[1]}"
    return joined(listed)


def weekday(date: dt.date, language: Language = ENGLISH) -> str:
    """The day of the week: Monday."""
    if not language.is_english:
        from babel.dates import format_date  # noqa: PLC0415 - slow to load

        return format_date(date, "cccc", language.locale)
    return f"{date:%A}"


def weekdays(dates: Sequence[dt.date], language: Language = ENGLISH) -> str:
    """The days of the week, each once: Monday, Monday–Wednesday, "Monday and Wednesday"."""
    if len(dates) > 1 and len(runs(dates)) == 1:
        first, last = weekday(dates[0], language), weekday(dates[-1], language)
        # Portuguese days have hyphens of their own: segunda-feira – sexta-feira.
        return f"{first} {EN_DASH} {last}" if "-" in first + last else f"{first}{EN_DASH}{last}"
    return joined(list(dict.fromkeys(weekday(date, language) for date in dates)), language)


def clock(time: dt.time) -> str:
    """A time of the day in 24 hours: 14:00."""
    return f"{time:%H:%M}"


def hours(start: dt.datetime, end: dt.datetime) -> str:
    """From when to when: 14:00–14:45; with its clock if an hour comes twice, 01:30 EST – 05:00.

    By the clocks of another zone than the venue's: 14:00 CET – 17:00 CET.
    """
    from proposal.clocks import shown_clock  # noqa: PLC0415 - summaries alone need none

    first, last = shown_clock(start), shown_clock(end)
    # Without spaces, "EST-05:00" of plain text would be a distance from UTC.
    return f"{first} {EN_DASH} {last}" if " " in first + last else f"{first}{EN_DASH}{last}"


def marked(words: str, *, is_tentative: bool, language: Language = ENGLISH) -> str:
    """Words for a value, with the mark of a tentative one: "Graz (to be confirmed)"."""
    return f"{words} ({to_be_confirmed(language)})" if is_tentative else words


def in_brackets(words: str | None) -> str:
    """What stands in brackets behind something: " (remote)"; nothing without words."""
    return f" ({words})" if words else ""


def labelled(noun: str, name: str | None) -> str:
    """A room or track as it is shown: a short sign gets its noun, as "Room A1".

    What holds a word, such as "Ballroom B", stays as it is.
    """
    return f"{noun} {name}" if name and not re.search(r"[^\W\d_]{3}", name) else name or ""


def joined(items: Sequence[str], language: Language = ENGLISH) -> str:
    """Items as a sentence lists them: "a", "a and b", "a, b, and c"."""
    if len(items) <= 1:
        return "".join(items)
    if not language.is_english:
        return _listed(items, language)
    if len(items) == 2:
        return f"{items[0]} and {items[1]}"
    return f"{', '.join(items[:-1])}, and {items[-1]}"


def _listed(items: Sequence[str], language: Language) -> str:
    from babel.lists import format_list  # noqa: PLC0415 - slow to load

    listed = format_list(items, "standard", language.locale)
    # Spanish has "e" in place of "y" before the sound of an i, which CLDR leaves to programs.
    if language.tag.startswith("es") and re.match(r"h?i(?!e)|h?í", items[-1], re.IGNORECASE):
        listed = f"{listed.removesuffix(f'y {items[-1]}')}e {items[-1]}"
    return listed
