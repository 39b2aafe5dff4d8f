"""Which of a session's links lead to slides and to a recording."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

_SLIDES = re.compile(r"\b(?:slides?|slide\s?deck|folien|presentation)\b", re.IGNORECASE)
"""Examples: `Slides`, `slides.pdf`, `Presentation (PDF)`."""
_VIDEO = re.compile(r"\b(?:video|recording|aufzeichnung|youtube)\b", re.IGNORECASE)
"""Examples: `Recording`, `Video of the talk`."""


class LinkedMaterials(Struct, frozen=True):
    """What the links of a session lead to."""

    slides: str = ""
    video: str = ""
    others: tuple[str, ...] = ()
    """Addresses of what the data have no place for."""


def linked_materials(links: Iterable[tuple[str, str]]) -> LinkedMaterials:
    """Sort links by their labels, of which the first of a kind counts.

    Args:
        links: labels and addresses.
    """
    slides, video, others = "", "", []
    for label, address in links:
        if not address:
            continue
        if not slides and _SLIDES.search(label):
            slides = address
        elif not video and _VIDEO.search(label):
            video = address
        else:
            others.append(address)
    return LinkedMaterials(slides, video, tuple(others))
