"""Makes LaTeX out of text, so that text can never become a command.

PyLaTeX's own escaping breaks hyphens and line ends in prose; its type `NoEscape` marks, here
as there, a string that is LaTeX already.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

from pylatex import NoEscape

from proposal.render.latex.runs import Run, Stretch, composed, is_number, is_plain, stretches
from proposal.render.latex.scripts import LIBERTINE
from proposal.render.typography import typographic
from proposal.source.bib.reserved_characters import RESERVED

_SPECIAL = {
    **RESERVED,
    # LaTeX takes these for arguments of a command before them: of a line break, an item, a rule.
    "[": "{[}",
    "]": "{]}",
    "*": "{*}",
    '"': r"\textquotedbl{}",
    "`": r"\textasciigrave{}",
    "\N{NO-BREAK SPACE}": "~",
    "\N{NARROW NO-BREAK SPACE}": r"\,",
    "\N{THIN SPACE}": r"\,",
    "\N{EN SPACE}": r"\hspace{0.5em}",
    "\N{EM SPACE}": r"\hspace{1em}",
    "\N{THREE-PER-EM SPACE}": r"\hspace{0.333em}",
    "\N{FOUR-PER-EM SPACE}": r"\hspace{0.25em}",
    "\N{SIX-PER-EM SPACE}": r"\hspace{0.167em}",
    "\N{FIGURE SPACE}": r"\hspace{0.5em}",
    "\N{PUNCTUATION SPACE}": r"\hspace{0.25em}",
    "\N{HAIR SPACE}": r"\hspace{0.1em}",
    "\N{MEDIUM MATHEMATICAL SPACE}": r"\hspace{0.222em}",
    "\N{IDEOGRAPHIC SPACE}": r"\hspace{1em}",
    "\N{LINE SEPARATOR}": " ",
    "\N{PARAGRAPH SEPARATOR}": " ",
    "\N{EN DASH}": "--",  # the ligature, unlike the character, lets TeX break the line after it
    "\N{EM DASH}": "---",
    "\N{MINUS SIGN}": r"\textminus{}",  # as in UTC−7
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
    "¡¿«»‹›„‚“”‘’–—…§†‡•€£¥©®™°±−×÷½¼ªº·"
)
"""The letters and signs beyond ASCII that acmart's fonts hold as single glyphs under pdfLaTeX.

Everything else (Vietnamese, Romanian, Greek, …) would be put together from pieces that nobody
can search or copy, come back as another letter (Đ, ţ), be missing in one of the fonts (¾) or in
capitals (µ); LuaLaTeX sets it from OpenType fonts, those of `scripts` where ACM's lack it.
The end-to-end tests read each of these characters back from a PDF.
"""


_BEYOND_PDFLATEX = re.compile(f"[^\\x00-\\x7f{''.join(sorted(PDFLATEX_CHARACTERS))}]")
"""An example: `ế`."""


@lru_cache(maxsize=2048)
def escape(text: str, language: str | None = None) -> NoEscape:
    """Text as LaTeX that prints just that text.

    Args:
        text: the text.
        language: its language, which tells how Chinese characters are drawn, if it is known.
    """
    text = composed(text)
    if is_plain(text):
        return NoEscape(_escaped(text))
    return NoEscape("".join(map(_stretch, stretches(text, language))))


def escape_for_others(text: str) -> NoEscape:
    """Text as LaTeX for documents of others, which know none of the fonts that ours choose."""
    return NoEscape(_escaped(composed(text)))


def _escaped(text: str) -> str:
    # A ligature is broken first: what replaces special characters has none.
    broken = _LIGATURE.sub(lambda match: "\N{ZERO WIDTH NON-JOINER}" + match[0], text)
    escaped = _SPECIAL_PATTERN.sub(lambda match: _SPECIAL[match[0]], broken)
    apart = _JOINED_TO_NOTHING.sub(lambda _: _KEPT_FROM_BEFORE, escaped)
    return apart.replace("\N{ZERO WIDTH NON-JOINER}", _APART)


_APART = r"\/"
"""What keeps two letters from being joined, for both programs: braces are nothing to LuaTeX.

It is an error between paragraphs, so it stands behind a letter only.
"""
_KEPT_FROM_BEFORE = r"{\relax}"
"""What keeps the first sign of a text from being joined to what a template has before it.

Empty braces would: microtype, since 2023, looks for the first letter of an item or a footnote, and
loses all of `\\emph{{}-- text}` there.
"""
_JOINED_TO_NOTHING = re.compile(r"(?<!\S)\N{ZERO WIDTH NON-JOINER}")
"""A sign that would break a ligature, and has nothing before it: at the start, after a space."""


def _stretch(stretch: Stretch) -> str:
    if not stretch.is_rtl:
        return "".join(map(_run, stretch.runs))
    runs = (
        f"{{\\lefttoright {_run(run)}}}" if is_number(run.text) else _run(run)
        for run in stretch.runs
    )
    return f"{{\\righttoleft {''.join(runs)}}}"


def _run(run: Run) -> str:
    """A run in its script's font, in braces that BibTeX takes for a letter with an accent."""
    if run.script is None:
        return _escaped(run.text)
    # Where a line may end is looked for in the text, whose signs are several letters in LaTeX.
    pieces = breakable(run.text) if run.breaks else [run.text]
    text = r"\scriptbreak ".join(map(_escaped_for_script, pieces))
    return f"{{\\script{run.script} {text}}}"


