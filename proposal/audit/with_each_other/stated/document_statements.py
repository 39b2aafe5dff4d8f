"""Reads what a document states, whatever its form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from proposal.audit.given_documents import read_given
from proposal.audit.with_each_other.stated.calendar_statements import read_calendar
from proposal.audit.with_each_other.stated.page_statements import read_page
from proposal.audit.with_each_other.stated.paper_statements import (
    is_paper,
    read_head_of_paper,
    read_pages,
    read_text_of_paper,
)
from proposal.audit.with_each_other.stated.people_statements import read_data
from proposal.audit.with_each_other.stated.reference_statements import read_references
from proposal.audit.with_each_other.stated.statements import PageContent
from proposal.audit.with_each_other.stated.where_and_when import read_settings, read_where_and_when
from proposal.diagnostics import Diagnostic, Severity, Span, warning
from proposal.reading.document_forms import FORMS, DocumentForm
from proposal.reading.sites.jekyll_sources import JEKYLL_SETTINGS
from proposal.reading.sites.site_sources import SitesOfFiles, is_published
from proposal.reading.source_document import SourceDocument, read_document

_LARGEST = 400_000
"""Characters of a page, apart from pictures in it."""

_MOST = 10_000
"""Lines or tags of a page."""

_LONGEST = 40_000
"""Characters of a line; only HTML is written without line ends."""

_MOST_UNCLOSED = 500
"""Tags without an end, each of which makes a parser look for it in all that follows."""

_PICTURE = re.compile(r"data:image/[^\"'\s)]{1000,}")
"""A picture that stands in the page itself: `data:image/png;base64,iVBOR…`."""
_UNCLOSED = re.compile(r"<[^<>]*+(?=<|\Z)")
"""A tag that another one begins in: `<a <a`."""

_YEAR = re.compile(r"(?<!\d)(20[1-4]\d)(?!\d)")
"""`2026`"""
_SHORT_YEAR = re.compile(r"\b[A-Z]{3,}\s*[’'](\d\d)\b")
"""The year of a conference: `WSDM ’26`."""

_OF_LAST_CENTURY = 60
"""From these two digits on, a year is one of the last century: `AAAI ’96`."""

_FOLDERS = 3
"""Folders above a file whose names may hold the edition's year."""


def read_content(
    file: Path, sites: SitesOfFiles, *, is_named: bool = True
) -> PageContent | Diagnostic | None:
    """What a file states, or why it cannot be read.

    There is nothing to say of other kinds of files, and of pages that are not published.

    Args:
        file: the file.
        sites: the sites in which files lie.
        is_named: whether it was named itself; of papers found among pages, the head alone is read.
    """
    form = FORMS.get(file.suffix.lower())
    if form is None:
        return None
    document, found = read_given(file, form, sites)
    # A character that nobody sees keeps nothing from being compared.
    reason = next(
        (diagnostic for diagnostic in found if diagnostic.code != "forbidden-character"), None
    )
    if document is None or reason is not None:
        return _unreadable(reason or found[0], "")
    return content_of(document, is_named=is_named) if is_published(document) else None


def content_of(document: SourceDocument, *, is_named: bool = True) -> PageContent | Diagnostic:
    """What a document states, or why it cannot be compared."""
    if document.form is DocumentForm.PDF:
        is_head_enough = not is_named and is_paper(document)
        content = read_head_of_paper(document) if is_head_enough else read_pages(document)
    elif reason := _too_much(document.lines):
        span = Span.of_file(document.file)
        hint = "leave it out: nobody wrote it by hand"
        return warning("cannot-be-read", f"this file is not compared: {reason}", span, hint)
    elif document.form is DocumentForm.CALENDAR:
        content = read_calendar(document)
    elif document.form is DocumentForm.REFERENCES:
        content = read_references(document)
    elif document.front_error is not None:
        return _unreadable(document.front_error)
    elif document.form is DocumentForm.DATA:
        content = read_data(document)
    else:
        content = read_page(document)
        if document.is_wrapped:
            read_text_of_paper(content)
    content.year = content.year or _year(content)
    read_where_and_when(content)
    return content


_LEVELS = 4
"""Folders above a page in which the settings of its site may lie."""


def settings_beside(files: Iterable[Path]) -> Iterator[PageContent]:
    """What the settings of the sites of some pages say of place and day, for each year."""
    folders = {folder for file in files for folder in list(file.parents)[:_LEVELS]}
    for folder in sorted(folders):
        for name in JEKYLL_SETTINGS:
            if (folder / name).is_file():
                document, found = read_document(folder / name, DocumentForm.DATA)
                if document is not None and not found and not _too_much(document.lines):
                    yield from read_settings(document)


def _unreadable(reason: Diagnostic, what: str = "this file cannot be read: ") -> Diagnostic:
    message = f"{what}{reason.message}"
    hint = reason.hint or "leave the file out, or ask for it again"
    return replace(
        reason, severity=Severity.ERROR, code="cannot-be-read", message=message, hint=hint
    )


def _too_much(lines: list[str]) -> str | None:
    """Why a file is no page that a person wrote, on which comparing would take forever."""
    text = _PICTURE.sub("", "\n".join(lines))
    if len(text) > _LARGEST:
        return f"it has more than {_LARGEST} characters"
    if len(lines) > _MOST:
        return f"it has more than {_MOST} lines"
    if text.count("<") > _MOST:
        return f"it has more than {_MOST} tags"
    if "<" not in text and any(len(line) > _LONGEST for line in lines):
        return f"one of its lines has more than {_LONGEST} characters"
    if len(_UNCLOSED.findall(text)) > _MOST_UNCLOSED:
        return f"more than {_MOST_UNCLOSED} of its tags never end"
    return None


def _year(content: PageContent) -> int | None:
    """The edition's year, of its address, its name, its folders, the workshop's day or the host."""
    file = content.document.file
    names = [content.address or "", file.stem]
    names += [folder.name for folder in list(file.parents)[:_FOLDERS]]
    for name in names:
        if found := _YEAR.findall(name):
            return int(found[-1])
    days = {deadline.date.year for deadline in content.deadlines if deadline.name == "workshop"}
    if len(days) == 1:
        return days.pop()
    for run in content.runs[:50]:
        if match := _SHORT_YEAR.search(run.text):
            return 2000 + int(match[1]) if int(match[1]) < _OF_LAST_CENTURY else None
    return None
