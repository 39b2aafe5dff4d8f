"""Reads the lines below the title of a session: where it is, who leads it, its parts."""

from __future__ import annotations

import re

from msgspec import Struct, field

from proposal.importers.draft import Record, Value, participant
from proposal.importers.jekyll.papers_collection import JekyllPapers
from proposal.importers.jekyll.people_collection import JekyllPeople
from proposal.importers.jekyll.rows import PeopleRows
from proposal.model.name_comparison import same_text
from proposal.model.records.attendance_record import JOIN_ONLINE
from proposal.model.records.session_people import PARTS_PLAYED
from proposal.reading.hours import read_hours, read_named_hours
from proposal.reading.listed_names import split_authors
from proposal.reading.page_tree import PageLine

ROOM = re.compile(r"\b(room|hall|auditorium|ballroom|theat(?:er|re)|floor|level)\b", re.IGNORECASE)
"""Examples: `Room 3`, `Grand Ballroom`."""

_TRACK = re.compile(r"\btrack\b", re.IGNORECASE)
"""`Track A`"""
_SHORT_LABEL = re.compile(r"^(?:track|room)\s+(?=(?:(?![^\W\d_]{3}).)+$)", re.IGNORECASE)
"""The noun that pages print before a short sign: `Track A`, `Room 114`."""

_PRESENTED = re.compile(r"\s*\(presented by (?P<names>[^()]+)\)", re.IGNORECASE)
"""` (presented by Ada Lovelace)`"""
_LEADS = {label.casefold(): key for key, labels in PARTS_PLAYED.items() for label in labels}
"""The keys of those who lead a session by the words before their names: `Chairs`."""


_ONLINE_TOO = re.compile(r",\s+and\s+online$|^on\s+site\s+and\s+online$", re.IGNORECASE)
"""`Room A1, and online`"""


_ON_SITE_ALONE = re.compile(r",\s+on\s+site\s+only$|^on\s+site\s+only$", re.IGNORECASE)
"""`Room A1, on site only`"""


def is_online(place: str) -> bool:
    """Whether the place of a day or a session is the word for what nobody comes to."""
    return place.strip().casefold() == "online"


def without_online(place: str) -> tuple[str, bool]:
    """A place without the words that people join it online, too; and whether they stood there."""
    bare = _ONLINE_TOO.sub("", place.strip())
    return bare, bare != place.strip()


def bare_title(text: str) -> str:
    """The title of a paper without who presents it."""
    return _PRESENTED.sub("", text).strip()


def join_in(line: PageLine) -> Record:
    """Where people join from afar, if a line leads there: an address, its label, a note."""
    linked = next((run for run in line.runs if run.address and JOIN_ONLINE in run.text), None)
    if linked is None:
        return {}
    label = linked.text.partition(JOIN_ONLINE)[2].strip(" :")
    note = line.text.partition(linked.text.strip())[2].strip(" :")
    record: Record = {"url": str(linked.address), "label": label, "note": note}
    return {key: value for key, value in record.items() if value}


class SessionLines(Struct):
    """What the lines below one title say that goes with any kind of session."""

    people: JekyllPeople
    rows: PeopleRows
    papers: JekyllPapers
    found: Record = field(default_factory=dict)
    parts: list[Record] = field(default_factory=list)

    def takes(self, line: PageLine) -> bool:
        """Read a line; whether it says something of this sort."""
        if not line.text:
            return False
        if join := join_in(line):
            self.found["join"] = join
            return True
        return self._leads(line.text) or self._part(line.typed) or self._aside(line)

    def _leads(self, text: str) -> bool:
        """`Chairs: Ada Lovelace (University of Somewhere), Alan Turing`."""
        label, colon, names = text.partition(":")
        key = _LEADS.get(label.strip().casefold())
        people = split_authors(names) if colon and key else []
        if not key or not people:
            return False
        self.found[key] = [self._person(person.name, person.affiliation) for person in people]
        return True

    def _person(self, name: str, affiliation: str | None) -> Value:
        return self.people.find(name) or participant(name, affiliation)

    def _aside(self, line: PageLine) -> bool:
        """A line in italics: `Track A, Hall 3`, or the question of a panel."""
        if not line.is_all("italic"):
            return False
        text = line.text
        if text.endswith("?"):
            self.found["question"] = text
            return True
        text, is_joined_too = without_online(text)
        bare = _ON_SITE_ALONE.sub("", text)
        if bare != text:
            self.found["attendance"] = "on-site"
        text = bare
        first, _, rest = text.partition(", ")
        if _TRACK.search(first):
            self.found["track"] = _SHORT_LABEL.sub("", first)
            first = rest
        elif not (is_online(first) or self.found.get("attendance") or is_joined_too) and (
            not ROOM.search(first)
        ):
            return False
        if is_joined_too:
            self.found["attendance"] = "hybrid"
        if is_online(first):
            self.found["attendance"] = "online"
        elif first:
            self.found["room"] = _SHORT_LABEL.sub("", first)
        return True

    def _part(self, text: str) -> bool:
        """`15:30–16:00 A Paper (Presented by Ada Lovelace)`, or a talk, or a title."""
        hours = read_named_hours(text) or read_hours(text)
        if hours is None or hours.end is None or not (rest := text[hours.length :].strip(" :–—-")):
            return False
        start, end = hours.typed
        record: Record = {"start": start, "end": end}
        self.parts.append(record | self._content(rest))
        return True

    def _content(self, text: str) -> Record:
        """What happens in a part: papers and talks that are known, or what its title says."""
        titles = [bare_title(part) for part in re.split(r";\s+", text)]
        known = {
            title: str(record["id"])
            for title in titles
            for record in self.papers.records
            if same_text(str(record["title"]), title)
        }
        if known:
            others = [title for title in titles if title not in known]
            titled: Record = {"title": others[0]} if others else {}
            return {"papers": list(known.values()), **titled}
        person = self.people.find_in(text)
        if person is not None and (record := self.rows.talk_of(person)):
            return {"talk": record.get("id") or person}
        return {"title": titles[0]}
