"""The facts that an edit changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.edition.facts import Fact

Facts = Mapping[str, Fact]
"""The facts of an edition by key."""


class Change(Struct, frozen=True):
    """A fact that is another one than before."""

    name: str
    """The fact's id."""
    before: str | None
    """What it was; nothing if it is new."""
    after: str | None
    """What it is; nothing if it is gone."""
    span: Span | None
    """Where it is written; for what is gone, where it was."""
    editions: tuple[str, ...]
    """The editions of which it is told, the newest first."""


def changes_between(before: Mapping[str, Facts], after: Mapping[str, Facts]) -> tuple[Change, ...]:
    """The facts that differ, by place; what several editions share is one change.

    Editions that are not in both are not compared: of a new one, everything would be new.
    """
    found: dict[tuple[str, str | None, str | None], list[tuple[str, str, Span | None]]]
    found = defaultdict(list)
    for edition_id in sorted(before.keys() & after.keys(), reverse=True):
        for key, name, old, new in _differences(before[edition_id], after[edition_id]):
            place = new or old
            texts = (old.text if old else None, new.text if new else None)
            found[(key, *texts)].append((edition_id, name, place.span if place else None))
    changes = [
        Change(
            places[0][1], old, new, places[0][2], tuple(edition_id for edition_id, _, _ in places)
        )
        for (_, old, new), places in found.items()
    ]
    return tuple(sorted(changes, key=_order))


def _order(change: Change) -> tuple[bool, str, int, int]:
    span = change.span
    if span is None:
        return (True, change.name, 0, 0)
    return (False, str(span.file), span.line, span.column)


def _differences(
    before: Facts, after: Facts
) -> Iterator[tuple[str, str, Fact | None, Fact | None]]:
    """The facts that differ: the key and the id, the old and the new one."""
    gone = [fact for key, fact in before.items() if key not in after]
    new = [fact for key, fact in after.items() if key not in before]
    for key, fact in after.items():
        if key in before and before[key].text != fact.text:
            yield key, fact.id, before[key], fact
    replaced = _replaced(gone, new)
    for fact in new:
        if old := replaced.get(fact.key):
            yield _group(fact.key), _group(fact.id), old, fact
        else:
            yield fact.key, fact.id, None, fact
    taken = {old.key for old in replaced.values()}
    for fact in gone:
        if fact.key not in taken:
            yield fact.key, fact.id, fact, None


def _replaced(gone: list[Fact], new: list[Fact]) -> dict[str, Fact]:
    """The old item of a list for each new one that stands for it, by the new one's key.

    An item such as a topic is named by its own words, so that a corrected topic is another one;
    where as many items of a list are new as are gone, they were changed.
    """
    old_ones, new_ones = defaultdict(list), defaultdict(list)
    for fact in gone:
        old_ones[_group(fact.key)].append(fact)
    for fact in new:
        new_ones[_group(fact.key)].append(fact)
    return {
        fact.key: old
        for group, facts in new_ones.items()
        if group and len(facts) == len(old_ones[group])
        for fact, old in zip(facts, old_ones[group], strict=True)
    }


def _group(name: str) -> str:
    """The list of which a fact is an item: `topics` for `topics.fairness`."""
    return name.rpartition(".")[0]
