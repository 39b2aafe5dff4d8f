"""The JSON Schemas, which editors use to complete and check while one types."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from proposal.model.records.person import PersonRecord
from proposal.model.reference.schema import describe_keys, schemas
from tests.model.editor import as_an_editor_reads
from tests.workspace import REAL_WORKSHOP, Workspace

SCHEMAS = schemas()
KINDS = {
    "calendar.yaml": "calendar",
    "workshop.yaml": "workshop",
    "edition.yaml": "edition",
    "program.yaml": "program",
    "papers.yaml": "papers",
}
DATA_FILES = sorted((REAL_WORKSHOP / "data").rglob("*.yaml"))


def diagnostics_of(schema: dict[str, Any], value: Any) -> list[str]:
    checker = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.FormatChecker(["date", "email"])
    )
    return [
        f"{list(diagnostic.path)}: {diagnostic.message}"
        for diagnostic in checker.iter_errors(value)
    ]


def kind_of(file: Path) -> str:
    return KINDS.get(file.name) or {"people": "person", "venues": "venue"}[file.parent.name]


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for inner in schema.values():
            yield from properties(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from properties(inner)


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    of_front_matter = {"page"}
    assert set(SCHEMAS) == {kind_of(file) for file in DATA_FILES} | of_front_matter


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$id"] == f"{name}.schema.json"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_described(name: str) -> None:
    described = dict(properties(SCHEMAS[name]))
    assert described
    assert [key for key, about in described.items() if not about.get("description")] == []


def test_keys_are_described_where_data_were_read_before() -> None:
    PersonRecord.model_fields["name"].description = None
    PersonRecord.model_rebuild(force=True)  # as it is once a person was read
    describe_keys.cache_clear()
    assert schemas() == SCHEMAS


@pytest.mark.parametrize("file", DATA_FILES, ids=lambda file: str(file.relative_to(REAL_WORKSHOP)))
def test_an_editor_finds_nothing_wrong_with_the_real_data(file: Path) -> None:
    value = as_an_editor_reads(file.read_text(encoding="utf-8"))
    assert diagnostics_of(SCHEMAS[kind_of(file)], value) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_editor_finds_nothing_wrong_with_the_examples(name: str) -> None:
    for key, about in properties(SCHEMAS[name]):
        within = {"$defs": SCHEMAS[name].get("$defs", {}), **about}
        for example in about.get("examples", []):
            typed = as_an_editor_reads(
                json.dumps(example) if isinstance(example, list | dict) else example_text(example)
            )
            assert diagnostics_of(within, typed) == [], f"{key}: {example}"


def example_text(example: Any) -> str:
    """An example as one types it behind the key."""
    if isinstance(example, bool):
        return str(example).lower()
    return json.dumps(example) if ": " in str(example) or str(example)[:1] == "#" else str(example)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("room: Room 114", "room: 114"),
        ("audience: {expected: 50}", "outcome: {attendees: 50}"),
        ("  - narges-tabari", "  - {person: narges-tabari, corresponding: true}"),
        ("  notification: 2024-06-28", "  notification: {date: 2024-06-28, zone: AoE}"),
        ("  notification: 2024-06-28", "  notification: 28 June 2024"),
        ("date: 2024-08-25", "date: 25.08.2024"),
        ("date: 2024-08-25", 'date: "Sunday, August 25, 2024"'),
        ("start: 14:00", "start: 2 pm"),
        ("start: 14:00", "start: 2:00 p.m."),
        ("start: 14:00", "start: 14.00"),
        ("start: 14:00", "start: 14h00"),
        ("start: 14:00", "start: noon"),
    ],
)
def test_an_editor_takes_what_the_program_takes(workspace: Workspace, old: str, new: str) -> None:
    workspace.replace("editions/2024/edition.yaml", old, new)
    _, diagnostics = workspace.resolve("2024")
    assert [
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.code not in {"unknown-fact", "read-as"}
    ] == []
    text = (workspace.data / "editions/2024/edition.yaml").read_text(encoding="utf-8")
    assert diagnostics_of(SCHEMAS["edition"], as_an_editor_reads(text)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("room: Room 114", "rom: Room 114"),
        ("ordinal: 1", "ordinal: one"),
        ("date: 2024-08-25", "date: 25 August"),
        ("start: 14:00", "start: afternoon"),
        ("copyright: rightsretained", "copyright: mine"),
        ("venue: kdd-2024", "venue: KDD 2024"),
    ],
)
def test_an_editor_marks_what_the_program_refuses(workspace: Workspace, old: str, new: str) -> None:
    workspace.replace("editions/2024/edition.yaml", old, new)
    _, diagnostics = workspace.resolve("2024")
    assert diagnostics
    text = (workspace.data / "editions/2024/edition.yaml").read_text(encoding="utf-8")
    assert diagnostics_of(SCHEMAS["edition"], as_an_editor_reads(text))
