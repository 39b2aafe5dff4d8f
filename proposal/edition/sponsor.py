"""A sponsor of an edition, with the pictures that stand for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from proposal.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Logo:
    """A sponsor's sign."""

    file: Path
    span: Span | None
    """Where it is named."""


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Somebody who supports the edition."""

    name: str
    url: str | None
    level: str | None
    logo: Logo | None = None
    logo_dark: Logo | None = None
    """The sign for dark grounds."""
