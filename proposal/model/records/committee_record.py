"""A committee beside the program committee: steering, advisory, area chairs, volunteers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, field_validator

from proposal.model.fields import Line, Since, refuse
from proposal.model.name_comparison import plain_words, slug
from proposal.model.record import Record
from proposal.model.records.paper import Participant

_COMMITTEES = (
    # "Steering committee member", "Steering Group"
    ("Steering Committee", r"\bsteering\b"),
    ("Senior Area Chairs", r"\bsenior\s+area\s*chairs?(?![a-z])"),
    ("Area Chairs", r"\barea\s*chairs?(?![a-z])|^acs?$"),
    # "Senior PC member", "SPC"
    ("Senior Program Committee", r"\bsenior\b.*(?:committee|\bpc\b|reviewers?|members?)|\bspc\b"),
    ("Meta-Reviewers", r"\bmeta\s*reviewers?\b"),
    # "External reviewer", EasyChair's "subreviewer"
    ("Additional Reviewers", r"\b(?:additional|external|sub)\s*reviewers?\b"),
    # "Advisory board", "Scientific advisor"
    ("Advisory Board", r"\badvis(?:ory|ors?|ers?)\b"),
    ("Award Committee", r"\bawards?\b.*\b(?:committee|jury)\b"),
    ("Student Volunteers", r"\bstudent\s+volunteers?\b"),
    ("Volunteers", r"\bvolunteers?\b|\bhelpers\b"),
)
"""The committees beside the program committee by the words that name them or their members."""

_ANY_OTHER = re.compile(
    r"\b(?!(?:programm?e?|technical|review(?:ing)?|scientific|organi[sz]\w+|pc|workshop|conference"
    r"|international|local|the|our)\b)([a-z]\w+)\s+committee\b",
    re.IGNORECASE,
)
"""Some other committee, as `Publicity committee`; a scientific committee is one of the program."""

Kind = TypeVar("Kind", bound="CommitteeRecord")

_OF_THE_PROGRAM = (
    *(("program", "committee"), ("programme", "committee"), ("pc",), ("tpc",)),
    *(("technical", "program", "committee"), ("technical", "programme", "committee")),
    *(("reviewers",), ("reviewing", "committee")),
)
"""Names of the committee that has a key of its own."""


class CommitteeRecord(Record):
    """A group of people with a part of their own, which pages list under its name."""

    name: Line = Field(examples=["Steering Committee"])
    """What the group is called: Steering Committee, Area Chairs, Volunteers."""
    members: list[Participant] = Field(examples=[["Ada Lovelace (University of Somewhere)"]])
    """Its members; without any, the series' committee of this name is left out."""

    @field_validator("name")
    @classmethod
    def _not_of_the_program(cls, value: str) -> str:
        if tuple(plain_words(value)) in _OF_THE_PROGRAM:
            refuse(
                "program-committee-apart",
                f"`{value}` has a key of its own",
                "write its members under `committee:` in edition.yaml",
            )
        return value


class SeriesCommitteeRecord(CommitteeRecord):
    """A committee of the series, with a history."""

    since: Since | None = Field(None, examples=["2024-09"])
    """The first day on which it had these members; earlier editions do not show them."""


def other_committee(words: str) -> str | None:
    """The usual name of the committee beside the program committee that some words name.

    `steering_committee` and `Steering committee member` give `Steering Committee`.
    """
    plain = words.replace("_", " ").replace("-", " ")
    for name, pattern in _COMMITTEES:
        if re.search(pattern, plain, re.IGNORECASE):
            return name
    any_other = _ANY_OTHER.search(plain)
    return f"{any_other[1].capitalize()} Committee" if any_other else None


def committee_id(name: str) -> str:
    """A committee's name as a part of ids: `steering-committee`."""
    return slug(name)


def _of_different_names(committees: list[Kind]) -> list[Kind]:
    known: set[tuple[str, dt.date | None]] = set()
    for committee in committees:
        since = committee.since if isinstance(committee, SeriesCommitteeRecord) else None
        key = committee_id(committee.name), since
        if key in known:
            hint = "put all members into one of the two, or give one another name"
            if isinstance(committee, SeriesCommitteeRecord):
                hint += "; if its members changed, write `since:` with the day"
            refuse("committee-named-twice", f"`{committee.name}` stands here twice", hint)
        known.add(key)
    return committees


Committees = Annotated[list[CommitteeRecord], AfterValidator(_of_different_names)]
"""Committees of an edition, none of which has another one's name."""

SeriesCommittees = Annotated[list[SeriesCommitteeRecord], AfterValidator(_of_different_names)]
"""Committees of a series, of which those of one name follow each other."""


def committees_on(
    day: dt.date, of_series: Sequence[SeriesCommitteeRecord], own: Sequence[CommitteeRecord]
) -> Iterator[CommitteeRecord]:
    """The committees of an edition that takes place on a day.

    Args:
        day: the edition's.
        of_series: those of the series, of which the last one of a name holds that had begun.
        own: those of the edition, each of which replaces the series' of its name.
    """
    held: dict[str, CommitteeRecord] = {}
    for committee in of_series:
        if (committee.since or dt.date.min) <= day:
            held[committee_id(committee.name)] = committee
    held |= {committee_id(committee.name): committee for committee in own}
    return (committee for committee in held.values() if committee.members)
