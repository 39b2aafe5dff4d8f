"""Reads a PDF for preflight: its objects, its metadata, and its words with their places."""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pypdfium2
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from proposal.diagnostics import Diagnostic
from proposal.edition import wording
from proposal.render.pdf import LINE_END_HYPHEN, opened
from proposal.verify.preflight.expected import Expected
from proposal.verify.preflight.sigconf import Box, excess, is_below_text

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # or Python would print its remarks

DAMAGE = (
    PyPdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What the libraries raise for files that break the format's rules."""

_PRUNED = frozenset({"/StructTreeRoot", "/StructParents", "/Parent", "/P"})
"""Keys behind which nothing stands that preflight looks for in all objects."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words in one line."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its object, its words, and where they stand."""

    number: int
    """Counted from 1, whatever is printed on the page."""
    object: pypdf.PageObject
    text: str
    """In the order of the file, with words joined that were broken at line ends."""
    pieces: tuple[Piece, ...]
    """What stands in the margins, or beside the page number; all else is in its place."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a PDF says of itself: each value as it stands in either place that has one."""

    title: tuple[str, ...]
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    creator: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF that is looked at."""

    file: Path
    """As messages name it."""
    reader: pypdf.PdfReader
    pages: tuple[Page, ...]
    metadata: Metadata

    def says(self, what: str, *numbers: int) -> str:
        """A message that names the file, and the pages if there are any."""
        if not numbers:
            return f"{self.file}: {what}"
        unique = sorted(set(numbers))
        word = "page" if len(unique) == 1 else "pages"
        return f"{self.file}, {word} {wording.joined([str(each) for each in unique])}: {what}"


Check = Callable[[Pdf, Expected], Iterator[Diagnostic]]
"""Looks at one side of a PDF; its docstring says why production cares."""


def read_pdf(content: bytes, reader: pypdf.PdfReader, file: Path) -> Pdf:
    """Read a PDF that is not encrypted.

    Raises:
        one of DAMAGE: the file breaks the rules of the format.
    """
    printed = _printed(content)
    pages = tuple(
        Page(number, page, text, pieces)
        for number, (page, (text, pieces)) in enumerate(
            zip(reader.pages, printed, strict=True), start=1
        )
    )
    return Pdf(file, reader, pages, _metadata(reader))


def printed_pages(content: bytes) -> list[str]:
    """The words of each page, in the order of the file.

    Raises:
        one of DAMAGE: the file breaks the rules of the format, or is encrypted.
    """
    with opened(content) as document:
        return [cleaned(page.get_textpage().get_text_range()) for page in document]


def _printed(content: bytes) -> list[tuple[str, tuple[Piece, ...]]]:
    with opened(content) as document:
        return [_printed_on(page) for page in document]


def _printed_on(page: pypdfium2.PdfPage) -> tuple[str, tuple[Piece, ...]]:
    words = page.get_textpage()
    left, bottom, _, _ = page.get_mediabox()
    pieces = []
    for index in range(words.count_rects()):
        place = words.get_rect(index)
        box = Box(place[0] - left, place[1] - bottom, place[2] - left, place[3] - bottom)
        if excess(box) or is_below_text(box):  # to ask for the text takes long
            pieces.append(Piece(cleaned(words.get_text_bounded(*place)).strip(), box))
    return cleaned(words.get_text_range()), tuple(piece for piece in pieces if piece.text)


def cleaned(text: str) -> str:
    """Text without ligatures, and with words joined that were broken at line ends."""
    joined = text.replace(LINE_END_HYPHEN, "").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFKC", joined)


def _metadata(reader: pypdf.PdfReader) -> Metadata:
    """The metadata of both places: acmart leaves some of them out of the older one."""
    info = resolved(reader.trailer.get("/Info"))
    old = info if isinstance(info, DictionaryObject) else DictionaryObject()
    new = reader.xmp_metadata
    titles = new.dc_title if new else None
    return Metadata(
        _values(at(old, "/Title"), *list((titles or {}).values())[:1]),
        _values(at(old, "/Author"), ", ".join((new.dc_creator if new else None) or [])),
        _values(at(old, "/Keywords"), (new.pdf_keywords if new else None)),
        _values(at(old, "/Creator"), (new.xmp_creator_tool if new else None)),
    )


def _values(*found: object) -> tuple[str, ...]:
    texts = (" ".join(str(each).split()) for each in found if each is not None)
    return tuple(dict.fromkeys(text for text in texts if text))


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
        return [resolved(each) for each in value.values()]
    if isinstance(value, ArrayObject):
        return [resolved(each) for each in value]
    return []


def dictionaries(value: object) -> list[DictionaryObject]:
    """The dictionaries in an array or a dictionary."""
    return [each for each in entries(value) if isinstance(each, DictionaryObject)]


def all_dictionaries(pdf: Pdf) -> Iterator[DictionaryObject]:
    """Every dictionary of the document, each once."""
    waiting = [resolved(pdf.reader.trailer.get("/Root"))]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if id(value) in seen or not isinstance(value, DictionaryObject | ArrayObject):
            continue
        seen.add(id(value))
        if isinstance(value, DictionaryObject):
            yield value
            waiting += [resolved(each) for key, each in value.items() if key not in _PRUNED]
        else:
            waiting += entries(value)


def overlays(page: Page) -> list[DictionaryObject]:
    """The links, notes and fields that lie over a page."""
    return dictionaries(at(page.object, "/Annots"))


def is_stream(value: object) -> bool:
    """Whether an object of a PDF holds bytes of its own."""
    return isinstance(value, StreamObject)
