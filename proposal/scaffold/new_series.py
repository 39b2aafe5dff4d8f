"""Starts a new series: a folder that builds at once, and says what to replace."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from msgspec import Struct
from msgspec.structs import replace
from pydantic import AfterValidator, PlainValidator, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from proposal.edition import wording
from proposal.model.fields import Email, Line, Zone, read_day, refuse
from proposal.model.name_comparison import identifier
from proposal.model.records.attendance_record import NO_PLACES
from proposal.model.records.venue import names_no_conference
from proposal.model.reference.schema import schema_files
from proposal.model.reference.schema_line import SCHEMA_FOLDER
from proposal.model.refused_value import said_of_refused
from proposal.model.series_titles import SeriesName, numbered, without_quotes
from proposal.model.time_fields import read_time
from proposal.model.typed_times import typed_days
from proposal.reading.places import Place, possible_zones, work_out_zone
from proposal.scaffold import begun_files
from proposal.scaffold.begun_files import Comments, begun
from proposal.words.number_words import roman


def _acronym(value: str) -> str:
    if not re.fullmatch(r"[\w-]+", value):
        refuse("not-an-acronym", f"`{value}` is no acronym", "write letters and digits only: KDD")
    return value


_DEFAULT_START, _DEFAULT_END = dt.time(9), dt.time(12, 30)


class DayAndHours(Struct, frozen=True):
    """When a workshop takes place, at the venue."""

    date: dt.date
    start: dt.time = _DEFAULT_START
    end: dt.time = _DEFAULT_END

    @property
    def hours_are_default(self) -> bool:
        """Whether the hours are those of a workshop of which none were given."""
        return (self.start, self.end) == (_DEFAULT_START, _DEFAULT_END)

    @property
    def begins(self) -> dt.datetime:
        """When it begins, by the clocks there."""
        return dt.datetime.combine(self.date, self.start)

    @property
    def ends(self) -> dt.datetime:
        """When it ends, which may be after midnight."""
        return dt.datetime.combine(self.date + dt.timedelta(days=self.is_overnight), self.end)

    @property
    def is_overnight(self) -> bool:
        """Whether it ends after midnight."""
        return self.end <= self.start


_LONGEST_NIGHT = dt.timedelta(hours=12)
"""The most that somebody means who writes an end before the beginning: 10 pm - 1 am."""


_HOURS_BEHIND = re.compile(
    r"(?P<day>.+?)(?:\s*,\s*|\s+(?:from\s+)?)(?P<start>\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?m\.?|h)?)"
    r"\s*(?:[-–—]|to|until)\s*(?P<end>\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?m\.?|h)?)",
    re.IGNORECASE,
)
"""As in "14 September 2027, 2 pm – 5.30 pm"."""


def _day_of_a_workshop(value: str) -> DayAndHours:
    """The day that a text means, and the hours, if they stand behind it."""
    if (match := _HOURS_BEHIND.fullmatch(value)) and typed_days(match["day"]):
        start, end = (read_time(match[name]) for name in ("start", "end"))
        found = DayAndHours(_first_day(match["day"]), start, end)
        if found.is_overnight and found.ends - found.begins > _LONGEST_NIGHT:
            refuse("not-a-time", f"{end:%H:%M} is not after {start:%H:%M}", "write 14:00-17:30")
        return found
    return DayAndHours(_first_day(value))


def _first_day(value: str) -> dt.date:
    try:
        return read_day(value)
    except PydanticCustomError as reason:
        said = reason.context or {}
        hint = f"{said['hint']}; of several days write the first, edition.yaml takes the others"
        refuse("not-a-date", said["text"], hint)


class NameOfSeries(Struct, frozen=True):
    """The name of a series, and the number of the edition that was written in it."""

    name: str
    ordinal: int = 1


_MOST_EDITIONS = 100
"""The number of the last edition whose ordinal is recognized."""


def _name_of_series(value: str) -> NameOfSeries:
    """A name in which the number of the edition may stand: "3rd Workshop on …"."""
    found = numbered(value)
    name = found.bare if found else value
    TypeAdapter(SeriesName).validate_python(name)
    return NameOfSeries(" ".join(name.split()), _number_of(found.ordinal) if found else 1)


def _number_of(ordinal: str) -> int:
    """The number that an ordinal names: "3rd", "Third", "III"."""
    if match := re.match(r"\d+", ordinal):
        return max(int(match[0]), 1)
    plain = re.sub(r"[^a-z]", "", ordinal.casefold())
    for number in range(1, _MOST_EDITIONS + 1):
        words = re.sub(r"[^a-z]", "", wording.ordinal_word(number).casefold())
        if plain in {words, roman(number)}:
            return number
    return 1


def _series(value: str) -> str:
    """A conference's short name without the year that people write behind it."""
    if NO_PLACES.fullmatch(value):
        hint = "write none if there is no conference; where it takes place is asked next"
        refuse("online-as-place", f"`{value}` is no conference", hint)
    return re.sub(r"\s*(\b(19|20)\d\d|['’]\d\d)$", "", value) or value


