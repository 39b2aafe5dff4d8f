"""What search engines read: the edition as schema.org data, made of the same facts."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from proposal.edition.edition import Edition, Paper, Person, Slot, open_points
from proposal.model.edition_record import Role
from proposal.render.plain import plain_statement

_PUBLIC_SLOTS = {"break", "lunch"}


def event(edition: Edition, url: str | None) -> Markup:
    """An edition as schema.org's `Event`, for a `<script type="application/ld+json">`.

    schema.org has no word for an event that is only planned (https://schema.org/EventStatusType),
    and a date has no room for a remark. So what is to be confirmed is left out, and the
    description says what is still open.
    """
    about = plain_statement(edition.abstract, shows_addresses=False)
    is_dated = not edition.when.date.is_tentative
    is_placed = not edition.venue.is_tentative
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": edition.title,
        "alternateName": f"{edition.acronym} {edition.year}",
        "description": " ".join([*open_points(edition).split(), *about.split()]),
        "startDate": edition.when.start.isoformat() if is_dated else None,
        "endDate": edition.when.end.isoformat() if is_dated else None,
        "eventStatus": "https://schema.org/EventScheduled" if is_dated else None,
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": _place(edition) if is_placed else None,
        "organizer": [_person(organizer.person) for organizer in edition.organizers],
        "performer": [_person(performer) for performer in _performers(edition)],
        "superEvent": {
            "@type": "Event",
            "name": edition.venue.name,
            "startDate": edition.venue.start.date.isoformat() if is_placed else None,
            "endDate": edition.venue.end.date.isoformat() if is_placed else None,
            "location": _place(edition) if is_placed else None,
            "url": edition.venue.url,
        },
        "subEvent": [_part(edition, slot) for slot in edition.schedule if _is_event(slot)]
        if is_dated
        else None,
        "url": url,
    }
    return _script(data)


def _script(data: Any) -> Markup:
    """JSON that can stand in HTML: nothing in it ends the element that it stands in."""
    text = json.dumps(_without_gaps(data), ensure_ascii=False, indent=1)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - what could end the element was just escaped


def _without_gaps(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_gaps(item) for key, item in value.items() if item not in (None, [])}
    if isinstance(value, list):
        return [_without_gaps(item) for item in value]
    return value


def _performers(edition: Edition) -> list[Person]:
    roles: tuple[Role, ...] = ("keynote", "talk", "panelist")
    people = [talk.person for role in roles for talk in edition.announced(role)]
    return list({person.id: person for person in people}.values())


def _is_event(slot: Slot) -> bool:
    return slot.kind not in _PUBLIC_SLOTS


def _part(edition: Edition, slot: Slot) -> dict[str, Any]:
    people = [slot.talk.person] if slot.talk else list(slot.panelists)
    return {
        "@type": "Event",
        "name": (slot.talk.title if slot.talk else None) or slot.title,
        "startDate": None if slot.is_tentative else slot.start.isoformat(),
        "endDate": None if slot.is_tentative else slot.end.isoformat(),
        "location": None if edition.venue.is_tentative else _place(edition),
        "performer": [_person(person) for person in people],
        "workFeatured": [_paper(paper) for paper in slot.papers],
    }


def _paper(paper: Paper) -> dict[str, Any]:
    return {
        "@type": "ScholarlyArticle",
        "name": paper.title,
        "author": [_person(author) for author in paper.authors],
        "url": paper.pdf,
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "@type": "Person",
        "name": person.name,
        "affiliation": [
            {"@type": "Organization", "name": post.institution} for post in person.affiliations
        ],
        "url": person.homepage,
        "sameAs": f"https://orcid.org/{person.orcid}" if person.orcid else None,
    }


def _place(edition: Edition) -> dict[str, Any]:
    venue = edition.venue
    return {
        "@type": "Place",
        "name": ", ".join(filter(None, (edition.room, venue.site))) or venue.city,
        "address": {
            "@type": "PostalAddress",
            "addressLocality": venue.city,
            "addressRegion": venue.state,
            "addressCountry": venue.country,
        },
    }
