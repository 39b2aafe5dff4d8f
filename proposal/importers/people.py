"""Reads a form's export: a table of people with any headings in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from proposal.diagnostics import Span, counted
from proposal.importers.columns import MEANINGS, OF_NAMES, columns_of
from proposal.importers.draft import (
    Draft,
    DraftPerson,
    ImportSourceError,
    Record,
)
from proposal.importers.editor_prose import prose_of
from proposal.importers.exports.column_choices import (
    NO_CHOICES,
    ColumnChoices,
    chosen_columns,
    with_choices,
)
from proposal.importers.exports.entry import is_withheld
from proposal.importers.exports.export import Export, heading_key
from proposal.importers.exports.table import Row, SourceTable
from proposal.importers.found_links import note_link
from proposal.importers.name_cells import read_name_cell
from proposal.importers.people_tables import people_table, without_names
from proposal.importers.portraits import portrait_suffix
from proposal.importers.repeated_people import complete_person, is_same_person, shares_address
from proposal.importers.table_roles import TableRoles
from proposal.importers.values import accepted, is_no_name, is_nothing
from proposal.importers.written_posts import post_of_cell
from proposal.model.affiliated import EMAIL
from proposal.model.countries import country_code, country_named, country_of_letters
from proposal.model.name_comparison import may_be_same, same_name
from proposal.model.records.person_links import PERSON_LINK_KINDS, kind_of_address
from proposal.reading.lines import line_of
from proposal.reading.lone_names import fault_of_name, fault_of_part, shows_inversion
from proposal.reading.names import Name, read_name, read_parts
from proposal.reading.placeholders import is_placeholder

_GIVEN = ("first", "middle")
_LARGEST_PHOTO = 10 * 1024 * 1024
_FEW_ROWS = 5
"""How many rows a message lists."""
_OF_OTHERS = re.compile(
    r"registration|proposal|submission|payment|abstract|talk|employ|career|academic|profession"
    r"|anmeld|beruf|zahlung|inscription|inscripci",
    re.IGNORECASE,
)
"""Headings of statuses that are not those of roles: `Registration state`, `Employment status`."""
_ANONYMOUS = {"anonymous", "anonym", "anonyme", "anónimo", "anônimo", "anonimo", "anoniem"}
"""What Microsoft's forms write as an address where nobody has to log in."""
_FEW_LETTERS = 3
"""Letters of a name that may be written in capitals: Li, Xu."""


def read_people(source: Path, edition_id: str, choices: ColumnChoices = NO_CHOICES) -> Draft:
    """Read a table of people: a CSV file or a spreadsheet, of which the sheet People is taken.

    Args:
        source: the file, or a folder or an archive with a table.
        edition_id: the edition.
        choices: the columns that the user named.

    Raises:
        ImportSourceError: it is no table, or no column of it holds names.
    """
    is_named = bool(OF_NAMES & choices.keys() or choices.keys() - MEANINGS)
    table, export = people_table(source, edition_id, is_named=is_named)
    columns = columns_of(
        table,
        lambda heading: export.people.get(heading_key(heading)) if export else None,
        choices,
    )
    places = with_choices(columns.places, chosen_columns(table, choices, MEANINGS))
    if not {"name", "last_name"} & places.keys():
        raise ImportSourceError(without_names(table))
    roles = [] if "role" in choices else columns.roles
    reader = _PeopleTableReader(table, places, export, edition_id[:4], roles)
    reader.warn_of_columns([column for column in columns.unknown if column not in places.values()])
    reader.leave_out_rows()
    reader.refuse_names()
    for row in table.rows:
        reader.row(row)
    reader.note_columns([column for column in columns.useless if column not in places.values()])
    return reader.draft()


