"""The schedule of the day."""

from __future__ import annotations

from typing import Annotated, Any, NoReturn, Self, get_args

from pydantic import BeforeValidator, Field, model_validator

from proposal.model.fields import Identifier, Line, refuse, refuse_wrong_place
from proposal.model.nearest_word import nearest
from proposal.model.record import Record
from proposal.model.records.attendance_record import AttendanceWord, JoinRecords
from proposal.model.records.session_people import SessionPeople
from proposal.model.records.slot_day import SlotDay
from proposal.model.session_kinds import (
    WITH_TALK,
    WITHOUT_PAPERS,
    SessionKind,
    kind_of_session,
)
from proposal.model.time_fields import ClockOnDay, ends_first, later_end, refuse_wrong_order


def _known_kind(value: Any) -> Any:
    """Refuse a kind that is none, since whatever has no kind is described by its title."""
    kinds = get_args(SessionKind)
    if isinstance(value, str) and value not in kinds:
        _refuse_kind(value, kinds)
    return value


def _refuse_kind(value: str, kinds: tuple[str, ...]) -> NoReturn:
    # One word is a slip of the pen, `panle`; of several, `Panel discussion`, all count.
    guess = nearest(value, kinds) if " " not in value.strip() else None
    guess = guess or kind_of_session(value, has_papers=False) or nearest(value, kinds)
    asked = f"did you mean `{guess}`? Otherwise" if guess else "for anything else"
    title = f"{value[:1].upper()}{value[1:]}"
    refuse(
        "not-a-choice",
        f"`{value}` is not one of {', '.join(kinds)}",
        f"{asked} delete `kind` and write what it is called, as `title: {title}`",
    )


Kind = Annotated[SessionKind, BeforeValidator(_known_kind)]


class PartRecord(Record):
    """A talk or another part within a slot, with hours of its own."""

    start: ClockOnDay | None = Field(None, examples=["14:00"])
    """When it begins; without it, when the part before it ends, or the slot begins."""
    end: ClockOnDay | None = Field(None, examples=["14:15"])
    """When it ends; `minutes` says it as well."""
    minutes: int | None = Field(None, ge=1, le=1440, examples=[15])
    """How long it takes."""
    title: Line | None = Field(None, examples=["Winning Solution"])
    """What it is called, where neither talk nor papers say enough."""
    talk: Identifier | None = Field(None, examples=["ada-lovelace"])
    """The id of a talk among the edition's `speakers`."""
    papers: list[Identifier] = Field(default_factory=list, examples=[["short-title"]])
    """The ids of the papers that are presented, in order."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.title is None and self.talk is None and not self.papers:
            refuse(
                "missing-kind",
                "neither `talk`, `papers` nor `title` says what happens",
                "add `title: …`",
            )
        if self.start and self.end and ends_first(self.start, self.end):
            hint = later_end(self.start, self.end, "write `minutes` for `end`")
            refuse("times-out-of-order", "it ends before it starts", hint, key="end")
        if self.end is not None and self.minutes is not None:
            refuse("part-hours", "`end` and `minutes` say the same", "keep one of the two")
        if self.start is None and self.end is None and self.minutes is None:
            refuse(
                "part-hours",
                "nothing says when this part takes place",
                "add `minutes: 15`, or `start: 14:00`",
            )
        return self


class SlotRecord(Record):
    """A part of the schedule, from one time to another."""

    start: ClockOnDay = Field(examples=["14:00"])
    """When it begins, in the venue's local time."""
    end: ClockOnDay = Field(examples=["14:45"])
    """When it ends; the duration is computed."""
    next_day: bool = Field(default=False, examples=[True])
    """Whether it ends after midnight, so that `end` is an hour of the next day."""
    day: SlotDay | None = Field(None, examples=[2])
    """On which day it is, by its number or its date, if the edition takes several."""
    kind: Kind | None = Field(None, examples=["break"])
    """What happens; a talk's comes from its speaker's role. Where none fits, `title` is enough."""
    title: Line | None = Field(None, examples=["Oral Session 1"])
    """What it is called, where the kind does not say enough."""
    question: Line | None = Field(None, examples=["Do we need agents?"])
    """The question that a panel or a discussion is about."""
    talk: Identifier | None = Field(None, examples=["ada-lovelace"])
    """The id of a talk among the edition's `speakers`."""
    papers: list[Identifier] = Field(default_factory=list, examples=[["short-title"]])
    """The ids of the papers that are presented, in order."""
    parts: list[PartRecord] = Field(
        default_factory=list, examples=[[{"minutes": 15, "papers": ["short-title"]}]]
    )
    """Talks and other parts within the slot that have hours of their own, in order."""
    room: Line | None = Field(None, examples=["Room 114"])
    """Where it is, if not in the edition's `room`; slots at the same time differ by it."""
    elsewhere: Line | None = Field(None, examples=["Town Hall, Example Street 5, Example Town"])
    """Where it is, if not in the venue's building, as a dinner: all of it, in place of a `room`."""
    attendance: AttendanceWord | None = Field(None, examples=["online"])
    """How people take part in it, if it is not as in the rest of the day."""
    track: Line | None = Field(None, examples=["A"])
    """Which of several tracks it belongs to; slots at the same time differ by it."""
    join: JoinRecords = Field(default_factory=list, examples=["https://example.org/meeting"])
    """Where people join it online, if it is not where they join the day."""
    chair: SessionPeople = Field(default_factory=list, examples=["ada-lovelace"])
    """Who chairs it: the id of a person's file, `Name (Affiliation)`, or several."""
    moderator: SessionPeople = Field(default_factory=list, examples=["ada-lovelace"])
    """Who moderates it."""
    discussants: SessionPeople = Field(default_factory=list, examples=[["ada-lovelace"]])
    """Who discusses what is presented."""
    panelists: SessionPeople = Field(default_factory=list, examples=[["ada-lovelace"]])
    """Who sits on this panel; without it, all `speakers` with the role `panelist`."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether the hours are still to be confirmed."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        refuse_wrong_place(self.room, self.elsewhere, is_online=self.attendance == "online")
        refuse_wrong_order("it", self.start, self.end, next_day=self.next_day)
        if self.talk is not None and self.kind is not None and self.kind not in WITH_TALK:
            refuse("talk-with-kind", f"a talk is no {self.kind}", "delete `kind` or `talk`")
        if self.talk is None and self.kind is None and self.title is None and not self.papers:
            refuse(
                "missing-kind",
                "neither `kind`, `talk` nor `title` says what happens",
                "add `kind: break`, or `title: …` for what is none of the kinds",
            )
        if self.papers and (self.kind in WITHOUT_PAPERS or self.talk is not None):
            refuse("papers-elsewhere", "papers are presented in `papers` or `posters`", "")
        return self
