"""What of a Word document Mammoth passes over is read, or reported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from proposal.diagnostics import Span
from proposal.importers.draft import SourceDiagnostics
from proposal.importers.word.word_formulas import formula_source
from tests.diagnostic_lists import only
from tests.importers.latex_papers import with_code
from tests.importers.word_documents import add, add_xml, draft_of, new_document, text_of


def run(text: str, properties: str = "") -> str:
    """A run of Word's with some properties."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (f"<w:fldSimple w:instr='REF _Ref1'>{run('Figure 1')}</w:fldSimple>", "Figure 1"),
        (
            f"<w:bdo w:val='ltr'>{run('one')}</w:bdo><w:dir w:val='ltr'>{run(' two')}</w:dir>",
            "one two",
        ),
        ("<w:r><w:t>one</w:t><w:cr/><w:t>two</w:t></w:r>", "one\\\ntwo"),
        (
            (
                f"<w:r><w:ruby><w:rt>{run('reading')}</w:rt><w:rubyBase>{run('sign')}</w:rubyBase>"
                "</w:ruby></w:r>"
            ),
            "sign(reading)",
        ),
        (
            f"{run('so', '<w:b/>')}{run(' not', f'<w:b w:val={chr(34)}off{chr(34)}/>')}",
            "**so** not",
        ),
    ],
)
def test_text_stands_within_other_elements(inner: str, expected: str, tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Motivation", 1)
    add_xml(document, f"<w:smartTag NS>{inner}</w:smartTag>")
    draft = draft_of(document, tmp_path)
    assert draft.texts["proposal.md"] == f"# Motivation\n\n{expected}"
    assert not with_code(draft, "word-not-kept")


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        (run("gone", "<w:strike/>"), "1 piece of struck out text is left out"),
        (run("gone", "<w:dstrike/>"), "1 piece of struck out text is left out"),
        (
            (
                f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('gone')}"
                "</w:sdtContent></w:sdt>"
            ),
            "1 empty field of a form is left out",
        ),
        (
            (
                "<w:r><w:drawing><a:graphicData xmlns:a='urn:a'><c:chart xmlns:c='urn:c'/>"
                "</a:graphicData></w:drawing></w:r>"
            ),
            "1 chart or drawing is left out; save each as a picture, and insert that",
        ),
        (
            "<w:altChunk r:id='other'/>",
            "1 document within the document is left out; open it in Word, and save it again",
        ),
    ],
)
def test_what_is_left_out_is_counted(inner: str, said: str, tmp_path: Path) -> None:
    document = new_document()
    add_xml(document, f"<w:smartTag NS>{inner}{run('kept')}</w:smartTag>")
    draft = draft_of(document, tmp_path)
    assert draft.texts["proposal.md"] == "kept"
    assert only(with_code(draft, "word-not-kept")).message == f"proposal.docx: {said}"


def test_a_large_first_letter_belongs_to_its_word(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Motivation", 1)
    letter = add(document, "T")
    letter._p.get_or_add_pPr().append(parse_xml(f'<w:framePr {nsdecls("w")} w:dropCap="drop"/>'))
    add(document, "he text.")
    assert text_of(document, tmp_path) == "# Motivation\n\nThe text."


def test_a_box_that_is_deleted_is_not_counted(tmp_path: Path) -> None:
    document = new_document()
    box = f"<w:txbxContent><w:p>{run('gone')}</w:p></w:txbxContent>"
    inner = f"<w:del w:id='1' w:author='x'><w:r><w:pict>{box}</w:pict></w:r></w:del>{run('kept')}"
    add_xml(document, f"<w:smartTag NS>{inner}</w:smartTag>")
    draft = draft_of(document, tmp_path)
    assert draft.texts["proposal.md"] == "kept"
    assert "tracked change" in only(with_code(draft, "word-not-kept")).message


def sign(text: str) -> str:
    """A run of a formula."""
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("omml", "expected"),
    [
        (
            f"<m:func><m:fName>{sign('sin')}</m:fName><m:e>{sign('x')}</m:e></m:func>",
            r"\sin x",
        ),
        (
            (
                f"<m:m><m:mr><m:e>{sign('1')}</m:e><m:e>{sign('2')}</m:e></m:mr>"
                f"<m:mr><m:e>{sign('3')}</m:e><m:e>{sign('4')}</m:e></m:mr></m:m>"
            ),
            r"\begin{matrix}1 & 2 \\ 3 & 4\end{matrix}",
        ),
        (
            f"<m:eqArr><m:e>{sign('a&amp;=b')}</m:e><m:e>{sign('c&amp;=d')}</m:e></m:eqArr>",
            r"\begin{aligned}a&=b \\ c&=d\end{aligned}",
        ),
        (
            f"<m:limLow><m:e>{sign('lim')}</m:e><m:lim>{sign('n→∞')}</m:lim></m:limLow>",
            r"\lim_{n\to \infty } ",
        ),
        (
            f"<m:limLow><m:e>{sign('A')}</m:e><m:lim>{sign('b')}</m:lim></m:limLow>",
            r"\underset{b}{A}",
        ),
        (
            f"<m:limUpp><m:e>{sign('A')}</m:e><m:lim>{sign('b')}</m:lim></m:limUpp>",
            r"\overset{b}{A}",
        ),
        (
            (
                f"<m:sPre><m:sub>{sign('a')}</m:sub><m:sup>{sign('b')}</m:sup><m:e>{sign('X')}</m:e>"
                "</m:sPre>"
            ),
            "{}_{a}^{b}X",
        ),
        (f"<m:groupChr><m:e>{sign('g')}</m:e></m:groupChr>", r"\underbrace{g}"),
        (f"<m:bar><m:e>{sign('q')}</m:e></m:bar>", r"\underline{q}"),
        (
            f"<m:bar><m:barPr><m:pos m:val='top'/></m:barPr><m:e>{sign('q')}</m:e></m:bar>",
            r"\overline{q}",
        ),
        (
            (
                "<m:d><m:dPr><m:begChr m:val='{'/><m:endChr m:val=''/></m:dPr>"
                f"<m:e>{sign('x')}</m:e></m:d>"
            ),
            r"\left\{ x \right.",
        ),
        (
            (
                "<m:nary><m:naryPr><m:chr m:val='⋃'/></m:naryPr><m:sub/><m:sup/>"
                f"<m:e>{sign('x')}</m:e></m:nary>"
            ),
            r"\bigcup x",
        ),
    ],
)
def test_parts_of_formulas_are_known(omml: str, expected: str) -> None:
    diagnostics = SourceDiagnostics()
    element: Any = parse_xml(f"<m:oMath {nsdecls('m')}>{omml}</m:oMath>")
    place = Span(Path("proposal.docx"), 1, 1, 2)
    assert formula_source(element, place, diagnostics.warn) == (f"${expected}$", True)
    assert diagnostics == []
