"""The rights block of a camera-ready paper, as ACM's message after the rights form has it."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BeforeValidator, Field, model_validator

from proposal.model.acmart_versions import Copyright
from proposal.model.fields import Doi, Isbn, Line, refuse
from proposal.model.record import Record

_Licence = Literal["zero", "by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"]
LICENCE_WORDS: tuple[str, ...] = get_args(_Licence)
"""The values of acmart's `\\setcctype`."""
_WHOLE_LICENCE = re.compile(
    r"(?:https?://creativecommons\.org/(?:licenses|publicdomain)/|(?:cc|creative commons)?[\s-]*)"
    r"(?P<kind>0|zero|by(?:[\s-]*n[cd]|[\s-]*sa)*)[\s/-]*v?(?P<version>\d(?:\.\d)?)?"
    r"(?:\s+international)?/?",
    re.IGNORECASE,
)
"""Examples: `CC BY-NC 4.0`, `cc-by`, `CC0`, `https://creativecommons.org/licenses/by/4.0/`."""


def _licence(value: Any) -> Any:
    """The word of a licence; one that is written out is refused with its word."""
    if not isinstance(value, str) or value in LICENCE_WORDS:
        return value
    match = _WHOLE_LICENCE.fullmatch(value.strip())
    if match is None:
        return value
    parts = re.findall(r"zero|0|by|n[cd]|sa", match["kind"].lower())
    kind = "-".join(parts).replace("0", "zero")
    if kind in LICENCE_WORDS:
        version = _of_version(kind, match["version"])
        message = f"`{value}` is not one of {', '.join(LICENCE_WORDS)}"
        refuse("not-a-choice", message, f"write `licence: {kind}`{version}")
    return value


def _of_version(kind: str, version: str | None) -> str:
    """What is said of a version behind the word of its licence; without the key it is 4.0."""
    if kind == "zero" or version in {None, "4", "4.0"}:
        return ""
    if version in {"3", "3.0"}:
        return ", and `licence_version: 3.0`"
    return f" if it may be 4.0; {version} is no version that proceedings use"


CreativeCommons = Annotated[_Licence, BeforeValidator(_licence)]
"""One of `LICENCE_WORDS`."""


_Version = Literal["3.0", "4.0"]


def _version(value: Any) -> Any:
    """The version as it is typed, `4` too; there is no newer one than 4.0."""
    if not isinstance(value, str):
        return value
    version = value.strip().lower().removeprefix("v")
    version = f"{version}.0" if version.isdecimal() else version
    if version not in get_args(_Version):
        newest = "4.0 is the newest version of the Creative Commons licences"
        message = f"`{value}` is no version of the licence that is used: {newest}"
        hint = "write 4.0, or 3.0 if the publisher does; without the key it is 4.0"
        refuse("not-a-choice", message, hint)
    return version


LicenceVersion = Annotated[_Version, BeforeValidator(_version)]
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
