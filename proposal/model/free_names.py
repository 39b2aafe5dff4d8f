"""Names of which no two are the same: those that are taken get a number."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import chain, count


def free_name(wanted: str, taken: Container[str]) -> str:
    """A name, with a number from 2 on where it is taken: `acme`, `acme-2`."""
    numbered = (f"{wanted}-{number}" for number in count(2))
    return next(name for name in chain([wanted], numbered) if name not in taken)


def distinct_names(wanted: Iterable[str]) -> list[str]:
    """A name for each one that is wanted, in their order."""
    found: dict[str, None] = {}
    for name in wanted:
        found[free_name(name, found)] = None
    return list(found)
