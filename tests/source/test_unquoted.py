"""Signs in a text without quotes that YAML takes for its own are reported, and nothing is cut."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
import yaml

from proposal.diagnostics import Severity
from proposal.source.syntax_errors import problem_of
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
        ("room: Hall # 3\n", "1:12", "# 3"),
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
        "room: Hall 3 # 4 in the evening",
        "pages: 8 # 8",
    ],
)
def test_a_remark_is_no_text(line: str) -> None:
    assert parse_yaml(f"{line}\nother: x\n", FILE)[1] == []


QUESTIONS = [
    "Do We Need Care?",
    "Why? Because",
    "What? Why? Who?",
    "Care ?now",
    "Care?now",
    "Care ?",
]


@pytest.mark.parametrize("title", QUESTIONS)
@pytest.mark.parametrize("form", ["{{id: a, title: {}}}", "{{title: {}, id: a}}", "{{title: {} }}"])
def test_a_question_in_a_one_line_record_is_read_as_it_is_typed(title: str, form: str) -> None:
    node, diagnostics = parse_yaml(f"- {form.format(title)}\n", FILE, goes_on=False)
    assert diagnostics == []
    assert node is not None
    assert node.child(0).child("title").value == title  # type: ignore[union-attr]  # or it fails


def test_questions_in_a_one_line_list_are_read_as_they_are_typed() -> None:
    node, diagnostics = parse_yaml("topics: [Why?, What? Who?, 'How?']\n", FILE)
    assert diagnostics == []
    assert node is not None
    assert node.plain() == {"topics": ["Why?", "What? Who?", "How?"]}


TITLES = [
    ("Care? A Panel: Yes", ":"),
    ("Care # now", "#"),
    ("Care[ now", "["),
    ("Care now{", "{"),
    ("Care] now", "]"),
    ("Care} now", "}"),
    ("! Care", "!"),
    ("Care: A Panel", ":"),
    ("Care: a, b and c?", ":"),
    ("[Invited] Care", "["),
    ("Care [Invited]", "["),
    ("{Care} for All", "{"),
    ("Care {x}", "{"),
    ("Care #1", "#"),
    ("@Care", "@"),
    ("%Care", "%"),
    ("`Care` in Code", "`"),
    ("|Care|", "|"),
    ("> Care", ">"),
    ("- Care", "-"),
    ("? Care", "?"),
    ("&Care and More", "&Care"),
    ("*Care* for All", "*Care*"),
    ("!Care", "!Care"),
]
"""Titles with a sign that YAML takes for its own within braces, and that sign."""
ALSO_ON_A_LINE = [
    (title, sign)
    for title, sign in TITLES
    if title not in {"Care #1", "Care # now"} and not re.match(r"Care ?(?:now)?[\[\]{}]", title)
]


@pytest.mark.parametrize(("title", "sign"), TITLES)
def test_a_title_in_a_one_line_record_is_reported_at_its_sign(title: str, sign: str) -> None:
    line = f"- {{start: 16:00, kind: panel, title: {title}}}"
    node, diagnostics = parse_yaml(f"{line}\n- {{start: 17:00, kind: closing}}\n", FILE)
    diagnostic = only(diagnostics)
    span = diagnostic.span
    assert span is not None
    assert diagnostic.severity is Severity.ERROR
    assert (span.line, line[span.column - 1 : span.end_column - 1]) == (1, sign)
    assert diagnostic.hint == f'put the title between quotes: title: "{title}"'
    assert node is not None
    assert node.plain() == [
        {"start": "16:00", "kind": "panel", "title": title},
        {"start": "17:00", "kind": "closing"},
    ]


@pytest.mark.parametrize("sign", [",", "; "])
def test_the_title_may_stand_between_other_keys(sign: str) -> None:
    line = f"- {{title: A{sign}B: Care?, start: 16:00, papers: [a, b]}}"
    node, diagnostics = parse_yaml(f"{line}\n", FILE)
    assert only(diagnostics).hint == f'put the title between quotes: title: "A{sign}B: Care?"'
    assert node is not None
    assert node.plain() == [{"title": f"A{sign}B: Care?", "start": "16:00", "papers": ["a", "b"]}]


@pytest.mark.parametrize(("title", "sign"), ALSO_ON_A_LINE)
def test_a_title_on_a_line_of_its_own_is_reported_at_its_sign(title: str, sign: str) -> None:
    line = f"  title: {title}"
    node, diagnostics = parse_yaml(f"- kind: panel\n{line}\n- kind: closing\n", FILE)
    span = only(diagnostics).span
    assert span is not None
    assert (span.line, line[span.column - 1 : span.end_column - 1]) == (2, sign)
    assert only(diagnostics).hint == f'put the title between quotes: title: "{title}"'
    assert node is not None
    assert node.plain() == [{"kind": "panel", "title": title}, {"kind": "closing"}]


@pytest.mark.parametrize("title", ["Do We Need Care?", "A & B", "100 % Care", "It's Care", "C#, *"])
def test_a_sign_that_yaml_does_not_mind_is_fine_on_a_line_of_its_own(title: str) -> None:
    node, diagnostics = parse_yaml(f"title: {title}\n", FILE)
    assert diagnostics == []
    assert node is not None
    assert node.plain() == {"title": title}


@pytest.mark.parametrize(
    ("title", "column", "message", "hint"),
    [
        ("'Care' for All", 13, "the quote ends here", """title: "'Care' for All\""""),
        ('"Care" for All', 13, "the quote ends here", """title: '"Care" for All'"""),
        ('"Care" and "Love"', 13, "the quote ends here", """title: '"Care" and "Love"'"""),
        ("'It's Care'", 11, "the quote ends here", """title: "It's Care\""""),
        ('"She said "no""', 18, "the quote ends here", """title: 'She said "no"'"""),
        ('"Care: A Panel', 8, "is not closed", 'add the closing quote: title: "Care: A Panel"'),
        ("'Care", 8, "is not closed", 'add the closing quote: title: "Care"'),
        ('Care: A "Panel"', 12, "`:` parts a key", """title: 'Care: A "Panel"'"""),
    ],
)
def test_quotes_that_hold_only_a_part_of_a_text_are_reported(
    title: str, column: int, message: str, hint: str
) -> None:
    for text in (f"title: {title}\nroom: Hall\n", f"room: Hall\ntitle: {title}\n"):
        node, diagnostics = parse_yaml(text, FILE)
        diagnostic = only(diagnostics)
        assert diagnostic.span is not None
        assert diagnostic.span.column == column
        assert message in diagnostic.message
        assert str(diagnostic.hint).endswith(hint)
        assert node is not None
        assert node.plain() == {"title": title, "room": "Hall"}


