"""Everybody whom an edition shows."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.edition.committee_members import committee_members
from proposal.edition.edition import Edition
from proposal.edition.participants import Person


def shown_people(edition: Edition) -> Iterator[Person]:
    """Organizers, speakers, authors and committees, in this order, some of them several times."""
    yield from (organizer.person for organizer in edition.organizers)
    yield from (person for talk in edition.speakers for person in talk.people)
    yield from (author for paper in edition.papers for author in paper.authors)
    yield from committee_members(edition)
