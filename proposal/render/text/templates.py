"""The templates of the texts, in which a value from the data is text and nothing else.

In plain text it is one line without control characters; in Markdown it is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import jinja2
from rich.cells import cell_len

from proposal.edition import wording
from proposal.edition.edition import Day, Deadline
from proposal.render.markdown import Markdown, escape_address, escape_markdown
from proposal.render.plain import PlainText, plain_line
from proposal.render.templates import COMPILED, template_folders


class _PlainEnvironment(jinja2.Environment):
    """What a template has put together is plain text, wherever it is used again."""

    @staticmethod
    def concat(pieces: Iterable[str]) -> PlainText:
        return PlainText("".join(pieces))


class _MarkdownEnvironment(jinja2.Environment):
    """What a template has put together is Markdown, wherever it is used again."""

    @staticmethod
    def concat(pieces: Iterable[str]) -> Markdown:
        return Markdown("".join(pieces))


def plain_environment(workshop: Path) -> jinja2.Environment:
    """The templates of plain text, of which the workshop's own copy goes first.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/text/`.
    """
    environment = _PlainEnvironment(**_options(workshop, PlainText, plain_line))
    environment.globals["to_be_announced"] = wording.TO_BE_ANNOUNCED
    environment.filters["padded"] = _padded
    return environment


def markdown_environment(workshop: Path) -> jinja2.Environment:
    """The templates of Markdown, of which the workshop's own copy goes first.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/text/`.
    """
    environment = _MarkdownEnvironment(**_options(workshop, Markdown, escape_markdown))
    environment.filters["address"] = lambda url: Markdown(escape_address(url))
    return environment


def _options(workshop: Path, made: type[str], make: Callable[[str], str]) -> dict[str, Any]:
    return {
        "loader": jinja2.FileSystemLoader(template_folders(workshop, "text")),
        "bytecode_cache": COMPILED,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
        "autoescape": False,  # the escaping is ours, in `finalize`
        "undefined": jinja2.StrictUndefined,
        "finalize": lambda value: _as_text(value, made, make),
    }


def _as_text(value: Any, made: type[str], make: Callable[[str], str]) -> str:
    if isinstance(value, made):
        return value
    if isinstance(value, str):
        return make(value)
    if isinstance(value, jinja2.Undefined):
        return str(value)  # which raises an error that names it
    if isinstance(value, Day | Deadline) or (
        isinstance(value, int) and not isinstance(value, bool)
    ):
        return make(str(value))
    raise jinja2.TemplateRuntimeError(f"a template prints {value!r}, which is no text")


def _padded(text: str, width: int) -> PlainText:
    """A line with so many spaces behind it that it takes `width` columns."""
    line = plain_line(text)
    return PlainText(line + " " * (width - cell_len(line)))