def _is_yes(value: str) -> bool:
    """Whether an answer is yes, and not no."""
    if not (match := re.fullmatch(r"(y|yes)|n|no|none", value.strip(), re.IGNORECASE)):
        refuse("not-yes-or-no", f"`{value}` is neither yes nor no", "write yes or no")
    return match[1] is not None


class Question(Struct, frozen=True):
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
        Question(
            "name",
            "Name of the workshop",
            "Workshop on Your Subject",
            Annotated[NameOfSeries, PlainValidator(_name_of_series)],
        ),
        Question("acronym", "Its acronym", "ACRONYM", Annotated[Line, AfterValidator(_acronym)]),
        Question(
            "series",
            "Host conference, in short (KDD, RecSys), or none",
            "Your Conference",
            Annotated[Line, AfterValidator(_series)],
        ),
        Question("conference", "Its full name", f"{year} Conference on Your Field"),
        Question("city", "City where it takes place, or online", "Your City"),
        Question("country", "Country", "Your Country"),
        Question("zone", "Time zone there (Europe/Madrid)", "UTC", Zone),
        Question(
            "date",
            "Day of the workshop",
            f"{year}-07-01",
            Annotated[DayAndHours, PlainValidator(_day_of_a_workshop)],
        ),
        Question(
            "call",
            "Is there a call for papers, yes or no",
            "yes",
            Annotated[bool, PlainValidator(_is_yes)],
        ),
        Question("person", "Your name", "Your Name"),
        Question("email", "Your email address", "you@example.org", Email),
        Question("institution", "Your institution", "Your Institution"),
        Question("home", "City of your institution", "Your City"),
        Question("home_country", "Country of your institution", "Your Country"),
    )


def invalid_reason(question: Question, answer: str) -> str | None:
    """Why an answer cannot be taken, and what to write instead, in the words of its field."""
    bare = without_quotes(answer)
    if bare is not None:
        return f"quotes around the whole answer would be printed with it; write {bare}"
    try:
        TypeAdapter(question.kind).validate_python(answer)
    except ValidationError as reason:
        return said_of_refused(reason)
    return None


def understood_as(question: Question, answer: str) -> str | None:
    """What an answer is taken for, where it is written in another way than the data write it."""
    value = TypeAdapter(question.kind).validate_python(answer)
    if isinstance(value, NameOfSeries) and value.name != answer.strip():
        number = f"the number of this edition is {value.ordinal}, and is printed before it"
        return f"{value.name}; {number}"
    if not isinstance(value, DayAndHours) or answer.strip() == value.date.isoformat():
        return None
    hours = "" if value.hours_are_default else f", {value.start:%H:%M}-{value.end:%H:%M}"
    night = " of the next day" if value.is_overnight else ""
    return f"{value.date.isoformat()}, a {value.date:%A}{hours}{night}"


