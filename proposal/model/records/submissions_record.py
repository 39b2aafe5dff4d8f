"""How papers are sent in, as an edition says it."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    WrapValidator,
    model_validator,
)

from proposal.model.examples import in_yaml
from proposal.model.fields import (
    Identifier,
    Line,
    Prose,
    Url,
    refuse,
)
from proposal.model.name_comparison import identifier
from proposal.model.publication_places import NOWHERE, place_of_publication
from proposal.model.record import Record, in_short

_RANGE = re.compile(r"(?:(?P<min>\d+)\s*(?:[-\N{EN DASH}]|to)\s*)?(?P<max>\d+)")
"""Examples: `8`, `2-8`, `2 to 8`."""


_NOT_COUNTED = re.compile(
    r"(?:\+|\bplus|\bexcluding|\bwithout|\bnot counting|\bnot including)\s+(?:the\s+)?"
    r"(?P<what>references|bibliography|appendi(?:x|ces))",
    re.IGNORECASE,
)
"""What is not counted, as in `8 pages + references`, and is in `8 pages with references`."""


class LengthRange(Record):
    """How long a paper may be."""

    model_config = ConfigDict(
        json_schema_extra=in_short(
            pattern=r"^\d+( *(-|–|to) *\d+)?$",
            description="The greatest number, or the least and the greatest: `2-8`.",
        )
    )

    min: int | None = Field(None, ge=1, examples=[2])
    """The least number."""
    max: int = Field(ge=1, examples=[8])
    """The greatest number."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if match := _RANGE.fullmatch(value.strip()):
            return {key: part for key, part in match.groupdict().items() if part}
        message = f"`{value}` is neither a number nor two with a hyphen"
        numbers = [int(digits) for digits in re.findall(r"\d+", value)]
        hint = "write 8, or 2-8; what does not count stands under `excludes`"
        if numbers and numbers == sorted(numbers)[:2]:
            hint = f"write {'-'.join(map(str, numbers))}"
            if match := _NOT_COUNTED.search(value):
                hint += f", and `excludes: [{match['what'].lower()}]` beside it"
        return refuse("not-a-number", message, hint)

    @model_validator(mode="after")
    def _in_order(self) -> LengthRange:
        if self.min is not None and self.min > self.max:
            message = f"papers have at least {self.min} and at most {self.max} of them"
            least, most = self.max, self.min
            hint = f"write {least}-{most}, or `{{min: {least}, max: {most}}}`"
            refuse("page-range", message, hint)
        return self


class PublicationRecord(Record):
    """Where accepted papers are published."""

    model_config = ConfigDict(
        json_schema_extra=in_short(description="The name of the place, or `none`.")
    )

    name: Line = Field(examples=["CEUR-WS"])
    """The name of the proceedings, the series or the archive; `none` if there are none."""
    url: Url | None = Field(None, examples=["https://ceur-ws.org/"])
    """Their web address."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value


class SpecialIssueRecord(Record):
    """The issue of a journal to which authors of selected papers are invited."""

    model_config = ConfigDict(
        json_schema_extra=in_short(description="The name of the journal, if that is all.")
    )

    journal: Line = Field(examples=["Journal of Careful Engines"])
    """The name of the journal."""
    url: Url | None = Field(None, examples=["https://example.org/special-issue"])
    """The web address of the issue's own call."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"journal": value} if isinstance(value, str) else value


def _no_place(value: Any) -> Any:
    """Whether papers are archival; a place where they are published belongs to another key."""
    place = place_of_publication(value) if isinstance(value, str) else None
    if place and value.casefold() != "no":
        hint = f"write `published: {place.name}` in place of it"
        refuse("not-yes-or-no", f"`{value}` is neither yes nor no", hint)
    return value


