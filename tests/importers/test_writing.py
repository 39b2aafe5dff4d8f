"""Data files as a person would write and change them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from proposal.model.data_writer import WIDTH, dump, load, styled, wrapped
from proposal.source.file import composed
from proposal.source.yaml import parse_yaml
from tests.workspace import REAL_WORKSHOP

FILES = sorted(
    file
    for file in (REAL_WORKSHOP / "data").rglob("*.yaml")
    if file.name != "calendar.yaml"  # the program writes it itself, and no importer changes it
)


@pytest.mark.parametrize(
    "file", FILES, ids=lambda file: str(file.relative_to(REAL_WORKSHOP / "data"))
)
def test_a_file_that_is_loaded_and_written_is_the_same_byte_for_byte(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert dump(load(text)) == text


def test_comments_quotes_and_order_survive_a_change() -> None:
    text = (
        "# who\n"
        "name: 'Ed Chi'   # as on his page\n"
        "\n"
        "affiliations:\n"
        "  # since he moved\n"
        '  - {institution: "Google", since: 2011}\n'
        "# the end\n"
    )
    document = load(text)
    document["email"] = "nobody@example.org"
    assert dump(document) == text.replace("# the end\n", "# the end\nemail: nobody@example.org\n")


def test_a_new_file_reads_like_one_that_was_typed() -> None:
    record = {
        "name": "Somebody: a name",
        "when": {"date": "2026-02-26", "start": "09:00", "end": "17:00"},
        "organizers": ["ed-chi", "dawen-liang"],
        "speakers": [{"person": "ed-chi", "role": "keynote", "title": "Yes"}],
        "abstract": "Words and more words. " * 10,
    }
    lines = dump(styled(record)).splitlines()
    assert lines[0] == "name: 'Somebody: a name'"
    assert "  date: 2026-02-26" in lines
    assert "  start: 09:00" in lines
    assert "organizers: [ed-chi, dawen-liang]" in lines
    assert "  - {person: ed-chi, role: keynote, title: Yes}" in lines
    assert "abstract: |" in lines
    assert max(map(len, lines)) <= WIDTH + 2


def test_a_file_that_is_a_list_begins_at_the_left_edge() -> None:
    assert dump(styled([{"start": "09:00", "end": "09:10", "kind": "opening"}])) == (
        "- {start: 09:00, end: 09:10, kind: opening}\n"
    )


def test_no_line_of_wrapped_prose_begins_like_a_list_or_a_heading() -> None:
    prose = "word " * 17 + "- and 3. then # or > so " * 30
    for line in wrapped(prose).splitlines()[1:]:
        assert not line.lstrip().startswith(("-", "3.", "#", ">"))
    assert wrapped(prose).split() == prose.split()


def test_paragraphs_and_lists_in_prose_stay() -> None:
    prose = "One paragraph.\n\n- one\n- two\n\nAnother."
    assert wrapped(prose) == prose


LETTERS = st.characters(
    codec="utf-8",
    exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"],
    exclude_characters="\ufeff",  # no data may hold it, so an import refuses it
)


@given(st.text(LETTERS))
@example("'\N{CJK COMPATIBILITY IDEOGRAPH-2F800}")  # files and escapes are read in composed letters
def test_every_line_of_text_is_read_back_as_it_was(text: str) -> None:
    line = " ".join(text.split())
    node, diagnostics = parse_yaml(dump(styled({"name": text})), Path("file.yaml"))
    assert node is not None
    assert diagnostics == []
    plain = node.plain()
    assert isinstance(plain, dict)
    assert composed(str(plain["name"] or "")) == composed(line)


@given(st.text("ab1 .,:;!?*&#%@`'\"-=<>()[]{}|~", max_size=12))
def test_every_value_within_braces_is_read_back_as_it_was(text: str) -> None:
    line = " ".join(text.split())
    written = dump(styled([{"url": text, "names": [text, "b"]}]))
    node, diagnostics = parse_yaml(written, Path("file.yaml"))
    assert node is not None
    assert diagnostics == [], written
    plain = node.plain()
    assert isinstance(plain, list)
    (record,) = plain
    assert isinstance(record, dict)
    assert [record["url"] or "", record["names"]] == [line, [line, "b"]], written
