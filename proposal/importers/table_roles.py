"""What the people of a table do: organizers, committees, and speakers with their talks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct, field

from proposal.importers.draft import (
    DraftPerson,
    Placeholder,
    Record,
    SourceDiagnostics,
    organizer_entry,
)
from proposal.importers.editor_prose import prose_of
from proposal.importers.exports.entry import is_withheld
from proposal.importers.exports.table import Row
from proposal.model.name_comparison import same_text
from proposal.model.records.committee_record import other_committee
from proposal.model.talk_roles import ROLES
from proposal.reading.lines import line_of
from proposal.reading.role_standing import RoleStanding, standing_of_role, standing_of_status
from proposal.reading.roles import SPEAKING, part_in_organizing, role_of

Warn = Callable[[str, str, Row, str, "str | None"], None]
"""Takes a code, a sentence, a row, what the column holds, and a hint."""

_NO_ROLE = re.compile(r"author|participant|attendee|student|teilnehm", re.IGNORECASE)
"""Roles of whom the data have no list: `Participant`."""
_OF_SESSIONS = re.compile(
    r"\bsession[\s-]*(?:chairs?|moderat\w+)\b|\bsitzungsleit\w*"
    r"|\bpr[eé]sident\w* de (?:s[eé]ance|session)|\bmoderador\w* de (?:la )?sesi[oó]n",
    re.IGNORECASE,
)
"""`Session chair`, `Sitzungsleitung`"""
_JOINED = re.compile(r"\s*[/+]\s*|\s+(?:and|und|et|y|&)\s+")
"""`Chair / Reviewer`, `chair and reviewer`"""
_ONE_ROLE = re.compile(
    r"chair|organi[sz]er|coordinator|webmaster|member|reviewer|speaker|keynote|panel", re.IGNORECASE
)
"""Words of which a single role has one: `Publicity and Web Chair`."""
_STATUSES = (
    ("invited", r"\bno (reply|response|answer|decision)|^not (yet )?|^unconfirmed|^waiting"),
    ("declined", r"declin|^no\b|^nein\b|^non\b|cancel|unavailable|abgesagt|rejected|withdrawn"),
    ("invited", r"invited|pending|maybe|tentative|asked|waiting|nominated|submitted"),
    ("confirmed", r"confirm|accept|^y(es)?\b|^ja\b|^oui\b|^s[ií]\b|^true$|^x$|^1$|agreed|zugesagt"),
)
_FEW = 5
"""People whom a message lists."""
_NOT_CONFIRMED = re.compile(r"no|nein|non|false|0", re.IGNORECASE)
"""What a column says that tells who has confirmed; it does not say that somebody declined.
Example: `nein`."""


class TableRoles(Struct):
    """Collects what the rows of a table say of people's roles."""

    warn: Warn
    text: Callable[[Row, str], str]
    """What a row says by the meaning of a column."""
    usual: str = ""
    """What everybody in the table does, where no column says it."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What single words of a known export mean: `pc` is a PC member."""
    is_confirmation: bool = False
    """Whether the column of statuses only says who has confirmed."""
    is_of_roles: bool = True
    """Whether the column of statuses is about roles, and not about a registration or a post."""
    year: str = ""
    """The year of the edition."""
    keeps_talks: bool = False
    """Whether a second title is that of another talk, and not a better one of the same."""
    parts: dict[DraftPerson, list[str]] = field(default_factory=dict)
    """What organizers do; an empty list for those who organize."""
    members: list[DraftPerson] = field(default_factory=list)
    """The program committee."""
    committees: dict[str, list[DraftPerson]] = field(default_factory=dict)
    """The members of committees beside the program committee, by the committees' names."""
    talks: dict[DraftPerson, list[Record]] = field(default_factory=dict)
    """Talks and seats on the panel."""
    not_held: dict[RoleStanding, list[tuple[Row, str, str]]] = field(default_factory=dict)
    """Rows of roles that are not given, each with the column's meaning and what a message says."""

    def note(self, row: Row, person: DraftPerson) -> None:
        """Note what a row says that a person does."""
        said = self.text(row, "role")
        for role in self.roles_held(row, person, said) if said else filter(None, [self.usual]):
            self.note_role(row, person, role)
        if not said and not self.usual and self.text(row, "talk_title"):
            message = f"what {person.name} does is not said, so the talk is left out"
            self.warn("unknown-role", message, row, "talk_title", "add a column Role: keynote, …")

    def roles_held(self, row: Row, person: DraftPerson, text: str) -> list[str]:
        """The roles in a cell that somebody has; of the others, note why they are left out."""
        words = text.casefold().split()
        if words and all(word in self.words for word in words):  # HotCRP's `chair pc`
            return [role for word in words if (role := self.words[word])]
        found: list[str] = []
        for piece in _pieces(text):
            standing = standing_of_role(piece, self.year)
            is_open_talk = standing is RoleStanding.OPEN and _names_talk(piece)
            if standing is not RoleStanding.HELD and not is_open_talk:
                self.leave_out(standing, row, person, "role", piece)
            else:
                found += _roles_in(piece)
        return found

    def leave_out(
        self, standing: RoleStanding, row: Row, person: DraftPerson, meaning: str, said: str
    ) -> None:
        """Note that somebody does not get a role, by what a cell says."""
        what = f"{person.name} (row {row.line}: `{line_of(said)[:60]}`)"
        self.not_held.setdefault(standing, []).append((row, meaning, what))

    def is_held(self, row: Row, person: DraftPerson) -> bool:
        """Whether the status of a row lets somebody organize or be on a committee."""
        said = self.text(row, "status")
        if not said or not self.is_of_roles:
            return True
        standing = standing_of_status(said)
        if self.is_confirmation and _NOT_CONFIRMED.fullmatch(said):
            standing = RoleStanding.OPEN
        if standing is not RoleStanding.HELD:
            self.leave_out(standing, row, person, "status", said)
        return standing is RoleStanding.HELD

    @property
    def has_judged_by_status(self) -> bool:
        """Whether a status has kept somebody from a role."""
        return any(meaning == "status" for rows in self.not_held.values() for _, meaning, _ in rows)

    def tell(self) -> None:
        """Tell who does not get a role, and why."""
        for standing, rows in self.not_held.items():
            row, meaning, _ = rows[0]
            listed = ", ".join(dict.fromkeys(what for *_, what in rows[:_FEW]))
            more = f" and {len(rows) - _FEW} more" if len(rows) > _FEW else ""
            message = f"not given a role, since the table says that they {standing.value}: "
            hint = "if somebody has the role, correct the cell and import the table again"
            self.warn("role-not-held", f"{message}{listed}{more}", row, meaning, hint)

    def note_role(self, row: Row, person: DraftPerson, said: str) -> None:
        """Note one role of a person."""
        role = role_of(said)
        is_of_edition = role in {"organizer", "committee"} or other_committee(said) is not None
        if _OF_SESSIONS.search(said):
            message = f"{person.name} chairs a session, which the table does not name"
            hint = "write `chair:` at the session in program.yaml"
            self.warn("unknown-role", message, row, "role", hint)
        elif is_of_edition and not self.is_held(row, person):
            return
        elif name := other_committee(said):
            members = self.committees.setdefault(name, [])
            members += [person] if person not in members else []
        elif role == "organizer":
            parts = self.parts.setdefault(person, [])
            does = part_in_organizing(said)
            parts += [does] if does and does not in parts else []
        elif role == "committee":
            self.members += [person] if person not in self.members else []
        elif role in SPEAKING:
            self.note_talk(row, person, {"role": role, **self.talk(row, role)})
        elif not _NO_ROLE.search(said):
            message = f"`{said}` is no role that is known here"
            hint = "write organizer, keynote, invited talk, tutorial, panelist or PC member"
            self.warn("unknown-role", message, row, "role", hint)

    def note_talk(self, row: Row, person: DraftPerson, talk: Record) -> None:
        """Add a talk, or complete the one that an earlier row tells of."""
        talks = self.talks.setdefault(person, [])
        alike = [known for known in talks if known["role"] == talk["role"]]
        title = str(talk.get("title", ""))
        same = [one for one in alike if not title or same_text(str(one.get("title", "")), title)]
        known = next(iter(same or [one for one in alike if "title" not in one]), None)
        if known is None and alike and not self.keeps_talks:
            known = alike[0]
            message = f"“{known['title']}” stands in an earlier row; “{title}” takes its place"
            hint = "if they are two talks, add the other one to `speakers` in edition.yaml"
            self.warn("told-twice", message, row, "talk_title", hint)
        if known is None:
            talks.append(talk)
        else:
            status = talk["status"]
            known |= {**talk, "status": known["status"]} if _is_open(status) else talk

    def talk(self, row: Row, role: str) -> Record:
        """What a row tells of a talk."""
        record: Record = {"status": self.status(row)}
        title, abstract = (
            "" if is_withheld(text) else text
            for text in (self.text(row, "talk_title"), self.text(row, "talk_abstract"))
        )
        if title and not ROLES[role].is_seat:
            record["title"] = line_of(title)
        if abstract and not ROLES[role].is_seat:
            said = SourceDiagnostics()
            record["abstract"] = prose_of(abstract, "abstract", said)
            for one in said:
                self.warn(one.code, one.message, row, "talk_abstract", one.hint)
        return record

    def status(self, row: Row) -> str:
        """Whether somebody has agreed to speak."""
        text = self.text(row, "status").casefold()
        if self.is_confirmation and _NOT_CONFIRMED.fullmatch(text):
            return "invited"
        return next(
            (name for name, pattern in _STATUSES if text and re.search(pattern, text)),
            Placeholder("invited"),
        )

    def edition(self, people: list[DraftPerson]) -> Record:
        """The keys of the edition, everybody in the order of the table."""
        self.tell()
        found: Record = {
            "organizers": [
                organizer_entry(person, ", ".join(self.parts[person]))
                for person in people
                if person in self.parts
            ],
            "speakers": self.speakers(people),
            "committee": [{"person": person} for person in people if person in self.members],
            "committees": [
                {"name": name, "members": [{"person": person} for person in members]}
                for name, members in self.committees.items()
            ],
        }
        return {key: value for key, value in found.items() if value}

    def speakers(self, people: list[DraftPerson]) -> list[Record]:
        """The talks, of which one that several people give stands once."""
        found: list[Record] = []
        for person in people:
            for talk in self.talks.get(person, []):
                shared = [one for one in found if self.keeps_talks and _is_same_talk(one, talk)]
                if shared:
                    known = shared[0]["person"]
                    shared[0]["person"] = [*(known if isinstance(known, list) else [known]), person]
                else:
                    found.append({"person": person, **talk})
        return found


