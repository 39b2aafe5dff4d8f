"""Rules on people: biographies that have aged, and one person under two names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from proposal.check.rules.context import Rule, Subject
from proposal.diagnostics import Diagnostic, Span, warning
from proposal.edition.participants import Person
from proposal.model.name_comparison import may_be_same, plain_words, same_name, surname
from proposal.model.records.person import (
    AffiliationRecord,
    PersonRecord,
    dated_biography_on,
    posts_on,
)
from proposal.reading.institutions import is_no_institution

OLD_YEARS = 2
"""Years after which a biography is likely to have become wrong."""

_DAYS_A_YEAR = 365.25

_COMMON_WORDS = set(
    plain_words(
        "a AG AI and at center centre college company corporation de department for GmbH group Inc "
        "institute international lab laboratories laboratory labs limited LLC Ltd national of "
        "research school state technology the university"
    )
)
"""Words that tell no institution from another."""


def missing_biography(subject: Subject) -> Iterator[Diagnostic]:
    """Calls ask for the organizers' biographies, and an empty one shows in every document."""
    for organizer in subject.edition.organizers:
        person = organizer.person
        if person.biography is None:
            message = f"{person.name} has no biography"
            hint = "add `bio: |` and two to four sentences below it"
            yield warning("missing-biography", message, person.span, hint)


def outdated_biography(subject: Subject) -> Iterator[Diagnostic]:
    """A biography of years ago names posts and prizes of years ago."""
    day = subject.edition.when.date.date
    for person in _described(subject):
        written = subject.folder.people[person.id]
        shown = dated_biography_on(day, written)
        if shown is None or shown.since is None:
            continue
        if (day - shown.since).days > OLD_YEARS * _DAYS_A_YEAR:
            message = (
                f"the biography of {person.name} dates from {shown.since:%B %Y}, more than "
                f"{OLD_YEARS} years before the workshop"
            )
            hint = "ask for a new one, and add it under `bios` with its own `since`"
            yield warning("outdated-biography", message, shown.place("since"), hint)


def former_affiliation(subject: Subject) -> Iterator[Diagnostic]:
    """A biography that names a former employer, and not the present one, was left behind."""
    day = subject.edition.when.date.date
    for person in _described(subject):
        written = subject.folder.people[person.id]
        held = posts_on(day, written)
        if all(is_no_institution(post.institution) for post in held):
            continue  # whom a biography of past posts describes as they are
        named = _former_named(str(person.biography), written, held, day)
        if named is not None:
            now = " and ".join(post_then.institution for post_then in held)
            message = f"the biography of {person.name} names {named.institution}, but not {now}"
            hint = "add a new one under `bios`, with the `since` of the new post"
            span = _place_in(person, named.institution)
            yield warning("former-affiliation", message, span, hint)


def long_biography(subject: Subject) -> Iterator[Diagnostic]:
    """A call's limit of words is one that its chairs check."""
    for asked in subject.asked.values():
        limit = asked.words("biographies")
        for organizer in subject.edition.organizers if limit else ():
            person = organizer.person
            count = len((person.biography or "").split())
            if limit and count > limit:
                what = f"the biography of {person.name} has {count} words"
                message = f"{what}; {asked.source} allows {limit}"
                hint = f"leave out {count - limit} of them"
                yield warning("long-biography", message, _place_in(person), hint)


def person_twice(subject: Subject) -> Iterator[Diagnostic]:
    """One person in two files gets two biographies, of which one is forgotten."""
    people = subject.folder.people if subject.is_first else {}
    for one, other in _pairs(people):
        first, second = people[one], people[other]
        reason = _sameness(first, second)
        if reason is not None:
            message = f"{second.name} ({other}) may be {first.name} ({one}): {reason}"
            hint = "keep one of the two files, and its id in the editions"
            yield warning("person-twice", message, second.place("name"), hint)


def _described(subject: Subject) -> list[Person]:
    """Everybody with a biography whom the edition shows, once."""
    shown = [organizer.person for organizer in subject.edition.organizers]
    shown += [person for talk in subject.edition.speakers for person in talk.people]
    return [
        person for person in {person.id: person for person in shown}.values() if person.biography
    ]


def _place_in(person: Person, wanted: str = "") -> Span | None:
    """The line of a biography that names something, or else its first one."""
    biography = person.biography
    if biography is None or not biography.pieces:
        return person.span
    offset = biography.casefold().find(wanted.casefold())
    return biography.place(offset, len(wanted)) if wanted and offset >= 0 else biography.span


def _former_named(
    text: str, person: PersonRecord, held: list[AffiliationRecord], day: dt.date
) -> AffiliationRecord | None:
    """The last former post that a text names, if it names none of those held."""
    said = plain_words(text)
    for post in reversed(person.affiliations):
        is_former = post not in held and (post.since or dt.date.min) <= day
        if is_former and _holds(said, plain_words(post.institution)):
            return None if any(_is_named(former, post, text) for former in held) else post
    return None


def _is_named(post: AffiliationRecord, former: AffiliationRecord, text: str) -> bool:
    """Whether a text names a post, be it by one telling word: Snap, for Snap Research; UCSD."""
    institution, said = plain_words(post.institution), plain_words(text)
    telling = set(institution) - _COMMON_WORDS
    telling = telling - set(plain_words(former.institution)) or telling
    initials = "".join(word[0] for word in post.institution.split() if word[0].isupper())
    is_abbreviated = len(initials) > 2 and initials in re.findall(r"\w+", text)
    return is_abbreviated or _holds(said, institution) or bool(telling & set(said))


def _holds(said: list[str], wanted: list[str]) -> bool:
    """Whether words stand side by side in a text."""
    return f" {' '.join(wanted)} " in f" {' '.join(said)} "


def _pairs(people: Mapping[str, PersonRecord]) -> list[tuple[str, str]]:
    """The pairs of ids that share a word of their names, or an address.

    No others can be the same, so that two thousand people are not two million comparisons.
    """
    alike: dict[str, list[str]] = {}
    for name, person in people.items():
        keys = {surname(person.name), *plain_words(person.name), *_addresses(person)}
        for key in keys:
            alike.setdefault(key, []).append(name)
    pairs = {pair for names in alike.values() for pair in combinations(names, 2)}
    return sorted(pairs)


def _addresses(person: PersonRecord) -> set[str]:
    """What belongs to one person alone: ORCID and email addresses."""
    found = {person.links.orcid, person.email, *(post.email for post in person.affiliations)}
    return {address.casefold() for address in found if address}


def _sameness(one: PersonRecord, other: PersonRecord) -> str | None:
    """Why two files may be those of one person."""
    if one.links.orcid and other.links.orcid and one.links.orcid != other.links.orcid:
        return None
    if shared := sorted(_addresses(one) & _addresses(other)):
        return f"both have {shared[0]}"
    if same_name(one.name, other.name):
        return "the names differ in spelling only"
    return "one name may be short for the other" if may_be_same(one.name, other.name) else None


PEOPLE: tuple[Rule, ...] = (
    missing_biography,
    outdated_biography,
    former_affiliation,
    long_biography,
    person_twice,
)
