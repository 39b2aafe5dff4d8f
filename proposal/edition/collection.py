"""Facts of one kind in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Collection(Generic[T]):
    """Facts of one kind in order; prose selects from them and sets them as a block."""

    kind: str
    """The name of the template that sets them."""
    items: tuple[T, ...] = ()
    is_of_invited: bool = False
    """Whether they were selected for not having agreed yet, so that nobody has to be told."""

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)
