"""Where on a page something is printed, and what."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct


class Box(Struct, frozen=True):
    """A rectangle in points, from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, boxes: Collection[Box]) -> Box:
        """The smallest rectangle that holds some others, of which there is one at least."""
        return cls(
            min(box.left for box in boxes),
            min(box.bottom for box in boxes),
            max(box.right for box in boxes),
            max(box.top for box in boxes),
        )


class Piece(Struct, frozen=True):
    """A stretch of words in one line."""

    text: str
    box: Box


class PageText(Struct, frozen=True):
    """What is printed on a page."""

    text: str
    """In the order of the file, with words joined that were broken at line ends."""
    pieces: tuple[Piece, ...]
    """Those that were wanted."""
    heads: tuple[Piece, ...]
    """What stands at the head of the page: each text in one line that was set as one."""