class SubmissionTermsRecord(Record):
    """What holds for papers, of all tracks or of one."""

    url: Url | None = Field(None, examples=["https://example.org/submit"])
    """Where papers are sent to."""
    system: Line | None = Field(None, examples=["OpenReview"])
    """The name of that place."""
    pages: LengthRange | None = Field(None, examples=[{"min": 2, "max": 8}])
    """How many pages a paper may have."""
    words: LengthRange | None = Field(None, examples=[{"max": 4000}])
    """How many words a paper may have."""
    excludes: list[Line] = Field(default_factory=list, examples=[["references"]])
    """What is not counted in pages and words."""
    review: Literal["open", "single-blind", "double-blind"] | None = Field(
        None, examples=["double-blind"]
    )
    """How papers are reviewed."""
    archival: Annotated[bool | None, BeforeValidator(_no_place)] = Field(None, examples=[False])
    """Whether accepted papers stand in the conference's proceedings."""
    published: PublicationRecord | None = Field(None, examples=["CEUR-WS"])
    """Where accepted papers are published, if not in the conference's proceedings alone."""
    special_issue: SpecialIssueRecord | None = Field(None, examples=["Journal of Careful Engines"])
    """The journal that invites authors of selected papers to a special issue."""
    format: Line | None = Field(None, examples=["ACM sigconf, two columns"])
    """The form in which papers are written."""
    template: Url | None = Field(None, examples=["https://example.org/template"])
    """Where authors get the template for their papers."""
    policy: Prose | None = Field(None, examples=["Work under review elsewhere is welcome."])
    """What else authors must know, in Markdown."""

    @model_validator(mode="after")
    def _one_answer(self) -> SubmissionTermsRecord:
        is_nowhere = self.published and place_of_publication(self.published.name) is NOWHERE
        if is_nowhere and self.archival:
            message = "papers stand in the conference's proceedings, and are not published"
            refuse("published-nowhere", message, "delete `published: none`, or `archival: true`")
        return self


class TrackRecord(SubmissionTermsRecord):
    """A track or a kind of papers; what it does not say is as `submissions` say it for all."""

    name: Line = Field(examples=["Short papers"])
    """What the track is called."""
    id: Identifier | None = Field(None, examples=["short-papers"])
    """The name by which dates refer to it; made of the name, if it is absent."""

    @property
    def is_unpublished(self) -> bool:
        """Whether it says that its papers are in no proceedings."""
        if self.published:
            return place_of_publication(self.published.name) is NOWHERE
        return self.archival is False

    @property
    def track_id(self) -> str:
        """The name by which dates and papers refer to the track."""
        return self.id or identifier(self.name, "track")


def _call(value: Any) -> Any:
    """What a call is called, and no answer to whether there is one."""
    if isinstance(value, str) and value.strip().casefold() in {
        "none",
        "no",
        "false",
        "yes",
        "true",
    }:
        hint = (
            "write `submissions: none`, if there is no call; of a call for papers, delete the line"
        )
        refuse("not-a-choice", f"`{value}` does not say what the call is called", hint)
    return value


class SubmissionsRecord(SubmissionTermsRecord):
    """How papers are sent in: the facts of the call for papers."""

    model_config = ConfigDict(
        json_schema_extra=in_short(
            pattern="^none$", description="`none`, if there is no call for papers."
        )
    )

    are_none: ClassVar[bool] = False
    """Whether there is no call for papers, as of a day of invited talks."""

    call: Annotated[Line, BeforeValidator(_call)] | None = Field(None, examples=["Call for Demos"])
    """What the call is called, if it is none for papers; then it speaks of submissions alone."""
    tracks: list[TrackRecord] = Field(
        default_factory=list, examples=[[{"name": "Short papers", "pages": {"max": 4}}]]
    )
    """The kinds of papers, if their rules differ."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether length, review, publication and policy are still to be confirmed."""


class NoSubmissionsRecord(SubmissionsRecord):
    """What stands for `submissions: none`."""

    are_none: ClassVar[bool] = True


def _none_or_record(
    value: Any, read: ModelWrapValidatorHandler[SubmissionsRecord]
) -> SubmissionsRecord:
    if not isinstance(value, str):
        return read(value)
    text = value.strip()
    if text.casefold() != "none":
        hint = "write `submissions: none`, if there is no call for papers"
        if "/" in text:
            hint = f"write `submissions: {{url: {in_yaml(text)}}}`"
        refuse("not-a-record", f"`{text}` does not say how papers are sent in", hint)
    return NoSubmissionsRecord()


SubmissionsOrNone = Annotated[SubmissionsRecord, WrapValidator(_none_or_record)]
"""How papers are sent in, or `none`."""
