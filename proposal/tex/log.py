"""Reads the log of TeX: what was wrong, and in which line of which file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from msgspec import Struct

OVERFULL_POINTS = 1.0
"""Boxes that stick out by no more than this many points are not seen on paper."""


class LogKind(Enum):
    """A kind of message in a log."""

    ERROR = auto()
    OVERFULL = auto()
    OVERFULL_COLUMN = auto()
    """A column of a page that TeX has just filled, whose content is too high for it."""
    TALL_BOX = auto()
    """A box of a fixed height in the text, whose content is too high for it."""
    TALL_FLOAT = auto()
    UNDEFINED_CITATION = auto()
    UNDEFINED_REFERENCE = auto()
    REPEATED_KEY = auto()
    MISSING_CHARACTER = auto()
    CLASS_WARNING = auto()
    CITATION_WARNING = auto()
    BIBLIOGRAPHY = auto()
    BIBLIOGRAPHY_ERROR = auto()


class LogEntry(Struct, frozen=True):
    """A message of TeX or BibTeX."""

    kind: LogKind
    message: str
    first: int = 0
    """The first line of the file that it is about, counted from 1; 0 if it does not say."""
    last: int = 0
    """The last of these lines."""
    in_bibliography: bool = False
    """Whether the lines are those of the `.bbl` file."""
    in_database: bool = False
    """Whether the lines are those of the `.bib` file."""
    file: str = ""
    """Another file, with its line, in which TeX met an error; a line of ours is not known then."""
    subject: str = ""
    """The key or the character that it is about."""
    font: str = ""
    """The file of the font that lacks a character, if the log names it."""
    read: str | None = None
    """What TeX had read of the line when it met the error; a long beginning is `...`."""
    content: str = ""
    """What stands in a line that is too wide, or in an argument without an end, as the log shows
    it."""
    command: str = ""
    """The command at which TeX stopped, if it stopped at one."""


_ERROR = re.compile(r"^(?:\./)?(?P<file>[^\s:()]+\.[A-Za-z]\w*):(?P<line>\d+): (?P<message>.*)$")
"""`./proposal.tex:12: Undefined control sequence.`"""
_PLAIN_ERROR = re.compile(r"^!\s+(?P<message>(?!\s|==>).*)$")
"""`! Undefined control sequence.`"""
_BOX = re.compile(
    r"^Overfull \\(?P<box>[hv])box \((?P<points>[\d.]+)pt too (?:wide|high)\)"
    r"(?P<page> has occurred while \\output is active)?"
    r"(?:.*? at lines? (?P<first>\d+)(?:--(?P<last>\d+))?)?"
)
r"""`Overfull \hbox (12.5pt too wide) in paragraph at lines 10--12`"""
_MISSING = re.compile(
    r"^Missing character: There is no (?P<character>.)(?:.*? in font \[(?P<font>[^\]]+)\])?"
)
"""`Missing character: There is no 陈 in font [lmroman10-regular]`"""
_WARNING = re.compile(
    r"^(?P<source>LaTeX|Package (?P<package>natbib)|Class (?P<class>acmart)) Warning: "
    r"(?P<message>.*)$"
)
"""`Package natbib Warning: There were undefined citations.`"""
_AT_LINE = re.compile(r",? on input line (?P<line>\d+)$")
"""`LaTeX Warning: Reference undefined on input line 12`"""
_BIBLIOGRAPHY_BEGINS = re.compile(r"(?:^|\s)\(\./[\w-]+\.bbl(?P<rest>.*)$")
"""`(./proposal.bbl`"""
_BIBLIOGRAPHY_ENDS = re.compile(r"^\s*(?:\[[^\]]*\]\s*)*\)")
"""` [2] [3] )`"""
_INNER_LINE = re.compile(r"^l\.(?P<line>\d+) (?P<read>.*)$")
r"""The line at which TeX stopped, as far as it had read it: `l.12 \undefined`."""
_LAST_COMMAND = re.compile(r"(?P<command>\\(?:[A-Za-z@]+|[^A-Za-z@\s]))\s*$")
r"""`l.12 We use \unknown`"""
_MOST_BELOW = 40
"""Lines below an error in which the log names the line of the document."""

# The wordings are those of LaTeX (TeX Live 2022 to 2026) and of natbib 8.31b.
_UNDEFINED = re.compile(
    r"^(?P<what>Citation|Reference) [`'](?P<key>.+?)'(?: on page .+?)? undefined$"
)
_REPEATED = re.compile(r"^(?P<what>Citation|Label) [`'](?P<key>.+?)' multiply[ -]defined$")
"""`Label 'fig:one' multiply defined`"""
_TALL_FLOAT = re.compile(r"^Float too large for page by (?P<points>[\d.]+)pt$")
"""`Float too large for page by 12.5pt`"""
_OF_CITATION = re.compile(
    # "Author undefined for citation`x' on page 1", "Alias undefined for citation `x' on page 1"
    r"^(?:Author|Year|Alias) undefined for citation ?[`'](?P<key>.+?)'"
    # "Overwriting existing alias for citation x"
    r"|^Overwriting existing alias for citation (?P<alias>\S+)$"
)
_SUMS_UP = re.compile(r"^(?:There were |Citation\(s\) may have changed|Label\(s\) may have)")
"""What sums others up, or ends a pass that another follows: `There were undefined references.`"""


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
            yield _error(match, lines, number)
        elif match := _PLAIN_ERROR.match(line):
            yield _plain_error(match, lines, number)
        elif match := _BOX.match(line):
            if float(match["points"]) > OVERFULL_POINTS:
                yield _box(match, lines[number + 1 : number + 2], in_bibliography)
        elif match := _MISSING.match(line):
            font = match["font"] or ""
            yield LogEntry(LogKind.MISSING_CHARACTER, line, subject=match["character"], font=font)
        elif match := _WARNING.match(line):
            yield from _warning(match, lines, number, in_bibliography)


def _plain_error(match: re.Match[str], lines: list[str], number: int) -> LogEntry:
    """An error that names no file; if TeX gives up for it, it says where a few lines below."""
    for line in lines[number + 1 : number + _MOST_BELOW]:
        if (
            (end := _ERROR.match(line))
            and end["message"] == _GIVES_UP
            and not _is_ours(end["file"])
        ):
            file = f"{end['file']}:{end['line']}"
            return LogEntry(LogKind.ERROR, match["message"], file=file)
    inner, command = _stop_below(lines, number)
    at = int(inner["line"]) if inner else 0
    read = inner["read"] if inner else None
    message = match["message"].strip()
    content = ""
    # Two lines above, TeX says "Runaway argument?", and then shows how the argument begins.
    if number > 1 and lines[number - 2].startswith("Runaway "):
        content = lines[number - 1].lstrip("{[").partition("\\")[0].strip()
    return LogEntry(LogKind.ERROR, message, at, at, read=read, content=content, command=command)


_GIVES_UP = "Emergency stop."


def _is_ours(file: str) -> bool:
    """Whether a file is the document or its list of references, and none of TeX's."""
    return "/" not in file and file.endswith((".tex", ".bbl"))


