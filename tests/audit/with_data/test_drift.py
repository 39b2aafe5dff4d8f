"""Pages that drifted from the data: each change is found, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from proposal.audit.run_audit import Audit, audit
from proposal.diagnostics import Diagnostic
from proposal.project import load
from tests.audit.with_data.conftest import Compare, messages_of
from tests.workspace import Workspace


def looked(workspace: Workspace, year: str = "2026", parts: Sequence[str] = ("",)) -> Audit:
    """What comes of what was built, or of parts of it, as if somebody had sent it."""
    return audit(load(workspace.root), year, [workspace.root / "build" / part for part in parts])


def change(file: Path, old: str, new: str, count: int = 1) -> None:
    """Change some places in a finished file, as somebody does by hand."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= count, f"{old!r} is not in {file.name}"
    file.write_text(text.replace(old, new, count), encoding="utf-8", newline="")


@pytest.mark.parametrize(("year", "least"), [("2026", 800), ("2024", 450)])
def test_nothing_is_wrong_with_what_was_made_of_the_data(
    built: Workspace, year: str, least: int
) -> None:
    audited = looked(built, year)
    assert messages_of(audited.diagnostics) == []
    assert audited.summary.agreed > least
    assert audited.summary.nothing_of == ()


INDEX = "site/2026/index.html"
CALL = "site/2026/call-for-papers/index.html"
JEKYLL = "jekyll/pages/GenAIRecP2026/index.md"


Drift = tuple[str, str, str, str, str]
"""The file, what it says, what somebody makes of that, the code and a part of the message."""

DRIFTS: dict[str, Drift] = {
    "a deadline extended on one page": (
        CALL,
        "November\xa028, 2025",
        "December\xa05, 2025",
        "different-fact",
        (
            "“December 5, 2025” where dates.submission is “November 28, 2025” "
            "(data/editions/2026/edition.yaml:"
        ),
    ),
    "the deadline before it was extended": (
        JEKYLL,
        "**November\xa028, 2025** <small>extended from ~~November\xa021, 2025~~</small>",
        "November 21, 2025",
        "stale-fact",
        "“November 21, 2025”, which it was before it was moved; dates.submission is",
    ),
    "an accent": (
        "2026/cfp.txt",
        "* Neil Shah, Snap Research",
        "* Neil Sháh, Snap Research",
        "other-spelling",
        "“Neil Sháh” where organizers.neil-shah.name is “Neil Shah”",
    ),
    "a slip in a name": (
        "jekyll/_data/pc-members2026.yml",
        "Zhouhang Xie",
        "Zhouang Xie",
        "different-fact",
        "“Zhouang Xie” where committee.zhouhang-xie.name is “Zhouhang Xie”",
    ),
    "the title of a talk": (
        JEKYLL,
        "<strong>The Graph Trilogy: Unlocking Personalization at Scale",
        "<strong>The Graph Trilogy: Unlocking Personalization for All",
        "different-fact",
        (
            "“The Graph Trilogy: Unlocking Personalization for All” where "
            "speakers.yinglong-xia.title is"
        ),
    ),
    "the title of a paper": (
        "jekyll/_data/papers2026.yml",
        "Evolution, Patterns and Open Challenges",
        "Evolution and Open Challenges",
        "different-fact",
        "where papers.video-recommenders.title is",
    ),
    "a topic of the edition before": (
        "2026/cfp.md",
        (
            "Personalized generative retrieval, generative recommendation, search and novel "
            "applications"
        ),
        "Personalized generative retrieval and recommendation models",
        "stale-fact",
        (
            "“Personalized generative retrieval and recommendation models”, which it was for "
            "GenAIRecP 2024; a topic is “Personalized generative retrieval, generative"
        ),
    ),
    "an affiliation in brackets": (
        "jekyll/_data/pc-members2026.yml",
        "(Regions Bank)",
        "(Stripe)",
        "different-fact",
        "“Stripe” where committee.praneeth-reddy.affiliation is “Regions Bank”",
    ),
    "the end of a talk": (
        JEKYLL,
        "**11:45–12:30**",
        "**11:45–12:15**",
        "different-fact",
        "“11:45–12:15” where schedule.11:45.hours is “11:45–12:30”",
    ),
    "a time in a calendar": (
        "2026/schedule.ics",
        "DTSTART;TZID=America/Boise:20260226T110000",
        "DTSTART;TZID=America/Boise:20260226T111500",
        "different-fact",
        "“11:15” where schedule.11:00.start is “11:00”",
    ),
    "a day in a calendar": (
        "2026/dates.ics",
        "DTSTART;VALUE=DATE:20251128",
        "DTSTART;VALUE=DATE:20251121",
        "stale-fact",
        "“2025-11-21”, which it was before it was moved; dates.submission is",
    ),
    "the length of papers": (
        "2026/cfp.txt",
        "2 to 8 pages",
        "4 to 9 pages",
        "different-fact",
        "“4 to 9 pages” where submissions.pages is “2 to 8”",
    ),
    "a slip in an address": (
        "jekyll/pages/GenAIRecP2026/call-for-papers.md",
        "id=WSDM/2026/Workshop",
        "id=WDSM/2026/Workshop",
        "different-fact",
        "where submissions.url is",
    ),
    "the day in the list of all editions": (
        "site/editions/index.html",
        "February\xa026, 2026",
        "February\xa025, 2026",
        "different-fact",
        "“February 25, 2026” where when.date is “February 26, 2026”",
    ),
    "an instant in a script": (
        INDEX,
        '"startDate": "2026-02-26T08:55:00-07:00"',
        '"startDate": "2026-02-26T08:45:00Z"',
        "different-fact",
        "“2026-02-26T08:45:00Z”, which is 01:45 in Boise, when nothing begins or ends",
    ),
    "the day of the week": (
        "2026/cfp.txt",
        "Thursday, February 26, 2026",
        "Friday, February 26, 2026",
        "different-fact",
        "“Friday, February 26, 2026”, but that day is a Thursday; when.date is",
    ),
    "the short name of last year": (
        JEKYLL,
        'masthead-title: "GenAIRecP 2026"',
        'masthead-title: "GenAIRecP 2025"',
        "stale-fact",
        "“GenAIRecP 2025”, which is the name for 2025; acronym is “GenAIRecP 2026”",
    ),
    "the ordinal": (
        INDEX,
        "<title>GenAIRecP 2026: Third Workshop",
        "<title>GenAIRecP 2026: Second Workshop",
        "different-fact",
        "where title is “Third Workshop on Generative AI",
    ),
    "the zone of a schedule": (
        JEKYLL,
        "Time (MST",
        "Time (PST",
        "wrong-zone",
        "the hours are said to be PST; the clocks of Boise",
    ),
}


