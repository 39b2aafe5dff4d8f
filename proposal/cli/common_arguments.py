"""Arguments that several commands have."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

Editions: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="[EDITION]...", help="Editions, such as 2026; the current one if none."),
]
"""The editions that are named, by their ids; nothing for the current one."""
