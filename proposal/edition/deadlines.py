"""The dates that authors must know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Self

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.clocks import clock_and_offset, clock_name, is_repeated
from proposal.edition import wording
from proposal.edition.marked_values import Day
from proposal.model.deadline_kinds import DEADLINE_NAMES, WORKSHOP
from proposal.words.language import ENGLISH, Language


class Deadline(Struct, frozen=True):
    """A day by which something is due; it prints as the day that holds now."""

    label: str
    day: Day
    was: tuple[Day, ...]
    zone: str | None
    """The zone in which the day ends, if it is not the venue's: "AoE", an IANA zone, or "UTC+8"."""
    ends: dt.datetime
    """The moment at which it is over, in that zone, or else in the venue's: the time of the day, or
    the first moment after the day; of what opens, that at which it does."""
    opens: bool = False
    """Whether something begins then, and nothing is due."""
    kind: str | None = None
    """The usual kind that it is of, if it is of one."""
    track: str | None = None
    """The id of the track that it is for, if it is not for all."""
    is_open = False

    def __str__(self) -> str:
        language = self.day.language
        mark = wording.to_be_confirmed(language) if self.day.is_tentative else None
        is_timed = self.day.time is not None
        notes = ", ".join(filter(None, (None if is_timed else self.zone, mark)))
        words = f"{self.day.plain} {self.zone_note}" if is_timed else self.day.plain
        return f"{words} ({notes})" if notes else words

    @property
    def zone_note(self) -> str:
        """The zone as it stands behind the day, "(AoE)", or behind its time; empty if none does.

        A time by the venue's clock has that behind it, as hours have: "(MST, UTC−7)".
        """
        if self.zone is None:
            clock = clock_and_offset(self.ends) if self.day.time else ""
            letters, comma, offset = clock.partition(", ")
            # An hour that comes twice has its clock's letters without brackets: 01:30 EST (UTC−5).
            is_twice = bool(comma) and is_repeated(self.ends)
            return f"{letters} ({offset})" if is_twice else f"({clock})" if comma else clock
        if self.day.time is None:
            return f"({self.zone})"
        # An hour that comes twice has the letters of its clock, too: 01:30 EST, America/New_York.
        return f"{clock_name(self.ends)}, {self.zone}" if is_repeated(self.ends) else self.zone

    @property
    def is_extended(self) -> bool:
        """Whether each of its days is later than the one before."""
        order = [(day.date, day.time or dt.time.max) for day in (*self.was, self.day)]
        return order == sorted(order)

    @property
    def moved(self) -> str:
        """What stands before the days before it: "extended from", "moved from"."""
        return self.formerly([""]).strip()

    @property
    def former(self) -> str:
        """The days before it, in words: "extended from May 1, 2027, then May 8, 2027"."""
        return self.formerly(list(map(str, self.was))) if self.was else ""

    def formerly(self, days: Sequence[str]) -> str:
        """What became of the days before it, which are given as they are shown."""
        gettext = self.day.language.gettext
        # Words: between the days that a deadline had, one after the other.
        listed = gettext(", then ").join(days)
        if self.is_extended:
            return gettext("extended from %(days)s", days=listed)
        return gettext("moved from %(days)s", days=listed)

    @property
    def moment(self) -> dt.datetime | dt.date:
        """When it is, for machines: a moment if there is a time, or else the day."""
        return self.day.date if self.day.time is None else self.ends


