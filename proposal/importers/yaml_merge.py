"""Brings values into one loaded data file and remembers what it changed.

What stands in the file keeps its place, its comments and its ids; only what differs is touched.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import LiteralScalarString

from proposal.diagnostics import shortened
from proposal.importers.draft import Incomplete, Placeholder
from proposal.importers.same_sessions import (
    SESSION_PEOPLE,
    are_same_parts,
    are_same_people,
    gives_the_same_talk,
    is_another_event,
    is_renamed_slot,
    is_replaced_slot,
    is_same_slot,
    place_in_program,
)
from proposal.importers.text_equality import as_read
from proposal.model.affiliated import name_and_affiliation
from proposal.model.data_writer import ITEM, block, styled
from proposal.model.family_names import family_in
from proposal.model.name_comparison import is_fuller, same_name, same_with_initials, words

Difference = tuple[str, str | None, str]
"""Where a value stands, what stood there, and what will."""


class FileMerge(Struct):
    """The merging of one file."""

    changes: list[Difference] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """What the source says less of than the file, which therefore stays; as sentences."""
    without_source: list[Any] = field(default_factory=list)
    """The items of the file's list that the source does not have."""
    inserted: list[Any] = field(default_factory=list)
    """The items of the source that the file's list did not have."""

    def mapping(self, existing: CommentedMap, wanted: Mapping[str, Any], where: str) -> None:
        """Bring the values of a record into one that stands at `where` in the file."""
        if wanted.get("copyright", "cc") != "cc":
            self.without(existing, ("licence", "licence_version"), where)
        for key, value in wanted.items():
            place = f"{where}.{key}" if where else key
            if existing.get(key) is None:
                existing[key] = styled(value, key)
                self.changes.append((place, None, _shown(value)))
            elif _is_placeholder(value):
                continue
            elif key in {"parts", *SESSION_PEOPLE}:
                self.put(existing, key, value, place)
            elif isinstance(existing[key], CommentedSeq) and isinstance(value, list):
                merge = self.authors if key == "authors" else self.sequence
                merge(existing[key], value, key, place)
            elif isinstance(existing[key], CommentedSeq) and isinstance(value, str):
                self.sequence(existing[key], [value], key, place)
            elif isinstance(existing[key], CommentedMap) and isinstance(value, Mapping):
                self.mapping(existing[key], value, place)
            elif key in _FULLER and _is_part(value, existing[key]):
                self.kept.append(f"{place} stays as it is; the source has only a part of it")
            elif not _is_short_for(existing[key], value) and not _same(existing[key], value):
                self.put(existing, key, value, place)

    def put(self, existing: CommentedMap, key: str, value: Any, place: str) -> None:
        """Put another value in the place of one."""
        old = _shown(existing[key])
        is_block = isinstance(existing[key], LiteralScalarString)
        existing[key] = block(str(value)) if is_block else styled(value, key)
        self.changes.append((place, old, _shown(value)))

    def sequence(
        self, existing: CommentedSeq, wanted: list[Any], key: str, where: str | None = None
    ) -> None:
        """Bring items into a list: known ones are completed, new ones added."""
        place = where or key
        done: set[int] = set()
        for item in wanted:
            index = _index_of(item, existing, key, done)
            if index is None:
                index = _place_for(item, existing, key)
                existing.insert(index, styled(item, ITEM))
                self.changes.append((place, None, _shown(item)))
                self.inserted += [item] if where is None else []
                done = {position + (position >= index) for position in done}
            else:
                self.item(existing, index, item, key, f"{place}[{index + 1}]")
            done.add(index)
        if where is None:
            self.without_source = [item for index, item in enumerate(existing) if index not in done]

    def item(self, items: CommentedSeq, index: int, wanted: Any, key: str, place: str) -> None:
        """Complete one item of a list."""
        existing = items[index]
        if key in _PARTICIPANTS and _names_by_id(existing, key) != _names_by_id(wanted, key):
            if _names_by_id(wanted, key):  # the person's file tells the affiliation
                self.replace(items, index, {**wanted, **_parts_in_paper(existing)}, place)
            elif parts := _parts_in_paper(wanted):
                self.mapping(existing, parts, place)
        elif key == "program":
            self.slot(items, index, wanted, place)
        elif isinstance(existing, CommentedMap) and isinstance(wanted, Mapping):
            same = {"id", "person"} if key == "speakers" else {"id"}
            known = {name: value for name, value in wanted.items() if name not in same}
            if key in _PARTICIPANTS and "name" in known and "name" in existing:
                known |= _fuller_name(existing, known)
                known = self.with_family_name(existing, known, place)
                known = self.with_institutions(existing, known, place)
            self.mapping(existing, known, place)
        elif key in _PARTICIPANTS and isinstance(wanted, Mapping):
            known = _taken_apart(existing)
            joined = {**known, **wanted, **_fuller_name(existing, wanted)}
            fuller = _with_fitting_family(_with_whole_affiliation(known, joined))
            if "affiliations" in wanted:
                fuller.pop("affiliation", None)
            if fuller != known:
                self.replace(items, index, fuller, place)
        elif isinstance(wanted, Mapping) and len(wanted) > len(_expanded(existing, key)):
            fuller = _fuller_name(existing, wanted) if "name" in wanted else {}
            self.replace(items, index, _with_fitting_family({**wanted, **fuller}), place)
        elif (
            key in _PARTICIPANTS
            and not isinstance(wanted, Mapping)
            and is_fuller(str(wanted), _name_of(_expanded(existing, key)))
        ):
            self.rename(items, index, str(wanted), place)

    def slot(self, items: CommentedSeq, index: int, wanted: Any, place: str) -> None:
        """Complete a slot of the schedule, or put another one in its place."""
        existing = items[index]
        if is_another_event(existing, wanted):
            self.replace(items, index, wanted, place)
            return
        news = _news_of_slot(existing, wanted)
        self.mapping(existing, news, place)
        if "parts" in news:  # which say when each of the papers is presented
            self.without(existing, ("papers",) if "papers" not in wanted else (), place)

    def with_institutions(
        self, existing: CommentedMap, wanted: dict[str, Any], place: str
    ) -> dict[str, Any]:
        """What is wanted of a participant, with one key for one institution or for several."""
        several = [str(name) for name in existing.get("affiliations", ())]
        one = wanted.get("affiliation")
        if several and one:
            rest = {key: value for key, value in wanted.items() if key != "affiliation"}
            if str(one) not in {*several, ", ".join(several), "; ".join(several)}:
                self.kept.append(f"{place}.affiliations stays; the source has only {one}")
            return rest
        if "affiliations" in wanted:
            self.without(existing, ("affiliation",), place)
        return wanted

    def with_family_name(
        self, existing: CommentedMap, wanted: dict[str, Any], place: str
    ) -> dict[str, Any]:
        """What is wanted of a participant, with a family name that is a part of the name."""
        known = {"family_name": existing["family_name"]} if "family_name" in existing else {}
        fitting = _with_fitting_family({**known, **wanted})
        if known and "family_name" not in fitting:
            self.without(existing, ("family_name",), place)
        return fitting

    def rename(self, items: CommentedSeq, index: int, name: str, place: str) -> None:
        """Write a participant's fuller name, and leave the affiliation as it is."""
        existing = items[index]
        old = _shown(existing)
        if isinstance(existing, CommentedMap):
            existing.update(self.with_family_name(existing, {"name": name}, place))
        else:
            _, affiliation = name_and_affiliation(str(existing))
            items[index] = f"{name} ({affiliation})" if affiliation else name
        self.changes.append((place, old, _shown(items[index])))

    def replace(self, items: CommentedSeq, index: int, wanted: Any, place: str) -> None:
        """Put another item in the place of one."""
        old = _shown(items[index])
        items[index] = styled(wanted, ITEM)
        self.changes.append((place, old, _shown(wanted)))

    def without(self, existing: CommentedMap, keys: tuple[str, ...], where: str) -> None:
        """Take keys out that do not go with what is wanted."""
        for key in keys:
            if key in existing:
                self.changes.append((f"{where}.{key}", str(existing.pop(key)), "(nothing)"))

    def authors(self, existing: CommentedSeq, wanted: list[Any], _key: str, place: str) -> None:
        """Bring in the authors of a paper, whose order the source knows."""
        if isinstance(wanted, Incomplete):
            self.kept.append(f"{place} stays as it is, since the source does not name all authors")
            return
        known = list(existing)
        indexes: list[int | None] = []
        for author in wanted:
            done = {index for index in indexes if index is not None}
            indexes.append(_index_of(author, existing, "authors", done))
        if indexes != list(range(len(known))):
            old = _shown(known)
            kept = [
                author if index is None else known[index]
                for author, index in zip(wanted, indexes, strict=True)
            ]
            existing[:] = [styled(author, ITEM) for author in kept]
            self.changes.append((place, old, _shown(kept)))
        self.sequence(existing, wanted, "authors", place)


