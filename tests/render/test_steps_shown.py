"""The row of steps says of a day what it is the day of."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
REGISTRATION = "links: {registration: https://register.boats.net/}\n"


def steps_shown(workspace: Workspace, dates: str) -> dict[str, str]:
    """What stands below each step of the page."""
    text = (workspace.data / EDITION).read_text(encoding="utf-8")
    text = re.sub(r"^dates:\n(?:  .*\n)*", dates, text, flags=re.MULTILINE)
    workspace.write(EDITION, text + REGISTRATION)
    finished = workspace.run("build", "2026", "--only", "site")
    assert finished.code == 0, finished.output + finished.errors
    page = (workspace.root / "build/site/2026/index.html").read_text(encoding="utf-8")
    listed = page[page.index('<ol class="steps"') :].partition("</ol>")[0]
    lines = [
        " ".join(unescape(re.sub(r"<[^>]+>", " ", step)).split())
        for step in listed.split("</li>")[:-1]
    ]
    return {line.partition(" ")[0]: line for line in lines}


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("early_registration: 2026-01-20", "Register Early registration: January 20, 2026"),
        ("registration: 2026-02-10", "Register until February 10, 2026"),
        (
            "registration: {date: 2026-01-05, label: Registration opens, opens: true}",
            "Register Registration opens: January 5, 2026",
        ),
    ],
)
def test_the_only_day_of_registration_is_named(workspace: Workspace, date: str, shown: str) -> None:
    assert steps_shown(workspace, f"dates:\n  {date}\n")["Register"] == shown


def test_the_day_of_abstracts_alone_is_not_that_of_papers(workspace: Workspace) -> None:
    steps = steps_shown(workspace, "dates:\n  abstract: 2025-11-14\n  notification: 2025-12-18\n")
    assert steps["Submit"] == "Submit a paper Abstract submission: November 14, 2025"
    assert steps["Notification"] == "Notification December 18, 2025"
