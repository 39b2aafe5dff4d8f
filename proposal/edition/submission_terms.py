"""How papers are sent in."""

from __future__ import annotations

from dataclasses import dataclass

from proposal.edition.marked_values import Estimate
from proposal.source.text import Prose


@dataclass(frozen=True, slots=True)
class Pages:
    """How long a paper may be."""

    min: Estimate | None
    max: Estimate


@dataclass(frozen=True, slots=True)
class Submissions:
    """How papers are sent in."""

    url: str | None = None
    system: str | None = None
    pages: Pages | None = None
    excludes: tuple[str, ...] = ()
    review: str | None = None
    archival: bool | None = None
    policy: Prose | None = None
    is_tentative: bool = False
    """Whether all but the addresses and the system is still to be confirmed."""
    template: str | None = None
    """Where authors get the template."""
