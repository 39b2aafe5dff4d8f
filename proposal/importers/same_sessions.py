"""Tells whether a slot, a talk or its people in a file are those of which a source tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from proposal.importers.text_equality import as_read
from proposal.model.affiliated import name_and_affiliation
from proposal.model.id_form import ID_FORM
from proposal.model.name_comparison import same_name, words
from proposal.model.records.session_people import PARTS_PLAYED

Slot = Mapping[str, Any]

SESSION_PEOPLE = (*PARTS_PLAYED, "panelists")
"""The keys of a slot under which people stand, one or several."""


def minutes_of(clock: Any) -> int:
    """How many minutes after midnight a time is, however it is typed; -1 if it is none.

    Behind one that comes twice stands its clock, which does not count: `01:30 MST`.
    """
    bare = re.sub(r"(?<=\d)\s+(?:[A-Z]{2,5}|UTC[+-][\d:]+)$", "", str(clock).strip())
    match = re.fullmatch(r"(\d{1,2}):(\d{2})(?::\d{2})?", as_read(bare).strip())
    return int(match[1]) * 60 + int(match[2]) if match else -1


def starts_together(one: Slot, other: Slot) -> bool:
    """Whether two slots begin at the same time of the same day."""
    return _beginning(one) == _beginning(other)


def is_same_slot(one: Slot, other: Slot) -> bool:
    """Whether two slots begin together, and hold the same, by their talk, title, papers or kind."""
    if not starts_together(one, other):
        return False
    for key in ("talk", "title"):
        if one.get(key) and other.get(key):
            return _is_equal(one, other, key)
    if _are_apart(one, other):
        return False
    papers = _papers(one), _papers(other)
    return bool(papers[0] & papers[1]) if all(papers) else _kind(one) == _kind(other) != ""


def is_renamed_slot(one: Slot, other: Slot) -> bool:
    """Whether a slot may be another one under a new title: of its kind, and at the same time.

    What is of another kind, or has other talks or papers, is something else that begins then.
    """
    papers = _papers(one), _papers(other)
    return (
        starts_together(one, other)
        and not is_another_event(one, other)
        and not _are_apart(one, other)
        and (not all(papers) or bool(papers[0] & papers[1]))
    )


def is_replaced_slot(existing: Slot, wanted: Slot) -> bool:
    """Whether a slot without talks and papers gives way to what surely is something else.

    Both last as long; a title alone may say the same in other words.
    """
    is_sure = bool(wanted.get("talk") or _papers(wanted) or _kind(wanted))
    has_works = bool(_papers(existing)) or bool(existing.get("talk") or existing.get("parts"))
    ends = minutes_of(existing.get("end")), minutes_of(wanted.get("end"))
    is_same_time = starts_together(existing, wanted) and ends[0] == ends[1] != -1
    return is_same_time and is_sure and not has_works and not _are_apart(existing, wanted)


def _are_apart(one: Slot, other: Slot) -> bool:
    """Whether two slots have different tracks or rooms."""
    return any(
        one.get(key) and other.get(key) and not _is_equal(one, other, key)
        for key in ("track", "room")
    )


def _is_equal(one: Slot, other: Slot, key: str) -> bool:
    return words(str(one[key])) == words(str(other[key]))


def place_in_program(slot: Slot, program: Sequence[Slot]) -> int:
    """Where in a program a new slot belongs: behind those that begin earlier or with it."""
    return sum(_beginning(other) <= _beginning(slot) for other in program)


def is_another_event(existing: Slot, wanted: Slot) -> bool:
    """Whether something else takes place, so that what is said of one is not true of the other."""
    if "talk" in existing or "talk" in wanted:
        return str(existing.get("talk", "")) != str(wanted.get("talk", ""))
    kinds = _kind(existing), _kind(wanted)
    if all(kinds):
        return kinds[0] != kinds[1]
    titles = (words(str(slot.get("title", ""))) for slot in (existing, wanted))
    return next(titles) != next(titles)


def are_same_people(existing: Any, wanted: Any) -> bool:
    """Whether a slot names the same people in order, by ids or by names."""
    ones, others = _listed(existing), _listed(wanted)
    return len(ones) == len(others) and all(
        same_name(name_of_person(one), name_of_person(other))
        for one, other in zip(ones, others, strict=True)
    )


def name_of_person(person: Any) -> str:
    """The name of somebody who is named by an id, in one text or in a record."""
    if isinstance(person, Mapping):
        return str(person.get("person", "")).replace("-", " ") or str(person.get("name", ""))
    text = str(person)
    return text.replace("-", " ") if re.fullmatch(ID_FORM, text) else name_and_affiliation(text)[0]


def gives_the_same_talk(one: Slot, other: Slot) -> bool:
    """Whether two entries among the speakers are of the same people in the same role."""
    return one.get("role") == other.get("role") and are_same_people(
        one.get("person", ""), other.get("person", "")
    )


def are_same_parts(existing: Any, wanted: Any, slots: tuple[Slot, Slot]) -> bool:
    """Whether the parts of two slots are the same at the same hours, however these are written."""
    return _parts(existing, slots[0]) == _parts(wanted, slots[1])


def _parts(parts: Sequence[Slot], slot: Slot) -> list[tuple[Any, ...]]:
    """What happens in the parts of a slot, and from which to which minute of the day."""
    found = []
    reached = minutes_of(slot.get("start"))
    for index, part in enumerate(parts):
        start = minutes_of(part["start"]) if "start" in part else reached
        following = parts[index + 1] if index + 1 < len(parts) else {}
        end = minutes_of(part.get("end") or following.get("start") or slot.get("end"))
        reached = start + int(part["minutes"]) if "minutes" in part else end
        what = str(part.get("talk", "")), frozenset(_papers(part)), str(part.get("title", ""))
        found.append((start, reached, *what))
    return found


def _beginning(slot: Slot) -> tuple[str, int]:
    return str(slot.get("day", "")), minutes_of(slot.get("start"))


def _papers(slot: Slot) -> set[str]:
    named = {str(name) for name in slot.get("papers", ())}
    return named.union(*(_papers(part) for part in slot.get("parts", ())))


def _kind(slot: Slot) -> str:
    return str(slot.get("kind", "")) or ("papers" if _papers(slot) else "")


def _listed(people: Any) -> list[Any]:
    is_list = isinstance(people, Sequence) and not isinstance(people, str)
    return list(people) if is_list else [people]
