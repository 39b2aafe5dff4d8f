"""Who leads a part of the schedule, and who sits on its panel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator

from proposal.model.id_form import ID_FORM
from proposal.model.records.listed import as_list_of_records
from proposal.model.records.paper import Participant
from proposal.words.marking import ngettext_noop


def _by_id(value: Any) -> Any:
    """Take a word that is written as ids are for the id of a person's file."""
    if isinstance(value, str) and re.fullmatch(ID_FORM, value.strip()):
        return {"person": value}
    return value


SessionPerson = Annotated[Participant, BeforeValidator(_by_id)]
"""Somebody by the id of a person's file, or as `Name (Affiliation)`."""

SessionPeople = Annotated[
    list[SessionPerson],
    BeforeValidator(as_list_of_records, json_schema_input_type=SessionPerson | list[SessionPerson]),
]
"""One person, or several in order."""

PARTS_PLAYED: Mapping[str, tuple[str, str]] = {
    "chair": ngettext_noop("Chair", "Chairs"),
    "moderator": ngettext_noop("Moderator", "Moderators"),
    "discussants": ngettext_noop("Discussant", "Discussants"),
}
"""What people do in a part of the schedule, by its key: of one person, and of several."""
