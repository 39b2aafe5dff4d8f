"""Texts with their places on a page, as PDFium finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pypdfium2

from proposal.pdf.pdfium import flowing, opened
from proposal.pdf.placed import Box, PageText, Piece


def page_texts(pdf: bytes, wanted: Callable[[Box], bool], head: float) -> list[PageText]:
    """The texts of a PDF's pages, and the pieces of them that are wanted.

    Raises:
        UnreadablePdfError: PDFium cannot read it.
    """
    with opened(pdf) as document:
        return [_page_text(page, wanted, head) for page in document]


def painted_paths(pdf: bytes) -> list[list[Box]]:
    """The boxes around the rules and shapes that each page of a PDF paints itself.

    Raises:
        UnreadablePdfError: PDFium cannot read it.
    """
    with opened(pdf) as document:
        return [list(_painted_paths(page)) for page in document]


def _painted_paths(page: pypdfium2.PdfPage) -> Iterator[Box]:
    left, bottom, _, _ = page.get_mediabox()
    for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        place = found.get_bounds()
        yield Box(place[0] - left, place[1] - bottom, place[2] - left, place[3] - bottom)


def _page_text(page: pypdfium2.PdfPage, wanted: Callable[[Box], bool], head: float) -> PageText:
    words = page.get_textpage()
    left, bottom, _, top = page.get_mediabox()
    pieces = []
    heads: list[Piece] = []
    known: set[int] = set()
    text = words.get_text_range()
    for place in _stretches(words, len("".join(text.split()))):
        if place[1] > top - head:
            heads += _heads_around(words, place, known)
        box = Box(place[0] - left, place[1] - bottom, place[2] - left, place[3] - bottom)
        if wanted(box):  # to ask for the text takes long
            said = flowing(words.get_text_bounded(*place))
            pieces.append(Piece(" ".join(said.split()), box))
    shown = tuple(piece for piece in pieces if piece.text)
    return PageText(flowing(text), shown, tuple(heads))


_Place = tuple[float, float, float, float]
"""Left, bottom, right and top, in the coordinates of the page."""


def _stretches(words: pypdfium2.PdfTextPage, letters: int) -> list[_Place]:
    """The places of stretches of words.

    Browsers place each letter by itself, for which PDFium gives a place of its own; those of a line
    are joined.

    Args:
        words: the words of a page.
        letters: how many letters they have.
    """
    places = [words.get_rect(index) for index in range(words.count_rects())]
    if len(places) * _FEW_LETTERS < letters:
        return places
    joined: list[_Place] = []
    for place in places:
        if joined and _is_next(joined[-1], place):
            left, bottom, right, top = joined[-1]
            joined[-1] = (left, min(bottom, place[1]), max(right, place[2]), max(top, place[3]))
        else:
            joined.append(place)
    return joined


_FEW_LETTERS = 2
"""Letters of a stretch, on the average of a page, up to which letters are placed one by one."""


_WIDEST_SPACE = 1.5
"""The widest space between words of a line, by the height of the letters beside it."""


def _is_next(before: _Place, place: _Place) -> bool:
    """Whether a place goes on with the line of the one before it, at most a space away.

    A gap between columns is wider.
    """
    height = max(before[3] - before[1], place[3] - place[1])
    is_in_line = place[1] < before[3] and before[1] < place[3]
    return is_in_line and -height < place[0] - before[2] < _WIDEST_SPACE * height


def _heads_around(words: pypdfium2.PdfTextPage, place: _Place, known: set[int]) -> Iterator[Piece]:
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
    return Piece(flowing("".join(letter for letter, _ in letters)).strip(), around)
