"""Fills in a form that is a plain page: finds its labels, and draws values beside or below them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pikepdf

from proposal.pdf.pdf_value import Pdf
from proposal.pdf.placed import Box
from proposal.pdf.qpdf import changeable, saved
from proposal.pdf.readable import readable


def label_places(content: bytes, labels: Mapping[str, re.Pattern[str]]) -> dict[str, Box]:
    """The places of labels on the first page of a form, each where its pattern first matches.

    Args:
        content: the form.
        labels: what labels look like, by their names.

    Raises:
        UnreadablePdfError: it is no PDF.
    """
    pieces = Pdf(content).page_texts(lambda _: True, 0)[0].pieces
    ordered = sorted(pieces, key=lambda piece: (-piece.box.top, piece.box.left))
    found: dict[str, Box] = {}
    for piece in ordered:
        for name, pattern in labels.items():
            if name not in found and pattern.search(piece.text):
                found[name] = piece.box
    return found


def filled_form(content: bytes, sheets: pikepdf.Pdf, first: int, places: Sequence[Box]) -> bytes:
    """A form with values drawn on its first page, each from the upper left corner of its place.

    Args:
        content: the form.
        sheets: a PDF of which each page is a value; one that is too large is made smaller.
        first: which page is the first value, counted from 0.
        places: the places of the values in order.

    Raises:
        UnreadablePdfError: it is damaged.
    """
    with readable(pikepdf.PdfError, pikepdf.ForeignObjectError), changeable(content) as form:
        page = form.pages[0]
        drawn = []
        for index, place in enumerate(places, first):
            sheet = sheets.pages[index]
            _, _, width, height = (float(side) for side in sheet.mediabox)
            room = (place.right - place.left) / width, (place.top - place.bottom) / height
            scale = min(1.0, *room)
            value = form.copy_foreign(sheet.as_form_xobject())
            # pikepdf would draw names of its own, which differ each time.
            name = page.add_resource(value, pikepdf.Name.XObject, pikepdf.Name(f"/Value{index}"))
            lower = place.top - height * scale
            drawn.append(
                f"q {scale:.4f} 0 0 {scale:.4f} {place.left:.3f} {lower:.3f} cm {name} Do Q"
            )
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(("\n".join(["Q", *drawn]) + "\n").encode())
        return saved(form)
