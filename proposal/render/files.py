"""What a room of the renderer makes: files by their names, and what was wrong on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from proposal.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class RenderedFiles:
    """Files by their paths from the folder they belong to, with `/` between its parts."""

    files: dict[str, bytes]
    faults: list[Diagnostic] = field(default_factory=list)
