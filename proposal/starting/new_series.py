"""Starts a new series: a folder that builds at once, and says what to replace."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from proposal.importers.writing import dump, styled
from proposal.model.fields import Day, Email, Line, Zone
from proposal.model.names import words


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
        Question("acronym", "Its acronym", "WYS"),
        Question("series", "Host conference, in short (KDD, WSDM)", "CONF"),
        Question("conference", "Its full name", f"{year} Conference of Your Field"),
        Question("city", "City", "City"),
        Question("country", "Country", "Country"),
        Question("zone", "Time zone there (Europe/Madrid)", "UTC", Zone),
        Question("date", "Day of the workshop", f"{year}-07-01", Day),
        Question("person", "Your name", "Your Name"),
        Question("email", "Your email address", "you@example.org", Email),
        Question("institution", "Your institution", "Your Institution"),
    )


def fault_of(question: Question, answer: str) -> str | None:
    """Why an answer cannot be taken, in the words of its field."""
    try:
        TypeAdapter(question.kind).validate_python(answer)
    except ValidationError as reason:
        return str(reason.errors()[0]["msg"])
    return None


def new_series(root: Path, answers: dict[str, str]) -> dict[Path, bytes]:
    """The files of a new series, with one edition, as far as the answers tell.

    Args:
        root: the folder that will hold `data/`.
        answers: an answer that can be taken for each question.
    """
    day = dt.date.fromisoformat(answers["date"])
    person = "-".join(words(answers["person"])) or "your-name"
    venue = "-".join([*words(answers["series"]), str(day.year)])
    edition = root / "data" / "editions" / str(day.year)
    records: dict[Path, Any] = {
        root / "data" / "workshop.yaml": {
            "name": answers["name"],
            "acronym": answers["acronym"],
            "current": str(day.year),
        },
        root / "data" / "people" / f"{person}.yaml": _person(answers),
        root / "data" / "venues" / f"{venue}.yaml": _venue(answers, day),
        edition / "edition.yaml": _edition(answers, day, person, venue),
        edition / "program.yaml": [
            {"start": "09:00", "end": "09:10", "kind": "opening"},
            {"start": "09:10", "end": "10:00", "kind": "talk", "title": "Keynote"},
            {"start": "10:00", "end": "10:30", "kind": "break", "title": "Coffee break"},
            {"start": "10:30", "end": "12:00", "kind": "papers", "title": "Paper session"},
            {"start": "12:00", "end": "12:30", "kind": "discussion"},
        ],
    }
    files = {file: dump(styled(record)).encode() for file, record in records.items()}
    files[edition / "proposal.md"] = _PROPOSAL.encode()
    files[edition / "overview.md"] = _OVERVIEW.encode()
    files[root / "build" / ".gitignore"] = b"*\n!.gitignore\n"
    return files


def _person(answers: dict[str, str]) -> dict[str, Any]:
    post = {"institution": answers["institution"], "city": answers["city"]}
    return {
        "name": answers["person"],
        "email": answers["email"],
        "affiliations": [{**post, "country": answers["country"]}],
        "bio": "Two to four sentences on who this is. Replace them in this file.",
    }


def _venue(answers: dict[str, str], day: dt.date) -> dict[str, Any]:
    return {
        "series": answers["series"],
        "name": answers["conference"],
        "acronym": f"{answers['series']} '{day.year % 100:02}",
        "start": day.isoformat(),
        "end": day.isoformat(),
        "city": answers["city"],
        "country": answers["country"],
        "zone": answers["zone"],
        "tentative": True,
    }


def _edition(answers: dict[str, str], day: dt.date, person: str, venue: str) -> dict[str, Any]:
    submission = day - dt.timedelta(weeks=12)
    notification = day - dt.timedelta(weeks=8)
    return {
        "ordinal": 1,
        "venue": venue,
        "when": {"date": day.isoformat(), "start": "09:00", "end": "12:30", "tentative": True},
        "organizers": [person],
        "contact": person,
        "abstract": "What the workshop is about, in some hundred words. Replace this text.",
        "keywords": ["Replace", "These", "Keywords"],
        "topics": ["A first topic, to be replaced", "A second topic, to be replaced"],
        "speakers": [],
        "dates": {
            "submission": {"date": submission.isoformat(), "zone": "AoE", "tentative": True},
            "notification": {"date": notification.isoformat(), "tentative": True},
        },
        "submissions": {"pages": {"min": 2, "max": 8}, "review": "double-blind"},
        "committee": [],
        "documents": {"proposal": {"text": "proposal.md"}},
    }


_PROPOSAL = """\
# Objectives

Why this workshop, and why now? Replace this text. The {{ title }} ({{ acronym }}) is planned
for {{ when.date }} at {{ venue.series }} in {{ venue.city }}.

# Topics

{{ topics }}

# Audience

Who will come, and how many?

# Format and Schedule

We propose a {{ when.length }} workshop.

{{ schedule }}

# Important Dates

{{ dates }}

# Organizers

{{ organizers }}

# Biographies

{{ biographies }}
"""

_OVERVIEW = """\
What the {{ title }} is about, for visitors of its website. Replace this text.
"""