def _error(match: re.Match[str], lines: list[str], number: int) -> LogEntry:
    file, at = match["file"], int(match["line"])
    inner, command = _stop_below(lines, number)
    if not _is_ours(file):
        return LogEntry(LogKind.ERROR, match["message"], file=f"{file}:{at}", command=command)
    read = inner["read"] if inner and int(inner["line"]) == at else None
    in_bibliography = file.endswith(".bbl")
    return LogEntry(
        LogKind.ERROR, match["message"], at, at, in_bibliography, read=read, command=command
    )


def _stop_below(lines: list[str], number: int) -> tuple[re.Match[str] | None, str]:
    """The line that TeX names a few lines below an error's first line, and the command there.

    What TeX was reading is broken where it stopped, the innermost first: a macro, an argument,
    the line of the file.
    """
    innermost = ""
    for line in lines[number + 1 : number + _MOST_BELOW]:
        other = _ERROR.match(line) or _PLAIN_ERROR.match(line)
        if other and other["message"] != _GIVES_UP:
            break
        innermost = innermost or (line if _IS_CONTEXT.match(line) else "")
        if inner := _INNER_LINE.match(line):
            command = _LAST_COMMAND.search(innermost)
            return inner, command["command"] if command else ""
    return None, ""


# "<argument> \nosuch ", "\@setref ...", "l.12 \nosuch"
_IS_CONTEXT = re.compile(r"^(?:<[a-z ]+> |\\\S+ .*->|l\.\d+ )")


def _box(match: re.Match[str], below: list[str], in_bibliography: bool) -> LogEntry:
    first = int(match["first"] or 0)
    last = int(match["last"] or first)
    kind = LogKind.OVERFULL
    if match["box"] == "v":
        kind = LogKind.OVERFULL_COLUMN if match["page"] or not first else LogKind.TALL_BOX
    content = "".join(below) if kind is LogKind.OVERFULL else ""
    points = f"{float(match['points']):.1f} pt"
    return LogEntry(kind, points, first, last, in_bibliography, content=content)


def _warning(
    match: re.Match[str], lines: list[str], number: int, in_bibliography: bool
) -> Iterator[LogEntry]:
    """The warnings that matter; a package's go on in lines that begin with its name."""
    name = match["package"] or match["class"]
    said = [match["message"]]
    for line in lines[number + 1 :]:
        if not name or not line.startswith(f"({name}) "):
            break
        said.append(line.removeprefix(f"({name})"))
    message = " ".join(" ".join(said).split()).rstrip(".")
    where = _AT_LINE.search(message)
    at = int(where["line"]) if where else 0
    message = message[: where.start()] if where else message
    if match["class"]:
        yield LogEntry(LogKind.CLASS_WARNING, message, at, at)
    elif _SUMS_UP.match(message):
        return
    elif found := _UNDEFINED.match(message):
        is_citation = found["what"] == "Citation"
        kind = LogKind.UNDEFINED_CITATION if is_citation else LogKind.UNDEFINED_REFERENCE
        yield LogEntry(kind, "", at, at, in_bibliography, subject=found["key"])
    elif found := _REPEATED.match(message):
        yield LogEntry(LogKind.REPEATED_KEY, found["what"].lower(), subject=found["key"])
    elif found := _TALL_FLOAT.match(message):
        points = float(found["points"])
        if points > OVERFULL_POINTS:
            yield LogEntry(LogKind.TALL_FLOAT, f"{points:.1f} pt", at, at)
    elif match["package"]:
        found = _OF_CITATION.match(message)
        key = (found["key"] or found["alias"]) if found else ""
        yield LogEntry(LogKind.CITATION_WARNING, message, at, at, in_bibliography, subject=key)


_REFUSED = re.compile(r"tex: (?P<file>[^\n:]+): Permission denied\s*$")
"""`tex: /root/secret.tex: Permission denied`"""


def refused_file(output: str) -> str:
    """The file that TeX was not allowed to read, if it gave up for that; else nothing.

    Since TeX Live 2026 it does; it says so to its terminal only, and nothing in its log.
    """
    found = _REFUSED.search(output)
    return found["file"] if found else ""
