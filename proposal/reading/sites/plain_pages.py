"""Pages of HTML as they are published, and those of Quarto's sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from proposal.reading.document_forms import DocumentForm
from proposal.reading.sites.kramdown import from_pandoc
from proposal.reading.sites.liquid_expansion import ExpansionLog
from proposal.reading.sites.page_maker import made_document, source_text
from proposal.reading.sites.place_marks import PlaceMarks, SourceLine
from proposal.reading.sites.source_page import SourcePage
from proposal.reading.sites.source_tree import HTML, MARKDOWN, NO_PAGES, walk
from proposal.reading.source_document import read_document

_INCLUDE = re.compile(r"^[ ]*\{\{<\s*include\s+([^\s<>]+)\s*>\}\}[ ]*$", re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{<\s*([\w-]+)[^{}]*?>\}\}")
_DEEPEST = 5


def html_pages(root: Path) -> Iterator[SourcePage]:
    """The pages of a built site."""
    for file in walk(root, lambda folder: not folder.name.startswith("_")):
        if file.suffix.lower() not in HTML or file.stem.lower() in NO_PAGES:
            continue
        document, _ = read_document(file, DocumentForm.HTML)
        if document is not None:
            path = file.relative_to(root).as_posix()
            yield SourcePage(document, path, re.sub(r"(?:^|(?<=/))index\.html?$", "", f"/{path}"))


def quarto_pages(
    root: Path, built: Path | None, log: ExpansionLog, unpublished: Counter[str]
) -> Iterator[SourcePage]:
    """The pages of Quarto's sources."""
    for file in walk(root, lambda folder: not folder.name.startswith("_") and folder != built):
        ending = file.suffix.lower()
        if ending not in MARKDOWN | {".qmd"} or file.name.startswith("_"):
            continue
        if file.stem.lower() in NO_PAGES:
            continue
        text = source_text(file)
        if text is None:
            continue
        if text.front.get("draft") is True:
            unpublished["draft"] += 1
            continue
        log.place = text.body_spans[0]
        marks = PlaceMarks(SourceLine(text.body_spans[0], ""))
        marked = marks.marked_template(text.body, text.body_spans)
        whole = _included(marked, file.parent, root, (log, marks), 0)
        for shortcode in _SHORTCODE.finditer(whole):
            log.add(f"the shortcode `{shortcode[1]}`")
        made = marks.made(from_pandoc(_SHORTCODE.sub("", whole)))
        path = file.relative_to(root)
        address = f"/{path.with_suffix('.html').as_posix()}"
        yield SourcePage(
            made_document(text, made),
            path.as_posix(),
            re.sub(r"(?:^|(?<=/))index\.html$", "", address),
        )


def _included(
    text: str, folder: Path, root: Path, making: tuple[ExpansionLog, PlaceMarks], depth: int
) -> str:
    """A text with the files that it includes."""
    log, marks = making

    def content(match: re.Match[str]) -> str:
        name = match[1].strip("\"'")
        file = root / name.lstrip("/") if name.startswith("/") else folder / name
        is_inside = file.resolve().is_relative_to(root.resolve())
        other = source_text(file) if is_inside and file.is_file() and depth < _DEEPEST else None
        if other is None:
            log.add(f"the include `{name}`, which is not in the folder")
            return ""
        log.used.add(file)
        marked = marks.marked_template(other.body, other.body_spans)
        return _included(marked, file.parent, root, making, depth + 1)

    return _INCLUDE.sub(content, text)
