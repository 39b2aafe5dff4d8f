"""What does a file state, whatever its format?"""

from __future__ import annotations

import re
from pathlib import Path

from proposal.audit.with_each_other.calendar_statements import read_calendar
from proposal.audit.with_each_other.locations import Spot, wrong
from proposal.audit.with_each_other.page_statements import read_html_page, read_markdown_page
from proposal.audit.with_each_other.paper_statements import read_paper, read_text_of_paper
from proposal.audit.with_each_other.people_statements import read_data
from proposal.audit.with_each_other.source_lines import Writing, read_writing
from proposal.audit.with_each_other.statements import Told
from proposal.diagnostics import Diagnostic
from proposal.source.yaml import parse_yaml

_YEAR = re.compile(r"(?<!\d)(20[1-4]\d)(?!\d)")
_SHORT_YEAR = re.compile(r"\b[A-Z]{3,}\s*[’'](\d\d)\b")
_PAGES = {".html", ".htm", ".xhtml"}
_TEXTS = {".md", ".markdown", ".mkd", ".txt", ".text"}
_DATA = {".yml", ".yaml"}
_FOLDERS = 3
"""Folders above a file whose names may hold the edition's year."""


def read_artefact(file: Path) -> Told | Diagnostic | None:
    """What an artefact states, or why it cannot be read; nothing for other kinds of files."""
    suffix = file.suffix.lower()
    if suffix == ".pdf":
        told: Told | Diagnostic = read_paper(file)
    elif suffix in _PAGES | _TEXTS | _DATA | {".ics"}:
        writing = read_writing(file)
        told = writing if isinstance(writing, Diagnostic) else _told(writing, suffix)
    else:
        return None
    if isinstance(told, Told):
        told.year = _year(told)
    return told


def _told(writing: Writing, suffix: str) -> Told | Diagnostic:
    if suffix == ".ics":
        return read_calendar(writing)
    if suffix in _DATA:
        return _read_data(writing)
    if suffix in _PAGES and writing.lines[0].rstrip() != "---":
        return read_html_page(writing)
    told = read_markdown_page(writing)
    if isinstance(told, Told) and suffix == ".txt" and writing.lines[0].rstrip() != "---":
        read_text_of_paper(writing, told)
    return told


def _read_data(writing: Writing) -> Told | Diagnostic:
    told = Told(writing.file, writing)
    root, faults = parse_yaml(writing.text, writing.file)
    if root is None:
        fault = faults[0]
        message = f"this file cannot be read: {fault.message}"
        return wrong("cannot-be-read", message, Spot(fault.span or writing.spans[0]), fault.hint)
    read_data(writing, root, told)
    return told


def _year(told: Told) -> int | None:
    """The edition's year, of its address, its name, its folders, the workshop's day or the host."""
    names = [told.address or "", told.file.stem]
    names += [each.name for each in list(told.file.parents)[:_FOLDERS]]
    for name in names:
        if found := _YEAR.findall(name):
            return int(found[-1])
    days = {each.date.year for each in told.deadlines if each.name == "workshop"}
    if len(days) == 1:
        return days.pop()
    for said in told.said[:50]:
        if match := _SHORT_YEAR.search(said.text):
            return 2000 + int(match[1])
    return None
