"""The dates that authors must know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from proposal.edition import wording
from proposal.edition.marked_values import Day
from proposal.model.deadline_kinds import DEADLINE_NAMES, WORKSHOP


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something is due; it prints as the day that holds now."""

    label: str
    day: Day
    was: tuple[Day, ...]
    zone: str | None
    """The zone in which the day ends, where the data say it: "AoE", or an IANA zone."""
    ends: dt.datetime
    """The first moment after the day, in that zone, or else in the venue's."""
    is_open = False

    def __str__(self) -> str:
        mark = wording.TO_BE_CONFIRMED if self.day.is_tentative else None
        notes = ", ".join(filter(None, (self.zone, mark)))
        words = self.day.plain
        return f"{words} ({notes})" if notes else words


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates that authors must know, each an attribute by the name of its kind."""

    named: Mapping[str, Deadline] = field(default_factory=dict)
    """Those that are known, by name, with the workshop's own day as the last."""
    submission_is_open: bool = False
    """Whether papers are due on a day that is not for the public yet."""
    to_be_announced: tuple[str, ...] = ()
    """The labels of those that have a day which is not for the public yet, in their order."""

    def __getattr__(self, name: str) -> Deadline | None:
        """The deadline of a kind; nothing if it is not known.

        Raises:
            AttributeError: there is no such kind.
        """
        if name not in DEADLINES:
            raise AttributeError(name)
        return self.named.get(name)

    @property
    def listed(self) -> tuple[Deadline, ...]:
        """All of them in the order of the calendar."""
        return tuple(sorted(self.named.values(), key=lambda deadline: deadline.day.date))

    @property
    def lines(self) -> tuple[Deadline | OpenDeadline, ...]:
        """The lines of a list: the days in their order, and before the workshop what is open."""
        is_workshop = [deadline == self.named.get(WORKSHOP) for deadline in self.listed]
        place = is_workshop.index(True) if any(is_workshop) else len(is_workshop)
        open_ones = tuple(map(OpenDeadline, self.to_be_announced))
        return (*self.listed[:place], *open_ones, *self.listed[place:])


class OpenDeadline(str):
    """A line in a list of deadlines that says "to be announced" in place of a day."""

    __slots__ = ("label",)

    label: str
    was: tuple[Day, ...] = ()
    zone: str | None = None
    is_open = True

    def __new__(cls, label: str) -> Self:
        """The line of something that is due on a day which is not announced yet."""
        self = super().__new__(cls, wording.TO_BE_ANNOUNCED)
        self.label = label
        return self


DEADLINES = (*DEADLINE_NAMES, WORKSHOP)
"""The names of the dates that authors must know."""
