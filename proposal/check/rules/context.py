"""What a rule looks at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from proposal.diagnostics import Diagnostic
from proposal.edition.deadlines import Deadline
from proposal.edition.edition import Edition
from proposal.edition.facts import Fact, facts_of
from proposal.edition.host_call import Asked
from proposal.edition.schedule import Slot, Talk
from proposal.model.loading.folder import EditionFiles, Folder
from proposal.model.records.program import PartRecord, SlotRecord
from proposal.model.records.speaker_record import Speaker

CLOSE = 30
"""Days before a workshop from which on everybody wants to know what will happen there."""


class Subject(Struct, frozen=True, dict=True):
    """One edition: as it is written, and as it is resolved."""

    folder: Folder
    files: EditionFiles
    edition: Edition
    today: dt.date
    """The day on which one looks, in the venue's calendar."""
    now: dt.datetime | None = None
    """The moment at which one looks, in any time zone; the beginning of the day, in UTC, where only
    that is given."""
    rendering: Sequence[Diagnostic] = ()
    """What was wrong when its documents were rendered and its texts looked through."""
    is_first: bool = True
    """Whether it is the first of the editions that are looked at; it alone is asked for what
    the folder shares with all of them, such as people."""

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """All facts of the edition by id, collected once."""
        return facts_of(self.edition, self.folder)

    @property
    def slots_and_parts(self) -> Iterator[tuple[SlotRecord | PartRecord, Slot]]:
        """The slots of the schedule and the parts of each, as written and as resolved."""
        for written, slot in zip(self.files.program, self.edition.schedule, strict=True):
            yield written, slot
            yield from zip(written.parts, slot.parts, strict=True)

    @property
    def moment(self) -> dt.datetime:
        """The moment at which one looks."""
        return self.now or dt.datetime.combine(self.today, dt.time(), dt.UTC)

    def has_passed(self, deadline: Deadline) -> bool:
        """Whether a deadline's day has ended in its zone, or else in the venue's calendar."""
        if deadline.zone is None and deadline.day.time is None:
            return deadline.day.date < self.today
        return deadline.ends <= self.moment

    @property
    def is_over(self) -> bool:
        """Whether the workshop has taken place, or never will, so that plans need no advice."""
        return self.edition.is_cancelled or self.today > self.edition.when.date.last

    @property
    def is_close(self) -> bool:
        """Whether the workshop is to take place within days."""
        left = (self.edition.when.date.date - self.today).days
        return 0 <= left <= CLOSE

    @property
    def is_open(self) -> bool:
        """Whether this is the current edition or a later one, which still has open points."""
        series = self.folder.workshop
        current = self.folder.editions.get(series.current) if series else None
        return current is not None and self.files.order >= current.order

    @property
    def is_planned(self) -> bool:
        """Whether this edition has open points that somebody still has to fill in."""
        return self.is_open and not self.edition.is_cancelled

    @property
    def is_current(self) -> bool:
        """Whether this is the edition that commands take when none is named."""
        series = self.folder.workshop
        return series is not None and series.current == self.files.id

    @property
    def asked(self) -> dict[str, Asked]:
        """What the host conference's call asks, of those documents that the edition has."""
        call = self.edition.venue.call
        documents = self.edition.documents
        return {name: call.documents[name] for name in documents if name in call.documents}

    def written(self, talk: Talk) -> Speaker:
        """A talk as `edition.yaml` has it."""
        speakers = self.files.edition.speakers
        return next(speaker for speaker in speakers if speaker.talk_id == talk.id)


Rule = Callable[[Subject], Iterator[Diagnostic]]
"""Looks at an edition and tells what it finds; its docstring says why an organizer cares."""
