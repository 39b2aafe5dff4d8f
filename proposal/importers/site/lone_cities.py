"""Finds the city in which a line says that the workshop is, where no country stands beside it."""

from __future__ import annotations

import re

from proposal.importers.site.name_likeness import names_institution
from proposal.importers.site.site_days import days_of
from proposal.model.countries import country_code
from proposal.reading.cities import cities_called, has_states, is_city
from proposal.reading.conferences import known_series
from proposal.reading.placeholders import is_placeholder
from proposal.reading.places import Place, country_of_city
from proposal.reading.states import country_of_state

_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
_CITY = rf"{_WORD}(?:\s+(?:(?:de|do|la|le|del|am|an|der|den|upon|sur|of)\s+)?{_WORD}){{0,2}}"
_LABELLED = re.compile(
    rf"(?:location|place|city|where|ort|lieu|lugar|luogo)\s*:\s*(?P<city>{_CITY})"
    rf"(?:,\s*(?P<state>{_CITY}))?\s*(?:\((?:online|hybrid|in[- ]person)[^()]*\))?[.!]?",
    re.IGNORECASE,
)
"""The whole of a line: `Location: Lyon`, `Where: San Diego, CA`."""
_HELD = re.compile(
    r"\b(?:(?:held|takes?\s+place|taking\s+place|located|hosted)\b[^.;:]{0,80}?|(?i:join\s+us)\s+)\bin\s+"
    rf"(?P<city>{_CITY})(?:,\s*(?P<state>{_CITY}))?"
    r"(?=[.;)!]|,?\s+(?:on|from|in|at|as|during|and)\b|,?\s*\d|\s*$)"
)
"""`The workshop will be held in Lyon on June 26.`, `Join us in Lyon from June 26 to 28!`"""
_HELD_ELSEWHERE = (
    re.compile(
        r"\b(?:findet|wird|soll)\b(?:(?!\bnicht\b)(?:[^.;:]|(?<=\d)\.)){0,80}?\bin\s+"
        rf"(?P<city>{_CITY})\s+statt(?:finden)?\b"
    ),
    re.compile(
        r"\b(?:(?:aura|a)\s+lieu\b[^.;:]{0,80}?\bà|(?:tendrá|tiene)\s+lugar\b[^.;:]{0,80}?\ben"
        r"|(?:terrà|svolgerà|tiene|svolge)\b[^.;:]{0,80}?\ba|(?:acontecerá|ocorrerá|terá\s+lugar)\b[^.;:]{0,80}?\bem)\s+"
        rf"(?P<city>{_CITY})(?=[.;)!,]|\s+(?:du|le|dal|il|el|no|nos)\b|\s*$)"
    ),
)
"""`Der Workshop wird im Mai in Graz stattfinden`, `L'atelier aura lieu à Lyon du 3 au 5 mai`"""
_PARTS = re.compile(r"\s*[|·•,;]\s*|\s+[–—-]\s+")
"""`July 1, 2027 | Lisbon`, `July 1 – Lisbon`"""
_NO_CITY = re.compile(
    r"\b(?:online|virtual|hybrid|zoom|remote|workshop|conference|symposium|room|hall|hotel|center"
    r"|centre|building|campus|half|full|day|session|keynotes?|part|conjunction|co-?located|person"
    r"|time|track|vol|edition|person|call|papers?|same|venue|main|the|a|an|this|our|january"
    r"|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|fall|winter|europe|asia|africa|america|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|english|german|french|spanish|italian|portuguese|chinese"
    r"|japanese|korean|russian|arabic|parallel|addition|order|presence|tba|tbd|registration"
    r"|submissions?|notifications?|deadlines?|abstracts?|camera|ready|dinner|welcome|program)\b",
    re.IGNORECASE,
)
"""Words that no name of a city has: `Room 114`."""
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
"""`Monday`"""
_LONGEST_BOX = 90
"""Characters of a line with day and place."""


def lone_city(text: str) -> Place | None:
    """The city that a line says the workshop is in; its country only where its state says it."""
    match = _LABELLED.fullmatch(text.strip()) or _HELD.search(text)
    if match is not None:
        return _place(match["city"], match["state"] or "")
    found = (match["city"] for pattern in _HELD_ELSEWHERE if (match := pattern.search(text)))
    return next((_place(city, "") for city in found if is_city(city)), None)  # not `Präsenz`


def city_beside_a_day(text: str, year: int) -> Place | None:
    """The city in a line at the head of a site that holds nothing else but days.

    Args:
        text: the line, such as `June 26, 2026 | Lyon`.
        year: the edition, for days without a year.
    """
    if len(text) > _LONGEST_BOX or not days_of(text, year):
        return None
    words = [part for part in _PARTS.split(text.strip(" .")) if part and not re.search(r"\d", part)]
    words = [word for word in words if not _WEEKDAY.fullmatch(word)]
    if not 1 <= len(words) <= 2 or not all(re.fullmatch(_CITY, word) for word in words):
        return None
    state = words[1] if len(words) > 1 else ""
    is_sure = not state or country_of_city(words[0], state) is not None
    return _place(words[0], state) if is_sure else None


def is_known_city(place: Place) -> bool:
    """Whether the table of cities has a place, or its country has no states in it.

    In `Ann Author, Sample Systems Integration, USA` a company stands where a city would.
    """
    code = country_code(place.country) or ""
    if place.state or not has_states(code):
        return True
    return bool(cities_called(code, place.city))


def _place(city: str, state: str) -> Place | None:
    """A city, with its country where the state says it; nothing if it can be no city."""
    city, state = city.strip(" ."), state.strip(" .")
    if not _may_be_city(city):
        return None
    country = country_of_city(city, state) if state else None
    is_state = country is not None or (state and country_of_state(state) is not None)
    return Place(city, state if is_state else None, country or "")


def _may_be_city(text: str) -> bool:
    """Whether words may be the name of a city: no month, no house, no conference, no country."""
    return not (
        _NO_CITY.search(text)
        # such as GenAIRecP, WSP
        or re.fullmatch(r"[A-Z][\w-]*[A-Z][\w-]*|[A-Z]{1,3}", text)
        or country_code(text) is not None
        or country_of_state(text) is not None
        or known_series(text) is not None
        or names_institution(text)
        or is_placeholder(text)
    )
