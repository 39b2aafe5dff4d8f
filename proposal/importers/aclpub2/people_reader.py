"""Reads who organizes, who reviews and who was invited to speak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct, field

from proposal.importers.aclpub2.source_files import Aclpub2Files, items_of, text_of
from proposal.importers.draft import DraftPerson, Record, Value, organizer_entry
from proposal.importers.markdown_text import statement_of
from proposal.model.name_comparison import identifier, same_name, same_text
from proposal.model.records.committee_record import other_committee
from proposal.model.talk_roles import ROLES
from proposal.reading.lines import line_of
from proposal.reading.listed_names import split_authors
from proposal.reading.names import Name, read_name, read_parts
from proposal.reading.places import read_place
from proposal.reading.roles import part_in_organizing
from proposal.source.yaml import Node

_NO_ORGANIZERS = re.compile(r"invited|speaker|review|program committee$|keynote", re.IGNORECASE)
"""`Invited Speakers`, `Reviewers`"""


class InvitedTalk(Struct):
    """An invited talk, a tutorial, or a seat on a panel."""

    people: list[DraftPerson]
    title: str = ""
    abstract: str = ""
    role: str = "talk"
    role_title: str = ""
    id: str = ""
    """The id of a talk for which its first person's is not enough."""
    room: str = ""
    chair: list[Value] = field(default_factory=list)

    @property
    def name(self) -> Value:
        """What the schedule calls it."""
        return self.id or self.people[0]

    @property
    def record(self) -> Record:
        """What `edition.yaml` says of it; who stands in the proceedings has agreed."""
        people: Value = self.people if len(self.people) > 1 else self.people[0]
        record: Record = {
            "person": people,
            "id": self.id,
            "role": self.role,
            "role_title": self.role_title,
            "status": "confirmed",
            "title": self.title,
            "abstract": statement_of(self.abstract) if self.abstract else "",
        }
        return {key: value for key, value in record.items() if value}


class Panel(Struct):
    """A panel and who sits on it."""

    title: str
    room: str
    seats: list[InvitedTalk]

    def people(self, role: str) -> list[Value]:
        """Those who have a role on it."""
        return [seat.people[0] for seat in self.seats if seat.role == role]


class Aclpub2People(Struct):
    """Everybody who gets a file, each once."""

    files: Aclpub2Files
    everybody: list[DraftPerson] = field(default_factory=list)
    parts: dict[DraftPerson, list[str]] = field(default_factory=dict)
    """What each of the organizers does."""
    committees: dict[str, list[Record]] = field(default_factory=dict)
    """The members of committees beside the program committee, by the committees' names."""

    def organizers(self) -> list[DraftPerson]:
        """The members of the organizing committee, in order, and what they do in it.

        Committees that are listed among them are noted.
        """
        found: list[DraftPerson] = []
        for role in self.files.entries("organizing_committee"):
            name = text_of(role, "role")
            if other_committee(name):
                self.note_committee(name, role)
                continue
            if _NO_ORGANIZERS.search(name):
                message = f"“{name}” are not taken for organizers and are left out"
                self.files.warn("not-organizers", message, role.span)
                continue
            for member in _members(role):
                person = self.person(member, "name")
                if person is None:
                    continue
                if person not in found:
                    found.append(person)
                part = part_in_organizing(name)
                if part and part not in self.parts.setdefault(person, []):
                    self.parts[person].append(part)
        return found

    def entries(self, organizers: list[DraftPerson]) -> list[DraftPerson | Record]:
        """The items of `organizers`, each with what the person does if that is said."""
        return [
            organizer_entry(person, " and ".join(self.parts.get(person, ())))
            for person in organizers
        ]

    def note_committee(self, name: str, role: Node) -> None:
        """Note the members of a committee beside the program committee."""
        members = self.committees.setdefault(name, [])
        for member in _members(role):
            record = _participant(member)
            if record and not any(
                same_name(str(record["name"]), str(other["name"])) for other in members
            ):
                members.append(record)

    def committee(self, organizers: list[DraftPerson]) -> list[Record]:
        """The program committee without the organizers, who often stand in it again.

        Area chairs and others who are listed with it are noted as committees of their own.
        """
        found: list[Record] = []
        for role in self.files.entries("program_committee"):
            name = text_of(role, "role")
            if other_committee(name):
                self.note_committee(name, role)
                continue
            for member in _members(role):
                record = _participant(member)
                if not record or any(
                    same_name(str(record["name"]), organizer.name) for organizer in organizers
                ):
                    continue
                if not any(same_name(str(record["name"]), str(other["name"])) for other in found):
                    found.append(record)
        return found

    def talks(self) -> list[InvitedTalk]:
        """The invited talks."""
        return [
            talk
            for entry in self.files.entries("invited_talks")
            if (talk := self._talk(entry)) is not None
        ]

    def _talk(self, entry: Node) -> InvitedTalk | None:
        people = self._speakers(entry)
        if not people:
            message = "an invited talk without `speaker_name` is left out"
            self.files.warn("no-speaker", message, entry.span)
            return None
        self._biography("invited_talks", entry, people[0] if len(people) == 1 else None)
        title = line_of(self.files.latex(entry.child("title")))
        prefix = line_of(self.files.latex(entry.child("custom_prefix")))
        role = next((role for role in ROLES if same_text(ROLES[role].title, prefix)), None)
        texts = (
            self.files.latex_file("invited_talks", entry.child(key))
            for key in ("abstract_file", "file")
        )
        return InvitedTalk(
            people,
            title,
            next(filter(None, texts), ""),
            role=role or "talk",
            role_title="" if role else prefix,
            room=text_of(entry, "location"),
            chair=self.named(text_of(entry, "chair")),
        )

    def _speakers(self, entry: Node) -> list[DraftPerson]:
        """Those who give a talk; of several, each with an own institution if there are as many."""
        keys = ("speaker_name", "name", "speaker")
        names = _several(text_of(entry, *keys))
        if len(names) < 2:
            person = self.person(entry, *keys)
            return [person] if person else []
        institutions = _several(text_of(entry, "institution", "affiliation"), _SEMICOLON)
        if institutions and len(institutions) != len(names):
            message = f"{len(institutions)} institutions for {len(names)} speakers are left out"
            self.files.warn("affiliation-count", message, entry.span, "write `A; B`, in order")
            institutions = []
        found = [
            self._known(read_name(name), institution)
            for name, institution in zip_longest(names, institutions, fillvalue="")
        ]
        return [person for person in found if person is not None]

    def panels(self) -> list[Panel]:
        """The panels; who sits on one has agreed."""
        return [
            Panel(
                line_of(self.files.latex(entry.child("title"))),
                text_of(entry, "location"),
                [*self._seats(entry, "panelists"), *self._seats(entry, "moderators")],
            )
            for entry in self.files.entries("panels")
        ]

    def _seats(self, entry: Node, key: str) -> Iterator[InvitedTalk]:
        for member in items_of(entry, key):
            person = self.person(member, "name", "speaker_name")
            if person is not None:
                self._biography("panels", member, person)
                yield InvitedTalk([person], role=key.removesuffix("s"))

    def tutorial(self, entry: Node) -> InvitedTalk | None:
        """A tutorial of the schedule; nothing if it names nobody who gives it."""
        names = _several(text_of(entry, "authors", "speaker"))
        people = [person for name in names if (person := self._known(read_name(name)))]
        title = line_of(self.files.latex(entry.child("title")))
        if not people:
            return None
        name = identifier(title, "tutorial")
        return InvitedTalk(people, title, role="tutorial", id=name, room=text_of(entry, "room"))

    def named(self, text: str) -> list[Value]:
        """People whom a line names, who lead a session; those who have files by these."""
        return [
            next((known for known in self.everybody if same_name(known.name, name)), name)
            for name in _several(text)
        ]

    def _biography(self, folder: str, entry: Node, person: DraftPerson | None) -> None:
        """Note the biography to which an entry points, if it is of one person."""
        text = self.files.latex_file(folder, entry.child("bio_file"))
        if text and person is not None and not person.biography:
            person.biography = statement_of(text)

    def person(self, node: Node, *keys: str) -> DraftPerson | None:
        """The person whom an entry names, who may be known from another one."""
        written = text_of(node, *keys)
        name = read_name(written) if written else name_of_parts(node) or read_name(text_of(node))
        return self._known(
            name, text_of(node, "institution", "affiliation"), text_of(node, "email")
        )

    def _known(self, name: Name, institution: str = "", email: str = "") -> DraftPerson | None:
        """The person of a name, who may be known already."""
        if not name.text:
            return None
        posts = _posts(institution)
        known = next(
            (person for person in self.everybody if same_name(person.name, name.text)), None
        )
        if known is None:
            person = DraftPerson(
                name.text,
                name.honorific,
                name.pronouns,
                email or None,
                affiliations=posts,
                family_name=name.family,
            )
            self.everybody.append(person)
            return person
        known.honorific = known.honorific or name.honorific
        known.email = known.email or email or None
        known.affiliations = known.affiliations or posts
        return known