class Dates(Struct, frozen=True):
    """The dates that authors must know, each an attribute by its name."""

    named: Mapping[str, Deadline] = field(default_factory=dict)
    """Those that are known, by name, with the workshop's own day as the last."""
    open_submissions: tuple[str, ...] = ()
    """The labels of those until which papers are due, or those of a round or track, and whose days
    are not public yet."""
    to_be_announced: Mapping[str, str] = field(default_factory=dict)
    """The labels of those that have a day which is not for the public yet, by name."""
    workshop_mark: str = ""
    """What stands before the workshop's own day, if that does not hold: "Cancelled"."""
    language: Language = ENGLISH

    def __getattr__(self, name: str) -> Deadline | None:
        """The deadline of a name; nothing if it is of a kind, or announced, and not known.

        Raises:
            AttributeError: there is no such kind, and no other date of that name.
        """
        names = (*DEADLINES, *self.named, *self.to_be_announced)
        if name.startswith("_") or name not in names:
            raise AttributeError(name)
        return self.named.get(name)

    @property
    def of_authors(self) -> Mapping[str, Deadline]:
        """All but the workshop's own day, by name."""
        return {name: found for name, found in self.named.items() if name != WORKSHOP}

    @property
    def submissions(self) -> tuple[Deadline, ...]:
        """The days by which papers are due, the first one first: of all rounds and tracks."""
        found = (item for item in self.named.values() if item.kind == "submission")
        return tuple(sorted((item for item in found if not item.opens), key=_ends))

    def submissions_of(self, track: str | None) -> tuple[Deadline, ...]:
        """Those of a track, or else those that are for all."""
        of_all = tuple(item for item in self.submissions if item.track is None)
        return tuple(item for item in self.submissions if item.track == track) or of_all

    @property
    def submission_line(self) -> str:
        """Until when papers are due, in one line that is true for every round and track.

        Empty if nothing is known of it.
        """
        known, gettext = self._known_submission_line, self.language.gettext
        if not self.open_submissions:
            return known
        if not known:
            return wording.to_be_announced(self.language)
        # Words: days until which papers are due, and what is due on days that are not known yet.
        return gettext(
            "%(days)s; to be announced: %(others)s",
            days=known,
            others=", ".join(self.open_submissions),
        )

    @property
    def _known_submission_line(self) -> str:
        due, gettext = self.submissions, self.language.gettext
        days = list(dict.fromkeys(f"{item.day.weekday}, {item}" for item in due))
        if not due:
            return ""
        if len(days) > 1:
            # Words: days until which papers are due in several rounds or tracks.
            return gettext("%(first)s, and others until %(last)s", first=days[0], last=days[-1])
        if {item.track for item in due} == {due[0].track} != {None}:
            return gettext("%(first)s, for one track", first=days[0])
        return days[0]

    @property
    def others(self) -> Mapping[str, Deadline]:
        """Those that are of none of the usual kinds, by name."""
        return {name: found for name, found in self.named.items() if name not in DEADLINES}

    @property
    def listed(self) -> tuple[Deadline, ...]:
        """All of them in the order of the calendar; the workshop with what became of its day."""
        return tuple(sorted(self._marked.values(), key=lambda deadline: deadline.day.date))

    @property
    def without_zone(self) -> tuple[Deadline, ...]:
        """What is due by the clocks of the place; the workshop itself has hours of its own."""
        named = self.named.items()
        return tuple(
            one for name, one in named if name != WORKSHOP and not (one.zone or one.day.time)
        )

    @property
    def _marked(self) -> Mapping[str, Deadline]:
        if not self.workshop_mark or WORKSHOP not in self.named:
            return self.named
        workshop = self.named[WORKSHOP]
        label = f"{self.workshop_mark}: {workshop.label}"
        return {**self.named, WORKSHOP: replace(workshop, label=label)}

    @property
    def lines(self) -> tuple[Deadline | OpenDeadline, ...]:
        """The lines of a list: the days in their order, and before the workshop what is open."""
        is_workshop = [deadline == self._marked.get(WORKSHOP) for deadline in self.listed]
        place = is_workshop.index(True) if any(is_workshop) else len(is_workshop)
        labels = self.to_be_announced.values()
        open_ones = tuple(OpenDeadline(label, self.language) for label in labels)
        return (*self.listed[:place], *open_ones, *self.listed[place:])


def _ends(deadline: Deadline) -> dt.datetime:
    return deadline.ends


class OpenDeadline(str):
    """A line in a list of deadlines that says "to be announced" in place of a day."""

    __slots__ = ("label",)

    label: str
    was: tuple[Day, ...] = ()
    former = ""
    zone: str | None = None
    zone_note = ""
    is_open = True

    def __new__(cls, label: str, language: Language = ENGLISH) -> Self:
        """The line of something that is due on a day which is not announced yet."""
        self = super().__new__(cls, wording.to_be_announced(language))
        self.label = label
        return self


DEADLINES = (*DEADLINE_NAMES, WORKSHOP)
"""The names of the dates that authors must know."""
