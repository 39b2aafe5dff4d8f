"""What do the pages of a PDF, or the lines of a paper's text, state?"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pypdf

from proposal.audit.with_each_other.deadline_statements import deadline_in
from proposal.audit.with_each_other.locations import Spot, wrong
from proposal.audit.with_each_other.people_statements import is_institution, is_name
from proposal.audit.with_each_other.source_lines import Writing
from proposal.audit.with_each_other.statements import Deadline, Post, Said, Told
from proposal.check.pdf.pdf_file import DAMAGE, read_pdf
from proposal.diagnostics import Diagnostic, Span
from proposal.reading.names import read_name
from proposal.reading.page_tree import Line, Run

_LARGEST = 100 * 1024 * 1024
"""Bytes of a PDF; nobody audits a larger one."""

_ABSTRACT = re.compile(r"\s*abstract\b", re.IGNORECASE)
_HEAD = 60
"""Lines of a paper in which the author block ends, if no abstract does so."""

_EMAIL = re.compile(r"^[\w.+{}, -]+@[\w.-]+\.\w+$")


def read_paper(file: Path) -> Told | Diagnostic:
    """What a PDF states, each page for itself."""
    told = Told(file)
    spot = Spot(Span(file, 1, 1, 1), 1)
    try:
        if file.stat().st_size > _LARGEST:
            return wrong("cannot-be-read", "this PDF is larger than 100 MB", spot)
        content = file.read_bytes()
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            hint = "save it without a password or restrictions"
            return wrong("cannot-be-read", "this PDF is encrypted", spot, hint)
        pages = [page.text for page in read_pdf(content, reader, file).pages]
    except DAMAGE as reason:
        message = f"this PDF cannot be read: {str(reason) or type(reason).__name__}"
        return wrong("cannot-be-read", message, spot, "make it again, or ask for it again")
    for number, text in enumerate(pages, start=1):
        spots = [Spot(spot.span, number)] * (text.count("\n") + 1)
        told.said.append(Said(" ".join(text.split()), spots[0]))
        _read_dates(text.split("\n"), spots, told)
    told.posts += _posts(pages[0].split("\n"), Spot(spot.span, 1)) if pages else []
    return told


def read_text_of_paper(writing: Writing, told: Told) -> None:
    """The author block and the dates of a paper whose text is all that there is of it."""
    spots = [Spot(span) for span in writing.spans]
    _read_dates(writing.lines, spots, told)
    head = next((n for n, line in enumerate(writing.lines) if _ABSTRACT.match(line)), _HEAD)
    for post in _posts(writing.lines[:head], spots[0]):
        told.posts.append(replace(post, spot=told.find(post.institution, post.spot)))


def _read_dates(lines: Sequence[str], spots: Sequence[Spot], told: Told) -> None:
    for line, spot in zip(lines, spots, strict=True):
        found = deadline_in(Line((Run(line),)), is_listed=":" in line)
        if found is not None and ":" in line[: found[1].start]:
            told.deadlines.append(Deadline(found[0], found[1].date, spot))


def _posts(lines: Sequence[str], spot: Spot) -> Iterator[Post]:
    """Name, address and institution, each in a line, as ACM's author blocks have them."""
    for before, address, institution in zip(lines, lines[1:], lines[2:], strict=False):
        if _EMAIL.match(address.strip()) and is_institution(institution.strip()):
            name = read_name(before).text if is_name(before.strip()) else ""
            yield Post(name, institution.strip(), spot)
