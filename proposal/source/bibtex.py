"""Reads BibTeX as text: accents and symbols become Unicode, and no command is kept.

A `.bib` file is LaTeX by nature, so it is taken apart here: what is left of a field is its
text and which parts of it braces protect from a change of case. The LaTeX that TeX reads
is written anew from that (`render.latex.bibliography`).
"""

from __future__ import annotations

import logging
import re
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, ParsingFailedBlock
from bibtexparser.model import Entry as ParsedEntry
from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexCommentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexMathNode,
    LatexNode,
    LatexSpecialsNode,
    LatexWalker,
    LatexWalkerError,
)

from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.source.file import read_text
from proposal.source.reference import Fragment, Reference

REQUIRED = {
    "article": ("author", "title", "journal", "year"),
    "book": ("title", "publisher", "year"),
    "incollection": ("author", "title", "booktitle", "year"),
    "inproceedings": ("author", "title", "booktitle", "year"),
    "mastersthesis": ("author", "title", "school", "year"),
    "misc": ("title",),
    "phdthesis": ("author", "title", "school", "year"),
    "techreport": ("author", "title", "institution", "year"),
    "online": ("title", "url"),
}
"""The fields without which ACM-Reference-Format prints a gap, by type of entry."""

_VERBATIM = {"doi", "url", "eprint"}
"""Fields that hold an identifier, in which a tilde or a percent sign means itself."""


def read_bibliography(file: Path) -> tuple[dict[str, Reference], list[Diagnostic]]:
    """The entries of a `.bib` file by key, and what is wrong with it."""
    text, faults = read_text(file)
    if text is None:
        return {}, faults
    return parse_bibliography(text, file)


def parse_bibliography(text: str, file: Path) -> tuple[dict[str, Reference], list[Diagnostic]]:
    """The entries of a bibliography by key, and what is wrong with it; places are in `file`."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it says, we say below
    library = parse_string(text)
    lines = text.split("\n")
    faults = [_failed(block, file, lines) for block in library.failed_blocks]
    references: dict[str, Reference] = {}
    known: set[str] = set()
    for entry in library.entries:
        reference, found = _reference(entry, file, lines)
        if reference.key.casefold() in known:  # BibTeX does not tell large from small letters
            faults.append(_duplicate(reference.key, reference.span))
            continue
        known.add(reference.key.casefold())
        references[reference.key] = reference
        faults.extend(found)
    return references, faults


def _duplicate(key: str, span: Span) -> Diagnostic:
    message = f"a second entry has the key `{key}`"
    return error("duplicate-reference", message, span, "give it another key, or delete it")


def _failed(block: ParsingFailedBlock, file: Path, lines: list[str]) -> Diagnostic:
    start = block.start_line or 0
    if isinstance(block, DuplicateBlockKeyBlock):
        return _duplicate(block.key, _span_of(block.key, file, lines, start))
    if isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(sorted(block.duplicate_keys))
        span = _span_of(names.split(",")[0], file, lines, start)
        return error("duplicate-field", f"the field {names} stands twice", span, "keep one of them")
    span = Span(file, start + 1, 1, len(lines[start]) + 1)
    return error(
        "bibtex-syntax",
        "this entry cannot be read to its end",
        span,
        "look for a missing comma, quote or closing brace",
    )


def _reference(
    entry: ParsedEntry, file: Path, lines: list[str]
) -> tuple[Reference, list[Diagnostic]]:
    start = entry.start_line or 0
    span = _span_of(entry.key, file, lines, start)
    faults: list[Diagnostic] = []
    fields: dict[str, tuple[Fragment, ...]] = {}
    for field in entry.fields:
        name = field.key.lower()
        place = _span_of(field.key, file, lines, start)
        if name in fields:
            message = f"the field {name} stands twice"
            faults.append(error("duplicate-field", message, place, "keep one of them"))
        fields[name], unknown = _fragments(name, str(field.value))
        faults += [
            error(
                "unknown-latex",
                f"`{said}` in `{name}` cannot be read as text",
                place,
                "write the letters themselves, as in é or →",
            )
            for said in unknown
        ]
    kind = entry.entry_type.lower()
    for name in REQUIRED.get(kind, ("title",)):
        if name not in fields:
            message = f"`{entry.key}` has no {name}, which @{kind} needs"
            faults.append(warning("incomplete-reference", message, span, f"add `{name} = {{…}}`"))
    return Reference(entry.key, kind, fields, span), faults


def _span_of(word: str, file: Path, lines: list[str], start: int) -> Span:
    """Where a word stands in the entry that begins in line `start`, counted from 0."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.IGNORECASE)
    for number in range(start, len(lines)):
        match = pattern.search(lines[number])
        if match:
            return Span(file, number + 1, match.start() + 1, match.end() + 1)
    return Span(file, start + 1, 1, 2)


def _fragments(field: str, value: str) -> tuple[tuple[Fragment, ...], list[str]]:
    if field in _VERBATIM:
        return (Fragment(re.sub(r"\\([%#&_~])", r"\1", value.strip("{} ")), False),), []
    try:
        nodes, _, _ = LatexWalker(value, tolerant_parsing=False).get_latex_nodes()
    except LatexWalkerError:
        return (Fragment(value, False),), [value]
    unknown: list[str] = []
    fragments = [
        Fragment(re.sub(r"[ \t\n]+", " ", text), protected)
        for text, protected in _flat(nodes, unknown)
        if text
    ]
    return tuple(fragments), unknown


def text_of_latex(value: str) -> tuple[str, list[str]]:
    """A text with commands of LaTeX in it as plain text, and the commands that are not known."""
    fragments, unknown = _fragments("title", value)
    return "".join(fragment.text for fragment in fragments), unknown


_SYMBOLS = get_default_latex_context_db()
_TO_TEXT = LatexNodes2Text(latex_context=_SYMBOLS, keep_comments=True)
_FORBIDDEN = {"input", "include"}


def _flat(nodes: list[LatexNode], unknown: list[str]) -> list[tuple[str, bool]]:
    """The text of the nodes, each with whether braces protect it; unknown commands are told."""
    pieces: list[tuple[str, bool]] = []
    for node in nodes:
        if isinstance(node, LatexCharsNode):
            pieces.append((node.chars, False))
        elif isinstance(node, LatexGroupNode):
            inner = "".join(text for text, _ in _flat(node.nodelist, unknown))
            is_accent = bool(node.nodelist) and isinstance(node.nodelist[0], LatexMacroNode)
            pieces.append((inner, not is_accent))
        elif isinstance(node, LatexCommentNode):
            pieces.append((f"%{node.comment}{node.comment_post_space}", False))
        elif isinstance(node, LatexMacroNode) and (
            node.macroname in _FORBIDDEN or not _SYMBOLS.get_macro_spec(node.macroname)
        ):
            unknown.append(node.latex_verbatim().strip())
        elif isinstance(node, LatexMacroNode | LatexSpecialsNode | LatexMathNode):
            text = _TO_TEXT.node_to_text(node)
            pieces.append(("\N{NO-BREAK SPACE}" if text == "~" else text, False))
        else:
            unknown.append(node.latex_verbatim().strip())
    return pieces
