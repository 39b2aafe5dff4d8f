"""Opens and saves PDFs to change them, by pikepdf, which is qpdf."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from proposal.pdf.readable import UnreadablePdfError, readable

INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
"""What a page may have from the nodes above it (ISO 32000-1, 7.7.3.4)."""


class EncryptedPdfError(UnreadablePdfError):
    """A file asks for a password, or restricts what may be done with it."""


def changeable(content: bytes) -> pikepdf.Pdf:
    """A PDF that may be changed.

    Raises:
        EncryptedPdfError: it is encrypted.
        UnreadablePdfError: it is no PDF, or so damaged that it has no pages.
    """
    with readable(pikepdf.PdfError):
        try:
            pdf = pikepdf.open(io.BytesIO(content), suppress_warnings=True)
        except pikepdf.PasswordError as reason:
            raise EncryptedPdfError("it asks for a password") from reason
        if pdf.is_encrypted:
            raise EncryptedPdfError("it restricts what may be done with it")
        if not len(pdf.pages):
            raise UnreadablePdfError("it has no pages")
        return pdf


def on_its_own(pdf: pikepdf.Pdf, value: pikepdf.Object) -> pikepdf.Object:
    """A value as an object with a number, to which several others can lead."""
    return value if value.is_indirect else pdf.make_indirect(value)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of a PDF, which are the same whenever its objects are."""
    return _saved(pdf, pikepdf.ObjectStreamMode.generate)


def saved_plainly(pdf: pikepdf.Pdf) -> bytes:
    """The same with each object on its own, as `plain_pdf` reads them."""
    return _saved(pdf, pikepdf.ObjectStreamMode.disable)


def _saved(pdf: pikepdf.Pdf, mode: pikepdf.ObjectStreamMode) -> bytes:
    stream = io.BytesIO()
    pdf.save(stream, deterministic_id=True, object_stream_mode=mode)
    return stream.getvalue()


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """All dictionaries of a PDF, those of streams and those within others among them."""
    waiting = [value for value in pdf.objects if _holds_others(value)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, pikepdf.Array):
            inner = list(value)
        else:
            yield value
            inner = [entry for _, entry in value.items()]
        waiting += [entry for entry in inner if _holds_others(entry) and not entry.is_indirect]


def _holds_others(value: object) -> bool:
    return isinstance(value, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream)


def tree_entries(root: pikepdf.Object, leaf: str) -> list[tuple[pikepdf.Object, pikepdf.Object]]:
    """Keys and values of a tree of names or numbers (ISO 32000-1, 7.9.6 and 7.9.7), as they stand.

    Args:
        root: its uppermost node.
        leaf: `/Names` or `/Nums`.
    """
    found: list[tuple[pikepdf.Object, pikepdf.Object]] = []
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        entries = node.get(leaf)
        if isinstance(entries, pikepdf.Array):
            listed = list(entries)
            found += zip(listed[::2], listed[1::2], strict=False)
        kids = node.get("/Kids")
        if isinstance(kids, pikepdf.Array):
            waiting += reversed(list(kids))
    return found


def with_own_attributes(page: pikepdf.Object) -> None:
    """Write onto a page what it has from the nodes above it."""
    for key in INHERITED:
        node: pikepdf.Object | None = page
        depth = 0
        while isinstance(node, pikepdf.Dictionary) and key not in node and depth < _DEEPEST:
            node, depth = node.get("/Parent"), depth + 1
        if depth and isinstance(node, pikepdf.Dictionary) and key in node:
            page[key] = node[key]


_DEEPEST = 64
"""Nodes above a page that are looked at, so that a tree that leads round in a circle ends."""
