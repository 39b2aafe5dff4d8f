"""Names that TeX reads letter by letter and never prints: of files, of fonts, of font features."""

from __future__ import annotations

import re
from typing import Self

from pylatex import NoEscape

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./+-]*")
"""`proposal.tex`, `fonts/noto.ttf`"""


class TexName(NoEscape):  # type: ignore[misc] # pylatex says nothing of its types
    """A name that stands in LaTeX as it is, since escaping it would make another name of it."""

    def __new__(cls, name: str) -> Self:
        """Make one out of a name.

        Raises:
            ValueError: it holds a character that TeX would not take as part of a name.
        """
        if not _NAME.fullmatch(name):
            message = f"{name!r} is no name that TeX can read"
            raise ValueError(message)
        made: Self = super().__new__(cls, name)
        return made
