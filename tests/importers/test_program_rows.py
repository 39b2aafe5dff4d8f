"""Rows of a schedule that say something for those below them, or nothing that has a place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import Draft
from proposal.importers.program.schedule_import import read_program
from tests.importers.bringing import written
from tests.importers.written_programs import without_program
from tests.workspace import Workspace

ONE, TWO, THREE = "insertrank", "selective-regularization", "agp"
TITLES = {
    ONE: "InsertRank: LLMs can Reason over BM25 Scores to Improve Listwise Reranking",
    TWO: "Selective LLM-Guided Regularization for Enhancing Recommendation Models",
    THREE: "AGP: Auto-Guided Prompt Refinement for Personalized Reranking in Recommender Systems",
}


@pytest.fixture
def bare(workspace: Workspace) -> Workspace:
    """The real workshop without its program."""
    return without_program(workspace)


def _draft(workspace: Workspace, folder: Path, text: str, name: str = "program.csv") -> Draft:
    return read_program(written(folder / name, text), "2026", {}, workspace.read())


def _slots(draft: Draft) -> list[dict[str, Any]]:
    slots: Any = draft.program
    return [dict(slot) for slot in slots]


def _messages(draft: Draft, code: str) -> list[str]:
    return [found.message for found in draft.diagnostics if found.code == code]


@pytest.mark.parametrize(
    "rows",
    [
        f"S1,09:00,10:00,{TITLES[ONE]}\nS1,09:00,10:00,{TITLES[TWO]}\n",
        f"S1,09:00,10:00,\n,,,{TITLES[ONE]}\n,,,{TITLES[TWO]}\n",
        f"S1,09:00,10:00,\nS1,,,{TITLES[ONE]}\nS1,,,{TITLES[TWO]}\n",
        f"S1,09:00,10:00,{TITLES[ONE]}\n,,,{TITLES[TWO]}\n",
    ],
)
def test_papers_that_share_the_hours_of_their_session_stand_in_one_slot(
    bare: Workspace, tmp_path: Path, rows: str
) -> None:
    table = f"Session,Start,End,Title\n{rows}Coffee,10:00,10:30,\nS2,10:30,11:00,{TITLES[THREE]}\n"
    draft = _draft(bare, tmp_path, table)
    assert [(slot["title"], slot.get("papers")) for slot in _slots(draft)] == [
        ("S1", [ONE, TWO]),
        ("Coffee", None),
        ("S2", [THREE]),
    ]
    assert not _messages(draft, "unscheduled")


def test_posters_below_their_session_stand_in_it(bare: Workspace, tmp_path: Path) -> None:
    table = f"Start,End,Title\n09:00,10:00,Poster session\n,,{TITLES[ONE]}\n,,{TITLES[TWO]}\n"
    (slot,) = _slots(_draft(bare, tmp_path, table))
    assert (slot["kind"], slot["papers"]) == ("posters", [ONE, TWO])


@pytest.mark.parametrize(
    "rows",
    [
        f"S1,09:00,09:20,{TITLES[ONE]}\nS1,,,{TITLES[TWO]}\nS1,09:40,10:00,{TITLES[THREE]}\n",
        f"Coffee,09:00,09:20,\n,,,{TITLES[TWO]}\nS1,09:40,10:00,{TITLES[THREE]}\n",
    ],
)
def test_a_talk_without_hours_among_others_with_theirs_has_none_yet(
    bare: Workspace, tmp_path: Path, rows: str
) -> None:
    draft = _draft(bare, tmp_path, f"Session,Start,End,Title\n{rows}")
    (said,) = _messages(draft, "unscheduled")
    assert TITLES[TWO] in said


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Thursday, February 26", "Friday, February 27"),
        ("26.02.2026", "27.02.2026"),
        ("Day 1", "Day 2"),
        ("jeudi 26 février", "vendredi 27 février"),
        ("Donnerstag", "Freitag"),
        ("2026/02/26", "2026/02/27"),
        ("26-Feb-2026", "27-Feb-2026"),
    ],
)
def test_rows_of_days_are_headings_of_those_below(
    bare: Workspace, tmp_path: Path, first: str, second: str
) -> None:
    one = "when: {date: 2026-02-26, start: 08:55, end: 16:50}"
    days = (
        "{date: 2026-02-26, start: 08:00, end: 18:00}, {date: 2026-02-27, start: 08:00, end: 18:00}"
    )
    bare.replace("editions/2026/edition.yaml", one, f"when: [{days}]")
    table = f'Time,Title\n"{first}",\n09:00-09:30,Opening\n"{second}",\n09:00-09:30,Closing\n'
    slots = _slots(_draft(bare, tmp_path, table))
    assert [(slot["day"], slot["kind"]) for slot in slots] == [(1, "opening"), (2, "closing")]


def test_what_lasts_all_day_is_left_out_alone(bare: Workspace, tmp_path: Path) -> None:
    events = [
        {"start": "2026-02-26", "end": "2026-02-26", "title": "Registration desk"},
        {"start": "2026-02-26T09:00:00", "end": "2026-02-26T09:30:00", "title": "Opening"},
    ]
    draft = _draft(bare, tmp_path, json.dumps(events), "program.json")
    assert [slot["kind"] for slot in _slots(draft)] == ["opening"]
    (said,) = _messages(draft, "unscheduled")
    assert "“Registration desk” has no time yet" in said


@pytest.mark.parametrize("said", ["CANCELLED: {}", "[Cancelled] {}", "{} (withdrawn)"])
def test_a_title_that_is_marked_as_cancelled_is_left_out(
    bare: Workspace, tmp_path: Path, said: str
) -> None:
    table = (
        "Start,End,Title,Speaker\n09:00,09:30,Opening,\n"
        f"09:30,10:00,{said.format('On Samples')},Ann Author\n"
    )
    draft = _draft(bare, tmp_path, table)
    assert [slot["kind"] for slot in _slots(draft)] == ["opening"]
    assert _messages(draft, "left-out") == ["“On Samples” is cancelled, and left out"]


def test_a_speaker_to_be_announced_is_nobody(bare: Workspace, tmp_path: Path) -> None:
    table = "Start,End,Title,Speaker\n09:00,10:00,Keynote 3,TBA\n"
    draft = _draft(bare, tmp_path, table)
    assert not draft.people
    assert [slot["title"] for slot in _slots(draft)] == ["Keynote 3"]


def test_institutions_of_several_speakers_are_taken_in_order_or_reported(
    bare: Workspace, tmp_path: Path
) -> None:
    table = (
        "Start,End,Title,Speaker,Affiliation\n"
        "09:00,10:00,Panel: One,Ann Author; Bob Writer,Uni A; Uni B\n"
        '10:00,11:00,Panel: Two,Cara Test; Dora Test,"Uni C, Uni D"\n'
    )
    draft = _draft(bare, tmp_path, table)
    assert [slot["panelists"] for slot in _slots(draft)] == [
        [
            {"name": "Ann Author", "affiliation": "Uni A"},
            {"name": "Bob Writer", "affiliation": "Uni B"},
        ],
        ["Cara Test", "Dora Test"],
    ]
    (said,) = _messages(draft, "affiliation-count")
    assert "`Uni C, Uni D` is not one institution for each of 2 people" in said


@pytest.mark.parametrize(
    "headings",
    [
        "Fecha;Hora inicio;Hora fin;Título",
        "Tarih;Başlangıç;Bitiş;Başlık",
        "Дата;Начало;Конец;Название",
        "*Date;*Time Start;*Time End;Session Title (Optional)",
    ],
)
def test_headings_of_schedules_in_further_languages_are_known(
    bare: Workspace, tmp_path: Path, headings: str
) -> None:
    table = f"{headings}\n26.02.2026;0,375;0,395833333333;Opening\n"
    (slot,) = _slots(_draft(bare, tmp_path, table))
    assert (slot["start"], slot["end"], slot["kind"]) == ("09:00", "09:30", "opening")


def test_a_panel_without_a_name_has_those_who_sit_on_it(bare: Workspace, tmp_path: Path) -> None:
    table = 'Start,End,Title,Speaker\n09:00,10:00,Closing panel,"Ann Author; Bob Writer"\n'
    (slot,) = _slots(_draft(bare, tmp_path, table))
    assert (slot["kind"], slot["panelists"]) == ("panel", ["Ann Author", "Bob Writer"])


def test_who_moderates_a_panel_is_no_panelist(bare: Workspace, tmp_path: Path) -> None:
    people = "Moderator: Ann Author; Panelists: Bob Writer; Cy Coder"
    table = f"Start,End,Title,Speaker\n09:00,10:00,Closing panel,{people}\n"
    (slot,) = _slots(_draft(bare, tmp_path, table))
    assert slot["moderator"] == ["Ann Author"]
    assert slot["panelists"] == ["Bob Writer", "Cy Coder"]
