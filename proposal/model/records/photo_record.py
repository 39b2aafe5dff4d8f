"""A photo of the day, as an edition lists it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, model_validator

from proposal.model.fields import Line, PhotoName, refuse
from proposal.model.record import Record, in_short

PHOTOS = "photos"
"""The folder in an edition's folder where its photos lie, and its name on the website."""

MOST_PHOTOS = 100
"""Photos of a gallery; an album on a service for photos has more."""


class PhotoRecord(Record):
    """A photo of the day, for the gallery on the edition's page."""

    model_config = ConfigDict(
        json_schema_extra=in_short(description="The name of a file in `photos/`.")
    )

    file: PhotoName = Field(examples=["group.jpg"])
    """The name of a photo in the folder `photos/` beside `edition.yaml`: JPEG, PNG or WebP."""
    alt: Line | None = Field(None, examples=["Thirty people on the steps of the conference hall"])
    """What the photo shows, for people who do not see it."""
    caption: Line | None = Field(None, examples=["All participants on the second day"])
    """What stands below the photo."""
    credit: Line | None = Field(None, examples=["Photo: A Photographer, CC BY 4.0"])
    """Whose photo it is, as it is printed below it."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"file": value} if isinstance(value, str) else value


def _by_name(value: Any) -> Any:
    if isinstance(value, str):
        hint = "write each file in a line below it: `- {file: group.jpg, alt: What it shows}`"
        refuse("not-a-list", "a list of photos is expected here, not a text", hint)
    return value


def _photos(photos: list[PhotoRecord]) -> list[PhotoRecord]:
    if len(photos) > MOST_PHOTOS:
        message = f"there are {len(photos)} photos; there can be at most {MOST_PHOTOS}"
        hint = "choose some, and link to an album: `links: {others: [{label: Photos, url: …}]}`"
        refuse("too-many", message, hint)
    return photos


Photos = Annotated[list[PhotoRecord], BeforeValidator(_by_name), AfterValidator(_photos)]
"""The photos in the order in which they are shown."""
