"""Resolves people to what they were on a day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from proposal.edition.participants import Affiliation, Person, PersonLink
from proposal.edition.prose_value import as_prose
from proposal.model.records import person as people
from proposal.model.records.person_links import label_of, listed_links
from proposal.source.text import Text


def person_as_of(
    day: dt.date, name: str, source: people.PersonRecord, photo: Path | None
) -> Person:
    """Somebody with the affiliations and the biography of one day.

    Args:
        day: the day, which is the edition's.
        name: the name of their file, without its ending.
        source: what that file says.
        photo: their portrait, if there is one.
    """
    posts = people.posts_on(day, source)
    biography = people.biography_on(day, source)
    email = next((post.email for post in posts if post.email), source.email)
    return Person(
        id=str(name),
        name=source.name,
        family_name=source.family_name,
        affiliations=tuple(
            Affiliation(post.institution, post.department, post.city, post.state, post.country)
            for post in posts
        ),
        honorific=source.honorific,
        pronouns=source.pronouns,
        email=email,
        orcid=source.links.orcid,
        homepage=source.links.homepage,
        links=tuple(_link(kind, url) for kind, url in listed_links(source.links)),
        photo=photo,
        photo_span=source.place("photo") if photo else None,
        biography=as_prose(biography) if biography else None,
        name_native=source.name_native,
        native_language=source.native_language,
        span=source.place("name"),
    )


def unfiled_person(name: str, affiliation: str | None) -> Person:
    """Somebody who has no file."""
    posts = (Affiliation(affiliation, None, None, None, None),) if affiliation else ()
    span = name.span if isinstance(name, Text) else None
    return Person(id="", name=name, affiliations=posts, span=span)


def _link(kind: str, url: str) -> PersonLink:
    label = label_of(kind, url)
    return PersonLink(kind or label.casefold(), label, url)
