"""Writes a paper's prose as the Markdown of data files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.draft import Warn
from proposal.importers.latex.paper_tree import (
    NO_BREAK_SPACE,
    Block,
    CitedKeys,
    Code,
    CrossReference,
    DataBlock,
    Emphasis,
    Footnote,
    Hyperlink,
    Inline,
    Items,
    Labels,
    LineBreak,
    MathSpan,
    PaperFigure,
    Paragraph,
    Preformatted,
    Quote,
    SectionTitle,
    Tabular,
    TypedText,
    plain,
    trimmed,
)
from proposal.importers.latex.symbols import THIN_SPACE
from proposal.importers.markdown_text import escaped, safe_start
from proposal.model.data_writer import WIDTH

_KEPT_SPACE = "\ue000"
"""Stands for a space at which no line ends; sources cannot hold it."""
_MARKER = re.compile(r"[-+*>#=|~:]|\d+[.)]$|```")
"""Words that would be markup at the beginning of a line."""
_ENTITIES = {
    NO_BREAK_SPACE: "&nbsp;",
    THIN_SPACE: "&thinsp;",
    "\N{SOFT HYPHEN}": "&shy;",
}
"""Characters that nobody would see in a text; a statement, which knows no entities, has them."""


def document_markdown(blocks: Sequence[Block], labels: Labels, warn: Warn) -> str:
    """The Markdown of a document, which may cite and have notes."""
    return _PaperWriter(labels, warn, is_document=True).text(blocks)


def statement_markdown(blocks: Sequence[Block], labels: Labels, warn: Warn) -> str:
    """The Markdown of a biography or an abstract."""
    return _PaperWriter(labels, warn, is_document=False).text(blocks)


class _PaperWriter(Struct):
    """The writing of one text."""

    labels: Labels
    warn: Warn
    is_document: bool
    notes: list[str] = field(default_factory=list)
    """The notes of the block that is being written."""
    count: int = 0
    place: Span | None = None
    """Where the block that is being written begins."""
    indent: int = 0
    """The columns before each line of what is being written."""
    is_within_line: bool = False
    """Whether a heading or a cell is being written, which cannot hold a note."""
    is_within_cell: bool = False
    has_formulas: bool = False
    """Whether formulas stand in the paragraph, so that each dollar sign of its text is told."""

    def text(self, blocks: Sequence[Block]) -> str:
        """The Markdown of some blocks; notes stand behind the block that they belong to."""
        pieces: list[str] = []
        before: Block | None = None
        for block in blocks:
            pieces.append(self.block(block, before))
            pieces += self.notes
            self.notes.clear()
            before = block
        return "\n\n".join(filter(None, pieces)).replace(_KEPT_SPACE, " ")

    def inner(self, blocks: Iterable[Block], indent: int) -> str:
        """The Markdown of what stands in an item, a quote or a note.

        Args:
            blocks: what stands there.
            indent: the columns that stand before each of its lines.
        """
        self.indent += indent
        pieces: list[str] = []
        before: Block | None = None
        for block in blocks:
            is_close = isinstance(block, Items) and isinstance(before, Paragraph)
            written = self.block(block, before)
            pieces += [("\n" if is_close else "\n\n") if pieces else "", written]
            before = block
        self.indent -= indent
        return "".join(pieces)

    def block(self, block: Block, before: Block | None) -> str:
        """The Markdown of one block, which stands behind another one."""
        self.place = block.place
        match block:
            case SectionTitle(level, spans):
                return f"{'#' * level} {self.line(spans)}"
            case Paragraph(spans):
                return self.paragraph(spans)
            case Items():
                return self.items(block, is_second=_is_same_list(before, block))
            case Quote(blocks):
                lines = self.inner(blocks, len("> ")).split("\n")
                return "\n".join(f"> {line}".rstrip() for line in lines)
            case Preformatted(text):
                fence = "```" if "```" not in text else "~~~~"
                return f"{fence}\n{self.literal(text)}\n{fence}"
            case Tabular():
                return self.table(block)
            case PaperFigure(file, description, caption):
                title = f' "{self.caption(caption)}"' if caption else ""
                return f"![{self.escape(description)}]({file}{title})"
            case DataBlock(expression):
                return f"{{{{ {expression} }}}}"

    def paragraph(self, spans: Sequence[Inline]) -> str:
        lines = self.spans(spans).split("\n")
        filled = [_filled(text.strip(" "), WIDTH - self.indent) for text in lines if text.strip()]
        text = "\n".join(filled)
        first, end, rest = text.partition("\n")
        return safe_start(first, in_document=self.is_document) + end + rest

    def line(self, spans: Sequence[Inline]) -> str:
        """A heading or a cell, which is one line."""
        without_breaks = [TypedText(" ") if isinstance(span, LineBreak) else span for span in spans]
        self.is_within_line = True
        text = self.spans(trimmed(without_breaks))
        self.is_within_line = False
        return text

    def items(self, block: Items, *, is_second: bool) -> str:
        lines: list[str] = []
        is_loose = any(
            sum(isinstance(part, Paragraph) for part in item) > 1 for item in block.items
        )
        for number, item in enumerate(block.items, block.start):
            bullet = "*" if is_second else "-"
            marker = f"{number}{')' if is_second else '.'}" if block.is_numbered else bullet
            indent = " " * (len(marker) + 1)
            written = self.inner(item, len(indent)).replace("\n", f"\n{indent}")
            lines.append(re.sub(r"\n +(?=\n|$)", "\n", f"{marker} {written}"))
        return ("\n\n" if is_loose else "\n").join(lines)

    def table(self, table: Tabular) -> str:
        rows = [[self.cell(cell) for cell in row] for row in (table.header, *table.rows)]
        rules = [
            {"c": ":---:", "r": "---:"}.get(alignment, "---") for alignment in table.alignments
        ]
        lines = [f"| {' | '.join(row)} |" for row in [rows[0], rules, *rows[1:]]]
        return "\n".join(re.sub(r" +\|", " |", line) for line in lines)

    def cell(self, spans: Sequence[Inline]) -> str:
        self.is_within_cell = True
        text = re.sub(r"(?<!\\)\|", r"\\|", self.line(spans))
        self.is_within_cell = False
        return text

    # Spans

    def spans(self, spans: Iterable[Inline]) -> str:
        text = ""
        around, joined = self.has_formulas, trimmed(spans)
        self.has_formulas = around or any(isinstance(span, MathSpan) for span in joined)
        before: Inline | None = None
        for span in joined:
            is_behind_formula = isinstance(before, MathSpan) and not before.is_display
            if is_behind_formula and isinstance(span, MathSpan) and not span.is_display:
                text = f"{text[:-1]}{_KEPT_SPACE}{self.with_formula('', span)[1:]}"
            elif is_behind_formula:
                text = self.with_span(*_behind_formula(text, span))
            else:
                text = self.with_span(text, span)
            before = span
        self.has_formulas = around
        return text

    def with_span(self, before: str, span: Inline) -> str:
        """A line with a span added to it."""
        match span:
            case TypedText(text):
                return before + self.escape(text)
            case Emphasis():
                return self.with_emphasis(before, span)
            case Code(text):
                return before + self.code(text)
            case Hyperlink(address, spans):
                start = f"{before[:-1]}\\!" if before.endswith("!") else before
                return start + self.link(address, spans)
            case CitedKeys():
                return self.with_citation(before, span)
            case Footnote(blocks):
                return before + self.footnote(blocks)
            case CrossReference():
                shown = self.reference(span)
                is_bracketed = span.shows == "letter" and before.endswith("(")
                return before + (shown.strip("()") if is_bracketed else shown)
            case MathSpan():
                return self.with_formula(before, span)
            case LineBreak():
                return before.rstrip(" ") + ("\\\n" if self.is_document else " ")

    def with_formula(self, before: str, formula: MathSpan) -> str:
        """A formula in the line, or on lines of its own."""
        source = re.sub(r"\{(?=[{%#])", "{ ", formula.source)
        if self.is_within_cell:
            source = source.replace(r"\|", r"\Vert ").replace("|", r"\vert ")
        if not formula.is_display or self.is_within_line:
            mark = "$$" if formula.is_display else "$"
            written = f"{mark}{' '.join(source.split())}{mark}"
            return before + written.replace(" ", _KEPT_SPACE)
        start = before.rstrip(" ")
        start += "\n" * bool(start and not start.endswith("\n"))
        if "\n" in source:
            source = f"\n{source}\n"
        return start + f"$${source}$$".replace(" ", _KEPT_SPACE) + "\n"

    def with_emphasis(self, before: str, emphasis: Emphasis) -> str:
        """Emphasis without the spaces at its ends, which Markdown does not take into it."""
        marker = "**" if emphasis.is_bold else "*"
        text = ""
        for span in _without_same(emphasis):
            text = self.with_span(text, span)
        words = text.strip(" ")
        if not words:
            return before + text
        lead, tail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
        return f"{before}{lead}{marker}{words}{marker}{tail}"

    def code(self, text: str) -> str:
        fence = "``" if "`" in text else "`"
        padding = " " if "`" in text else ""
        return self.literal(f"{fence}{padding}{text}{padding}{fence}").replace(" ", _KEPT_SPACE)

    def link(self, address: str, spans: Sequence[Inline]) -> str:
        shown = plain(spans)
        safe = re.sub(r"[\s<>]", lambda match: f"%{ord(match[0]):02X}", address)
        if address.removeprefix("mailto:") == shown and safe == address:
            return self.literal(f"<{shown}>")
        target = f"<{safe}>" if set("()") & set(safe) else safe
        return self.literal(f"[{self.spans(spans)}]({target})") if shown else ""

    def with_citation(self, before: str, citation: CitedKeys) -> str:
        if not self.is_document:
            self.warn_here(
                "citation-in-statement", f"{', '.join(citation.keys)} cannot be cited here"
            )
            return before.rstrip(f" {NO_BREAK_SPACE}")
        space = " " if before.endswith((" ", "&nbsp;")) else ""
        keys = f";{_KEPT_SPACE}".join(f"@{key}" for key in citation.keys)
        locator = f",{_KEPT_SPACE}{citation.locator}" if citation.locator else ""
        start = before.removesuffix("&nbsp;").rstrip(" ")
        return f"{start}{space}[{keys}{locator.replace(' ', _KEPT_SPACE)}]"

    def footnote(self, blocks: Sequence[Block]) -> str:
        if not self.is_document or self.is_within_line:
            self.warn_here(
                "misplaced-footnote", "a note cannot stand here; its text does, in brackets"
            )
            inner = [block.spans for block in blocks if isinstance(block, Paragraph)]
            return f" ({' '.join(self.spans(spans) for spans in inner)})"
        self.count += 1
        number, place = self.count, self.place
        text = self.inner(blocks, 4).replace("\n", "\n    ")
        self.notes.append(f"[^{number}]: {text}")
        self.place = place
        return f"[^{number}]"

    def reference(self, reference: CrossReference) -> str:
        """What a reference prints: a number, a title, a letter in brackets or a page."""
        label = reference.label.strip()
        if reference.shows == "page":
            message = f"on which page {label} stands, only TeX knows; ?? stands for the number"
            self.warn("unknown-label", message, reference.place)
            return "??"
        if reference.shows == "title" and label in self.labels.titles:
            return self.escape(self.labels.titles[label])
        number = self.number(reference)
        letter = number[-1:] if reference.shows == "letter" else ""
        return f"({letter})" if letter.isalpha() else number

    def number(self, reference: CrossReference) -> str:
        """What a reference prints: the numbers of its labels, which do not change by themselves."""
        space = "&nbsp;" if self.is_document else NO_BREAK_SPACE
        labels = [label.strip() for label in reference.label.split(",") if label.strip()]
        kinds, shown = [], []
        for label in labels:
            kind, number = self.labels.numbers.get(label, ("", ""))
            kinds.append(kind)
            if not number:
                message = f"there is nothing with the label {label}"
                self.warn("unknown-label", message, reference.place)
                shown.append("??")
                continue
            message = f"the reference to {label} is written as the number {number}"
            self.warn("fixed-number", message, reference.place)
            is_formula = kind == "Equation" and reference.is_bracketed
            shown.append(f"({number})" if is_formula else number)
        text = _enumerated(shown)
        if not reference.is_named or not kinds[0] or len(set(kinds)) > 1:
            return text
        return f"{kinds[0]}{'s' * (len(labels) > 1)}{space}{text}"

    def warn_here(self, code: str, message: str) -> None:
        if self.place is not None:
            self.warn(code, message, self.place)

    # Characters

    def escape(self, text: str) -> str:
        written = self.literal(escaped(text, in_document=self.is_document))
        if self.has_formulas:
            written = re.sub(r"(?<!\\)\$", r"\\$", written)
        if self.is_document:
            for character, entity in _ENTITIES.items():
                written = written.replace(character, entity)
        return written.replace("\N{SOFT HYPHEN}", "")

    def literal(self, text: str) -> str:
        """Text in which two braces quote no fact."""
        if not self.is_document:
            return text
        return text.replace("{{", f'{{{{{_KEPT_SPACE}"{{{{"{_KEPT_SPACE}}}}}')

    def caption(self, spans: Sequence[Inline]) -> str:
        """A caption between the quotation marks of a picture."""
        return re.sub(r'(?<!\\)"', r'\\"', self.line(spans)).replace(" ", _KEPT_SPACE)


_LEADING_DIGITS = re.compile(r"\d[\d.,]*\d|\d")
"""`1,000 items`"""


def _behind_formula(text: str, span: Inline) -> tuple[str, Inline]:
    """A line that ends with a formula, and what follows: a digit would not let the formula end."""
    if isinstance(span, TypedText) and (digits := _LEADING_DIGITS.match(span.text)):
        rest = TypedText(span.text[digits.end() :])
        return f"{text[:-1]}{_KEPT_SPACE}{digits[0]}$", rest
    return text, span


def _enumerated(words: Sequence[str]) -> str:
    """Numbers in a row: 1, 2 and 3."""
    return " and ".join(filter(None, (", ".join(words[:-1]), "".join(words[-1:]))))


def _without_same(emphasis: Emphasis) -> Iterator[Inline]:
    """The spans of an emphasis, of which none is emphasized in the same way again."""
    for span in emphasis.spans:
        if isinstance(span, Emphasis) and span.is_bold == emphasis.is_bold:
            yield from _without_same(span)
        else:
            yield span


def _is_same_list(before: Block | None, block: Items) -> bool:
    """Whether two lists would become one."""
    return isinstance(before, Items) and before.is_numbered == block.is_numbered


def _filled(text: str, width: int) -> str:
    """A paragraph in lines that begin with nothing that Markdown takes for markup."""
    lines: list[str] = []
    for word in text.split(" "):
        if not word:
            continue
        fits = bool(lines) and len(lines[-1]) + 1 + len(word) <= width
        if lines and (fits or _MARKER.match(word)):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)
