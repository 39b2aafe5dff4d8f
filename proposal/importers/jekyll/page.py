"""Reads pages and data files of a Jekyll site, so far as nothing forbidden stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Span
from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.forbidden import refuse_forbidden_escapes, refuse_numbers
from proposal.reading.document_forms import DocumentForm
from proposal.reading.page_tree import HEADINGS, Element
from proposal.reading.source_document import FENCE, SourceDocument, read_document, tree_of
from proposal.source.yaml import Node


class PageSection(Struct, frozen=True):
    """What stands under a heading, up to the next one."""

    title: str
    level: int
    span: Span
    path: tuple[str, ...]
    """The titles of the headings that it stands under, the outermost first, and its own."""
    blocks: list[Element] = field(default_factory=list)


def read_page(file: Path) -> SourceDocument:
    """Read a page.

    Raises:
        ImportSourceError: the file is no page with front matter.
    """
    page = _read(file, DocumentForm.MARKDOWN, "a page of a Jekyll site")
    first = page.lines[0].strip()
    if first != FENCE:
        message = f"a Jekyll page begins with a line {FENCE} before its front matter"
        raise ImportSourceError(f"{file}:1: {message}; this file begins with “{first[:40]}”")
    if not page.body_line:
        message = f"the front matter has no second line {FENCE} to end it"
        raise ImportSourceError(f"{file}:1: {message}")
    if page.front_error is not None:
        raise ImportSourceError(
            located_message(page.front_error, "the front matter cannot be read")
        )
    if not isinstance(page.front.value, dict | None):
        raise ImportSourceError(f"{file}:2: the front matter holds no `key: value` lines")
    refuse_forbidden_escapes(page.front_diagnostics)
    return page


def read_text_page(file: Path) -> SourceDocument:
    """Read a page in Markdown that may have no front matter.

    Raises:
        ImportSourceError: the file is no text.
    """
    return _read(file, DocumentForm.MARKDOWN, "a page of a website")


def diagnostics_of(page: SourceDocument) -> list[Diagnostic]:
    """What of a page is doubtful, or is not on it as it is written."""
    return [*as_warnings(page.front_diagnostics), *page.plain.diagnostics]


def read_data_file(file: Path) -> tuple[Node | None, list[Diagnostic]]:
    """The value of a data file.

    Raises:
        ImportSourceError: it is no text.
    """
    data = _read(file, DocumentForm.DATA, "a data file of a Jekyll site")
    if data.front_error is not None:
        return None, as_warnings([data.front_error])
    return data.front, as_warnings(data.front_diagnostics)


def _read(file: Path, form: DocumentForm, expected: str) -> SourceDocument:
    """A document without a character that nobody may type.

    Raises:
        ImportSourceError: it is no text, or has such a character.
    """
    document, diagnostics = read_document(file, form)
    if document is None or diagnostics:
        if _is_pdf(file):
            raise ImportSourceError(f"{file}: {expected} is expected; this is a PDF")
        raise ImportSourceError(located_message(diagnostics[0], f"{expected} is expected"))
    refuse_numbers(document.source, file)
    return document


def located_message(diagnostic: Diagnostic, what: str) -> str:
    """A diagnostic as a sentence that begins with its place."""
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    return f"{diagnostic.span}: {what}: {diagnostic.message}{hint}"


def as_warnings(diagnostics: list[Diagnostic]) -> SourceDiagnostics:
    """Diagnostics of what leaves the source readable.

    Raises:
        ImportSourceError: one of them is a forbidden character.
    """
    refuse_forbidden_escapes(diagnostics)
    warnings = SourceDiagnostics()
    warnings.add_as_warnings(diagnostics)
    return warnings


def line_at(entry: Node, key: str) -> str:
    """The text under a key of an entry as it is read on the page; empty if there is none."""
    node = entry.child(key)
    return tree_of(node).typed if node is not None else ""


def sections_of(page: SourceDocument) -> list[PageSection]:
    """The parts of a page by its headings; what stands before the first one has no title."""
    sections = [PageSection("", 0, page.tree.span, ())]
    above: list[tuple[int, str]] = []
    for block in _blocks(page.tree):
        if block.tag in HEADINGS:
            level, title = int(block.tag[1]), block.text
            above = [*(heading for heading in above if heading[0] < level), (level, title)]
            path = tuple(name for _, name in above)
            sections.append(PageSection(title, level, block.span, path))
        else:
            sections[-1].blocks.append(block)
    return sections


_CONTAINERS = {"page", "div", "section", "article", "main", "center", "details", "span", "body"}


def _blocks(element: Element) -> Iterator[Element]:
    """The blocks of a page in order, out of the boxes that only lay them out."""
    for child in element.elements:
        if child.tag in _CONTAINERS and any(
            node.tag in HEADINGS | {"p", "ul", "ol", "table", "div"} for node in child.walk()
        ):
            yield from _blocks(child)
        else:
            yield child


def _is_pdf(file: Path) -> bool:
    if not file.is_file():  # a pipe, from which nothing may ever come
        return False
    with file.open("rb") as stream:
        return stream.read(5) == b"%PDF-"
