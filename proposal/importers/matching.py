"""Recognizes people who are known already, however their names are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from proposal.importers.draft import DraftPerson
from proposal.model.free_names import free_name
from proposal.model.name_comparison import identifier, same_name, same_text, same_with_initials
from proposal.model.records.person import PersonRecord, posts_on


def find_person(wanted: DraftPerson, known: Mapping[str, PersonRecord]) -> str | None:
    """The id of the known person who is meant, if there is one.

    An ORCID or an email address decides; else the name does, with other accents, hyphens or
    order, or with initials in place of given names. Whoever has another ORCID is somebody else.
    """
    others = {name: person for name, person in known.items() if not _differs(person, wanted)}
    surest_first = (
        lambda person: wanted.orcid is not None and person.links.orcid == wanted.orcid,
        lambda person: wanted.email is not None and wanted.email.lower() in _emails(person),
        lambda person: same_name(person.name, wanted.name),
    )
    for is_meant in surest_first:
        found = [name for name, person in others.items() if is_meant(person)]
        if found:
            return found[0] if len(found) == 1 else _one_of_namesakes(wanted, found, known)
    # Somebody with a middle name and another address is more likely somebody else.
    found = [
        name
        for name, person in others.items()
        if same_with_initials(person.name, wanted.name) and not has_other_address(person, wanted)
    ]
    return found[0] if len(found) == 1 else None


def find_surely(wanted: DraftPerson, known: Mapping[str, PersonRecord]) -> str | None:
    """The id of the only known person with an ORCID or an email address of the wanted one."""
    email = wanted.email.lower() if wanted.email else None
    found = [
        name
        for name, person in known.items()
        if not _differs(person, wanted)
        and (
            (wanted.orcid is not None and person.links.orcid == wanted.orcid)
            or email in _emails(person)
        )
    ]
    return found[0] if len(found) == 1 else None


def has_other_address(person: PersonRecord, wanted: DraftPerson) -> bool:
    """Whether both have an email address, and not the same one."""
    known = _emails(person)
    return bool(known) and wanted.email is not None and wanted.email.lower() not in known


def works_elsewhere(person: PersonRecord, wanted: DraftPerson, day: dt.date) -> bool:
    """Whether both say where they work on a day, and not at one institution."""
    known = [post.institution for post in posts_on(day, person)]
    theirs = [str(post["institution"]) for post in wanted.affiliations]
    shared = any(same_text(institution, other) for institution in known for other in theirs)
    return bool(known) and bool(theirs) and not shared


def _one_of_namesakes(
    wanted: DraftPerson, found: list[str], known: Mapping[str, PersonRecord]
) -> str | None:
    """Who of several people with one name works where the wanted one does."""
    institutions = [str(post["institution"]) for post in wanted.affiliations]
    if not institutions:
        return found[0]
    for name in found:
        posts = known[name].affiliations
        if any(
            same_text(post.institution, institution)
            for post in posts
            for institution in institutions
        ):
            return name
    return None


def new_id(name: str, taken: Mapping[str, object]) -> str:
    """An id for a person who is not known yet, made of the name."""
    return free_name(identifier(name, "person"), taken)


def _emails(person: PersonRecord) -> set[str]:
    found = {person.email, *(post.email for post in person.affiliations)}
    return {email.lower() for email in found if email}


def _differs(person: PersonRecord, wanted: DraftPerson) -> bool:
    known = person.links.orcid
    return known is not None and wanted.orcid is not None and known != wanted.orcid
