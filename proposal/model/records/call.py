"""What a conference's call asks of workshops: limits, contents, and what it asks afterwards."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from proposal.model.demand_names import DEMANDS, DemandName
from proposal.model.fields import Identifier, Line, Url, refuse
from proposal.model.record import Record, in_short
from proposal.model.records.form_record import FormFields


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


class DocumentPart(Record):
    """A part of a document that has a limit of its own, such as the pages on the organizers."""

    name: Line = Field(examples=["organizers, committee and references"])
    """What the call calls it."""
    contents: list[DemandName] = Field(
        default_factory=list, examples=[["biographies", "committee", "references"]]
    )
    """What stands in it, by the names of demands; nothing means all that stands in no other."""
    pages: int = Field(ge=1, le=100, examples=[2])
    """The most pages that it may have."""


class DocumentDemands(Record):
    """What a call asks of one document."""

    pages: int | None = Field(None, ge=1, le=100, examples=[5])
    """The most pages that the document may have."""
    words: int | None = Field(None, ge=1, le=100_000, examples=[2000])
    """The most words that its pages may have; see `references_count` for the references."""
    parts: list[DocumentPart] = Field(
        default_factory=list,
        examples=[[{"name": "organizers", "contents": ["biographies"], "pages": 2}]],
    )
    """Parts of the document with limits of their own."""
    references_count: bool | None = Field(None, examples=[True])
    """Whether pages of references count; where the call does not say it, they do."""
    format: Line | None = Field(None, examples=["ACM sigconf"])
    """The format, as the call names it."""
    file: Line | None = Field(None, examples=["PDF"])
    """The kind of file that is sent in."""
    contents: list[DemandRecord] = Field(default_factory=list, examples=[["title", "audience"]])
    """What the document must hold, in the order of the call."""
    ordered: bool = Field(default=False, examples=[True])
    """Whether the sections must stand in the order of `contents`."""

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

    @model_validator(mode="after")
    def _in_one_part(self) -> Self:
        if sum(not part.contents for part in self.parts) > 1:
            refuse(
                "repeated-part",
                "two parts have no `contents`, and only one can be all that is left",
                "write under `contents` of one of them what stands in it",
            )
        seen: set[str] = set()
        for part in self.parts:
            for name in part.contents:
                if name in seen:
                    refuse(
                        "repeated-part",
                        f"`{name}` stands twice under `contents` of the parts",
                        "delete it from one of them",
                    )
                seen.add(name)
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
    form: FormFields = Field(
        default_factory=list,
        examples=[[{"label": "Workshop title", "answer": "title", "characters": 100}]],
    )
    """The fields of the web form in which proposals are sent in, in the form's order."""
    on_acceptance: list[Line] = Field(
        default_factory=list, examples=[["Two organizers attend the workshop"]]
    )
    """What is asked of workshops that are accepted."""
