"""Resolves when a slot is: on which of the workshop's days, and from when to when."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from proposal.clocks import is_repeated, moment_at
from proposal.diagnostics import Diagnostic
from proposal.edition import wording
from proposal.edition.placed_errors import add_error
from proposal.edition.when import When, WorkshopDay
from proposal.model.records.program import SlotRecord
from proposal.words.number_words import cardinal_in_words


class SlotTimes(Struct, frozen=True):
    """The days on which slots may be."""

    when: When
    diagnostics: list[Diagnostic]
    """What is wrong with the days that slots name is added here."""
    are_days_known: bool = True
    """Whether the days are those that are written, and none stands in for a faulty one."""

    def day_of(self, slot: SlotRecord) -> WorkshopDay:
        """The day of a slot; the first one, beside an error, if it names none that there is."""
        days = self.when.days
        if slot.day is None:
            if self.when.has_several_days:
                self._report_error(slot, "missing-day", "this does not say on which day it is")
            return days[0]
        if isinstance(slot.day, int):
            if slot.day <= len(days):
                return days[slot.day - 1]
            message = f"there is no day {slot.day}, since the workshop takes {_counted(len(days))}"
        else:
            found = next((day for day in days if day.date.date == slot.day), None)
            if found is not None:
                return found
            message = f"{wording.day(slot.day)} is no day of the workshop ({self.when.date.plain})"
        self._report_error(slot, "unknown-day", message)
        return days[0]

    def _report_error(self, slot: SlotRecord, code: str, message: str) -> None:
        if not self.are_days_known:
            return
        names = [
            f"`day: {number}` for {wording.month_day(day.date.date)}"
            for number, day in enumerate(self.when.days, start=1)
        ]
        hint = f"write {' or '.join(names[:3])}{', and so on' if len(names) > 3 else ''}"
        if not self.when.has_several_days:
            hint = "delete `day`, or add the day to `when` in edition.yaml"
        plain = [text.replace(wording.NO_BREAK_SPACE, " ") for text in (message, hint)]
        add_error(self.diagnostics, code, plain[0], slot.place("day"), plain[1])


def moments(slot: SlotRecord, day: WorkshopDay) -> tuple[dt.datetime, dt.datetime]:
    """When a slot begins and ends; on a day that ends after midnight, early hours are later."""
    start, end = _moment(slot.start, day), _moment(slot.end, day)
    if slot.next_day and end < start:
        end = moment_at(end.date() + dt.timedelta(days=1), slot.end, end.tzinfo)
    return start, end


def _moment(clock: dt.time, day: WorkshopDay) -> dt.datetime:
    date, last = day.date.date, day.end.date()
    late = moment_at(last, clock, day.start.tzinfo)
    # An hour that comes twice may be before an end that clocks show as earlier.
    is_by_then = clock <= day.end.time() or (is_repeated(late) and is_repeated(day.end))
    is_after_midnight = last > date and is_by_then
    return late if is_after_midnight else moment_at(date, clock, day.start.tzinfo)


def _counted(days: int) -> str:
    return "a single day" if days == 1 else f"{cardinal_in_words(days)} days"
