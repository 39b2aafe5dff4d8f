"""A wide photo of the place or the group, with what it shows."""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from proposal.model.fields import Line, SitePictureName, refuse
from proposal.model.record import Record


class PictureRecord(Record):
    """A wide photo for the head of the website's pages."""

    file: SitePictureName = Field(examples=["harbour.jpg"])
    """The name of a photo in `site/pictures/`: JPEG, PNG or WebP."""
    alt: Line = Field(examples=["The harbour of Example Town at dusk"])
    """What the photo shows, for people who do not see it."""
    credit: Line | None = Field(None, examples=["Photo: A Photographer, CC BY 4.0"])
    """Whose photo it is, as it is printed beside it."""

    @model_validator(mode="before")
    @classmethod
    def _with_alt(cls, value: Any) -> Any:
        if isinstance(value, str):
            message = f"what the photo `{value}` shows is not said"
            refuse("picture-without-alt", message, f"write {{file: {value}, alt: …}}")
        return value
