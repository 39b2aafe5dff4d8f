"""The days and hours of an edition, as its file says them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from proposal.model.day_hints import means_several_days
from proposal.model.fields import Day, Line, Zone, refuse, refuse_wrong_place
from proposal.model.record import Record
from proposal.model.records.attendance_record import AttendanceWord, JoinRecords
from proposal.model.time_fields import ClockOnDay, refuse_wrong_order
from proposal.model.value_hints import WITHOUT_HYPHENS

SEVERAL_DAYS = (
    "write a list, each day with its hours: "
    "`when: [{date: 2026-02-26, start: 09:00, end: 17:00}, {date: 2026-02-27, start: …}]`"
)
"""What to type for a workshop of several days."""


def _single_day(value: Any) -> Any:
    if isinstance(value, list):
        refuse("not-a-date", "one day is expected here, not a list", SEVERAL_DAYS)
    if isinstance(value, str) and means_several_days(value):
        refuse("not-a-date", f"`{value}` are several days, and one is expected here", SEVERAL_DAYS)
    return value


SingleDay = Annotated[Day, BeforeValidator(_single_day)]
"""A day, where people write several."""


class WhenRecord(Record):
    """A day of the workshop and its hours."""

    date: SingleDay = Field(examples=["2024-08-25"])
    """The day, in the venue's calendar."""
    start: ClockOnDay = Field(examples=["14:00"])
    """When the workshop begins, in the venue's local time."""
    end: ClockOnDay = Field(examples=["18:00"])
    """When it ends."""
    next_day: bool = Field(default=False, examples=[True])
    """Whether it ends after midnight, so that `end` is an hour of the next day."""
    room: Line | None = Field(None, examples=["Room 115"])
    """The room of this day, if it is not the edition's."""
    elsewhere: Line | None = Field(None, examples=["Town Hall, Example Street 5, Example Town"])
    """Where this day is, if it is not in the venue's building: all of it, in place of a `room`."""
    attendance: AttendanceWord | None = Field(None, examples=["online"])
    """How people take part on this day, if it is not as on the others."""
    zone: Zone | None = Field(None, examples=["Europe/Berlin"])
    """The time zone of this day's hours, if it is not the venue's; its hours then name it."""
    join: JoinRecords = Field(default_factory=list, examples=["https://example.org/meeting"])
    """Where people join online on this day, if it is not where they do on all."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether day and hours are still to be confirmed."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        refuse_wrong_place(self.room, self.elsewhere, is_online=self.attendance == "online")
        refuse_wrong_order("the workshop", self.start, self.end, next_day=self.next_day)
        return self


def _as_list(value: Any) -> Any:
    if isinstance(value, list) and value and all(map(_is_single_key, value)):
        refuse("not-a-record", "a record is expected here, not a list", WITHOUT_HYPHENS)
    for index, item in enumerate(value if isinstance(value, list) else [value]):
        if isinstance(item, str):
            message = "a day with its hours is expected here, not a text"
            key = index if isinstance(value, list) else ""
            refuse("not-a-record", message, _with_hours(item), key=key)
    return value if isinstance(value, list) or value is None else [value]


def _with_hours(text: str) -> str:
    """How the day that a text gives is written with its hours: `2027-02-25`, `TBA`."""
    day = re.search(r"\d{4}-\d\d-\d\d", text)
    written = f"write {{date: {day[0] if day else '2027-02-26'}, start: 9:00, end: 17:00}}"
    return written if day else f"{written}; a day that is likely has `tentative: true` beside it"


def _is_single_key(item: Any) -> bool:
    return isinstance(item, dict) and len(item) == 1


def _in_order(days: list[WhenRecord]) -> list[WhenRecord]:
    for before, after in pairwise(days):
        if after.date <= before.date:
            message = f"the day {after.date} stands after {before.date}"
            hint = "write the days in their order"
            if after.date == before.date:
                message = f"the day {after.date} stands here twice"
                hint = (
                    "write all of a day in one item; what is at several places at the same time "
                    "are slots of program.yaml, each with its `elsewhere`"
                )
            refuse("dates-out-of-order", message, hint)
    return days


WhenRecords = Annotated[
    list[WhenRecord],
    BeforeValidator(_as_list, json_schema_input_type=WhenRecord | list[WhenRecord]),
    AfterValidator(_in_order),
]
"""The days of an edition in their order: a record, or a list of records."""
