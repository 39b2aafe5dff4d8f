"""Timetables that show several days, rooms or tracks side by side."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from proposal.diagnostics import Span
from proposal.importers.draft import Draft, DraftPerson
from proposal.importers.site.timetable_grids import GridColumn, day_of_column, read_grid
from proposal.reading.page_tree import read_html
from tests.importers.site.small_sites import HTML_HEAD, html_with

WEEK = """<tr><th></th><th>Monday</th><th>Tuesday</th></tr>
<tr><td></td><td>Week 1 (June 22-26)</td></tr>
<tr><td>9:00 - 10:00</td><td rowspan="2">Welcome</td><td>Panel</td></tr>
<tr><td>10:00 - 11:00</td><td>Closing</td></tr>
<tr><td></td><td colspan="2">Coffee break</td></tr>
<tr><td>1:00 - 2:00</td><td colspan="2">Lunch</td></tr>"""


def _columns(rows: str) -> dict[str, list[tuple[str, str]]] | None:
    page = read_html(f"<table>{rows}</table>", [Span(Path("page.html"), 1, 1, 1)])
    grid = read_grid(page.all("table")[0])
    if grid is None:
        return None
    return {
        column.head: [(part.hours, part.cell.text) for part in column.parts]
        for column in grid.columns
    }


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (
            WEEK,
            {
                "Monday": [("09:00 - 11:00", "Welcome"), ("13:00 - 14:00", "Lunch")],
                "Tuesday": [
                    ("09:00 - 10:00", "Panel"),
                    ("10:00 - 11:00", "Closing"),
                    ("13:00 - 14:00", "Lunch"),
                ],
            },
        ),
        (
            (
                "<tr><th>Day 1</th><th>Day 2</th></tr>"
                "<tr><td>9:00 Welcome</td><td>9:30 Panel</td></tr>"
            ),
            {"Day 1": [("", "9:00 Welcome")], "Day 2": [("", "9:30 Panel")]},
        ),
        (
            (
                "<tr><th>Time</th><th>Title</th><th>Room</th></tr>"
                "<tr><td>9:00</td><td>Welcome</td><td>Room 1</td></tr>"
            ),
            None,
        ),
        ("<tr><th>Monday</th><td>9:00</td></tr><tr><th>Tuesday</th><td>9:30</td></tr>", None),
    ],
)
def test_columns_are_known_from_rows(
    rows: str, columns: dict[str, list[tuple[str, str]]] | None
) -> None:
    assert _columns(rows) == columns


STRETCH = (dt.date(2026, 6, 22), dt.date(2026, 6, 26))


@pytest.mark.parametrize(
    ("head", "band", "stretch", "day"),
    [
        ("Tuesday, June 23", "", None, dt.date(2026, 6, 23)),
        ("Tue", "Week 1 (June 22-26)", None, dt.date(2026, 6, 23)),
        ("Tuesday", "", STRETCH, dt.date(2026, 6, 23)),
        ("Saturday", "", STRETCH, None),
        ("Tuesday", "", (dt.date(2026, 6, 22), dt.date(2026, 7, 3)), None),
        ("Tuesday", "", None, None),
        ("Day 2", "", STRETCH, None),
    ],
)
def test_a_weekday_is_a_day_where_only_one_can_be_meant(
    head: str, band: str, stretch: tuple[dt.date, dt.date] | None, day: dt.date | None
) -> None:
    assert day_of_column(GridColumn(head, is_day=True, band=band), 2026, stretch) == day


def _slots(draft: Draft) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for slot in draft.program:
        what = slot.get("talk") or slot.get("title") or slot["kind"]
        name = what.name if isinstance(what, DraftPerson) else what
        where = slot.get("day") or slot.get("track") or slot.get("room") or ""
        found.append((where, slot["start"], slot["end"], name))
    return found


def test_lectures_of_several_days_keep_their_speakers_and_titles(tmp_path: Path) -> None:
    body = """<h2>Lecturers</h2><ul><li>Ann Author, University of Testing</li>
