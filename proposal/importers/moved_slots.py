"""Takes slots out of a program that a newer schedule has at another time, and tells of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from proposal.diagnostics import Diagnostic, Span, warning
from proposal.importers.same_sessions import Slot
from proposal.importers.yaml_merge import FileMerge
from proposal.model.name_comparison import words
from proposal.model.session_kinds import TITLES


def take_out_moved(
    document: CommentedSeq, merge: FileMerge, wanted: Sequence[Slot], file: Path
) -> Iterator[Diagnostic]:
    """Take out what stands in the schedule at another time; what is not in it stays and is told.

    Args:
        document: the program, into which the schedule was merged.
        merge: what the merging did; what is taken out is added to its changes.
        wanted: the slots of the schedule.
        file: the program's file.
    """
    works = set().union(*map(_works_of, wanted)) if wanted else set()
    for slot in merge.without_source:
        own = _works_of(slot)
        has_moved = own <= works if own else _is_among(slot, merge.inserted)
        if not has_moved:
            yield _not_in_source(slot, file)
            continue
        position = next(index for index, other in enumerate(document) if other is slot)
        del document[position]
        merge.changes.append(("program", _called(slot), "at another time"))


def _not_in_source(slot: Any, file: Path) -> Diagnostic:
    line = slot.lc.line + 1 if isinstance(slot, CommentedMap) else 1
    message = f"{_called(slot)} is not in the schedule any more, and stays in program.yaml"
    hint = "if it is off, delete it there"
    return warning("slot-not-in-source", message, Span(file, line, 1, 1), hint)


def _called(slot: Slot) -> str:
    """A slot as a message names it."""
    what = slot.get("title") or slot.get("talk")
    if not what and slot.get("papers"):
        what = ", ".join(map(str, slot["papers"]))
    what = what or TITLES.get(str(slot.get("kind", "")), "a part")
    day = f" of day {slot['day']}" if slot.get("day") else ""
    return f"`{what}` at {slot.get('start')}{day}"


def _works_of(slot: Slot) -> set[tuple[str, str]]:
    """The talks and papers that stand in a slot and its parts."""
    found = {("papers", str(name)) for name in slot.get("papers") or ()}
    if slot.get("talk"):
        found.add(("talk", str(slot["talk"])))
    for part in slot.get("parts") or ():
        found |= _works_of(part) if isinstance(part, Mapping) else set()
    return found


def _is_among(slot: Slot, inserted: Sequence[Slot]) -> bool:
    """Whether a part of the same kind and title on the same day is new in the program."""
    return any(_what(other) == _what(slot) for other in inserted)


def _what(slot: Slot) -> tuple[str, ...]:
    said = (str(slot.get(key, "")) for key in ("day", "kind", "title"))
    day, kind, title = said
    return (day, kind, *words(title))
