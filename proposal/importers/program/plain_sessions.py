"""Writes lines of a schedule as readers see them: characters for entities, no tags of HTML."""

from __future__ import annotations

import re
from dataclasses import replace

from proposal.importers.exports.table import unescaped
from proposal.importers.program.scheduled import ScheduledPerson, ScheduledSession

_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|code|div|em|font|h[1-6]|i|li|ol|p|s|small|span|strong|sub|sup|tt|u|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
"""Tags that an editor of a web page writes: `<b>`, `</span>`, `<br/>`; not `List<T>`."""
_PARTING = re.compile(r"<(?:br|/?(?:p|div|li|h[1-6]))\b", re.IGNORECASE)
"""The beginnings of tags between which words stand apart."""


def without_tags(text: str) -> str:
    """A line of a calendar without the tags of HTML in it."""
    return _TAG.sub(lambda match: " " if _PARTING.match(match[0]) else "", text)


def without_entities(text: str) -> str:
    """A line with the characters for which entities stand, also where they were escaped twice."""
    (once,) = unescaped([text])
    (twice,) = unescaped([once])
    return " ".join(twice.split()) if twice != text else text


def plain_session(session: ScheduledSession) -> ScheduledSession:
    """A session whose lines, and those of its parts, have no entities."""
    return replace(
        session,
        title=without_entities(session.title),
        kind=without_entities(session.kind),
        room=without_entities(session.room),
        track=without_entities(session.track),
        people=_plain_people(session.people),
        authors=_plain_people(session.authors),
        chairs=_plain_people(session.chairs),
        parts=tuple(map(plain_session, session.parts)),
    )


def _plain_people(people: tuple[ScheduledPerson, ...]) -> tuple[ScheduledPerson, ...]:
    return tuple(
        replace(
            person,
            name=without_entities(person.name),
            affiliation=without_entities(person.affiliation),
        )
        for person in people
    )
