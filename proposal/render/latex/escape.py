"""Makes LaTeX out of text, so that text can never become a command.

PyLaTeX's own escaping breaks hyphens and line ends in prose; its type `NoEscape` marks, here
as there, a string that is LaTeX already.
"""

from __future__ import annotations

import re

from pylatex import NoEscape

from proposal.render.typography import typographic

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "^": r"\textasciicircum{}",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "%": r"\%",
    '"': r"\textquotedbl{}",
    "`": r"\textasciigrave{}",
    "\N{NO-BREAK SPACE}": "~",
    "\N{NARROW NO-BREAK SPACE}": r"\,",
    "\N{THIN SPACE}": r"\,",
    "\N{EN DASH}": "--",  # the ligature, unlike the character, lets TeX break the line after it
    "\N{EM DASH}": "---",
    "\N{NON-BREAKING HYPHEN}": r"\mbox{-}",
    "\N{SOFT HYPHEN}": r"\-",
    "\N{ZERO WIDTH SPACE}": r"\hspace{0pt}",
    "\t": " ",
}
_SPECIAL_PATTERN = re.compile("|".join(map(re.escape, _SPECIAL)))
_LIGATURE = re.compile(r"(?<=[-–—])[-–—]|(?<=['’])['’]|(?<=‘)‘|(?<=,),|(?<=<)<|(?<=>)>|(?<=[!?])‘")
"""Characters before which TeX would join two of them into another one."""

PDFLATEX_CHARACTERS = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖŒØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöœøùúûüýþÿŸ"
    "ĂăĄąĆćČčĎďđĘęĚěĞğĹĺĽľŁłŃńŇňŐőŔŕŘřŚśŠšŞşŤťŰűŮůŹźŻżŽžİıŊŋ"
    "¡¿«»‹›„‚“”‘’–—…§†‡•€£¥©®™°±×÷½¼ªº·"
)
"""The letters and signs beyond ASCII that acmart's fonts hold as single glyphs under pdfLaTeX.

Everything else (Vietnamese, Romanian, Greek, …) would be put together from pieces that nobody
can search or copy, come back as another letter (Đ, ţ), be missing in one of the fonts (¾) or in
capitals (µ); LuaLaTeX sets it from OpenType fonts.
The end-to-end tests read each of these characters back from a PDF.
"""


def escape(text: str) -> NoEscape:
    """Text as LaTeX that prints just that text."""
    # A ligature is broken first: what replaces special characters has none.
    broken = _LIGATURE.sub(lambda match: "\N{ZERO WIDTH NON-JOINER}" + match[0], text)
    escaped = _SPECIAL_PATTERN.sub(lambda match: _SPECIAL[match[0]], broken)
    return NoEscape(escaped.replace("\N{ZERO WIDTH NON-JOINER}", "{}"))


def escape_line(text: str) -> NoEscape:
    """A line of plain text, such as a title, with typographic quotes and dashes."""
    return escape(typographic(text))


def escape_code(text: str) -> NoEscape:
    """Text that prints as it was typed, straight quotes, runs of spaces and all."""
    escaped = str(escape(text))
    for typed, latex in _IN_CODE.items():
        escaped = escaped.replace(typed, latex)
    return NoEscape(escaped)


_IN_CODE = {
    "'": r"\textquotesingle{}",
    "---": r"\textemdash{}",  # the typewriter font joins no hyphens,
    "--": r"\textendash{}",
    "€": r"\textrm{€}",  # and has no glyph for this one
    "  ": "~ ",
}


def escape_address(url: str) -> NoEscape:
    r"""An address inside of `\href` or `\url`, whose text stays a single string of characters.

    What is left of a checked address is printable ASCII; hyperref takes back the backslash of
    these three.
    """
    encoded = "".join(
        character if character not in _UNSAFE_IN_ADDRESS else f"%{ord(character):02X}"
        for character in url
    )
    return NoEscape(re.sub(r"([%#&_])", r"\\\1", encoded))


_UNSAFE_IN_ADDRESS = set('\\{}^`|"<> ~$')


def beyond_pdflatex(latex: str) -> list[str]:
    """The characters, in order of appearance, that pdfLaTeX's fonts do not hold."""
    return list(
        dict.fromkeys(
            character
            for character in latex
            if not character.isascii() and character not in PDFLATEX_CHARACTERS
        )
    )
