"""The dates that authors must know, as an edition says them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ConfigDict, Field, create_model, model_validator

from proposal.model.deadline_kinds import DEADLINE_KINDS
from proposal.model.fields import (
    DAY_FORM,
    Day,
    DeadlineZone,
    Line,
)
from proposal.model.record import Record, in_short


class DeadlineRecord(Record):
    """A date by which something is due."""

    model_config = ConfigDict(
        json_schema_extra=in_short(pattern=DAY_FORM, description="The day, if that is all.")
    )

    date: Day = Field(examples=["2024-06-10"])
    """The day that holds now."""
    was: list[Day] = Field(default_factory=list, examples=[["2024-05-28"]])
    """The days that held before it was extended, the oldest first."""
    zone: DeadlineZone | None = Field(None, examples=["AoE"])
    """The zone in which the day ends, where it matters."""
    label: Line | None = Field(None, examples=["Poster upload"])
    """What is due, if the key does not say it."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether the day is still to be confirmed."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"date": value} if isinstance(value, str) else value


if TYPE_CHECKING:

    class DatesRecord(Record):
        """The dates that authors must know; the workshop's own day stands in `when`."""

        def __getattr__(self, name: str) -> DeadlineRecord | None: ...

else:
    DatesRecord = create_model(
        "DatesRecord",
        __base__=Record,
        __module__=__name__,
        __doc__="The dates that authors must know; the workshop's own day stands in `when`.",
        **{
            kind.name: (
                DeadlineRecord | None,
                Field(None, examples=[kind.example], description=kind.description),
            )
            for kind in DEADLINE_KINDS
        },
    )
