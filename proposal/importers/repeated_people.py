"""Puts together what several rows of a table tell of one person; the fuller value is kept."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.importers.draft import DraftPerson
from proposal.importers.written_posts import joined_posts
from proposal.model.family_names import family_in
from proposal.model.name_comparison import is_fuller, may_be_same, same_name, words


def is_same_person(one: DraftPerson, other: DraftPerson) -> bool:
    """Whether two rows are of one person.

    Two people may share the address of a secretary or of the chairs; two people of one name have
    two addresses, while one who writes twice has one.
    """
    if one.orcid and other.orcid:
        return one.orcid == other.orcid
    if shares_address(one, other):
        return bool(set(words(one.name)) & set(words(other.name))) or may_be_same(
            one.name, other.name
        )
    has_two_addresses = one.email is not None and other.email is not None
    return same_name(one.name, other.name) and not has_two_addresses


def shares_address(one: DraftPerson, other: DraftPerson) -> bool:
    """Whether two rows have the same email address."""
    return bool(one.email and other.email) and str(one.email).lower() == str(other.email).lower()


def complete_person(known: DraftPerson, later: DraftPerson) -> Iterator[str]:
    """Bring what a later row tells of a person into what an earlier one told.

    Yields:
        what of the later row is not used, since the earlier one is fuller, as `the biography`.
    """
    if _keeps_name(known, later):
        known.family_name = known.family_name or _family_in(known.name, later.family_name)
    else:
        before, known.name = known.family_name, later.name
        known.family_name = later.family_name or _family_in(known.name, before)
    known.honorific = max(known.honorific or "", later.honorific or "") or None  # Prof., not Dr.
    known.name_native = later.name_native or known.name_native
    known.pronouns = later.pronouns or known.pronouns
    known.email = later.email or known.email
    known.orcid = later.orcid or known.orcid
    known.homepage = _fuller_address(known.homepage, later.homepage)
    for kind, address in later.links.items():
        known.links[kind] = _fuller_address(known.links.get(kind), address) or address
    known.affiliations = joined_posts(known.affiliations, later.affiliations)
    if later.photo:
        known.photo, known.photo_suffix = later.photo, later.photo_suffix
    if known.biography and later.biography and _says_less(later.biography, known.biography):
        if later.biography.strip() not in known.biography:
            yield "the biography"
    else:
        known.biography = later.biography or known.biography


def _family_in(name: str, family: str | None) -> str | None:
    return family_in(name, family) if family else None


def _keeps_name(known: DraftPerson, later: DraftPerson) -> bool:
    """Whether an earlier spelling is the fuller one of the same name, and not another name."""
    is_spelling = may_be_same(known.name, later.name) or set(words(later.name)) < set(
        words(known.name)
    )
    return is_spelling and is_fuller(known.name, later.name)


def _fuller_address(known: str | None, later: str | None) -> str | None:
    """The later address, unless it is the beginning of the known one: the host alone."""
    if known and later and known.rstrip("/").startswith(later.rstrip("/")):
        return known
    return later or known


def _says_less(later: str, known: str) -> bool:
    return len(later.split()) < len(known.split())