_FULLER = {"abstract", "affiliation"}
"""Texts that never give way to a part of them, as systems cut them or leave departments out."""


def _is_part(value: Any, existing: Any) -> bool:
    """Whether a text says a part of what another one says, and no more."""
    one, other = (f" {' '.join(words(str(text)))} " for text in (value, existing))
    return len(one) < len(other) and one in other


def _with_whole_affiliation(known: Mapping[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """A participant with the known affiliation, if the wanted one is only a part of it."""
    whole = known.get("affiliation", "")
    is_poorer = _is_part(wanted.get("affiliation", ""), whole)
    return {**wanted, "affiliation": whole} if is_poorer else wanted


def _is_placeholder(value: Any) -> bool:
    """Whether a value, or all in a list or a record, only stands in for what is not known."""
    if isinstance(value, Mapping):  # that it is tentative goes with what it is said of
        value = [part for key, part in value.items() if key != "tentative"]
    if isinstance(value, list):
        return bool(value) and all(isinstance(part, Placeholder) for part in value)
    return isinstance(value, Placeholder)


_PARTICIPANTS = {"authors", "committee", "members"}
"""Lists of people who are named either by the id of a file or by name."""


def _fuller_name(existing: Any, wanted: Mapping[str, Any]) -> dict[str, str]:
    """The fuller of the two names of a participant, so that it never gives way to a poorer one."""
    known, name = _name_of(_expanded(existing, "authors")), str(wanted.get("name", ""))
    return {"name": known if known and not is_fuller(name, known) else name}


def _with_fitting_family(participant: dict[str, Any]) -> dict[str, Any]:
    """A participant whose family name is written as in the name, or left out if it is not in it."""
    if not {"name", "family_name"} <= participant.keys():
        return participant
    family = family_in(str(participant["name"]), str(participant["family_name"]))
    rest = {key: value for key, value in participant.items() if key != "family_name"}
    return {"name": rest.pop("name"), **({"family_name": family} if family else {}), **rest}


def _taken_apart(item: Any) -> dict[str, Any]:
    """The name and the affiliation of a participant who is written in one text."""
    name, affiliation = name_and_affiliation(str(item))
    return {"name": name, **({"affiliation": affiliation} if affiliation else {})}


def _parts_in_paper(item: Any) -> dict[str, Any]:
    """What an author does in a paper, which no file of a person tells."""
    record = item if isinstance(item, Mapping) else {}
    return {key: record[key] for key in ("presenter", "corresponding") if record.get(key)}


def _expanded(item: Any, key: str) -> Mapping[str, Any]:
    """An item in its long form."""
    return item if isinstance(item, Mapping) else {_SHORT_FOR.get(key, "name"): item}


_SHORT_FOR = {"organizers": "person", "speakers": "person", "papers": "id"}
"""What a single word stands for in a list, where it is no name."""


def _news_of_slot(existing: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What a source says of a slot that the file says otherwise or not at all."""
    known = {key for key in SESSION_PEOPLE if are_same_people(existing.get(key), wanted.get(key))}
    if "kind" not in existing:  # its talk, its papers or its title tell it
        known.add("kind")
    slots = (existing, wanted)
    if are_same_parts(existing.get("parts", ()), wanted.get("parts", ()), slots):
        known.add("parts")
    return {key: value for key, value in wanted.items() if key not in known}


def _names_by_id(item: Any, key: str) -> bool:
    return "person" in _expanded(item, key)


def _index_of(item: Any, existing: CommentedSeq, key: str, done: set[int]) -> int | None:
    """Where in a list the item stands that means the same, if there is one.

    Args:
        item: what is looked for.
        existing: the list.
        key: the key under which the list stands.
        done: where others were found already.
    """
    wanted = _expanded(item, key)
    for is_same in _IDENTITIES.get(key, (_has_same_text,)):
        for index, other in enumerate(existing):
            if index not in done and is_same(_expanded(other, key), wanted):
                return index
    return None


def _place_for(item: Any, existing: CommentedSeq, key: str) -> int:
    """Where in a list a new item belongs: a slot by its time, everything else at the end."""
    if key != "program":
        return len(existing)
    return place_in_program(item, existing)


Item = Mapping[str, Any]


def _has_same_text(one: Item, other: Item) -> bool:
    first, second = (str(next(iter(item.values()), "")) for item in (one, other))
    return words(first) == words(second)


def _shares(first: str, *others: str) -> Callable[[Item, Item], bool]:
    """Whether two items have the same value of a key, and of some others if they have those."""

    def is_same(one: Item, other: Item) -> bool:
        return bool(one.get(first)) and all(
            one.get(key) == other.get(key) for key in (first, *others)
        )

    return is_same


def _has_same_title(one: Item, other: Item) -> bool:
    first, second = (words(str(paper.get("title", ""))) for paper in (one, other))
    return bool(first) and first == second


def _name_of(participant: Item) -> str:
    name = str(participant.get("person", "")).replace("-", " ") or str(participant.get("name", ""))
    return name_and_affiliation(name)[0]


def _by_name(are_same: Callable[[str, str], bool]) -> Callable[[Item, Item], bool]:
    return lambda one, other: are_same(_name_of(one), _name_of(other))


_IDENTITIES: dict[str, tuple[Callable[[Item, Item], bool], ...]] = {
    "organizers": (_shares("person"),),
    "speakers": (_shares("id"), gives_the_same_talk),
    "committee": (_shares("person"), _by_name(same_name)),
    "members": (_shares("person"), _by_name(same_name)),
    "authors": (_shares("person"), _by_name(same_name), _by_name(same_with_initials)),
    "program": (is_same_slot, is_renamed_slot, is_replaced_slot),
    "papers": (_has_same_title, _shares("id")),
}
"""What makes two items of a list the same, the surest sign first."""


def _is_short_for(existing: Any, value: Any) -> bool:
    """Whether a single word stands for a record that says no more, as a date alone does."""
    if isinstance(existing, CommentedMap | CommentedSeq) or not isinstance(value, Mapping):
        return False
    return len(value) == 1 and _same(existing, next(iter(value.values())))


def _same(existing: Any, value: Any) -> bool:
    if isinstance(existing, CommentedMap) and not isinstance(value, Mapping):
        return len(existing) == 1 and _same(next(iter(existing.values())), value)
    return _plain(existing) == _plain(value)


def _plain(value: Any) -> str:
    """A value as a text to compare: spaces, quotes and leading zeros of times do not matter."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    text = as_read(str(value))
    return re.sub(r"^(?=\d:\d\d(?: |$))", "0", text)  # 9:00 of a file, which is 09:00


_LONGEST_SHOWN = 60
"""Characters of a value that is shown."""


def _shown(value: Any) -> str:
    """A value in a line, cut where it is long."""
    if isinstance(value, Mapping):
        text = ", ".join(f"{key}: {_shown(part)}" for key, part in value.items())
    elif isinstance(value, Sequence) and not isinstance(value, str):
        text = "; ".join(_shown(part) for part in value)
    else:
        text = str(value)
    return shortened(text, _LONGEST_SHOWN)
