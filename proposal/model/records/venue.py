"""The host conference of one year, and what its call asks of workshops; or a place alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from proposal.model.day_hints import means_several_days
from proposal.model.fields import Day, Line, Url, Zone, refuse
from proposal.model.record import Record
from proposal.model.records.attendance_record import NO_PLACES
from proposal.model.records.call import WorkshopCall
from proposal.model.typed_times import typed_days

WITHOUT_CITY = (
    "what takes place online has neither `city` nor `country`: delete them, and write "
    "`attendance: online` in edition.yaml"
)


OF_CONFERENCE = ("series", "name", "acronym", "start", "end")
"""The keys that a conference has, all of them, and a place without one has not."""
_OF_CONFERENCES = ("proceedings", "proceedings_acronym", "together_with", "call")


def joined_keys(keys: Sequence[str]) -> str:
    """Keys in a sentence: `name`, `start` and `end`."""
    *others, last = (f"`{key}`" for key in keys)
    return f"{', '.join(others)} and {last}" if others else last


def names_no_conference(series: str) -> bool:
    """Whether what was typed for the host conference says that there is none."""
    return re.fullmatch(r"none|no|no conference|-+", series.strip(), re.IGNORECASE) is not None


class CoHostRecord(Record):
    """A further conference beside which the workshop is held, at the same place."""

    series: Line = Field(examples=["EXD"])
    """The conference's short name without a year."""
    name: Line = Field(examples=["Eighth Conference on Example Data"])
    """The conference's full name, with its ordinal."""
    acronym: Line = Field(examples=["EXD '24"])
    """The conference's short name with its year."""
    url: Url | None = Field(None, examples=["https://example.org/exd"])
    """The conference's home page."""


def _first_or_last(value: Any) -> Any:
    if isinstance(value, str) and means_several_days(value) and not typed_days(value):
        message = f"`{value}` are several days, and one is expected here"
        refuse("not-a-date", message, "write the first day as `start`, and the last as `end`")
    return value


FirstOrLastDay = Annotated[Day, BeforeValidator(_first_or_last)]
"""The first or the last day of a conference, where people write all of its days."""


class VenueRecord(Record):
    """`data/venues/NAME.yaml`: the host conference of one year, or a place without one."""

    usual_keys: ClassVar[frozenset[str]] = frozenset({*OF_CONFERENCE, "city", "country"})

    series: Line | None = Field(None, examples=["KDD"])
    """The conference's short name without a year.

    A workshop that is held beside no conference has a place without `series`, `name`, `acronym`,
    `start` and `end`.
    """
    name: Line | None = Field(
        None, examples=["30th ACM SIGKDD Conference on Knowledge Discovery and Data Mining"]
    )
    """The conference's full name, with its ordinal, without "Proceedings of the"."""
    acronym: Line | None = Field(None, examples=["KDD '24"])
    """The conference's short name with its year, as ACM's conference line has it."""
    together_with: list[CoHostRecord] = Field(
        default_factory=list,
        examples=[[{"series": "EXD", "name": "Conference on Example Data", "acronym": "EXD '24"}]],
    )
    """Other conferences at the same place of whose program the workshop is a part, too."""
    start: FirstOrLastDay | None = Field(None, examples=["2024-08-25"])
    """The first day of the conference."""
    end: FirstOrLastDay | None = Field(None, examples=["2024-08-29"])
    """The last day of the conference."""
    host: Line | None = Field(None, examples=["University of Somewhere"])
    """Who hosts a workshop that is held beside no conference."""
    site: Line | None = Field(None, examples=["Centre de Convencions Internacional de Barcelona"])
    """The building."""
    address: Line | None = Field(None, examples=["Plaça de Willy Brandt, 11"])
    """The street and number of the building."""
    map: Url | None = Field(None, examples=["https://example.org/map"])
    """Where a map shows the building."""
    city: Line | None = Field(None, examples=["Barcelona"])
    """The city; what has none takes place online, as a conference does with its workshops."""
    state: Line | None = Field(None, examples=["Idaho"])
    """The state or province, where it is usual to name it."""
    country: Line | None = Field(None, examples=["Spain"])
    """The country."""
    zone: Zone = Field(examples=["Europe/Madrid"])
    """The time zone of all times in the schedule."""
    url: Url | None = Field(None, examples=["https://kdd2024.kdd.org/"])
    """The conference's home page."""
    proceedings: Line | None = Field(None, examples=["Companion Proceedings of the …"])
    """The title of the proceedings, if it is not "Proceedings of the" and the name."""
    proceedings_acronym: Line | None = Field(None, examples=["WWW Companion '26"])
    """The short name of the proceedings in documents with rights, if it is not the conference's."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether days and place are still to be confirmed."""
    call: WorkshopCall = Field(
        default_factory=WorkshopCall, examples=[{"latest_known": "wsdm-2022"}]
    )
    """What the conference asks of workshops."""

    @property
    def is_conference(self) -> bool:
        """Whether it is a conference beside which workshops are held."""
        return self.name is not None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        written = [key for key in OF_CONFERENCE if getattr(self, key) is not None]
        missing = [key for key in OF_CONFERENCE if key not in written]
        alone = next((key for key in _OF_CONFERENCES if key in self.model_fields_set), None)
        if missing and (written or alone):
            lacking = joined_keys(missing)
            there = joined_keys([*written, *([alone] if alone else [])])
            verb = "is" if len(missing) == 1 else "are"
            hint = f"add `{missing[0]}: …`; if the workshop is beside no conference, delete {there}"
            refuse("missing-key", f"{lacking} {verb} missing here", hint)
        if written and self.host is not None:
            hint = "delete `host`, or all that is said of the conference"
            refuse("host-of-conference", "the conference is the host already", hint, key="host")
        return self

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end < self.start:
            message = "the conference ends before it starts"
            refuse("dates-out-of-order", message, "swap the two days", key="end")
        if self.city and NO_PLACES.fullmatch(self.city):
            if self.country is None or NO_PLACES.fullmatch(self.country):
                refuse("missing-city", f"`{self.city}` is no city", WITHOUT_CITY, key="city")
            return self
        for key, other in (("city", "country"), ("country", "city")):
            if getattr(self, key) is None and getattr(self, other) is not None:
                refuse("missing-key", f"`{key}` is missing here", f"add `{key}: …`")
        return self
