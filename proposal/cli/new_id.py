"""Checks what is typed as the id of an edition that may not exist yet."""

from __future__ import annotations

import typer

from proposal.model.edition_id import FORM, is_edition_id


def new_id(typed: str) -> str:
    """The id as it was typed.

    Raises:
        typer.BadParameter: no edition can be called so.
    """
    if not is_edition_id(typed):
        raise typer.BadParameter(f"no edition can be called '{typed}'; write {FORM}")
    return typed
