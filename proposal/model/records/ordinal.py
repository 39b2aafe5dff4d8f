"""Which edition of its series an edition is: its number, or that it is not counted."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from proposal.model.fields import refuse

UNCOUNTED = "uncounted"
"""The word in place of the number of an edition that is not counted, such as a special one."""


_MOST_IN_WORDS = 99
"""The largest number that is read in words."""


def _ordinal(value: Any) -> Any:
    """A number as people write it: 3, 3rd, Third."""
    if not isinstance(value, str):
        return value
    text = value.strip().casefold()
    if text == UNCOUNTED:
        return None
    if match := re.fullmatch(r"(\d{1,3})\s?(?:st|nd|rd|th)", text):
        return match[1]
    if text in {"none", "no", "special", "n/a", "-"}:
        hint = f"write `ordinal: {UNCOUNTED}` for an edition that is not counted"
        refuse("not-a-number", f"`{value}` is no number of an edition", hint)
    is_word = text[:1].isalpha() and text.isascii()
    return _in_words().get(text.replace("-", " "), value) if is_word else value


@cache
def _in_words() -> dict[str, int]:
    """The numbers by their ordinals in words."""
    from num2words import num2words  # noqa: PLC0415 - slow to load, and seldom needed

    numbers = range(1, _MOST_IN_WORDS + 1)
    return {str(num2words(number, to="ordinal")).replace("-", " "): number for number in numbers}


_Number = Annotated[int, Field(ge=1, le=999)]

_Printed = Annotated[
    str, Field(pattern=r"^([0-9]{1,3} ?(st|nd|rd|th)|[A-Za-z]+(th|st|nd|rd))$", examples=["3rd"])
]
"""An ordinal as it is printed; what the word is, an editor does not judge."""

Ordinal = Annotated[
    _Number | None,
    BeforeValidator(_ordinal, json_schema_input_type=_Number | Literal["uncounted"] | _Printed),
]
"""The number of an edition; nothing if it is not counted."""
