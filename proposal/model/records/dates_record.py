"""The dates that authors must know, as an edition says them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict, Field, create_model, model_validator
from pydantic_core import PydanticKnownError

from proposal.model.date_names import is_other_date
from proposal.model.deadline_kinds import DEADLINE_KINDS, DEADLINE_NAMES
from proposal.model.fields import (
    AOE,
    DAY_FORM,
    Day,
    DeadlineZone,
    Identifier,
    Line,
)
from proposal.model.record import Record, in_short
from proposal.model.time_fields import Clock, ClockOnDay
from proposal.model.typed_times import typed_moment
from proposal.model.zone_hints import zone_of_offset
from proposal.zone_data import is_zone

_IN_SHORT = ConfigDict(
    json_schema_extra=in_short(
        pattern=DAY_FORM, description="The day, if that is all, or the day and its time."
    )
)


def _in_parts(value: Any) -> Any:
    """A day, a time and a zone as keys, if a text holds them all."""
    record = {"date": value} if isinstance(value, str) else value
    if not isinstance(record, dict) or not isinstance(record.get("date"), str):
        return record
    typed = typed_moment(record["date"])
    behind = {"time": typed.time, "zone": typed.zone}
    parts = {key: part for key, part in behind.items() if part is not None}
    zone = typed.zone or AOE
    is_known = zone.casefold() == AOE.casefold() or is_zone(zone_of_offset(zone) or zone)
    if not parts or not is_known or parts.keys() & record.keys():
        return record
    return {**record, "date": typed.day, **parts}


class FormerDayRecord(Record):
    """A day that held before, with its time if it had one."""

    model_config = _IN_SHORT

    date: Day = Field(examples=["2024-05-28"])
    """The day."""
    time: Clock | None = Field(None, examples=["23:59"])
    """The time of that day."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return _in_parts(value)


class DeadlineRecord(Record):
    """A date by which something is due, or from which on it can be done."""

    model_config = _IN_SHORT

    date: Day = Field(examples=["2024-06-10"])
    """The day that holds now; a time may stand behind it: `2024-06-10 23:59`."""
    time: ClockOnDay | None = Field(None, examples=["23:59"])
    """The time of the day, in the zone; without one, all of the day is left."""
    was: list[FormerDayRecord] = Field(default_factory=list, examples=[["2024-05-28"]])
    """The days that held before it was extended, the oldest first."""
    zone: DeadlineZone | None = Field(None, examples=["AoE"])
    """The zone in which the day ends, where it matters; the venue's, if none is named."""
    label: Line | None = Field(None, examples=["Poster upload"])
    """What is due, if the key does not say it."""
    opens: bool = Field(default=False, examples=[True])
    """Whether something begins on that day, such as submission, and nothing is due."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether the day is still to be confirmed."""
    track: Identifier | None = Field(None, examples=["short-papers"])
    """The id of the track under `submissions` that it is for, if it is not for all."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return _in_parts(value)


if TYPE_CHECKING:
    KindOfDate = str
else:
    KindOfDate = Literal[DEADLINE_NAMES]


class OtherDeadlineRecord(DeadlineRecord):
    """A date of another name, which says what it is called, or of which kind it is for a track."""

    kind: KindOfDate | None = Field(None, examples=["submission"])
    """The usual kind of date that it is, for a track or in a further round; beside a track, its
    label follows from it."""


_UNKNOWN = object()
"""Stands for the value of a key that is no date's name."""


def _refuse_unknown(value: Any) -> Any:
    if value is _UNKNOWN:
        raise PydanticKnownError("extra_forbidden")
    return value


def _without_kind(date: Any) -> Any:
    """A date of a usual name, which may say its kind as dates of other names do."""
    if isinstance(date, dict) and date.get("kind") in DEADLINE_NAMES:
        return {key: value for key, value in date.items() if key != "kind"}
    return date


def _labelled(schema: dict[str, Any]) -> None:
    """Have editors take a key of another name only if it says what it is."""
    others = schema["additionalProperties"]
    either = [{"required": ["label"]}, {"required": ["kind", "track"]}]
    schema["additionalProperties"] = {"allOf": [others, {"type": "object", "anyOf": either}]}


class _OtherDates(Record):
    """Dates of any other name, which say what they are called."""

    model_config = ConfigDict(extra="allow", json_schema_extra=_labelled)

    record_of_others: ClassVar[type[Record] | None] = OtherDeadlineRecord

    __pydantic_extra__: dict[str, Annotated[OtherDeadlineRecord, BeforeValidator(_refuse_unknown)]]

    @model_validator(mode="before")
    @classmethod
    def _names(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        usual = cls.model_fields
        return {
            name: _without_kind(date)
            if name in usual
            else (date if is_other_date(name, date, usual) else _UNKNOWN)
            for name, date in value.items()
        }


if TYPE_CHECKING:

    class DatesRecord(Record):
        """The dates that authors must know; the workshop's own day stands in `when`."""

        def __getattr__(self, name: str) -> DeadlineRecord | None: ...

else:
    DatesRecord = create_model(
        "DatesRecord",
        __base__=_OtherDates,
        __module__=__name__,
        __doc__=(
            "The dates that authors must know; the workshop's own day stands in `when`. A date of "
            "any other name says in `label` what it is called: "
            "`shared_task: {date: 2024-05-01, label: Shared task data released, opens: true}`."
        ),
        **{
            kind.name: (
                DeadlineRecord | None,
                Field(None, examples=[kind.example], description=kind.description),
            )
            for kind in DEADLINE_KINDS
        },
    )
