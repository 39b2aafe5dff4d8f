"""Everybody who stands in a committee of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.edition.edition import Edition
from proposal.edition.participants import Person


def committee_members(edition: Edition) -> Iterator[Person]:
    """The members of the program committee and of all others, some of them twice."""
    yield from edition.committee
    for committee in edition.committees:
        yield from committee.members
