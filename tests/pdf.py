"""Reads finished PDFs back."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
from functools import lru_cache
from pathlib import Path

import pypdf
import pypdfium2

from tests.parts import require


def pages(file: Path) -> list[str]:
    """The text of each page, as pypdf reads it."""
    return list(_pages(file.read_bytes()))


@lru_cache(maxsize=16)
def _pages(content: bytes) -> tuple[str, ...]:
    """The text of each page of a PDF, which many tests of a module ask for in turn."""
    return tuple(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def text(file: Path) -> str:
    """The text of all pages, as pypdf reads it."""
    return "\n".join(pages(file))


def publication_name(file: Path) -> str:
    """What a document is a part of, as its XMP says."""
    xmp = pypdf.PdfReader(file).xmp_metadata
    assert xmp is not None
    (element,) = xmp.get_element("", _PRISM, "publicationName")
    return "".join(node.data for node in element.childNodes)


_PRISM = "http://prismstandard.org/namespaces/basic/3.0/"


def raw_pages(file: Path) -> list[str]:
    """The text of each page, as Poppler reads it: hyphens at line ends are kept."""
    require("Poppler")
    finished = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(file), "-"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return finished.stdout.removesuffix("\f").split("\f")


def raw_text(file: Path) -> str:
    """The text of all pages, as Poppler reads it."""
    return "\n".join(raw_pages(file))


def pdfium_text(file: Path) -> str:
    """The text of all pages, as PDFium, which Chromium shows PDFs with, reads it."""
    return _pdfium_text(file.read_bytes())


@lru_cache(maxsize=16)
def _pdfium_text(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def flowing(text_of_pdf: str) -> str:
    """The text as one line, with words joined that were broken at line ends."""
    composed = unicodedata.normalize("NFC", text_of_pdf)
    return " ".join(re.sub(r"(?<=\w)-\n(?=[a-z])", "", composed).split())


def letters(any_text: str) -> str:
    """The text without spaces and hyphens, which line ends add and take away."""
    return re.sub(r"[\s\u00ad\u2010-]", "", unicodedata.normalize("NFKC", any_text))


def fonts(file: Path) -> list[dict[str, str]]:
    """What pdffonts says of each font: name, type, and whether it is embedded."""
    require("Poppler")
    finished = subprocess.run(
        ["pdffonts", str(file)], capture_output=True, encoding="utf-8", check=True
    )
    head, rule, *lines = finished.stdout.splitlines()
    columns = [match.span() for match in re.finditer("-+", rule)]
    names = [head[start:end].strip() for start, end in columns]
    return [
        dict(zip(names, (line[start:end].strip() for start, end in columns), strict=True))
        for line in lines
    ]


def addresses(file: Path) -> set[str]:
    """The addresses to which links lead."""
    annotations = [
        annotation.get_object()
        for page in pypdf.PdfReader(file).pages
        for annotation in page.annotations or ()
    ]
    actions = [annotation.get("/A", {}) for annotation in annotations]
    return {str(action["/URI"]) for action in actions if "/URI" in action}


def page_size(file: Path) -> tuple[float, float]:
    """Width and height of the first page in points."""
    box = pypdf.PdfReader(file).pages[0].mediabox
    return float(box.width), float(box.height)