def breakable(text: str) -> list[str]:
    """Chinese or Japanese text in pieces between which a line may end."""
    pieces: list[str] = []
    for piece in _BREAK.split(text):
        if pieces and unicodedata.category(piece[0])[0] in "MC":
            pieces[-1] += piece  # a mark stays with its letter
        else:
            pieces.append(piece)
    return pieces


def _escaped_for_script(text: str) -> str:
    """Text as fonts of scripts take it, which join no hyphens into dashes."""
    return _SPECIAL_PATTERN.sub(
        lambda match: match[0] if match[0] in _DASHES else _SPECIAL[match[0]], text
    )


_DASHES = "\N{EN DASH}\N{EM DASH}"
_BREAK = re.compile(
    r"(?<![\s（「『【《〈〔“‘])(?=[^\s、。，．：；？！）」』】》〉〕”’…・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々])"
    r"(?!^)"
)
"""Between two Chinese or Japanese characters, where neither rule of line breaking forbids it."""


def side_by_side(before: str, after: str) -> NoEscape:
    """Two pieces of LaTeX, one behind the other, of which TeX joins no two characters into one."""
    is_joined = _LAST_OF_LIGATURE.search(before) and _FIRST_OF_LIGATURE.match(after)
    return NoEscape(f"{before}{_APART}{after}" if is_joined else f"{before}{after}")


def shielded(latex: str) -> NoEscape:
    """LaTeX of a value that a template may set right beside a comma or a hyphen."""
    before = _KEPT_FROM_BEFORE if latex[:1] in _JOINED_BY_TEMPLATES else ""
    after = _APART if latex[-1:] in _JOINED_BY_TEMPLATES else ""
    return NoEscape(f"{before}{latex}{after}" if latex else latex)


_JOINED_BY_TEMPLATES = (",", "-")
_MARKS = "(?:\ue010\\d+\ue011)*"
"""Marks of places, which are taken out later."""
_LAST_OF_LIGATURE = re.compile(rf"[-–—'’‘,<>!?]{_MARKS}$")
"""A sign that TeX may join to what follows it: `pages 1-`, `Why?`."""
_FIRST_OF_LIGATURE = re.compile(rf"{_MARKS}[-–—'’‘,<>]")
"""One that it may join to what stands before it: `-9`."""


def escape_line(text: str) -> NoEscape:
    """A line of plain text, such as a title, with typographic quotes and dashes."""
    return escape(typographic(text))


def escape_code(text: str) -> NoEscape:
    """Text that prints as it was typed, straight quotes, runs of spaces and all."""
    escaped = str(escape(text))
    for typed, latex in _IN_CODE.items():
        escaped = escaped.replace(typed, latex)
    return NoEscape(_NOT_MONOSPACED.sub(r"\\textrm{\g<0>}", escaped))


_IN_CODE = {
    "'": r"\textquotesingle{}",
    "---": r"\textemdash{}",  # the typewriter font joins no hyphens,
    "--": r"\textendash{}",
    "€": r"\textrm{€}",  # and has no glyph for these
    r"\textminus{}": r"\textrm{\textminus{}}",
    "  ": "~ ",
}


def address_in_pdf(url: str) -> NoEscape:
    r"""An address between the parentheses of a PDF's string that TeX writes as it stands.

    Whatever means something there or to TeX is written as a number; `\percentsign` stands for the
    sign before it.
    """
    quoted = quote(url, safe="/:.-_~;=?@+,%")
    return NoEscape(quoted.replace("%", "\\percentsign "))


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


def shown_address(url: str) -> NoEscape | None:
    r"""An address inside of `\nolinkurl`, just as it is; nothing if that cannot show it so."""
    if set(url) & (_UNSAFE_IN_ADDRESS - {"~"}):
        return None
    return NoEscape(re.sub(r"([%#&_])", r"\\\1", url))


_NOT_MONOSPACED = re.compile(
    f"[{''.join(map(re.escape, sorted(LIBERTINE - PDFLATEX_CHARACTERS)))}]+"
)
"""Letters that the typewriter font lacks and the text's has."""

_UNSAFE_IN_ADDRESS = set('\\{}^`|"<> ~$')


def beyond_pdflatex(latex: str) -> list[str]:
    """The characters, in order of appearance, that pdfLaTeX's fonts do not hold."""
    return list(dict.fromkeys(_BEYOND_PDFLATEX.findall(latex)))
