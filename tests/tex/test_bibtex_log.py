"""What is read from the log of BibTeX, in lines of real ones (0.99d of TeX Live 2022 and 2024)."""

from __future__ import annotations

import pytest

from proposal.tex.bibtex_log import read_bibtex_log
from proposal.tex.log import LogEntry, LogKind

WARNING, FAULT = LogKind.BIBLIOGRAPHY, LogKind.BIBLIOGRAPHY_ERROR

CROSS_REFERENCE = """\
A bad cross reference---entry "child"
refers to entry "parentless", which doesn't exist"""
NESTED_CROSS_REFERENCE = """\
Warning--you've nested cross references--entry "nest"
refers to entry "mid", which also refers to something"""
TOO_MANY_COMMAS = """\
Too many commas in name 3 of "A and and B, C, D, E, F" for entry paper
while executing---line 2913 of file ACM-Reference-Format.bst"""
REPEATED_ENTRY = """\
Repeated entry---line 7 of file a.bib
 : @misc{dup
 :          , title={C}, year=2020}
I'm skipping whatever remains of this entry"""
CASE_MISMATCH = """\
Case mismatch error between cite keys case and Case
---line 10 of file a.aux
 : \\citation{case
 :               }
I'm skipping whatever remains of this command"""


@pytest.mark.parametrize(
    ("lines", "entry"),
    [
        (
            "Warning--empty journal in koren2009matrix",
            LogEntry(WARNING, "empty journal", subject="koren2009matrix"),
        ),
        (
            "Warning--neither author and editor supplied for empty",
            LogEntry(WARNING, "neither author and editor supplied", subject="empty"),
        ),
        (
            'Warning--I didn\'t find a database entry for "nobody2020"',
            LogEntry(LogKind.UNDEFINED_CITATION, "", subject="nobody2020"),
        ),
        (
            'Warning--entry type for "odd" isn\'t style-file defined\n--line 5 of file a.bib',
            LogEntry(
                WARNING,
                'entry type for "odd" isn\'t style-file defined',
                *(5, 5),
                in_database=True,
                subject="odd",
            ),
        ),
        (
            'Warning--string name "foo" is undefined\n--line 8 of file a.bib',
            LogEntry(WARNING, 'string name "foo" is undefined', 8, 8, in_database=True),
        ),
        (
            "Warning--I'm ignoring extra's extra \"title\" field\n--line 9 of file a.bib",
            LogEntry(
                WARNING,
                "I'm ignoring extra's extra \"title\" field",
                *(9, 9),
                in_database=True,
                subject="extra",
            ),
        ),
        (
            CROSS_REFERENCE,
            LogEntry(
                WARNING,
                'A bad cross reference: it refers to entry "parentless", which doesn\'t exist',
                subject="child",
            ),
        ),
        (
            NESTED_CROSS_REFERENCE,
            LogEntry(
                WARNING,
                "you've nested cross references: "
                'it refers to entry "mid", which also refers to something',
                subject="nest",
            ),
        ),
        (
            TOO_MANY_COMMAS,
            LogEntry(
                WARNING,
                'Too many commas in name 3 of "A and and B, C, D, E, F"',
                subject="paper",
            ),
        ),
        (
            REPEATED_ENTRY,
            LogEntry(FAULT, "Repeated entry", 7, 7, in_database=True),
        ),
        (
            "I was expecting a `,' or a `}'---line 13 of file a.bib",
            LogEntry(FAULT, "I was expecting a `,' or a `}'", 13, 13, in_database=True),
        ),
        (
            CASE_MISMATCH,
            LogEntry(FAULT, "Case mismatch error between cite keys case and Case", subject="case"),
        ),
    ],
)
def test_a_message_is_read_with_the_entry_and_the_line_that_it_names(
    lines: str, entry: LogEntry
) -> None:
    log = (
        "This is BibTeX, Version 0.99d (TeX Live 2022/Debian)\n"
        "The style file: ACM-Reference-Format.bst\n"
        "Database file #1: a.bib\n"
        f"{lines}\n"
        "(There was 1 warning)\n"
    )
    assert read_bibtex_log(log) == [entry]


def test_a_style_that_is_not_there_is_reported_once() -> None:
    log = (
        "I couldn't open style file nostyle.bst\n---line 3 of file b.aux\n"
        " : \\bibstyle{nostyle\n :                  }\n"
        "I'm skipping whatever remains of this command\n"
        "I found no style file---while reading file b.aux\n"
        "(There were 2 error messages)\n"
    )
    assert read_bibtex_log(log) == [LogEntry(FAULT, "I couldn't open style file nostyle.bst")]
    alone = "I found no style file---while reading file b.aux\n"
    assert read_bibtex_log(alone) == [LogEntry(FAULT, "I found no style file")]
