"""What is reported of news: dates ahead, what stands twice, names that they lack."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.check.findings import EDITION, PLANNING, diagnostics_of, only_diagnostic_of, where
from tests.workspace import Workspace

CALL = "  - {date: 2025-09-30, text: The call is out.}\n"


def say(workspace: Workspace, news: str, file: str = EDITION) -> None:
    workspace.append(file, f"news:\n{news}")


def test_news_that_are_dated_ahead_are_reported(workspace: Workspace) -> None:
    say(workspace, CALL + "  - {date: 2025-10-02, text: We have started.}\n")
    found = only_diagnostic_of(workspace, "future-news", today=PLANNING)
    expected = (
        "this news is of October\N{NO-BREAK SPACE}2, 2025, which is still to come, and is shown now"
    )
    assert found.message == expected
    assert where(found) == workspace.place_of(EDITION, "2025-10-02, text: We have")
    later = PLANNING + dt.timedelta(days=1)
    assert diagnostics_of(workspace, "future-news", today=later) == []


def test_the_same_news_twice_are_reported_wherever_they_stand(workspace: Workspace) -> None:
    say(workspace, CALL)
    say(workspace, CALL.replace("The call", "the  Call"), "workshop.yaml")
    found = only_diagnostic_of(workspace, "repeated-news")
    assert found.message == "the same news of September\N{NO-BREAK SPACE}30, 2025 stands twice"
    assert where(found).startswith("workshop.yaml:")
    assert diagnostics_of(workspace, "repeated-news", "2024") == []


@pytest.mark.parametrize(("name", "count"), [("", 1), (", id: call", 0)])
def test_news_of_one_day_without_names_are_reported(
    name: str, count: int, workspace: Workspace
) -> None:
    second = f"  - {{date: 2025-09-30, text: And a speaker.{name}}}\n".replace(".,", "'s,")
    say(workspace, CALL + second)
    found = diagnostics_of(workspace, "news-without-id")
    assert [where(diagnostic) for diagnostic in found] == [
        workspace.place_of(EDITION, "2025-09-30, text: And")
    ] * count


def test_a_fact_that_news_quote_is_reported(workspace: Workspace) -> None:
    say(workspace, "  - {date: 2025-09-30, text: 'Due on {{ dates.submission }}.'}\n")
    found = only_diagnostic_of(workspace, "fact-in-news")
    expected = "news quote no facts: `{{ dates.submission }}` is printed as it is typed"
    assert found.message == expected


def test_two_news_of_one_name_are_refused(workspace: Workspace) -> None:
    say(
        workspace,
        "  - {date: 2025-09-30, text: One., id: call}\n"
        "  - {date: 2025-10-01, text: Two., id: call}\n",
    )
    _, found = workspace.resolve("2026")
    (line,) = [diagnostic.span.line for diagnostic in found if diagnostic.span]
    assert [diagnostic.code for diagnostic in found] == ["duplicate-id"]
    assert f"edition.yaml:{line}" in workspace.place_of(EDITION, "2025-10-01, text: Two")


@pytest.mark.parametrize(
    ("item", "message", "hint"),
    [
        ("The call is out.", "news have a `date` and a `text`", "text: The call is out.}"),
        ("{date: 2025-09-30}", "`text` is missing", "text"),
        ("{date: soon, text: X}", "`soon` is no date", "2026-02-26"),
        ("{date: 2025-09-30, title: X}", "title", "write `text: …`"),
        ("{date: 2025-09-30, text: X, link: https://example.org}", "link", "as a link in Markdown"),
    ],
)
def test_what_is_wrong_with_news_is_reported_at_its_place(
    item: str, message: str, hint: str, workspace: Workspace
) -> None:
    say(workspace, f"  - {item}\n")
    found = [one for one in workspace.load().diagnostics if one.span]
    assert any(message in one.message and hint in (one.hint or "") for one in found), found
    line = workspace.place_of(EDITION, item).split(":")[1]
    assert {str(one.span.line) for one in found if one.span} == {line}
