"""Rules on who is in the schedule: everybody is there who should be, once, and as agreed."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.check.rules.context import CLOSE, Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic
from proposal.edition.schedule import Slot, Talk
from proposal.model.name_comparison import words


def talk_in_two_slots(subject: Subject) -> Iterator[Diagnostic]:
    """A talk that is moved by copying its line stays at its old hour, too."""
    seen: dict[str, Slot] = {}
    for written, slot in subject.slots_and_parts:
        if slot.talk is None:
            continue
        first = seen.setdefault(slot.talk.id, slot)
        if first is not slot:
            message = f"the talk `{slot.talk.id}` is given at {first.hours} already"
            hint = "delete one of the two slots, or give a second talk an `id` of its own"
            yield diagnostic("talk-in-two-slots", message, written.place("talk"), hint)


def paper_in_two_slots(subject: Subject) -> Iterator[Diagnostic]:
    """Authors prepare for one hour; a talk and a poster of one paper are no repetition.

    A session may list its papers and have parts with their hours.
    """
    seen: dict[tuple[str, str], str] = {}
    for written, slot in subject.slots_and_parts:
        for index, paper in enumerate(written.papers):
            key = (slot.kind, str(paper))
            if key in seen:
                message = f"the paper `{paper}` is presented at {seen[key]} already"
                span = written.place("papers", index)
                yield diagnostic("paper-in-two-slots", message, span, "keep one of the two")
            seen.setdefault(key, slot.hours)


def unscheduled_paper(subject: Subject) -> Iterator[Diagnostic]:
    """Authors who find their paper in no session write to the organizers, each of them.

    A session that names no papers may be for all that no other one names.
    """
    shown = {str(paper) for written, _ in subject.slots_and_parts for paper in written.papers}
    is_open = any(
        slot.kind in {"papers", "posters"} and not (slot.papers or slot.parts)
        for slot in subject.files.program
    )
    if not shown or is_open:
        return
    for paper in subject.files.shown_papers:
        if paper.id not in shown:
            message = f"the paper `{paper.id}` is in no session"
            hint = "add its id to the `papers` of a slot in program.yaml"
            yield diagnostic("unscheduled-paper", message, paper.place("id"), hint)


def unscheduled_speaker(subject: Subject) -> Iterator[Diagnostic]:
    """A speaker who has agreed and is in no slot was forgotten, or has withdrawn.

    Once the workshop is over, the announcement is history, and nobody is told.
    """
    if subject.is_over:
        return
    waiting, free = _waiting(subject), _free(subject)
    if free:
        if len(waiting) > free:
            slots = "one slot" if free == 1 else f"{free} slots"
            message = f"{len(waiting)} confirmed talks wait for {slots} in the schedule"
            span = subject.written(waiting[free]).place("person")
            hint = "add slots of `kind: talk` to program.yaml, or make one a panelist"
            yield diagnostic("speakers-without-slots", message, span, hint)
        return
    for talk in waiting:
        message = f"{talk.names} has agreed to speak, but is not in the schedule"
        hint = f"add a slot with `talk: {talk.id}` to program.yaml, or write `status: declined`"
        span = subject.written(talk).place("person")
        yield diagnostic("unscheduled-speaker", message, span, hint)


def invited_in_program(subject: Subject) -> Iterator[Diagnostic]:
    """Whoever is in the schedule is announced; people do not like to learn it from a website."""
    hint = "write `status: confirmed` once it is so, or `kind: talk` in place of the name"
    for written, slot in subject.slots_and_parts:
        if slot.talk is not None and slot.talk.status == "invited":
            message = f"{slot.talk.names} is in the schedule, but has not agreed yet"
            yield diagnostic("invited-in-program", message, written.place("talk"), hint)
    if any(slot.kind == "panel" for slot in subject.edition.schedule):
        for talk in subject.edition.speakers:
            if talk.is_seat and talk.status == "invited":
                message = f"{talk.names} is on the panel's list, but has not agreed yet"
                span = subject.written(talk).place("status")
                hint = "write `status: confirmed` once it is so"
                yield diagnostic("invited-in-program", message, span, hint)


def panel(subject: Subject) -> Iterator[Diagnostic]:
    """A panel is announced with those who sit on it."""
    schedule = subject.edition.schedule
    panelists = [speaker for speaker in subject.edition.speakers if speaker.is_seat]
    has_panel = any(slot.kind == "panel" or slot.panelists for slot in schedule)
    if len(schedule) and panelists and not has_panel:
        message = f"{panelists[0].names} is a panelist, but the schedule has no panel"
        hint = "add a slot of `kind: panel` to program.yaml"
        span = subject.written(panelists[0]).place("role")
        yield diagnostic("panelists-without-panel", message, span, hint)
    for written, slot in zip(subject.files.program, schedule, strict=True):
        if slot.kind == "panel" and not slot.panelists:
            message = "nobody sits on the panel"
            hint = "add speakers with `role: panelist` to edition.yaml, or `panelists: […]` here"
            yield diagnostic("panel-without-panelists", message, written.place("kind"), hint)


def untitled_talk(subject: Subject) -> Iterator[Diagnostic]:
    """A talk without a title draws nobody; speakers send one when they are asked."""
    if not subject.is_close:
        return
    for talk in subject.edition.speakers:
        if not talk.is_seat and talk.is_confirmed and talk.title is None:
            message = f"the workshop is near, and the talk of {talk.names} has no title"
            span = subject.written(talk).place("person")
            yield diagnostic("untitled-talk", message, span, "ask for it, and add `title: …`")


def unanswered_invitation(subject: Subject) -> Iterator[Diagnostic]:
    """Who has not answered shortly before the day has to be asked again, or replaced."""
    if not subject.is_close:
        return
    for talk in subject.edition.speakers:
        if talk.status == "invited":
            message = f"the workshop is near, and {talk.names} has not agreed yet"
            hint = "write `status: confirmed` or `status: declined`"
            span = subject.written(talk).place("status")
            yield diagnostic("unanswered-invitation", message, span, hint)


def missing_program(subject: Subject) -> Iterator[Diagnostic]:
    """Participants book journeys, and the conference prints its booklet, by the schedule."""
    if subject.is_close and not subject.files.program:
        message = f"the workshop is less than {CLOSE + 1} days away, and has no schedule"
        span = subject.files.edition.place("when", "date")
        yield diagnostic("missing-program", message, span, "write program.yaml beside this file")


def speaker_twice(subject: Subject) -> Iterator[Diagnostic]:
    """One person with two talks of one kind is most often a line that was copied."""
    seen: dict[tuple[str, str], Talk] = {}
    for talk in subject.edition.speakers:
        first = seen.setdefault((talk.names, talk.role), talk)
        if first is not talk and (talk.title is None or talk.title == first.title):
            message = f"{talk.names} is listed twice as {talk.role}"
            hint = "delete one of the two, or give each talk its own `title`"
            span = subject.written(talk).place("person")
            yield diagnostic("speaker-twice", message, span, hint)


def speaker_with_file(subject: Subject) -> Iterator[Diagnostic]:
    """A speaker who is named in full gets neither picture nor biography from the person's file."""
    named = [person for talk in subject.edition.speakers for person in talk.people]
    without_file = [person for person in named if not person.id]
    people = subject.folder.people if without_file else {}
    files = {_words_of(person.name): name for name, person in people.items()}
    for person in without_file:
        known = files.get(_words_of(person.name))
        if known is not None:
            message = f"{person.name} has a file, people/{known}.yaml, which is not used here"
            hint = f"write `{known}` in place of the name"
            yield diagnostic("speaker-with-file", message, person.span, hint)


