"""The templates of the texts, in which a value from the data is text and nothing else.

In plain text it is one line without control characters; in Markdown it is escaped.
"""

from __future__ import annotations

from pathlib import Path

import jinja2
from rich.cells import cell_len

from proposal.render.markdown import Markdown, escape_address, escape_markdown
from proposal.render.plain import COLUMNS, PlainText, plain_line
from proposal.render.templates import Form, escaping, make_environment
from proposal.render.typography import typographic
from proposal.words.language import ENGLISH, Language

_PLAIN = Form("plain text", folder="text", written=PlainText, takes_words=True)
_MARKDOWN = Form("markdown", folder="text", written=Markdown)


def plain_environment(workshop: Path, language: Language = ENGLISH) -> jinja2.Environment:
    """The templates of plain text, of which the workshop's own copy goes first.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/text/`.
        language: the language of the fixed words.
    """
    environment = make_environment(workshop, _PLAIN, escaping(_PLAIN, plain_line), language)
    environment.filters.update(columns=cell_len, padded=_padded, underlined=_underlined)
    return environment


def markdown_environment(workshop: Path, language: Language = ENGLISH) -> jinja2.Environment:
    """The templates of Markdown, of which the workshop's own copy goes first.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/text/`.
        language: the language of the fixed words.
    """
    environment = make_environment(
        workshop, _MARKDOWN, escaping(_MARKDOWN, escape_markdown), language
    )
    environment.filters["address"] = lambda url: Markdown(escape_address(url))
    environment.filters["typographic"] = lambda words: Markdown(typographic(words))
    return environment


def _padded(text: str, width: int) -> PlainText:
    """A line with so many spaces behind it that it takes `width` columns.

    A longer one is a line of its own, and the spaces stand below it.
    """
    line = plain_line(text)
    if cell_len(line) >= width:
        return PlainText(f"{line}\n{' ' * width}")
    return PlainText(line + " " * (width - cell_len(line)))


def _underlined(text: str) -> PlainText:
    """A heading, and below it a line that is as wide, but no wider than a page."""
    line = plain_line(text)
    return PlainText(f"{line}\n{'-' * min(cell_len(line), COLUMNS)}")
