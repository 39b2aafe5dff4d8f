"""What a log says is told of the right characters, at the right places; no TeX is needed."""

from __future__ import annotations

import pytest

from proposal.diagnostics import Diagnostic, Severity
from proposal.pdf import Pdf
from proposal.render.latex.document import RenderedDocument
from proposal.tex import text_layer_check
from proposal.tex.bibtex_log import read_bibtex_log
from proposal.tex.diagnostics import diagnostics_of
from proposal.tex.log import read_log
from proposal.tex.text_layer_check import lost_words
from tests.diagnostic_lists import places
from tests.workspace import Workspace

SUMMARY = "editions/2024/summary.md"
MISSING = "Missing character: There is no {} (U+{:04X}) in font [{}]:mode=harf;script=x!"
NO_GLYPHS = (
    "! error:  (file /fonts/Symbola_hint.ttf) (type 2): there are no glyphs in the subset\n"
    "!  ==> Fatal error occurred, no output PDF file produced!\n"
)


def rendered(workspace: Workspace, text: str) -> RenderedDocument:
    workspace.write(SUMMARY, f"# One\n\nA year, 2020.\n\n{text}\n")
    document = workspace.rendered()
    assert document.diagnostics == []
    return document


def missing(character: str, font: str) -> str:
    return MISSING.format(character, ord(character), font)


def diagnostics(document: RenderedDocument, log: str) -> list[Diagnostic]:
    return diagnostics_of(read_log(log), document, "")


def test_a_mark_on_a_letter_that_its_font_lacks_is_reported_with_the_letter(
    workspace: Workspace,
) -> None:
    vowel = "\N{HEBREW POINT QAMATS}"
    document = rendered(workspace, f"See 0{vowel} and 0.")
    found = diagnostics(document, missing("0", "NotoSerifHebrew-Regular.ttf"))
    assert places(found) == ["summary.md:5:1 missing-character"]
    assert found[0].message == (
        "no font here has the character 0 (U+0030, DIGIT ZERO) together with its mark "
        f"{vowel} (U+05B8, HEBREW POINT QAMATS)"
    )


def test_what_bibtex_does_about_an_empty_year_is_not_reported_beside_it(
    workspace: Workspace,
) -> None:
    log = (
        "Warning--empty year in koren\n"
        "Warning--using n.d. in koren\n"
        "Warning--empty year in hill\n"
        "Warning--using date in hill\n"
    )
    found = diagnostics_of([*read_bibtex_log(log)], rendered(workspace, "See."), "")
    assert [diagnostic.message for diagnostic in found] == [
        "BibTeX says of `koren`: empty year",
        "BibTeX says of `hill`: empty year",
    ]


@pytest.mark.parametrize(
    "warning",
    [
        "The macro \\acmPrice is obsolete.  ACM no longer prints the price in bibstrip.",
        "Do not put several authors in the same \\author macro! on input line 30.",
    ],
)
def test_warnings_of_acmart_that_mean_nothing_here_are_left_out(
    workspace: Workspace, warning: str
) -> None:
    log = f"Class acmart Warning: {warning}\n"
    assert diagnostics(rendered(workspace, "See."), log) == []


def test_a_letter_of_a_script_is_reported_by_itself(workspace: Workspace) -> None:
    document = rendered(workspace, "See \N{HEBREW LETTER ALEF}.")
    log = missing("\N{HEBREW LETTER ALEF}", "NotoSerifHebrew-Regular.ttf")
    found = diagnostics(document, log)
    assert places(found) == ["summary.md:5:1 missing-character"]
    assert "U+05D0" in found[0].message
    assert "mark" not in found[0].message


def test_a_font_without_a_glyph_to_write_is_reported_by_its_missing_characters(
    workspace: Workspace,
) -> None:
    document = rendered(workspace, "See ꟾ.")
    found = diagnostics(document, missing("ꟾ", "Symbola_hint.ttf") + "\n" + NO_GLYPHS)
    assert places(found) == ["summary.md:5:1 missing-character"]
    # By itself it is an error as any other.
    assert [diagnostic.code for diagnostic in diagnostics(document, NO_GLYPHS)] == ["tex-error"]


def test_a_letter_that_was_lost_before_is_reported_at_its_place(workspace: Workspace) -> None:
    document = rendered(workspace, "See \N{REPLACEMENT CHARACTER}.")
    log = "./camera-ready.tex:70: String contains an invalid utf-8 sequence."
    found = diagnostics(document, log)
    assert places(found) == ["summary.md:5:1 missing-character"]
    assert "U+FFFD" in found[0].message


@pytest.mark.parametrize(
    ("written", "read", "expected"),
    [
        ("a☃b", "a☃b", []),
        ("a☃b", "ab", [(Severity.ERROR, "U+2603")]),
        ("☃☃", "", [(Severity.ERROR, "U+2603")]),
        ("北京大学", "北京 and more, 大学", []),  # cut in two by a column's end
        ("北京大学", "北京大", [(Severity.ERROR, "“北京大学”")]),
        ("北京大学", "大学", [(Severity.ERROR, "“北京大学”")]),
        ("⼈", "人", []),  # the same letter to Unicode, and to those who search
        ("e\N{COMBINING CANDRABINDU}f", "ef", [(Severity.ERROR, "U+0310")]),
        (
            "ᠠ\N{MONGOLIAN FREE VARIATION SELECTOR ONE}",
            "ᠠ",
            [(Severity.WARNING, "U+180B")],
        ),
        ("e\N{COMBINING GRAPHEME JOINER}f", "ef", [(Severity.WARNING, "U+034F")]),
    ],
)
def test_a_sign_within_a_word_is_looked_for_in_the_pdf(
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    written: str,
    read: str,
    expected: list[tuple[Severity, str]],
) -> None:
    document = rendered(workspace, f"See {written} there.")
    monkeypatch.setattr(text_layer_check, "readings", lambda _pdf: [f"See {read} there.", ""])
    found = lost_words(document, Pdf(b""), "")
    assert [(diagnostic.severity, diagnostic.code) for diagnostic in found] == [
        (severity, "lost-text") for severity, _ in expected
    ]
    for diagnostic, (_, name) in zip(found, expected, strict=True):
        assert name in diagnostic.message
        assert places([diagnostic]) == ["summary.md:5:1 lost-text"]


@pytest.mark.parametrize(("chosen", "lost"), [("manuscript", []), ("sigconf", ["北京"])])
def test_a_city_that_acmart_prints_with_addresses_alone_is_not_lost(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, chosen: str, lost: list[str]
) -> None:
    workspace.replace(
        "editions/2024/edition.yaml", "    first_page", f"    format: {chosen}\n    first_page"
    )
    workspace.replace("people/narges-tabari.yaml", "Santa Clara", "北京")
    document = rendered(workspace, "Text.")
    assert "北京" in document.tex.text
    monkeypatch.setattr(text_layer_check, "readings", lambda _pdf: ["", ""])
    found = [diagnostic.message for diagnostic in lost_words(document, Pdf(b""), "")]
    assert [message.split("“")[1].split("”")[0] for message in found] == lost


def test_what_the_class_sets_when_a_document_ends_is_no_line_of_the_data(
    workspace: Workspace,
) -> None:
    document = rendered(workspace, "The last sentence.")
    end = document.tex.text.splitlines().index(r"\end{document}") + 1
    box = "Overfull \\hbox (4.18721pt too wide) in paragraph at lines {}--{}\n [][][][] \n"
    assert diagnostics(document, box.format(end, end)) == []
    found = diagnostics(document, box.format(end - 1, end))
    assert [one.code for one in found] == ["overfull-box"]
