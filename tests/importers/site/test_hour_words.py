"""Hours on websites with the words that languages put around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Record
from tests.importers.site.small_sites import ORGANIZERS, hours, html_with, page_with

HOURS = [("09:00", "09:30"), ("09:30", "10:30"), ("10:30", "11:00")]
FORMS = {
    "Danish": ("kl. 9.00", "kl. 9.30–10.30", "kl. 10.30"),
    "Danish with a word between": ("kl. 9.00", "kl. 9.30 til kl. 10.30", "kl. 10.30"),
    "Swedish": ("kl 09.00", "kl 09.30-10.30", "kl 10.30"),
    "Finnish": ("klo 9.00", "klo 9.30–10.30", "klo 10.30"),
    "French": ("9 h", "9 h 30 – 10 h 30", "10 h 30"),
    "German": ("9 Uhr", "09.30–10.30 Uhr", "um 10.30 Uhr"),
    "Dutch": ("9.00 uur", "9.30 tot 10.30 uur", "10.30 uur"),
    "Hungarian": ("9.00 óra", "9.30–10.30 óra", "10.30 óra"),
    "Polish": ("godz. 9.00", "godz. 9.30–10.30", "godz. 10.30"),
}


@pytest.mark.parametrize("form", FORMS)
def test_hours_with_words_around_them_are_read(tmp_path: Path, form: str) -> None:
    first, second, third = FORMS[form]
    draft = page_with(
        tmp_path,
        f"{ORGANIZERS}# Schedule\n\n- {first} Opening\n- {second} Placeholders of Samples\n"
        f"- {third} Coffee break\n",
    )
    assert hours(draft) == HOURS
    assert "Placeholders of Samples" in str(draft.program[1])


@pytest.mark.parametrize("clock", ["kl. 23.59", "klo 23.59", "kl 23.59", "23.59 uur", "23.59 óra"])
def test_the_hour_of_a_deadline_is_read_beside_such_words(tmp_path: Path, clock: str) -> None:
    draft = page_with(tmp_path, f"# Important Dates\n\n- Paper submission: 7 May 2026, {clock}\n")
    dates = draft.edition["dates"]
    assert isinstance(dates, dict)
    assert dates["submission"] == {"date": "2026-05-07", "time": "23:59"}


def _slots(root: Path, programme: str) -> list[Record]:
    return html_with(root, f"<h2>Program</h2>{programme}").program


def test_days_of_a_timetable_have_the_hours_on_their_left(tmp_path: Path) -> None:
    slots = _slots(
        tmp_path,
        "<table><tr><th>Time</th><th>26 June</th><th>Time</th><th>27 June</th></tr>"
        "<tr><td>9:00-9:30</td><td>Opening</td><td>9:00-10:00</td><td>Panel</td></tr>"
        "<tr><td>9:30-10:00</td><td>Discussion</td><td>10:00-10:30</td><td>Lunch</td></tr></table>",
    )
    assert [(slot["day"], slot["start"], slot["end"]) for slot in slots] == [
        (1, "09:00", "09:30"),
        (1, "09:30", "10:00"),
        (2, "09:00", "10:00"),
        (2, "10:00", "10:30"),
    ]


def test_columns_of_one_day_are_its_rooms(tmp_path: Path) -> None:
    slots = _slots(
        tmp_path,
        "<table><tr><th></th><th>Room 1, 26 June</th><th>Room 2, 26 June</th></tr>"
        "<tr><td>9:00-9:30</td><td>Opening</td><td>Panel</td></tr>"
        "<tr><td>9:30-10:00</td><td>Discussion</td><td>Demo</td></tr></table>",
    )
    assert [(slot["room"], slot["kind"]) for slot in slots] == [
        ("Room 1", "opening"),
        ("Room 1", "discussion"),
        ("Room 2", "panel"),
        ("Room 2", "demos"),
    ]


def test_the_number_of_a_day_before_its_date_makes_no_stretch(tmp_path: Path) -> None:
    slots = _slots(
        tmp_path,
        "<h3>Day 1 - 26 June 2026</h3><ul><li>9:00-9:30 Opening</li><li>9:30-10:00 Panel</li></ul>"
        "<h3>Day 2 - 27 June 2026</h3><ul><li>9:00-9:30 Panel</li><li>9:30-10:00 Lunch</li></ul>",
    )
    assert [slot["day"] for slot in slots] == [1, 1, 2, 2]
