"""Faults of the file itself: paper, version, fonts, and what may not be in it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from proposal.check.pdf import Expected, preflight
from proposal.diagnostics import Diagnostic
from proposal.pdf import Pdf
from tests.check.pdf.conftest import FILE, only
from tests.check.pdf.retouching import (
    Edit,
    action,
    font,
    overlay,
    paper,
    retouched,
)

Findings = Callable[..., list[Diagnostic]]


def test_a4_paper(findings: Findings) -> None:
    found = only(findings(paper(595, 842, page=1), paper(595, 842, page=2)))
    assert found.code == "page-size"
    assert found.message == (
        "camera-ready.pdf, pages 1 and 2: the paper is 595 × 842 pt (A4), "
        "not US Letter (612 × 792 pt)"
    )


def test_one_page_that_is_turned(findings: Findings) -> None:
    def turn(writer: pypdf.PdfWriter) -> None:
        writer.pages[1].rotate(90)

    found = only(findings(turn))
    assert found.code == "page-size"
    assert "page 2: the paper is 792 × 612 pt (turned)" in found.message


def test_a_type_3_font(findings: Findings) -> None:
    found = only(findings(font("Bitmap", Subtype="Type3", Name="Bitmap")))
    assert found.code == "type-3-font"
    assert found.message == "camera-ready.pdf, page 1: the font Bitmap is of Type 3"


def test_a_font_that_is_not_embedded(findings: Findings) -> None:
    found = only(findings(font("F99", Subtype="Type1", BaseFont="Helvetica")))
    assert found.code == "font-not-embedded"
    assert found.message == "camera-ready.pdf, page 1: the font Helvetica is not embedded"
    assert "matplotlib" in (found.hint or "")


def test_a_font_in_a_figure_that_is_not_embedded(findings: Findings) -> None:
    def figure(writer: pypdf.PdfWriter) -> None:
        helvetica = {"/Type": "/Font", "/Subtype": "/TrueType", "/BaseFont": "/ABCDEF+Arial"}
        named = DictionaryObject({NameObject(k): NameObject(v) for k, v in helvetica.items()})
        fonts = DictionaryObject({NameObject("/F1"): named})
        form = pypdf.generic.StreamObject()
        form[NameObject("/Subtype")] = NameObject("/Form")
        form[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        resources = writer.pages[1]["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        resources[NameObject("/XObject")] = DictionaryObject(
            {NameObject("/Fig"): writer._add_object(form)}
        )

    found = only(findings(figure))
    assert found.code == "font-not-embedded"
    assert "page 2: the font Arial is not embedded" in found.message


def test_a_version_that_production_does_not_read(findings: Findings) -> None:
    def newer(writer: pypdf.PdfWriter) -> None:
        writer.pdf_header = "%PDF-2.0"

    found = only(findings(newer))
    assert found.code == "pdf-version"
    assert "it is PDF 2.0; production takes up to 1.7" in found.message


def test_encryption(camera_ready: bytes, expected: Expected) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(camera_ready))
    writer.encrypt("", "secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    assert only(preflight(Pdf(buffer.getvalue()), FILE, expected)).code == "encrypted"


def _opens_with_script(writer: pypdf.PdfWriter) -> None:
    writer.root_object[NameObject("/OpenAction")] = action("JavaScript", JS="app.alert(1)")


def _named_script(writer: pypdf.PdfWriter) -> None:
    names = ArrayObject([TextStringObject("go"), action("JavaScript", JS="app.alert(1)")])
    writer.root_object[NameObject("/Names")] = DictionaryObject(
        {
            NameObject("/JavaScript"): DictionaryObject({NameObject("/Names"): names}),
            NameObject("/Dests"): _destinations(writer),
        }
    )


def _destinations(writer: pypdf.PdfWriter) -> DictionaryObject:
    names = writer.root_object["/Names"].get_object()
    assert isinstance(names, DictionaryObject)
    found = names["/Dests"].get_object()
    assert isinstance(found, DictionaryObject)
    return found


@pytest.mark.parametrize(
    "edit",
    [_named_script, _opens_with_script, overlay("Link", A=action("JavaScript", JS="go()"))],
    ids=["named", "on opening", "behind a link"],
)
def test_javascript(findings: Findings, edit: Edit) -> None:
    found = only(findings(edit))
    assert found.code == "javascript"


def test_an_attachment(findings: Findings) -> None:
    def attach(writer: pypdf.PdfWriter) -> None:
        writer.add_attachment("data.csv", b"1,2")

    found = only(findings(attach))
    assert found.code == "attachment"
    assert "data.csv" in found.message


def test_a_form_field(findings: Findings) -> None:
    def form(writer: pypdf.PdfWriter) -> None:
        field = DictionaryObject({NameObject("/T"): TextStringObject("name")})
        writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
            {NameObject("/Fields"): ArrayObject([field])}
        )

    assert only(findings(form)).code == "form-field"


def test_an_empty_form_is_none(findings: Findings) -> None:
    def form(writer: pypdf.PdfWriter) -> None:
        writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
            {NameObject("/Fields"): ArrayObject()}
        )

    assert findings(form) == []


def test_a_comment_that_somebody_left(findings: Findings) -> None:
    found = only(findings(overlay("Highlight", page=2)))
    assert found.code == "annotation"
    assert found.message == "camera-ready.pdf, page 2: something lies over the text: Highlight"


@pytest.mark.parametrize("broken", [b"", b"no PDF at all", b"%PDF-1.5\n%%EOF"])
def test_what_is_no_pdf(broken: bytes) -> None:
    found = only(preflight(Pdf(broken), Path("paper.pdf")))
    assert found.code == "unreadable-pdf"
    assert found.message.startswith("paper.pdf: it cannot be read: ")


def test_half_a_download(camera_ready: bytes) -> None:
    assert only(preflight(Pdf(camera_ready[:20_000]), FILE)).code == "unreadable-pdf"


def test_all_diagnostics_are_reported_at_once(camera_ready: bytes, expected: Expected) -> None:
    pdf = retouched(
        camera_ready,
        paper(595, 842),
        font("F99", Subtype="Type1", BaseFont="Helvetica"),
        _named_script,
    )
    codes = {diagnostic.code for diagnostic in preflight(Pdf(pdf), FILE, expected)}
    assert codes == {"page-size", "font-not-embedded", "javascript"}
