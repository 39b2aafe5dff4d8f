"""A source in JSON or XML, as services export what they know."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree as ET

from msgspec import Struct

from proposal.diagnostics import Diagnostic
from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.table import AS_CSV
from proposal.importers.safe_xml import UnsafeXmlError, parsed_xml
from proposal.reading.lenient_yaml import read_template_values

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


class ExportDocument(Struct, frozen=True):
    """A document of which the form is not known yet; one of the two contents is there."""

    file: Path
    json: Json = None
    xml: ET.Element | None = None
    said: tuple[Diagnostic, ...] = ()
    """What there is to say of the file itself."""

    def where(self, place: str) -> str:
        """A place in the document, as it is written before a message: `notes[3].title`."""
        return f"{self.file}, {place}"


def read_json(file: Path, text: str) -> ExportDocument:
    """Parse a document in JSON.

    Raises:
        ImportSourceError: it is none; the message has its line and column.
    """
    try:
        has_lines = file.suffix.lower() in _OF_LINES
        return ExportDocument(file, json=_parsed(text, has_lines=has_lines))
    except json.JSONDecodeError as reason:
        message = f"{file}:{reason.lineno}:{reason.colno}: this is no JSON: {reason.msg}"
        raise ImportSourceError(f"{message}; export the file again") from reason
    except (RecursionError, ValueError) as reason:  # a number of thousands of digits
        raise ImportSourceError(f"{file} is no JSON that can be read; export it again") from reason


_OF_LINES = {".jsonl", ".ndjson"}
"""How the names of files end that have a value in each line, be it the only one."""


def _parsed(text: str, *, has_lines: bool) -> Json:
    """The value of a text, or the list of those that it has a line each, as in `.jsonl`."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    are_records = all(line[0] == "{" and line[-1] == "}" for line in lines)
    if are_records and (has_lines or len(lines) > 1):
        return [json.loads(line) for line in lines]
    found: Json = json.loads(text)
    return found


def read_yaml(file: Path, text: str) -> ExportDocument:
    """Read a document in YAML, as people keep lists for their websites.

    Raises:
        ImportSourceError: it is none.
    """
    value = read_template_values(text, file)
    if not isinstance(value, list | dict):
        raise ImportSourceError(f"{file} is no list of records in YAML that can be read")
    return ExportDocument(file, json=value)


def read_xml(file: Path, raw: bytes) -> ET.Element:
    """Parse a document in XML.

    Raises:
        ImportSourceError: it is none, or a web page, or has what no such document has.
    """
    start = raw[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        raise ImportSourceError(
            f"{file} is a web page and no table; log in and download the export again, or {AS_CSV}"
            "; for a page that lists papers or a program, type `proposal import site`"
        )
    try:
        return parsed_xml(raw)
    except UnsafeXmlError as reason:
        raise ImportSourceError(
            f"{file} has {reason}, which no export that is read here has; export papers as BibTeX, "
            "RIS or CSL-JSON (PubMed: the format PubMed), and a table as CSV or .xlsx"
        ) from reason
    except ET.ParseError as reason:
        advice = (
            "; take the papers of dblp as BibTeX"
            if b"<dblp" in start
            else "; export the file again"
        )
        raise ImportSourceError(f"{file} is no XML that can be read: {reason}{advice}") from reason


def at(value: Json, *steps: str | int) -> Json:
    """What stands in a document at a place: `at(note, "content", "title", "value")`.

    Nothing, if the way does not lead there.
    """
    for step in steps:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and -1 <= step < len(value):
            value = value[step] if value else None
        else:
            return None
    return value


def text_of(value: Json) -> str:
    """A value as a text: nothing for what is no single value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, str | int | float) else ""


def items_of(value: Json) -> list[Json]:
    """The items of a list; none for what is no list."""
    return value if isinstance(value, list) else []
