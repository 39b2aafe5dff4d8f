"""Whether an edition takes place as it was planned."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator

from proposal.model.fields import refuse
from proposal.model.nearest_word import as_key

EditionStatus = Literal["postponed", "cancelled", "moved-online"]

OTHER_WORDS: tuple[tuple[str, EditionStatus], ...] = (
    # canceled, called off, withdrawn
    (r"cancel(?:led|ed|l)?|called_off|withdrawn|off", "cancelled"),
    # delayed, rescheduled, deferred
    (r"postpone|delayed|deferred|rescheduled|suspended", "postponed"),
    # online, moved to online, virtual
    (r"(?:moved_)?(?:to_)?(?:online|virtual)(?:_only)?", "moved-online"),
)
"""Regular expressions of words that people write, with ours."""

_ELSEWHERE = r"(?:has_)?(?:been_)?(?:moved|relocated|changed)(?:_.*)?"
"""moved, relocated, moved to another city"""

_AS_PLANNED = "scheduled|confirmed|planned|on|open|ok|active|happening|upcoming|over|past|done"


def _status(value: Any) -> Any:
    if not isinstance(value, str) or value.strip() in get_args(EditionStatus):
        return value
    text = value.strip()
    plain = as_key(text)
    message = f"`{text}` is not one of {', '.join(get_args(EditionStatus))}"
    for words, meant in OTHER_WORDS:
        if re.fullmatch(words, plain):
            refuse("not-a-choice", message, f"write `status: {meant}`")
    if re.fullmatch(_ELSEWHERE, plain):
        hint = (
            "if it moved online, write `status: moved-online`; if it is at another place or on "
            "another day, correct those, and tell it under `news`"
        )
        refuse("not-a-choice", message, hint)
    if re.fullmatch(_AS_PLANNED, plain):
        hint = "delete the line: an edition without `status` takes place as `when` says"
        refuse("not-a-choice", message, hint)
    return value


StatusWord = Annotated[EditionStatus, BeforeValidator(_status)]
"""What became of the plan."""
