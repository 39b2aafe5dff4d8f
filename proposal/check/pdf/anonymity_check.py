"""Anonymity: nothing in the PDF tells who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.check.pdf.expected_pdf import Expected
from proposal.check.pdf.pdf_file import CheckedPdf
from proposal.diagnostics import Diagnostic, error, warning
from proposal.pdf.pdf_objects import at, overlays
from proposal.reading.searchable_text import normalize

_HINT = "use acmart's options `anonymous` and `review`"


def anonymity(pdf: CheckedPdf, expected: Expected) -> Iterator[Diagnostic]:
    """Reviewers of a double-blind call must not know who wrote what they read.

    Authors may cite themselves as they cite others, so names in the references say nothing.
    """
    if not expected.anonymous:
        return
    texts = _before_references(pdf)
    for what, words in (
        ("name of an author", expected.authors),
        ("address of an author", expected.emails),
        ("employer of an author", expected.institutions),
    ):
        for word in words:
            pages = [number for number, text in texts.items() if _says(text, word)]
            if pages:
                severity = warning if "employer" in what else error
                message = pdf.message(
                    f"“{word}” is the {what}, and the PDF must be anonymous", *pages
                )
                yield severity("not-anonymous", message, hint=_HINT)
    yield from _hidden(pdf, expected)


def _before_references(pdf: CheckedPdf) -> dict[int, str]:
    """The text of each page up to the references, by the page's number."""
    texts: dict[int, str] = {}
    for page in pdf.pages:
        heading = re.search(r"^\s*references\s*$", page.text, re.IGNORECASE | re.MULTILINE)
        texts[page.number] = page.text[: heading.start()] if heading else page.text
        if heading:
            break
    return texts


def _says(text: str, words: str) -> bool:
    return normalize(words) in normalize(text)


def _hidden(pdf: CheckedPdf, expected: Expected) -> Iterator[Diagnostic]:
    """What readers do not see on the pages, and find in a moment."""
    metadata = pdf.metadata
    said = " ".join((*metadata.title, *metadata.authors, *metadata.keywords))
    for name in expected.authors:
        if _says(said, name):
            message = pdf.message(f"its metadata name “{name}”, and the PDF must be anonymous")
            yield error("not-anonymous", message, hint=_HINT)
            break
    carried = _in_tags(pdf)
    for name in (*expected.authors, *expected.emails):
        if pages := [page for page, text in carried if _says(text, name)]:
            message = pdf.message(f"its tags name “{name}”, and the PDF must be anonymous", *pages)
            yield error("not-anonymous", message, hint=_HINT)
    linked: dict[str, list[int]] = {}
    for page in pdf.pages:
        for annotation in overlays(page.object):
            address = str(at(annotation, "/A", "/URI") or "")
            if any(email in address for email in expected.emails):
                linked.setdefault(address, []).append(page.number)
    for address, pages in linked.items():
        message = pdf.message(f"a link leads to “{address}”, and the PDF must be anonymous", *pages)
        yield error("not-anonymous", message, hint=_HINT)


def _in_tags(pdf: CheckedPdf) -> list[tuple[int, str]]:
    """What tags say besides the text, and on which page: descriptions and titles."""
    return [
        (tag.page or 1, text)
        for tag in pdf.structure.tags
        for key in ("/Alt", "/ActualText", "/E", "/T")
        if isinstance(text := at(tag.object, key), str)
    ]
