"""Makes small PDFs with tags, as complete as PDF/UA-1 asks, or with one thing wrong."""

from __future__ import annotations

import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pypdf
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

Raw = Mapping[str, object]
"""A dictionary of a PDF as `value` takes it."""
_NOTHING: Raw = MappingProxyType({})

_XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Dates</rdf:li></rdf:Alt></dc:title>{claim}
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""

PART = "<pdfuaid:part>{}</pdfuaid:part>"


def value(python: object) -> pypdf.generic.PdfObject:
    """An object of a PDF: text that begins with a slash is a name."""
    if isinstance(python, pypdf.generic.PdfObject):
        return python
    if isinstance(python, bool):
        return BooleanObject(python)
    if isinstance(python, int):
        return NumberObject(python)
    if isinstance(python, str):
        return NameObject(python) if python.startswith("/") else TextStringObject(python)
    if isinstance(python, Mapping):
        return DictionaryObject({NameObject(key): value(own) for key, own in python.items()})
    if isinstance(python, list):
        return ArrayObject([value(own) for own in python])
    raise TypeError(python)


class TaggedPdf:
    """A PDF that is written tag by tag; what is said of it can be left out or changed."""

    def __init__(
        self,
        *,
        pages: int = 1,
        claim: str = PART.format(1),
        header: str = "%PDF-1.7",
        catalog: Raw = _NOTHING,
    ) -> None:
        self.writer = pypdf.PdfWriter()
        for _ in range(pages):
            page = self.writer.add_blank_page(612, 792)
            page[NameObject("/Resources")] = value(
                {"/Font": {"/F": {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Courier"}}}
            )
        self.writer.pdf_header = header
        said: dict[str, object] = {
            "/MarkInfo": {"/Marked": True},
            "/Lang": "en",
            "/ViewerPreferences": {"/DisplayDocTitle": True},
            **catalog,
        }
        for key, own in said.items():
            if own is not None:
                self.writer.root_object[NameObject(key)] = value(own)
        metadata = DecodedStreamObject()
        metadata.set_data(_XMP.format(claim=claim).encode())
        metadata[NameObject("/Type")] = NameObject("/Metadata")
        metadata[NameObject("/Subtype")] = NameObject("/XML")
        self.writer.add_metadata({"/Title": "Dates"})
        self.writer.root_object[NameObject("/Metadata")] = self.writer._add_object(metadata)
        self._content: list[bytes] = [b""] * pages
        self._links: list[tuple[int, IndirectObject]] = []
        self._marked: list[list[IndirectObject]] = [[] for _ in range(pages)]
        self.root = self._add({"/Type": "/StructTreeRoot", "/K": []})
        self.writer.root_object[NameObject("/StructTreeRoot")] = self.root
        self.document = self.tag("Document", self.root)

    def _add(self, raw: Raw) -> IndirectObject:
        return self.writer._add_object(value(raw))

    def tag(
        self,
        kind: str,
        within: IndirectObject | None = None,
        text: str | None = None,
        *,
        page: int = 1,
        **more: object,
    ) -> IndirectObject:
        """A tag, with text on a page if any; further keys are given without their slashes."""
        parent = within or self.document
        made = self._add(
            {
                "/Type": "/StructElem",
                "/S": f"/{kind}",
                "/P": parent,
                "/K": [],
                **{f"/{key}": own for key, own in more.items()},
            }
        )
        parent.get_object()["/K"].append(made)  # type: ignore[index]  # pypdf says object
        if text is not None:
            self._write(made, text, page)
        return made

    def _write(self, tag: IndirectObject, text: str, page: int) -> None:
        number = len(self._marked[page - 1])
        self._marked[page - 1].append(tag)
        self._content[page - 1] += (
            f"/Span <</MCID {number}>> BDC BT /F 12 Tf 72 {700 - 20 * number} Td ({text}) Tj ET "
            "EMC\n"
        ).encode()
        element = tag.get_object()
        assert isinstance(element, DictionaryObject)
        element[NameObject("/Pg")] = self.writer.pages[page - 1].indirect_reference or NameObject()
        element["/K"].append(NumberObject(number))  # type: ignore[attr-defined]  # pypdf says object

    def untagged(self, text: str, *, page: int = 1, mark: str = "") -> None:
        """Text that no tag holds, with a mark if any, such as `/Artifact BMC`."""
        line = f"BT /F 12 Tf 72 100 Td ({text}) Tj ET\n"
        self._content[page - 1] += (f"{mark} {line} EMC\n" if mark else line).encode()

    def decoration(self, text: str, *, page: int = 1) -> None:
        """Text that is marked as decoration, as a running head is."""
        drawn = f"/Artifact BMC BT /F 12 Tf 72 60 Td ({text}) Tj ET EMC\n"
        self._content[page - 1] += drawn.encode()

    def table(self, *rows: tuple[str, ...], head: Raw = _NOTHING) -> IndirectObject:
        """A table: cells that begin with `*` are its head's, with some further keys."""
        table = self.tag("Table")
        for cells in rows:
            row = self.tag("TR", table)
            for cell in cells:
                more: dict[str, Any] = dict(head) if cell.startswith("*") else {}
                self.tag("TH" if cell.startswith("*") else "TD", row, cell.strip("*"), **more)
        return table

    def link(self, **more: object) -> None:
        """A link on the first page with its tag, and with further keys."""
        page = self.writer.pages[0]
        page[NameObject("/Tabs")] = NameObject("/S")
        number = len(self.writer.pages) + len(self._links)
        added = self._add(
            {
                "/Type": "/Annot",
                "/Subtype": "/Link",
                "/Rect": [72, 90, 200, 110],
                "/A": {"/S": "/URI", "/URI": "https://example.org/"},
                "/StructParent": number,
                **{f"/{key}": own for key, own in more.items()},
            }
        )
        place = {"/Type": "/OBJR", "/Obj": added, "/Pg": page.indirect_reference}
        self._links.append((number, self.tag("Link", K=[place])))
        page.setdefault(NameObject("/Annots"), ArrayObject()).append(added)

    def written(self, *, without_parents: tuple[int, ...] = ()) -> bytes:
        """The file.

        Args:
            without_parents: pages that do not lead to their tags.
        """
        numbers = ArrayObject()
        for index, page in enumerate(self.writer.pages):
            stream = DecodedStreamObject()
            stream.set_data(self._content[index])
            page[NameObject("/Contents")] = self.writer._add_object(stream)
            if self._marked[index] and index + 1 not in without_parents:
                page[NameObject("/StructParents")] = NumberObject(index)
                numbers += [NumberObject(index), ArrayObject(self._marked[index])]
        for number, link in self._links:
            numbers += [NumberObject(number), link]
        root = self.root.get_object()
        assert isinstance(root, DictionaryObject)
        root[NameObject("/ParentTree")] = self._add({"/Nums": numbers})
        buffer = io.BytesIO()
        self.writer.write(buffer)
        return buffer.getvalue()
