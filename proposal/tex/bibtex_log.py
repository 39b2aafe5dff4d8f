"""Reads the log of BibTeX: what was wrong, and of which entry or in which line.

The wordings are those of bibtex.web (versions 0.99d and 0.99e); a style says what it likes, and
ACM's names the entry at the end of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.tex.log import LogEntry, LogKind

_WARNING = "Warning--"
_LINE = re.compile(r"^(?P<message>.*?)---?line (?P<line>\d+) of file (?P<file>\S+)$")
"""Where BibTeX met something: `I was expecting a `,'---line 7 of file references.bib`.

It stands behind an error, and in a line of its own below a warning.
"""

# Warning--I didn't find a database entry for "nobody2020"
_UNDEFINED = re.compile(r"^I didn't find a database entry for \"(?P<key>[^\"]+)\"$")
# Warning--you've nested cross references--entry "nest"; its second line tells of the parent
_CROSS_REFERENCE = re.compile(r"^(?P<message>.*?)---?entry \"(?P<key>[^\"]+)\"$")
_OF_ENTRY = (
    # Warning--entry type for "odd" isn't style-file defined
    re.compile(r"^entry type for \"(?P<key>[^\"]+)\" isn't style-file defined$"),
    # Warning--I'm ignoring extra's extra "title" field
    re.compile(r"^I'm ignoring (?P<key>\S+)'s extra \"[^\"]*\" field$"),
    # Case mismatch error between cite keys case and Case
    re.compile(r"^Case mismatch error between cite keys (?P<key>\S+) and \S+$"),
    # Warning--case mismatch, database key "case", cite key "Case"
    re.compile(r"^case mismatch, database key \"[^\"]*\", cite key \"(?P<key>[^\"]+)\"$"),
    # Too many commas in name 3 of "A and and B, C, D, E, F" for entry paper
    re.compile(r"^(?P<message>.*?),? for entry (?P<key>\S+)$"),
    # Warning--empty volume in part's crossref of whole
    re.compile(r"^empty \w+ in (?P<key>\S+)'s crossref of \S+$"),
    # Warning--need editor, key, or series for part to crossref whole
    re.compile(r"^need .* for (?P<key>\S+) to crossref \S+$"),
    # Warning--neither author and editor supplied for empty
    re.compile(r"^(?P<message>.*?),? for (?P<key>\S+)$"),
    # Warning--page numbers missing in both pages and numpages fields in paper
    re.compile(r"^(?P<message>.*) in (?P<key>\S+)$"),
)
# I found no style file---while reading file b.aux; it may be what follows of the first
_COULD_NOT_OPEN = "I couldn't open "
_FOUND_NO = re.compile(r"^(?P<message>I found no .*?)---while reading file ")
r"""`I found no \bibdata command---while reading file proposal.aux`"""
_OF_CITATION = "Case mismatch error between cite keys "
# Sorry---you've exceeded BibTeX's hash size 35307; the others are BibTeX's own faults
_GIVES_UP = re.compile(r"^(?P<message>(?:Sorry---you've exceeded|.*---this can't happen).*)$")


def read_bibtex_log(log: str) -> list[LogEntry]:
    """The errors and warnings of BibTeX, in the order of its log, each thing once.

    Lines are those of the `.bib` file.
    """
    return list(dict.fromkeys(_entries(log.split("\n"))))


def _entries(lines: list[str]) -> Iterator[LogEntry]:
    followers = [*lines[1:], ""]
    has_unopened = any(line.startswith(_COULD_NOT_OPEN) for line in lines)
    for line, below in zip(lines, followers, strict=True):
        where = _LINE.match(below)
        if line.startswith(_WARNING):
            yield _warning(line.removeprefix(_WARNING), below, where)
        elif match := _CROSS_REFERENCE.match(line):
            yield _of_cross_reference(match, below)
        elif where and where["message"] == "while executing":
            yield _of_entry(LogKind.BIBLIOGRAPHY, line)
        elif match := _LINE.match(line):
            if match["message"].strip("-") and match["message"] != "while executing":
                yield _at_line(LogKind.BIBLIOGRAPHY_ERROR, match["message"], match)
        elif line.startswith((_COULD_NOT_OPEN, _OF_CITATION)):
            yield _of_entry(LogKind.BIBLIOGRAPHY_ERROR, line)
        elif match := _GIVES_UP.match(line) or (None if has_unopened else _FOUND_NO.match(line)):
            yield LogEntry(LogKind.BIBLIOGRAPHY_ERROR, match["message"])


def _warning(message: str, below: str, where: re.Match[str] | None) -> LogEntry:
    if match := _UNDEFINED.match(message):
        return LogEntry(LogKind.UNDEFINED_CITATION, "", subject=match["key"])
    if match := _CROSS_REFERENCE.match(message):
        return _of_cross_reference(match, below)
    if where and not where["message"].strip("-"):
        return _at_line(LogKind.BIBLIOGRAPHY, message, where)
    return _of_entry(LogKind.BIBLIOGRAPHY, message)


def _of_cross_reference(match: re.Match[str], below: str) -> LogEntry:
    """What is wrong with an entry's parent, of which the line below tells."""
    message = f"{match['message']}: it {below}"
    return LogEntry(LogKind.BIBLIOGRAPHY, message, subject=match["key"])


def _at_line(kind: LogKind, message: str, where: re.Match[str]) -> LogEntry:
    at = int(where["line"]) if where["file"].endswith(".bib") else 0
    found = _of_entry(kind, message)
    return LogEntry(kind, found.message, at, at, in_database=at > 0, subject=found.subject)


def _of_entry(kind: LogKind, message: str) -> LogEntry:
    for pattern in _OF_ENTRY:
        if match := pattern.match(message):
            said = match.groupdict().get("message") or message
            return LogEntry(kind, said, subject=match["key"])
    return LogEntry(kind, message)
