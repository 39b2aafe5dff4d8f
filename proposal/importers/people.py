"""Reads a form's export: a table of people with any headings in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from proposal.diagnostics import Span
from proposal.importers.columns import MEANINGS, columns_of
from proposal.importers.draft import (
    Draft,
    DraftPerson,
    ImportSourceError,
    Placeholder,
    Record,
    organizer_entry,
)
from proposal.importers.exports.chosen_table import read_table
from proposal.importers.exports.column_choices import (
    NO_CHOICES,
    ColumnChoices,
    chosen_columns,
    with_choices,
)
from proposal.importers.exports.export import heading_key
from proposal.importers.exports.table import Row, SourceTable
from proposal.importers.found_links import note_link
from proposal.importers.markdown_text import statement_of
from proposal.importers.portraits import portrait_suffix
from proposal.importers.values import accepted, is_no_name, is_nothing
from proposal.model.committee_record import other_committee
from proposal.model.name_comparison import is_fuller, same_name
from proposal.model.person_links import PERSON_LINK_KINDS
from proposal.model.talk_roles import ROLES
from proposal.reading.lines import line_of
from proposal.reading.names import Name, read_name, read_parts
from proposal.reading.roles import SPEAKING, part_in_organizing, role_of

_OF_NAMES = {"name", "first_name", "middle_name", "last_name"}
_GIVEN = ("first", "middle")
_LARGEST_PHOTO = 10 * 1024 * 1024
_NO_ROLE = re.compile(r"author|participant|attendee|student|teilnehm", re.IGNORECASE)
"""Roles of whom the data have no list."""

_FEW_LETTERS = 3
"""Letters of a name that may be written in capitals: Li, Xu."""
_STATUSES = (
    ("declined", r"declin|^no\b|^nein\b|^non\b|cancel|unavailable|abgesagt|rejected"),
    ("invited", r"not (yet )?confirmed|unconfirmed|invited|pending|maybe|tentative|asked|waiting"),
    ("confirmed", r"confirm|accept|^y(es)?\b|^ja\b|^oui\b|^s[ií]\b|^true$|^x$|agreed|zugesagt"),
)


def read_people(source: Path, edition_id: str, choices: ColumnChoices = NO_CHOICES) -> Draft:
    """Read a table of people: a CSV file or a spreadsheet, of which the sheet People is taken.

    Args:
        source: the file, or a folder or an archive with a table.
        edition_id: the edition.
        choices: the columns that the user named.

    Raises:
        ImportSourceError: it is no table, or no column of it holds names.
    """
    table, export = read_table(source, "people", edition_id, sheet="People")
    known, unknown = columns_of(
        table.headings, lambda heading: export.people.get(heading_key(heading)) if export else None
    )
    columns = with_choices(known, chosen_columns(table, choices, MEANINGS))
    unknown = [column for column in unknown if column not in columns.values()]
    if not {"name", "last_name"} & columns.keys():
        found = ", ".join(line_of(heading) for heading in table.headings if heading.strip())
        raise ImportSourceError(
            f"{source} has no column for names: Name, or First name and Last name, "
            f"was expected among its headings ({found[:200]})"
        )
    reader = _PeopleTableReader(table, columns)
    reader.warn_of_columns(unknown)
    for row in table.rows:
        reader.row(row)
    return reader.draft()


@dataclass(slots=True)
class _PeopleTableReader:
    table: SourceTable
    columns: dict[str, int]
    people: list[DraftPerson] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    """The line at which each of the people was told first."""
    roles: dict[DraftPerson, dict[str, Record]] = field(default_factory=dict)
    """What each does, with what is told of a talk."""
    committees: dict[str, list[Record]] = field(default_factory=dict)
    """The members of committees beside the program committee, by the committees' names."""

    def warn_of_columns(self, unknown: list[int]) -> None:
        if {"biography", "short_biography"} <= self.columns.keys():
            unknown = sorted([*unknown, self.columns["short_biography"]])
        for column in unknown:
            if filled := self.table.filled(column):
                heading = self.table.name_of(column)
                cells = "1 cell" if filled == 1 else f"{filled} cells"
                message = f"the column {heading} was not understood and is left out ({cells})"
                if column == self.columns.get("short_biography"):
                    message = f"the column {heading} is left out where there is a longer biography"
                span = Span(self.table.file, 1, 1, 1) if self.table.lines is not None else None
                self.table.diagnostics.warn("unknown-column", message, span)

    def text(self, row: Row, meaning: str) -> str:
        """A cell's text by what it means; empty where there is nothing to tell."""
        column = self.columns.get(meaning)
        text = row.cell(column) if column is not None else ""
        is_empty = is_no_name if meaning in _OF_NAMES else is_nothing
        return "" if is_empty(text) else text

    def warn(self, code: str, message: str, row: Row, meaning: str, hint: str | None) -> None:
        self.table.warn(code, message, row, self.columns[meaning], hint)

    def row(self, row: Row) -> None:
        person = self.person(row)
        if person is None:
            return
        known = next((earlier for earlier in self.people if _is_same(earlier, person)), None)
        if known is None:
            self.warn_namesake(row, person)
            self.people.append(person)
            self.lines.append(row.line)
        else:
            first = self.lines[self.people.index(known)]
            message = f"{person.name} stands in row {first}, too; this row is used"
            column = "name" if "name" in self.columns else "last_name"
            self.warn("told-twice", message, row, column, None)
            _complete(known, person)
        self.note_roles(row, known or person)

    def warn_namesake(self, row: Row, person: DraftPerson) -> None:
        """Warn that two rows of one name are taken for two people."""
        for known, line in zip(self.people, self.lines, strict=True):
            if same_name(known.name, person.name):
                message = (
                    f"{person.name} stands in row {line}, too, with another address; the two are "
                    "taken for two people"
                )
                hint = "if they are one person, delete one row and import the table again"
                column = "name" if "name" in self.columns else "last_name"
                self.warn("namesakes", message, row, column, hint)

    def person(self, row: Row) -> DraftPerson | None:
        """The person of a row; nothing if the row has no name, which is reported."""
        whole = self.text(row, "name")
        name = read_name(whole) if whole else self.name_of_parts(row)
        column = "name" if "name" in self.columns else "last_name"
        if not any(sign.isalpha() for sign in name.text):
            self.warn("no-name", "this row has no name and is left out", row, column, None)
            return None
        if name.doubt:
            hint = "correct it in the person's file, or here and import it again"
            self.warn("doubtful-name", name.doubt, row, column, hint)
        if len(name.text) > _FEW_LETTERS and (name.text.isupper() or name.text.islower()):
            message = f"the name `{name.text}` is written in one size of letters, and kept so"
            self.warn("doubtful-name", message, row, column, "write it as the person does")
        title = read_name(f"{self.text(row, 'honorific')} {name.text}").honorific
        biography = self.text(row, "biography") or self.text(row, "short_biography")
        photo, suffix = self.photo(row)
        person = DraftPerson(
            name=name.text,
            honorific=title or name.honorific,
            pronouns=self.pronouns(row) or name.pronouns,
            email=self.accepted_or_reported("not-an-email", row, "email"),
            orcid=self.accepted_or_reported("not-an-orcid", row, "orcid"),
            homepage=self.accepted_or_reported("not-a-url", row, "homepage", "url"),
            affiliations=self.affiliations(row),
            biography=statement_of(biography) if biography else None,
            photo=photo,
            photo_suffix=suffix,
            family_name=name.family,
        )
        for kind in PERSON_LINK_KINDS:
            text = self.text(row, kind.name)
            if text and kind.name not in {"homepage", "orcid"}:
                result = note_link(person, kind.name, text)
                if result.value is None:
                    self.warn("not-a-url", f"{result.error}; it is left out", row, kind.name, None)
        return person

    def pronouns(self, row: Row) -> str | None:
        """What a column of their own says, in brackets or without."""
        said = " ".join(self.text(row, "pronouns").strip("()[] ").split())
        return re.sub(r"\s*[/,|]\s*", "/", said) or None

    def name_of_parts(self, row: Row) -> Name:
        """The name of a row that has given and family name in columns of their own."""
        given = " ".join(filter(None, (self.text(row, f"{part}_name") for part in _GIVEN)))
        return read_parts(given, self.text(row, "last_name"), self.text(row, "suffix"))

    def accepted_or_reported(
        self, code: str, row: Row, meaning: str, kind: str | None = None
    ) -> str | None:
        """A value that the data can hold; one that they cannot is reported and left out."""

        def refuse(error: str, hint: str | None) -> None:
            self.warn(code, f"{error}; it is left out", row, meaning, hint)

        return accepted(kind or meaning, self.text(row, meaning), refuse)

    def affiliations(self, row: Row) -> list[Record]:
        institutions = re.split(r"\s*[;\n]\s*", self.text(row, "institution"))
        posts: list[Record] = [
            {"institution": line_of(institution)} for institution in institutions if institution
        ]
        details = {
            key: line_of(self.text(row, key)) for key in ("department", "city", "state", "country")
        }
        filled = {key: value for key, value in details.items() if value}
        if posts:
            posts[0] |= filled
        elif filled:
            key = next(iter(filled))
            message = f"a {key} without an institution is left out"
            self.warn("no-institution", message, row, key, None)
        return posts

    # Portraits

    def photo(self, row: Row) -> tuple[bytes | None, str]:
        """The portrait that a row names, from the table's folder."""
        name = self.text(row, "photo")
        if not name:
            return None, ".jpg"
        picture = _picture(self.table.file.parent, name)
        if isinstance(picture, str):
            self.warn("no-photo", f"{picture}; it is left out", row, "photo", None)
            return None, ".jpg"
        return picture

    # Roles

    def note_roles(self, row: Row, person: DraftPerson) -> None:
        text = self.text(row, "role")
        for part in re.split(r"\s*[,;/|+\n]\s*|\s+(?:and|und|et|y)\s+", text):
            if not part:
                continue
            if name := other_committee(part):
                member: Record = {"person": person}
                if member not in self.committees.setdefault(name, []):
                    self.committees[name].append(member)
                continue
            role = role_of(part)
            if role is None and _NO_ROLE.search(part):
                continue
            if role is None:
                message = f"`{part}` is no role that is known here"
                hint = "write organizer, keynote, invited talk, tutorial, panelist or PC member"
                self.warn("unknown-role", message, row, "role", hint)
            else:
                record = self.roles.setdefault(person, {}).setdefault(role, {})
                record |= self.talk(row, role)
                if role == "organizer" and (does := part_in_organizing(part)):
                    record["role"] = does

    def talk(self, row: Row, role: str) -> Record:
        """What a row tells of a talk."""
        if role in {"organizer", "committee"}:
            return {}
        record: Record = {"status": self.status(row)}
        title, abstract = self.text(row, "talk_title"), self.text(row, "talk_abstract")
        if title and not ROLES[role].is_seat:
            record["title"] = line_of(title)
        if abstract and not ROLES[role].is_seat:
            record["abstract"] = statement_of(abstract)
        return record

    def status(self, row: Row) -> str:
        text = self.text(row, "status").casefold()
        return next(
            (name for name, pattern in _STATUSES if text and re.search(pattern, text)),
            Placeholder("invited"),
        )

    def draft(self) -> Draft:
        """All that was understood, people in the order of the table."""
        edition: Record = {}
        in_order = [(person, self.roles.get(person, {})) for person in self.people]
        organizers = [
            organizer_entry(person, str(roles["organizer"].get("role", "")))
            for person, roles in in_order
            if "organizer" in roles
        ]
        speakers: list[Record] = [
            {"person": person, "role": role, **record}
            for person, roles in in_order
            for role, record in roles.items()
            if role in SPEAKING
        ]
        committee: list[Record] = [
            {"person": person} for person, roles in in_order if "committee" in roles
        ]
        if organizers:
            edition["organizers"] = organizers
        if speakers:
            edition["speakers"] = speakers
        if committee:
            edition["committee"] = committee
        if self.committees:
            edition["committees"] = [
                {"name": name, "members": members} for name, members in self.committees.items()
            ]
        return Draft(edition=edition, people=self.people, diagnostics=self.table.diagnostics)


