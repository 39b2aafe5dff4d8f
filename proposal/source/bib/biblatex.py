"""Translates entries that were written for biblatex into what BibTeX's styles know.

biblatex has other types and fields than BibTeX (its manual, "Entry Types", "Entry Fields" and
"Usage Notes for bibtex users"). A style for BibTeX passes over what it does not know, so a journal,
a year or a school would be missing in print without a word. What is translated is reported once.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from proposal.diagnostics import Diagnostic, warning
from proposal.source.bib.grammar import Abbreviation, Literal, RawEntry, RawField
from proposal.source.bib.style import TYPES

_TYPES = {
    "bookinbook": "inbook",
    "mvbook": "book",
    "mvcollection": "collection",
    "mvproceedings": "proceedings",
    "reference": "collection",
    "mvreference": "collection",
    "inreference": "incollection",
    "electronic": "online",
    "www": "online",
    "patent": "misc",
    "report": "techreport",
    "suppbook": "incollection",
    "suppcollection": "incollection",
    "suppperiodical": "article",
    "review": "article",
    "unpub": "unpublished",
}
_THESES = (
    (re.compile(r"master|\bm\.?\s?(sc|a)\b|diplom", re.IGNORECASE), "mastersthesis"),
    (re.compile(r""), "phdthesis"),
)
_THESIS_WORDS = {"phdthesis": "phdthesis", "mathesis": "mastersthesis"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?:/.*)?")
"""`2026`, `2026-02-26`, `2026-02/2026-03`"""
_IN_BOOKS = frozenset(
    {
        "book",
        "inbook",
        "incollection",
        "proceedings",
        "collection",
        "manual",
        "techreport",
        "phdthesis",
        "mastersthesis",
    }
)
_SUBTITLES = {"subtitle": "title", "booksubtitle": "booktitle", "journalsubtitle": "journal"}
_UNTRANSLATED = ("titleaddon", "maintitle", "eventtitle")
_SENTENCE_ENDS = (".", "?", "!", ":")


def for_bibtex(entry: RawEntry) -> tuple[RawEntry, list[Diagnostic]]:
    """The entry in BibTeX's types and fields, and what was translated."""
    translation = _Translation(entry)
    translation.translate()
    if not translation.said:
        return entry, []
    fields = tuple(translation.fields)
    message = f"`{entry.key}` is written for biblatex: {', '.join(translation.said)}"
    diagnostic = warning(
        "biblatex-entry", message, entry.span, "write it as BibTeX's styles know it"
    )
    return replace(entry, kind=translation.kind, fields=fields), [diagnostic]


