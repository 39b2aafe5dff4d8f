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

from proposal.check.pdf.expected_pdf import Expected
from proposal.check.pdf.sigconf import HEAD, Box, excess, is_below_text
from proposal.diagnostics import Diagnostic
from proposal.edition import wording
from proposal.render.pdf import LINE_END_HYPHEN, opened

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
    heads: tuple[Piece, ...]
    """What stands at the head of the page: each text in one line that was set as one."""


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
        Page(number, page, *words)
        for number, (page, words) in enumerate(zip(reader.pages, printed, strict=True), start=1)
    )
    return Pdf(file, reader, pages, _metadata(reader))


def printed_pages(content: bytes) -> list[str]:
    """The words of each page, in the order of the file.

    Raises:
        one of DAMAGE: the file breaks the rules of the format, or is encrypted.
    """
    with opened(content) as document:
        return [cleaned(page.get_textpage().get_text_range()) for page in document]


_Words = tuple[str, tuple[Piece, ...], tuple[Piece, ...]]
"""What is printed on a page: its text, its margins, its heads."""


def _printed(content: bytes) -> list[_Words]:
    with opened(content) as document:
        return [_printed_on(page) for page in document]


def _printed_on(page: pypdfium2.PdfPage) -> _Words:
    words = page.get_textpage()
    left, bottom, _, top = page.get_mediabox()
    pieces = []
    heads: list[Piece] = []
    known: set[int] = set()
    for index in range(words.count_rects()):
        place = words.get_rect(index)
        if place[1] > top - HEAD:
            heads += _heads_around(words, place, known)
        box = Box(place[0] - left, place[1] - bottom, place[2] - left, place[3] - bottom)
        if excess(box) or is_below_text(box):  # to ask for the text takes long
            pieces.append(Piece(cleaned(words.get_text_bounded(*place)).strip(), box))
    shown = tuple(piece for piece in pieces if piece.text)
    return cleaned(words.get_text_range()), shown, tuple(heads)


def _heads_around(
    words: pypdfium2.PdfTextPage, place: tuple[float, float, float, float], known: set[int]
) -> Iterator[Piece]:
    """The texts of the line in which something stands, but those whose letters are known.

    PDFium gives two texts that overlap as one stretch, and letters of a line in any case side by
    side; but a letter that stands left of the one before it, or far from it, begins another text.
    """
    middle = (place[1] + place[3]) / 2
    first = words.get_index(place[0] + 0.5, middle, 2, 2)
    if first in known:  # another text lies over the one that is meant
        first = _unknown_at(words, place[0], middle, known)
    if first is None:
        return
    letters: list[tuple[str, Box]] = []
    for index in range(first, words.count_chars()):
        if index in known:
            break
        letter = words.get_text_range(index, 1)
        box = Box(*words.get_charbox(index, loose=True))
        if letter.isspace():  # PDFium adds spaces where there is a gap, and says nothing of them
            letters += [(letter, letters[-1][1])] if letters else []
            continue
        if not box.bottom <= middle <= box.top:
            break
        known.add(index)
        if letters and not _goes_on(letters[-1][1], box):
            yield _joined(letters)
            letters = []
        letters.append((letter, box))
    if letters:
        yield _joined(letters)


def _unknown_at(
    words: pypdfium2.PdfTextPage, left: float, middle: float, known: set[int]
) -> int | None:
    """The first letter at a place whose text is not known yet."""
    for index in range(words.count_chars()):
        box = Box(*words.get_charbox(index, loose=True))
        is_there = abs(box.left - left) < 1 and box.bottom <= middle <= box.top
        if index not in known and is_there:
            return index
    return None


def _goes_on(before: Box, box: Box) -> bool:
    """Whether a letter belongs to the text of the one before it: it stands near it, or behind."""
    height = box.top - box.bottom
    return before.left - height <= box.left <= before.right + 2 * height


def _joined(letters: list[tuple[str, Box]]) -> Piece:
    """Some letters as one text, in a box around those that are seen."""
    seen = [box for letter, box in letters if letter.strip()] or [Box(0, 0, 0, 0)]
    around = Box(
        min(box.left for box in seen),
        min(box.bottom for box in seen),
        max(box.right for box in seen),
        max(box.top for box in seen),
    )
    return Piece(cleaned("".join(letter for letter, _ in letters)).strip(), around)


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
