"""Limits by part and by words, and a demanded order of sections."""

from __future__ import annotations

import pytest

from tests.check.calls.calling import PROSE, VENUE, answer, answered, demand, section
from tests.workspace import Workspace

_PARTS = """\
    proposal:
      words: 100
      parts:
        - {name: main proposal, pages: 3}
        - {name: people, contents: [committee, biographies], pages: 1}
        - {name: literature, contents: [references], pages: 9}
"""


def test_parts_and_words_are_counted_in_the_finished_pdf(workspace: Workspace) -> None:
    workspace.append(VENUE, _PARTS)
    text = (workspace.data / PROSE).read_text(encoding="utf-8")
    start, end = text.index("# Programme Committee"), text.index("# Earlier Editions")
    moved = text[:start] + text[end:].replace("# Biographies", text[start:end] + "# Biographies")
    workspace.write(PROSE, moved)
    file = workspace.built("2026", "proposal")
    words, *parts = answered(workspace, file)
    assert (words.demand, words.label, words.is_met) == ("words", "at most 100 words", False)
    assert 1500 < int(words.missing.removeprefix("there are ")) < 3500
    assert [(part.label, part.is_met, part.says) for part in parts] == [
        ("main proposal", True, "at most 3 pages"),
        ("people", True, "at most 1 page"),
        ("literature", True, "at most 9 pages"),
    ]
    assert sum(int(part.by.split()[0]) for part in parts) == 4

    workspace.replace(VENUE, "main proposal, pages: 3", "main proposal, pages: 1")
    main = next(found for found in answered(workspace, file) if found.label == "main proposal")
    assert (main.is_met, main.missing) == (False, "there are 3, and may be 1")
    output = " ".join(workspace.run("check").output.split())
    assert "says “main proposal, at most 1 page”: there are 3, and may be 1 [over-limit]" in output
    assert "says “at most 100 words”" in output
    assert "at most 1 page for main proposal" in output


def test_the_order_of_the_list_is_demanded(workspace: Workspace) -> None:
    demand(workspace, "title", "objectives", "topics", "audience", "duration", "biographies")
    workspace.append(VENUE, "      ordered: true\n")
    found = answer(workspace, "order")
    assert (found.is_met, found.by, found.label) == (
        True,
        "proposal.md",
        "the order of the call's list",
    )
    workspace.replace(VENUE, "        - topics\n", "")
    workspace.replace(VENUE, "        - objectives\n", "        - biographies\n")
    workspace.replace(
        VENUE, "        - biographies\n      ordered", "        - topics\n      ordered"
    )
    found = answer(workspace, "order")
    assert found.missing == "“Target Audience” stands before “Biographies”"
    assert found.hint == "move it behind “Biographies”"
    (reported,) = workspace.check(["2026"])
    assert reported.code == "unmet-demand"
    assert reported.message.endswith("“the order of the call's list”: " + found.missing)


def test_references_are_a_demand_that_citations_answer(workspace: Workspace) -> None:
    demand(workspace, "references")
    assert answer(workspace, "references").is_met
    text = (workspace.data / PROSE).read_text(encoding="utf-8")
    workspace.write(PROSE, text.replace("[@", "[at "))
    assert answer(workspace, "references").missing == "proposal.md cites nothing"


@pytest.mark.parametrize(
    ("name", "heading", "text"),
    [
        ("diversity", "Diversity and Inclusion", "The team is from four countries."),
        ("accessibility", "Accessibility", "Slides are sent ahead."),
        ("attendance", "Plans for Hybrid Attendance", "It is held in person; talks are streamed."),
        ("publication", "Plans to Publish Proceedings", "Papers appear at CEUR-WS."),
        ("call-for-papers", "Call for Participation", "Join us."),
        ("equipment", "Rooms and Equipment", "We need poster boards."),
    ],
)
def test_what_newer_calls_demand_is_recognized(
    workspace: Workspace, name: str, heading: str, text: str
) -> None:
    demand(workspace, name)
    section(workspace, "Topics", text)
    workspace.replace(PROSE, "# Topics\n", f"# {heading}\n")
    found = answer(workspace, name)
    assert (found.is_met, found.by) == (True, heading)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ("[{name: a, pages: 1}, {name: b, pages: 1}]", "two parts have no `contents`"),
        (
            "[{name: a, contents: [topics], pages: 1}, {name: b, contents: [topics], pages: 1}]",
            "`topics` stands twice under `contents` of the parts",
        ),
    ],
)
def test_parts_that_overlap_are_refused(workspace: Workspace, parts: str, message: str) -> None:
    workspace.append(VENUE, f"    proposal: {{parts: {parts}}}\n")
    (found,) = workspace.read().diagnostics
    assert (found.code, found.message.startswith(message)) == ("repeated-part", True)
