"""Rules on editions that are not held as they were announced, or beside no conference."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic


def came_to_cancelled(subject: Subject) -> Iterator[Diagnostic]:
    """The table of editions in the next proposal would count those who came to nothing."""
    written = subject.files.edition
    if subject.edition.is_called_off and written.outcome.attendees:
        message = f"{written.outcome.attendees} people came to an edition that is {written.status}"
        span = written.place("outcome", "attendees")
        yield diagnostic("came-to-cancelled", message, span, "delete `attendees`, or `status`")


def proposal_of_cancelled(subject: Subject) -> Iterator[Diagnostic]:
    """Whoever sends a proposal asks for an edition that will take place."""
    written = subject.files.edition
    if subject.is_current and subject.edition.is_cancelled and "proposal" in written.documents:
        message = f"{subject.edition.distinct_name} is cancelled, and its proposal is made"
        hint = "start the next edition: `proposal new`"
        span = written.place_of_key("documents", "proposal")
        yield diagnostic("proposal-of-cancelled", message, span, hint)


def proposal_without_conference(subject: Subject) -> Iterator[Diagnostic]:
    """A proposal asks the chairs of a conference for a room, and answers what their call asks."""
    written, venue = subject.files.edition, subject.edition.venue
    if subject.is_current and not venue.is_conference and "proposal" in written.documents:
        place = f"data/venues/{written.venue}.yaml"
        message = f"a proposal is made for a conference's chairs, and {place} describes none"
        hint = (
            "delete `proposal` under `documents`; of a conference, write `series`, `name`, "
            "`acronym`, `start` and `end` into that file"
        )
        span = written.place_of_key("documents", "proposal")
        yield diagnostic("proposal-without-conference", message, span, hint)


STATUS: tuple[Rule, ...] = (came_to_cancelled, proposal_of_cancelled, proposal_without_conference)