@dataclass(slots=True)
class _PeopleTableReader:
    table: SourceTable
    columns: dict[str, int]
    export: Export | None
    year: str
    role_columns: list[int]
    """The columns of roles, if there are several."""
    people: list[DraftPerson] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    """The line at which each of the people was told first."""
    roles: TableRoles = field(init=False)

    def __post_init__(self) -> None:
        heading = self.table.name_of(self.columns["status"]) if "status" in self.columns else ""
        self.roles = TableRoles(
            self.warn,
            self.text,
            usual=self.export.usual_role if self.export else "",
            words=self.export.roles if self.export else {},
            is_confirmation="confirm" in heading.casefold(),
            is_of_roles=_OF_OTHERS.search(heading) is None,
            year=self.year,
            keeps_talks=self.export is not None,
        )

    def warn_of_columns(self, unknown: list[int]) -> None:
        if {"biography", "short_biography"} <= self.columns.keys():
            unknown = sorted([*unknown, self.columns["short_biography"]])
        for column in unknown:
            if filled := self.table.filled(column):
                heading = self.table.name_of(column)
                cells = counted(filled, "cell")
                message = f"the column {heading} was not understood and is left out ({cells})"
                if column == self.columns.get("short_biography"):
                    message = f"the column {heading} is left out where there is a longer biography"
                span = Span.of_file(self.table.file) if self.table.lines is not None else None
                self.table.diagnostics.warn("unknown-column", message, span)

    def note_columns(self, useless: list[int]) -> None:
        """Note which columns are left out since data have no place for what they hold."""
        of_talks = [] if self.roles.talks else ["talk_abstract"]
        of_talks += [] if self.roles.talks or self.roles.has_judged_by_status else ["status"]
        unused = [self.columns[meaning] for meaning in of_talks if meaning in self.columns]
        listed = [
            f"{self.table.name_of(column)} ({filled})"
            for column in sorted([*useless, *unused])
            if (filled := self.table.filled(column))
        ]
        if listed:
            message = f"columns that are left out, with their filled cells: {', '.join(listed)}"
            self.table.diagnostics.note("unread-columns", message)

    def leave_out_rows(self) -> None:
        """Leave out the rows of whoever does not take part, as a known export says it."""
        left_out = self.export.left_out if self.export else ()
        kept = [
            row for row in self.table.rows if self.text(row, "status").casefold() not in left_out
        ]
        if count := len(self.table.rows) - len(kept):
            verb = "is" if count == 1 else "are"
            message = (
                f"{count} of {len(self.table.rows)} rows {verb} of sessions that are not accepted"
            )
            self.table.diagnostics.note("not-accepted", f"{message}, and {verb} left out")
        self.table.rows = kept

    def refuse_names(self) -> None:
        """Refuse a table in which a cell that should be one person's name is something else.

        Raises:
            ImportSourceError: there is one; the message has its row.
        """
        written = [
            (row, meaning, text) for row in self.table.rows for meaning, text in self.names(row)
        ]
        is_inverted = any(
            meaning == "name" and shows_inversion(text) for _, meaning, text in written
        )
        faults = [
            (row, meaning, *fault)
            for row, meaning, text in written
            if (
                fault := fault_of_name(text, is_inverted=is_inverted)
                if meaning == "name"
                else fault_of_part(text)
            )
        ]
        if not faults:
            return
        row, meaning, message, hint = faults[0]
        others = [str(row.line) for row, *_ in faults[1:]]
        count = len(others)
        rows = f"row {others[0]}" if count == 1 else f"{count} more rows: {', '.join(others[:5])}"
        more = f" (and so for {rows}{', …' if count > _FEW_ROWS else ''})" if others else ""
        where = self.table.where_cell(row, self.columns[meaning])
        raise ImportSourceError(f"{where}: {message}; {hint}{more}")

    def names(self, row: Row) -> Iterator[tuple[str, str]]:
        """What a row has as a name, or as the parts of one, by the meaning of its columns."""
        for meaning in ("name", "first_name", "middle_name", "last_name"):
            if text := self.text(row, meaning):
                yield meaning, read_name_cell(text).name if meaning == "name" else text

    def text(self, row: Row, meaning: str) -> str:
        """A cell's text by what it means; empty where there is nothing to tell."""
        column = self.columns.get(meaning)
        text = row.cell(column) if column is not None else ""
        if meaning == "role" and len(self.role_columns) > 1:
            text = "; ".join(filter(None, map(row.cell, self.role_columns)))
        is_empty = is_no_name if meaning in OF_NAMES else is_nothing
        is_promised = meaning in _MAY_COME_LATER and is_placeholder(text)
        is_masked = text.casefold() in _ANONYMOUS or "**" in text  # ****@example.org
        is_anonymous = meaning == "email" and is_masked
        return "" if is_empty(text) or is_promised or is_anonymous else text

    def warn(self, code: str, message: str, row: Row, meaning: str, hint: str | None) -> None:
        self.table.warn(code, message, row, self.columns[meaning], hint)

    def row(self, row: Row) -> None:
        person = self.person(row)
        if person is None:
            return
        known = next(
            (somebody for somebody in self.people if is_same_person(somebody, person)), None
        )
        if known is None:
            self.warn_of_capitals(row, person)
            self.warn_namesake(row, person)
            self.people.append(person)
            self.lines.append(row.line)
        else:
            self.warn_of_repetition(row, known, person)
        self.roles.note(row, known or person)

    def warn_of_repetition(self, row: Row, known: DraftPerson, person: DraftPerson) -> None:
        """Complete somebody by a later row, and say what of it is used."""
        first = self.lines[self.people.index(known)]
        before = known.name
        facts = [
            f"{what} of row {first} is longer and stays" for what in complete_person(known, person)
        ]
        if not may_be_same(before, person.name) and known.name != before:
            facts.append(f"the person is called {before} there")
        said = "; ".join([f"{person.name} stands in row {first}, too", "this row is used", *facts])
        column = "name" if "name" in self.columns else "last_name"
        self.warn("told-twice", said, row, column, None)

    def warn_of_capitals(self, row: Row, person: DraftPerson) -> None:
        """Warn of a name of which nobody knows how the person writes its letters."""
        name, family = person.name, person.family_name or ""
        column = "name" if "name" in self.columns else "last_name"
        hint = "write the name as the person does"
        if len(name) > _FEW_LETTERS and (name.isupper() or name.islower()):
            message = f"the name `{name}` is written in one size of letters, and kept so"
            self.warn("doubtful-name", message, row, column, hint)
        elif len(family) > _FEW_LETTERS and family.isupper():
            message = f"`{family}` is taken for the family name, and stays in capitals"
            self.warn("doubtful-name", message, row, column, hint)

    def warn_namesake(self, row: Row, person: DraftPerson) -> None:
        """Warn that two rows of one name are taken for two people."""
        for known, line in zip(self.people, self.lines, strict=True):
            if shares_address(known, person):
                message = (
                    f"{known.name} in row {line} has the address {person.email}, too; the two are "
                    "taken for two people"
                )
                hint = "if they are one person, write one name, and import the table again"
                self.warn("namesakes", message, row, "email", hint)
            elif same_name(known.name, person.name):
                message = (
                    f"{person.name} stands in row {line}, too, with another address; the two are "
                    "taken for two people"
                )
                hint = "if they are one person, delete one row and import the table again"
                column = "name" if "name" in self.columns else "last_name"
                self.warn("namesakes", message, row, column, hint)

    def person(self, row: Row) -> DraftPerson | None:
        """The person of a row; nothing if the row has no name, which is reported."""
        cell = read_name_cell(self.text(row, "name"))
        whole = cell.name
        suffix = self.text(row, "suffix")
        name = read_name(f"{whole}, {suffix}") if whole else self.name_of_parts(row)
        column = "name" if "name" in self.columns else "last_name"
        if is_withheld(name.text):
            message = f"`{name.text}` names nobody; the row is left out"
            self.warn("no-name", message, row, column, None)
            return None
        if not name.text:
            self.warn("no-name", "this row has no name and is left out", row, column, None)
            return None
        if name.doubt:
            hint = "correct it in the person's file, or here and import it again"
            self.warn("doubtful-name", name.doubt, row, column, hint)
        titles = f"{self.text(row, 'salutation')} {self.text(row, 'honorific')}"
        title = read_name(f"{titles} {name.text}").honorific
        biography = self.biography(row)
        photo, suffix = self.photo(row)
        page = self.text(row, "homepage")
        is_profile = kind_of_address(page) is not None if page else False
        person = DraftPerson(
            name=name.text,
            honorific=title or name.honorific,
            pronouns=self.pronouns(row) or name.pronouns,
            email=self.accepted_or_reported("not-an-email", row, "email")
            or _address_in(self.text(row, "name")),
            orcid=self.accepted_or_reported("not-an-orcid", row, "orcid"),
            homepage=None
            if is_profile
            else self.accepted_or_reported("not-a-url", row, "homepage", "url"),
            affiliations=self.affiliations(row, cell.institution),
            biography=biography or None,
            photo=photo,
            photo_suffix=suffix,
            family_name=name.family,
            name_native=self.text(row, "name_native") or cell.native,
        )
        self.note_links(row, person, is_profile=is_profile)
        return person

    def biography(self, row: Row) -> str:
        """The longer biography as Markdown, in which only tags of HTML are markup."""
        name = "biography" if self.text(row, "biography") else "short_biography"
        return prose_of(self.text(row, name), "biography", self.table.diagnostics)

    def note_links(self, row: Row, person: DraftPerson, *, is_profile: bool) -> None:
        """Note the profiles of a row's person.

        Args:
            row: the row.
            person: the person, whose links are completed.
            is_profile: whether the column of home pages holds a profile.
        """
        for kind in PERSON_LINK_KINDS:
            text = self.text(row, kind.name)
            is_read = kind.name == "orcid" or (kind.name == "homepage" and not is_profile)
            if text and not is_read:
                result = note_link(person, kind.name, text)
                if result.value is None:
                    self.warn("not-a-url", f"{result.error}; it is left out", row, kind.name, None)

    def pronouns(self, row: Row) -> str | None:
        """What a column of their own says, in brackets or without."""
        said = " ".join(self.text(row, "pronouns").strip("()[] ").split())
        return re.sub(r"\s*[/,|]\s*", "/", said) or None

    def name_of_parts(self, row: Row) -> Name:
        """The name of a row that has given and family name in columns of their own."""
        given = " ".join(filter(None, (self.text(row, f"{part}_name") for part in _GIVEN)))
        family = f"{self.text(row, 'particle')} {self.text(row, 'last_name')}".strip()
        return read_parts(given, family, self.text(row, "suffix"))

    def accepted_or_reported(
        self, code: str, row: Row, meaning: str, kind: str | None = None
    ) -> str | None:
        """A value that the data can hold; one that they cannot is reported and left out."""

        def refuse(error: str, hint: str | None) -> None:
            self.warn(code, f"{error}; it is left out", row, meaning, hint)

        return accepted(kind or meaning, self.text(row, meaning), refuse)

    def affiliations(self, row: Row, beside_name: str) -> list[Record]:
        said = self.text(row, "institution") or beside_name
        institutions = re.split(r"\s*[;\n]\s*", said)
        posts = [post_of_cell(institution) for institution in institutions if institution]
        details = {
            key: line_of(self.text(row, key)) for key in ("department", "city", "state", "country")
        }
        letters = country_of_letters(details["country"])
        is_name = len(details["country"]) > 2 and country_code(details["country"]) is not None
        if letters is not None and not is_name:  # DE, DEU, GER; but USA
            details["country"] = country_named(letters) or details["country"]
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

    def draft(self) -> Draft:
        """All that was understood, people in the order of the table."""
        edition = self.roles.edition(self.people)
        return Draft(edition=edition, people=self.people, diagnostics=self.table.diagnostics)


_MAY_COME_LATER = {"institution", "department", "city", "state", "country", "biography"}
"""What people write "TBA" for."""


def _address_in(name: str) -> str | None:
    """The address in `Ann Author <ann@example.org>`."""
    match = EMAIL.search(name)
    return match[0] if match else None


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
