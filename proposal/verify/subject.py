"""What a rule looks at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from proposal.diagnostics import Diagnostic
from proposal.edition.edition import Edition, Talk
from proposal.model.edition import Speaker
from proposal.model.folder import EditionFiles, Folder

CLOSE = 30
"""Days before a workshop from which on everybody wants to know what will happen there."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One edition: as it is written, and as it is resolved."""

    folder: Folder
    files: EditionFiles
    edition: Edition
    today: dt.date
    """The day on which one looks."""

    @property
    def is_over(self) -> bool:
        """Whether the workshop has taken place, so that plans need no advice any more."""
        return self.today > self.edition.when.date.date

    @property
    def is_close(self) -> bool:
        """Whether the workshop is to take place within days."""
        left = (self.edition.when.date.date - self.today).days
        return 0 <= left <= CLOSE

    def written(self, talk: Talk) -> Speaker:
        """A talk as `edition.yaml` has it."""
        speakers = self.files.edition.speakers
        return next(each for each in speakers if (each.id or each.person) == talk.id)


Rule = Callable[[Subject], Iterator[Diagnostic]]
"""Looks at an edition and tells what it finds; its docstring says why an organizer cares."""