def _names_talk(piece: str) -> bool:
    """Whether a role is that of a speaker without what stands in brackets, as `(pending)`."""
    bare = re.sub(r"[(\[][^()\[\]]*[)\]]", "", piece).strip()
    return bare.casefold() != "invited" and role_of(bare) in SPEAKING


def _pieces(text: str) -> list[str]:
    """The parts of a cell, of which each may list roles that are joined: `A; B and C`.

    What names no role, and says that somebody has none, goes with the role before it: `PC member,
    declined`.
    """
    found: list[str] = []
    for piece in re.split(r"\s*[,;|\n]\s*", text):
        if found and _says_only_how(piece):
            found[-1] = f"{found[-1]}, {piece}"
        elif piece.strip():
            found.append(piece)
    return found


def _says_only_how(piece: str) -> bool:
    """Whether a part of a cell names no role, as `no longer` and `invited` behind one."""
    bare = piece.strip().casefold()
    names_role = role_of(piece) is not None or other_committee(piece) is not None
    return bare == "invited" or (
        not names_role and standing_of_role(piece) is not RoleStanding.HELD
    )


def _roles_in(piece: str) -> list[str]:
    """The roles that a part of a cell joins."""
    is_one = part_in_organizing(piece) and len(_ONE_ROLE.findall(piece)) == 1
    found = [piece] if is_one else _JOINED.split(piece)
    return [line_of(role) for role in found if role.strip()]


def _is_same_talk(one: Record, other: Record) -> bool:
    titles = [str(talk.get("title", "")) for talk in (one, other)]
    return one["role"] == other["role"] and bool(titles[0]) and same_text(*titles)


def _is_open(status: object) -> bool:
    return isinstance(status, Placeholder)
