"""Several days, dates of tracks, talks by several people and places of publication."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.audit.run_audit import audit, compare_with_each_other
from proposal.audit.with_data.deadline_comparison import names_place
from proposal.project import load
from tests.audit.with_data.conftest import messages_of
from tests.workspace import Workspace

FACTS = {"different-fact", "stale-fact", "missing-fact", "wrong-weekday", "two-dates"}
"""What is said of a value that is not the data's."""

CALL = "2027/cfp.txt"
PAGE = "site/2027/index.html"
JEKYLL = "jekyll/pages/WCE2027/index.md"
DATES = "2027/dates.ics"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Pages, calls and calendars of a workshop with all of these, which tests put back."""
    workspace = Workspace.of_careful_engines(tmp_path_factory.mktemp("newer") / "engines")
    finished = workspace.run("build", "2027", "--only", "text,site,jekyll")
    assert finished.code == 0, finished.output + finished.errors
    return workspace


def said_of(made: Workspace, *paths: str) -> list[str]:
    files = [made.root / "build" / path for path in paths]
    found = audit(load(made.root), "2027", files).diagnostics
    return messages_of([one for one in found if one.code in FACTS])


def test_nothing_differs_in_what_was_made_of_the_data(made: Workspace) -> None:
    assert said_of(made, "site", "jekyll", "2027") == []


def test_nothing_that_was_made_contradicts_another_page_or_calendar(made: Workspace) -> None:
    found = compare_with_each_other([made.root / "build"]).diagnostics

    assert [str(one) for one in found if one.code != "placeholder"] == []


@pytest.mark.parametrize(
    ("line", "is_place"),
    [
        ("Lisbon, Portugal, November 27, 2026", True),
        ("November 27, 2026, 18:00 Europe/Lisbon", False),
        ("November 27, 2026, 18:00 Lisbon time", False),
        ("November 27, 2026, 18:00 (Lisbon local time)", False),
    ],
)
def test_the_clock_of_a_city_is_no_place(line: str, is_place: bool) -> None:
    assert names_place(line, "Lisbon") is is_place


CHANGES = [
    (CALL, "November 27, 2026", "November 25, 2026", "where dates.submission_short is"),
    (CALL, "October 1, 2026", "October 2, 2026", "where dates.submissions_open is"),
    (CALL, "November 20, 2026", "November 19, 2026", "where dates.submission is"),
    (DATES, "20261001", "20261003", "where dates.submissions_open is"),
    (
        JEKYLL,
        "**15:30–16:00**",
        "**15:30–16:10**",
        "where schedule.2027-02-25T15:30-track-b-hall-3.hours is",
    ),
    (JEKYLL, "**22:00–00:30**", "**22:00–00:45**", "where schedule.2027-02-25T22:00.hours is"),
    (JEKYLL, "Thursday–Friday, February", "Wednesday–Friday, February", "is a Thursday"),
    (
        CALL,
        "in the CEUR Workshop Proceedings (CEUR-WS.org)",
        "in the ACL Anthology",
        "where submissions.tracks.full-papers.published.statement is",
    ),
]


@pytest.fixture(scope="module")
def found_in(made: Workspace, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is found in each of the changed files, in copies that have all of the changes."""
    folder = tmp_path_factory.mktemp("changed")
    copies = {file: folder / Path(file).name for file, *_ in CHANGES}
    for file, copy in copies.items():
        text = made.output(file)
        text = text.replace("\N{NO-BREAK SPACE}", " ")
        for _, old, new, _ in (change for change in CHANGES if change[0] == file):
            assert old in text, old
            text = text.replace(old, new)
        copy.write_text(text, encoding="utf-8", newline="")
    return {
        file: messages_of(audit(load(made.root), "2027", [copy]).diagnostics)
        for file, copy in copies.items()
    }


@pytest.mark.parametrize(("file", "message"), [(change[0], change[3]) for change in CHANGES])
def test_a_value_that_is_not_the_datas_is_found(
    found_in: dict[str, list[str]], file: str, message: str
) -> None:
    found = [one for one in found_in[file] if one.partition(":")[0] in FACTS]
    assert any(message in one for one in found), found


def test_a_talk_that_is_cancelled_is_missing_nowhere(made: Workspace, tmp_path: Path) -> None:
    page = made.output(JEKYLL)
    start = page.index('| <span style="white-space: nowrap">**09:00–10:00**')
    file = tmp_path / "index.md"
    file.write_text(page[:start] + page[page.index("\n", start) + 1 :], encoding="utf-8")
    found = messages_of(audit(load(made.root), "2027", [file]).diagnostics)
    assert [one for one in found if "emmy-noether" in one] == []