def test_an_unclosed_quote_far_above_the_error_is_found() -> None:
    text = 'a:\n  title: "Care\n  room: Hall\nb:\n  title: "Love"\n  room: Yard\n'
    node, diagnostics = parse_yaml(text, FILE)
    assert places(diagnostics) == ["program.yaml:2:10 yaml-syntax"]
    assert node is not None
    assert node.plain() == {
        "a": {"title": '"Care', "room": "Hall"},
        "b": {"title": "Love", "room": "Yard"},
    }


def test_all_titles_of_a_file_are_reported_at_once() -> None:
    text = "\n".join(
        f"- {{id: a{number}, title: {title}}}" for number, (title, _) in enumerate(TITLES)
    )
    node, diagnostics = parse_yaml(text, FILE)
    assert [diagnostic.span.line for diagnostic in diagnostics if diagnostic.span] == list(
        range(1, len(TITLES) + 1)
    )
    assert node is not None
    titles = [title for title, _ in TITLES]
    assert node.plain() == [{"id": f"a{index}", "title": one} for index, one in enumerate(titles)]


@pytest.mark.parametrize(
    "text",
    [
        "abstract: Our aim: to show\n  something.\nroom: Hall\n",
        "abstract: We show\n  an aim: something.\nroom: Hall\n",
    ],
)
def test_a_text_of_several_lines_is_to_be_written_below_its_key(text: str) -> None:
    node, diagnostics = parse_yaml(text, FILE)
    hint = "write `abstract: |` and the text on the lines below it, two spaces further right"
    assert only(diagnostics).hint == hint
    assert node is not None
    assert node.child("room") is not None


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        ("a:\n  – {b: c, d: e}\n  – {b: f}\n", "2:3", {"a": [{"b": "c", "d": "e"}, {"b": "f"}]}),
        ("a:\n  * b\n  * c\n", "2:3", {"a": ["b", "c"]}),
        ("a\uff1a b\nc: d\n", "1:2", {"a": "b", "c": "d"}),
        ("a = b\nc: d\n", "1:3", {"a": "b", "c": "d"}),
        ("a:\u00a0b\nc: d\n", "1:3", {"a": "b", "c": "d"}),
        ("a:\n\u00a0 - {b: c}\n  - {b: d}\n", "2:1", {"a": [{"b": "c"}, {"b": "d"}]}),
        ("a: {b: c; d: e}\n", "1:9", {"a": {"b": "c", "d": "e"}}),
    ],
)
def test_a_sign_that_only_looks_like_one_of_yaml_is_reported(
    text: str, place: str, value: object
) -> None:
    node, diagnostics = parse_yaml(text, FILE)
    assert places(diagnostics)[0] == f"program.yaml:{place} yaml-syntax"
    assert node is not None
    assert node.plain() == value


def test_a_file_of_somebody_else_is_not_read_as_it_may_have_been_meant() -> None:
    node, diagnostics = parse_yaml("- title: A: B\n- title: C: D\n", FILE, goes_on=False)
    assert node is None
    assert places(diagnostics) == ["program.yaml:1:11 yaml-syntax"]


def test_every_problem_that_yaml_names_is_said_in_plain_words() -> None:
    names = {
        name
        for module in (yaml.scanner, yaml.parser, yaml.composer)
        for name in re.findall(
            r"\"((?:expected|found|could not|duplicate|\w+ \w+ are not)[^\"]*)\"",
            inspect.getsource(module),
        )
    }
    assert len(names) > 30
    never_met = {  # contexts, and problems of what is refused before
        "expected a single document in the stream",
        "found undefined alias %r",
        "found duplicate anchor %r; first occurrence",
        "found non-specific tag '!'",
        "found duplicate key",
    }
    assert [name for name in sorted(names - never_met) if not problem_of(name)] == []


def test_a_comma_in_a_one_line_record_is_reported(workspace: Workspace) -> None:
    workspace.append(PAPERS, "- {id: x, authors: [Ann], title: Search, Rank and Recommend}\n")
    diagnostic = only(workspace.read().diagnostics)
    assert diagnostic.hint == 'put the title between quotes: title: "Search, Rank and Recommend"'


def test_quotes_of_a_text_processor_are_not_kept_between_quotes() -> None:
    _, diagnostics = parse_yaml("- title: “Care: A Panel”\n", Path("file.yaml"))
    assert only(diagnostics).hint == 'put the title between quotes: title: "Care: A Panel"'
