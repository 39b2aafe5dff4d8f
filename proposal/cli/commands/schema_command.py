"""`proposal schema`: the keys of the data files, as JSON Schemas and as a page to read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from proposal.cli.papers_report import SCHEMA, papers_report_schema
from proposal.cli.report import report_schema
from proposal.cli.session import Session
from proposal.cli.streams import print_json
from proposal.delivery import deliver
from proposal.model.reference.formula_reference import formula_reference
from proposal.model.reference.key_reference import reference
from proposal.model.reference.schema import schema_files


def schema(
    context: typer.Context,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="DIR", help="Write one file a schema there.")
    ] = None,
    reference_file: Annotated[
        Path | None,
        typer.Option("--reference", metavar="FILE", help="Write a page of all keys there."),
    ] = None,
    formulas: Annotated[
        Path | None,
        typer.Option("--formulas", metavar="FILE", help="Write a page of all formulas there."),
    ] = None,
) -> None:
    """Print the JSON Schemas of the data and of check's report, or write them into a folder.

    With --reference, write a page in Markdown with all keys of the data files; with --formulas, one
    with all commands that formulas may use.
    """
    session: Session = context.obj
    if reference_file is not None:
        deliver({reference_file: reference().encode()})
        session.console.print(f"All keys written to {reference_file}", markup=False)
    if formulas is not None:
        deliver({formulas: formula_reference().encode()})
        session.console.print(f"All formulas written to {formulas}", markup=False)
    if write is None and (reference_file or formulas):
        return
    reports = {"check.schema.json": report_schema(), SCHEMA: papers_report_schema()}
    texts = {**schema_files(), **{name: _written(schema) for name, schema in reports.items()}}
    if write is None:
        whole = {name: json.loads(text) for name, text in texts.items()}
        print_json(whole)
        return
    deliver({write / name: text for name, text in texts.items()})
    session.console.print(f"{len(texts)} schemas written to {write}", markup=False)


def _written(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
