"""Checks that a finished PDF gives back the words for which LuaLaTeX was needed.

A letter that no font has leaves a blank or a box, and a letter that is put together from pieces
may come back as something else. Two programs read the PDF, since each reads some scripts better
than the other: PDFium heeds what a word is said to be, pypdf keeps words from right to left in
their order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.model.document_format import FORMATS
from proposal.pdf import Pdf
from proposal.render.latex.document import RenderedDocument
from proposal.render.latex.escape import PDFLATEX_CHARACTERS

_UNPRINTED = re.compile(
    r"\\renewcommand\{\\shortauthors\}.*|\\Description\{.*|^ *pdf[a-z]+=.*|^\\bibitem.*",
    re.MULTILINE,
)
r"""`\renewcommand{\shortauthors}{Lovelace et al.}`, `\Description{A curve that rises}`"""
_ADDRESS = re.compile(r"\\(?:city|state|department)\{(?:[^{}]|\{[^{}]*\})*\}")
r"""What acmart prints of an affiliation with addresses alone: `\city{{\scriptHans 北京}}`."""
_WITHOUT_ADDRESSES = {name for name, page in FORMATS.items() if not page.shows_addresses}
_COMMAND = re.compile(r"\\(?:href\{[^}]*\}|script[A-Za-z]+ |(?:right|left)to\w+ |[A-Za-z]+)")
r"""`\href{https://example.org}`, `\textbf`"""
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~]+")
"""Letters between ASCII's signs and white space: `naïve`."""


def lost_words(document: RenderedDocument, pdf: Pdf, bbl: str) -> list[Diagnostic]:
    """The words that a PDF should hold and does not give back, each at its place in the data.

    Args:
        document: the rendered document.
        pdf: what TeX made of it.
        bbl: the list of references as BibTeX set it.
    """
    if not document.beyond_pdflatex:
        return []
    texts = readings(pdf)
    squeezed = [_letters(text) for text in texts]
    _, _, body = document.tex.text.partition("\\begin{document}")
    if document.format in _WITHOUT_ADDRESSES:
        body = _ADDRESS.sub("", body)
    words = dict.fromkeys([*_words(body), *_words(bbl)])
    lost = [word for word in words if not _is_in(word, squeezed)]
    whole = "".join(word for word in words if word not in set(lost))
    return [
        error("lost-text", f"{document.name}.pdf does not give “{word}” back", place, _HINT)
        for word in lost
        for place in _places(document, word)
    ] + [
        _lost_sign(document, sign, place)
        for sign in _lost_signs(whole, texts)
        for place in _places(document, sign)
    ]


_HINT = "write it in other letters, and tell the makers of this program"


def _lost_signs(words: str, texts: list[str]) -> list[str]:
    """The signs and marks in words that no reading holds; words are compared by their letters."""
    read = set(_decomposed("".join(texts)))
    return [
        sign
        for sign in dict.fromkeys(words)
        if not sign.isalnum() and sign not in PDFLATEX_CHARACTERS
        if unicodedata.category(sign) != "Cf" and not read.issuperset(_decomposed(sign))
    ]


def _decomposed(text: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(plain.split())


def _lost_sign(document: RenderedDocument, sign: str, place: Span | None) -> Diagnostic:
    name = f"(U+{ord(sign):04X}, {unicodedata.name(sign, 'unnamed')})"
    if _IS_INVISIBLE.match(sign):
        message = f"{document.name}.pdf does not give an invisible mark {name} back"
        hint = "delete it, unless the letter before it would look different"
        return warning("lost-text", message, place, hint)
    message = f"{document.name}.pdf does not give {sign} {name} back"
    return error("lost-text", message, place, _HINT)


_IS_INVISIBLE = re.compile("[\u034f\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Marks that show nothing by themselves, and only choose the shape or the order of letters.

They are the marks (category Mn) among Unicode's default-ignorable characters (section 5.21).
"""


def readings(pdf: Pdf) -> list[str]:
    """The text of a PDF, as each of two programs reads it."""
    return ["\n".join(pdf.texts), "\n".join(pdf.pypdf_texts)]


def _words(latex: str) -> Iterator[str]:
    """The words in LaTeX that hold characters beyond pdfLaTeX's."""
    text = _COMMAND.sub(lambda command: "" if command[0].endswith(" ") else " ", _bare(latex))
    for word in _WORD.findall(text.replace("{", "").replace("}", "")):
        if any(not letter.isascii() and letter not in PDFLATEX_CHARACTERS for letter in word):
            yield word


def _bare(latex: str) -> str:
    return (
        _UNPRINTED.sub("", latex)
        .replace(r"\scriptbreak ", "")
        .replace(r"\-", "")
        .replace(r"\/", "")
    )


def _letters(text: str) -> str:
    """A text without what lines, capitals and readers of PDFs do to it: letters and digits."""
    return "".join(letter for letter in _decomposed(text) if letter.isalnum())


def _is_in(word: str, squeezed: list[str]) -> bool:
    """Whether the letters of a word stand in a text; its signs are looked for one by one."""
    letters = _letters(word)
    if any(letters in text for text in squeezed):
        return True
    # A column's end may cut a word in two.
    return any(
        letters[:at] in text and letters[at:] in text
        for text in squeezed
        for at in range(1, len(letters))
    )


def _places(document: RenderedDocument, word: str) -> tuple[Span | None, ...]:
    for written in filter(None, (document.tex, document.bib)):
        for start in dict.fromkeys([word, *word]):
            if not start.isascii() and (places := written.places_of_character(start)):
                return places
    return (None,)
