"""Finds what a site is made with, and reads its pages with all that they take from elsewhere."""

from __future__ import annotations

import json
import re
import tomllib
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.diagnostics import Diagnostic, Span
from proposal.reading.document_forms import DocumentForm
from proposal.reading.lenient_yaml import read_template_values
from proposal.reading.sites.expanded_document import ExpandedDocument
from proposal.reading.sites.jekyll_sources import JEKYLL_SETTINGS, JekyllSources, read_front
from proposal.reading.sites.place_marks import MadeLine, PlaceMarks, SourceLine
from proposal.reading.sites.shortcodes import RecordMarkup, texts_of_record, without_shortcodes
from proposal.reading.sites.site_markdown import commonmark, kramdown
from proposal.reading.source_document import FENCE, SourceDocument, read_document
from proposal.source.file import read_text

_TOML_FENCE = "+++"
_HUGO = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml")
_HUGO_FOLDERS = tuple(
    f"config/_default/{name}" for name in ("hugo.toml", "config.toml", "hugo.yaml", "config.yaml")
)
_QUARTO = "_quarto.yml"
_JEKYLL_FOLDERS = ("_includes", "_layouts", "_data")
"""Folders of a site of Jekyll's that may have no configuration."""

_HIGHEST = 5
"""Folders above a page in which its site may begin."""

_QUARTO_INCLUDE = re.compile(r"^[ \t]*\{\{<\s*include\s+(?P<name>[^\s<>]+)\s*>\}\}[ \t]*$")
"""`{{< include _dates.qmd >}}`, which stands on a line of its own."""

_COMMENT = re.compile(r"\[(?://|comment)\]:", re.IGNORECASE)
"""A link to nowhere, which nobody sees: `[//]: # (words)`."""

_MOST_INCLUDES = 200
"""Files that are put into one page of Quarto's, one in another counted."""


class SiteMaker(StrEnum):
    """What a site is made with."""

    JEKYLL = "Jekyll"
    HUGO = "Hugo"
    QUARTO = "Quarto"
    MARKDOWN = "Markdown"
    HTML = "HTML"


class MarkedPage(Struct):
    """A page in the making: its body with what is put into it, and with marks."""

    document: SourceDocument
    front: dict[str, Any]
    marks: PlaceMarks
    body: str
    is_complete: bool = True
    """Whether nothing was left out that the page shows."""


class SiteSources(Struct, dict=True):
    """The folder of a site."""

    root: Path
    maker: SiteMaker
    config: dict[str, Any] = field(default_factory=dict)
    shortcodes: set[str] = field(default_factory=set)
    """The names of shortcodes that show more than the texts in them."""
    missing: set[str] = field(default_factory=set)
    """The names of files that pages of Quarto's include and that are not there."""
    record_markup: RecordMarkup = texts_of_record
    """How a record is shown that a shortcode, or a missing include, is given."""
    is_folder: bool = True
    """Whether pages may take something from the folder: one saved page does not."""

    @cached_property
    def jekyll(self) -> JekyllSources | None:
        """What pages may take from elsewhere, where Liquid puts it into them."""
        has_liquid = self.maker in {SiteMaker.JEKYLL, SiteMaker.MARKDOWN}
        return JekyllSources(self.root) if has_liquid and self.is_folder else None

    def marked(self, document: SourceDocument) -> MarkedPage:
        """A page with everything that is put into its body, and with marks."""
        document = _with_yaml_front(document)
        read = read_front_of(document)
        first = document.body_line
        lines = [_without_comment(line) for line in document.lines[first:]] or [""]
        spans = document.spans[first:] or document.spans[-1:]
        body = "\n".join(lines)
        is_template = bool(first) or "{%" in body
        if self.jekyll is not None and is_template:
            count = len(self.jekyll.missing)
            made = self.jekyll.expand(body, spans, read, self._path(document.file))
            is_complete = len(self.jekyll.missing) == count
            return MarkedPage(document, read, self.jekyll.marks, made, is_complete)
        marks = PlaceMarks(SourceLine(spans[0], lines[0]))
        if self.maker is SiteMaker.QUARTO:
            made, missing = _with_quarto_includes(document.file, lines, spans, self.root, marks)
            self.missing |= missing
            return MarkedPage(document, read, marks, made, not missing)
        # No braces of Hugo's are taken for Liquid.
        made = "\n".join(
            f"{marks.mark(SourceLine(span, line))}{line}"
            for span, line in zip(spans, lines, strict=True)
        )
        return MarkedPage(document, read, marks, made)

    def _path(self, file: Path) -> str:
        is_inside = file.is_relative_to(self.root)
        return (file.relative_to(self.root) if is_inside else Path(file.name)).as_posix()

    def finished(self, page: MarkedPage, behind: str = "") -> SourceDocument:
        """A page as it is read, with something behind all that it says itself."""
        body, is_markdown = page.body, page.document.form is DocumentForm.MARKDOWN
        if is_markdown and self.maker in {SiteMaker.HUGO, SiteMaker.QUARTO}:
            body, unknown = without_shortcodes(body, self.record_markup)
            self.shortcodes |= unknown
        lines = page.marks.lines_of(body)
        if is_markdown:
            lines = self._as_commonmark(lines)
        if behind:
            origin = lines[-1].origins[-1:]
            lines += [MadeLine(line, origin) for line in behind.split("\n")]
        document = page.document
        first = document.body_line
        head = [
            MadeLine(line, (SourceLine(span, line),))
            for line, span in zip(document.lines[:first], document.spans, strict=False)
        ]
        source = "\n".join(line.text for line in (*head, *lines))
        if source == document.source and page.is_complete:
            return document
        origins = tuple(line.origins for line in (*head, *lines))
        return ExpandedDocument(
            document.file,
            document.form,
            source,
            origins=origins,
            is_complete=page.is_complete,
        )

    def _as_commonmark(self, lines: list[MadeLine]) -> list[MadeLine]:
        text = "\n".join(line.text for line in lines)
        if self.maker in {SiteMaker.JEKYLL, SiteMaker.MARKDOWN}:
            made = kramdown(text)
        else:
            made = list(enumerate(commonmark(text).split("\n")))
        return [MadeLine(line, lines[number].origins) for number, line in made]

    def expanded(self, document: SourceDocument) -> SourceDocument:
        """A page with all that it takes from elsewhere."""
        return self.finished(self.marked(document))


