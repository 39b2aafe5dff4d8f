"""What people come to or join online, other than the rest, says both wherever its place stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.render.shown_texts import pages, texts
from tests.render.written_event import EDITION, PROGRAM, written_event
from tests.workspace import Workspace

DAY = "{date: 2026-07-07, start: 9:30, end: 17:00}"
TWO_DAYS = f"\n  - {DAY}\n  - {{date: 2026-07-08, start: 9:30, end: 12:00, attendance: hybrid}}"


@pytest.fixture
def school(tmp_path: Path) -> Workspace:
    return written_event(tmp_path)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (", room: Room 7", "Room 7, and online"),
        ("", "On site and online"),
        (', elsewhere: "Town Hall, Example Town"', "Town Hall, Example Town, and online"),
    ],
)
def test_a_session_says_both(school: Workspace, written: str, shown: str) -> None:
    school.replace(PROGRAM, "title: Lessons", f"title: Lessons, attendance: hybrid{written}")
    school.write("editions/2026/overview.md", "On tides.\n\n{{ schedule }}\n")
    found = texts(pages(school))
    page, jekyll = found["site/2026/index.html"], found["jekyll/pages/TIDES2026/index.md"]
    assert page.count(f">{shown}<") >= 2
    assert jekyll.count(f"*{shown}*") == 2


def test_a_session_that_is_as_its_day_says_nothing_more(school: Workspace) -> None:
    school.replace(PROGRAM, "title: Lessons", "title: Lessons, room: Room 7, attendance: hybrid")
    school.replace(EDITION, "submissions: none", "submissions: none\nattendance: hybrid")
    assert "Room 7, and online" not in texts(pages(school))["site/2026/index.html"]


@pytest.mark.parametrize(
    ("room", "shown"), [("room: Room 7\n", "Room 7, and online"), ("", "On site and online")]
)
def test_a_day_says_both(school: Workspace, room: str, shown: str) -> None:
    school.replace(EDITION, f"when: {DAY}", f"{room}when:{TWO_DAYS}")
    school.append(PROGRAM, "- {day: 2, start: 9:30, end: 12:00, title: More lessons}\n")
    school.replace(PROGRAM, "- {start", "- {day: 1, start")
    found = texts(pages(school))
    assert f"Wednesday, July 8 · {shown}" in found["jekyll/pages/TIDES2026/index.md"]
    assert f"Wednesday, July 8: 09:30-12:00 (WEST, UTC+1), {shown}" in found["text/cfp.txt"]
    head = found["site/2026/index.html"].partition("<dt>When")[2].partition("</dd>")[0]
    assert head.count("online") == 1


def test_both_come_back_from_jekyll_pages(school: Workspace) -> None:
    school.replace(PROGRAM, "title: Lessons", "title: Lessons, room: Hall 7, attendance: hybrid")
    assert school.run("build", "--only", "jekyll").code == 0
    finished = school.run(
        "import", "jekyll", str(school.root / "build/jekyll"), "--edition", "2026", "--dry-run"
    )
    assert "program.yaml" not in finished.output


def test_the_clock_of_hours_is_named_once(school: Workspace) -> None:
    school.replace(EDITION, "end: 17:00}", "end: 17:00, zone: Pacific/Honolulu}")
    found = texts(pages(school))
    assert "09:30 HST - 17:00 HST (UTC-10)" in found["text/cfp.txt"]
    assert "HST, UTC" not in found["text/cfp.md"]


@pytest.mark.parametrize("others", ["hybrid", "online"])
@pytest.mark.parametrize(
    ("room", "shown"), [(", room: Hall 7", "Hall 7, on site only"), ("", "On site only")]
)
def test_a_session_that_nobody_joins_from_afar_says_so(
    school: Workspace, others: str, room: str, shown: str
) -> None:
    school.replace(EDITION, "submissions: none", f"submissions: none\nattendance: {others}")
    school.replace(PROGRAM, "title: Lessons", f"title: Lessons, attendance: on-site{room}")
    found = texts(pages(school))
    assert f">{shown}<" in found["site/2026/index.html"]
    assert f"*{shown}*" in found["jekyll/pages/TIDES2026/index.md"]
    assert school.run("build", "--only", "jekyll").code == 0
    finished = school.run(
        "import", "jekyll", str(school.root / "build/jekyll"), "--edition", "2026", "--dry-run"
    )
    assert "program.yaml" not in finished.output


def test_lunch_and_what_is_on_site_anyway_do_not_say_it(school: Workspace) -> None:
    school.replace(PROGRAM, "title: Lessons", "title: Lessons, attendance: on-site")
    assert "on site only" not in texts(pages(school))["site/2026/index.html"].casefold()
    school.replace(EDITION, "submissions: none", "submissions: none\nattendance: hybrid")
    school.replace(PROGRAM, "title: Lessons", "kind: lunch")
    assert "on site only" not in texts(pages(school))["site/2026/index.html"].casefold()


def test_the_place_of_a_jekyll_page_is_online_too(school: Workspace) -> None:
    school.replace(EDITION, "submissions: none", "submissions: none\nattendance: hybrid")
    school.replace(EDITION, "contact:", "room: Room 7\ncontact:")
    assert (
        "The place is Room 7, and online."
        in texts(pages(school))["jekyll/pages/TIDES2026/index.md"]
    )
    assert school.run("build", "--only", "jekyll").code == 0
    finished = school.run(
        "import", "jekyll", str(school.root / "build/jekyll"), "--edition", "2026", "--dry-run"
    )
    assert "room" not in finished.output
