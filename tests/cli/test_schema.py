"""What `proposal schema` prints and writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from proposal.cli.papers_report import papers_report_schema
from proposal.cli.report import report_schema
from proposal.model.reference.schema import schemas
from tests.workspace import ROOT, run


def every_schema() -> dict[str, Any]:
    return schemas() | {"check": report_schema(), "read-papers": papers_report_schema()}


def test_all_schemas_are_printed_as_json(tmp_path: Path) -> None:
    finished = run("schema", folder=tmp_path)
    assert finished.code == 0
    assert json.loads(finished.output) == {
        f"{name}.schema.json": schema for name, schema in every_schema().items()
    }


def test_every_schema_is_written_into_a_file(tmp_path: Path) -> None:
    finished = run("schema", "--write", "schemas", folder=tmp_path)
    assert (finished.code, finished.output) == (
        0,
        f"{len(every_schema())} schemas written to schemas\n",
    )
    files = {file.name: json.loads(file.read_text()) for file in (tmp_path / "schemas").iterdir()}
    assert files == {f"{name}.schema.json": schema for name, schema in every_schema().items()}


def test_the_committed_schemas_are_up_to_date() -> None:
    committed = {
        file.name: json.loads(file.read_text("utf-8"))
        for file in (ROOT / "docs" / "schema").glob("*.json")
    }
    assert committed == {f"{name}.schema.json": schema for name, schema in every_schema().items()}
