"""What is wrong in a template is reported at the template's own line; TeX says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.diagnostics import Diagnostic, Severity
from proposal.doctor import Group
from proposal.tex.passes import Typeset, typeset
from tests.parts import require
from tests.workspace import ROOT, Workspace

SUMMARY = "editions/2024/summary.md"
BIB = "editions/2024/references.bib"
FRAME = (ROOT / "templates/latex/sigconf.tex").read_text(encoding="utf-8")
UNDEFINED = r"TeX cannot set `\nosuch%s`: Undefined control sequence"


def set_by_tex(workspace: Workspace) -> Typeset:
    require(Group.DOCUMENTS)
    document = workspace.rendered()
    assert document.diagnostics == []
    return typeset(document, epoch=0)


def error_of(workspace: Workspace) -> Diagnostic:
    made = set_by_tex(workspace)
    assert made.pdf is None
    # Others may follow of the first.
    return next(
        diagnostic for diagnostic in made.diagnostics if diagnostic.severity is Severity.ERROR
    )


def written_at(diagnostic: Diagnostic) -> tuple[str, str]:
    """The file of a diagnostic, and the text of its line that is underlined."""
    span = diagnostic.span
    assert span is not None
    line = span.file.read_text(encoding="utf-8").split("\n")[span.line - 1]
    return span.file.name, line[span.column - 1 : span.end_column - 1]


def replaced(*changes: tuple[str, str]) -> str:
    """The frame, in which some places are others."""
    text = FRAME
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def frame(workspace: Workspace, old: str, new: str) -> None:
    """Give the workshop a frame of its own, in which one place is another."""
    workspace.template("sigconf.tex", replaced((old, new)))


def errors_at(made: Typeset) -> dict[str, set[tuple[str, str]]]:
    """The messages of a run's errors, and where they are reported."""
    places: dict[str, set[tuple[str, str]]] = {}
    for diagnostic in made.diagnostics:
        if diagnostic.severity is Severity.ERROR:
            places.setdefault(diagnostic.message, set()).add(written_at(diagnostic))
    return places


def test_unknown_commands_are_reported_where_they_are_written(lean: Workspace) -> None:
    """In the frame, in what is kept for later, in a block, and beside values: all in one run."""
    lean.append(SUMMARY, "\nBefore.\n\n{{ topics }}\n\nAfter.\n")
    lean.template(
        "sigconf.tex",
        replaced(
            ("\\acmBooktitle", "  \\nosuchpreamble here\n\\acmBooktitle"),
            ("{<< document.title >>}", "{<< document.title >>\\nosuchtitle}"),
            ("<< body >>\n", "<< body >>\n\n  \\nosuchbody here\n"),
        ),
    )
    lean.template(
        "blocks/topics.tex",
        "<# A comment,\nin two lines. #>\n<% for topic in items %>\n<< topic >> \\nosuchtopic\n"
        "<% endfor %>\n\\begin{nosuchlist}\n",
    )
    made = set_by_tex(lean)
    assert made.pdf is None
    places = errors_at(made)
    assert places[UNDEFINED % "preamble"] == {("sigconf.tex", r"\nosuchpreamble here")}
    assert places[UNDEFINED % "body"] == {("sigconf.tex", r"\nosuchbody here")}
    ((file, line),) = places[UNDEFINED % "title"]
    assert file == "sigconf.tex"
    assert line.startswith(r"\title")
    assert places[UNDEFINED % "topic"] == {("topics.tex", r"<< topic >> \nosuchtopic")}
    (environment,) = [message for message in places if "nosuchlist undefined" in message]
    assert places[environment] == {("topics.tex", r"\begin{nosuchlist}")}
    (of_body,) = [found for found in made.diagnostics if found.message == UNDEFINED % "body"]
    assert of_body.span is not None
    assert lean.root in of_body.span.file.parents
    assert of_body.hint == (
        "compare the template with the one of its name that comes with the program"
    )


def test_a_class_that_is_not_there_is_reported_where_it_is_asked_for(lean: Workspace) -> None:
    frame(lean, "\\acmBooktitle", "\\usepackage{nosuchpackage}\n\\acmBooktitle")
    diagnostic = error_of(lean)
    assert diagnostic.message == "TeX does not find nosuchpackage.sty"
    assert written_at(diagnostic) == ("sigconf.tex", r"\usepackage{nosuchpackage}")


@pytest.mark.parametrize("has_references", [False, True])
def test_a_citation_that_nobody_knows_is_an_error_at_the_template(
    lean: Workspace, has_references: bool
) -> None:
    if has_references:
        lean.write(BIB, "@misc{key, title={A}, author={B}, year=2020}\n")
        lean.append(SUMMARY, "\nSee [@key].\n")
    frame(lean, "<< body >>\n", "<< body >>\n\nA \\cite[see][]{nobody2020}.\n")
    diagnostic = error_of(lean)
    assert (diagnostic.code, diagnostic.message) == (
        "undefined-citation",
        "the citation `nobody2020` is undefined",
    )
    assert written_at(diagnostic) == ("sigconf.tex", r"A \cite[see][]{nobody2020}.")


def test_a_reference_to_no_label_and_a_label_twice_are_warnings(lean: Workspace) -> None:
    frame(lean, "<< body >>\n", "<< body >>\n\nSee~\\ref{fig}.\n\\label{a}\n\\label{a}\n")
    made = set_by_tex(lean)
    assert made.pdf is not None
    found = {diagnostic.code: written_at(diagnostic) for diagnostic in made.diagnostics}
    assert found == {
        "undefined-reference": ("sigconf.tex", r"See~\ref{fig}."),
        "repeated-label": ("sigconf.tex", r"\label{a}"),
    }


def test_a_style_of_references_that_is_not_there_is_an_error(lean: Workspace) -> None:
    lean.write(BIB, "@misc{key, title={A}, author={B}, year=2020}\n")
    lean.append(SUMMARY, "\nSee [@key].\n")
    frame(lean, "{ACM-Reference-Format}", "{nosuchstyle}")
    made = set_by_tex(lean)
    codes = {diagnostic.code: diagnostic.message for diagnostic in made.diagnostics}
    assert "I couldn't open style file nosuchstyle.bst" in codes["bibtex-error"]


def test_marks_leave_no_trace_in_what_templates_keep_and_compare(lean: Workspace) -> None:
    lean.append(SUMMARY, "\n{{ topics }}\n")
    lean.template(
        "blocks/topics.tex",
        "\n\n<% set word %>yes<% endset %><% set other = 'no' %>\n"
        "<% filter upper %>\nLoud\n<% endfilter %>\n"
        "<% if word == 'yes' %>\nKept words.\n<% endif %>\n\n",
    )
    document = lean.rendered()
    assert "\n\nLOUD\nKept words.\n\n" in document.tex.text
    assert "\ue010" not in document.tex.text
    number = document.tex.text.split("\n").index("Kept words.") + 1
    place = document.tex.template_of(number)
    assert place is not None
    assert (place.file, place.line) == (
        Path(lean.root / "templates/latex/blocks/topics.tex"),
        8,
    )


def test_an_argument_without_an_end_is_reported_where_it_begins(lean: Workspace) -> None:
    frame(lean, "<< body >>\n", "<< body >>\n\nA \\textbf{unclosed word\n\nMore.\n")
    diagnostic = error_of(lean)
    assert diagnostic.code == "tex-error"
    assert written_at(diagnostic) == ("sigconf.tex", r"A \textbf{unclosed word")
