"""Says in plain words why YAML cannot read a file, where no sign in a text is the cause."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml
from msgspec import Struct

from proposal.diagnostics import Diagnostic, Span, error

DEEPEST = 40
"""Lists and records within each other; data need six, and each takes a place on Python's stack."""

ALIAS = "an alias (*name) is not supported"
ANCHOR = "an anchor (&name) is not supported"
TAG = "a tag (!name) is not supported"
NESTED = "lists and records are nested too deeply here"


class _Problem(Struct, frozen=True):
    message: str
    hint: str
    at_beginning: bool = False
    """Whether the place is that of the list, record or text which could not be read to its end."""


_INDENT = "give keys of one record the same number of spaces before them"
_DASHES = "give all items of one list the same number of spaces before the dash"
_QUOTES = "put the text between quotes"
_CANNOT_BEGIN = _Problem("a text cannot begin with this character", _QUOTES)
_TAGGED = _Problem(
    "a word that begins with ! is a tag for YAML, and no text", _QUOTES, at_beginning=True
)
_DIRECTIVE = _Problem("a line cannot begin with %", _QUOTES, at_beginning=True)
_QUOTE = _Problem("a quote is not closed", "add the closing quote", at_beginning=True)
_SEVERAL_LINES = _Problem(
    "a text behind | or > begins on the next line",
    "write the text on the lines below, two spaces further right, or put it between quotes",
    at_beginning=True,
)

_NO_KEY = "this line is no key with a value, and no part of the text above it"
_NO_HYPHEN = _Problem(
    "the hyphen of an item is missing before this brace",
    "begin it as the other items of the list, with a hyphen and a space: - {…}",
)

_TAB = _Problem("a tab stands in the indent", "use spaces in place of the tab, two for each level")
_TAB_IN_TEXT = _Problem("a tab stands between words, as from a table", "type a space in its place")

_PROBLEMS: Mapping[str, _Problem] = {
    "mapping values are not allowed here": _Problem(
        "a colon cannot stand here: the line above is not finished or the indent is wrong",
        'align the key with its neighbours, or put the text between quotes: "a: b"',
    ),
    "sequence entries are not allowed here": _Problem(
        "an item of a list cannot begin here",
        "write it on a line of its own, below its key, or put the text between quotes",
    ),
    "mapping keys are not allowed here": _Problem("a question mark begins a key here", _QUOTES),
    "expected <block end>, but found '<block mapping start>'": _Problem(
        "the indent is wrong: this line does not align with the one it belongs to", _INDENT
    ),
    "expected <block end>, but found '<block sequence start>'": _Problem(
        "the indent is wrong: this list does not align with the line it belongs to", _DASHES
    ),
    "expected <block end>, but found '-'": _Problem(
        "the indent is wrong: this item of a list stands where a key is expected", _DASHES
    ),
    "expected <block end>, but found '?'": _Problem(
        "the indent is wrong: this key stands where an item of a list is expected",
        "indent it like the keys of the same record",
    ),
    "expected <block end>, but found '<scalar>'": _Problem(
        "the indent is wrong: this text does not belong to the line above it",
        "indent it by two spaces more than its key; put a text with quotes in it between others",
    ),
    "expected <block end>, but found ']'": _Problem(
        "this bracket closes no list: none is open here", "delete it"
    ),
    "expected <block end>, but found '}'": _Problem(
        "this brace closes no record: none is open here", "delete it"
    ),
    "expected <block end>, but found": _Problem(
        "this sign cannot stand here: the value above it has ended", _QUOTES
    ),
    "could not find expected ':'": _Problem(
        _NO_KEY,
        "write `key: value`, or indent the line by two spaces more than the key above it",
        at_beginning=True,
    ),
    r"found character '\t' that cannot start any token": _TAB,
    "expected ',' or ']', but got": _Problem(
        "a bracket is not closed",
        "close the list with ], or put the text between quotes if it is none",
        at_beginning=True,
    ),
    "expected ',' or '}', but got": _Problem(
        "a brace is not closed",
        "close the record with }, or put the text between quotes if it is none",
        at_beginning=True,
    ),
    "expected the node content, but found": _Problem(
        "a value is missing before this sign", _QUOTES
    ),
    "found unexpected end of stream": _QUOTE,
    "found unexpected document separator": _QUOTE,
    "found unknown escape character": _Problem(
        "a backslash and this character mean nothing between double quotes",
        "put the text between single quotes, in which a backslash is only a backslash",
    ),
    "expected escape sequence": _Problem(
        "the number of a character is missing behind this backslash",
        "write the character itself, or put the text between single quotes",
    ),
    "found character": _CANNOT_BEGIN,
    "expected alphabetic or numeric character": _CANNOT_BEGIN,
    "expected chomping or indentation indicators": _SEVERAL_LINES,
    "expected indentation indicator": _SEVERAL_LINES,
    "expected a comment or a line break": _SEVERAL_LINES,
    "expected a digit": _DIRECTIVE,
    "expected ' '": _TAGGED,
    "expected '!'": _TAGGED,
    "expected '>'": _TAGGED,
    "expected URI": _TAGGED,
    "found undefined tag handle": _TAGGED,
    "duplicate tag handle": _DIRECTIVE,
    "found duplicate YAML directive": _DIRECTIVE,
    "found incompatible YAML document": _DIRECTIVE,
    "but found another document": _Problem(
        "the file holds more than one document", "delete the line ---"
    ),
    "expected '<document start>'": _Problem(
        "what the file holds has ended above this line",
        "delete the line `...` or the bracket that ends it too early",
    ),
    ALIAS: _Problem(
        ALIAS, "write out what it stands for; put a text that begins with * between quotes"
    ),
    ANCHOR: _Problem(ANCHOR, "delete the word with &, and write out again what is to be repeated"),
    TAG: _Problem(TAG, "delete the word with !, or put the text between quotes"),
    NESTED: _Problem(NESTED, f"delete brackets that are not needed; {DEEPEST} levels are the most"),
}
"""What is said of the problems that PyYAML names, by the first words of its names."""

