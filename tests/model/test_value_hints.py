"""A value of another kind is answered with what to type in its place, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from proposal.diagnostics import Diagnostic
from proposal.diagnostics.registry import REGISTRY
from proposal.model.loading.validation import validate_record
from proposal.model.record import Record
from proposal.model.records.data_files import FILES
from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.person import PersonRecord
from proposal.model.reference.key_reference import keys_of, records_in
from proposal.source.yaml import parse_yaml
from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

FILE = Path("file.yaml")
EDITION = "editions/2026/edition.yaml"
RECORDS = list(dict.fromkeys(record for kind in FILES.values() for record in records_in(kind)))


def diagnostics_in(workspace: Workspace, old: str, new: str) -> list[Diagnostic]:
    workspace.replace(EDITION, old, new)
    return workspace.resolve("2026")[1]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("one, two", "write topics: [one, two], or one item a line"),
        ("one; two", "write topics: [one, two], or one item a line"),
        ("one (a, b), two", 'write topics: ["one (a, b)", two], or one item a line'),
        ("one", "write topics: [one], or one item a line"),
        ("\n  one\n  two", "write topics: [one, two], or one item a line"),
        ("\n  -one\n  -two", "write one item a line, each behind a hyphen and a space: - one"),
        ("\n  • one\n  • two", "write one item a line, each behind a hyphen and a space: - one"),
        ("{a: b}", "write one item a line"),
        (f"{'x' * 80}, y", "write [one, another], or one item a line"),
    ],
)
def test_what_is_no_list_is_answered_with_the_list_that_it_may_be(typed: str, hint: str) -> None:
    found = [one for one in diagnostics_of_topics(typed) if one.code == "not-a-list"]
    assert str(only(found).hint).startswith(hint)


def diagnostics_of_topics(typed: str) -> list[Diagnostic]:
    text = f"""ordinal: 1
