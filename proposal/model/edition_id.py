"""How an edition is called: by its year, and by a suffix where a year has more than one."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from proposal.model.day_hints import FIRST_YEAR, LAST_YEAR
from proposal.model.fields import Line, refuse

_PATTERN = r"[0-9]{4}(?:[a-z]|-[a-z0-9]{1,20})?"
"""Examples: `2026`, `2026-spring`, `2026-2`, `2026b`."""

NOT_AN_ID = "edition-name"
"""The code of what no edition can be called."""

FORM = "a year, such as 2026, or 2026-spring and 2026-2 where a year has more than one"
"""What an edition's id looks like, for messages."""


def is_edition_id(text: str) -> bool:
    """Whether an edition, and its folder, can be called so."""
    return bool(re.fullmatch(_PATTERN, text)) and FIRST_YEAR <= year_of_id(text) <= LAST_YEAR


def year_of_id(edition_id: str) -> int:
    """The year in an edition's id."""
    return int(edition_id[:4])


def suffix_of_id(edition_id: str) -> str:
    """What stands behind the year, without the hyphen; empty if nothing does."""
    return edition_id[4:].removeprefix("-")


def nearest_id(text: str) -> str | None:
    """The id that a text resembles which is none; nothing if there is no year in it."""
    year = re.search(r"(?<!\d)(?:19|2[01])\d\d(?!\d)", text)  # wsp2026
    if year is None:
        return None
    around = f"{text[: year.start()]} {text[year.end() :]}".lower()
    suffix = "".join(re.findall("[a-z0-9]+", around))[:20]
    return f"{year[0]}-{suffix}" if suffix else year[0]


def _edition_id(value: str) -> str:
    if not is_edition_id(value):
        refuse(NOT_AN_ID, f"no edition can be called `{value}`", f"write {FORM}")
    return value


EditionId = Annotated[
    Line, AfterValidator(_edition_id), Field(json_schema_extra={"pattern": f"^{_PATTERN}$"})
]
"""The name of a folder in `editions/`."""
