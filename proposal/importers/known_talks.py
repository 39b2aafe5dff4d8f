"""Finds the talk of the data that an entry of a draft means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from proposal.importers.same_sessions import are_same_people
from proposal.model.records.speaker_record import Speaker


def known_talk(
    wanted: Mapping[str, Any], known: Sequence[Speaker], others: set[str]
) -> Speaker | None:
    """The talk of the data that is meant: by its id, or by role and people.

    Args:
        wanted: an entry of a draft.
        known: the talks of the data that no other entry means.
        others: the ids that entries name, so that each is the talk of that id alone.
    """
    for speaker in known:
        if str(speaker.talk_id) == wanted.get("id"):
            return speaker
    for speaker in known:
        is_meant = speaker.role == wanted["role"] and str(speaker.talk_id) not in others
        if is_meant and are_same_people(_names_of(speaker), wanted["person"]):
            return speaker
    return None


def _names_of(speaker: Speaker) -> list[str]:
    """How those who give a talk are named: by ids or by names."""
    return [str(person.person or person.name) for person in speaker.person]
