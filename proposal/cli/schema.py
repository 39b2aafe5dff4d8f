"""`proposal schema`: JSON Schemas of the data files, and of what `check` tells programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from proposal.cli.report import report_schema
from proposal.cli.session import Session
from proposal.cli.streams import print_json
from proposal.delivery import deliver
from proposal.model.schema import schemas


def schema(
    context: typer.Context,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="DIR", help="Write one file a schema there.")
    ] = None,
) -> None:
    """Print the JSON Schemas of the data and of check's report, or write them into a folder."""
    session: Session = context.obj
    texts = {
        f"{name}.schema.json": json.dumps(each, indent=2, ensure_ascii=False) + "\n"
        for name, each in (schemas() | {"check": report_schema()}).items()
    }
    if write is None:
        whole = {name: json.loads(text) for name, text in texts.items()}
        print_json(whole)
        return
    deliver({write / name: text.encode() for name, text in texts.items()})
    session.console.print(f"{len(texts)} schemas written to {write}", markup=False)
