"""Gives each page of a PDF without tags one, so that it is read beside PDFs that have some.

Programs that read aloud leave out what has no tag wherever a PDF has any. A page becomes a
paragraph, and is read in the order in which it was drawn, as it would be without tags.
"""

from __future__ import annotations

import pikepdf

from proposal.pdf.page_stamps import contents_of


def tag_pages(pdf: pikepdf.Pdf) -> None:
    """Tag the pages of a PDF, each as a paragraph, unless it has tags."""
    if "/StructTreeRoot" in pdf.Root:
        return
    root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    top = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Document, P=root)
    )
    paragraphs, table = [], []
    for number, page in enumerate(pdf.pages):
        _mark(pdf, page.obj)
        page.obj.StructParents = number
        element = pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem, S=pikepdf.Name.P, P=top, Pg=page.obj, K=0
        )
        paragraphs.append(pdf.make_indirect(element))
        table += [number, pdf.make_indirect(pikepdf.Array([paragraphs[-1]]))]
    top.K = pikepdf.Array(paragraphs)
    if "/Lang" in pdf.Root:
        top.Lang = pdf.Root.Lang
    root.K = top
    root.ParentTree = pdf.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(table)))
    root.ParentTreeNextKey = len(paragraphs)
    pdf.Root.StructTreeRoot = root


def _mark(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    """Mark what a page draws, but for a stamp, which stands in the last of its streams."""
    begin, end = pdf.make_stream(b"/P << /MCID 0 >> BDC\n"), pdf.make_stream(b"\nEMC\n")
    drawn = contents_of(page)
    stamped = [drawn.pop()] if len(drawn) > 1 and _is_stamp(drawn[-1]) else []
    page.Contents = pikepdf.Array([begin, *drawn, end, *stamped])


def _is_stamp(stream: pikepdf.Object) -> bool:
    return b"/VolumeStamp" in stream.read_bytes()
