"""Puts pages together: front matter as the file has it, and a body that was made."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proposal.diagnostics import Span
from proposal.reading.document_forms import DocumentForm
from proposal.reading.lenient_yaml import read_lenient_yaml
from proposal.reading.sites.expanded_page import ExpandedPage
from proposal.reading.sites.place_marks import MadeText, PlaceMarks, SourceLine
from proposal.reading.sites.source_tree import HTML, toml_value
from proposal.reading.source_document import SourceDocument
from proposal.source.file import read_text, shown_lines


@dataclass(frozen=True, slots=True)
class SourceText:
    """A page's file, taken apart."""

    file: Path
    lines: list[str]
    head_lines: int
    """How many of them are front matter, fences included."""
    front: dict[str, Any]

    @property
    def has_front(self) -> bool:
        """Whether it has front matter, be it empty."""
        return self.head_lines > 0

    @property
    def body(self) -> str:
        """What stands behind the front matter."""
        return "\n".join(self.lines[self.head_lines :])

    @property
    def body_spans(self) -> list[Span]:
        """Where the lines of the body stand."""
        spans = [
            Span(self.file, number, 1, len(line) + 1)
            for number, line in enumerate(self.lines[self.head_lines :], self.head_lines + 1)
        ]
        return spans or [Span(self.file, max(len(self.lines), 1), 1, 2)]

    @property
    def made(self) -> MadeText:
        """The body as it stands there."""
        marks = PlaceMarks(SourceLine(self.body_spans[0], ""))
        return marks.made(marks.marked_template(self.body, self.body_spans))


def source_text(file: Path) -> SourceText | None:
    """Read a page's file; nothing if it is no text."""
    text, _ = read_text(file)
    lines = text.split("\n") if text is not None else _lines_of_odd_text(file)
    if lines is None:
        return None
    fence = lines[0].rstrip()
    if fence not in {"---", "+++"}:
        return SourceText(file, lines, 0, {})
    ends = (number for number, line in enumerate(lines[1:], 2) if line.rstrip() == fence)
    head = next(ends, 0)
    if not head:
        return SourceText(file, lines, 0, {})
    inner = "\n".join(["", *lines[1 : head - 1]])
    if fence == "+++":
        value = toml_value(inner, file)
        front = value if isinstance(value, dict) else {}
        return SourceText(file, [*_as_yaml(lines[:head], front), *lines[head:]], head, front)
    read = read_lenient_yaml(inner, file)
    return SourceText(
        file, lines, head, read.plain if read and isinstance(read.plain, dict) else {}
    )


def _lines_of_odd_text(file: Path) -> list[str] | None:
    """The lines of a file with strange characters; nothing for one that cannot be read."""
    try:
        content = file.read_bytes()[:1_000_000]
    except OSError:
        return None
    if not content or content.count(0) > len(content) / 100:
        return None
    return list(shown_lines(file)) or None


def _as_yaml(head: list[str], front: dict[str, Any]) -> list[str]:
    """Front matter in TOML as YAML, each key on the line that it has in the file."""
    lines = ["---", *("" for _ in head[2:]), "---"]
    free = iter(range(1, len(lines) - 1))
    for key, value in front.items():
        starts = (key, f'"{key}"', f"[{key}", f"[[{key}")
        number = next(
            (at for at, line in enumerate(head) if line.strip().startswith(starts) and at), None
        )
        if number is None or number >= len(lines) - 1 or lines[number]:
            number = next((at for at in free if not lines[at]), None)
        if number is not None:
            lines[number] = f"{key}: {json.dumps(value, default=str, ensure_ascii=False)}"
    return lines


def made_document(text: SourceText, made: MadeText) -> ExpandedPage:
    """A page whose body was made."""
    head = "".join(f"{line}\n" for line in text.lines[: text.head_lines])
    original = SourceDocument(text.file, DocumentForm.MARKDOWN, "\n".join(text.lines))
    return ExpandedPage(
        file=text.file,
        form=DocumentForm.MARKDOWN,
        source=head + made.text,
        head_lines=text.head_lines,
        made=made,
        original=original,
        is_html_source=text.file.suffix.lower() in HTML,
    )
