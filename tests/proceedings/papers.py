"""PDFs that stand in for papers: small ones of which each object is known."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

LETTER = (612, 792)
SHEET = (200.0, 20.0)
"""The size of a stamp that stands in for real ones."""


def saved(pdf: pikepdf.Pdf) -> bytes:
    stream = io.BytesIO()
    pdf.save(stream, deterministic_id=True)
    return stream.getvalue()


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def new_pdf(
    texts: Sequence[str], size: tuple[int, int] = LETTER, at: tuple[int, int] = (72, 600)
) -> pikepdf.Pdf:
    """A PDF with a text on each page, and nothing at its edges."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for text in texts:
        page = pdf.add_blank_page(page_size=size)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        drawing = f"BT /F1 12 Tf {at[0]} {at[1]} Td ({text}) Tj ET".encode()
        page.obj.Contents = pdf.make_stream(drawing)
    return pdf


def paper(texts: Sequence[str], change: Callable[[pikepdf.Pdf], None] = lambda pdf: None) -> bytes:
    """A paper with a text on each page, changed as a test likes."""
    pdf = new_pdf(texts)
    change(pdf)
    return saved(pdf)


def with_links(pdf: pikepdf.Pdf) -> None:
    """From the first page three links lead to the last one: by name, by action, by its object."""
    last = pdf.pages[-1].obj
    there = pdf.make_indirect(Array([last, Name.XYZ, 10, 700, 0]))
    names = Array([String("section.1"), there, String("table(a)"), Dictionary(D=there)])
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=names)))
    goto = Dictionary(S=Name.GoTo, D=String("table(a)"))
    leads: list[tuple[str, object]] = [
        ("/Dest", String("section.1")),
        ("/A", goto),
        ("/Dest", Array([last, Name.Fit])),
        ("/A", Dictionary(S=Name.URI, URI=String("https://example.org/"))),
    ]
    links = []
    for key, place in leads:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[72, 600, 90, 612])
        link[key] = place
        links.append(pdf.make_indirect(link))
    pdf.pages[0].obj.Annots = Array(links)


def with_bookmarks(pdf: pikepdf.Pdf) -> None:
    """Two bookmarks, the second with one below it; the first leads to a name."""
    with pdf.open_outline() as outline:
        second = pikepdf.OutlineItem("Second", len(pdf.pages) - 1)
        second.children.append(pikepdf.OutlineItem("Below", 0))
        outline.root.extend([pikepdf.OutlineItem("First", 0), second])
    pdf.Root.Outlines.First.Dest = String("section.1")


def with_tags(pdf: pikepdf.Pdf, means: str = "/H1", name: str = "heading") -> None:
    """A heading of an own tag on each page, with a name, found by the table of tags."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    elements, table = [], []
    for number, page in enumerate(pdf.pages):
        words = page.obj.Contents.read_bytes()
        page.obj.Contents = pdf.make_stream(b"/Own << /MCID 0 >> BDC " + words + b" EMC")
        page.obj.StructParents = number
        element = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name("/Own"), P=top, Pg=page.obj, K=0)
        )
        element.ID = String(f"{name}{number}")
        elements.append(element)
        table += [number, Array([element])]
    top.K = Array(elements)
    ids = [part for element in elements for part in (element.ID, element)]
    root.K = top
    root.ParentTree = Dictionary(Nums=Array(table))
    root.RoleMap = Dictionary({"/Own": Name(means)})
    root.IDTree = Dictionary(Names=Array(ids))
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("en-GB")


def with_hidden_layer(pdf: pikepdf.Pdf) -> None:
    """Two layers, of which all are hidden that are not called shown."""
    layers = [
        pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))
        for name in ("hidden", "shown")
    ]
    default = Dictionary(BaseState=Name.OFF, ON=Array([layers[1]]), Order=Array(layers))
    pdf.Root.OCProperties = Dictionary(OCGs=Array(layers), D=default)
    pdf.pages[0].obj.Resources.Properties = Dictionary(L0=layers[0], L1=layers[1])


def stamps(count: int) -> bytes:
    """Stamps that say which they are, each with a link."""
    pdf = new_pdf([f"stamp {number}" for number in range(count)], (200, 20), (5, 5))
    for page in pdf.pages:
        page.obj.Annots = Array(
            [
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=[5, 5, 50, 15],
                    A=Dictionary(S=Name.URI, URI=String("https://doi.org/10.1234/5678")),
                )
            ]
        )
    return saved(pdf)
