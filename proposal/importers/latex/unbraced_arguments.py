r"""Reads commands of the class sigplanconf, whose lists have no braces: `\keywords facts, …`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from proposal.importers.latex.braces import Command, behind_space
from proposal.importers.latex.text_reader import Handler, TextReader

_END = re.compile(r"\n[ \t]*\n|\\(?:section|begin|maketitle|terms|keywords|category)\b")
r"""What ends a list that stands open: an empty line, `\section`."""


def _list(reader: TextReader, command: Command) -> int:
    r"""A list up to the next empty line, unless braces hold it."""
    start = behind_space(reader.text, command.end)
    if reader.text[start : start + 1] in set("{[*"):
        return _with_braces(reader, command)
    found = _END.search(reader.text, start)
    end = found.start() if found else len(reader.text)
    reader.read_instead(f"\\{command.name}{{{reader.text[start:end].strip()}}}", command)
    return end


def _with_braces(reader: TextReader, command: Command) -> int:
    is_preamble = reader.joiner.is_preamble
    return reader.copy_with_arguments(command) if is_preamble else reader.unknown(command)


def _author(reader: TextReader, command: Command) -> int:
    r"""`\authorinfo{Ann Author \and Bob Writer}{Example University}{ann@example.org}`."""
    names, end = reader.argument(command.end)
    place, end = reader.argument(end)
    address, end = reader.argument(end)
    listed = re.sub(r"\\and\b\s*", ", ", names)
    reader.read_instead(f"\\author{{{listed}\\\\{place}\\\\{address}}}", command)
    return end


def _identifier(reader: TextReader, command: Command) -> int:
    """The DOI of the paper, which the class prints in its rights block; others stay in the text."""
    if reader.text.find("\\maketitle", command.end) < 0:
        return reader.unknown(command)
    return reader.argument(command.end)[1]


HANDLERS: Mapping[str, Handler] = {
    **dict.fromkeys(("keywords", "terms"), _list),
    "authorinfo": _author,
    "doi": _identifier,
}
"""What reads commands of sigplanconf."""
