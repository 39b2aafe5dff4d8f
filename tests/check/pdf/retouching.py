"""Puts one fault into a finished PDF."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdf
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

Edit = Callable[[pypdf.PdfWriter], None]
"""Changes a PDF in place."""

_GAP, _NARROW = 300, 200
"""Thousandths of the font's size: the width of a space, and of the narrowest one."""


def retouched(pdf: bytes, *edits: Edit) -> bytes:
    """The PDF after some changes."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    for edit in edits:
        edit(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def retyped(old: str, new: str, *, page: int = 1, nth: int = 0) -> Edit:
    """Print other words in a line: the nth place of the page that has them."""
    return _retyping(old, new, page, slice(nth, nth + 1))


def retyped_everywhere(old: str, new: str, *, page: int = 1) -> Edit:
    """Print other words in all lines of a page that have them, how many ever acmart sets."""
    return _retyping(old, new, page, slice(None))


def _retyping(old: str, new: str, page: int, chosen: slice) -> Edit:
    def edit(writer: pypdf.PdfWriter) -> None:
        contents = writer.pages[page - 1].get_contents()
        assert contents is not None
        operations = contents.operations
        places = [
            place
            for place, (operands, operator) in enumerate(operations)
            if operator == b"TJ" and old in _typed(operands[0])
        ][chosen]
        assert places, f"no line has {old}"
        for place in places:
            operands, operator = operations[place]
            line = _typed(operands[0]).replace(old, new)
            pieces = ArrayObject()
            for word in line.split(" "):  # TeX's fonts have gaps in place of spaces
                pieces += [FloatObject(-_GAP), ByteStringObject(word.encode("latin-1"))]
            operations[place] = ([ArrayObject(pieces[1:])], operator)
        contents.operations = operations
        writer.pages[page - 1].replace_contents(contents)

    return edit


def _typed(pieces: ArrayObject) -> str:
    """The letters of a line; a wide gap between two pieces is a space."""
    typed = ""
    for piece in pieces:
        if isinstance(piece, bytes):
            typed += piece.decode("latin-1")
        elif isinstance(piece, str):
            typed += "".join(map(chr, piece.original_bytes))  # type: ignore[attr-defined]  # a text of pypdf
        elif float(piece) < -_NARROW:
            typed += " "
    return typed


def typed_at(words: str, x: float, y: float, *, page: int = 1) -> Edit:
    """Print words at a place of a page, with the first font that the page has."""

    def edit(writer: pypdf.PdfWriter) -> None:
        sheet = writer.pages[page - 1]
        contents = sheet.get_contents()
        assert contents is not None
        fonts = resources(sheet)["/Font"].get_object()
        assert isinstance(fonts, DictionaryObject)
        text = f"\nBT {next(iter(fonts))} 9 Tf {x} {y} Td ({words}) Tj ET\n"
        contents.set_data(contents.get_data() + text.encode())
        sheet.replace_contents(contents)

    return edit


def resources(page: pypdf.PageObject) -> DictionaryObject:
    found = page["/Resources"].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def font(name: str, **entries: str) -> Edit:
    """Give the first page one font more: `Subtype="Type1"`."""
    values = {"Type": "Font", **entries}

    def edit(writer: pypdf.PdfWriter) -> None:
        fonts = resources(writer.pages[0])["/Font"].get_object()
        assert isinstance(fonts, DictionaryObject)
        fonts[NameObject(f"/{name}")] = DictionaryObject(
            {NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in values.items()}
        )

    return edit


def picture(width: float, height: float, x: float, y: float, cut: str = "") -> Edit:
    """Put a grey picture on the first page, cut by a path if there is one."""

    def edit(writer: pypdf.PdfWriter) -> None:
        sheet = writer.pages[0]
        image = StreamObject()
        image.set_data(b"\x80")
        for key, value in {"Width": 1, "Height": 1, "BitsPerComponent": 8}.items():
            image[NameObject(f"/{key}")] = NumberObject(value)
        for key, name in {"Subtype": "Image", "ColorSpace": "DeviceGray"}.items():
            image[NameObject(f"/{key}")] = NameObject(f"/{name}")
        resources(sheet)[NameObject("/XObject")] = DictionaryObject(
            {NameObject("/Grey"): writer._add_object(image)}
        )
        contents = sheet.get_contents()
        assert contents is not None
        drawn = f"\nq {cut} q {width} 0 0 {height} {x} {y} cm /Grey Do Q Q\n"
        contents.set_data(contents.get_data() + drawn.encode())
        sheet.replace_contents(contents)

    return edit


def overlay(kind: str, page: int = 1, **entries: PdfObject) -> Edit:
    """Lay an annotation over a page."""

    def edit(writer: pypdf.PdfWriter) -> None:
        sides = ArrayObject(FloatObject(side) for side in (100, 100, 120, 110))
        values = {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(f"/{kind}"),
            NameObject("/Rect"): sides,
            **{NameObject(f"/{key}"): value for key, value in entries.items()},
        }
        sheet = writer.pages[page - 1]
        old = sheet.get("/Annots", ArrayObject()).get_object()
        sheet[NameObject("/Annots")] = ArrayObject([*old, DictionaryObject(values)])

    return edit


def link(address: str, page: int = 1) -> Edit:
    """Lay a link to the web over a page."""
    return overlay("Link", page, A=action("URI", URI=address))


def without_links(writer: pypdf.PdfWriter) -> None:
    """Take all links away."""
    for page in writer.pages:
        page.pop("/Annots", None)


def action(kind: str, **entries: str) -> DictionaryObject:
    values = {NameObject(f"/{key}"): TextStringObject(value) for key, value in entries.items()}
    return DictionaryObject({NameObject("/S"): NameObject(f"/{kind}"), **values})


def paper(width: float, height: float, page: int = 1) -> Edit:
    """Make a page as large as other paper."""

    def edit(writer: pypdf.PdfWriter) -> None:
        writer.pages[page - 1].mediabox.upper_right = (width, height)
        writer.pages[page - 1].cropbox.upper_right = (width, height)

    return edit


def metadata(**values: str) -> Edit:
    """Change the older kind of metadata."""

    def edit(writer: pypdf.PdfWriter) -> None:
        writer.add_metadata({f"/{key}": value for key, value in values.items()})

    return edit


def without_metadata(writer: pypdf.PdfWriter) -> None:
    """Take both kinds of metadata away."""
    writer.metadata = None
    del writer.root_object["/Metadata"]


def without_new_metadata(writer: pypdf.PdfWriter) -> None:
    """Take the newer kind of metadata away."""
    del writer.root_object["/Metadata"]