<li>Bob Builder, Sample Institute</li></ul><h2>Program</h2><p>June 22-26, 2026</p>
<table><tr><th></th><th>Monday</th><th>Tuesday</th></tr>
<tr><td>9:00-10:00</td><td>Ann Author: On Samples (<a href="s.pdf">Slides 1</a>)</td>
<td>Bob Builder: On Bricks of All Kinds</td></tr>
<tr><td></td><td colspan="2">Coffee break</td></tr>
<tr><td>10:30-11:00</td><td>Ann Author: Exercises with Placeholders</td><td>Lunch</td></tr>
</table>"""
    draft = html_with(tmp_path, body)
    assert _slots(draft) == [
        (1, "09:00", "10:00", "Ann Author"),
        (1, "10:30", "11:00", "ann-author-2"),
        (2, "09:00", "10:00", "Bob Builder"),
        (2, "10:30", "11:00", "lunch"),
    ]
    listed = draft.edition["speakers"]
    assert isinstance(listed, list)
    assert [(one["person"].name, one["title"]) for one in listed] == [
        ("Ann Author", "On Samples"),
        ("Bob Builder", "On Bricks of All Kinds"),
        ("Ann Author", "Exercises with Placeholders"),
    ]
    assert draft.papers == []
    said = [one.message for one in draft.diagnostics]
    assert "what stands in rows without hours is left out: “Coffee break”" in said


def test_tracks_side_by_side_are_slots_of_their_own(tmp_path: Path) -> None:
    body = """<h2>Program</h2>
<table><tr><th>Time</th><th>Track A</th><th>Room 2</th></tr>
<tr><td>9:00-10:00</td><td colspan="2">Lunch</td></tr>
<tr><td>10:00-11:00</td><td>First debate</td><td>Second debate</td></tr></table>"""
    assert _slots(html_with(tmp_path, body)) == [
        ("", "09:00", "10:00", "lunch"),
        ("A", "10:00", "11:00", "First debate"),
        ("Room 2", "10:00", "11:00", "Second debate"),
    ]


def test_two_titles_of_one_talk_are_said(tmp_path: Path) -> None:
    body = """<h2>Keynote speakers</h2><p>Ann Author, University of Testing</p>
<p>Title: On Samples of All Kinds</p><h2>Program</h2><ul>
<li>9:00-10:00 Welcome</li>
<li>10:00-11:00 Keynote: Ann Author – Bricks and Mortar Today</li></ul>"""
    said = [one.message for one in html_with(tmp_path, body).diagnostics]
    assert (
        "the talk of Ann Author is “On Samples of All Kinds” elsewhere, and "
        "“Bricks and Mortar Today” here"
    ) in said


@pytest.mark.parametrize(
    ("row", "talk"),
    [
        ("Keynote II: Ann Author (Example Labs): On Samples", ("Example Labs", "On Samples")),
        ("Keynote: Ann Author, On Samples", (None, "On Samples")),
        ("Keynote by Ann Author, “Careful Samples”", (None, "Careful Samples")),
        ("Keynote: On Samples – Ann Author, Example Labs", ("Example Labs", "On Samples")),
        ("Invited talk: Samples of Tests (Ann Author, Uni C)", ("Uni C", "Samples of Tests")),
    ],
)
def test_who_gives_a_talk_where_and_on_what_stands_in_its_row(
    tmp_path: Path, row: str, talk: tuple[str | None, str]
) -> None:
    body = f"<h2>Program</h2><ul><li>9:00-10:00 {row}</li><li>10:00-11:00 Lunch</li></ul>"
    draft: Any = html_with(tmp_path, body)
    (speaker,) = draft.edition["speakers"]
    person = speaker["person"]
    where = person.affiliations[0]["institution"] if person.affiliations else None
    assert (person.name, where, speaker["title"]) == ("Ann Author", *talk)


def test_a_talk_whose_speaker_is_not_understood_is_reported(tmp_path: Path) -> None:
    row = "Keynote: Samples of Tests (joint work with Ann Author)"
    body = f"<h2>Program</h2><ul><li>9:00-10:00 {row}</li><li>10:00-11:00 Lunch</li></ul>"
    said = [one.message for one in html_with(tmp_path, body).diagnostics]
    assert f"who gives “{row}” is not understood, so it is kept as a title alone" in said


@pytest.mark.parametrize(("first", "second"), [("Day 1", "Day 2"), ("Freitag", "Samstag")])
def test_columns_of_days_without_dates_are_the_days_of_the_event(
    tmp_path: Path, first: str, second: str
) -> None:
    head = HTML_HEAD.replace("June 26, 2026", "June 26–27, 2026")
    table = (
        f"<h2>Programme</h2><table><tr><th>Time</th><th>{first}</th><th>{second}</th></tr>"
        "<tr><td>9:00-10:00</td><td>Opening</td><td>Panel</td></tr>"
        "<tr><td>10:00-11:00</td><td>Break</td><td>Closing</td></tr></table>"
    )
    draft = html_with(tmp_path, table, head)
    rows = [(slot["day"], slot["kind"]) for slot in draft.program]
    assert rows == [(1, "opening"), (1, "break"), (2, "panel"), (2, "closing")]
    assert draft.edition["when"] == [
        {"date": "2026-06-26", "start": "09:00", "end": "11:00"},
        {"date": "2026-06-27", "start": "09:00", "end": "11:00"},
    ]