def _words_of(name: str) -> tuple[str, ...]:
    """The words of a name, however they are written."""
    return tuple(words(name))


def _waiting(subject: Subject) -> list[Talk]:
    """The confirmed talks that are in no slot of a schedule that names some."""
    scheduled = {slot.talk.id for _, slot in subject.slots_and_parts if slot.talk}
    if not scheduled and not _free(subject):
        return []
    discussants = {
        person.name for _, slot in subject.slots_and_parts for person in slot.discussants
    }
    talks = [speaker for speaker in subject.edition.speakers if not speaker.is_seat]
    return [
        talk
        for talk in talks
        if talk.is_confirmed
        and talk.id not in scheduled
        and not (talk.role == "discussant" and {who.name for who in talk.people} <= discussants)
    ]


def _free(subject: Subject) -> int:
    """How many slots wait for a speaker."""
    return sum(slot.kind == "talk" and slot.talk is None for _, slot in subject.slots_and_parts)


PROGRAM: tuple[Rule, ...] = (
    talk_in_two_slots,
    paper_in_two_slots,
    unscheduled_paper,
    unscheduled_speaker,
    invited_in_program,
    panel,
    untitled_talk,
    unanswered_invitation,
    missing_program,
    speaker_twice,
    speaker_with_file,
)
