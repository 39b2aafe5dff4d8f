"""Draws lines of text in any script: shapes of letters, direction, line breaks.

HarfBuzz shapes and draws, and no library of the system takes part, so that the same fonts make
the same bytes everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import uharfbuzz
from msgspec import Struct
from PIL import Image

from proposal.render.latex.runs import clusters
from proposal.render.latex.scripts import han_variant, script_of
from proposal.render.plain import words_of
from proposal.render.site.bidi import is_from_right, runs_in_order
from proposal.render.site.faces import FONTS, Face, faces

UNITS = 4096
"""How finely letters are placed: the units of the size of a font."""

_FINENESS = 64
"""Parts of a pixel in which outlines are drawn."""

_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"

_SYLLABLE = re.compile(
    r"[เ-ไເ-ໄ]?[^เ-ไເ-ໄ](?:[ะ-ฺๅ-๎ະ-ຼ່-ໍ་\u102b-\u103e\u17b4-\u17d3\u0f71-\u0fbc]|[\u1039\u17d2].)*[ๆฯໆຯ]?"
    r"|.",
    re.DOTALL,
)
"""A letter with the vowels and marks that belong to it, such as เป็ or กา: it is not cut."""

_WITHOUT_SPACES = frozenset({"Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
"""Scripts that put no spaces between words; a line may end between any two syllables."""


class Glyph(Struct, frozen=True):
    """A letter's shape and its place in a line, in units of the font's size."""

    face: Face
    number: int
    """Its number in the font; 0 is the box that stands for a letter that the font lacks."""
    x: int
    y: int


class Line(Struct, frozen=True):
    """A line of text that is ready to be drawn."""

    glyphs: tuple[Glyph, ...]
    width: int
    """In units of the font's size."""

    def pixels(self, size: int) -> float:
        """How wide it is at a size in pixels."""
        return self.width * size / UNITS


class Lettering(Struct, frozen=True):
    """The fonts with which a picture is drawn."""

    is_bold: bool
    others: tuple[tuple[str, Path], ...] = ()
    """Font files of this machine, by name."""
    has_serifs: bool = False

    def missing(self, text: str) -> str:
        """The characters of a text that no font here holds, each once."""
        variant = han_variant(text)
        lacking = (
            cluster for _, cluster in clusters(text) if _face(self, cluster, variant) is None
        )
        return "".join(dict.fromkeys("".join(lacking)))

    def line(self, text: str, *, from_right: bool | None = None) -> Line:
        """A text, of which no character is missing, in one line.

        Args:
            text: the text.
            from_right: whether the text of which it is a line is read from right to left; it
                tells so itself if it is all of it.
        """
        return _shaped(self, text, is_from_right(text) if from_right is None else from_right)

    def lines(self, text: str, width: float, size: int) -> tuple[list[str], bool]:
        """The text in lines that are at most so many pixels wide, and whether words were cut."""
        lines: list[str] = []
        is_cut = False
        for gap, word in self._words(text):
            longer = f"{lines[-1]}{gap}{word}" if lines else word
            if self._fits(longer, width, size):
                lines[-1:] = [longer]
                continue
            rest = word
            while not self._fits(rest, width, size):
                length = self._fitting(rest, width, size)
                lines.append(rest[:length])
                rest, is_cut = rest[length:], True
            lines.append(rest)
        return lines, is_cut

    def shortened(self, text: str, width: float, size: int) -> str:
        """As much of a text as fits into a line with an ellipsis behind it."""
        ends = [index for index, _ in clusters(text)]
        shorter = (f"{text[:end].rstrip(' ,;:–—-')}{_ELLIPSIS}" for end in reversed(ends))
        return next((name for name in shorter if self._fits(name, width, size)), _ELLIPSIS)

    def _fits(self, text: str, width: float, size: int) -> bool:
        return self.line(text).pixels(size) <= width

    def _fitting(self, word: str, width: float, size: int) -> int:
        ends = [index for index, _ in clusters(word)][1:]
        fitting = (end for end in reversed(ends) if self._fits(word[:end], width, size))
        return next(fitting, len(word))

    def _words(self, text: str) -> Iterator[tuple[str, str]]:
        for gap, word in words_of(text):
            between = gap
            if not any(script_of(character) in _WITHOUT_SPACES for character in word):
                yield between, word
                continue
            for syllable in _SYLLABLE.findall(word):
                yield between, syllable
                between = ""

    def pieces(self, text: str, variant: str) -> Iterator[tuple[Face, str]]:
        """The text in pieces of one font; spaces stay with the letters before them."""
        found: list[Face] = []
        parts = [cluster for _, cluster in clusters(text)]
        for cluster in parts:
            before = found[-1] if found else Face(FONTS / "NotoSans-Bold.ttf")
            is_space = cluster.isspace() and all(ord(space) in _held(before) for space in cluster)
            face = before if is_space else _face(self, cluster, variant)
            found.append(face or before)
        for face, group in groupby(zip(found, parts, strict=True), lambda pair: pair[0]):
            yield face, "".join(part for _, part in group)


