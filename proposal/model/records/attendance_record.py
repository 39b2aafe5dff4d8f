"""Whether people come, take part from afar, or both; and where they join from afar."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, model_validator

from proposal.model.fields import Line, Url, refuse
from proposal.model.nearest_word import as_key
from proposal.model.record import Record, in_short
from proposal.model.records.listed import as_list_of_records
from proposal.words.marking import gettext_noop

Attendance = Literal["on-site", "hybrid", "online"]

OTHER_WORDS: tuple[tuple[str, Attendance], ...] = (
    # onsite, in person, face to face, f2f, offline, local, physical
    (r"(?:on_?site|in_?person)(?:_only)?|face_?to_?face|f2f|offline|local|physical", "on-site"),
    # mixed, both, in person and online, on-site or virtual
    (r"mixed|both|blended|hybrid_\w+|(?:on_?site|in_?person|physical)_(?:and|or)_\w+", "hybrid"),
    # virtual, remotely, online only, fully online, Zoom
    (r"(?:fully_)?(?:virtual|remote|online)(?:ly|_\w+)?|web|internet|zoom|teams", "online"),
)
"""Regular expressions of words that people write, with ours."""

NO_PLACES = re.compile(
    r"(?:online|virtual|remote|zoom|internet|worldwide|anywhere|web)(?:\s+\w+)?|cyberspace",
    re.IGNORECASE,
)
"""What stands in the place of a city where there is none: Online, Virtual Event."""

JOIN_ONLINE = gettext_noop("Join online")
"""What the only address is called at which people join."""


def _attendance(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text.isdecimal():
        refuse(
            "not-a-choice",
            f"`{text}` is not one of on-site, hybrid, online",
            f"how many are expected is written `audience: {{expected: {text}}}`, and how many "
            f"came `outcome: {{attendees: {text}}}`",
        )
    if text in get_args(Attendance):
        return text
    plain = as_key(text)
    for words, meant in OTHER_WORDS:
        if re.fullmatch(words, plain):
            message = f"`{text}` is not one of on-site, hybrid, online"
            refuse("not-a-choice", message, f"write `attendance: {meant}`")
    return value


AttendanceWord = Annotated[Attendance, BeforeValidator(_attendance)]
"""How people take part."""


class JoinRecord(Record):
    """An address at which people take part from afar."""

    model_config = ConfigDict(
        json_schema_extra=in_short(format="uri", description="The address alone.")
    )

    url: Url = Field(examples=["https://example.org/meeting"])
    """The web address."""
    label: Line | None = Field(None, examples=["Meeting room"])
    """What it is called; the only one is called "Join online" without it."""
    note: Line | None = Field(None, examples=["The passcode is sent to all who have registered."])
    """What people need to know to join, in a sentence."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"url": value} if isinstance(value, str) else value


def _labelled(records: list[JoinRecord]) -> list[JoinRecord]:
    """Several addresses are told apart by their labels."""
    for record in records if len(records) > 1 else ():
        if record.label is None:
            message = f"what `{record.url}` is called is not said, and there are others beside it"
            refuse("link-without-label", message, f"write {{label: …, url: {record.url}}}")
    return records


JoinRecords = Annotated[
    list[JoinRecord],
    BeforeValidator(as_list_of_records, json_schema_input_type=JoinRecord | list[JoinRecord]),
    AfterValidator(_labelled),
]
"""An address, a record, or a list of them."""