def is_published(document: SourceDocument) -> bool:
    """Whether a page is on the site: drafts, and what front matter holds back, are not."""
    front = _with_yaml_front(document).front.value
    if not isinstance(front, dict):
        return True
    keys = ("published", "draft", "active", "status")
    said = {key: str(front[key].value).casefold() for key in keys if key in front}
    is_held_back = "false" in {said.get("published"), said.get("active")}
    is_draft = said.get("draft") == "true" or said.get("status") in {"draft", "private"}
    return not is_held_back and not is_draft


def read_front_of(document: SourceDocument) -> dict[str, Any]:
    """The front matter of a page as templates see it."""
    value = read_template_values(document.data_source, document.file) if document.body_line else {}
    return value if isinstance(value, dict) else {}


def _without_comment(line: str) -> str:
    """A line of Markdown; nothing of one that is a comment, whatever Liquid would make of it."""
    return "" if _COMMENT.match(line) else line


def _with_quarto_includes(
    file: Path, lines: list[str], spans: list[Span], root: Path, marks: PlaceMarks
) -> tuple[str, set[str]]:
    """A page of Quarto's with the files that it includes, and the names of missing ones."""
    made: list[str] = []
    waiting = [(file, list(zip(lines, spans, strict=True)))]
    included, missing = 0, set[str]()
    while waiting:
        of_file, rest = waiting.pop()
        while rest:
            line, span = rest.pop(0)
            match = _QUARTO_INCLUDE.match(line)
            if match is None:
                made.append(f"{marks.mark(SourceLine(span, line))}{line}")
                continue
            included += 1
            name = match["name"]
            path = root / name.lstrip("/") if name.startswith("/") else of_file.parent / name
            inner = _lines_below(path, root) if included <= _MOST_INCLUDES else None
            waiting.append((of_file, rest))
            if inner is None:
                missing.add(name)
            else:
                waiting.append((path, inner))
            break
    return "\n".join(made), missing


def _lines_below(file: Path, root: Path) -> list[tuple[str, Span]] | None:
    """The lines of a file with their places; nothing if it does not lie below a folder."""
    real = file.resolve()
    if not real.is_relative_to(root.resolve()) or not real.is_file():
        return None
    read = read_front(file)
    if read is not None:
        return list(zip(read.body.split("\n"), read.body_spans, strict=True))
    text = read_text(file)[0] or ""
    return [
        (line, Span(file, number, 1, len(line) + 1))
        for number, line in enumerate(text.split("\n"), 1)
    ]


# Front matter in TOML


def _with_yaml_front(document: SourceDocument) -> SourceDocument:
    """A page of Hugo's with the same front matter in YAML, each key on the line that it has.

    So has one of Nikola's, whose front matter is a comment.
    """
    lines = document.lines
    if lines[0].strip() == "<!--":
        return _with_nikola_front(document)
    if lines[0].rstrip() != _TOML_FENCE:
        return document
    ends = (number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _TOML_FENCE)
    end = next(ends, None)
    if end is None:
        return document
    try:
        written = _line_for_line(tomllib.loads("\n".join(lines[1:end])), lines[1:end])
    except (tomllib.TOMLDecodeError, RecursionError):
        written = ["unreadable", *[""] * (end - 2)]  # a text, by which it is seen to be no values
    source = "\n".join([FENCE, *written, FENCE, *lines[end + 1 :]])
    return replace(document, source=source)


