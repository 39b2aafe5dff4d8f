"""Which edition of its series an edition is: its number, or that it is not counted."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

UNCOUNTED = "uncounted"
"""The word in place of the number of an edition that is not counted, such as a special one."""


def _ordinal(value: Any) -> Any:
    is_uncounted = isinstance(value, str) and value.strip().casefold() == UNCOUNTED
    return None if is_uncounted else value


_Number = Annotated[int, Field(ge=1, le=999)]

Ordinal = Annotated[
    _Number | None,
    BeforeValidator(_ordinal, json_schema_input_type=_Number | Literal["uncounted"]),
]
"""The number of an edition; nothing if it is not counted."""
