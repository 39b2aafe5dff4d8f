"""What is read from the log of TeX, in excerpts of real ones."""

from __future__ import annotations

import pytest

from proposal.tex.log import LogEntry, LogKind, read_log, refused_file

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
            "Overfull \\vbox (23.1pt too high) detected at line 120",
            LogEntry(LogKind.TALL_BOX, "23.1 pt", 120, 120),
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
    (entry,) = read_log(log)
    assert (entry.message, entry.first, entry.read) == ("Emergency stop.", 31, "\\x")


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
    line = "Package natbib Warning: Citation `a' on page 1 undefined on input line 7.\n"
    assert len(read_log(line * 3)) == 1


OF_CITATIONS = """\
Package natbib Warning: Citation `dup' multiply defined.

)
Package natbib Warning: Citation `nobody2020' on page 1 undefined on input line 3.


Package natbib Warning: Citation `nowhere' undefined on input line 4.


Package natbib Warning: Overwriting existing alias for citation al2 on input line 6.


Package natbib Warning: Author undefined for citation`noauth'\x20
(natbib)                on page 1 on input line 7.


Package natbib Warning: Year undefined for citation`noauth'\x20
(natbib)                on page 1 on input line 14.


Package natbib Warning: There were undefined citations.


Package natbib Warning: There were multiply defined citations.


Package natbib Warning: Citation(s) may have changed.
(natbib)                Rerun to get citations correct.
"""
"""Written alike by natbib 8.31b with TeX Live 2022, 2024 and 2026; some lines end with a space."""


def test_what_natbib_warns_of_is_found_with_key_and_line() -> None:
    found = [(entry.kind, entry.subject, entry.first) for entry in read_log(OF_CITATIONS)]
    assert found == [
        (LogKind.REPEATED_KEY, "dup", 0),
        (LogKind.UNDEFINED_CITATION, "nobody2020", 3),
        (LogKind.UNDEFINED_CITATION, "nowhere", 4),
        (LogKind.CITATION_WARNING, "al2", 6),
        (LogKind.CITATION_WARNING, "noauth", 7),
        (LogKind.CITATION_WARNING, "noauth", 14),
    ]
    author = read_log(OF_CITATIONS)[4]
    assert author.message == "Author undefined for citation`noauth' on page 1"


OF_LATEX = """\
LaTeX Warning: Label `y' multiply defined.

)
LaTeX Warning: Citation `nobody2020' on page 1 undefined on input line 3.


LaTeX Warning: Reference `x' on page 1 undefined on input line 3.

[1
]
LaTeX Warning: There were undefined references.


LaTeX Warning: There were multiply-defined labels.

LaTeX Warning: Float too large for page by 125.05pt on input line 9.
"""
"""Written alike by LaTeX of TeX Live 2022, 2024 and 2026."""


def test_what_latex_warns_of_is_found_with_key_and_line() -> None:
    found = [(entry.kind, entry.subject, entry.first) for entry in read_log(OF_LATEX)]
    assert found == [
        (LogKind.REPEATED_KEY, "y", 0),
        (LogKind.UNDEFINED_CITATION, "nobody2020", 3),
        (LogKind.UNDEFINED_REFERENCE, "x", 3),
        (LogKind.TALL_FLOAT, "", 9),
    ]


def test_an_error_knows_what_tex_had_read_and_at_which_command_it_stopped() -> None:
    # pdfTeX of TeX Live 2022, 2024 and 2026
    log = (
        "./x.tex:12: Undefined control sequence.\n"
        "<argument> \\nosuch \n"
        "                   \n"
        "l.12 Some \\textbf{\\nosuch}\n"
        "                         \n"
    )
    (entry,) = read_log(log)
    assert (entry.first, entry.command, entry.read) == (12, r"\nosuch", r"Some \textbf{\nosuch}")


def test_an_error_in_a_file_of_a_package_names_that_file() -> None:
    log = (
        "/usr/share/texmf/tex/latex/foo.sty:7: Undefined control sequence.\n"
        "l.7 \\nosuch\n           \n"
    )
    (entry,) = read_log(log)
    assert (entry.first, entry.file) == (0, "/usr/share/texmf/tex/latex/foo.sty:7")


def test_an_argument_without_an_end_is_known_by_its_beginning() -> None:
    # pdfTeX of TeX Live 2026
    log = (
        "Runaway argument?\n"
        "{unclosed words \\par more \\par \\end {document} \n"
        "! File ended while scanning use of \\textbf .\n"
        "<inserted text> \n                \\par \n"
        "<*> \\nonstopmode\\input camera-ready.tex\n"
    )
    (entry,) = read_log(log)
    assert (entry.message, entry.content, entry.first) == (
        "File ended while scanning use of \\textbf .",
        "unclosed words",
        0,
    )


def test_a_file_that_tex_may_not_read_is_named_at_the_end_of_its_output() -> None:
    # pdfTeX of TeX Live 2026, under Landlock
    output = (
        "(/usr/share/texlive/texmf-dist/tex/latex/microtype/mt-msb.cfg)"
        "/usr/bin/pdflatex: /etc/hostname: Permission denied\n"
    )
    assert refused_file(output) == "/etc/hostname"
    assert refused_file("Transcript written on camera-ready.log.\n") == ""
