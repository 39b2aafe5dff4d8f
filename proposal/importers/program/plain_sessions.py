"""Writes lines of a schedule as readers see them: characters for entities, no markup."""

from __future__ import annotations

import re

from msgspec.structs import replace

from proposal.importers.exports.entry import is_withheld
from proposal.importers.exports.table import unescaped
from proposal.importers.listed_paper import says_withdrawn, without_withdrawn_mark
from proposal.importers.program.scheduled import ScheduledPerson, ScheduledSession
from proposal.importers.written_markup import (
    MarkedTitle,
    WarnOfText,
    plain_title,
    shown_title,
    tell_open_tags,
    tell_unread,
    text_of_typed,
    title_of,
)
from proposal.reading.lines import line_of

_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|code|div|em|font|h[1-6]|i|li|ol|p|s|small|span|strong|sub|sup|tt|u|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
"""Tags that an editor of a web page writes: `<b>`, `</span>`, `<br/>`; not `List<T>`."""
_PARTING = re.compile(r"<(?:br|/?(?:p|div|li|h[1-6]))\b", re.IGNORECASE)
"""The beginnings of tags between which words stand apart: `<br>`."""


def without_tags(text: str) -> str:
    """A line of a calendar without the tags of HTML in it."""
    return _TAG.sub(lambda match: " " if _PARTING.match(match[0]) else "", text)


def without_entities(text: str) -> str:
    """A line with the characters for which entities stand, also where they were escaped twice."""
    (once,) = unescaped([text])
    (twice,) = unescaped([once])
    return " ".join(twice.split()) if twice != text else text


def plain_session(session: ScheduledSession, warn: WarnOfText) -> ScheduledSession:
    """A session whose lines, and those of its parts, have no entities, and its title no markup.

    Args:
        session: the session.
        warn: takes what of a title cannot be read.
    """
    title = read_title(without_withdrawn_mark(session.title), warn)
    return replace(
        session,
        title=shown_title(title.text),
        title_of_work=title.text,
        emphasized=title.emphasized,
        is_cancelled=session.is_cancelled or says_withdrawn(session.title),
        kind=without_entities(session.kind),
        room=without_entities(session.room),
        track=without_entities(session.track),
        people=_plain_people(session.people),
        authors=_plain_people(session.authors),
        chairs=_plain_people(session.chairs),
        parts=tuple(plain_session(part, warn) for part in session.parts),
    )


def read_title(typed: str, warn: WarnOfText) -> MarkedTitle:
    """A title of a schedule, of which LaTeX, HTML and formulas are read as in lists of papers.

    Args:
        typed: the title in the source.
        warn: takes what of it cannot be read.
    """
    text = line_of(without_entities(typed))

    def warn_of_title(code: str, message: str, hint: str | None) -> None:
        warn(code, f"“{text}”: {message}", hint)

    title = MarkedTitle(plain_title(text), ())
    if (marked := text_of_typed(text)) and (read := title_of(marked)).text:
        tell_unread(marked, "title", warn_of_title)
        title = read
    tell_open_tags(title.text, "title", warn_of_title)
    return title


def _plain_people(people: tuple[ScheduledPerson, ...]) -> tuple[ScheduledPerson, ...]:
    return tuple(
        replace(
            person,
            name=without_entities(person.name),
            affiliation=without_entities(person.affiliation),
        )
        for person in people
        if not is_withheld(person.name)
    )
