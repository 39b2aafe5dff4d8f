"""Facts of one kind in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Collection(Struct, Generic[T], frozen=True):
    """Facts of one kind in order; prose selects from them and sets them as a block."""

    kind: str
    """The name of the template that sets them."""
    items: tuple[T, ...] = ()
    is_of_invited: bool = False
    """Whether they were selected for not having agreed yet, so that nobody has to be told."""

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __getitem__(self, name: str) -> T:
        """The item of an id, as in `papers.short-title`.

        Raises:
            KeyError: there is none of it.
        """
        return dict(zip(self.ids, self.items, strict=True))[name]

    @property
    def ids(self) -> list[str]:
        """The ids of the items in order, empty for those that have none."""
        owners = (item if hasattr(item, "id") else getattr(item, "person", None) for item in self)
        return [str(getattr(owner, "id", "")) for owner in owners]

    def __len__(self) -> int:
        return len(self.items)
