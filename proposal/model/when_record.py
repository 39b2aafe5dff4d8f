"""The days and hours of an edition, as its file says them."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from proposal.model.fields import (
    Clock,
    Day,
    refuse,
)
from proposal.model.record import Record


class WhenRecord(Record):
    """The day of the workshop and its hours."""

    date: Day = Field(examples=["2024-08-25"])
    """The day, in the venue's calendar."""
    start: Clock = Field(examples=["14:00"])
    """When the workshop begins, in the venue's local time."""
    end: Clock = Field(examples=["18:00"])
    """When it ends."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether day and hours are still to be confirmed."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end <= self.start:
            refuse("times-out-of-order", "the workshop ends before it starts", "write 24 hours")
        return self