def is_settled(question: Question, answers: Mapping[str, str]) -> bool:
    """Whether answers before say that there is nothing to ask."""
    if question.key == "conference":
        return names_no_conference(answers["series"])
    return question.key == "country" and NO_PLACES.fullmatch(answers["city"]) is not None


def zone_question(question: Question, answers: Mapping[str, str], today: dt.date) -> Question:
    """The question of the zone, with the zone of the place that was answered before.

    Args:
        question: the question as it is asked where the place is not known.
        answers: the answers so far, among them the city and the country.
        today: the day on which it is asked; zones are those of the summer after it.
    """
    city, country = answers["city"], answers["country"]
    if NO_PLACES.fullmatch(city):
        return replace(question, text="Time zone of its hours (Europe/Madrid)", default="")
    if (city, country) == tuple(
        other.default for other in questions(today) if other.key in {"city", "country"}
    ):
        return question
    name, _, state = (part.strip() for part in city.partition(","))
    place = Place(name, state or None, country)
    moment = dt.datetime(today.year + 1, 7, 1, 12)  # noqa: DTZ001 - a time of the place's own clocks
    clock = work_out_zone(place, None, moment)
    if clock is not None and clock.is_certain:
        return replace(question, default=clock.zone)
    listed = possible_zones(place, moment)
    text = f"{question.text}: {', '.join(listed)}" if listed else question.text
    return replace(question, text=text, default="")


def default_answers(today: dt.date) -> dict[str, str]:
    """The answers where nobody is there to give any."""
    return {question.key: question.default for question in questions(today)}


def new_series(root: Path, answers: Mapping[str, str], today: dt.date) -> dict[Path, bytes]:
    """The files of a new series, with one edition, as far as the answers tell.

    Args:
        root: the folder that will hold `data/`.
        answers: an answer that can be taken for each question.
        today: the day on which the questions were asked.
    """
    known: dict[str, Any] = {
        question.key: TypeAdapter(question.kind).validate_python(answers[question.key])
        for question in questions(today)
    }
    is_alone = names_no_conference(known["series"])
    edition = root / "data" / "editions" / str(known["date"].date.year)
    files = {
        file: begun(record, file, root, comments).encode()
        for file, (record, comments) in _records(root / "data", edition, known, is_alone).items()
    }
    for name, content in schema_files().items():
        files[root / SCHEMA_FOLDER / name] = content
    if not is_alone:
        text = PROPOSAL if known["call"] else _PROPOSAL_WITHOUT_CALL
        files[edition / "proposal.md"] = text.encode()
    files[edition / "overview.md"] = _OVERVIEW.encode()
    ignored = root / "build" / ".gitignore"
    if not ignored.exists():
        files[ignored] = b"*\n!.gitignore\n"
    return files


def _records(
    data: Path, edition: Path, known: Mapping[str, Any], is_alone: bool
) -> dict[Path, tuple[Any, Comments]]:
    """What the YAML files of a new series hold, and the comments that stand in them.

    Args:
        data: the folder of the data.
        edition: the folder of its first edition.
        known: the answers as values.
        is_alone: whether the workshop takes place beside no conference.
    """
    when: DayAndHours = known["date"]
    series: NameOfSeries = known["name"]
    year = when.date.year
    person = identifier(known["person"], "organizer")
    home = known["city"] if is_alone else known["series"]
    venue = f"{identifier(home.replace(',', ' '), 'conference')}-{year}"
    begun_edition = _edition(series.ordinal, when, person, venue)
    if is_alone:
        del begun_edition["documents"]  # of which there is a proposal, for a conference's chairs
    if _is_online(known):
        begun_edition["attendance"] = "online"
    has_call = known["call"]
    if not has_call:
        begun_edition = _without_call(begun_edition)
    workshop = {"name": series.name, "acronym": known["acronym"], "current": str(year)}
    return {
        data / "workshop.yaml": (workshop, begun_files.WORKSHOP),
        data / "people" / f"{person}.yaml": (_person(known), begun_files.PERSON),
        data / "venues" / f"{venue}.yaml": (
            _own_place(known) if is_alone else _venue(known, when.date),
            begun_files.PLACE if is_alone else begun_files.VENUE,
        ),
        edition / "edition.yaml": (begun_edition, begun_files.EDITION),
        edition / "program.yaml": (_program(when, has_call=has_call), begun_files.PROGRAM),
        **({edition / "papers.yaml": ([], begun_files.PAPERS)} if has_call else {}),
    }


