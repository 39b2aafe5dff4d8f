"""Other programs find the same faults in tags as preflight does.

They are page-validation, which passes veraPDF's own corpus of PDF/UA-1, outloud and pdfua.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.check.pdf.tagged_papers import found_in, paper
from tests.check.pdf.tagging import TaggedPdf

_FONTS = "PDFUA1-FONT-"
"""The small PDFs do not embed their font."""


def _no_language() -> bytes:
    return paper(catalog={"/Lang": None}).written()


def _title_not_shown() -> bytes:
    return paper(catalog={"/ViewerPreferences": None}).written()


def _unmarked() -> bytes:
    return paper(catalog={"/MarkInfo": None}).written()


def _suspect() -> bytes:
    return paper(catalog={"/MarkInfo": {"/Marked": True, "/Suspects": True}}).written()


def _no_tags() -> bytes:
    pdf = TaggedPdf()
    del pdf.writer.root_object["/StructTreeRoot"]
    pdf.untagged("All dates are here.")
    return pdf.written()


def _untagged_page() -> bytes:
    pdf = paper(pages=2)
    pdf.untagged("Further dates", page=2)
    return pdf.written()


def _figure() -> bytes:
    pdf = paper()
    pdf.tag("Figure", text="another bar")
    return pdf.written()


def _headless() -> bytes:
    pdf = paper()
    pdf.table(("What", "When"), ("Talk", "Noon"))
    return pdf.written()


def _no_scope() -> bytes:
    pdf = paper()
    pdf.table(("*What", "*When"), ("Talk", "Noon"))
    return pdf.written()


def _link() -> bytes:
    pdf = paper()
    pdf.link()
    return pdf.written()


FAULTS: tuple[tuple[Callable[[], bytes], str, str, str, str], ...] = (
    (_no_language, "no-language", "PDFUA1-TEXT-LANGUAGE-001", "DOC-013", "UA-06-001"),
    (_title_not_shown, "title-not-shown", "PDFUA1-VIEWER-PREFERENCES-001", "DOC-011", "UA-07-002"),
    (_unmarked, "unmarked-tags", "PDFUA1-TAGGED-DOCUMENT-001", "DOC-001", "UA-01-002"),
    (_suspect, "suspect-tags", "PDFUA1-SUSPECTS-001", "DOC-003", ""),
    (_no_tags, "no-tags", "PDFUA1-STRUCT-TREE-ROOT-001", "DOC-002", "UA-01-005"),
    (_untagged_page, "untagged-page", "PDFUA1-CONTENT-TAGGING-001", "TAG-001", "UA-01-003"),
    (_figure, "figure-description", "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001", "FIG-001", "UA-13-004"),
    (_headless, "table-head", "", "TBL-001", "UA-15-003"),
    (_no_scope, "table-head", "PDFUA1-TABLE-HEADERS-SCOPE-001", "TBL-002", "UA-15-003"),
    (_link, "link-description", "PDFUA1-LINK-CONTENTS-001", "LNK-002", "UA-18-005"),
)
"""A PDF, our code, and the rules of page-validation, outloud and pdfua; empty if one has none."""


def _rules_of_page(pdf: bytes) -> set[str]:
    page = pytest.importorskip("page")
    failures = page.validate_pdf_bytes(pdf, profile="ua1").failures
    return {failure.rule_id for failure in failures if not failure.rule_id.startswith(_FONTS)}


def _rules_of_outloud(pdf: bytes, folder: Path) -> set[str]:
    outloud = pytest.importorskip("outloud")
    file = folder / "document.pdf"
    file.write_bytes(pdf)
    return {finding.rule for finding in outloud.check(str(file)).findings}


def _rules_of_pdfua(pdf: bytes, folder: Path) -> set[str]:
    pdfua = pytest.importorskip("pdfua")
    file = folder / "document.pdf"
    file.write_bytes(pdf)
    return {finding.rule_id for finding in pdfua.validate(str(file)).findings}


@pytest.mark.parametrize("fault", FAULTS, ids=[fault[0].__name__.strip("_") for fault in FAULTS])
def test_page_validation_finds_the_same(
    fault: tuple[Callable[[], bytes], str, str, str, str],
) -> None:
    pdf, code, rule, _, _ = fault
    assert [found.code for found in found_in(pdf())] == [code]
    assert rule in {*_rules_of_page(pdf()), ""}


@pytest.mark.parametrize("fault", FAULTS, ids=[fault[0].__name__.strip("_") for fault in FAULTS])
def test_outloud_and_pdfua_find_the_same(
    fault: tuple[Callable[[], bytes], str, str, str, str], tmp_path: Path
) -> None:
    pdf, _, _, of_outloud, of_pdfua = fault
    assert of_outloud in _rules_of_outloud(pdf(), tmp_path)
    assert of_pdfua in {*_rules_of_pdfua(pdf(), tmp_path), ""}


def test_all_of_them_pass_what_passes_here(tmp_path: Path) -> None:
    pdf = paper().written()
    assert found_in(pdf) == []
    assert _rules_of_page(pdf) == set()
    ours = {rule for fault in FAULTS for rule in fault[2:]}
    assert not ours & _rules_of_outloud(pdf, tmp_path)
    assert not ours & _rules_of_pdfua(pdf, tmp_path)
