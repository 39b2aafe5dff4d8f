"""A sponsor of an edition, with the pictures that stand for it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import Span


class Logo(Struct, frozen=True):
    """A sponsor's sign."""

    file: Path
    span: Span | None
    """Where it is named."""


class Sponsor(Struct, frozen=True):
    """Somebody who supports the edition."""

    name: str
    url: str | None
    level: str | None
    logo: Logo | None = None
    logo_dark: Logo | None = None
    """The sign for dark grounds."""