@dataclass(frozen=True, slots=True)
class Drifted:
    """A built workshop in which all of these changes were made, and what is found in it."""

    workspace: Workspace
    lines: dict[tuple[str, str], int]
    """The line of each change, by its file and its new text."""
    findings: list[Diagnostic]


@pytest.fixture(scope="module")
def drifted(built: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Drifted:
    """All changes at once: reading the files is what takes long."""
    root = tmp_path_factory.mktemp("drifted") / "workshop"
    shutil.copytree(built.root, root)
    lines = {}
    for file, old, new, _, _ in DRIFTS.values():
        place = root / "build" / file
        text = place.read_text(encoding="utf-8")
        lines[file, new] = text[: text.find(old)].count("\n") + 1
        change(place, old, new)
    return Drifted(Workspace(root), lines, looked(Workspace(root)).diagnostics)


@pytest.mark.parametrize(("file", "old", "new", "code", "message"), DRIFTS.values(), ids=DRIFTS)
def test_a_change_is_found_at_its_place_with_that_in_the_data(
    drifted: Drifted, file: str, old: str, new: str, code: str, message: str
) -> None:
    place = drifted.workspace.root / "build" / file
    number = drifted.lines[file, new]
    (finding,) = (
        finding
        for finding in drifted.findings
        if finding.span and (finding.span.file, finding.span.line) == (place, number)
    )
    assert finding.code == code, messages_of([finding])
    assert message in messages_of([finding])[0]
    assert "(data/" in finding.message or code == "wrong-zone"
    assert finding.span is not None
    line = place.read_text(encoding="utf-8").split("\n")[number - 1]
    assert old not in line
    marked = line[finding.span.column - 1 : finding.span.end_column - 1]
    assert marked.strip("\"'")
    assert marked[:4] in new or marked in line


def test_nothing_but_the_changes_is_found(drifted: Drifted) -> None:
    assert len(drifted.findings) == len(DRIFTS), messages_of(drifted.findings)


def test_another_room_is_found(finished: Workspace) -> None:
    change(finished.root / "build/site/2024/index.html", 'quiet">Room 114', 'quiet">Room 115')
    (finding,) = looked(finished, "2024", ["site/2024"]).diagnostics
    assert "“Room 115” where room is “Room 114”" in finding.message


WRITTEN = (
    *("28 Nov 2025", "Nov. 28th, 2025", "2025-11-28", "28/11/2025", "11/28/2025"),
    *("28.11.2025", "2025/11/28", "November 28 (Fri)", "Fri, Nov 28"),
    *("~~Nov 21~~ Nov 28", "November 28, 2025 (extended from November 21, 2025)"),
)


def calls(call: Path, ways: Sequence[str]) -> list[Path]:
    """A call for every way in which its deadline is written, and the call as it was."""
    copies = [call.with_name(f"call {number}.txt") for number in range(len(ways))]
    for copy, written in zip(copies, ways, strict=True):
        shutil.copy(call, copy)
        change(copy, "November 28, 2025", written)
    return [call, *copies]


def test_a_deadline_may_be_written_as_people_do(compare: Compare, call: Path) -> None:
    audited = compare(*calls(call, WRITTEN))
    assert messages_of(audited.diagnostics) == []
    known, *others = [(one.file, one.stated, one.agreeing) for one in audited.files]
    for written, (_, *counts) in zip(WRITTEN, others, strict=True):
        assert counts == list(known[1:]), written


def test_another_deadline_is_found_however_it_is_written(compare: Compare, call: Path) -> None:
    ways = "5 Dec 2025", "Dec. 5th", "05/12/2025", "December 5 (Fri)"
    _, *copies = calls(call, ways)
    findings = compare(*copies).diagnostics
    assert [one.span and one.span.file for one in findings] == copies, messages_of(findings)
    for message in messages_of(findings):
        assert "dates.submission is “November 28, 2025”" in message


def test_last_years_affiliation_is_recognized_by_the_persons_history(finished: Workspace) -> None:
    finished.replace(
        "people/narges-tabari.yaml",
        "  - {institution: AWS AI Labs, city: Santa Clara, country: USA}",
        "  - {institution: University of Virginia, country: USA, since: 2018}\n"
        "  - {institution: AWS AI Labs, city: Santa Clara, country: USA, since: 2020-03}",
    )
    page = finished.root / "build" / JEKYLL
    change(page, 'excerpt: "AWS AI Labs"', 'excerpt: "University of Virginia"')
    (finding,) = looked(finished, parts=["jekyll"]).diagnostics
    assert finding.code == "stale-fact"
    assert "“University of Virginia”, which it was until March 2020" in finding.message
    assert "data/people/narges-tabari.yaml:5:19" in finding.message


PAGES = (JEKYLL, "site/2026", "2026/dates.ics", "2026/proposal.pdf")
"""Pages in two forms, and a file of each other kind that says from which data it was made."""


def test_who_stands_nowhere_any_more_is_missing(finished: Workspace) -> None:
    for file in (finished.root / "build").rglob("*"):
        if file.suffix in {".html", ".md", ".yml", ".txt", ".ics"} and "2024" not in str(file):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("Julian McAuley", "").replace("McAuley", ""))
    findings = looked(finished, parts=PAGES).diagnostics
    assert [diagnostic.code for diagnostic in findings] == ["missing-fact"]
    assert "organizers.julian-mcauley.name, which is “Julian McAuley”" in findings[0].message
    assert findings[0].span is not None
    assert findings[0].span.file.name == "julian-mcauley.yaml"


