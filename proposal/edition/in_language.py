"""Says an edition in a language: its fixed words, its days, and whatever says something later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.edition.marked_values import Estimate
from proposal.words.fixed import Fixed
from proposal.words.language import ENGLISH, Language

T = TypeVar("T")


def in_language(value: T, language: Language) -> T:
    """An edition, or a part of one, in a language; what stands twice in it is one value still."""
    if getattr(value, "language", ENGLISH) == language:
        return value
    made: T = _Saying(language).said(value)
    return made


class _Saying(Struct, frozen=True):
    language: Language
    done: dict[int, tuple[Any, Any]] = field(default_factory=dict)
    """Values by their identity: each as it was, which keeps it alive, and as it is now."""

    def said(self, value: Any) -> Any:
        if id(value) not in self.done:
            self.done[id(value)] = (value, self._made(value))
        return self.done[id(value)][1]

    def _made(self, value: Any) -> Any:
        match value:
            case Fixed():
                return value.said_in(self.language)
            case Estimate():
                return value.said_in(self.language)
            case tuple():
                items = tuple(map(self.said, value))
                return items if any(map(_differ, items, value)) else value
            case Mapping():
                return {name: self.said(item) for name, item in value.items()}
            case Struct() if type(value).__module__.startswith(_HOME):
                return self._with_attributes(value)
            case _:
                return value

    def _with_attributes(self, value: Any) -> Any:
        known = {name: getattr(value, name) for name in value.__struct_fields__}
        made = {name: self.said(item) for name, item in known.items()}
        if "language" in made:
            made["language"] = self.language
        changed = {name: item for name, item in made.items() if item is not known[name]}
        return replace(value, **changed) if changed else value


_HOME = "proposal.edition."
"""Where the classes are of which an edition is made."""


def _differ(one: Any, other: Any) -> bool:
    return one is not other
