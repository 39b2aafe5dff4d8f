r"""Writes text as PDF's metadata hold it, so that TeX need not work it out.

`\hypersetup{pdftitle={…}}` takes the square of a text's length, and acmart asks for it twice; so
does hyperxmp, which writes lists into XMP. A hundred long keywords took minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pylatex import NoEscape

from proposal.render.latex.runs import composed
from proposal.render.typography import typographic
from proposal.source.bib.reserved_characters import RESERVED

_MOST = 2000
"""Characters that hyperref and hyperxmp still work out in no time worth naming."""

_ODD = re.compile(r"[^\w\s.,:;/'+=!?()&%‘’“”–-]|_")
"""Signs of which hyperref may make something else: `#1`, `a_b`."""


def is_plain(lines: Iterable[str], keywords: Iterable[str]) -> bool:
    """Whether hyperref makes the right metadata of some texts, and quickly.

    Its form is the one that publishers know, so that only what needs another gets it.

    Args:
        lines: title, names and whatever else stands in the metadata on a line of its own.
        keywords: a list, which hyperxmp would divide at each comma.
    """
    listed = list(keywords)
    texts = [*lines, *listed]
    is_short = sum(map(len, texts)) <= _MOST
    return is_short and not any(map(_ODD.search, texts)) and not any("," in word for word in listed)


_AS_IT_IS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,.:;/-'+=!?")


def metadata_string(text: str) -> NoEscape:
    r"""A line of text between the parentheses of a PDF's string (ISO 32000-1, 7.9.2.2).

    Plain letters stand for themselves, and other characters of ASCII are written as octal
    numbers; a text with any beyond is UTF-16 with its mark of order. The backslash of a number
    must be an ordinary character to TeX.
    """
    line = _line(text)
    if line.isascii():
        return NoEscape("".join(map(_sign, line)))
    encoded = b"\xfe\xff" + line.encode("utf-16-be")
    return NoEscape("".join(f"\\{byte:03o}" for byte in encoded))


def metadata_text(text: str) -> NoEscape:
    """A line of text as a tagging LaTeX takes it for metadata: letters as they are read."""
    return NoEscape("".join(RESERVED.get(character, character) for character in _line(text)))


def xmp_list(items: Iterable[str]) -> NoEscape:
    """A list of texts as XMP holds it: one `rdf:li` for each (ISO 16684-1, 7.7)."""
    return NoEscape("".join(f"<rdf:li>{xmp_text(item)}</rdf:li>" for item in items))


def xmp_text(text: str) -> NoEscape:
    """A line of text as XMP holds it: plain letters, and numbers for all other characters."""
    return NoEscape("".join(map(_entity, _line(text))))


def _entity(character: str) -> str:
    is_plain = character in _AS_IT_IS or character == " "
    return character if is_plain else f"&#x{ord(character):X};"


def _line(text: str) -> str:
    return " ".join(composed(typographic(text)).replace("\N{NO-BREAK SPACE}", " ").split())


def _sign(character: str) -> str:
    is_plain = character in _AS_IT_IS or character == " "
    return character if is_plain else f"\\{ord(character):03o}"
