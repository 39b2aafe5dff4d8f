"""How papers are sent in, as an edition says it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from proposal.model.fields import (
    Line,
    Prose,
    Url,
)
from proposal.model.record import Record


class PageRange(Record):
    """How long a paper may be."""

    min: int | None = Field(None, ge=1, examples=[2])
    """The least number of pages."""
    max: int = Field(ge=1, examples=[8])
    """The greatest number of pages."""


class SubmissionsRecord(Record):
    """How papers are sent in: the facts of the call for papers."""

    url: Url | None = Field(None, examples=["https://example.org/submit"])
    """Where papers are sent to."""
    system: Line | None = Field(None, examples=["OpenReview"])
    """The name of that place."""
    pages: PageRange | None = Field(None, examples=[{"min": 2, "max": 8}])
    """How long a paper may be."""
    excludes: list[Line] = Field(default_factory=list, examples=[["references"]])
    """What is not counted as pages."""
    review: Literal["open", "single-blind", "double-blind"] | None = Field(
        None, examples=["double-blind"]
    )
    """How papers are reviewed."""
    archival: bool | None = Field(None, examples=[False])
    """Whether accepted papers stand in the conference's proceedings."""
    template: Url | None = Field(None, examples=["https://example.org/template"])
    """Where authors get the template for their papers."""
    policy: Prose | None = Field(None, examples=["Work under review elsewhere is welcome."])
    """What else authors must know, in Markdown."""
    tentative: bool = Field(default=False, examples=[True])
    """Whether length, review, publication and policy are still to be confirmed."""
