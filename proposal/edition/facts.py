"""Every fact of a resolved edition by a stable name, as plain text."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from proposal.diagnostics import Span
from proposal.edition.edition import Collection, Edition

_NOT_FACTS = {"documents", "editions", "overview", "photo", "references", "span", "url"}
"""Fields that are no facts of this edition: where things stand, other editions, how it is told."""


def facts_of(edition: Edition) -> dict[str, str]:
    """The facts by name: `organizers.ed-chi.person.affiliations.1.institution`."""
    return dict(_facts(edition, ""))


def _facts(value: Any, name: str) -> Iterator[tuple[str, str]]:
    if value is None or isinstance(value, Span | Path):
        return
    if isinstance(value, ZoneInfo):
        yield name, value.key
    elif isinstance(value, dt.datetime | dt.date):
        yield name, value.isoformat()
    elif dataclasses.is_dataclass(value) and not isinstance(value, Collection):
        for field in dataclasses.fields(value):
            if field.name not in _NOT_FACTS:
                yield from _facts(getattr(value, field.name), _joined(name, field.name))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _facts(each, _joined(name, str(key)))
    elif isinstance(value, Collection | Sequence) and not isinstance(value, str):
        for number, each in enumerate(value, start=1):
            yield from _facts(each, _joined(name, _name_of(each) or str(number)))
    else:
        yield name, " ".join(str(value).split())


def _name_of(item: Any) -> str:
    """The id of an item in a list, which stays the same when the list is put in another order."""
    owner = getattr(item, "person", item) if not hasattr(item, "id") else item
    return str(getattr(owner, "id", ""))


def _joined(name: str, part: str) -> str:
    return f"{name}.{part}" if name else part
