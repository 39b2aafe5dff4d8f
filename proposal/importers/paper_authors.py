"""Reads what a review system's table says of a paper's authors, one a row or all in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from proposal.importers.draft import Record, Value, author
from proposal.importers.exports.table import Row
from proposal.importers.values import checked, is_no_name, is_nothing
from proposal.model.name_comparison import same_name
from proposal.reading.lines import line_of
from proposal.reading.names import ListedAuthor, read_name, read_parts

Warn = Callable[[str, str, Row, str, "str | None"], None]
"""Takes a code, a sentence, a row, what the column holds, and a hint."""

_BETWEEN = re.compile(r"\s*[;|\n]\s*")
"""What parts the institutions of several people, or several institutions of one."""
YES = {"yes", "y", "true", "1", "x", "ja", "oui", "si", "sí", "✓", "✔", "corresponding"}
"""What a cell says that answers a question."""
_CODES = {"email": "not-an-email", "orcid": "not-an-orcid"}
_NOUNS = {
    "affiliations": "affiliations",
    "email": "email addresses",
    "orcid": "ORCID iDs",
}
"""What a column holds that has something for each author, in the order of keys."""
_NAME_PARTS = ("first", "middle", "last")
_ROLES = ("presenter", "corresponding")


@dataclass(frozen=True, slots=True)
class PaperAuthorsReader:
    """Makes authors of the cells of a table."""

    columns: Mapping[str, int]
    warn: Warn

    def text(self, row: Row, name: str) -> str:
        """What a row says under a heading; nothing if it says that there is nothing."""
        column = self.columns.get(name)
        text = row.cell(column) if column is not None else ""
        return "" if is_nothing(text) else text

    def is_author(self, row: Row) -> bool:
        """Whether a row is of an author; HotCRP lists contacts who are none, too."""
        return self.text(row, "contact").casefold() != "nonauthor"

    def of_row(self, row: Row) -> Value:
        """The author in a row of a table with one author a row."""
        parts = {key: row.cell(self.columns[key]) for key in _NAME_PARTS if key in self.columns}
        known = {key: "" if is_no_name(part) else part for key, part in parts.items()}
        given = line_of(f"{known.get('first', '')} {known.get('middle', '')}")
        name = read_parts(given, known.get("last", ""))
        if name.doubt:
            self.warn("doubtful-name", name.doubt, row, "last", None)
        found = self._checked(row, {key: self.text(row, key) for key in _CODES})
        roles = {key: True for key in _ROLES if self.text(row, key).casefold() in YES}
        institutions = institutions_in(self.text(row, "affiliations"))
        details = {**found, **roles}
        return author(name.text, institutions, details, name.family) if name.text else ""

    def of_list(self, row: Row, listed: list[ListedAuthor]) -> list[Value]:
        """The authors of a list, with what columns of their own say of each."""
        named = [one for one in listed if one.name]
        columns = {name: self._by_author(row, name, len(listed)) for name in _NOUNS}
        roles = {role: set(self._named(row, role, listed, columns["email"])) for role in _ROLES}
        found = []
        for one in named:
            index = listed.index(one)
            own = {name: values[index] for name, values in columns.items() if values}
            institution = one.affiliation or own.pop("affiliations", "")
            details = self._checked(row, {key: own.get(key, "") for key in _CODES})
            parts: Record = {role: True for role, indexes in roles.items() if index in indexes}
            institutions = [institution] if institution else []
            found.append(author(one.name, institutions, {**details, **parts}, one.family))
        return found

    def _by_author(self, row: Row, name: str, count: int) -> list[str]:
        """What a column lists for each of the authors; nothing if it has more or fewer."""
        text = self.text(row, name)
        cells = [line_of(cell) for cell in _BETWEEN.split(text)] if text else []
        if name != "affiliations" and len(cells) == 1 and count > 1:
            cells = [line_of(cell) for cell in re.split(r"[,\s]+", text)]
        if cells and len(cells) != count:
            message = f"{len(cells)} {_NOUNS[name]} for {count} authors are left out"
            self.warn("affiliation-count", message, row, name, None)
            return []
        return cells

    def _named(
        self, row: Row, role: str, listed: list[ListedAuthor], emails: list[str]
    ) -> Iterator[int]:
        """Which of the authors a cell names as presenter or for letters, by name or by address."""
        for part in _BETWEEN.split(self.text(row, role)):
            if not part:
                continue
            address = re.search(r"[^\s<>()]+@[^\s<>()]+", part)
            name = read_name(re.sub(r"[<(]?[^\s<>()]+@[^\s<>()]+[>)]?", "", part)).text
            found = [
                index
                for index, one in enumerate(listed)
                if (name and same_name(one.name, name))
                or (address and emails and emails[index].casefold() == address[0].casefold())
            ]
            yield from found
            if not found:
                message = f"`{line_of(part)}` is none of the authors, and is left out"
                hint = f"write `{role}: true` at the author in papers.yaml"
                self.warn("unknown-author", message, row, role, hint)

    def _checked(self, row: Row, texts: Mapping[str, str]) -> Record:
        """Address and iD as far as they are right; a wrong one is reported and left out."""
        found: Record = {}
        for key, text in texts.items():
            result = checked(key, text) if text else None
            if result and result.value:
                found[key] = result.value
            elif result:
                self.warn(_CODES[key], f"{result.error}; it is left out", row, key, result.hint)
        return found


def institutions_in(text: str) -> list[str]:
    """The institutions of one author that a cell lists."""
    return [line_of(part) for part in _BETWEEN.split(text) if line_of(part)]
