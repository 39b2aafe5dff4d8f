"""What a rule looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from proposal.diagnostics import Diagnostic
from proposal.edition.edition import Edition
from proposal.model.folder import EditionFiles, Folder


@dataclass(frozen=True, slots=True)
class Subject:
    """One edition: as it is written, and as it is resolved."""

    folder: Folder
    files: EditionFiles
    edition: Edition


Rule = Callable[[Subject], Iterator[Diagnostic]]
"""Looks at an edition and tells what it finds; its docstring says why an organizer cares."""
