"""Carries a schedule over to the next edition: hours, kinds, titles, tracks and rooms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from proposal.edition import wording
from proposal.edition.edition import Edition
from proposal.edition.schedule import Slot
from proposal.model.loading.folder import EditionFiles
from proposal.model.records.program import PartRecord, SlotRecord
from proposal.model.session_kinds import kind_of_session
from proposal.model.talk_roles import ROLES
from proposal.words.language import Language


def next_slots(old: EditionFiles, edition: Edition) -> list[dict[str, Any]]:
    """The slots of the next edition, without people, papers and what they are about.

    Args:
        old: the edition that is started from.
        edition: the same, resolved, with its slots at their hours in the order of its file.
    """
    days = {day.date: number for number, day in enumerate(old.edition.when, start=1)}
    return [
        _next_slot(source, slot, days, edition.language)
        for source, slot in zip(old.program, edition.schedule, strict=True)
    ]


def _next_slot(
    source: SlotRecord, slot: Slot, days: Mapping[dt.date, int], language: Language
) -> dict[str, Any]:
    day = source.day
    record = {
        "day": days.get(day) if isinstance(day, dt.date) else day,
        "start": wording.clock(source.start),
        "end": wording.clock(source.end),
        "next_day": source.next_day,
        "kind": source.kind or _kind_without_content(slot),
        "title": source.title or _title_without_talk(slot, language),
        "room": source.room,
        "attendance": source.attendance,
        "track": source.track,
        "parts": list(_next_parts(source.parts, slot.parts)),
        "tentative": True,
    }
    return {key: value for key, value in record.items() if value}


def _kind_without_content(slot: Slot) -> str | None:
    """The kind that a talk or papers gave to a slot; nothing if only its title describes it."""
    if slot.talk is not None:
        return kind_of_session(ROLES[slot.talk.role].title, has_papers=False)
    return "papers" if slot.papers else None


def _title_without_talk(slot: Slot, language: Language) -> str | None:
    """What a talk is called where its kind does not say it."""
    if slot.talk is None or slot.talk.role_title:
        return slot.talk.role_title if slot.talk else None
    return language.gettext(ROLES["keynote"].title) if slot.talk.role == "keynote" else None


def _next_parts(sources: list[PartRecord], parts: tuple[Slot, ...]) -> Iterator[dict[str, Any]]:
    """The parts that have a title of their own; those of talks and papers end with them."""
    for source, part in zip(sources, parts, strict=True):
        if source.title and not (source.talk or source.papers):
            start = wording.clock(part.start.time())
            yield {"start": start, "minutes": part.minutes, "title": source.title}
