"""The templates of the LaTeX documents, in which everything from the data is escaped.

Their delimiters are `<< value >>`, `<% statement %>` and `<# comment #>`, which LaTeX does
not use. A value is LaTeX only if its type says so (PyLaTeX's `NoEscape`); all others are
text, and forgetting to escape one is not possible. What programs read letter by letter has a
type of its own as well (`Verbatim`, `TexName`), so that it is never set as prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import jinja2
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from pylatex import NoEscape

from proposal.edition import wording
from proposal.render.latex.escape import escape_address, escape_line, shielded
from proposal.render.latex.latex_math import line_with_formulas
from proposal.render.latex.source_marks import Places, template_mark
from proposal.render.templates import Form, escaping, make_environment
from proposal.source.math.math_line import MathLine
from proposal.source.text import Verbatim
from proposal.words.language import ENGLISH, Language

_FORM = Form("latex", folder="latex", written=NoEscape, uses_angles=True)


def latex_environment(
    workshop: Path, places: Places, language: Language = ENGLISH
) -> jinja2.Environment:
    """The LaTeX templates, of which the workshop's own copy goes before the built-in one.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/latex/`.
        places: where the marks of the values' places are kept.
        language: the language of the fixed words.
    """

    def escape(value: str) -> NoEscape:
        if isinstance(value, MathLine):
            return NoEscape(places.of(value) + shielded(line_with_formulas(value)))
        is_address = isinstance(value, Verbatim)
        latex = escape_address(value) if is_address else shielded(escape_line(value))
        return NoEscape(places.of(value) + latex)

    environment = make_environment(workshop, _FORM, escaping(_FORM, escape), language)
    environment.globals["latex"] = NoEscape
    environment.add_extension(_MarkedTemplates)
    # For templates of workshops, of when they could not be held beside no conference.
    environment.filters["days"] = lambda venue, in_english=False: wording.days(
        venue.start.date, venue.end.date, ENGLISH if in_english else language
    )
    return environment


class _MarkedTemplates(Extension):
    """Has each line that a template writes carry a mark with the template's name and line."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The template's tokens, with marks in what it writes.

        What is only kept (`set` and `filter` with an end of their own) may be compared with
        something, and carries none.
        """
        name, tokens = stream.name, list(stream)
        kept = 0
        for index, token in enumerate(tokens):
            if token.type == "block_begin":
                kept += _keeps(tokens[index + 1 :])
            if token.type != "data" or kept or name is None:  # a template of no file
                yield token
                continue
            goes_on = index + 1 < len(tokens) and tokens[index + 1].type == "variable_begin"
            marked = _marked(token.value, name, token.lineno, goes_on)
            yield Token(token.lineno, "data", marked)


def _keeps(statement: Iterable[Token]) -> int:
    """1 where a statement begins to keep what is written, -1 where it ends that, or 0."""
    inner = [token for token in _until_end(statement) if token.type != "whitespace"]
    word = inner[0].value if inner else ""
    if word in {"endset", "endfilter"}:
        return -1
    is_set = word == "set" and all(token.type != "assign" for token in inner)
    return int(is_set or word == "filter")


def _until_end(statement: Iterable[Token]) -> Iterator[Token]:
    for token in statement:
        if token.type == "block_end":
            return
        yield token


_WORDS = re.compile(r"\S")
"""Anything but white space: `words`."""


def _marked(text: str, name: str, line: int, goes_on: bool) -> str:
    """What a template writes, with a mark before the first letter of each line.

    Args:
        text: what it writes.
        name: the template's name.
        line: the line of the template in which the text begins.
        goes_on: whether a value follows in the last line.
    """
    lines = text.split("\n")
    for index, words in enumerate(lines):
        found = _WORDS.search(words)
        if found or (goes_on and index == len(lines) - 1):
            start = found.start() if found else len(words)
            lines[index] = words[:start] + template_mark(name, line + index) + words[start:]
    return "\n".join(lines)
