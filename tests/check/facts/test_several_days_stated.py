"""The days of an edition that takes several stand in its artefacts, each with its hours."""

from __future__ import annotations

from collections import Counter

from tests.edition.several_days import PROGRAM, with_days
from tests.render.made_events import events
from tests.workspace import Workspace

DAYS = (
    "[{date: 2026-02-25, start: 14:00, end: 16:00}, "
    "{date: 2026-02-26, start: 09:00, end: 10:00, room: Room 7}]"
)
SLOTS = (
    "- {day: 1, start: 14:00, end: 16:00, kind: opening}\n"
    "- {day: 2, start: 09:00, end: 10:00, kind: closing}\n"
)
TAMPERING = (
    ("2026/cfp.txt", "February 25-26, 2026", "February 25, 2026", "when.date"),
    ("2026/cfp.md", "26: 09:00–10:00", "26: 09:30–10:00", "when.days.2026-02-26.hours"),
    ("2026/cfp.md", ", Room 7", ", Room 8", "when.days.2026-02-26.room"),
    ("2026/schedule.ics", "20260226T090000", "20260226T093000", "schedule.2026-02-26T09:00.start"),
    (
        "jekyll/pages/GenAIRecP2026/index.md",
        "26 · Room 7",
        "26 · Room 9",
        "when.days.2026-02-26.room",
    ),
    (
        "site/2026/index.html",
        '<span class="room">· Room 7',
        '<span class="room">· Room 9',
        "when.days.2026-02-26.room",
    ),
    (
        "jekyll/pages/GenAIRecP2026/index.md",
        "## Thursday, February",
        "## Friday, February",
        "schedule.2026-02-26T09:00.day",
    ),
)


def test_all_days_are_stated_and_what_tampers_with_one_is_found(workspace: Workspace) -> None:
    (workspace.data / "editions" / "2026" / "calendar.yaml").unlink()
    with_days(workspace, DAYS, SLOTS)
    finished = workspace.run("build", "2026", "--only", "text,site,jekyll")
    assert finished.code == 0, finished.output
    listed = events((workspace.root / "build/2026/dates.ics").read_bytes())
    (workshop,) = (event for event in listed if "Workshop" in str(event["SUMMARY"]))
    assert (f"{workshop.start}", f"{workshop.end}") == ("2026-02-25", "2026-02-27")
    output = workspace.run("check", "2026").output
    assert "different-fact" not in output
    assert "missing-fact" not in output
    for file, old, new, _ in TAMPERING:
        place = workspace.root / "build" / file
        text = place.read_text(encoding="utf-8")
        assert old in text, (file, old)
        place.write_text(text.replace(old, new), encoding="utf-8")
    found = " ".join(workspace.run("check", "2026").output.split())
    missing = [fact for *_, fact in TAMPERING if fact not in found]
    assert missing == []


def test_rules_look_at_every_day_for_itself(workspace: Workspace) -> None:
    with_days(workspace, DAYS, SLOTS)
    assert not [
        one
        for one in workspace.check(["2026"])
        if one.span and one.span.file.name == "program.yaml"
    ]
    workspace.replace(PROGRAM, "end: 16:00, kind: opening", "end: 15:00, kind: opening")
    workspace.replace(PROGRAM, "end: 10:00, kind: closing", "end: 14:30, kind: closing")
    found = Counter(one.code for one in workspace.check(["2026"]))
    assert (found["schedule-gap"], found["outside-hours"], found["schedule-overlap"]) == (1, 1, 0)
