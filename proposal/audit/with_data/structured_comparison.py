"""Compares what pages say of the workshop to search engines, as JSON-LD, with the data."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from proposal.audit.with_data.event_comparison import other_place
from proposal.audit.with_data.expected import DIFFERENT, Case, Deviation, Statements
from proposal.audit.with_data.people_comparison import ALIKE
from proposal.audit.with_data.rooms import ROOM, number_of, numbers_of, rooms_of
from proposal.check.facts.stated_fact import StatedFact
from proposal.reading.institutions import same_institution
from proposal.reading.searchable_text import normalize
from proposal.reading.source_document import SourceDocument

_SCRIPT = re.compile(
    r"<script[^>]*application/ld\+json[^>]*>(?P<content>.*?)</script", re.IGNORECASE | re.DOTALL
)
"""`<script type="application/ld+json">{"@type": "Event"}</script>`"""

_Wrong = tuple[StatedFact | None, str]
"""A fact, and what stands in its place."""


def compare_structured(case: Case, document: SourceDocument) -> Statements:
    """Compare the day, the place, the organizers and their institutions in JSON-LD."""
    found = Statements()
    for script in _SCRIPT.finditer(document.source):
        try:
            content = json.loads(script["content"])
        except (ValueError, RecursionError):
            continue
        for event in _events(case, content):
            for fact, said in _wrong(case, event):
                start = document.source.find(said, script.start())
                if fact and start >= 0:
                    place = document.source_location(start, start + len(said))
                    found.deviations.append(Deviation(fact, said, document, place, DIFFERENT))
    return found


def _events(case: Case, value: object) -> Iterator[dict[str, object]]:
    """The events that are the workshop, by their names."""
    if isinstance(value, list):
        for one in value:
            yield from _events(case, one)
    if not isinstance(value, dict):
        return
    names = normalize(f"{value.get('name')} {value.get('alternateName')}")
    if normalize(case.edition.name) in names and "startDate" in value:
        yield value
    yield from _events(case, value.get("@graph"))


def _wrong(case: Case, event: dict[str, object]) -> Iterator[_Wrong]:
    days = sorted(case.edition.when.date.all)
    for key, wanted in (("startDate", days[0]), ("endDate", days[-1])):
        said = str(event.get(key, ""))
        date = _date_of(said)
        if date and date != wanted and not (key == "endDate" and date - wanted == _DAY):
            yield case.known("when.date"), said
    yield from _wrong_place(case, event.get("location"))
    for person in _objects(event.get("organizer")):
        yield from _wrong_person(case, person)


_DAY = dt.timedelta(days=1)
"""By which the end may lie behind the last day: at midnight, or as the first day without it."""


def _date_of(said: str) -> dt.date | None:
    """The day of a moment of ISO 8601, by the clock that it names."""
    try:
        return dt.datetime.fromisoformat(said).date()
    except ValueError:
        return None


def _wrong_place(case: Case, location: object) -> Iterator[_Wrong]:
    for place in _objects(location):
        address = place.get("address")
        fields = address if isinstance(address, dict) else {}
        city, country = (
            str(fields.get(key) or "") for key in ("addressLocality", "addressCountry")
        )
        if city and country and other_place(f"{city}, {country}", case):
            is_city = normalize(case.edition.venue.city or "") in normalize(city)
            yield case.known("venue.place"), country if is_city else city
        known = numbers_of(rooms_of(case.edition))
        room = ROOM.search(str(place.get("name") or ""))
        if room and known and number_of(room) not in known:
            fact = next(iter(case.of("room", "when.days.")), None)
            is_room = fact is not None and fact.fact.attribute == "room"
            yield (fact if is_room else case.known("room")), room[0]


def _wrong_person(case: Case, person: dict[str, object]) -> Iterator[_Wrong]:
    """A name with a slip, or an institution that somebody who organizes is not at."""
    name = normalize(str(person.get("name") or ""))
    organizer = next(
        (other for other in case.edition.organizers if normalize(other.person.name) == name), None
    )
    if organizer is None:
        for other in case.edition.organizers:
            if fuzz.ratio(normalize(other.person.name), name) >= ALIKE and name not in case.names:
                yield case.known(f"organizers.{other.person.id}.name"), str(person["name"])
        return
    posts = [post.institution for post in organizer.person.affiliations]
    for institution in _objects(person.get("affiliation")):
        said = str(institution.get("name") or "")
        is_same = any(
            same_institution(said, post) or normalize(post) in normalize(said) for post in posts
        )
        if said and posts and not is_same:
            owner = f"organizers.{organizer.person.id}"
            yield case.known(f"{owner}.affiliations.1.institution"), said


def _objects(value: object) -> list[dict[str, object]]:
    """One object, or those in a list."""
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, dict)]
