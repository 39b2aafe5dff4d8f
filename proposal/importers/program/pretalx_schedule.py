"""Reads what pretalx's interface and its organizers' export say of sessions with their hours.

The interface is that of pretalx 2026.2 (https://github.com/pretalx/pretalx, `api/serializers/`):
`/api/events/EVENT/slots/`, `/schedules/latest/` and `/submissions/`, with what they name expanded.
Before 2025 talks had one `slot` each (`/talks/`). The organizers' export of sessions is
`orga/forms/export.py`; as JSON it has the headings of its CSV as keys.
"""

from __future__ import annotations

from collections.abc import Iterator

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.export_document import Json, at, items_of, text_of
from proposal.importers.program.scheduled import (
    ScheduledPerson,
    ScheduledProgram,
    ScheduledSession,
)
from proposal.importers.program.unplaced import Unplaced
from proposal.importers.program.written_times import read_moment

_ACCEPTED = {"accepted", "confirmed", ""}
EXPAND = (
    "?expand=slots,slots.room,slots.submission,slots.submission.speakers,"
    "slots.submission.submission_type,slots.submission.track"
)
"""What makes `/schedules/latest/` write names in place of numbers."""


def view_of_pretalx(document: Json) -> str:
    """What of the interface a document is: slots or submissions; empty if it is neither."""
    if _is_slot_list(at(document, "slots")):
        return "slots"
    results = document if isinstance(document, list) else at(document, "results")
    if _is_slot_list(results):
        return "slots"
    is_talk = any(
        isinstance(result, dict) and {"code", "title", "submission_type"} <= result.keys()
        for result in items_of(results)
    )
    return "submissions" if is_talk else ""


def _is_slot_list(value: Json) -> bool:
    keys = {"room", "start", "end", "submission"}
    return any(isinstance(record, dict) and keys <= record.keys() for record in items_of(value))


def program_of_pretalx(document: Json, language: str) -> ScheduledProgram:
    """The schedule in what the interface gives.

    Args:
        document: what it gives.
        language: the edition's, for texts that pretalx has in several.

    Raises:
        ImportSourceError: it names talks or rooms by numbers only.
    """
    view = view_of_pretalx(document)
    unplaced = Unplaced()
    listed = (
        document
        if isinstance(document, list)
        else at(document, "slots" if view == "slots" else "results")
    )
    if view == "slots" and not _is_slot_list(listed):
        listed = at(document, "results")
    pairs = _pairs_of_slots(listed) if view == "slots" else _pairs_of_submissions(listed, unplaced)
    sessions = [
        made
        for slot, submission in pairs
        if (made := _session(slot, submission, language, unplaced)) is not None
    ]
    sessions.sort(key=lambda session: session.start)
    return ScheduledProgram(
        source=f"pretalx, {view}",
        sessions=tuple(sessions),
        diagnostics=tuple(unplaced.diagnostics()),
        is_whole=view == "slots",
    )


def _pairs_of_slots(slots: Json) -> Iterator[tuple[Json, Json]]:
    for slot in items_of(slots):
        if text_of(at(slot, "slot_type")) == "blocker":
            continue
        yield slot, at(slot, "submission")


def _pairs_of_submissions(submissions: Json, unplaced: Unplaced) -> Iterator[tuple[Json, Json]]:
    for submission in items_of(submissions):
        if text_of(at(submission, "state")) not in _ACCEPTED:
            unplaced.rejected += 1
            continue
        slots = items_of(at(submission, "slots")) or [at(submission, "slot")]
        for slot in slots:
            if isinstance(slot, int):
                _refuse_numbers(
                    "/api/events/EVENT/submissions/?expand=speakers,slots,slots.room,"
                    "submission_type,track"
                )
            yield slot, submission


def _refuse_numbers(address: str) -> None:
    raise ImportSourceError(
        "this export of pretalx names talks, people or rooms by numbers; ask its interface for "
        f"{address}"
    )


def _session(
    slot: Json, submission: Json, language: str, unplaced: Unplaced
) -> ScheduledSession | None:
    if isinstance(submission, str) or isinstance(at(slot, "room"), int):
        _refuse_numbers(f"/api/events/EVENT/schedules/latest/{EXPAND}")
    said = at(submission, "title") if submission is not None else at(slot, "description")
    title = " ".join(in_language(said, language).split())
    start, end = (read_moment(text_of(at(slot, key))) for key in ("start", "end"))
    if start is None or not title:
        unplaced.add(title)
        return None
    abstract, description = (
        text_of(at(submission, key)).strip() for key in ("abstract", "description")
    )
    unplaced.descriptions += bool(abstract and description and abstract != description)
    return ScheduledSession(
        title=title,
        start=start,
        end=end,
        kind=in_language(_named(at(submission, "submission_type")), language),
        number=text_of(at(submission, "code")),
        people=_people(at(submission, "speakers")),
        room=in_language(_named(at(slot, "room")), language).strip(),
        track=in_language(_named(at(submission, "track")), language).strip(),
        abstract=abstract or description,
        is_pause=submission is None,
    )


def _named(value: Json) -> Json:
    """The name of a record, which older versions give alone."""
    return at(value, "name") if isinstance(value, dict) and "name" in value else value


def in_language(value: Json, language: str) -> str:
    """A text that may be there in several languages, in the edition's or else the first one."""
    if isinstance(value, dict):
        wanted = value.get(language) or value.get("en") or next(iter(value.values()), "")
        return text_of(wanted)
    return text_of(value) if isinstance(value, str) else ""


def _people(speakers: Json) -> tuple[ScheduledPerson, ...]:
    found = []
    for speaker in items_of(speakers):
        if isinstance(speaker, str):
            _refuse_numbers(f"/api/events/EVENT/schedules/latest/{EXPAND}")
        if name := text_of(at(speaker, "name")).strip():
            found.append(
                ScheduledPerson(
                    name,
                    email=text_of(at(speaker, "email")),
                    biography=text_of(at(speaker, "biography")).strip(),
                )
            )
    return tuple(found)