_SEMICOLON = re.compile(r"\s*;\s*")
_JOINED = re.compile(r"\s*;\s*|\s+(?:and|&)\s+")
"""What stands between people of a line, and not within a name written as `Last, First`."""


def _several(text: str, sign: re.Pattern[str] = _JOINED) -> list[str]:
    """What a line lists: `A and B`, `A, B and C`, `A; B`; a single name stays as it is."""
    parts = [part for part in sign.split(text) if part.strip(" ,")]
    if sign is _JOINED and len(parts) > 1 and ";" not in text:
        parts = [name for part in parts for name in part.split(",") if name.strip()]
    return [part.strip(" ,") for part in parts]


def _members(role: Node) -> Iterator[Node]:
    """The people of a role: members, entries, or those of its areas."""
    for member in items_of(role, "members", "entries"):
        if isinstance(member.value, dict) and items_of(member, "members", "entries"):
            yield from _members(member)
        else:
            yield member


def _participant(member: Node) -> Record:
    """A member of the committee, who has no file: name and affiliation."""
    if isinstance(member.value, dict):
        name = (name_of_parts(member) or read_name(text_of(member, "name"))).text
        institution = text_of(member, "institution", "affiliation", "instituion")
    else:
        authors = split_authors(f"{text_of(member)};")
        name = authors[0].name if authors else ""
        institution = (authors[0].affiliation or "") if authors else ""
    posts = _posts(institution)
    if not name:
        return {}
    return {"name": name, **({"affiliation": str(posts[0]["institution"])} if posts else {})}


def name_of_parts(node: Node) -> Name | None:
    """The name of an entry that has given and family name under keys of their own."""
    given = " ".join(filter(None, (text_of(node, key) for key in ("first_name", "middle_name"))))
    family = text_of(node, "last_name")
    return read_parts(given, family) if given or family else None


def _posts(institution: str) -> list[Record]:
    """Take "University of Warwick, Coventry, UK" apart."""
    *before, last = [part.strip() for part in institution.split(",")]
    country = read_place(last) if before else None
    if country is None:
        return [{"institution": institution}] if institution else []
    post: Record = {"institution": before[0]}
    if len(before) == 2:
        post["city"] = before[1]
    elif len(before) > 2:
        post["institution"] = ", ".join(before)
    return [{**post, "country": last}]
