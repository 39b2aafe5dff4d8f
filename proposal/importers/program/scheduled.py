"""What a system's export says of a schedule, in one form for all systems."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from proposal.diagnostics import Diagnostic, counted, listing


class ScheduledPerson(Struct, frozen=True):
    """Somebody whom a session names."""

    name: str
    affiliation: str = ""
    email: str = ""
    biography: str = ""
    """Plain text."""


class ScheduledSession(Struct, frozen=True, kw_only=True):
    """A talk, a break or any other part of a schedule, or a session with talks in it."""

    title: str
    """As readers see it."""
    start: dt.datetime
    """With a zone or an offset where the source says one; else in local time."""
    end: dt.datetime | None
    """Of the same kind as `start`; nothing where the source does not say it."""
    start_clock: str = ""
    """By which clock it begins, where those of the venue show that hour twice: MST."""
    end_clock: str = ""
    kind: str = ""
    """What the source calls its kind: Talk, Keynote, Oral."""
    number: str = ""
    """By what the system's other exports name it."""
    people: tuple[ScheduledPerson, ...] = ()
    """Who speak or present."""
    authors: tuple[ScheduledPerson, ...] = ()
    """Who else has written what is presented, where the source tells them from speakers."""
    chairs: tuple[ScheduledPerson, ...] = ()
    room: str = ""
    track: str = ""
    abstract: str = ""
    """Plain text."""
    lines: tuple[str, ...] = ()
    """Lines of a description that lists what is presented, one title a line."""
    title_of_work: str = ""
    """The title as talks and papers of the data have it, with formulas between dollar signs."""
    emphasized: tuple[str, ...] = ()
    """Words of the title that were emphasized."""
    slides: str = ""
    """An address, as for the recording and for those who join from afar."""
    video: str = ""
    join: str = ""
    is_pause: bool = False
    """Whether the source says that nothing is presented."""
    is_cancelled: bool = False
    parts: tuple[ScheduledSession, ...] = ()
    """What happens in it at hours of its own."""


class ScheduledProgram(Struct, frozen=True, kw_only=True):
    """The schedule in one export."""

    source: str
    """The system and the form of the export: "pretalx, schedule"."""
    sessions: tuple[ScheduledSession, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    """What was left out, and what is good to know."""
    is_whole: bool = True
    """Whether it is the whole schedule, so that what it does not have is planned no more."""

    @property
    def called(self) -> str:
        """What was recognized, in a line: "pretalx, schedule, 14 talks"."""
        return f"{self.source}, {counted_kinds(self.sessions)}"


def counted_kinds(sessions: tuple[ScheduledSession, ...]) -> str:
    """How much there is, by its kinds: "14 talks and 3 breaks"."""
    single = [part for session in sessions for part in (session.parts or (session,))]
    pauses = sum(session.is_pause for session in single)
    talks = sum(bool(session.people or session.authors) for session in single)
    numbers = (
        (talks, "talk", "talks"),
        (pauses, "break", "breaks"),
        (len(single) - talks - pauses, "other part", "other parts"),
    )
    said = [counted(count, one, many) for count, one, many in numbers if count > 0]
    return listing(said) or "no part"
