"""Rules on editions that do not take place as they were announced."""

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


STATUS: tuple[Rule, ...] = (came_to_cancelled, proposal_of_cancelled)