def test_what_one_page_leaves_to_another_is_not_missing(finished: Workspace) -> None:
    page = finished.root / "build" / JEKYLL
    text = page.read_text(encoding="utf-8")
    start, end = text.index("# Schedule"), text.index("# Keynote")
    page.write_text(text[:start] + text[end:], encoding="utf-8")
    audited = looked(finished, parts=PAGES)
    assert messages_of(audited.diagnostics) == []
    assert audited.summary.nothing_of == ()
    assert "schedule" in looked(finished, parts=[JEKYLL]).summary.nothing_of


def test_files_that_were_made_of_other_data_say_so(finished: Workspace) -> None:
    finished.replace("editions/2026/edition.yaml", "date: 2025-11-28", "date: 2025-12-05")
    findings = looked(finished, parts=PAGES).diagnostics
    older = {
        diagnostic.span.file.name
        for diagnostic in findings
        if diagnostic.code == "other-data" and diagnostic.span
    }
    assert {"index.html", "dates.ics", "index.md"} <= older
    messages = [diagnostic.message for diagnostic in findings if diagnostic.code == "other-data"]
    assert any("proposal.pdf was made by this program, from other data" in m for m in messages)
    different = {diagnostic.code for diagnostic in findings} - {"other-data"}
    assert different == {"different-fact"}
    assert all("dates.submission" in m for m in messages_of(findings) if "different-fact" in m)
