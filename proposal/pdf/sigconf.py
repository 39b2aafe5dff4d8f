r"""The page of acmart's `sigconf`: its paper, and where text may stand on it.

The lengths are those of the class's `\geometry`, in points of PDF (1/72 inch).
"""

from __future__ import annotations

from proposal.pdf.paper_sizes import LETTER
from proposal.pdf.placed import Box

_TEX_POINT = 72 / 72.27

AREA = Box(
    left=54 * _TEX_POINT,
    bottom=73 * _TEX_POINT,
    right=LETTER[0] - 54 * _TEX_POINT,
    top=LETTER[1] - 57 * _TEX_POINT,
)
"""The text with its running heads and page numbers."""

HEAD = 90.0
"""What stands less than this below the upper edge of a page may be a running head, in any class."""

FOOT = 82.0
"""What ends below this height stands below the last line of text."""

_SLACK = 3.0
"""Points by which microtype may hang a hyphen or full stop out, and one more."""


def excess(box: Box) -> str | None:
    """By how much and where something sticks out of the text area."""
    beyond = {
        "on the left": AREA.left - box.left,
        "on the right": box.right - AREA.right,
        "above": box.top - AREA.top,
        "below": AREA.bottom - box.bottom,
    }
    side, most = max(beyond.items(), key=lambda excess_of_side: excess_of_side[1])
    return f"by {most:.0f} pt {side}" if most > _SLACK else None


def is_below_text(box: Box) -> bool:
    """Whether something stands where only the page number belongs."""
    return box.top < FOOT


def depth_below_text(box: Box) -> float:
    """By how many points something reaches below the last line of text, letters' tails included.

    Nothing to speak of is 0.
    """
    depth = _LOWEST - box.bottom
    return depth if depth > _SLACK else 0.0


_LOWEST = 82.0
"""How low the tails of the last line's letters reach."""
