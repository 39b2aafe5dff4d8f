"""Starts a new series: a folder that builds at once, and says what to replace."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, TypeAdapter, ValidationError

from proposal.importers.writing import dump, styled
from proposal.model.fields import Day, Email, Line, Zone, refuse
from proposal.model.names import identifier


def _acronym(value: str) -> str:
    if not re.fullmatch(r"[\w-]+", value):
        refuse("not-an-acronym", f"`{value}` is no acronym", "write letters and digits only: KDD")
    return value


def _day_of_a_workshop(value: dt.date) -> dt.date:
    if not 1950 <= value.year <= 2199:
        refuse("not-a-date", f"the year {value.year} is too far away", "write a year of this age")
    return value


def _series(value: str) -> str:
    """A conference's short name without the year that people write behind it."""
    return re.sub(r"\s*(\b(19|20)\d\d|['’]\d\d)$", "", value) or value


@dataclass(frozen=True, slots=True)
class Question:
    """Something that is asked before a series is started."""

    key: str
    text: str
    default: str
    """The answer where nobody is there to give one; it says that it is to be replaced."""
    kind: Any = Line
    """The kind of value that the answer must be."""


def questions(today: dt.date) -> tuple[Question, ...]:
    """What is asked; the defaults make a folder that builds."""
    year = today.year + 1
    return (
        Question("name", "Name of the workshop, without ordinal", "Workshop on Your Subject"),
        Question("acronym", "Its acronym", "WYS", Annotated[Line, AfterValidator(_acronym)]),
        Question(
            "series",
            "Host conference, in short (KDD, RecSys)",
            "Your Conference",
            Annotated[Line, AfterValidator(_series)],
        ),
        Question("conference", "Its full name", f"{year} Conference on Your Field"),
        Question("city", "City where it takes place", "Your City"),
        Question("country", "Country", "Your Country"),
        Question("zone", "Time zone there (Europe/Madrid)", "UTC", Zone),
        Question(
            "date",
            "Day of the workshop",
            f"{year}-07-01",
            Annotated[Day, AfterValidator(_day_of_a_workshop)],
        ),
        Question("person", "Your name", "Your Name"),
        Question("email", "Your email address", "you@example.org", Email),
        Question("institution", "Your institution", "Your Institution"),
        Question("home", "City of your institution", "Your City"),
        Question("home_country", "Country of your institution", "Your Country"),
    )


def fault_of(question: Question, answer: str) -> str | None:
    """Why an answer cannot be taken, and what to write instead, in the words of its field."""
    try:
        TypeAdapter(question.kind).validate_python(answer)
    except ValidationError as reason:
        detail = reason.errors()[0]
        hint = detail.get("ctx", {}).get("hint")
        return f"{detail['msg']}; {hint}" if hint else str(detail["msg"])
    return None


def default_answers(today: dt.date) -> dict[str, str]:
    """The answers where nobody is there to give any."""
    return {each.key: each.default for each in questions(today)}


def new_series(root: Path, answers: Mapping[str, str], today: dt.date) -> dict[Path, bytes]:
    """The files of a new series, with one edition, as far as the answers tell.

    Args:
        root: the folder that will hold `data/`.
        answers: an answer that can be taken for each question.
        today: the day on which the questions were asked.
    """
    known: dict[str, Any] = {
        each.key: TypeAdapter(each.kind).validate_python(answers[each.key])
        for each in questions(today)
    }
    day: dt.date = known["date"]
    person = identifier(known["person"], "organizer")
    venue = f"{identifier(known['series'].replace(',', ' '), 'conference')}-{day.year}"
    edition = root / "data" / "editions" / str(day.year)
    records: dict[Path, Any] = {
        root / "data" / "workshop.yaml": {
            "name": known["name"],
            "acronym": known["acronym"],
            "current": str(day.year),
        },
        root / "data" / "people" / f"{person}.yaml": _person(known),
        root / "data" / "venues" / f"{venue}.yaml": _venue(known, day),
        edition / "edition.yaml": _edition(day, person, venue),
        edition / "program.yaml": [
            {"start": start, "end": end, **what, "tentative": True} for start, end, what in _PROGRAM
        ],
    }
    files = {file: dump(styled(record)).encode() for file, record in records.items()}
    files[edition / "proposal.md"] = PROPOSAL.encode()
    files[edition / "overview.md"] = _OVERVIEW.encode()
    ignored = root / "build" / ".gitignore"
    if not ignored.exists():
        files[ignored] = b"*\n!.gitignore\n"
    return files