def _is_online(known: Mapping[str, Any]) -> bool:
    return NO_PLACES.fullmatch(known["city"]) is not None


def _without_call(begun_edition: Mapping[str, Any]) -> dict[str, Any]:
    """A begun edition for which nobody writes papers."""
    left_out = {"dates", "committee"}
    kept = {key: value for key, value in begun_edition.items() if key not in left_out}
    return {**kept, "submissions": "none"}


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
        **_place(known),
    }


def _own_place(known: Mapping[str, Any]) -> dict[str, Any]:
    """The place of a workshop beside no conference; online, nothing of it is uncertain."""
    place = _place(known)
    return {"zone": place["zone"]} if _is_online(known) else place


def _place(known: Mapping[str, Any]) -> dict[str, Any]:
    keys = ("zone",) if _is_online(known) else ("city", "country", "zone")
    place = {key: known[key] for key in keys}
    return {**place, "tentative": True}


_PARTS: tuple[tuple[int, dict[str, str]], ...] = (
    (10, {"kind": "opening"}),
    (50, {"kind": "talk", "title": "Keynote"}),
    (30, {"kind": "break", "title": "Coffee break"}),
    (0, {"kind": "papers", "title": "Paper session"}),
    (30, {"kind": "discussion"}),
)
"""The parts of a first schedule and their minutes; the one of none takes what is left."""


def _program(when: DayAndHours, *, has_call: bool) -> list[dict[str, Any]]:
    """A schedule to begin with, whose parts fill the hours of the workshop."""
    start = when.begins
    minutes = int((when.ends - start).total_seconds() // 60)
    left = minutes - sum(length for length, _ in _PARTS)
    parts = _PARTS if left >= 30 else ((minutes, {"kind": "discussion"}),)
    slots = []
    for length, part in parts:
        end = start + dt.timedelta(minutes=length or left)
        hours: dict[str, Any] = {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
        if end.date() > start.date():
            hours["next_day"] = True
        shown = part if has_call or part.get("kind") != "papers" else {"title": "Session"}
        slots.append({**hours, **shown, "tentative": True})
        start = end
    return slots


def _edition(ordinal: int, when: DayAndHours, person: str, venue: str) -> dict[str, Any]:
    day = when.date
    hours: dict[str, Any] = {"start": f"{when.start:%H:%M}", "end": f"{when.end:%H:%M}"}
    if when.is_overnight:
        hours["next_day"] = True
    submission = day - dt.timedelta(weeks=12)
    notification = day - dt.timedelta(weeks=8)
    return {
        "ordinal": ordinal,
        "venue": venue,
        "when": {"date": day.isoformat(), **hours, "tentative": True},
        "organizers": [person],
        "contact": person,
        "abstract": "What it is about, in some hundred words. Replace this text.",
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
({{ acronym }}) is planned for {{ when.date }} at {{ venue.series }}, {{ place }}.

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

Its sections are those that calls demand (docs/reference/calls.md).
"""
_PROPOSAL_WITHOUT_CALL = PROPOSAL.replace(
    "# Submission and Selection\n\nHow are papers reviewed, and participants selected?",
    "# Selection\n\nHow are speakers and participants selected?",
)

_OVERVIEW = """\
What the {{ title }} is about, for visitors of its website. Replace this text.
"""
