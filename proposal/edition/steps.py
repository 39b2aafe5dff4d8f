"""What there is to do for visitors of an edition's page, from its call to its papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from proposal.edition.deadlines import Deadline
from proposal.edition.edition import Edition
from proposal.model.deadline_kinds import REGISTRATION_KINDS, WORKSHOP

StepName = Literal["submit", "notification", "register", "workshop", "afterwards"]

_NEAR = dt.timedelta(days=7)
"""So long before the workshop its schedule matters more than registration."""


class VisitorStep(Struct, frozen=True):
    """Something to do until a moment, after which the next step is what there is to do."""

    name: StepName
    deadlines: tuple[Deadline, ...] = ()
    """The days that it is about, in the order of the calendar."""
    ends: dt.datetime | None = None
    """The moment at which it is over; nothing if it is not known, or if it never is."""
    is_open: bool = False
    """Whether its day is still to be announced."""
    closes: dt.datetime | None = None
    """The moment from which its link leads to nothing any more, if one is known."""


def steps_of(edition: Edition) -> tuple[VisitorStep, ...]:
    """The steps in the order of the calendar; none of an edition that is called off.

    Args:
        edition: as the public sees it.
    """
    if edition.is_called_off:
        return ()
    found = [*_submit(edition), *_notification(edition), *_register(edition)]
    found += [_workshop(edition), *_afterwards(edition)]
    steps: list[VisitorStep] = []
    for step in reversed(found):
        # What ends at an unknown moment is over when the next one is, at the latest.
        following = steps[0].ends if steps else None
        steps.insert(0, step if step.ends else replace(step, ends=following))
    return tuple(steps)


def _submit(edition: Edition) -> Iterable[VisitorStep]:
    due = _of_kinds(edition, "abstract", "submission")
    is_open = bool(edition.dates.open_submissions)
    if due or is_open or edition.submissions.addresses:
        is_known = any(deadline.kind == "submission" for deadline in due)
        ends = _last(due) if is_known and not is_open else None
        yield VisitorStep("submit", due, ends, is_open=is_open, closes=ends)


def _notification(edition: Edition) -> Iterable[VisitorStep]:
    due = _of_kinds(edition, "notification")
    if due:
        yield VisitorStep("notification", due, _last(due))


def _register(edition: Edition) -> Iterable[VisitorStep]:
    due = _of_kinds(edition, *REGISTRATION_KINDS)
    if not due and edition.links.registration is None and not edition.fees:
        return
    closing = [deadline for deadline in due if not deadline.opens]
    latest = [deadline for deadline in closing if deadline.kind == "registration"]
    is_certain = not edition.when.date.is_tentative
    near = edition.when.start - _NEAR if is_certain else None
    over = edition.when.end if is_certain else None
    yield VisitorStep("register", due, _last(latest) or near, closes=over)


def _workshop(edition: Edition) -> VisitorStep:
    day = edition.dates.named.get(WORKSHOP)
    ends = None if edition.when.date.is_tentative else edition.when.end
    return VisitorStep("workshop", (day,) if day else (), ends)


def _afterwards(edition: Edition) -> Iterable[VisitorStep]:
    links = (edition.links.proceedings, edition.links.recordings)
    if edition.papers or edition.photos or any(links):
        yield VisitorStep("afterwards")


def _of_kinds(edition: Edition, *kinds: str) -> tuple[Deadline, ...]:
    return tuple(deadline for deadline in edition.dates.listed if deadline.kind in kinds)


def _last(due: Iterable[Deadline]) -> dt.datetime | None:
    return max((deadline.ends for deadline in due), default=None)
