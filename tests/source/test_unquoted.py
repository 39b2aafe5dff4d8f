"""Signs in a text without quotes that YAML takes for its own are reported, and nothing is cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.diagnostics import Severity
from proposal.source.yaml import parse_yaml
from tests.check.findings import PAPERS
from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

FILE = Path("program.yaml")


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("room: Hall #3\n", "1:12", "#3"),
        ("title: The #1 Problem of All\n", "1:12", "#1 Problem of All"),
        ("- Hall #3\n- Hall 4\n", "1:8", "#3"),
        ("colour: #0b5fa5\n", "1:9", "#0b5fa5"),
        ("title: C#, and #hashtags\n", "1:16", "#hashtags"),
        ("title: two\n  lines #1\n", "2:9", "#1"),
        ("room: Hall  #3\n", "1:13", "#3"),
    ],
)
def test_a_text_that_a_number_sign_cuts_is_reported(text: str, place: str, rest: str) -> None:
    _, diagnostics = parse_yaml(text, FILE)
    diagnostic = only(diagnostics)
    assert diagnostic.severity is Severity.WARNING
    assert places([diagnostic]) == [f"program.yaml:{place} cut-by-comment"]
    assert diagnostic.message.startswith(f"`{rest}` is a comment here")
    assert "quotes" in str(diagnostic.hint)


@pytest.mark.parametrize(
    "line",
    [
        "room: Hall 3 # the large one",
        "room: Hall 3  #the large one",
        "room: Hall 3  # proposal: allow two-places — it is meant",
        "#room: Hall 3",
        "room: 'Hall #3' #4",
        'room: "Hall #3"',
        "room: C#3",
        "room: Hall 3 ###",
    ],
)
def test_a_remark_is_no_text(line: str) -> None:
    assert parse_yaml(f"{line}\nother: x\n", FILE)[1] == []


@pytest.mark.parametrize("first", ["&Care", "!Important"])
def test_a_first_word_that_yaml_drops_is_an_error(first: str) -> None:
    _, diagnostics = parse_yaml(f"title: {first} and More\n", FILE)
    assert places(diagnostics) == ["program.yaml:1:8 dropped-word"]


@pytest.mark.parametrize(
    ("title", "sign"),
    [
        ("Do We Need Care?", "?"),
        ("Why? Because", "?"),
        ("Care: A Panel", ":"),
        ("[Invited] Care", "["),
        ("Care #1", "#"),
    ],
)
def test_a_title_in_a_one_line_record_is_reported_at_its_sign(title: str, sign: str) -> None:
    line = f"- {{start: 16:00, kind: panel, title: {title}}}"
    _, diagnostics = parse_yaml(f"{line}\n- {{start: 17:00, kind: closing}}\n", FILE)
    diagnostic = only(diagnostics)
    column = line.index(sign, line.index("title: ") + len("title: ")) + 1
    assert places([diagnostic]) == [f"program.yaml:1:{column} yaml-syntax"]
    assert diagnostic.hint == f'put the text between quotes: title: "{title}"'


def test_a_title_that_begins_with_a_bracket_is_reported_in_a_line_of_its_own() -> None:
    diagnostic = only(parse_yaml("- kind: panel\n  title: [Invited] Care\n", FILE)[1])
    assert places([diagnostic]) == ["program.yaml:2:10 yaml-syntax"]
    assert diagnostic.hint == 'put the text between quotes: title: "[Invited] Care"'


def test_a_comma_in_a_one_line_record_is_reported(workspace: Workspace) -> None:
    workspace.append(PAPERS, "- {id: x, authors: [Ann], title: Search, Rank and Recommend}\n")
    diagnostic = only(workspace.read().diagnostics)
    assert diagnostic.hint == "a comma parts two keys here; put a text with a comma between quotes"