class _Translation:
    def __init__(self, entry: RawEntry) -> None:
        self.kind = entry.kind
        self.fields = list(entry.fields)
        self.said: list[str] = []

    def field(self, name: str) -> RawField | None:
        return next((field for field in self.fields if field.name == name), None)

    def text(self, name: str) -> str:
        """The value of a field as it was typed; empty if it is missing."""
        field = self.field(name)
        parts = field.parts if field else ()
        return "".join(part.name if isinstance(part, Abbreviation) else part.text for part in parts)

    def translate(self) -> None:
        """Put types and fields into BibTeX's own."""
        self.translate_type()
        self.rename("journaltitle", "journal")
        self.rename("shortjournal", "journal")
        if self.kind in {"phdthesis", "mastersthesis"}:
            self.rename("institution", "school")
        if self.kind in _IN_BOOKS:
            self.rename("location", "address")
        if self.field("url"):
            self.rename("urldate", "lastaccessed", silent_with="year")
        for name, to in _SUBTITLES.items():
            self.join(name, to)
        self.date()
        for name in ("author", "editor"):
            self.names(name)
        for name in _UNTRANSLATED:
            if self.field(name) and self.said:
                self.said.append(f"`{name}` is not printed")

    def translate_type(self) -> None:
        kind = self.kind
        if kind in TYPES:
            return
        if kind == "thesis":
            given = self.text("type")
            self.kind = _THESIS_WORDS.get(given) or next(
                thesis for pattern, thesis in _THESES if pattern.search(given)
            )
            if given in _THESIS_WORDS:
                self.fields = [field for field in self.fields if field.name != "type"]
        else:
            self.kind = _TYPES.get(kind, kind)
        if self.kind != kind:
            self.said.append(f"@{kind} is set as @{self.kind}")

    def rename(self, name: str, to: str, silent_with: str | None = None) -> None:
        found = self.field(name)
        if found is None or self.field(to):
            return
        if silent_with and self.field(silent_with):
            return
        self.fields[self.fields.index(found)] = replace(found, name=to)
        self.said.append(f"`{name}` is printed as `{to}`")

    def join(self, name: str, to: str) -> None:
        """Put a subtitle behind its title, which no style for BibTeX prints otherwise."""
        found, title = self.field(name), self.field(to)
        if found is None or title is None or not self.text(name).strip():
            return
        ends = self.text(to).rstrip("} ").endswith(_SENTENCE_ENDS)
        between = Literal(" " if ends else ": ", found.span)
        self.fields[self.fields.index(title)] = replace(
            title, parts=(*title.parts, between, *found.parts)
        )
        self.fields.remove(found)
        self.said.append(f"`{name}` is printed behind `{to}`")

    def names(self, field: str) -> None:
        """Write names that are given part by part as BibTeX reads names."""
        found = self.field(field)
        if found is None or not all(isinstance(part, Literal) for part in found.parts):
            return
        listed = _divided(self.text(field), _AND)
        if not any(_NAME_PART.match(name) for name in listed):
            return
        written = " and ".join(map(_name_in_bibtex, listed))
        index = self.fields.index(found)
        self.fields[index] = replace(found, parts=(Literal(written, found.parts[0].span),))
        self.said.append(f"`{field}` gives parts of names, which are put together")

    def date(self) -> None:
        """Put year, month and day of a date where BibTeX looks for them."""
        found = self.field("date")
        match = _DATE.fullmatch(self.text("date").strip())
        if found is None or match is None or self.field("year"):
            return
        new = [RawField("year", (Literal(match["year"], found.span),), found.span)]
        if match["month"] and not self.field("month") and 1 <= int(match["month"]) <= len(MONTHS):
            month = Abbreviation(MONTHS[int(match["month"]) - 1], found.span)
            new.append(RawField("month", (month,), found.span))
            if match["day"] and not self.field("day") and "/" not in match[0]:
                new.append(
                    RawField("day", (Literal(str(int(match["day"])), found.span),), found.span)
                )
        self.fields[self.fields.index(found) : self.fields.index(found) + 1] = new
        self.said.append(f"`date` is printed as {' and '.join(f'`{field.name}`' for field in new)}")


_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
"""`Lovelace, Ada and Babbage, Charles`"""
_COMMA = re.compile(r"\s*,\s*")
"""`family=Lovelace, given=Ada`"""
_NAME_PART = re.compile(r"""\s*(?P<part>[a-z-]+)\s*=\s*"?(?P<value>.*?)"?\s*""", re.DOTALL)
"""An example: `family=Sample`, of `given=Ann, prefix=van, family=Sample, useprefix=true`."""


def _divided(text: str, between: re.Pattern[str]) -> list[str]:
    """The parts of a text between which something stands that no brace holds."""
    parts: list[str] = []
    start = 0
    for match in between.finditer(text):
        before = text[start : match.start()]
        if before.count("{") == before.count("}"):
            parts.append(before)
            start = match.end()
    return [*parts, text[start:]]


def _name_in_bibtex(name: str) -> str:
    """A name as `van Sample, Jr., Ann`, if its parts are named; otherwise as it is."""
    pieces = [_NAME_PART.fullmatch(piece) for piece in _divided(name, _COMMA)]
    parts = {piece["part"]: piece["value"].strip() for piece in pieces if piece is not None}
    if len(parts) != len(pieces) or not parts.keys() & {"family", "given"}:
        return name
    last = " ".join(filter(None, (parts.get("prefix"), parts.get("family"))))
    if not last:
        return f"{{{parts['given']}}}"
    return ", ".join(filter(None, (last, parts.get("suffix"), parts.get("given"))))
