r"""Counts with the counters that a paper makes itself: `\newcounter{rq}`, `\refstepcounter{rq}`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from proposal.importers.latex.braces import Command
from proposal.importers.latex.text_reader import Handler, TextReader
from proposal.words.number_words import roman

_LARGEST = 9999
"""A Roman number that people still read."""


def _new(reader: TextReader, command: Command) -> int:
    name, end = reader.argument(command.end)
    _, end = reader.option(end)
    reader.joiner.counters[name.strip()] = 0
    return end


def _changed(reader: TextReader, command: Command) -> int:
    r"""`\setcounter{rq}{2}`, `\addtocounter{rq}{1}`, `\stepcounter{rq}`."""
    name, end = reader.argument(command.end)
    key = name.strip()
    if key not in reader.joiner.counters:
        is_preamble = reader.joiner.is_preamble
        return reader.copy_with_arguments(command) if is_preamble else reader.unknown(command)
    counters = reader.joiner.counters
    if command.name.endswith("stepcounter"):
        counters[key] += 1
        return end
    value, end = reader.argument(end)
    if value.strip() == r"\value{footnote}":
        counters[key] = len(_NOTE.findall("".join(reader.joiner.out)))
    elif value.strip().lstrip("-").isdecimal():
        counters[key] = int(value) + (counters[key] if command.name.startswith("add") else 0)
    return end


_NOTE = re.compile(r"\\footnote(?:\[[^\]]*\])?\s*\{")
r"""The beginning of a note that counts: `\footnote{`"""


def _inserted(reader: TextReader, command: Command) -> int:
    r"""`\value{rq}`, as in `\footnotemark[\value{rq}]`."""
    name, end = reader.argument(command.end)
    number = reader.joiner.counters.get(name.strip())
    if number is None:
        return reader.unknown(command)
    _print(reader, str(number), command)
    return end


def _shown(reader: TextReader, command: Command) -> int:
    r"""`\arabic{rq}`, `\roman{rq}`, `\Alph{rq}`."""
    name, end = reader.argument(command.end)
    number = reader.joiner.counters.get(name.strip())
    if number is None:
        return reader.unknown(command)
    _print(reader, _numeral(command.name, number), command)
    return end


def _numeral(kind: str, number: int) -> str:
    if kind.lower() == "roman" and 0 < number <= _LARGEST:
        return roman(number) if kind == "roman" else roman(number).upper()
    if kind.lower() == "alph" and 0 < number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter if kind == "alph" else letter.upper()
    return str(number)


def is_value(reader: TextReader, name: str) -> bool:
    r"""Whether a command prints one of the paper's own counters, as `\therq` does."""
    return name.startswith("the") and name[3:] in reader.joiner.counters


def value(reader: TextReader, command: Command) -> int:
    """The value of one of the paper's own counters."""
    _print(reader, str(reader.joiner.counters[command.name[3:]]), command)
    return command.end


def _print(reader: TextReader, text: str, command: Command) -> None:
    if not reader.joiner.is_preamble:
        reader.joiner.emit(text, reader.origin, command.start)


HANDLERS: Mapping[str, Handler] = {
    "newcounter": _new,
    **dict.fromkeys(("setcounter", "addtocounter", "stepcounter", "refstepcounter"), _changed),
    "value": _inserted,
    **dict.fromkeys(("arabic", "roman", "Roman", "alph", "Alph"), _shown),
}
"""What counts, by its commands."""
