"""`proposal explain`: what a diagnostic's code means, why it matters and what to do."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from proposal.cli.session import Session
from proposal.cli.streams import print_json
from proposal.delivery import deliver
from proposal.diagnostics import Severity
from proposal.diagnostics.explanation import (
    as_data,
    chapter_of,
    how_to_silence,
    nearest_codes,
    page,
)
from proposal.diagnostics.registry import CHAPTERS, REGISTRY
from proposal.diagnostics.registry.kind import DiagnosticKind
from proposal.typed_commands import as_typed


class ExplanationFormat(StrEnum):
    """How codes are explained."""

    TEXT = "text"
    JSON = "json"


def explain(
    context: typer.Context,
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]", help="What stands in brackets behind a message; all codes if none."
        ),
    ] = None,
    form: Annotated[
        ExplanationFormat, typer.Option("--format", help="How to print it.")
    ] = ExplanationFormat.TEXT,
    reference: Annotated[
        Path | None,
        typer.Option("--reference", metavar="FILE", help="Write a page of all codes there."),
    ] = None,
) -> None:
    """Explain a code: what it means, why it matters, what to do and how to switch it off."""
    session: Session = context.obj
    if reference is not None:
        deliver({reference: page().encode()})
        session.console.print(f"{len(REGISTRY)} codes written to {reference}", markup=False)
    elif code is None:
        _print_all(session.console, form)
    elif code not in REGISTRY:
        typer.echo(f"proposal: {_unknown(code)}", err=True)
        raise typer.Exit(2)
    elif form is ExplanationFormat.JSON:
        print_json(as_data(REGISTRY[code]))
    else:
        _print(REGISTRY[code], session.console)


def _print(kind: DiagnosticKind, console: Console) -> None:
    others = ", ".join(severity for severity in Severity if severity in kind.also)
    severity = f"{kind.severity}, in some places {others}" if others else str(kind.severity)
    console.print(Text.assemble((kind.code, "bold"), f" · {severity} · {chapter_of(kind).title}"))
    for heading, text in (
        ("What it means", kind.meaning),
        ("Why it matters", kind.why),
        ("What to do", kind.action),
        ("To switch it off", how_to_silence(kind)),
    ):
        console.print()
        console.print(Text(heading, "bold"))
        console.print(Text(f"  {as_typed(text)}"), soft_wrap=not console.is_terminal)


def _print_all(console: Console, form: ExplanationFormat) -> None:
    if form is ExplanationFormat.JSON:
        print_json([as_data(kind) for kind in REGISTRY.values()])
        return
    width = max(map(len, REGISTRY))
    for chapter in CHAPTERS:
        console.print(Text(chapter.title, "bold"))
        for kind in chapter.kinds:
            console.print(Text(f"  {kind.code:{width}}  {kind.severity}"), soft_wrap=True)
        console.print()
    hint = "To read about one of them, type `proposal explain CODE`."
    console.print(as_typed(hint), markup=False)


def _unknown(code: str) -> str:
    similar = nearest_codes(code)
    if not similar:
        return as_typed(f"there is no code `{code}`; `proposal explain` lists all of them")
    return f"there is no code `{code}`; did you mean {', '.join(similar)}?"
