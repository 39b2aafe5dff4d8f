"""Word documents to import, which tests make with python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from PIL import Image

from proposal.importers.draft import Draft
from proposal.importers.word import read_word

TITLE = "Third Workshop on Structured Proposals (WSP 2026)"
ANN_BIOGRAPHY = (
    " is a professor at the University of Somewhere who works on documents and on facts that stand"
    " once."
)
BOB_BIOGRAPHY = (
    " is a researcher at Example Labs who builds programs that many people like to use at work."
)


@cache
def _template() -> bytes:
    """An empty document with the styles of paragraphs and letters alone.

    python-docx begins with a hundred styles of tables as well, and with all styles once more for
    another version of Word; reading those takes ten times as long as the rest.
    """
    document = Document()
    for style in [style for style in document.styles if style.type is WD_STYLE_TYPE.TABLE]:
        if style.name != "Normal Table":
            style.delete()
    relations = document.part.rels
    (doubled,) = (
        name for name, one in relations.items() if one.reltype.endswith("/stylesWithEffects")
    )
    relations.pop(doubled)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def new_document(title: str | None = TITLE) -> DocumentObject:
    """A document with a title."""
    document = Document(io.BytesIO(_template()))
    if title is not None:
        document.add_heading(title, 0)
    return document


def add(document: DocumentObject, *runs: str, style: str | None = None) -> Paragraph:
    """Add a paragraph; `**x**` is bold, `//x//` in italics, `^^x^^` raised."""
    paragraph = document.add_paragraph(style=style)
    for text in runs:
        marker, words = (text[:2], text[2:-2]) if text[:2] in {"**", "//", "^^"} else ("", text)
        run = paragraph.add_run(words)
        run.bold = True if marker == "**" else None
        run.italic = True if marker == "//" else None
        run.font.superscript = True if marker == "^^" else None
    return paragraph


def add_xml(document: DocumentObject, xml: str) -> None:
    """Add a paragraph with XML of Word's in it."""
    namespaces = nsdecls("w", "r", "m")
    document.add_paragraph()._p.append(parse_xml(xml.replace("NS", namespaces, 1)))


def picture(size: tuple[int, int] = (600, 200), kind: str = "PNG") -> io.BytesIO:
    """A picture of one colour."""
    stream = io.BytesIO()
    Image.new("RGB", size, "teal").save(stream, kind)
    stream.seek(0)
    return stream


def whole_proposal() -> DocumentObject:
    """A document that has everything a proposal has."""
    document = new_document()
    add(document, "Ann Author", "^^1^^", ", Bob Writer", "^^2*^^")
    add(document, "^^1^^", " University of Somewhere, Graz, Austria")
    add(document, "^^2^^", " Example Labs, Paris, France")
    add(document, "^^*^^", " Corresponding author")
    add(document, "ann@some.example, bob@else.example")
    document.add_heading("Abstract", 1)
    add(document, "This workshop is about facts that stand once.")
    add(document, "**Keywords: **", "facts, documents")
    document.add_heading("1. Motivation", 1)
    add(document, "Facts are ", "**important**", " and ", "//often//", " typed twice.")
    document.add_heading("1.1. Topics of interest", 2)
    for topic in ("Structured proposals;", "Dates and places;", "Names."):
        add(document, topic, style="List Bullet")
    document.add_heading("2. Important dates", 1)
    table = document.add_table(rows=0, cols=2)
    for label, day in (
        ("What", "When"),
        ("Submission deadline", "May 1, 2026"),
        ("Notification", "June 1, 2026 (AoE)"),
        ("Workshop", "August 10, 2026"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, day
    document.add_heading("3. Organizers", 1)
    add(document, "**Ann Author**", ANN_BIOGRAPHY)
    add(document, "**Bob Writer**", BOB_BIOGRAPHY)
    return document


def saved(document: DocumentObject, folder: Path, name: str = "proposal.docx") -> Path:
    """A document as a file."""
    folder.mkdir(parents=True, exist_ok=True)
    document.save(str(folder / name))
    return folder / name


def draft_of(document: DocumentObject, folder: Path) -> Draft:
    """What is understood of a document."""
    return read_word(saved(document, folder), "2026")


def text_of(document: DocumentObject, folder: Path) -> str:
    """The Markdown that becomes of a document's text."""
    return draft_of(document, folder).texts["proposal.md"]


def with_parts(file: Path, parts: dict[str, bytes], without: Iterable[str] = ()) -> Path:
    """The same document with other parts in it."""
    with ZipFile(file) as archive:
        kept = {name: archive.read(name) for name in archive.namelist() if name not in without}
    with ZipFile(file, "w") as archive:
        for name, content in (kept | parts).items():
            archive.writestr(name, content)
    return file
