"""Reads one page: its front matter with places, and its body as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from proposal.diagnostics import Diagnostic, Span, warning
from proposal.importers.draft import ImportSourceError
from proposal.importers.forbidden import refuse_forbidden_escapes, refuse_numbers
from proposal.reading.liquid import Plain, without_liquid
from proposal.reading.page_tree import Element, read_markdown
from proposal.source.file import read_text
from proposal.source.text import Text
from proposal.source.yaml import Node, parse_yaml

_FENCE = "---"
_FURTHEST = 40
"""Lines behind a place in which the words that stand there are looked for."""


@dataclass(frozen=True, slots=True)
class JekyllPage:
    """A page taken apart."""

    file: Path
    lines: list[str]
    front: Node
    plain: Plain
    body: Element
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def line(self, key: str) -> str:
        """A text of the front matter as it stands there; empty if there is none."""
        node = self.front.child(key)
        return str(node.value) if node is not None and isinstance(node.value, Text) else ""

    def tree(self, key: str) -> Element | None:
        """A text of the front matter as it is read on the page."""
        node = self.front.child(key)
        return tree_of(node) if node is not None else None

    def find(self, words: str, near: Span) -> Span:
        """Where words stand that the page has at a place or soon behind it."""
        start = near.line - 1
        for number, line in enumerate(self.lines[start : start + _FURTHEST], start=start):
            column = line.find(words, near.column - 1 if number == start else 0)
            if column >= 0 and words:
                return Span(self.file, number + 1, column + 1, column + 1 + len(words))
        return near


@dataclass(frozen=True, slots=True)
class PageSection:
    """What stands under a heading, up to the next one."""

    title: str
    level: int
    span: Span
    path: tuple[str, ...]
    """The titles of the headings that it stands under, the outermost first, and its own."""
    blocks: list[Element] = field(default_factory=list)


def read_page(file: Path) -> JekyllPage:
    """Read a page.

    Raises:
        ImportSourceError: the file is no page with front matter.
    """
    text = text_of_source(file, "a page of a Jekyll site")
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        shown = lines[0].strip()[:40]
        message = f"a Jekyll page begins with a line {_FENCE} before its front matter"
        raise ImportSourceError(f"{file}:1: {message}; this file begins with “{shown}”")
    ends = (number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE)
    end = next(ends, None)
    if end is None:
        raise ImportSourceError(f"{file}:1: the front matter has no second line {_FENCE} to end it")
    front, diagnostics = parse_yaml("\n".join(["", *lines[1:end]]), file)
    if front is None:
        raise ImportSourceError(located_message(diagnostics[0], "the front matter cannot be read"))
    if front.value is None:
        front = Node(Span(file, 1, 1, len(_FENCE) + 1), {})
    if not isinstance(front.value, dict):
        raise ImportSourceError(f"{file}:2: the front matter holds no `key: value` lines")
    spans = [Span(file, number, 1, len(line) + 1) for number, line in enumerate(lines, 1)]
    body = spans[end + 1 :] or spans[-1:]
    plain = without_liquid("\n".join(lines[end + 1 :]), body)
    diagnostics = [*as_warnings(diagnostics), *plain.diagnostics]
    return JekyllPage(file, lines, front, plain, read_markdown(plain.text, body), diagnostics)


def text_of_source(file: Path, expected: str) -> str:
    """The text of a file of the source.

    Raises:
        ImportSourceError: it is no text.
    """
    text, diagnostics = read_text(file)
    if text is None:
        if _is_pdf(file):
            raise ImportSourceError(f"{file}: {expected} is expected; this is a PDF")
        raise ImportSourceError(located_message(diagnostics[0], f"{expected} is expected"))
    refuse_numbers(text, file)
    return text


def located_message(diagnostic: Diagnostic, what: str) -> str:
    """A fault as a sentence that begins with its place."""
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    return f"{diagnostic.span}: {what}: {diagnostic.message}{hint}"


def as_warnings(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Faults that leave the source readable.

    Raises:
        ImportSourceError: one of them is a forbidden character.
    """
    refuse_forbidden_escapes(diagnostics)
    return [
        warning(diagnostic.code, diagnostic.message, diagnostic.span, diagnostic.hint)
        for diagnostic in diagnostics
    ]


def tree_of(node: Node) -> Element:
    """A text of the front matter or of a data file as it is read on the page."""
    if not isinstance(node.value, Text):
        return Element("page", node.span)
    return read_markdown(str(node.value), node.value.places_of_lines())


def sections_of(page: JekyllPage) -> list[PageSection]:
    """The parts of a page by its headings; what stands before the first one has no title."""
    sections = [PageSection("", 0, page.body.span, ())]
    above: list[tuple[int, str]] = []
    for block in _blocks(page.body):
        if block.tag in _HEADINGS:
            level, title = int(block.tag[1]), block.text
            above = [*(heading for heading in above if heading[0] < level), (level, title)]
            path = tuple(name for _, name in above)
            sections.append(PageSection(title, level, block.span, path))
        else:
            sections[-1].blocks.append(block)
    return sections


_HEADINGS = {f"h{level}" for level in range(1, 7)}
_CONTAINERS = {"page", "div", "section", "article", "main", "center", "details", "span", "body"}


def _blocks(element: Element) -> Iterator[Element]:
    """The blocks of a page in order, out of the boxes that only lay them out."""
    for child in element.elements:
        if child.tag in _CONTAINERS and any(
            node.tag in _HEADINGS | {"p", "ul", "ol", "table", "div"} for node in child.walk()
        ):
            yield from _blocks(child)
        else:
            yield child


def _is_pdf(file: Path) -> bool:
    if not file.is_file():  # a pipe, from which nothing may ever come
        return False
    with file.open("rb") as stream:
        return stream.read(5) == b"%PDF-"
