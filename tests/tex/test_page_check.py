"""Only what is seen on the finished page is told of boxes that the log calls too full."""

from __future__ import annotations

import pytest

from proposal.doctor import Group
from proposal.pdf import Pdf
from proposal.tex.log import LogEntry, LogKind
from proposal.tex.page_check import overfull_columns, seen_entries
from proposal.tex.passes import Typeset, typeset
from tests.parts import require
from tests.workspace import ROOT, Workspace

SUMMARY = "editions/2024/summary.md"
FRAME = (ROOT / "templates/latex/sigconf.tex").read_text(encoding="utf-8")
BALANCING = LogEntry(LogKind.OVERFULL_COLUMN, "223.0 pt")


def with_latex(workspace: Workspace, latex: str) -> Typeset:
    """The document with some LaTeX below its one line of text."""
    require(Group.DOCUMENTS)
    workspace.template("sigconf.tex", FRAME.replace("<< body >>\n", f"<< body >>\n\n{latex}\n"))
    made = typeset(workspace.rendered(), epoch=0)
    assert made.pdf is not None
    return made


def boxes(made: Typeset) -> list[tuple[str, str]]:
    """The files and the messages of what is told of boxes."""
    return [
        (diagnostic.span.file.name if diagnostic.span else "", diagnostic.message)
        for diagnostic in made.diagnostics
        if diagnostic.code == "overfull-box"
    ]


def pdf_of(made: Typeset) -> Pdf:
    assert made.pdf is not None
    return made.pdf


def test_what_is_logged_while_the_last_page_is_balanced_is_not_reported(
    lean: Workspace,
) -> None:
    # acmart 1.88 logs "Overfull \vbox (1.83142pt too high) has occurred while \output is active".
    assert boxes(with_latex(lean, "")) == []


def test_a_long_table_that_goes_on_in_the_next_column_is_not_reported(lean: Workspace) -> None:
    require(Group.DOCUMENTS)
    rows = "".join(f"| {n} | A cell with quite a few words, which go on |\n" for n in range(40))
    text = "Some words that come before the table.\n\n" * 6
    lean.write(SUMMARY, f"# One\n\n{text}# Two\n\n| N | Words |\n|--|--|\n{rows}\n# Three\n\nE.\n")
    assert boxes(typeset(lean.rendered(), epoch=0)) == []


def test_a_table_that_is_longer_than_its_column_is_reported_with_its_words(
    lean: Workspace,
) -> None:
    rows = "".join(f"row {number}\\\\" for number in range(90))
    made = with_latex(lean, f"\\begin{{tabular}}{{l}}{rows}\nthe last row\\\\\\end{{tabular}}")
    ((file, message),) = boxes(made)
    assert file == "sigconf.tex"
    assert message.startswith("“the last row” stands ")
    assert message.endswith(" pt below its column on page 2 of camera-ready.pdf")


def test_a_rule_that_is_longer_than_its_column_is_reported(workspace: Workspace) -> None:
    workspace.write(SUMMARY, "# One\n\nShort text.\n")
    ((_, message),) = boxes(with_latex(workspace, "\\noindent\\rule{10pt}{700pt}"))
    assert message.startswith("a picture or a rule reaches ")
    assert message.endswith(" pt below its column on page 2 of camera-ready.pdf")


def test_all_that_is_seen_is_reported_once_and_nothing_that_is_not(lean: Workspace) -> None:
    """Words over each other, a wide box beside one that no page shows, and a high figure."""
    lines = "".join(f"\\hbox{{Line {word}}}" for word in ("alpha", "beta", "gamma", "delta"))
    made = with_latex(
        lean,
        f"\\vbox to 10pt{{{lines}}}\n\nAnother paragraph.\n\n"
        "\\setbox0=\\hbox to 20pt{nobody ever looks at these}"
        "Text\n\n\\hbox to 10pt{everybody looks at these}\n\n"
        "\\begin{figure}\\rule{10pt}{700pt}\\Description{A}\\end{figure}",
    )
    found = boxes(made)
    assert {file for file, _ in found} == {"sigconf.tex"}
    said = [message for _, message in found]
    assert "a figure or table of camera-ready.pdf is 74.0 pt too high for its page" in said
    assert sum("too low for what it holds" in message for message in said) == 1
    assert sum("sticks out of its column by" in message for message in said) == 1
    assert len(said) == 3
    seen = [found.message for found in overfull_columns(lean.rendered(), [BALANCING], pdf_of(made))]
    over = "are printed over each other on page 1 of camera-ready.pdf"
    assert sum(over in message for message in seen) == 1, seen


@pytest.mark.parametrize(
    ("content", "is_seen"),
    [
        (r"[]\T1/LinuxLibertineT-TLF/m/n/9 (-20) Short text.", True),
        (r"[]\T1/LinuxLibertineT-TLF/m/n/9 (-20) Nobody wrote this", False),
        (r"[][]", True),  # a picture, of which the log says nothing
        (r"\T1/LinuxLibertineT-TLF/m/n/9 M^^fcller []", True),
    ],
)
def test_a_line_is_looked_for_by_its_words(
    lean: Workspace, content: str, is_seen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = Pdf(b"")
    monkeypatch.setitem(vars(pdf), "texts", ("One\nShort text. Müller",))
    entries = [LogEntry(LogKind.OVERFULL, "9.0 pt", 7, 7, content=content)]
    assert bool(seen_entries(entries, pdf)) is is_seen
