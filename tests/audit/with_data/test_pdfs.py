"""PDFs that somebody else made are compared with the data, whatever TeX did to the words."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.pdf.pdfium import flowing, lines
from tests.audit.with_data.conftest import Compare, messages_of
from tests.audit.with_data.printed_pages import printed


@pytest.fixture(scope="module")
def agreeing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF in which every fact is right."""
    return printed(tmp_path_factory.mktemp("agreeing"))


def test_a_pdf_that_says_the_same_in_other_words_agrees(compare: Compare, agreeing: Path) -> None:
    audited = compare(agreeing, year="2024")
    assert messages_of(audited.diagnostics) == []
    assert audited.documents == {agreeing: "camera-ready"}
    assert audited.summary.agreed > 30


def test_a_wrong_affiliation_and_a_wrong_doi_are_found_with_their_page(
    compare: Compare, tmp_path: Path
) -> None:
    pdf = printed(
        tmp_path,
        ("University of Massachusetts Amherst", "University of Vermont"),
        ("10.1145/3637528.3671486", "10.1145/3637528.3671468"),
    )
    findings = compare(pdf, year="2024").diagnostics
    messages = sorted(messages_of(findings))
    assert len(messages) == 2
    assert messages[0] == (
        f"different-fact: {pdf}, page 1: it says “10.1145/3637528.3671468” where "
        "documents.camera-ready.rights.doi is “10.1145/3637528.3671486” "
        "(data/editions/2024/edition.yaml:62:58)"
    )
    assert messages[1].startswith(
        f"different-fact: {pdf}, page 1: it says “University of Vermont” where "
        "organizers.hamed-zamani.affiliations.1.institution is "
        "“University of Massachusetts Amherst” "
    )
    shown = {diagnostic.span.file.name for diagnostic in findings if diagnostic.span}
    assert shown == {"edition.yaml", "hamed-zamani.yaml"}


def test_dashes_and_ligatures_of_bitmap_fonts_are_read() -> None:
    """PDFium's text of pages that pdfLaTeX sets in T1 without the fonts of cm-super."""
    text = "8:55\x159:00 O\x1ece\r\nNoti\x1ccation by di\x1berent re\x1dection\r\n"
    assert lines(text).splitlines()[0] == "8:55–9:00 O\ufb03ce"
    assert flowing(text) == "8:55–9:00 Office\nNotification by different reflection\n"


def test_codes_of_letters_that_nobody_knows_stay_as_they_are() -> None:
    assert flowing("\x03\x1c\x05\x15") == "\x03\x1c\x05\x15"


def test_the_day_on_which_a_preprint_was_made_is_no_deadline(compare: Compare, call: Path) -> None:
    """As elsarticle prints it at the foot of the first page."""
    footer = "Preprint submitted to Elsevier  November 30, 2026\n"
    call.write_text(call.read_text(encoding="utf-8") + footer, encoding="utf-8")
    assert messages_of(compare(call).diagnostics) == []
