"""Hours that clocks show twice, in the night in which they go back, as importers write them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.importers.bringing import written
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
PROGRAM = "editions/2026/program.yaml"
DAY = "{date: 2026-02-26, start: 08:55, end: 16:50}"
NIGHT = "{date: 2026-10-31, start: 20:00, end: 05:00, next_day: true}"
"""Saturday to Sunday in Boise, where clocks go from 02:00 MDT back to 01:00 MST."""
CALENDAR = "\r\n".join(
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Placeholder//EN",
        *(
            line
            for number, (title, start, end) in enumerate(
                [
                    ("Opening", "020000", "073000"),
                    ("Discussion", "073000", "081500"),
                    ("Wrap-up", "081500", "120000"),
                ]
            )
            for line in (
                "BEGIN:VEVENT",
                f"UID:{number}@example.org",
                f"SUMMARY:{title}",
                f"DTSTART:20261101T{start}Z",
                f"DTEND:20261101T{end}Z",
                "END:VEVENT",
            )
        ),
        "END:VCALENDAR",
        "",
    ]
)
PAGE = """\
- {start: 20:00, end: 1:30 MDT, next_day: true, kind: opening}
- {start: 1:30 MDT, end: 1:15 MST, kind: discussion}
- start: 1:15 MST
  end: 5:00
  title: Wrap-up
  parts: [{minutes: 30, title: One}, {minutes: 30, title: Two}]
"""


@pytest.fixture
def night(workspace: Workspace) -> Workspace:
    workspace.replace(EDITION, DAY, NIGHT)
    workspace.write(PROGRAM, "[]\n")
    return workspace


def hours(workspace: Workspace) -> set[tuple[str, str, bool]]:
    text = (workspace.data / PROGRAM).read_text(encoding="utf-8")
    slots = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes texts only
    return {(slot["start"], slot["end"], "next_day" in slot) for slot in slots}


def test_a_source_that_says_which_of_the_two_is_meant_is_written_so(
    night: Workspace, tmp_path: Path
) -> None:
    source = written(tmp_path / "schedule.ics", CALENDAR)
    finished = night.run("import", "program", str(source), "--edition", "2026")
    assert finished.code == 0, finished.output + finished.errors
    assert hours(night) == {
        ("20:00", "01:30 MDT", True),
        ("01:30 MDT", "01:15 MST", False),
        ("01:15 MST", "05:00", False),
    }
    again = night.run("import", "program", str(source), "--edition", "2026")
    assert "Everything in the source is in data/ already." in again.output


def test_of_an_hour_without_a_zone_both_clocks_are_offered(
    night: Workspace, tmp_path: Path
) -> None:
    table = "Title,Start,End\nOpening,2026-10-31 20:00,2026-11-01 01:30\n"
    source = written(tmp_path / "schedule.csv", table)
    finished = night.run("import", "program", str(source), "--edition", "2026")
    assert finished.code == 1
    assert "[repeated-hour]" in finished.output
    assert "write `01:30 MDT` for the first time, or `01:30 MST`" in finished.output


def test_pages_of_such_a_night_come_back(night: Workspace) -> None:
    night.write(PROGRAM, PAGE)
    posters = "{date: 2026-11-01, label: Posters, time: 01:30 MST, zone: America/Boise}"
    night.replace(EDITION, "\ndates:\n", f"\ndates:\n  posters: {posters}\n")
    finished = night.run("build", "2026", "--only", "jekyll")
    assert finished.code == 0, finished.output + finished.errors
    tree = str(night.root / "build/jekyll")
    said = night.run("import", "jekyll", tree, "--edition", "2026", "--dry-run").output
    assert "changes  data/editions/2026" not in said
    night.write(PROGRAM, "[]\n")
    night.replace(EDITION, "01:30 MST", "02:45")
    night.run("import", "jekyll", tree, "--edition", "2026")
    slots = yaml.load((night.data / PROGRAM).read_text(), yaml.BaseLoader)  # noqa: S506 - texts
    assert sorted((slot["start"], slot["end"]) for slot in slots) == [
        ("01:15 MST", "05:00"),
        ("01:30 MDT", "01:15 MST"),
        ("20:00", "01:30 MDT"),
    ]
    (parts,) = [slot["parts"] for slot in slots if "parts" in slot]
    assert [(part["start"], part["end"]) for part in parts] == [
        ("01:15 MST", "01:45 MST"),
        ("01:45 MST", "02:15"),
    ]
    assert "time: 01:30 MST" in (night.data / EDITION).read_text(encoding="utf-8")
