"""The rights block of a camera-ready paper, as ACM's message after the rights form has it."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from proposal.model.fields import Doi, Isbn, Line, refuse
from proposal.model.record import Record

Copyright = Literal[
    "none",
    "acmcopyright",
    "acmlicensed",
    "rightsretained",
    "usgov",
    "usgovmixed",
    "cagov",
    "cagovmixed",
    "licensedusgovmixed",
    "licensedcagov",
    "licensedcagovmixed",
    "othergov",
    "licensedothergov",
    "iw3c2w3",
    "iw3c2w3g",
    "cc",
]
"""The values of acmart's `\\setcopyright` (acmart's guide, "Rights information")."""

CreativeCommons = Literal["zero", "by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"]
"""The values of acmart's `\\setcctype`."""
LicenceVersion = Literal["3.0", "4.0"]
"""The versions of Creative Commons licences that proceedings use."""


class Rights(Record):
    """What ACM's rights message says of the paper."""

    copyright: Copyright = Field(examples=["rightsretained"])
    """The word in `\\setcopyright{…}`."""
    licence: CreativeCommons | None = Field(None, examples=["by"])
    """The word in `\\setcctype{…}`, with `copyright: cc`."""
    licence_version: LicenceVersion | None = Field(None, examples=["4.0"])
    """The version in `\\setcctype[…]{…}`."""
    year: int | None = Field(None, ge=1950, le=2200, examples=[2024])
    """The year in `\\copyrightyear{…}` and `\\acmYear{…}`; the workshop's year if it is absent."""
    doi: Doi | None = Field(None, examples=["10.1145/3637528.3671486"])
    """The DOI in `\\acmDOI{…}`."""
    isbn: Isbn | None = Field(None, examples=["979-8-4007-0490-1/24/08"])
    """The ISBN in `\\acmISBN{…}`."""
    price: Line | None = Field(None, examples=["15.00"], pattern=r"^\d+(\.\d{2})?$")
    """The price in `\\acmPrice{…}` of older messages."""
    article: int | None = Field(None, ge=1, examples=[42])
    """The article number in `\\acmArticle{…}`."""

    @property
    def is_open(self) -> bool:
        """Whether everybody may pass the paper on, so that no notice may say otherwise."""
        return self.copyright in ("cc", "iw3c2w3", "iw3c2w3g", "usgov")

    @model_validator(mode="after")
    def _licence_of_creative_commons(self) -> Self:
        if self.copyright == "cc" and self.licence is None:
            refuse("missing-licence", "`copyright: cc` needs a licence", "add `licence: by`")
        if self.copyright != "cc" and self.licence is not None:
            refuse(
                "licence-without-cc",
                f"a licence does not go with `copyright: {self.copyright}`",
                "write `copyright: cc` or delete `licence`",
            )
        return self
