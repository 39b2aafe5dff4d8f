"""Templates: values in them are text, and the workshop's own go before the built-in ones."""

from __future__ import annotations

import pytest

from proposal.render.latex.document import render_document
from proposal.render.latex.escape import escape
from proposal.render.latex.latex_templates import latex_environment
from proposal.render.latex.source_marks import Places
from tests.diagnostic_lists import only
from tests.workspace import Workspace

TOPICS = "blocks/topics.tex"


def filled(workspace: Workspace, template: str, **values: object) -> str:
    environment = latex_environment(workspace.root, Places())
    return str(environment.from_string(template).render(values))


@pytest.mark.parametrize(
    ("template", "latex"),
    [
        ("<< value >>", r"\textbackslash{}x\_\{\%\}"),
        ("<< value | join('-') >>", r"\textbackslash{}-x-\_-\{-\%-\}"),
        ("<< value ~ value >>", r"\textbackslash{}x\_\{\%\}\textbackslash{}x\_\{\%\}"),
        ("<% set a = value %><< a >>", r"\textbackslash{}x\_\{\%\}"),
        ("<% set a %>\\b{<< value >>}<% endset %><< a >>", r"\b{\textbackslash{}x\_\{\%\}}"),
        ("<% macro m(a) %>b<< a >><% endmacro %><< m(value) >>", r"b\textbackslash{}x\_\{\%\}"),
        ("<< 12 >> << -3 >>", "12 -3"),
        ("\\a{b} {{ c }} % d", "\\a{b} {{ c }} % d"),
        ("<# a comment #>x", "x"),
    ],
)
def test_every_value_is_escaped_once(workspace: Workspace, template: str, latex: str) -> None:
    assert filled(workspace, template, value="\\x_{%}") == latex


def test_a_value_that_is_latex_already_stays_as_it_is(workspace: Workspace) -> None:
    assert filled(workspace, "<< value >>", value=escape("a_b")) == r"a\_b"


def test_the_workshops_own_template_goes_before_the_built_in_one(workspace: Workspace) -> None:
    assert "OWN TOPICS" not in workspace.rendered().tex.text
    workspace.template(TOPICS, "OWN TOPICS: << items | join('; ') >>\n")
    tex = workspace.rendered().tex.text
    assert "OWN TOPICS: Generative AI for contextual" in tex
    assert "\\documentclass[sigconf]{acmart}" in tex


def test_an_own_template_may_extend_the_built_in_frame(workspace: Workspace) -> None:
    workspace.template(
        "camera-ready.tex",
        '<% extends "sigconf.tex" %>\n<% block options %>sigconf,nonacm<% endblock %>\n',
    )
    assert "\\documentclass[sigconf,nonacm]{acmart}" in workspace.rendered().tex.text


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("fine\n<% for topic in items %>\nx\n", 3, "Unexpected end of template"),
        ("fine\n\n<< item | shout >>\n", 3, "No filter named 'shout'"),
        ("fine\n<< itmes >>\n", 2, "'itmes' is undefined"),
        ("fine\n\n\n<< edition.titel >>\n", 4, "has no attribute 'titel'"),
        ("fine\n<< edition.venue >>\n", 2, "which is no text"),
        ("fine\n<< none >>\n", 2, "a template prints None, which is no text"),
        ("fine\n<< items + 1 >>\n", 2, "can only concatenate"),
        ('fine\n<% include "nothing.tex" %>\n', 2, "there is no template nothing.tex"),
    ],
)
def test_an_error_in_an_own_template_is_reported_at_its_line(
    workspace: Workspace, text: str, line: int, message: str
) -> None:
    workspace.template(TOPICS, text)
    diagnostic = only(workspace.rendered().diagnostics)
    assert diagnostic.code == "template"
    assert message in diagnostic.message
    assert diagnostic.span is not None
    assert diagnostic.span.file == workspace.root / "templates" / "latex" / TOPICS
    assert diagnostic.span.line == line


def test_every_line_of_the_latex_knows_the_line_of_the_data(workspace: Workspace) -> None:
    document = workspace.rendered()
    topic = "Instruction-tuned recommender systems"
    line = next(
        number
        for number, latex in enumerate(document.tex.text.split("\n"), start=1)
        if topic in latex
    )
    (place,) = document.tex.places_of(line, line)
    assert str(place).endswith(workspace.place_of("editions/2024/edition.yaml", topic))
    assert "\ue010" not in document.tex.text


def test_a_document_cites_from_a_bibliography_written_anew(workspace: Workspace) -> None:
    workspace.write(
        "editions/2024/references.bib",
        '@misc{used, author = {L{\\"o}we, Ada}, title = {A {BERT} \\& 5\\% \\{x\\}},\n'
        "  url = {https://a.example/~b_c%20d}}\n",
    )
    workspace.append("editions/2024/summary.md", "\nSee [@used].\n")
    document = workspace.rendered()
    assert document.bib is not None
    assert document.bib.text == (
        "@misc{used,\n"
        '  author = {L{\\"o}we, Ada},\n'
        "  title = {A {BERT} \\& 5\\% \\textbraceleft{}x\\textbraceright{}},\n"
        "  url = {https://a.example/~b_c\\%20d},\n"
        "}\n\n"
    )
    (place,) = document.bib.places_of(1, 1)
    assert str(place).endswith(workspace.place_of("editions/2024/references.bib", "used,"))


def test_a_document_that_cites_nothing_has_no_bibliography(workspace: Workspace) -> None:
    workspace.write("editions/2024/references.bib", "@misc{unused, title = {A}}\n")
    document = workspace.rendered()
    assert document.bib is None
    assert "\\bibliography" not in document.tex.text


def test_documents_of_one_edition_have_the_same_bibliography(workspace: Workspace) -> None:
    workspace.replace(
        "editions/2026/edition.yaml",
        "  proposal: {text: proposal.md}",
        "  proposal: {text: proposal.md}\n  camera-ready: {text: summary.md}",
    )
    workspace.write("editions/2026/summary.md", "One work only [@koren2009matrix].\n")
    edition = workspace.edition("2026")
    bibliographies = {
        document.bib.text
        for known in edition.documents.values()
        if (document := render_document(workspace.root, edition, known)).bib
    }
    assert len(bibliographies) == 1


@pytest.mark.parametrize(
    ("letters", "engine"),
    [("Łukasz Ünal", "pdflatex"), ("Nguyễn", "lualatex"), ("Țăran", "lualatex")],
)
def test_the_engine_is_the_one_whose_fonts_hold_all_letters(
    workspace: Workspace, letters: str, engine: str
) -> None:
    workspace.append("editions/2024/summary.md", f"\n{letters}\n")
    assert workspace.rendered().engine == engine
