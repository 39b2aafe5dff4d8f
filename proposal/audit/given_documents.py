"""Reads the files that are compared, Word's documents among them."""

from __future__ import annotations

import re
from pathlib import Path

from proposal.diagnostics import Diagnostic, Span, error
from proposal.importers.draft import ImportSourceError
from proposal.importers.word.package import open_package
from proposal.importers.word.preparation import prepare
from proposal.importers.word.word_html import html_of
from proposal.reading.document_forms import DocumentForm
from proposal.reading.sites.site_sources import SitesOfFiles
from proposal.reading.source_document import SourceDocument

_MARK = re.compile("[\ue000-\uf8ff]\\d*")
"""What the importer puts in place of formulas and numbers of lists."""
_TITLE = re.compile(r'<p class="title">(.*?)</p>', re.DOTALL)
"""`<p class="title">Third Workshop on Samples</p>`"""
_CELL = re.compile(r"(?<=<t[dh]>)<p[^>]*>((?:(?!</?t[dh]\b).)*)</p>(?=</t[dh]>)", re.DOTALL)
"""`<p>Notification</p>`, alone in a cell"""
_EMPTY = re.compile(r"<p[^>]*>\s*</p>")
"""`<p class="look1"> </p>`"""
_PARAGRAPH = re.compile(r"<(?:p|h[1-6]|li|t[dh])\b")
"""`<p class="look1">`, `<h2>`, `<td>`"""


def read_given(
    file: Path, form: DocumentForm, sites: SitesOfFiles
) -> tuple[SourceDocument | None, list[Diagnostic]]:
    """A file as it is read; nothing, and the reason, if it cannot be read as what it is called.

    Args:
        file: the file.
        form: its form.
        sites: the sites in which files lie.
    """
    return _read_word(file) if form is DocumentForm.WORD else sites.document(file, form)


def _read_word(file: Path) -> tuple[SourceDocument | None, list[Diagnostic]]:
    """A document as HTML, in which each paragraph with words begins a line."""
    try:
        html = html_of(prepare(open_package(file)), lambda _content, _kind: "")
    except ImportSourceError as reason:
        return None, [error("unreadable-file", str(reason), Span.of_file(file))]
    html = _EMPTY.sub("", _TITLE.sub(r"<h1>\1</h1>", _MARK.sub("", html))).replace("\n", " ")
    html = _CELL.sub(lambda cell: cell[1].replace("</p><p>", "<br />"), html)
    lines = _PARAGRAPH.sub(lambda match: f"\n{match[0]}", html).lstrip("\n")
    return SourceDocument(file, DocumentForm.WORD, lines), []
