r"""Writes text as PDF's metadata hold it, so that TeX need not work it out.

`\hypersetup{pdftitle={…}}` takes the square of a text's length, and acmart asks for it twice: a
hundred long keywords took minutes.
"""

from __future__ import annotations

from collections.abc import Iterable

from pylatex import NoEscape

from proposal.render.latex.runs import composed
from proposal.render.typography import typographic

_AS_IT_IS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,.:;/-'+=!?")


def metadata_string(text: str) -> NoEscape:
    r"""A line of text between the parentheses of a PDF's string (ISO 32000-1, 7.9.2.2).

    Plain letters stand for themselves, and other characters of ASCII are written as octal
    numbers; a text with any beyond is UTF-16 with its mark of order. The backslash of a number
    must be an ordinary character to TeX.
    """
    line = " ".join(composed(typographic(text)).replace("\N{NO-BREAK SPACE}", " ").split())
    if line.isascii():
        return NoEscape("".join(map(_sign, line)))
    encoded = b"\xfe\xff" + line.encode("utf-16-be")
    return NoEscape("".join(f"\\{byte:03o}" for byte in encoded))


def metadata_list(items: Iterable[str]) -> NoEscape:
    """A list of texts as hyperxmp takes it, which splits it at commas.

    It has signs of its own for a comma within a text and for an underscore, which it would make
    a space.
    """
    return metadata_string(", ".join(item.translate(_IN_LISTS) for item in items))


_IN_LISTS = str.maketrans({",": "\x03", "_": "\x15"})


def _sign(character: str) -> str:
    is_plain = character in _AS_IT_IS or character == " "
    return character if is_plain else f"\\{ord(character):03o}"