@lru_cache(maxsize=8)
def drawn(line: Line, size: int) -> tuple[Image.Image, int, int] | None:
    """A line as a mask; where its left edge and top are, as seen from the start of its baseline."""
    pen = uharfbuzz.RasterDraw()
    pen.scale_factor = (_FINENESS, _FINENESS)
    factor = size * _FINENESS / UNITS
    for glyph in line.glyphs:
        pen.transform = (factor, 0, 0, factor, glyph.x * factor, glyph.y * factor)
        pen.draw_glyph(_font(glyph.face), glyph.number)
    made = pen.render()
    place = made.extents
    if not place.width or not place.height:
        return None
    of = (place.width, place.height)
    mask = Image.frombuffer("L", of, bytes(made.buffer), "raw", "L", place.stride, -1)
    return mask, place.x_origin, -(place.y_origin + place.height)


def is_unseen(character: str) -> bool:
    """Whether a character only says how others are drawn."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


@lru_cache(maxsize=4096)
def _face(lettering: Lettering, cluster: str, variant: str) -> Face | None:
    """The font that holds a letter with the marks on it."""
    others = dict(lettering.others)
    style = {"is_bold": lettering.is_bold, "has_serifs": lettering.has_serifs}
    for face in faces(cluster, variant, others, **style):
        held = _held(face)
        if all(ord(character) in held or is_unseen(character) for character in cluster):
            return face
    return None


@lru_cache(maxsize=128)
def _shaped(lettering: Lettering, text: str, is_rtl: bool) -> Line:
    glyphs: list[Glyph] = []
    x = 0
    variant = han_variant(text)
    for start, end, from_right in runs_in_order(text, from_right=is_rtl):
        pieces = list(lettering.pieces(text[start:end], variant))
        for face, piece in reversed(pieces) if from_right else pieces:
            for number, advance, right, up in _shape(face, piece, from_right=from_right):
                glyphs.append(Glyph(face, number, x + right, up))
                x += advance
    return Line(tuple(glyphs), x)


def _shape(face: Face, text: str, *, from_right: bool) -> Iterator[tuple[int, int, int, int]]:
    """The glyphs of a text from left to right: number, advance, and shifts to the right and up."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if from_right else "ltr"
    buffer.guess_segment_properties()
    uharfbuzz.shape(_font(face), buffer)
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        yield info.codepoint, place.x_advance, place.x_offset, place.y_offset


@lru_cache(maxsize=64)
def _font(face: Face) -> uharfbuzz.Font:
    opened = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(face.file), face.number)
    font = uharfbuzz.Font(opened)
    font.scale = (UNITS, UNITS)
    return font


@lru_cache(maxsize=64)
def _held(face: Face) -> frozenset[int]:
    """The characters that a font holds."""
    return frozenset(_font(face).face.unicodes)
