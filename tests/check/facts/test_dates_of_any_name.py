"""Dates of any name, with times of the day, stand in each finished file, and are proved there."""

from __future__ import annotations

import pytest

from tests.check.facts.conftest import NOT_MADE, after_change, looked_at
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
SUBMISSION = "  submission: {date: 2025-11-28, was: [2025-11-21]}\n"
DATES = """\
  submission: {date: 2025-11-28, was: [2025-11-21 18:00, 2025-11-21T23:59], zone: AoE}
  submission_opens: {date: 2025-09-01, label: Submission opens, opens: true}
  short_papers: {date: 2025-12-01 23:59 AoE, label: Short papers are due}
  posters: {date: 2025-12-20, time: 12:00, label: "Posters & <demos>"}
  data: {date: 2025-10-03, label: Data of the shared task, tentative: true}
"""

PAGE, CALL = "site/2026/index.html", "site/2026/call-for-papers/index.html"
JEKYLL, TEXT, MARKDOWN = "jekyll/pages/GenAIRecP2026/index.md", "2026/cfp.txt", "2026/cfp.md"
CALENDAR = "2026/dates.ics"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Pages, calls and calendars of such a workshop, which each test puts back as they were."""
    root = tmp_path_factory.mktemp("dated") / "workshop"
    root.mkdir()
    workspace = Workspace.of_the_real_workshop(root)
    workspace.replace(EDITION, SUBMISSION, DATES)
    finished = workspace.run("build", "--only", "text,site,jekyll")
    assert finished.code == 0, finished.output
    return workspace


def said(made: Workspace, file: str) -> str:
    """What a finished file says, in one line."""
    text = (made.root / "build" / file).read_bytes().decode()
    return " ".join(text.replace("\r\n ", "").split())


def test_all_of_them_are_stated(made: Workspace) -> None:
    agreement = looked_at(made)
    assert [found.message for found in agreement.diagnostics if found.code != NOT_MADE] == []


def test_days_times_and_zones_are_printed(made: Workspace) -> None:
    call = said(made, TEXT)
    assert "Submission opens Monday, September 1, 2025 Submission" in call
    assert (
        "Submission deadline Friday, November 28, 2025 (AoE) "
        "(extended from November 21, 2025, 18:00, then November 21, 2025, 23:59)"
    ) in call
    assert "Short papers are due Monday, December 1, 2025, 23:59 AoE" in call
    assert "Posters & <demos> Saturday, December 20, 2025, 12:00 (MST, UTC-7)" in call
    assert "Data of the shared task to be announced" in call
    assert "| Short papers are due | Monday, December 1, 2025, 23:59 AoE |" in said(made, MARKDOWN)
    assert "- Short papers are due: December 1, 2025, 23:59 AoE" in said(made, JEKYLL)
    page = said(made, PAGE)
    assert '<li data-ends="2025-12-01T23:59:00-12:00">' in page
    assert '<time datetime="2025-12-20T12:00:00-07:00">' in page
    assert "Posters &amp; &lt;demos&gt;" in page
    assert '<li data-opens="2025-09-01T' in page  # which is never called passed


def test_calendars_have_the_moment(made: Workspace) -> None:
    calendar = said(made, CALENDAR)
    assert "SUMMARY:GenAIRecP 2026: Short papers are due DTSTART:20251202T115900Z" in calendar
    assert "SUMMARY:GenAIRecP 2026: Posters & <demos> DTSTART:20251220T190000Z" in calendar
    assert "GenAIRecP 2026: Submission opens DTSTART;VALUE=DATE:20250901" in calendar
    assert "shared task" not in calendar


def test_facts_and_prose_name_them_by_their_keys(made: Workspace) -> None:
    facts = made.run("facts", "2026").output
    for name in ("submission_opens", "short_papers", "posters.label", "posters.ends"):
        assert f"dates.{name}" in facts


@pytest.mark.parametrize(
    ("file", "value", "wrong", "fact"),
    [
        (PAGE, "Posters &amp; &lt;demos", "Posters &amp; &lt;dramas", "dates.posters.label"),
        (CALL, "1, 2025, 23:59", "1, 2025, 23:58", "dates.short_papers"),
        (JEKYLL, "23:59 AoE", "23:59 UTC", "dates.short_papers"),
        (TEXT, "20, 2025, 12:00", "20, 2025, 12:30", "dates.posters"),
        (MARKDOWN, "Submission opens", "Submission ends", "dates.submission_opens.label"),
        (CALENDAR, "20251202T115900Z", "20251202T125900Z", "dates.short_papers.ends"),
    ],
)
def test_one_that_is_changed_by_hand_is_named(
    made: Workspace, file: str, value: str, wrong: str, fact: str
) -> None:
    found = after_change(made, file, value, wrong)
    assert any(f" where {fact} is “" in diagnostic.message for diagnostic in found), found
