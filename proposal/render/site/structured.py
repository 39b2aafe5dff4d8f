"""What search engines read: the edition as schema.org data, made of the same facts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from proposal.edition.edition import Edition, open_points
from proposal.edition.fees import offers_of
from proposal.edition.host import Venue
from proposal.edition.joining import ONLINE, JoinLink
from proposal.edition.participants import Author, Person
from proposal.edition.schedule import Paper, Slot
from proposal.edition.series import SeriesSummary
from proposal.edition.volume import Volume
from proposal.edition.whereabouts import Whereabouts, whereabouts
from proposal.model.family_names import is_group
from proposal.model.link_kinds import SchemaProperty
from proposal.model.material_kinds import MATERIAL_KINDS
from proposal.model.records.attendance_record import Attendance
from proposal.model.records.edition_status import EditionStatus
from proposal.model.talk_roles import TALK_ROLES
from proposal.reading.institutions import is_no_institution
from proposal.render.logos import ShownSponsor, Tier
from proposal.render.plain import plain_statement
from proposal.render.text.cited_paper import CitedPaper
from proposal.source.persistent_identifiers import doi_address, orcid_address

_SCHEMA = "https://schema.org"

_PUBLIC_SLOTS = {"break", "lunch"}


def event(
    edition: Edition, url: str | None, tiers: Iterable[Tier] = (), images: Iterable[str] = ()
) -> Markup:
    """An edition as schema.org's `Event`, for a `<script type="application/ld+json">`.

    Args:
        edition: the edition.
        url: the address of its page.
        tiers: its sponsors, with the pictures that stand beside the page.
        images: the addresses of pictures that stand for the edition, the best one first.

    schema.org has no word for an event that is only planned (https://schema.org/EventStatusType),
    and a date has no room for a remark. So what is to be confirmed is left out, and the
    description says what is still open.
    """
    about = plain_statement(edition.abstract, shows_addresses=False)
    is_dated = not edition.when.date.is_tentative
    streams = _linked(edition, "virtualLocation")
    attendance = edition.attendance or ("hybrid" if streams else "on-site")
    data = {
        "@context": _SCHEMA,
        "@type": "Event",
        "inLanguage": edition.language.tag,
        "name": edition.title,
        "alternateName": edition.short_name,
        "description": " ".join([*open_points(edition).split(), *about.split()]),
        "image": list(images),
        "startDate": edition.when.start.isoformat() if is_dated else None,
        "endDate": edition.when.end.isoformat() if is_dated else None,
        "previousStartDate": edition.when.start.isoformat()
        if is_dated and edition.status == "postponed"
        else None,
        "eventStatus": _STATUS[edition.status] if is_dated or edition.status else None,
        "eventAttendanceMode": _mode(attendance),
        "location": _one_or_all(_locations_of_event(edition, streams)),
        "organizer": [_person(organizer.person) for organizer in edition.organizers],
        "performer": [_person(performer) for performer in _performers(edition)],
        "superEvent": _one_or_all(_conferences(edition)) or None,
        "subEvent": _parts(edition) if is_dated and edition.status != "postponed" else None,
        "sponsor": [_sponsor(shown, url) for tier in tiers for shown in tier.sponsors],
        "isAccessibleForFree": True if edition.is_free else None,
        "offers": _offers(edition) or _linked(edition, "offers"),
        "recordedIn": _linked(edition, "recordedIn"),
        "workFeatured": _linked(edition, "workFeatured"),
        "sameAs": _linked(edition, "sameAs"),
        "url": url,
    }
    return _script(data)


def organization(series: SeriesSummary, logo: str | None) -> Markup | None:
    """The series as schema.org's `Organization`, which is what has a logo there.

    Args:
        series: the series.
        logo: its file from the website's root on.

    Without a logo and without an address there is nothing to say of it.
    """
    if not (logo and series.url):
        return None
    home = series.url.rstrip("/") + "/"
    return _script(
        {
            "@context": _SCHEMA,
            "@type": "Organization",
            "name": series.name,
            "alternateName": series.acronym,
            "url": series.url,
            "logo": f"{home}{logo}",
            "sameAs": [
                link.url
                for link in series.links.listed
                if link.kind is not None and link.kind.schema_property == "sameAs"
            ],
        }
    )


def article(paper: Paper, cited: CitedPaper | None, url: str | None) -> Markup:
    """A paper as schema.org's `ScholarlyArticle`, a part of its volume if the data describe one.

    Args:
        paper: the paper with whole addresses.
        cited: the same as it is cited, if it can be.
        url: the address of its page.
    """
    volume = cited.volume if cited else None
    published = (cited.date.isoformat() if cited.date else str(cited.year)) if cited else None
    pdf = {"@type": "MediaObject", "encodingFormat": "application/pdf", "contentUrl": paper.pdf}
    data = _paper(paper) | {
        "@context": _SCHEMA,
        "headline": paper.title,
        "url": url,
        "inLanguage": paper.language.tag,
        "abstract": plain_statement(paper.abstract, shows_addresses=False)
        if paper.abstract
        else None,
        "datePublished": published,
        "pageStart": cited.first_page if cited else None,
        "pageEnd": cited.last_page if cited else None,
        "encoding": pdf if paper.pdf else None,
        "award": paper.award,
        "license": volume.licence.url if volume and volume.licence else None,
        "publisher": _publisher(volume) if volume else None,
        "isPartOf": _volume(volume) if volume else None,
    }
    return _script(data)


def papers_volume(volume: Volume | None, papers: Iterable[CitedPaper]) -> Markup | None:
    """A volume of papers as schema.org's `Book`; nothing if the data describe none.

    Args:
        volume: the volume.
        papers: all papers that can be cited; those that are no part of the volume are left out.
    """
    if volume is None:
        return None
    parts = [_paper(cited.paper) | {"url": cited.page} for cited in papers if cited.volume]
    return _script({"@context": _SCHEMA, **_volume(volume), "hasPart": parts})


def _volume(volume: Volume) -> dict[str, Any]:
    series = {
        "@type": "BookSeries",
        "name": volume.series,
        "issn": volume.issn,
        "volumeNumber": volume.number,
    }
    return {
        "@type": "Book",
        "name": volume.title,
        "editor": [_person(editor) for editor in volume.editors],
        "isbn": volume.isbn,
        "datePublished": volume.date.date.isoformat() if volume.is_dated else None,
        "publisher": _publisher(volume),
        "isPartOf": series if volume.series else None,
        "license": volume.licence.url if volume.licence else None,
        "sameAs": doi_address(volume.doi) if volume.doi else None,
    }


def _publisher(volume: Volume) -> dict[str, Any] | None:
    return {"@type": "Organization", "name": volume.publisher} if volume.publisher else None


def breadcrumbs(steps: Iterable[tuple[str, str]], root: str | None) -> Markup | None:
    """The way to a page as schema.org's `BreadcrumbList`; nothing if no address is known.

    Args:
        steps: names of pages, and their paths from the website's root.
        root: the website's address.
    """
    if not root:
        return None
    base = root.rstrip("/") + "/"
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": f"{base}{path}"}
        for number, (name, path) in enumerate(steps, 1)
    ]
    data = {"@context": _SCHEMA, "@type": "BreadcrumbList", "itemListElement": items}
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
    talks = [talk for role in TALK_ROLES for talk in edition.announced(role.name)]
    people = [person for talk in talks for person in talk.people]
    return list({person.file_name: person for person in people}.values())


def _is_event(slot: Slot) -> bool:
    return slot.kind not in _PUBLIC_SLOTS


def _parts(edition: Edition) -> list[dict[str, Any]]:
    """The parts of the schedule but its breaks."""
    return [
        _part(edition, slot, edition.joined_at(slot), whereabouts(edition, day, slot))
        for slot, day in ((slot, edition.day_of(slot)) for slot in edition.schedule)
        if _is_event(slot)
    ]


def _part(
    edition: Edition, slot: Slot, join: tuple[JoinLink, ...], there: Whereabouts
) -> dict[str, Any]:
    """A part of the schedule, and the parts of it, which are at the same place.

    Args:
        edition: the edition.
        slot: the part.
        join: where people join it online.
        there: where it is.
    """
    people = slot.talk.people if slot.talk else slot.panelists
    is_cancelled = edition.is_cancelled or (slot.talk is not None and slot.talk.is_cancelled)
    papers = [paper.title for paper in slot.papers]
    return {
        "@type": "Event",
        "eventStatus": f"{_SCHEMA}/EventCancelled" if is_cancelled else None,
        "name": (slot.talk.title if slot.talk else None) or slot.title or "; ".join(papers),
        "description": ". ".join(filter(None, (slot.track_label, slot.question))) or None,
        "startDate": None if slot.is_tentative else slot.start.isoformat(),
        "endDate": None if slot.is_tentative else slot.end.isoformat(),
        "eventAttendanceMode": _mode(there.attendance)
        if there.attendance and there.attendance != edition.attendance
        else None,
        "location": _one_or_all(_locations(edition, join, there)),
        "performer": [_person(person) for person in people],
        "contributor": [
            {"@type": "Role", "roleName": label, "contributor": [_person(lead) for lead in leads]}
            for label, leads in slot.leads
        ],
        "workFeatured": [_paper(paper) for paper in slot.papers],
        "subEvent": [_part(edition, part, join, there) for part in slot.parts],
    }


_STATUS: Mapping[EditionStatus | None, str] = {
    None: f"{_SCHEMA}/EventScheduled",
    "cancelled": f"{_SCHEMA}/EventCancelled",
    "postponed": f"{_SCHEMA}/EventPostponed",
    "moved-online": f"{_SCHEMA}/EventMovedOnline",
}
"""What schema.org calls what became of the plan (https://schema.org/EventStatusType).

Of what is postponed, the former day is told as such, and stays the day as long as there is no other
(https://schema.org/previousStartDate).
"""

_MODES: Mapping[Attendance, str] = {
    "on-site": "Offline",
    "hybrid": "Mixed",
    "online": "Online",
}
"""What schema.org calls it how people take part (https://schema.org/EventAttendanceModeEnumeration)."""


def _mode(attendance: Attendance) -> str:
    return f"{_SCHEMA}/{_MODES[attendance]}EventAttendanceMode"


def _locations_of_event(edition: Edition, streams: Iterable[Any]) -> list[Any]:
    """Where an edition takes place on any of its days."""
    room, attendance = edition.common_room or "", edition.attendance
    common = Whereabouts(room, is_elsewhere=False, attendance=attendance)
    return [
        *_locations(edition, edition.join_by_day, common, streams),
        *(
            _virtual(edition) if day.attendance == "online" else _elsewhere(day.room)
            for day in edition.when.days
            if day.is_elsewhere and not (day.attendance == "online" and edition.joined_on(day))
        ),
    ]


def _locations(
    edition: Edition, join: Iterable[JoinLink], there: Whereabouts, streams: Iterable[Any] = ()
) -> list[Any]:
    """Where an event takes place: the building, where people join online, and its streams.

    A place that is to be confirmed is left out. What is online, and has no address yet, is said to
    be online all the same.
    """
    is_visited = not (there.is_online or edition.venue.is_tentative)
    found: list[Any] = [_place(edition.venue, there.room)] if is_visited else []
    if there.is_elsewhere and not there.is_online:
        found = [_elsewhere(there.room)]
    found += [{"@type": _VIRTUAL, "name": link.name, "url": link.url} for link in join]
    found += streams
    if there.is_online and not found:
        found.append(_virtual(edition))
    return found


def _virtual(edition: Edition) -> dict[str, Any]:
    """What is online, and has no address yet."""
    return {"@type": _VIRTUAL, "name": edition.language.gettext(ONLINE)}


def _conferences(edition: Edition) -> list[dict[str, Any]]:
    """The conferences beside which it is held; what is not certain is left out."""
    venue = edition.venue
    if venue.start is None or venue.end is None:
        return []
    is_placed = not venue.is_tentative
    return [
        {
            "@type": "Event",
            "name": conference.name,
            "startDate": venue.start.date.isoformat() if is_placed else None,
            "endDate": venue.end.date.isoformat() if is_placed else None,
            "location": _place_of_host(edition) if is_placed else None,
            "url": conference.url,
        }
        for conference in venue.conferences
    ]


def _place_of_host(edition: Edition) -> dict[str, Any]:
    if edition.venue.city:
        return _place(edition.venue)
    return _virtual(edition)


_VIRTUAL = "VirtualLocation"


def _sponsor(shown: ShownSponsor, url: str | None) -> dict[str, Any]:
    logo = f"{url}sponsors/{shown.logo.files[-1]}" if url and shown.logo else None
    name = shown.sponsor.name
    return {"@type": "Organization", "name": name, "url": shown.sponsor.url, "logo": logo}


def _offers(edition: Edition) -> list[Any]:
    """What attending costs, each price by itself (https://schema.org/Offer)."""
    link = edition.links.registration
    return [
        {
            "@type": "Offer",
            "name": offer.who,
            "price": offer.price.number,
            "priceCurrency": offer.price.currency,
            "validThrough": offer.ends.isoformat() if offer.ends else None,
            "url": link.url if link else None,
        }
        for offer in offers_of(edition.fees, edition.dates.early_registration)
    ]


def _linked(edition: Edition, schema_property: SchemaProperty) -> list[Any]:
    """What the edition links to and what schema.org has as a property of events."""
    links = [
        link
        for link in edition.links.listed
        if link.kind is not None and link.kind.schema_property == schema_property
    ]
    if schema_property == "sameAs":
        return [link.url for link in links]
    kind = _SCHEMA_TYPES[schema_property]
    return [{"@type": kind, "name": link.label, "url": link.url} for link in links]


_SCHEMA_TYPES: Mapping[SchemaProperty, str] = {
    "offers": "Offer",
    "virtualLocation": _VIRTUAL,
    "recordedIn": "CreativeWork",
    "workFeatured": "CreativeWork",
}
"""What stands at the other end of a link (https://schema.org/Event)."""


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _paper(paper: Paper) -> dict[str, Any]:
    return {
        "@type": "ScholarlyArticle",
        "name": paper.title,
        "author": [_author(author) for author in paper.authors],
        "url": paper.pdf,
        "sameAs": doi_address(paper.doi) if paper.doi else None,
        "pagination": paper.pages,
        "keywords": list(paper.keywords),
        "associatedMedia": [
            {"@type": "MediaObject", "name": paper.language.gettext(kind.label), "url": address}
            for kind in MATERIAL_KINDS[3:]
            if (address := getattr(paper, kind.name))
        ],
    }


def _author(author: Author) -> dict[str, Any]:
    orcid = orcid_address(author.orcid) if author.orcid else None
    return _person(author) | {"identifier": orcid, "email": author.email}


def _person(person: Person) -> dict[str, Any]:
    is_whole = person.family_name in {None, person.name}
    return {
        "@type": "Organization" if is_whole and is_group(person.name) else "Person",
        "name": person.name,
        "affiliation": [
            {"@type": "Organization", "name": post.institution}
            for post in person.affiliations
            if not is_no_institution(post.institution)
        ],
        "url": person.homepage,
        "sameAs": _same_as(person),
    }


def _same_as(person: Person) -> str | list[str]:
    """The pages that are of the person, too; one alone stands without brackets."""
    orcid = [orcid_address(person.orcid)] if person.orcid else []
    pages = [*orcid, *(link.url for link in person.links)]
    return pages[0] if len(pages) == 1 else pages


def _elsewhere(place: str | None) -> dict[str, Any]:
    return {"@type": "Place", "name": place, "address": place}


def _place(venue: Venue, room: str | None = None) -> dict[str, Any]:
    return {
        "@type": "Place",
        "name": ", ".join(filter(None, (room, venue.site))) or venue.city,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": venue.address,
            "addressLocality": venue.city,
            "addressRegion": venue.state,
            "addressCountry": venue.country,
        },
        "hasMap": venue.map,
    }