_PROGRAM: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("09:00", "09:10", {"kind": "opening"}),
    ("09:10", "10:00", {"kind": "talk", "title": "Keynote"}),
    ("10:00", "10:30", {"kind": "break", "title": "Coffee break"}),
    ("10:30", "12:00", {"kind": "papers", "title": "Paper session"}),
    ("12:00", "12:30", {"kind": "discussion"}),
)
"""What a day may look like, from when to when."""


def _person(known: Mapping[str, Any]) -> dict[str, Any]:
    post = {"institution": known["institution"], "city": known["home"]}
    return {
        "name": known["person"],
        "email": known["email"],
        "affiliations": [{**post, "country": known["home_country"]}],
        "bio": "Two to four sentences on who this is. Replace them in this file.",
    }


def _venue(known: Mapping[str, Any], day: dt.date) -> dict[str, Any]:
    return {
        "series": known["series"],
        "name": known["conference"],
        "acronym": f"{known['series']} '{day.year % 100:02}",
        "start": day.isoformat(),
        "end": day.isoformat(),
        "city": known["city"],
        "country": known["country"],
        "zone": known["zone"],
        "tentative": True,
    }


def _edition(day: dt.date, person: str, venue: str) -> dict[str, Any]:
    submission = day - dt.timedelta(weeks=12)
    notification = day - dt.timedelta(weeks=8)
    return {
        "ordinal": 1,
        "venue": venue,
        "when": {"date": day.isoformat(), "start": "09:00", "end": "12:30", "tentative": True},
        "organizers": [person],
        "contact": person,
        "abstract": "What the workshop is about, in some hundred words. Replace this text.",
        "keywords": ["A first keyword, to be replaced", "A second one, to be replaced"],
        "topics": ["A first topic, to be replaced", "A second topic, to be replaced"],
        "speakers": [],
        "dates": {
            "submission": {"date": submission.isoformat(), "zone": "AoE", "tentative": True},
            "notification": {"date": notification.isoformat(), "tentative": True},
        },
        "committee": [],
        "documents": {"proposal": {"text": "proposal.md"}},
    }


PROPOSAL = """\
# Objectives and Expected Outcomes

Why this workshop, and why now? What will be there in the end? Replace this text. The {{ title }}
({{ acronym }}) is planned for {{ when.date }} at {{ venue.series }} in {{ venue.city }}.

# Relevance: Why at {{ venue.series }}

Why does the workshop belong to this conference? Replace this text.

# Topics

{{ topics }}

# Audience

Who will come, and how many? Replace this text.

# Format and Schedule

We propose a {{ when.length }} workshop. Which talks, sessions and discussions will there be?
Replace this text.

{{ schedule }}

# Submission and Selection

How are papers reviewed, and participants selected? Replace this text.

# Important Dates

{{ dates }}

# Related Workshops

Which workshops have a similar subject, and how does this one differ? Replace this text.

# Organizers

The primary contact is {{ contact.name }} ({{ contact.email }}).

{{ organizers }}

# Biographies

{{ biographies }}
"""
"""A proposal whose facts are there already, and whose sentences are to be written.

Its sections are those that calls demand (docs/calls.md).
"""

_OVERVIEW = """\
What the {{ title }} is about, for visitors of its website. Replace this text.
"""
