"""Rules on prose: what it quotes must be known, as when a document is built."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.diagnostics import Diagnostic


def prose(subject: Subject) -> Iterator[Diagnostic]:
    """A fact that does not exist stops the build; one that is not known yet leaves a gap."""
    yield from subject.rendering


TEXTS: tuple[Rule, ...] = (prose,)