_UNKNOWN = _Problem(
    "this line cannot be read",
    "compare it with the lines around it, and put a text with special signs between quotes",
)


def syntax_error(reason: yaml.MarkedYAMLError, lines: list[str], file: Path) -> Diagnostic:
    """What is wrong with a file, and where.

    Args:
        reason: why PyYAML cannot read it.
        lines: the lines of the file.
        file: the file.
    """
    problem = problem_of(reason.problem or "") or _UNKNOWN
    mark = reason.problem_mark or reason.context_mark
    if problem.at_beginning and reason.context_mark is not None:
        mark = reason.context_mark
    if mark is None:
        return error("yaml-syntax", problem.message, Span.of_file(file), problem.hint)
    line = lines[mark.line] if mark.line < len(lines) else ""
    if problem is _TAB and line[: mark.column].strip():
        problem = _TAB_IN_TEXT
    if missing := _missing_space(lines, mark.line, reason.problem or "", file):
        return missing
    if line.startswith("{") and problem.message == _NO_KEY:
        problem = _NO_HYPHEN
    span = Span(file, mark.line + 1, mark.column + 1, mark.column + 2)
    hint = _further_paragraph(lines, mark.line, reason.problem or "") or problem.hint
    return error("yaml-syntax", problem.message, span, hint)


def problem_of(name: str) -> _Problem | None:
    """What to say of a problem by PyYAML's name for it; nothing if it is none that is known."""
    return next((problem for said, problem in _PROBLEMS.items() if name.startswith(said)), None)


def _further_paragraph(lines: list[str], number: int, problem: str) -> str | None:
    """What to write for a line that goes on with the text of the key above it."""
    line = lines[number] if 0 <= number < len(lines) else ""
    if problem != "could not find expected ':'" or len(line.split()) < _FEWEST_WORDS:
        return None
    above = next((text for text in reversed(lines[:number]) if text.strip()), "")
    match = re.match(r"\s*(?:- +)*(?P<key>[\w-]+): +[^\s|>]", above)  # - bio: She works
    if match is None:
        return None
    key = match["key"]
    return (
        f"if it goes on with the text of `{key}`, write `{key}: |` and all of the text on the "
        "lines below it, two spaces further right"
    )


_FEWEST_WORDS = 3
"""Words of a line that is taken for a sentence, and not for a key without its colon."""


def _missing_space(lines: list[str], number: int, problem: str, file: Path) -> Diagnostic | None:
    """What to say of `key:value` or `-item`, which YAML takes for a word.

    YAML notices it in that line, or in the one below, which then goes on with the word.
    """
    if problem == "mapping values are not allowed here":
        number -= 1
    elif problem != "could not find expected ':'":
        return None
    line = lines[number] if 0 <= number < len(lines) else ""
    # `name:Ada`, `-Ada`, which lack a space
    match = re.match(r"\s*(?:- +)*(?P<before>[\w-]+:|-)(?P<after>[^\s/-].*)", line)
    if match is None:
        return None
    what = "hyphen" if match["before"] == "-" else "colon"
    column = match.end("before")
    span = Span(file, number + 1, column, column + 1)
    hint = f"write `{match['before']} {match['after'].strip()}`"
    return error("yaml-syntax", f"a space is missing behind this {what}", span, hint)
