"""Collects who takes part in an edition, as its file names them."""

from __future__ import annotations

from proposal.model.records.edition_record import EditionRecord


def people_of_edition(edition: EditionRecord) -> set[str]:
    """The ids of organizers, speakers and members of committees."""
    named = {organizer.person for organizer in edition.organizers}
    named |= {person for speaker in edition.speakers for person in speaker.people}
    members = [member for committee in edition.committees for member in committee.members]
    return named | {member.person for member in (*edition.committee, *members) if member.person}
