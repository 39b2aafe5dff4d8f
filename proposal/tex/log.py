"""Reads the logs of TeX and BibTeX: what was wrong, and in which line of which file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

OVERFULL_POINTS = 1.0
"""Boxes that stick out by no more than this many points are not seen on paper."""


class LogKind(Enum):
    """A kind of message in a log."""

    ERROR = auto()
    OVERFULL = auto()
    OVERFULL_COLUMN = auto()
    UNDEFINED_CITATION = auto()
    MISSING_CHARACTER = auto()
    CLASS_WARNING = auto()
    BIBLIOGRAPHY = auto()


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A message of TeX or BibTeX."""

    kind: LogKind
    message: str
    first: int = 0
    """The first line of the file that it is about, counted from 1; 0 if it does not say."""
    last: int = 0
    in_bibliography: bool = False
    """Whether the lines are those of the `.bbl` file."""
    subject: str = ""
    """The citation key or the character that it is about."""
    font: str = ""
    """The file of the font that lacks a character, if the log names it."""


_ERROR = re.compile(r"^(?:\./)?(?P<file>[^\s:()]+\.(?:tex|bbl)):(?P<line>\d+): (?P<message>.*)$")
_PLAIN_ERROR = re.compile(r"^!\s+(?P<message>(?!\s|==>).*)$")
_BOX = re.compile(
    r"^Overfull \\(?P<box>[hv])box \((?P<points>[\d.]+)pt too (?:wide|high)\)"
    r"(?:.*? at lines? (?P<first>\d+)(?:--(?P<last>\d+))?)?"
)
_CITATION = re.compile(
    r"^LaTeX Warning: Citation [`'](?P<key>[^']+)'.* undefined on input line (?P<line>\d+)"
)
_MISSING = re.compile(
    r"^Missing character: There is no (?P<character>.)(?:.*? in font \[(?P<font>[^\]]+)\])?"
)
_CLASS = re.compile(r"^Class acmart Warning: (?P<message>.*?)(?: on input line (?P<line>\d+))?\.?$")
_BIBLIOGRAPHY_BEGINS = re.compile(r"(?:^|\s)\(\./[\w-]+\.bbl(?P<rest>.*)$")
_BIBLIOGRAPHY_ENDS = re.compile(r"^\s*(?:\[[^\]]*\]\s*)*\)")
_INNER_LINE = re.compile(r"^l\.(?P<line>\d+) ")


def read_log(log: str) -> list[LogEntry]:
    """The errors and warnings of TeX, in the order of the log, each thing once."""
    return list(dict.fromkeys(_entries(log.split("\n"))))


def _entries(lines: list[str]) -> Iterator[LogEntry]:
    in_bibliography = False
    for number, line in enumerate(lines):
        if match := _BIBLIOGRAPHY_BEGINS.search(line):
            in_bibliography = ")" not in match["rest"]
        elif in_bibliography and _BIBLIOGRAPHY_ENDS.match(line):
            in_bibliography = False
        if match := _ERROR.match(line):
            at = int(match["line"])
            bibliography = match["file"].endswith(".bbl")
            yield LogEntry(LogKind.ERROR, match["message"], at, at, bibliography)
        elif match := _PLAIN_ERROR.match(line):
            at = _line_below(lines, number)
            yield LogEntry(LogKind.ERROR, match["message"], at, at)
        elif match := _BOX.match(line):
            points = float(match["points"])
            if points > OVERFULL_POINTS:
                first = int(match["first"] or 0)
                last = int(match["last"] or first)
                kind = LogKind.OVERFULL if match["box"] == "h" else LogKind.OVERFULL_COLUMN
                yield LogEntry(kind, f"{points:.1f} pt", first, last, in_bibliography)
        elif match := _CITATION.match(line):
            at = int(match["line"])
            message = f"the citation `{match['key']}` is undefined"
            yield LogEntry(LogKind.UNDEFINED_CITATION, message, at, at, subject=match["key"])
        elif match := _MISSING.match(line):
            font = match["font"] or ""
            yield LogEntry(LogKind.MISSING_CHARACTER, line, subject=match["character"], font=font)
        elif match := _CLASS.match(line):
            at = int(match["line"] or 0)
            yield LogEntry(LogKind.CLASS_WARNING, match["message"].rstrip("."), at, at)


def _line_below(lines: list[str], number: int) -> int:
    """The line that TeX names a few lines below an error's first line."""
    for line in lines[number : number + 12]:
        if match := _INNER_LINE.match(line):
            return int(match["line"])
    return 0


_BIBTEX_WARNING = re.compile(r"^Warning--(?P<message>.*?)(?: in (?P<key>\S+))?$")
_BIBTEX_ERROR = re.compile(r"^(?P<message>.*)---line (?P<line>\d+) of file (?P<file>\S+\.bib)$")


def read_bibtex_log(log: str) -> Iterator[LogEntry]:
    """The errors and warnings of BibTeX; lines are those of the `.bib` file."""
    for line in log.split("\n"):
        if match := _BIBTEX_ERROR.match(line):
            at = int(match["line"])
            yield LogEntry(LogKind.ERROR, match["message"], at, at, in_bibliography=True)
        elif match := _BIBTEX_WARNING.match(line):
            key = match["key"] or ""
            yield LogEntry(LogKind.BIBLIOGRAPHY, match["message"], subject=key)
