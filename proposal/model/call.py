"""What a conference's call asks of workshops: limits, contents, and what it asks afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, model_validator

from proposal.model.fields import Identifier, Line, Url, refuse
from proposal.model.key_hints import nearest
from proposal.model.record import Record, in_short

DEMANDS: Mapping[str, str] = {
    "title": "title",
    "organizers": "organizers",
    "affiliations": "affiliations",
    "emails": "email addresses",
    "contact": "primary contact",
    "biographies": "biographies",
    "organizing-experience": "organizing experience",
    "abstract": "abstract",
    "keywords": "keywords",
    "topics": "topics",
    "theme": "theme and purpose",
    "motivation": "motivation",
    "objectives": "objectives and goals",
    "outcomes": "expected outcomes",
    "relevance": "relevance",
    "fit": "why at this conference",
    "audience": "target audience",
    "participants": "number of participants",
    "participant-limit": "maximum of participants",
    "selection": "selection of people",
    "duration": "duration",
    "format": "format",
    "activities": "activities",
    "schedule": "schedule",
    "speakers": "speakers",
    "dates": "important dates",
    "committee": "program committee",
    "committee-contacted": "who was contacted",
    "related-workshops": "related workshops",
    "differences": "how it differs",
    "earlier-editions": "earlier editions",
    "earlier-participants": "earlier participants",
    "earlier-submissions": "earlier submissions",
    "earlier-acceptances": "earlier acceptances",
    "rights": "rights block",
    "doi": "DOI",
    "isbn": "ISBN",
}
"""What calls demand of a document, with the name of each as tables print it."""


def _demand(value: str) -> str:
    if value not in DEMANDS:
        guess = nearest(value, list(DEMANDS))
        hint = (
            f"did you mean `{guess}`?"
            if guess
            else "docs/reference/calls.md lists what calls demand"
        )
        refuse("unknown-demand", f"`{value}` is nothing that a call demands", hint)
    return value


DemandName = Annotated[
    Line, AfterValidator(_demand), Field(json_schema_extra={"enum": list(DEMANDS)})
]
"""What a call demands, by a name of the vocabulary."""


class DemandRecord(Record):
    """Something that a document must hold."""

    model_config = ConfigDict(
        json_schema_extra=in_short(enum=list(DEMANDS), description="The name of what is demanded.")
    )

    demand: DemandName = Field(examples=["audience"])
    """What is demanded."""
    says: Line | None = Field(None, examples=["Who is to come, and an estimate of how many."])
    """What the call says of it, in one's own words."""
    words: int | None = Field(None, ge=1, le=10000, examples=[200])
    """The most words that it may have; of biographies, each of them."""
    for_a_series: bool = Field(default=False, examples=[True])
    """Whether only workshops with earlier editions are asked for it."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"demand": value} if isinstance(value, str) else value


class DocumentDemands(Record):
    """What a call asks of one document."""

    pages: int | None = Field(None, ge=1, le=100, examples=[5])
    """The most pages that the document may have."""
    references_count: bool | None = Field(None, examples=[True])
    """Whether pages of references count; where the call does not say it, they do."""
    format: Line | None = Field(None, examples=["ACM sigconf"])
    """The format, as the call names it."""
    file: Line | None = Field(None, examples=["PDF"])
    """The kind of file that is sent in."""
    contents: list[DemandRecord] = Field(default_factory=list, examples=[["title", "audience"]])
    """What the document must hold, in the order of the call."""

    @model_validator(mode="after")
    def _demanded_once(self) -> Self:
        seen: set[str] = set()
        for content in self.contents:
            if content.demand in seen:
                refuse(
                    "repeated-demand",
                    f"`{content.demand}` is demanded twice of one document",
                    "delete one of the two",
                )
            seen.add(content.demand)
        return self


DOCUMENTS = ("proposal", "camera-ready")
"""The documents that are made, and that calls ask for."""


def only_documents(value: Any) -> Any:
    """Refuse a mapping that has something else than documents for its keys."""
    if isinstance(value, dict):
        for name in value:
            if name not in DOCUMENTS:
                refuse(
                    "unknown-document",
                    f"`{name}` is no document",
                    f"write {' or '.join(DOCUMENTS)}",
                )
    return value


class WorkshopCall(Record):
    """The conference's call for workshops."""

    latest_known: Identifier | None = Field(None, examples=["wsdm-2022"])
    """The host conference whose call stands in for this one as long as this one is not known.

    What stands beside it, document by document, is known of this one.
    """
    name: Line | None = Field(None, examples=["Call for Workshop Proposals"])
    """What the call is called, if it is not the conference's call for workshops."""
    url: Url | None = Field(None, examples=["https://example.org/call-for-workshops"])
    """Where the call stands."""
    partial: bool = Field(default=False, examples=[True])
    """Whether the call may ask for more than what is known of it."""
    documents: Annotated[dict[str, DocumentDemands], BeforeValidator(only_documents)] = Field(
        default_factory=dict, examples=[{"proposal": {"pages": 5, "contents": ["topics"]}}]
    )
    """What is asked of each document: `proposal`, `camera-ready`."""
    on_acceptance: list[Line] = Field(
        default_factory=list, examples=[["Two organizers attend the workshop"]]
    )
    """What is asked of workshops that are accepted."""
