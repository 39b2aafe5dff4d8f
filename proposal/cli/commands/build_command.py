"""`proposal build`: its words."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from proposal.build.request import Kind
from proposal.cli.common_arguments import Editions
from proposal.cli.known_words import run_and_know
from proposal.model.variant import Variant
from proposal.processors import processors

KINDS = ",".join(Kind)
VARIANTS = "|".join(get_args(Variant))


def _kinds(typed: list[str]) -> frozenset[Kind]:
    """The kinds that `--only` names, between commas or one after the other."""
    names = [name.strip() for names in typed for name in names.split(",")] or list(Kind)
    for name in names:
        if name not in list(Kind):
            message = f"'{name}' is not one of {KINDS}"
            raise typer.BadParameter(message, param_hint="--only")
    return frozenset(map(Kind, names))


def _variant(typed: str | None) -> Variant | None:
    """The variant that `--variant` names."""
    for known in get_args(Variant):
        if typed == known:
            variant: Variant = known
            return variant
    if typed is not None:
        message = f"'{typed}' is not one of {VARIANTS}"
        raise typer.BadParameter(message, param_hint="--variant")
    return None


def build(
    context: typer.Context,
    editions: Editions = None,
    every: Annotated[bool, typer.Option("--all", help="Build every edition.")] = False,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar=KINDS, help="Make these kinds of files only."),
    ] = None,
    document: Annotated[
        list[str] | None,
        typer.Option(
            "--document", metavar="NAME", help="Make this document only, such as camera-ready."
        ),
    ] = None,
    variant: Annotated[
        str | None,
        typer.Option(
            "--variant", metavar=VARIANTS, help="Make the documents' PDFs in this variant, too."
        ),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option(
            "-j", "--jobs", metavar="N", min=1, help="How many documents to make at a time."
        ),
    ] = processors(),
    force: Annotated[bool, typer.Option("--force", help="Make again what is up to date.")] = False,
) -> None:
    """Make an edition's documents, and the website of all editions, in build/."""
    kinds = _kinds(only or [])
    if variant and only and kinds != {Kind.PDF}:
        raise typer.BadParameter("a variant is made of PDFs only", param_hint="--variant")
    run_and_know(
        "build",
        context.obj,
        editions=editions or [],
        every=every,
        # Who names a document or a variant wants that PDF and nothing else.
        kinds=[Kind.PDF] if (document or variant) and not only else sorted(kinds),
        documents=document or [],
        variant=_variant(variant),
        force=force,
        jobs=jobs,
    )
