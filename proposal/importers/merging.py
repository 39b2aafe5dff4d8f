"""Brings values into one loaded data file and remembers what it changed.

What stands in the file keeps its place, its comments and its ids; only what differs is touched.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from proposal.importers.matching import words
from proposal.importers.writing import styled

Told = tuple[str, str | None, str]
"""Where a value stands, what stood there, and what will."""


@dataclass(slots=True)
class Merging:
    """The merging of one file."""

    changes: list[Told] = field(default_factory=list)

    def mapping(self, existing: CommentedMap, wanted: Mapping[str, Any], where: str) -> None:
        """Bring the values of a record into one that stands at `where` in the file."""
        for key, value in wanted.items():
            place = f"{where}.{key}" if where else key
            if existing.get(key) is None:
                existing[key] = styled(value, key)
                self.changes.append((place, None, _shown(value)))
            elif isinstance(existing[key], CommentedSeq) and isinstance(value, list):
                self.sequence(existing[key], value, key, place)
            elif isinstance(existing[key], CommentedMap) and isinstance(value, Mapping):
                self.mapping(existing[key], value, place)
            elif not _is_short_for(existing[key], value) and not _same(existing[key], value):
                old = _shown(existing[key])
                existing[key] = styled(value, key)
                self.changes.append((place, old, _shown(value)))

    def sequence(
        self, existing: CommentedSeq, wanted: list[Any], key: str, where: str | None = None
    ) -> None:
        """Bring items into a list: known ones are completed, new ones added at its end."""
        place = where or key
        identify = _IDENTITIES.get(key, _text_identity)
        known = {identify(_expanded(item, key)): index for index, item in enumerate(existing)}
        for item in wanted:
            identity = identify(_expanded(item, key))
            if identity not in known:
                known[identity] = len(existing)
                existing.append(styled(item, "(item)"))
                self.changes.append((place, None, _shown(item)))
                continue
            index = known[identity]
            if isinstance(existing[index], CommentedMap) and isinstance(item, Mapping):
                self.mapping(existing[index], item, f"{place}[{index + 1}]")
            elif isinstance(item, Mapping) and len(item) > len(_expanded(existing[index], key)):
                old = _shown(existing[index])
                existing[index] = styled(item, "(item)")
                self.changes.append((f"{place}[{index + 1}]", old, _shown(item)))


def _expanded(item: Any, key: str) -> Mapping[str, Any]:
    """An item in its long form."""
    if isinstance(item, Mapping):
        return item
    return {"person" if key in {"organizers", "speakers"} else "name": item}


def _text_identity(item: Mapping[str, Any]) -> object:
    return " ".join(words(str(next(iter(item.values()), ""))))


def _talk_identity(item: Mapping[str, Any]) -> object:
    return item.get("id") or (item.get("person"), item.get("role"))


def _participant_identity(item: Mapping[str, Any]) -> object:
    name = str(item.get("person") or item.get("name", "")).partition("(")[0]
    return tuple(words(name.replace("-", " ")))


_IDENTITIES: dict[str, Callable[[Mapping[str, Any]], object]] = {
    "organizers": lambda item: item.get("person"),
    "speakers": _talk_identity,
    "committee": _participant_identity,
    "program": lambda item: _plain(item.get("start", "")),
    "papers": lambda item: item.get("id") or " ".join(words(str(item.get("title", "")))),
}


def _is_short_for(existing: Any, value: Any) -> bool:
    """Whether a single word stands for a record that says no more, as a date alone does."""
    if isinstance(existing, CommentedMap | CommentedSeq) or not isinstance(value, Mapping):
        return False
    return len(value) == 1 and _same(existing, next(iter(value.values())))


def _same(existing: Any, value: Any) -> bool:
    if isinstance(existing, CommentedMap) and not isinstance(value, Mapping):
        return len(existing) == 1 and _same(next(iter(existing.values())), value)
    return _plain(existing) == _plain(value)


def _plain(value: Any) -> str:
    """A value as a text to compare: spaces, quotes and leading zeros of times do not matter."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    text = " ".join(str(value).split()).translate(_QUOTES)
    return text.rjust(5, "0") if ":" in text and text.replace(":", "").isdigit() else text


_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "\u00a0": " "})
_LONGEST_SHOWN = 60


def _shown(value: Any) -> str:
    """A value in a line, cut where it is long."""
    if isinstance(value, Mapping):
        text = ", ".join(f"{key}: {_shown(each)}" for key, each in value.items())
    elif isinstance(value, Sequence) and not isinstance(value, str):
        text = "; ".join(_shown(each) for each in value)
    else:
        text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
