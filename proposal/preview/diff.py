"""Which facts did an edit change?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proposal.diagnostics import Span
from proposal.edition.facts import Fact

Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that is another one than before."""

    name: str
    before: str | None
    """What it was; nothing if it is new."""
    after: str | None
    """What it is; nothing if it is gone."""
    span: Span | None
    """Where it is written; for what is gone, where it was."""
    editions: tuple[int, ...]
    """The editions of which it is told, the newest first."""


def changes_between(before: Mapping[int, Facts], after: Mapping[int, Facts]) -> tuple[Change, ...]:
    """The facts that differ, by place; what several editions share is told once.

    Editions that are not in both are not compared: of a new one, everything would be new.
    """
    found: dict[tuple[str, str | None, str | None], list[tuple[int, Span | None]]]
    found = defaultdict(list)
    for year in sorted(before.keys() & after.keys(), reverse=True):
        for name, old, new in _differences(before[year], after[year]):
            place = new or old
            key = (name, old.text if old else None, new.text if new else None)
            found[key].append((year, place.span if place else None))
    told = [
        Change(*key, places[0][1], tuple(year for year, _ in places))
        for key, places in found.items()
    ]
    return tuple(sorted(told, key=_order))


def _order(change: Change) -> tuple[bool, str, int, int]:
    span = change.span
    if span is None:
        return (True, change.name, 0, 0)
    return (False, str(span.file), span.line, span.column)


def _differences(before: Facts, after: Facts) -> Iterator[tuple[str, Fact | None, Fact | None]]:
    """The names of facts that differ, with the old and the new one."""
    gone = [fact for name, fact in before.items() if name not in after]
    new = [fact for name, fact in after.items() if name not in before]
    for name, fact in after.items():
        if name in before and before[name].text != fact.text:
            yield name, before[name], fact
    replaced = _replaced(gone, new)
    for fact in new:
        old = replaced.get(fact.name)
        yield (_group(fact.name) if old else fact.name), old, fact
    taken = {old.name for old in replaced.values()}
    for fact in gone:
        if fact.name not in taken:
            yield fact.name, fact, None


def _replaced(gone: list[Fact], new: list[Fact]) -> dict[str, Fact]:
    """Which new item of a list stands for which old one.

    An item such as a topic is named by its own words, so that a corrected topic is another one;
    where as many items of a list are new as are gone, they were changed.
    """
    old_ones, new_ones = defaultdict(list), defaultdict(list)
    for fact in gone:
        old_ones[_group(fact.name)].append(fact)
    for fact in new:
        new_ones[_group(fact.name)].append(fact)
    return {
        fact.name: old
        for group, facts in new_ones.items()
        if group and len(facts) == len(old_ones[group])
        for fact, old in zip(facts, old_ones[group], strict=True)
    }


def _group(name: str) -> str:
    """The list of which a fact is an item: `topics` for `topics.fairness`."""
    return name.rpartition(".")[0]
