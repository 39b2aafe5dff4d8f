"""Checks that words can be extracted in the order of reading, and that nothing is left over."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from proposal.check.pdf.expected_pdf import Expected
from proposal.check.pdf.pdf_file import CheckedPdf
from proposal.check.pdf.word_search import place_of
from proposal.diagnostics import Diagnostic, error
from proposal.model.acm_samples import SAMPLE_CONFERENCE, SAMPLE_DOI, SAMPLE_ISBN
from proposal.reading.searchable_text import normalize

_MOST_GARBLED = 0.02
"""The share of unknown characters from which text counts as garbled; symbols are few."""
_FEWEST_WORDS = 150
"""Words from which a text must show its language by common ones."""
_FEWEST_COMMON = 0.03
"""The share of common words; English prose has about a quarter, even a list of names some."""
_FEWEST_BESIDE_TITLE = 0.005
"""The same where the title can be read: a list of hours and names needs hardly any."""
_OF_OTHERS = ("na", "się", "se", "az", "és", "ja", "on", "din", "și", "bir", "ve", "của", "và")
"""Polish, Czech, Hungarian, Finnish, Romanian, Turkish and Vietnamese."""
_COMMON = frozenset(
    (
        *("a", "and", "are", "for", "in", "is", "of", "the", "der", "die", "und"),
        *("de", "el", "en", "la", "des", "et", "les", "che", "di", "il", "da", "do", "os"),
        *("een", "het", "att", "och", *_OF_OTHERS),
    )
)
"""Words of which each text in its language has many."""


def unreadable(pdf: CheckedPdf, expected: Expected) -> Iterator[Diagnostic]:
    """Libraries index the text, and people have it read aloud."""
    if not any(page.text.strip() for page in pdf.pages):
        hint = "make it with LaTeX; do not scan it, and do not turn its letters into outlines"
        yield error("no-text", pdf.message("it holds no text, only pictures of it"), hint=hint)
        return
    garbled = [page.number for page in pdf.pages if is_garbled(page.text)]
    if garbled or is_in_no_language(" ".join(page.text for page in pdf.pages), expected.title):
        message = pdf.message("the text comes out garbled when it is copied", *garbled)
        hint = "use fonts that say which letters they hold, such as acmart's own"
        yield error("garbled-text", message, hint=hint)


def is_garbled(text: str) -> bool:
    """Whether too many signs of a text are no letters, as of a font that does not say which."""
    letters = [letter for letter in text if not letter.isspace()]
    unknown = [
        letter for letter in letters if letter == "\ufffd" or unicodedata.category(letter)[0] == "C"
    ]
    return len(unknown) > _MOST_GARBLED * len(letters)


def is_in_no_language(text: str, title: str | None = None) -> bool:
    """Whether a long text has hardly any common word of a European language.

    Args:
        text: what comes out of a PDF; hours and numbers count for no words.
        title: what stands in it for certain, if that is known.
    """
    words = re.findall(r"[^\W\d_]+", text.casefold())
    common = sum(word in _COMMON for word in words)
    is_titled = title is not None and place_of(title, text) >= 0
    fewest = _FEWEST_BESIDE_TITLE if is_titled else _FEWEST_COMMON
    return len(words) >= _FEWEST_WORDS and common < fewest * len(words)


def reading_order(pdf: CheckedPdf, expected: Expected) -> Iterator[Diagnostic]:
    """Whoever listens to the paper hears it in the order of its tags, or else of the file."""
    spoken = pdf.spoken_text()
    text = (pdf.pages[0].text if spoken is None else spoken).partition("ACM Reference Format:")[0]
    where = "the text" if spoken is None else "the text of its tags"
    abstract = re.search(r"^\s*abstract\b", text, re.IGNORECASE | re.MULTILINE)
    metadata = pdf.metadata
    title = expected.title or next(iter(metadata.title), "")
    names = expected.authors or tuple(re.split(r"[,;]|\band\b", "".join(metadata.authors[:1])))
    author = "" if expected.anonymous else names[0] if names else ""
    places = {
        "the title": place_of(title, text),
        "the first author": place_of(author, text),
        "the abstract": len(normalize(text[: abstract.start()])) if abstract else -1,
    }
    hint = "let LaTeX place the top matter; move nothing there by hand"
    if expected.title and places["the title"] < 0:
        message = pdf.message(f"the title cannot be found in {where}", 1)
        yield error("reading-order", message, hint=hint)
        return
    found = [(what, place) for what, place in places.items() if place >= 0]
    for (first, before), (second, after) in pairwise(found):
        if before > after:
            message = pdf.message(f"{second} comes before {first} when {where} is read in order", 1)
            yield error("reading-order", message, hint=hint)
            return


_LEFTOVERS: tuple[tuple[str, str, str], ...] = (
    (
        r"(?:^|(?<=[\s(~]))\?\?(?!\?)",
        "a reference that LaTeX could not resolve",
        "mend the reference, and run LaTeX again",
    ),
    (
        r"[\[(](?:[^\[\]()?]{0,60}[,;]\s*)?\?(?:\s*,\s*(?:\?|\d+))*\s?[\])]",
        "a citation that BibTeX could not resolve",
        "mend the citation's key, and run BibTeX and LaTeX again",
    ),
    (SAMPLE_DOI, "acmart's placeholder for the DOI", "copy the DOI from ACM's rights message"),
    (SAMPLE_ISBN, "acmart's placeholder for the ISBN", "copy the ISBN from ACM's rights message"),
    (
        SAMPLE_CONFERENCE,
        "the example's conference",
        "copy `\\acmConference` from ACM's rights message",
    ),
    (
        r"Unpublished working draft\. Not for distribution",
        "acmart's mark of a draft",
        "leave out the option `authordraft`",
    ),
    (
        r"\b(?:TODO|FIXME|(?i:lorem ipsum))\b",
        "a note to oneself",
        "write what was meant, or delete it",
    ),
)


def leftovers(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """A placeholder in print stays there for good."""
    for pattern, what, hint in _LEFTOVERS:
        pages: dict[str, list[int]] = {}
        for page in pdf.pages:
            for match in re.finditer(pattern, page.text, re.MULTILINE):
                pages.setdefault(_on_one_line(match[0]), []).append(page.number)
        for words, numbers in pages.items():
            message = pdf.message(f"“{words}” is {what}", *numbers)
            yield error("leftover", message, hint=hint)


def _on_one_line(words: str) -> str:
    """Words as a message shows them, wherever the lines of the PDF break."""
    return re.sub(r" (?=[\])])", "", " ".join(words.split()))
