"""Talks and seats on panels, as an edition says them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from proposal.model.fields import (
    Identifier,
    Line,
    Prose,
    Url,
)
from proposal.model.person import PersonReference

Role = Literal["keynote", "talk", "panelist"]


Status = Literal["invited", "confirmed", "declined"]


class Speaker(PersonReference):
    """A talk or a seat on the panel, and who holds it."""

    id: Identifier | None = Field(None, examples=["ada-lovelace-panel"])
    """The id by which the schedule names the talk; the person's id if it is absent."""
    role: Role = Field(examples=["keynote"])
    """What the person does."""
    status: Status = Field(examples=["confirmed"])
    """Whether the person has agreed."""
    title: Line | None = Field(None, examples=["A Talk"])
    """The title, which stands here and nowhere else."""
    abstract: Prose | None = Field(None, examples=["The talk shows something."])
    """The abstract, in Markdown."""
    slides: Url | None = Field(None, examples=["https://example.org/slides.pdf"])
    """Where the slides are."""
    video: Url | None = Field(None, examples=["https://example.org/video"])
    """Where a recording is."""
