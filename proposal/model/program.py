"""The schedule of the day."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from proposal.model.fields import Clock, Identifier, Line, refuse
from proposal.model.record import Record
from proposal.model.session_kinds import SessionKind
from proposal.model.slot_day import SlotDay


class SlotRecord(Record):
    """A part of the schedule, from one time to another."""

    start: Clock = Field(examples=["14:00"])
    """When it begins, in the venue's local time."""
    end: Clock = Field(examples=["14:45"])
    """When it ends; the duration is computed."""
    next_day: bool = Field(default=False, examples=[True])
    """Whether it ends after midnight, so that `end` is an hour of the next day."""
    day: SlotDay | None = Field(None, examples=[2])
    """On which day it is, by its number or its date, if the edition takes several."""
    kind: SessionKind | None = Field(None, examples=["break"])
    """What happens; a talk's comes from its speaker's role."""
    title: Line | None = Field(None, examples=["Oral Session 1"])
    """What it is called, where the kind does not say enough."""
    talk: Identifier | None = Field(None, examples=["ada-lovelace"])
    """The id of a talk among the edition's `speakers`."""
    papers: list[Identifier] = Field(default_factory=list, examples=[["short-title"]])
    """The ids of the papers that are presented, in order."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether the hours are still to be confirmed."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.next_day and self.end > self.start:
            refuse("times-out-of-order", "it lasts longer than a day", "delete `next_day`")
        if self.end <= self.start and not self.next_day:
            hint = "write 24 hours: 16:30"
            refuse("times-out-of-order", "it ends before it starts", hint)
        if self.talk is not None and self.kind not in {None, "talk"}:
            refuse("talk-with-kind", f"a talk is no {self.kind}", "delete `kind` or `talk`")
        if self.talk is None and self.kind is None:
            refuse(
                "missing-kind", "neither `kind` nor `talk` says what happens", "add `kind: break`"
            )
        if self.papers and self.kind not in {"papers", "posters"}:
            refuse("papers-elsewhere", "papers are presented in `papers` or `posters`", "")
        return self
