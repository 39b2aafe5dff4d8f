"""Collections that a test goes through, of which an empty one would prove nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def some(values: Iterable[T]) -> list[T]:
    """The values, of which there must be one at least."""
    found = list(values)
    assert found, "there is nothing to look at"
    return found
