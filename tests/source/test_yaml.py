"""What is read from YAML, at which places, and what is said of YAML that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.source.text import Text
from proposal.source.yaml import Node, parse_yaml
from tests.diagnostic_lists import only

FILE = Path("person.yaml")


def parsed(text: str) -> Node:
    node, diagnostics = parse_yaml(text, FILE)
    assert diagnostics == []
    assert node is not None
    return node


def text_at(node: Node, *path: str | int) -> Text:
    for step in path:
        inner = node.child(step)
        assert inner is not None, step
        node = inner
    assert isinstance(node.value, Text)
    return node.value


def place_of(text: Text, word: str) -> str:
    """Where a word of a value was written, as line:column."""
    span = text.place(text.index(word), len(word))
    return f"{span.line}:{span.column}"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14:00", "14:00"),
        ("2024-08-25", "2024-08-25"),
        ("No", "No"),
        ("007", "007"),
        ("1e3", "1e3"),
        ("0o17", "0o17"),
        ("'null'", "null"),
        ("!!python/object:os.system id", "id"),
    ],
)
def test_a_scalar_stays_the_text_that_was_typed(typed: str, read: str) -> None:
    assert parsed(f"key: {typed}\n").plain() == {"key": read}


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_nothing_typed_is_no_value(typed: str) -> None:
    assert parsed(f"key: {typed}\n").plain() == {"key": None}


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
def test_an_empty_file_has_no_value(text: str) -> None:
    assert parsed(text).plain() is None


def test_keys_and_plain_values_know_their_columns() -> None:
    node = parsed("affiliations:\n  - {institution: AWS AI Labs, since: 2024-01}\n")
    record = node.child("affiliations")
    assert record is not None
    inner = record.child(0)
    assert inner is not None
    assert (inner.keys["since"].line, inner.keys["since"].column) == (2, 32)
    assert place_of(text_at(inner, "since"), "2024") == "2:39"
    span = text_at(inner, "institution").span
    assert (span.column, span.end_column) == (19, 30)


def test_a_literal_block_keeps_every_line_at_its_place() -> None:
    bio = text_at(parsed("name: A\nbio: |\n  One line.\n\n    An indented one.\nx: y\n"), "bio")
    assert bio == "One line.\n\n  An indented one.\n"
    assert place_of(bio, "One") == "3:3"
    assert place_of(bio, "line") == "3:7"
    assert place_of(bio, "indented") == "5:8"
    assert [span.line for span in bio.places_of_lines()[:1]] == [3]


def test_a_folded_block_keeps_every_line_at_its_place() -> None:
    bio = text_at(parsed("bio: >-\n  first words\n  second words\n\n  third words\n"), "bio")
    assert bio == "first words second words\nthird words"
    assert [place_of(bio, word) for word in ("first", "second", "third")] == ["2:3", "3:3", "5:3"]


def test_equal_lines_of_a_block_are_reported_apart() -> None:
    bio = text_at(parsed("bio: |\n  same\n  same\n  same\n"), "bio")
    assert [span.line for span in bio.places_of_lines()[:3]] == [2, 3, 4]


def test_a_quoted_text_begins_behind_its_quote() -> None:
    assert place_of(text_at(parsed('title: "One: two"\n'), "title"), "One") == "1:9"


def test_a_quoted_text_on_two_lines_knows_both() -> None:
    title = text_at(parsed('title: "first words\n  second words"\nother: x\n'), "title")
    assert title == "first words second words"
    assert place_of(title, "second") == "2:3"


def test_a_plain_text_on_two_lines_knows_both_even_within_brackets() -> None:
    list_item = text_at(parsed("keys: [first words\n  second words, other]\n"), "keys", 0)
    assert list_item == "first words second words"
    assert place_of(list_item, "second") == "2:3"
    plain = text_at(parsed("title: first words\n  second words\n"), "title")
    assert place_of(plain, "words") == "1:14"
    assert place_of(plain, "second") == "2:3"


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("a:\n  b: c\n   d: e\n", "3:5", "the indent is wrong", "align the key"),
        ("a:\n  b: c\n d: e\n", "3:2", "the indent is wrong", "the same number of spaces"),
        ("a:\n  - b\n c: d\n", "3:2", "the indent is wrong", "the same number of spaces"),
        ("- a\nb: c\n", "2:1", "this key stands where an item", "indent it like"),
        ("a:\n\tb: c\n", "2:1", "a tab stands in the indent", "use spaces"),
        ("a: b \tc: d\n", "1:6", "a tab stands between words", "type a space"),
        ("a: [b, c\nd: e\n", "1:4", "a bracket is not closed", "]"),
        ("a: {b: c\nd: e\n", "1:4", "a brace is not closed", "}"),
        ("a: b\n---\nc: d\n", "2:1", "more than one document", "delete the line ---"),
        ("a: &x\n  b: c\n", "1:4", "an anchor (&name) is not supported", "write out again"),
        ('a: "\\q"\n', "1:6", "a backslash and this character mean nothing", "single quotes"),
        ("a: b\n...\nc: d\n", "3:1", "has ended above this line", "delete the line `...`"),
        ("a: b\n]\n", "2:1", "closes no list", "delete it"),
        ("a: {b: c}}\n", "1:10", "closes no record", "delete it"),
        ("a:b\nc: d\n", "1:2", "a space is missing behind this colon", "write `a: b`"),
        ("a:\n  - b\n  -c\nd: e\n", "3:3", "behind this hyphen", "write `- c`"),
        ("a: b\nA line of text\nc: d\n", "2:1", "is no key with a value", "the text of `a`"),
        ("a: |\n    b\n  c\nd: e\n", "3:3", "the indent is wrong: this text", "two spaces more"),
    ],
)
def test_broken_yaml_is_reported_at_its_place(
    text: str, place: str, message: str, hint: str
) -> None:
    node, diagnostics = parse_yaml(text, FILE)
    assert node is None
    diagnostic = only(diagnostics)
    assert diagnostic.code == "yaml-syntax"
    assert str(diagnostic.span) == f"person.yaml:{place}"
    assert message in diagnostic.message
    assert hint in (diagnostic.hint or "")


def test_a_key_that_stands_twice_is_reported_with_the_line_of_the_first() -> None:
    node, diagnostics = parse_yaml("a: b\nc: d\na: e\n", FILE)
    assert node is not None
    assert node.plain() == {"a": "b", "c": "d"}
    diagnostic = only(diagnostics)
    assert (diagnostic.code, str(diagnostic.span)) == ("duplicate-key", "person.yaml:3:1")
    assert diagnostic.message == "the key `a` stands twice (first in line 1)"


def test_a_key_must_be_one_word() -> None:
    _, diagnostics = parse_yaml("? [a, b]\n: c\n", FILE)
    assert only(diagnostics).message == "a key must be a single word"


def test_aliases_cannot_blow_up_a_file() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    node, diagnostics = parse_yaml(bomb, FILE)
    assert node is not None
    assert node.plain() == {"a": "&a [x, x]", "b": "&b [*a, *a]", "c": "&c [*b, *b]"}
    assert [str(diagnostic.span) for diagnostic in diagnostics] == [
        f"person.yaml:{line}:4" for line in (1, 2, 3)
    ]


def test_brackets_that_nest_endlessly_are_an_error_and_no_crash() -> None:
    node, diagnostics = parse_yaml("a: " + "[" * 20_000, FILE)
    assert node is None
    assert only(diagnostics).message == "lists and records are nested too deeply here"


def test_a_merge_key_is_an_ordinary_key() -> None:
    assert parsed("<<: {a: b}\n").plain() == {"<<": {"a": "b"}}


@pytest.mark.parametrize(
    ("written", "columns"),
    [
        (r'a: "x\u202ey"', [6]),
        (r'a: "x\u001by\u0085"', [6, 13]),
        (r'a: "\x00\0\a\e\N\L\P"', [5, 9, 11, 13, 15, 17, 19]),
        (r'a: "\ufdd0\ufeff\U0010FFFE"', [5, 11, 17]),
        (r'a: "half \ud83d"', [10]),
        (r'a: "\ude00\ud83d"', [5, 11]),
        (r'"k\u202e": b', [3]),
        (r'a: {b: ["\u2066"]}', [10]),
    ],
)
def test_a_character_that_may_not_be_typed_may_not_be_escaped_either(
    written: str, columns: list[int]
) -> None:
    node, diagnostics = parse_yaml(written, FILE)
    assert [diagnostic.code for diagnostic in diagnostics] == ["forbidden-character"] * len(columns)
    assert [diagnostic.span.column for diagnostic in diagnostics if diagnostic.span] == columns
    assert node is not None
    assert str(node.plain()).encode()  # what is left can be written anywhere


def test_the_place_of_an_escape_is_found_in_a_text_on_several_lines() -> None:
    _, diagnostics = parse_yaml('a: "one\n  \\t two\n  \\u202e"\n', FILE)
    span = only(diagnostics).span
    assert span is not None
    assert (span.line, span.column, span.end_column) == (3, 3, 9)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r'"\ud83d\ude00"', "\N{GRINNING FACE}"),
        (r'"\U0001F600 \u00e9\t\u200b"', "\N{GRINNING FACE} \u00e9\t\u200b"),
        (r'"e\u0301"', "\u00e9"),
        (r'"\\u202e"', r"\u202e"),
        (r"'\u202e'", r"\u202e"),
        (r"\u202e", r"\u202e"),
    ],
    ids=["pair", "allowed", "composed", "escaped", "single-quoted", "plain"],
)
def test_other_escapes_are_the_characters_that_they_stand_for(written: str, read: str) -> None:
    assert parsed(written).plain() == read


@pytest.mark.parametrize(
    "deep",
    ["[" * 300 + "]" * 300, "{a: " * 300 + "}" * 300, "- " * 300 + "a"],
    ids=["lists", "records", "dashes"],
)
def test_what_nests_too_deeply_is_reported_where_it_does(deep: str) -> None:
    node, diagnostics = parse_yaml(deep, FILE)
    diagnostic = only(diagnostics)
    assert node is None
    assert diagnostic.code == "yaml-syntax"
    assert diagnostic.message == "lists and records are nested too deeply here"
    assert diagnostic.hint is not None
    assert diagnostic.span is not None
    assert diagnostic.span.column > 1


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ('a: 1\nb: "\\U00110000"', (2, 5)),
        ('a: "\\UFFFFFFFF"', (1, 5)),
        (f"%YAML {'9' * 5000}.1\n---\na: 1", (1, 1)),
        ("a: b\n\x00c: d", (2, 1)),
    ],
    ids=["beyond-unicode", "far-beyond", "endless-version", "nul"],
)
def test_numbers_and_characters_that_yaml_does_not_know_have_a_place(
    written: str, place: tuple[int, int]
) -> None:
    node, diagnostics = parse_yaml(written, FILE)
    span = only(diagnostics).span
    assert node is None
    assert span is not None
    assert (span.line, span.column) == place


def test_a_paragraph_at_the_left_edge_is_answered_with_the_key_above_it() -> None:
    text = "abstract: First line\n\nRecommender systems decide what people see.\nroom: 1\n"
    node, diagnostics = parse_yaml(text, FILE)
    (found,) = diagnostics
    assert node is None
    assert found.span is not None
    assert found.span.line == 3
    assert found.hint == (
        "if it goes on with the text of `abstract`, write `abstract: |` and all of the text on the "
        "lines below it, two spaces further right"
    )
