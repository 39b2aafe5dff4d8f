"""The objects of a PDF as pypdf reads them, and its metadata."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager

from msgspec import Struct
from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    RectangleObject,
)

from proposal.pdf.readable import readable

__all__ = ["DictionaryObject", "PageObject", "PdfReader", "RectangleObject"]

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # or Python would print its remarks

_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]+"
)
"""A word from right to left, by the blocks that Unicode has for such scripts.

They are listed in `DerivedBidiClass.txt`.
"""
_PRUNED = frozenset({"/StructTreeRoot", "/StructParents", "/Parent", "/P"})
"""Keys behind which nothing stands that preflight looks for in all objects."""


class PdfMetadata(Struct, frozen=True):
    """What a PDF says of itself: each value as it stands in either place that has one."""

    title: tuple[str, ...]
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    creator: tuple[str, ...]


def reading() -> AbstractContextManager[None]:
    """Raise `UnreadablePdfError` for whatever goes wrong as long as objects are looked at.

    pypdf reads an object when it is asked for, so that damage may show late.
    """
    return readable(PyPdfError)


def reader(pdf: bytes) -> PdfReader:
    """The objects of a PDF.

    Raises:
        UnreadablePdfError: pypdf cannot read it.
    """
    with reading():
        return PdfReader(io.BytesIO(pdf))


def texts(pdf: PdfReader) -> tuple[str, ...]:
    """The text of each page.

    Raises:
        UnreadablePdfError: pypdf cannot read it.
    """
    with reading():
        texts = tuple(page.extract_text() for page in pdf.pages)
        is_tagged = at(pdf.root_object, "/MarkInfo", "/Marked")
        return tuple(map(_turned_round, texts)) if is_tagged else texts


def first_text(pdf: PdfReader) -> str:
    """The text of the first page; nothing of a PDF without pages.

    Raises:
        UnreadablePdfError: pypdf cannot read it.
    """
    with reading():
        return pdf.pages[0].extract_text() if len(pdf.pages) else ""


def _turned_round(text: str) -> str:
    """A text with the letters of words from right to left in their order.

    LuaLaTeX writes them in that order into tagged PDFs. pypdf takes it for the order of the page.
    """
    return _FROM_RIGHT.sub(lambda word: word[0][::-1], text)


def information(pdf: PdfReader, key: str) -> str | None:
    """A value of the document information dictionary.

    Raises:
        UnreadablePdfError: pypdf cannot read it.
    """
    with reading():
        value = at(pdf.trailer, "/Info", key)
        return without_languages(str(value)) if value is not None else None


def metadata(pdf: PdfReader) -> PdfMetadata:
    """The metadata of both places: acmart leaves some of them out of the older one."""
    info = resolved(pdf.trailer.get("/Info"))
    old = info if isinstance(info, DictionaryObject) else DictionaryObject()
    new = pdf.xmp_metadata
    titles = new.dc_title if new else None
    return PdfMetadata(
        _values(at(old, "/Title"), *list((titles or {}).values())[:1]),
        _values(at(old, "/Author"), ", ".join((new.dc_creator if new else None) or [])),
        _values(at(old, "/Keywords"), (new.pdf_keywords if new else None)),
        _values(at(old, "/Creator"), (new.xmp_creator_tool if new else None)),
    )


def _values(*found: object) -> tuple[str, ...]:
    written = (without_languages(str(value)) for value in found if value is not None)
    texts = (" ".join(value.split()) for value in written)
    return tuple(dict.fromkeys(text for text in texts if text))


_LANGUAGE = re.compile("\x1b[a-z]{2}(?:[A-Z]{2})?\x1b")
"""A change of language within a text (ISO 32000-1, 14.9.2.2): `␛enUS␛`."""


def without_languages(text: str) -> str:
    """A text string without marks of languages, which pypdf leaves in (ISO 32000-1, 7.9.2.2)."""
    return _LANGUAGE.sub("", text)


def resolved(value: object) -> object:
    """An object of a PDF, looked up if it is a reference."""
    return value.get_object() if isinstance(value, IndirectObject) else value


def at(dictionary: DictionaryObject, *keys: str) -> object:
    """The object behind some keys, one within the other; nothing if there is none."""
    found: object = dictionary
    for key in keys:
        if not isinstance(found, DictionaryObject):
            return None
        found = resolved(found.get(key))
    return found


def entries(value: object) -> list[object]:
    """The objects in an array or a dictionary, looked up."""
    if isinstance(value, DictionaryObject):
        return [resolved(entry) for entry in value.values()]
    if isinstance(value, ArrayObject):
        return [resolved(entry) for entry in value]
    return []


def dictionaries(value: object) -> list[DictionaryObject]:
    """The dictionaries in an array or a dictionary."""
    return [entry for entry in entries(value) if isinstance(entry, DictionaryObject)]


def all_dictionaries(pdf: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary of the document, each once."""
    waiting = [resolved(pdf.trailer.get("/Root"))]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if id(value) in seen or not isinstance(value, DictionaryObject | ArrayObject):
            continue
        seen.add(id(value))
        if isinstance(value, DictionaryObject):
            yield value
            waiting += [resolved(entry) for key, entry in value.items() if key not in _PRUNED]
        else:
            waiting += entries(value)


def overlays(page: PageObject) -> list[DictionaryObject]:
    """The links, notes and fields that lie over a page."""
    return dictionaries(at(page, "/Annots"))
