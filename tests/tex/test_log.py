"""What is read from the logs of TeX and BibTeX, in excerpts of real ones."""

from __future__ import annotations

import pytest

from proposal.tex.log import LogEntry, LogKind, read_bibtex_log, read_log

QUIET = """\
This is pdfTeX, Version 3.141592653-2.6-1.40.24 (TeX Live 2022/Debian) (preloaded format=pdflatex)
entering extended mode
(./camera-ready.tex
LaTeX2e <2022-11-01> patch level 1
Package microtype Info: Using default protrusion set `alltext'.
LaTeX Font Info:    Trying to load font information for T1+LinuxLibertineT-TLF on input line 9.
Underfull \\hbox (badness 10000) in paragraph at lines 120--121
[]\\T1/LinuxLibertineT-TLF/m/n/9 A line.
Overfull \\hbox (0.87pt too wide) in paragraph at lines 130--131
[6737{/var/lib/texmf/fonts/map/pdftex/updmap/pdftex.map}] [6738] (./camera-ready.aux) )
Output written on camera-ready.pdf (2 pages, 370313 bytes).
"""


def test_a_log_without_trouble_says_nothing() -> None:
    assert read_log(QUIET) == []


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        (
            "Overfull \\hbox (17.62482pt too wide) in paragraph at lines 88--91",
            LogEntry(LogKind.OVERFULL, "17.6 pt", 88, 91),
        ),
        (
            "Overfull \\hbox (3.1pt too wide) detected at line 142",
            LogEntry(LogKind.OVERFULL, "3.1 pt", 142, 142),
        ),
        (
            "Overfull \\hbox (12.0pt too wide) in alignment at lines 5--9",
            LogEntry(LogKind.OVERFULL, "12.0 pt", 5, 9),
        ),
        (
            "Overfull \\vbox (2.0pt too high) has occurred while \\output is active []",
            LogEntry(LogKind.OVERFULL_COLUMN, "2.0 pt"),
        ),
        (
            "LaTeX Warning: Citation `koren' on page 1 undefined on input line 77.",
            LogEntry(
                LogKind.UNDEFINED_CITATION,
                "the citation `koren` is undefined",
                77,
                77,
                subject="koren",
            ),
        ),
        (
            "Missing character: There is no 中 (U+4E2D) in font LinLibertine_R.otf:mode=node!",
            LogEntry(
                LogKind.MISSING_CHARACTER,
                "Missing character: There is no 中 (U+4E2D) in font LinLibertine_R.otf:mode=node!",
                subject="中",
            ),
        ),
        (
            "Class acmart Warning: CCS concepts are mandatory for papers over two pages.",
            LogEntry(LogKind.CLASS_WARNING, "CCS concepts are mandatory for papers over two pages"),
        ),
        (
            "Class acmart Warning: No city present for an affiliation on input line 31.",
            LogEntry(LogKind.CLASS_WARNING, "No city present for an affiliation", 31, 31),
        ),
        (
            "./camera-ready.tex:104: Undefined control sequence.",
            LogEntry(LogKind.ERROR, "Undefined control sequence.", 104, 104),
        ),
        (
            "./proposal.bbl:12: Missing $ inserted.",
            LogEntry(LogKind.ERROR, "Missing $ inserted.", 12, 12, in_bibliography=True),
        ),
    ],
)
def test_trouble_is_found_with_its_lines(line: str, entry: LogEntry) -> None:
    assert read_log(f"{QUIET}{line}\n") == [entry]


def test_an_error_that_names_no_file_takes_the_line_named_below_it() -> None:
    log = "! Emergency stop.\n<*> \\x\n\nl.31 \\x\n        y\n"
    assert read_log(log) == [LogEntry(LogKind.ERROR, "Emergency stop.", 31, 31)]


def test_what_tex_says_when_it_gives_up_is_not_reported_beside_the_reason() -> None:
    assert read_log("!  ==> Fatal error occurred, no output PDF file produced!\n") == []


def test_what_is_said_while_the_bibliography_is_read_belongs_to_it() -> None:
    log = (
        " (./proposal.bbl\n"
        "Overfull \\hbox (9.0pt too wide) in paragraph at lines 17--20\n"
        "[2] )\n"
        "Overfull \\hbox (8.0pt too wide) in paragraph at lines 300--301\n"
    )
    assert [(entry.first, entry.in_bibliography) for entry in read_log(log)] == [
        (17, True),
        (300, False),
    ]


def test_the_same_trouble_is_reported_once() -> None:
    line = "LaTeX Warning: Citation `a' on page 1 undefined on input line 7.\n"
    assert len(read_log(line * 3)) == 1


def test_bibtex_warnings_know_the_entry_and_errors_the_line() -> None:
    log = (
        "This is BibTeX, Version 0.99d (TeX Live 2022/Debian)\n"
        "The style file: ACM-Reference-Format.bst\n"
        "Warning--empty journal in koren2009matrix\n"
        "I was expecting a `,' or a `}'---line 7 of file references.bib\n"
        "(There was 1 warning)\n"
    )
    assert list(read_bibtex_log(log)) == [
        LogEntry(LogKind.BIBLIOGRAPHY, "empty journal", subject="koren2009matrix"),
        LogEntry(LogKind.ERROR, "I was expecting a `,' or a `}'", 7, 7, in_bibliography=True),
    ]
