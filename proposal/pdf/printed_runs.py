"""The text of a page in runs of one font and size, each with its place, as PDFium finds them."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium_c
from msgspec import Struct

from proposal.pdf.pdfium import address_of, flowing, opened
from proposal.pdf.placed import Box

_MOST_LETTERS = 256
"""Letters of a font's name that are read."""
_SLANT = 0.02
"""Radians from which on a text does not stand upright on the page."""
_HYPHEN = "\x02"
"""What PDFium gives for a hyphen that breaks a word at a line's end, letter by letter."""
_GAP = 1.2
"""Widths of a gap, in sizes of the letters, from which on another column or name begins."""


class LetterRun(Struct, frozen=True):
    """A stretch of a line in one font and size."""

    text: str
    box: Box
    """Around its letters, from a font's depth to its height."""
    font: str
    """The font's name without the mark of a subset: NimbusRomNo9L-Medi."""
    weight: int
    """How bold the font is, as it says itself; -1 if it does not."""
    is_upright: bool
    """Whether it stands upright; stamps and watermarks may not."""

    @property
    def size(self) -> float:
        """The height of its letters in points, all of a font alike."""
        return self.box.top - self.box.bottom

    @property
    def is_bold(self) -> bool:
        """Whether it is printed in bold letters."""
        name = self.font.casefold()
        words = ("bold", "black", "heavy", "medi", "cmbx", "sfbx", "ecbx", "-bx", "lmbx", "-b")
        return self.weight >= _BOLD or any(word in name for word in words)


_BOLD = 600
"""The weight from which on a font is bold (OpenType, `usWeightClass`: 600 is semi-bold)."""


class PrintedPage(Struct, frozen=True):
    """A page with its runs in the order of the file."""

    number: int
    """Counted from 1."""
    width: float
    height: float
    text: str
    """All its text, with words joined that were broken at line ends."""
    runs: tuple[LetterRun, ...]


def usual_size(runs: Iterable[LetterRun]) -> float:
    """The size of most letters of some runs, in points; 0 if there are none."""
    sizes: dict[float, int] = {}
    for run in runs:
        size = round(run.size, 1)
        sizes[size] = sizes.get(size, 0) + len(run.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def printed_pages(pdf: bytes) -> list[PrintedPage]:
    """The pages of a PDF.

    Raises:
        UnreadablePdfError: PDFium cannot read it.
    """
    with opened(pdf) as document:
        return [_printed_page(number, page) for number, page in enumerate(document, start=1)]


def _printed_page(number: int, page: pypdfium2.PdfPage) -> PrintedPage:
    words = page.get_textpage()
    width, height = page.get_size()
    text = flowing(words.get_text_range())
    return PrintedPage(number, width, height, text, tuple(_runs(page, words)))


class _Lettering(Struct, frozen=True):
    """What all letters of a text have in common."""

    font: str
    weight: int
    is_upright: bool


def _runs(page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage) -> Iterator[LetterRun]:
    left, bottom, _, _ = page.get_mediabox()
    letters: list[tuple[str, Box]] = []
    style, address = _Lettering("", -1, is_upright=True), -1
    place = pdfium_c.FS_RECTF()
    for index in range(words.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(words.raw, index)
        sign = chr(code) if code else ""
        if sign in "\r\n":
            yield from _run(letters, style)
            letters = []
            continue
        if sign.isspace() or not sign:
            letters += [(" ", letters[-1][1])] if letters else []
            continue
        pdfium_c.FPDFText_GetLooseCharBox(words.raw, index, place)
        box = Box(place.left - left, place.bottom - bottom, place.right - left, place.top - bottom)
        owner = address_of(pdfium_c.FPDFText_GetTextObject(words.raw, index))
        current = _style(words, index) if owner != address else style
        address = owner
        if letters and (current != style or not _goes_on(letters[-1][1], box)):
            yield from _run(letters, style)
            letters = []
        style = current
        letters.append((sign, box))
    yield from _run(letters, style)


def _run(letters: list[tuple[str, Box]], style: _Lettering) -> Iterator[LetterRun]:
    if not letters:
        return
    text = flowing("".join(letter for letter, _ in letters).replace(_HYPHEN, "")).strip()
    boxes = [box for letter, box in letters if letter != " "]
    if text and boxes:
        yield LetterRun(text, Box.around(boxes), style.font, style.weight, style.is_upright)


def _goes_on(before: Box, box: Box) -> bool:
    """Whether a letter stands in the line of the one before it, near it and as high."""
    height = before.top - before.bottom
    slack = 0.08 * height + 0.3
    return (
        abs(before.bottom - box.bottom) < slack
        and abs(before.top - box.top) < slack
        and -height < box.left - before.right < _GAP * height
    )


def _style(words: pypdfium2.PdfTextPage, index: int) -> _Lettering:
    buffer = ctypes.create_string_buffer(_MOST_LETTERS)
    flags = ctypes.c_int()
    length = pdfium_c.FPDFText_GetFontInfo(words.raw, index, buffer, _MOST_LETTERS, flags)
    name = buffer.value.decode("utf-8", errors="replace") if length else ""
    name = name.partition("+")[2] or name  # ABCDEF+Times-Roman is a subset
    angle = pdfium_c.FPDFText_GetCharAngle(words.raw, index)
    turn = abs(math.remainder(angle, 2 * math.pi)) if angle >= 0 else 0.0
    return _Lettering(name, pdfium_c.FPDFText_GetFontWeight(words.raw, index), turn < _SLANT)