venue: a
when: {{date: 2024-08-25, start: 14:00, end: 18:00}}
organizers: [a]
abstract: A
topics: {typed}
"""
    node, diagnostics = parse_yaml(text, FILE)
    assert node is not None
    return [*diagnostics, *validate_record(node, EditionRecord).diagnostics]


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        ("[Care: A Panel]", '"Care: A Panel"'),
        ("[[Invited]]", '"[Invited]"'),
        ("[{Care}]", '"{Care}"'),
        ("\n  - Care: A Panel\n  - Love", '"Care: A Panel"'),
    ],
)
def test_a_text_that_yaml_takes_for_something_else_is_to_be_put_between_quotes(
    item: str, hint: str
) -> None:
    diagnostic = only(diagnostics_of_topics(item))
    assert diagnostic.code == "not-a-text"
    assert diagnostic.hint == f"if it is a text, put it between quotes: {hint}"


def test_a_record_in_place_of_a_text_is_to_be_written_as_one() -> None:
    diagnostic = only(diagnostics_of_topics("[{name: Care, about: People}]"))
    assert diagnostic.hint == 'write one text: "Care, People"'


def test_an_item_that_is_refused_does_not_make_its_list_empty() -> None:
    assert [one.code for one in diagnostics_of_topics("[[a]]")] == ["not-a-text"]
    text = "ordinal: 1\nvenue: a\nwhen: {date: 2024-08-25, start: 14:00, end: 18:00}\n"
    node, _ = parse_yaml(f"{text}organizers: [Ann Author]\nabstract: A\n", FILE)
    assert node is not None
    found = validate_record(node, FILES["edition"]).diagnostics
    assert places(found) == ["file.yaml:4:14 not-an-id"]


def test_several_days_of_a_deadline_are_an_extension_or_rounds() -> None:
    text = "ordinal: 1\ndates:\n  notification: [2024-06-01, 2024-06-15]\n"
    node, _ = parse_yaml(text, FILE)
    assert node is not None
    found = validate_record(node, FILES["edition"]).diagnostics
    (hint,) = (one.hint for one in found if one.code == "not-a-record")
    assert hint is not None
    assert "was: [2027-06-17]" in hint
    assert "`notification_2: {date: 2027-07-01, kind: notification," in hint


def test_a_list_of_single_keys_is_to_lose_its_hyphens() -> None:
    text = "when:\n  - date: 2024-08-25\n  - start: 14:00\n"
    node, _ = parse_yaml(text, FILE)
    assert node is not None
    found = validate_record(node, FILES["edition"]).diagnostics
    hints = {one.hint for one in found if one.code == "not-a-record"}
    assert hints == {
        "delete the hyphens: the keys of one record stand below each other without them"
    }


DAY = "{date: 2027-01-28, start: 9:00, end: 10:00}"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (
            f"when: [{DAY}, {DAY.replace('01-28', '02-29')}]",
            "write 2027-02-28, which is the last day of that month, or the day that is meant",
        ),
        ("when: [2027-02-25 16:00-17:00]", "write {date: 2027-02-25, start: 9:00, end: 17:00}"),
        (
            "when: TBA",
            (
                "write {date: 2027-02-26, start: 9:00, end: 17:00}; a day that is likely has "
                "`tentative: true` beside it"
            ),
        ),
        (
            f"when: [{DAY}, {DAY}]",
            (
                "write all of a day in one item; what is at several places at the same time are "
                "slots of program.yaml, each with its `elsewhere`"
            ),
        ),
        (
            "submissions: {call: none}",
            "write `submissions: none`, if there is no call; of a call for papers, delete the line",
        ),
        (
            "contact: {name: Ada, email: ada@example.org}",
            "write contact: ada@example.org, or the id of an organizer",
        ),
        (
            "contact: [{name: Ada, email: ada@example.org}]",
            "write contact: ada@example.org, or the id of an organizer",
        ),
        ("ordinal: none", "write `ordinal: uncounted` for an edition that is not counted"),
    ],
)
def test_a_wrong_value_is_answered_once_and_with_what_to_type(line: str, hint: str) -> None:
    node, _ = parse_yaml(f"{line}\n", Path("file.yaml"))
    assert node is not None
    found = validate_record(node, FILES["edition"]).diagnostics
    assert [one.hint for one in found if one.code != "missing-key"] == [hint]


def test_a_place_has_one_city_and_one_zone() -> None:
    node, _ = parse_yaml("zone: [Europe/Berlin, Asia/Tokyo]\n", Path("file.yaml"))
    assert node is not None
    found = validate_record(node, FILES["venue"]).diagnostics
    hints = [one.hint for one in found if one.code == "not-a-text"]
    assert hints == ["only one can stand here: zone: Europe/Berlin"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "Hello\n", "- ordinal: 1\n- venue: x\n"])
def test_an_edition_that_cannot_be_read_leads_to_nothing_else(
    workspace: Workspace, text: str
) -> None:
    workspace.write(EDITION, text)
    found = workspace.resolve("2026")[1]
    assert {one.code for one in found if one.severity.name == "ERROR"} <= {
        "missing-value",
        "not-a-record",
    }
    assert not [one for one in found if "ada-lovelace" in one.message or "kdd-2024" in one.message]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("about 60", "write 60"),
        ("60 people", "write 60"),
        ("~60", "write 60"),
        ("60-80", "write digits only"),
        ("1e3", "write digits only"),
        ("1,000", "write digits only"),
        ("sixty", "write digits only"),
    ],
)
def test_a_number_with_words_is_answered_with_the_number(
    workspace: Workspace, typed: str, hint: str
) -> None:
    found = diagnostics_in(workspace, "expected: 60", f'expected: "{typed}"')
    assert only(found).message == f"`{typed}` is no whole number"
    assert only(found).hint == hint


@pytest.mark.parametrize(("typed", "number"), [("012", 12), ("1_000", 1000), ("+60", 60)])
def test_a_number_is_the_one_that_is_read_in_tens(
    workspace: Workspace, typed: str, number: int
) -> None:
    workspace.replace(EDITION, "expected: 60", f"expected: {typed}")
    audience = workspace.read().editions["2026"].edition.audience
    assert audience is not None
    assert audience.expected == number


@pytest.mark.parametrize(
    "name", ["Null", "NULL", "No", "Yes", "On", "1e3", "012", "1_000", "12:30"]
)
def test_a_name_stays_as_it_is_written(workspace: Workspace, name: str) -> None:
    workspace.replace("people/neil-shah.yaml", "name: Neil Shah", f"name: {name}")
    person = workspace.read().people["neil-shah"]
    assert person.name == name


def test_null_is_no_value_and_is_reported_as_that() -> None:
    node, _ = parse_yaml("name: null\n", FILE)
    assert node is not None
    found = only(validate_record(node, FILES["person"]).diagnostics)
    assert found.message == "`name` has no value: `null` means none"
    assert found.hint == 'if the word is meant, put it between quotes: name: "null"'


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ("venue: wsdm-2026", "venue: “wsdm-2026”", "quotes of a text processor", "wsdm-2026"),
        ("venue: wsdm-2026", "venue: „wsdm-2026“", "quotes of a text processor", "wsdm-2026"),
        ("venue: wsdm-2026", "venue: «wsdm-2026»", "quotes of a text processor", "wsdm-2026"),
        ("venue: wsdm-2026", "venue: ‘wsdm-2026’", "quotes of a text processor", "wsdm-2026"),
        ("venue: wsdm-2026", "venue: wsdm\u20132026", "is a dash, and no hyphen", "wsdm-2026"),
        ("venue: wsdm-2026", "venue: wsdm-2026\u200b", "invisible character (U+200B)", "wsdm-2026"),
        ("venue: wsdm-2026", "“venue”: wsdm-2026", "quotes stand around the key", "venue"),
        ("venue: wsdm-2026", "venue\u00a0: wsdm-2026", "an invisible character stands in", "venue"),
        ("venue: wsdm-2026", "\u200bvenue: wsdm-2026", "an invisible character stands in", "venue"),
    ],
)
def test_signs_of_text_processors_are_reported_with_what_to_type(
    workspace: Workspace, old: str, new: str, message: str, hint: str
) -> None:
    found = [one for one in diagnostics_in(workspace, old, new) if one.code != "missing-email"]
    assert message in only(found).message
    assert str(only(found).hint).endswith(f": {hint}")


def test_a_missing_space_behind_a_colon_between_braces_is_reported(workspace: Workspace) -> None:
    text = "- {start:9:00, end: 9:30, kind:break}\n"
    node, found = parse_yaml(text, FILE)
    assert set(places(found)) == {"file.yaml:1:9 yaml-syntax", "file.yaml:1:31 yaml-syntax"}
    assert [one.hint for one in found] == ["write `start: 9:00`", "write `kind: break`"]
    assert node is not None
    assert node.plain() == [{"start": "9:00", "end": "9:30", "kind": "break"}]


def test_a_missing_comma_before_a_key_is_reported() -> None:
    found = parse_yaml("submission: {date: 2027-01-10 zone: AoE}\n", FILE)[1]
    assert [(one.message, one.hint) for one in found] == [
        ("a comma is missing before `zone`", "write `2027-01-10, zone: …`")
    ]


def test_an_item_within_the_text_above_it_is_reported() -> None:
    node, found = parse_yaml("topics:\n- One\n - Two\n", FILE)
    assert places(found) == ["file.yaml:3:2 swallowed-item"]
    assert node is not None
    _, found = parse_yaml("topics:\n- One\n -Two\n", FILE)
    assert places(found) == ["file.yaml:3:2 swallowed-item"]
    assert "with a space behind it" in str(found[0].hint)
    assert parse_yaml("text: a long text -\n  and more - of it\n", FILE)[1] == []


ODD = ("x", "''", "[]", "{}", "[[a]]", "{a: b}", "null", "-1", "0", "1.5", "9" * 30, "1e999")
PYDANTIC = re.compile(
    r"[Ii]nput should|[Vv]alid (?:string|integer|list)|pydantic|_error|_type|_parsing|model_|unable"
)


def records_with_odd_values(record: type[Record]) -> Iterator[tuple[str, str]]:
    for name, info, _ in keys_of(record):
        for odd in ODD:
            yield name, odd
        if info.is_required():
            yield name, ""


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_no_message_holds_the_words_of_a_library(record: type[Record]) -> None:
    needed: dict[str, Any] = {
        name: info.examples[0]
        for name, info, _ in keys_of(record)
        if info.is_required() and info.examples
    }
    refused = 0
    for name, odd in records_with_odd_values(record):
        lines = [f"{key}: {example!r}" for key, example in needed.items() if key != name]
        node, _ = parse_yaml("\n".join([*lines, f"{name}: {odd}"]) + "\n", FILE)
        assert node is not None
        for one in validate_record(node, record).diagnostics:
            refused += 1
            assert one.code in REGISTRY
            assert one.code != "unfit-value", (name, odd, one.message)
            assert PYDANTIC.search(f"{one.message} {one.hint}") is None, (name, odd, one)
    assert refused > 0


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        (
            "affiliations: University A, Spain",
            "not-a-list",
            'write affiliations: [{institution: "University A, Spain"}]',
        ),
        ("affiliations: [University A]", "not-a-record", "write {institution: University A}"),
        (
            "bio: bios/ann.md",
            "file-for-text",
            "write `|` here, and the text on the lines below, two spaces further right",
        ),
    ],
)
def test_a_text_for_a_record_or_a_file_for_a_text_is_answered(
    text: str, code: str, hint: str
) -> None:
    node, _ = parse_yaml(f"name: Ann Author\n{text}\n", FILE)
    assert node is not None
    diagnostic = only(validate_record(node, PersonRecord).diagnostics)
    assert (diagnostic.code, diagnostic.hint) == (code, hint)
