"""Reads the shortcodes of Hugo, Quarto and Zola: what they are given becomes markup, or text."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from typing import Any

import chompjs

from proposal.reading.sites.place_marks import without_marks

RecordMarkup = Callable[[Mapping[str, Any]], str]
"""How a record is shown: somebody with name and affiliation."""

_SHORTCODE = re.compile(r"\{\{[<%]\s*/?\s*(?P<name>[\w-]+)(?P<rest>[^<>%]*?)/?\s*[%>]\}\}")
"""An example: `{{< person name="Ann Author" affiliation="Example University" >}}`."""
_ARGUMENT = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|`([^`]*)`)")
"""`src="a.png"`"""
_CALL = re.compile(r"\{\{\s*(?P<name>\w+)\((?P<rest>.*?)\)\s*\}\}", re.DOTALL)
"""Zola's: `{{ grid(text = [["Ann Author", "Example University"]]) }}`."""
_CALL_AROUND = re.compile(r"\{%\s*(?:\w+\([^{}]*\)|end)\s*%\}")
"""Zola's around a text: `{% note(title="…") %}` and `{% end %}`."""
_ROWS = re.compile(r"\b\w+\s*=\s*(?=\[\s*\[)")
"""A table given as lists of cells: `rows = [["9:00", "Opening"]]`."""
_SHOW_NOTHING = {
    *("figure", "img", "br", "rawhtml", "toc", "fa", "icon", "bi", "iconify", "video"),
    "pagebreak",
}
_LINKS = {"ref", "relref", "rel-ref"}
_LONGEST = 100_000
"""Characters of a table that are read."""


def texts_of_record(record: Mapping[str, Any]) -> str:
    """The texts of a record, each in a paragraph."""
    texts = (" ".join(str(value).split()) for value in record.values() if isinstance(value, str))
    return "".join(f"<p>{html.escape(text)}</p>" for text in texts if " " in text)


def without_shortcodes(
    text: str, record_markup: RecordMarkup = texts_of_record
) -> tuple[str, set[str]]:
    """A text without shortcodes, and the names of those that may show more than they are given.

    Links to other pages of the site keep their address. A shortcode that names somebody or
    something with further values is a record; of others the texts are kept.

    Args:
        text: the text, which may have marks.
        record_markup: how a record is shown.
    """
    unknown: set[str] = set()

    def shown(match: re.Match[str]) -> str:
        name, rest = match["name"], without_marks(match["rest"])
        if name in _LINKS:
            return re.sub(r"[\"'\s]", "", rest)
        if name not in _SHOW_NOTHING:
            unknown.add(name)
        values = {key.casefold(): one or other for key, one, other in _ARGUMENT.findall(rest)}
        if len(values) > 1 and {"name", "title", "speaker", "author"} & set(values):
            return f"\n\n{_one_line(record_markup(values))}\n\n"
        texts = [values[key] for key in ("name", "title", "text", "label") if key in values]
        if not texts:
            texts = [text for text in re.findall(r"(?<![=\w])\"([^\"]*)\"", rest) if " " in text]
        return " ".join(texts)

    def called(match: re.Match[str]) -> str:
        unknown.add(match["name"])
        return _rows(without_marks(match["rest"])[:_LONGEST])

    bare = _CALL_AROUND.sub("", _CALL.sub(called, text))
    return _SHORTCODE.sub(shown, bare), unknown


def _one_line(markup: str) -> str:
    return markup.strip().replace("\n", "")


def _rows(arguments: str) -> str:
    """The rows among the arguments of a call, each as a box; empty if there are none."""
    match = _ROWS.search(arguments)
    if match is None:
        return ""
    try:
        rows: Any = chompjs.parse_js_object(arguments[match.end() :])
    except (ValueError, RecursionError):
        return ""
    boxes = [_row(row) for row in rows if isinstance(row, list)] if isinstance(rows, list) else []
    return "\n\n" + "\n".join(box for box in boxes if box) + "\n\n"


def _row(cells: list[Any]) -> str:
    texts = [
        html.escape(" ".join(cell.split())) for cell in cells if isinstance(cell, str) and cell
    ]
    if not texts:
        return ""
    first, *others = texts
    lines = "".join(f"<p>{text}</p>" for text in others)
    return f'<div class="record"><p><b>{first}</b></p>{lines}</div>'
