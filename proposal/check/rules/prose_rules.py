"""Rules on prose: what it quotes must be known, as when a document is built."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.diagnostics import Diagnostic
from proposal.render.latex.document import faults_of_prose, render_document


def prose(subject: Subject) -> Iterator[Diagnostic]:
    """A fact that does not exist stops the build; one that is not known yet leaves a gap."""
    for document in subject.edition.documents.values():
        yield from render_document(subject.folder.root, subject.edition, document).faults
    yield from faults_of_prose(subject.edition, subject.files.texts.values())


TEXTS: tuple[Rule, ...] = (prose,)
