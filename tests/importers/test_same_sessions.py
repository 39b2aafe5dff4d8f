"""Which slot of a program a slot of a schedule is, and which it only begins with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from proposal.importers.moved_slots import take_out_moved
from proposal.importers.program.plain_sessions import without_entities, without_tags
from proposal.importers.program.session_content import kind_of_heading
from proposal.importers.same_sessions import is_replaced_slot, is_same_slot
from proposal.importers.yaml_merge import FileMerge

PAPERS = {"start": "10:00", "end": "11:00", "kind": "papers", "papers": ["first", "second"]}
BREAK = {"start": "10:00", "end": "10:30", "kind": "break", "title": "Coffee break"}


def _merged(existing: str, *wanted: dict[str, Any]) -> tuple[list[dict[str, Any]], list[str]]:
    """The program after a schedule was merged into it, and what is said of it."""
    document = YAML().load(existing)
    merge = FileMerge()
    merge.sequence(document, list(wanted), "program")
    said = [one.message for one in take_out_moved(document, merge, wanted, Path("program.yaml"))]
    return [dict(slot) for slot in document], said


@pytest.mark.parametrize("end", ["10:30", "11:00"])
def test_a_break_never_takes_the_place_of_a_session_of_papers(end: str) -> None:
    existing = '- {start: "10:00", end: "11:00", papers: [first, second]}\n'
    slots, said = _merged(existing, {**BREAK, "end": end})
    assert [slot.get("title") or list(slot["papers"]) for slot in slots] == [
        ["first", "second"],
        "Coffee break",
    ]
    assert said == [
        "`first, second` at 10:00 is not in the schedule any more, and stays in program.yaml"
    ]


def test_a_session_of_other_papers_is_another_one() -> None:
    existing = '- {start: "10:00", end: "11:00", papers: [first, second]}\n'
    slots, said = _merged(existing, {**PAPERS, "papers": ["third"]})
    assert [list(slot["papers"]) for slot in slots] == [["first", "second"], ["third"]]
    assert len(said) == 1


def test_a_session_with_another_end_and_title_keeps_its_place() -> None:
    existing = '- {start: "10:00", end: "11:00", title: Papers, papers: [first]}\n'
    slots, said = _merged(existing, {**PAPERS, "title": "Papers", "end": "11:30"})
    assert [(str(slot["end"]), list(slot["papers"])) for slot in slots] == [
        ("11:30", ["first", "second"])
    ]
    assert said == []


def test_a_break_gives_way_to_what_lasts_as_long() -> None:
    existing = '- {start: "10:00", end: "10:30", kind: break}\n'
    talk = {"start": "10:00", "end": "10:30", "talk": "ann-author"}
    assert _merged(existing, talk) == ([talk], [])
    slots, said = _merged(existing, {**talk, "end": "11:00"})
    assert (len(slots), len(said)) == (2, 1)


def test_a_title_alone_takes_the_place_of_no_break() -> None:
    existing = '- {start: "10:00", end: "10:30", kind: break}\n'
    slots, said = _merged(existing, {"start": "10:00", "end": "10:30", "title": "Something"})
    assert [slot.get("kind") for slot in slots] == ["break", None]
    assert len(said) == 1


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Introduction to Placeholders", None),
        ("Introduction to the workshop", "opening"),
        ("Introduction", "opening"),
        ("Opening keynote", None),
        ("Ouverture", "opening"),
        ("Pausa", "break"),
    ],
)
def test_a_title_of_a_talk_is_no_heading(title: str, kind: str | None) -> None:
    assert kind_of_heading(title) == kind


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (PAPERS, {**PAPERS, "end": "11:30"}, True),
        (PAPERS, {**PAPERS, "papers": ["second"]}, True),
        (PAPERS, {**PAPERS, "room": "A"}, True),
        ({**PAPERS, "room": "B"}, {**PAPERS, "room": "A"}, False),
        ({**PAPERS, "room": "A"}, {**BREAK, "room": "A"}, False),
        (BREAK, {**BREAK, "end": "10:45"}, True),
        (BREAK, {**BREAK, "start": "10:15"}, False),
    ],
)
def test_slots_are_compared_by_more_than_their_start(
    one: dict[str, Any], other: dict[str, Any], *, is_same: bool
) -> None:
    assert is_same_slot(one, other) is is_same
    assert is_same_slot(other, one) is is_same


def test_a_slot_with_a_talk_is_never_replaced() -> None:
    talk = {"start": "10:00", "end": "10:30", "talk": "ann-author"}
    assert not is_replaced_slot(talk, BREAK)
    assert is_replaced_slot(BREAK, talk)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Questions &amp; Answers", "Questions & Answers"),
        ("Caf&eacute; &#8211; Q&amp;amp;A", "Café – Q&A"),
        ("Research &amp; Development; AT&T", "Research & Development; AT&T"),
        ("Lists of <T> and 3 < 4", "Lists of <T> and 3 < 4"),
    ],
)
def test_entities_are_the_characters_that_they_mean(text: str, line: str) -> None:
    assert without_entities(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A <b>bold</b> move", "A bold move"),
        ('<span class="x">Keynote:</span><br/>Ann Author', "Keynote: Ann Author"),
        ("List<T> in 3 < 4", "List<T> in 3 < 4"),
    ],
)
def test_tags_of_editors_are_no_part_of_a_line(text: str, line: str) -> None:
    assert without_tags(text).strip() == line