def _with_nikola_front(document: SourceDocument) -> SourceDocument:
    """A page of Nikola's with its front matter in YAML; other pages as they are."""
    lines = document.lines
    end = next((n for n, line in enumerate(lines) if line.strip() == "-->"), 0)
    fields = [_NIKOLA_FIELD.fullmatch(line.strip()) for line in lines[1:end]]
    if not any(fields) or not all(
        match or not line.strip() for match, line in zip(fields, lines[1:end], strict=True)
    ):
        return document
    written = [f"{one['key']}: {json.dumps(one['value'])}" if one else "" for one in fields]
    return replace(document, source="\n".join([FENCE, *written, FENCE, *lines[end + 1 :]]))


_NIKOLA_FIELD = re.compile(r"\.\.\s+(?P<key>[\w-]+):\s*(?P<value>.*)")
"""`.. title: Third Workshop on Samples`"""


def _line_for_line(front: dict[str, Any], lines: list[str]) -> list[str]:
    """A value of TOML in YAML of as many lines, each key in the line in which it begins."""
    written = [""] * len(lines)
    for key, value in front.items():
        begins = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*[=.\]]")
        number = next((n for n, line in enumerate(lines) if begins.match(line)), None)
        free = next((n for n, line in enumerate(written) if not line), None)
        place = number if number is not None and not written[number] else free
        if place is not None:
            written[place] = f"{json.dumps(key)}: {json.dumps(value, default=str)}"
    return written


# Where a site is


def config_file(root: Path) -> Path | None:
    """The file of a folder in which the configuration of a site's program lies."""
    is_hugo = any((root / name).is_dir() for name in ("content", "archetypes", "layouts"))
    names = (_QUARTO, *((*_HUGO, *_HUGO_FOLDERS) if is_hugo else _HUGO[:2]), *JEKYLL_SETTINGS)
    return next((root / name for name in names if (root / name).is_file()), None)


def site_in(root: Path) -> SiteSources:
    """What a folder is the source of; pages of Markdown, if there is no configuration."""
    file = config_file(root)
    if file is None:
        is_hugo = (root / "archetypes").is_dir()  # its theme may bring the configuration
        return SiteSources(root, SiteMaker.HUGO if is_hugo else SiteMaker.MARKDOWN)
    if file.name == _QUARTO:
        maker = SiteMaker.QUARTO
    else:
        maker = SiteMaker.JEKYLL if file.name in JEKYLL_SETTINGS else SiteMaker.HUGO
    return SiteSources(root, maker, _value_of(file))


def _value_of(file: Path) -> dict[str, Any]:
    text = read_text(file)[0] or ""
    if file.suffix == ".toml":
        try:
            return tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError):
            return {}
    value = read_template_values(text, file)
    return value if isinstance(value, dict) else {}


class SitesOfFiles(Struct):
    """The sites in whose folders some files lie, each read once."""

    known: dict[Path, SiteSources | None] = field(default_factory=dict)
    """By the folder of a file."""
    by_root: dict[Path, SiteSources] = field(default_factory=dict)

    @property
    def includes_not_read(self) -> set[str]:
        """The names of files that pages include and that are not among the site's."""
        jekyll = [site.jekyll for site in self.by_root.values() if site.jekyll is not None]
        return {name for sources in jekyll for name in sources.missing}.union(
            *(site.missing for site in self.by_root.values())
        )

    @property
    def shortcodes_not_read(self) -> set[str]:
        """The names of shortcodes of which only the texts in them are read."""
        return {name for site in self.by_root.values() for name in site.shortcodes}

    @property
    def pages_not_expanded(self) -> int:
        """How many pages are read without what Liquid makes of them."""
        jekyll = [site.jekyll for site in self.by_root.values() if site.jekyll is not None]
        return sum(len(sources.failed) for sources in jekyll)

    def document(
        self, file: Path, form: DocumentForm
    ) -> tuple[SourceDocument | None, list[Diagnostic]]:
        """A file as it is read; a page of a site with all that it takes from elsewhere."""
        document, found = read_document(file, form)
        if document is None or document.form is not DocumentForm.MARKDOWN:
            return document, found
        site = self.site_of(file)
        return (document if site is None else site.expanded(document)), found

    def site_of(self, file: Path) -> SiteSources | None:
        """The site in whose folder a file lies; nothing if it lies in none."""
        folder = file.parent
        if folder not in self.known:
            self.known[folder] = self._found_above(folder)
        return self.known[folder]

    def _found_above(self, folder: Path) -> SiteSources | None:
        inner = folder.absolute()
        for candidate in [inner, *list(inner.parents)[:_HIGHEST]]:
            has_folders = any((candidate / name).is_dir() for name in _JEKYLL_FOLDERS)
            if has_folders or config_file(candidate) is not None:
                # The paths of a site's files are those that were typed.
                levels = len(inner.parts) - len(candidate.parts)
                root = folder
                for _ in range(levels):
                    root = root.parent
                if root.absolute() != candidate:
                    root = candidate
                return self.by_root.setdefault(candidate, site_in(root))
            if (candidate / ".git").exists():
                break
        return None
