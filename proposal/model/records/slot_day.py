"""The day of a slot: its number among those of the edition, or its date."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from proposal.model.fields import DAY_FORM, read_day, refuse

_MOST = 31
"""The days of the longest workshop that anybody may mean."""


def _slot_day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not text.isdecimal() or len(text) > 2:
        return read_day(value)
    if not 1 <= int(text) <= _MOST:
        refuse("not-a-date", f"`{value}` is no number of a day", "write 1 for the first day")
    return int(text)


SlotDay = Annotated[
    int | dt.date,
    BeforeValidator(_slot_day),
    WithJsonSchema({"type": ["integer", "string"], "pattern": rf"^\d{{1,2}}$|{DAY_FORM}"}),
]
"""A day of the workshop: 2, or 2024-08-26."""
