"""Finds the files that texts of the last edition show and link to, as those of the next one do."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

_NAMED = re.compile(
    r"\]\(\s*(?:<(?P<spaced>[^<>\n]+)>|(?P<plain>[\w./% -]*\w))"
    r"(?:[?#][^()\s]*)?(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?\s*\)"
)
"""What a link or a picture names in Markdown: `](figures/plot.png "A plot")`, `](<a b.pdf>)`."""

_NO_FILES = {".md", ".yaml", ".bib", ".json"}
"""Endings of texts and data, which are copied for themselves or not at all."""


def files_named_in(text: str, beside: Path, folder: Path) -> Iterator[str]:
    """The names of files in an edition's folder that a text shows or links to.

    Args:
        text: the text in Markdown.
        beside: the folder in which it lies.
        folder: the edition's folder.
    """
    for match in _NAMED.finditer(text):
        name = unquote(match["spaced"] or match["plain"])
        for base in dict.fromkeys((beside, folder)):
            file = Path(os.path.normpath(base / name))
            is_below = file.is_relative_to(folder) and file.suffix not in _NO_FILES
            if is_below and file.is_file():
                yield file.relative_to(folder).as_posix()
                break
