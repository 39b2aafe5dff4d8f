"""How far a long job is, told to whoever watches it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Watch = Callable[[int, int, str], None]
"""Is told how many parts of a job are done, of how many, and the name of the next one.

How many there are is 0 as long as nobody knows, and the name is empty where there is none.
It may be called from any thread.
"""

_Part = TypeVar("_Part")


def nobody_watches(_done: int, _of: int, _name: str) -> None:
    """Say nothing."""


def watched(
    parts: Iterable[_Part], watch: Watch, of: int, name_of: Callable[[_Part], str]
) -> Iterator[_Part]:
    """The parts of a job one by one, of each of which is told before it is done.

    Args:
        parts: the parts.
        watch: is told of them.
        of: how many there are; 0 if nobody knows.
        name_of: names one of them.
    """
    done = 0
    for done, part in enumerate(parts, start=1):
        watch(done - 1, of, name_of(part))
        yield part
    watch(done, of, "")
