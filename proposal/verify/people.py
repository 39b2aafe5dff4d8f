"""Rules on people: biographies that have aged, and one person under two names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from proposal.diagnostics import Diagnostic, warning
from proposal.edition.edition import Person
from proposal.model.names import may_be_same, words
from proposal.model.person import Affiliation, posts_on
from proposal.verify.subject import Rule, Subject

OLD_YEARS = 2
"""Years after which a biography is likely to have become wrong."""


def missing_biography(subject: Subject) -> Iterator[Diagnostic]:
    """Calls ask for the organizers' biographies, and an empty one shows in every document."""
    for organizer in subject.edition.organizers:
        person = organizer.person
        if person.biography is None:
            message = f"{person.name} has no biography"
            yield warning("missing-biography", message, person.span, "add `bio: |` and a few lines")


def outdated_biography(subject: Subject) -> Iterator[Diagnostic]:
    """A biography of years ago names posts and prizes of years ago."""
    day = subject.edition.when.date.date
    for person in _described(subject):
        written = subject.folder.people[person.id]
        for index, each in enumerate(written.bios):
            if each.since is None or each.text != str(person.biography):
                continue
            years = (day - each.since).days / 365.25
            if years > OLD_YEARS:
                message = f"the biography of {person.name} is {years:.0f} years old"
                span = written.place("bios", index, "since")
                hint = "ask for a new one, and add it with its own `since`"
                yield warning("outdated-biography", message, span, hint)


def former_affiliation(subject: Subject) -> Iterator[Diagnostic]:
    """A biography that names a former employer, and not the present one, was left behind."""
    day = subject.edition.when.date.date
    for person in _described(subject):
        written = subject.folder.people[person.id]
        held = posts_on(day, written)
        former = [
            each
            for each in written.affiliations
            if each not in held and (each.since is None or each.since <= day)
        ]
        text = str(person.biography)
        named = [each for each in former if _names(text, each)]
        if named and not any(_names(text, each) for each in held):
            now = ", ".join(each.institution for each in held)
            message = f"the biography of {person.name} names {named[-1].institution}, but not {now}"
            span = person.biography.span if person.biography else person.span
            hint = "add a new one under `bios`, with the `since` of the new post"
            yield warning("former-affiliation", message, span, hint)


def long_biography(subject: Subject) -> Iterator[Diagnostic]:
    """A call's limit of words is one that its chairs check."""
    host = subject.folder.venues.get(subject.files.edition.venue)
    limit = host.call.biography_words if host else None
    if limit is None:
        return
    for person in _described(subject):
        count = len(str(person.biography).split())
        if count > limit:
            message = f"the biography of {person.name} has {count} words; the call allows {limit}"
            span = person.biography.span if person.biography else person.span
            yield warning("long-biography", message, span, f"cut {count - limit} words")


def person_twice(subject: Subject) -> Iterator[Diagnostic]:
    """One person in two files gets two biographies, of which one is forgotten."""
    people = subject.folder.people
    for (one, first), (other, second) in combinations(people.items(), 2):
        if may_be_same(first.name, second.name):
            message = f"{second.name} ({other}) may be {first.name} ({one})"
            hint = "keep one of the two files, and its id in the editions"
            yield warning("person-twice", message, second.place("name"), hint)


def _described(subject: Subject) -> list[Person]:
    """Everybody with a biography whom the edition shows, once."""
    shown = [each.person for each in subject.edition.organizers]
    shown += [each.person for each in subject.edition.speakers]
    return [each for each in {each.id: each for each in shown}.values() if each.biography]


def _names(text: str, post: Affiliation) -> bool:
    """Whether a text names an institution, in full or by its first words."""
    institution = words(post.institution)
    return " ".join(institution) in " ".join(words(re.sub(r"[^\w\s-]", " ", text)))


PEOPLE: tuple[Rule, ...] = (
    missing_biography,
    outdated_biography,
    former_affiliation,
    long_biography,
    person_twice,
)
