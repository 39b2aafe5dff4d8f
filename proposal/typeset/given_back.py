"""Does a finished PDF give back the words for which LuaLaTeX was needed?

A letter that no font has leaves a blank or a box, and a letter that is put together from pieces
may come back as something else. Two programs read the PDF, since each reads some scripts better
than the other: PDFium heeds what a word is said to be, pypdf keeps words from right to left in
their order.
"""

from __future__ import annotations

import importlib
import io
import re
import unicodedata
from collections.abc import Iterator

from proposal.diagnostics import Diagnostic, Span, error
from proposal.render.latex.document import RenderedDocument
from proposal.render.latex.escape import PDFLATEX_CHARACTERS

_UNPRINTED = re.compile(
    r"\\renewcommand\{\\shortauthors\}.*|\\Description\{.*|^ *pdf[a-z]+=.*|^\\bibitem.*",
    re.MULTILINE,
)
_COMMAND = re.compile(r"\\(?:href\{[^}]*\}|script[A-Za-z]+ |(?:right|left)to\w+ |[A-Za-z]+)")
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~]+")


def lost_words(document: RenderedDocument, pdf: bytes, bbl: str) -> list[Diagnostic]:
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
    words = dict.fromkeys([*_words(body), *_words(bbl)])
    lost = [word for word in words if not _is_in(word, texts, squeezed)]
    return [
        error("lost-text", f"{document.name}.pdf does not give “{word}” back", place, _HINT)
        for word in lost
        for place in _places(document, word)
    ]


_HINT = "write it in other letters, and tell the makers of this program"


def readings(pdf: bytes) -> list[str]:
    """What each of two programs reads in a PDF."""
    pypdf = importlib.import_module("pypdf")  # takes long to load, and is seldom needed
    by_pypdf = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    by_pdfium = importlib.import_module("proposal.render.pdf")
    with by_pdfium.opened(pdf) as document:
        return ["\n".join(by_pdfium.texts_of(document)), "\n".join(by_pypdf)]


def _words(latex: str) -> Iterator[str]:
    """The words in LaTeX that hold characters beyond pdfLaTeX's."""
    text = _COMMAND.sub(lambda command: "" if command[0].endswith(" ") else " ", _bare(latex))
    for word in _WORD.findall(text.replace("{", "").replace("}", "")):
        if any(not each.isascii() and each not in PDFLATEX_CHARACTERS for each in word):
            yield word


def _bare(latex: str) -> str:
    return _UNPRINTED.sub("", latex).replace(r"\scriptbreak ", "").replace(r"\-", "")


def _letters(text: str) -> str:
    """A text without what lines, capitals and readers of PDFs do to it: letters and digits."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(each for each in decomposed if each.isalnum())


def _is_in(word: str, texts: list[str], squeezed: list[str]) -> bool:
    letters = _letters(word)
    if not letters:
        signs = [each for each in word if unicodedata.category(each)[0] == "S"]
        return all(any(each in text for text in texts) for each in signs)
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
