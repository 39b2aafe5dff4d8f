"""The text of a page by the marks that tags refer to, as PDFium finds it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium_c
from msgspec import Struct

from proposal.pdf.pdfium import address_of, flowing, opened

_MOST_LETTERS = 64
"""Letters of a mark's name that are read; those that matter are short."""


class MarkedText(Struct, frozen=True):
    """A stretch of a page's text that has one mark."""

    text: str
    number: int | None
    """The number by which tags refer to it (MCID), if it has one."""
    is_artifact: bool
    """Whether it is marked as decoration, such as a running head, that nobody reads aloud."""


def marked_texts(pdf: bytes) -> list[list[MarkedText]]:
    """The text of each page in the order of the file; text within drawings is left out.

    Raises:
        UnreadablePdfError: PDFium cannot read it.
    """
    with opened(pdf) as document:
        return [list(_texts_of(page)) for page in document]


def _texts_of(page: pypdfium2.PdfPage) -> Iterator[MarkedText]:
    marks = _marks(page)
    words = page.get_textpage()
    letters: list[str] = []
    current: tuple[int, bool] | None = None
    for index in range(words.count_chars()):
        mark = marks.get(address_of(pdfium_c.FPDFText_GetTextObject(words.raw, index)), current)
        if mark is None:
            continue  # a drawing's text, or space before all text
        if current is not None and mark != current:
            yield _marked("".join(letters), current)
            letters = []
        current = mark
        letters.append(chr(pdfium_c.FPDFText_GetUnicode(words.raw, index)))
    if current is not None:
        yield _marked("".join(letters), current)


def _marked(text: str, mark: tuple[int, bool]) -> MarkedText:
    number, is_artifact = mark
    return MarkedText(flowing(text), number if number >= 0 else None, is_artifact)


def _marks(page: pypdfium2.PdfPage) -> dict[int, tuple[int, bool]]:
    """The mark of each text of a page, by its address: its number, and whether it is decoration."""
    found = {}
    for index in range(pdfium_c.FPDFPage_CountObjects(page.raw)):
        drawn = pdfium_c.FPDFPage_GetObject(page.raw, index)
        if pdfium_c.FPDFPageObj_GetType(drawn) == pdfium_c.FPDF_PAGEOBJ_TEXT:
            number = pdfium_c.FPDFPageObj_GetMarkedContentID(drawn)
            found[address_of(drawn)] = (number, number < 0 and _is_artifact(drawn))
    return found


def _is_artifact(drawn: object) -> bool:
    return any(
        _name(pdfium_c.FPDFPageObj_GetMark(drawn, index)) == "Artifact"
        for index in range(pdfium_c.FPDFPageObj_CountMarks(drawn))
    )


def _name(mark: object) -> str:
    buffer = (pdfium_c.FPDF_WCHAR * _MOST_LETTERS)()
    length = ctypes.c_ulong()
    if not pdfium_c.FPDFPageObjMark_GetName(
        mark, buffer, ctypes.sizeof(buffer), ctypes.byref(length)
    ):
        return ""
    return bytes(buffer)[: length.value].decode("utf-16-le", errors="replace").rstrip("\0")
