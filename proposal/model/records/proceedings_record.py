"""The volume of an edition's papers, as `edition.yaml` describes it."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from proposal.model.fields import Day, Doi, Isbn, Line, MarkdownFile, Prose, refuse
from proposal.model.record import Record
from proposal.model.records.listed import as_list
from proposal.model.records.paper import Participant
from proposal.model.records.rights import CreativeCommons, LicenceVersion

PUBLISHED_WHERE = (
    "write `published: CEUR-WS` under `submissions`; the address of the finished volume is "
    "`links: {proceedings: https://example.org/proceedings}`"
)
"""What to write instead for whoever names a publisher alone."""

PREFACE = "preface.md"
"""The preface that a volume has without being told."""


class ProceedingsRecord(Record):
    """The volume that `proposal proceedings` makes of the edition's papers."""

    title: Line | None = Field(None, examples=["Proceedings of the First Workshop on Something"])
    """The title of the volume; without it, "Proceedings of the" and the workshop's title."""
    editors: list[Participant] = Field(
        default_factory=list, examples=[["ada-lovelace", "Alan Turing (University of Somewhere)"]]
    )
    """The editors; without them, the organizers."""
    prefaces: Annotated[
        list[MarkdownFile],
        BeforeValidator(as_list, json_schema_input_type=str | list[MarkdownFile]),
    ] = Field(default_factory=list, examples=[["welcome.md", "preface.md"]])
    """Markdown files beside `edition.yaml` that stand before the papers; without it, `preface.md`,
    if there is one."""
    publisher: Line | None = Field(None, examples=["A Publisher"])
    """Who publishes the volume."""
    series: Line | None = Field(None, examples=["A Series of Proceedings"])
    """The series of volumes in which it appears."""
    volume: Line | None = Field(None, examples=["1234"])
    """Its number in that series."""
    date: Day | None = Field(None, examples=["2024-09-30"])
    """The day on which it is published; without it, papers carry the workshop's day."""
    isbn: Isbn | None = Field(None, examples=["979-8-4007-0490-1"])
    """Its ISBN."""
    issn: Line | None = Field(None, examples=["1613-0073"], pattern=r"^\d{4}-\d{3}[\dX]$")
    """The ISSN of the series."""
    doi: Doi | None = Field(None, examples=["10.1145/3637528"])
    """The DOI of the volume."""
    rights: Line | None = Field(None, examples=["© 2024 for this paper by its authors."])
    """What stands about rights on each paper's first page."""
    licence: CreativeCommons | None = Field(None, examples=["by"])
    """The Creative Commons licence of the papers, named on each paper's first page."""
    licence_version: LicenceVersion | None = Field(None, examples=["4.0"])
    """The version of the licence; 4.0 without it, and 1.0 of `zero`."""
    copyright: Prose | None = Field(None, examples=["Copyright 2024 by the editors."])
    """What stands on the page behind the title, in Markdown."""
    acm_id: Line | None = Field(None, examples=["12345"])
    """The number by which ACM's e-Rights system knows the proceedings; its mail to the chairs names
    it."""
    first_page: int = Field(default=1, ge=1, examples=[101])
    """The number of the first paper's first page."""
    public: bool = Field(default=False, examples=[True])
    """Whether the website offers the volume and each stamped paper, as `proposal proceedings` made
    them."""

    @model_validator(mode="before")
    @classmethod
    def _no_single_text(cls, value: object) -> object:
        if isinstance(value, str):
            refuse(
                "not-a-record", "this describes the volume by keys such as `title`", PUBLISHED_WHERE
            )
        return value

    @model_validator(mode="after")
    def _parts_of_a_whole(self) -> Self:
        if self.licence_version is not None and self.licence in (None, "zero"):
            refuse(
                "licence-without-cc",
                "a version stands there without a licence that has versions",
                "write `licence: by`, or delete `licence_version`",
            )
        if self.volume is not None and self.series is None:
            refuse("missing-key", "`series` is missing here", "add `series: …`")
        return self


def preface_names(source: ProceedingsRecord) -> list[str]:
    """The files that stand before the papers, if they are there."""
    return list(source.prefaces) or [PREFACE]
