"""Names of dates beside the usual kinds: which ones the data may have, and what to type instead."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Any

from proposal.model.deadline_kinds import WORKSHOP
from proposal.model.examples import in_yaml
from proposal.model.record import Record

DATE_NAME = r"[a-z][a-z0-9]*(_[a-z0-9]+)*"
"""A name that prose can quote: `challenge_start`."""

_TAKEN = frozenset({WORKSHOP, "named", "listed", "lines", "others", "of_authors"})
"""Names that mean something else where templates and prose name a date."""

_LIKENESS = 0.9
"""How alike a slip of the pen and a usual name are; `submision` and `submission` are so by 0.95."""


def is_other_date(name: str, value: Any, usual: Iterable[str]) -> bool:
    """Whether a key is the name of a date of its own, and no slip of the pen.

    Args:
        name: the key.
        value: what stands under it; a date of its own says what it is called.
        usual: the names of the usual kinds.
    """
    if not isinstance(value, dict):
        return False
    if not value.get("label") and not (value.get("kind") and value.get("track")):
        return False
    return is_date_name(name) and not (name.isalpha() and is_slip(name, usual))


def is_date_name(name: str) -> bool:
    """Whether a key can be the name of a date."""
    return re.fullmatch(DATE_NAME, name) is not None and name not in _TAKEN


def is_slip(name: str, usual: Iterable[str]) -> bool:
    """Whether a key is one of the usual names with a wrong letter."""
    return bool(difflib.get_close_matches(name, list(usual), n=1, cutoff=_LIKENESS))


def hint_for_other_date(key: str, record: type[Record], meant: str) -> str:
    """What to type for a date that is of none of the usual kinds.

    Args:
        key: the key as it was typed.
        record: the record of dates.
        meant: a question after the usual name that may be meant; empty if there is none.
    """
    if meant and is_slip(key.casefold(), record.model_fields):
        return meant
    if key == WORKSHOP:
        return "the workshop's own day stands under `when`"
    name = re.sub(r"\W+", "_", key.strip().casefold(), flags=re.ASCII).strip("_-")
    name = name if is_date_name(name) else "date_of_its_own"
    label = in_yaml(name.replace("_", " ").capitalize())
    example = f"`{name}: {{date: 2027-05-01, label: {label}}}`"
    kind = next((usual for usual in record.model_fields if name.startswith(f"{usual}_")), None)
    if kind:
        track = name.removeprefix(f"{kind}_").replace("_", "-")
        example += f"; that of a track: `{name}: {{date: …, kind: {kind}, track: {track}}}`"
    if meant:
        return f"{meant} Another date needs a label: {example}"
    usual = ", ".join(record.model_fields)
    return f"a date beside the usual ones ({usual}) needs a label: {example}"