def _is_same(one: DraftPerson, other: DraftPerson) -> bool:
    if one.orcid and other.orcid:
        return one.orcid == other.orcid
    if one.email and other.email and one.email.lower() == other.email.lower():
        return True
    # Two people of one name have two addresses; one who writes twice has one.
    has_two_addresses = one.email is not None and other.email is not None
    return same_name(one.name, other.name) and not has_two_addresses


def _complete(known: DraftPerson, later: DraftPerson) -> None:
    """Bring what a later row tells of a person into what an earlier one told."""
    if not is_fuller(known.name, later.name):
        known.name = later.name
    known.family_name = later.family_name or known.family_name
    known.honorific = later.honorific or known.honorific
    known.pronouns = later.pronouns or known.pronouns
    known.email = later.email or known.email
    known.orcid = later.orcid or known.orcid
    known.homepage = later.homepage or known.homepage
    known.links |= later.links
    known.affiliations = later.affiliations or known.affiliations
    known.biography = later.biography or known.biography
    if later.photo:
        known.photo, known.photo_suffix = later.photo, later.photo_suffix


def _picture(folder: Path, name: str) -> tuple[bytes, str] | str:
    """The picture of a name in a folder and how its file's name ends, or why there is none."""
    if re.match(r"https?://", name):
        return f"{name} is an address; a file's name was expected, with the file beside the table"
    file = (folder / name.replace("\\", "/")).resolve()
    if not file.is_relative_to(folder.resolve()):
        return f"{name} does not stand in the table's folder"
    if not file.is_file():
        return f"there is no file {name} beside the table"
    if file.stat().st_size > _LARGEST_PHOTO:
        return f"{name} is larger than 10 MB"
    content = file.read_bytes()
    suffix = portrait_suffix(content)
    return (content, suffix) if suffix else f"{name} is no picture in JPEG, PNG or WebP"
