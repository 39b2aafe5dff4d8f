"""Metadata: what libraries and search engines list the paper under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from proposal.check.pdf.expected_pdf import Expected
from proposal.check.pdf.pdf_file import Check, CheckedPdf
from proposal.diagnostics import Diagnostic, Severity, error, warning
from proposal.model.acmart_versions import CREATIVE_COMMONS
from proposal.reading.searchable_text import normalize

_HINT = (
    "build it again; in LaTeX of your own, `\\hypersetup{pdftitle=…, pdfauthor=…, pdfkeywords=…}`; "
    "in Word, File, Info; in Typst, `#set document(title: …, author: …, keywords: …)`"
)
_NAME_OF_FILE = re.compile(
    r"Microsoft\s(?:Office\s)?Word\s-\s.*|.*\.(?:docx?|odt|pages|rtf|tex|typ|md|html?|pdf)"
    r"|untitled(?:\s(?:document|\d+))?|document\d*|\(anonymous\)",
    re.IGNORECASE,
)
"""What programs write for want of a title: `Microsoft Word - paper.docx`, `Untitled document`."""

_HINT_OF_KEYWORDS = "write `keywords: [A First, A Second]` into edition.yaml, and build it again"


def stated(pdf: CheckedPdf, expected: Expected) -> Iterator[Diagnostic]:
    """An empty title makes viewers show the file's name, and search engines guess."""
    found = pdf.metadata
    both = tuple(
        filter(None, (expected.title, " ".join(filter(None, (expected.title, expected.subtitle)))))
    )
    yield from _compared(pdf, "title", found.title, both)
    named = next(filter(_NAME_OF_FILE.fullmatch, found.title), None)
    if named and not both:
        message = pdf.message(f"its metadata give the title “{named}”, as if a file were meant")
        yield warning("metadata-missing", message, hint=_HINT)
    if not expected.anonymous:
        wanted = (", ".join(expected.authors),) if expected.authors else ()
        yield from _compared(pdf, "authors", found.authors, wanted)
    wanted = (", ".join(expected.keywords),) if expected.keywords else ()
    is_of_data = bool(expected.title)
    yield from _compared(pdf, "keywords", found.keywords, wanted, is_of_data=is_of_data)


def _compared(
    pdf: CheckedPdf,
    what: str,
    found: Sequence[str],
    wanted: Sequence[str],
    *,
    is_of_data: bool = False,
) -> Iterator[Diagnostic]:
    """What is wrong with one value, where the data may say another one or none."""
    if not found:
        message = pdf.message(f"its metadata name no {what}")
        is_unsaid = what == "keywords" and not wanted
        severity = warning if is_unsaid else error
        hint = _HINT_OF_KEYWORDS if is_unsaid and is_of_data else _HINT
        yield severity("metadata-missing", message, hint=hint)
        return
    allowed = {_listed(value) for value in wanted}
    for value in found:
        if wanted and _listed(value) not in allowed:
            message = pdf.message(
                f"its metadata give the {what} “{value}”; the data say “{wanted[0]}”"
            )
            yield error("metadata-mismatch", message, hint="build it again from the data")
            return
    if len({_listed(value) for value in found}) > 1:
        message = pdf.message(f"its metadata give the {what} twice: “{found[0]}” and “{found[1]}”")
        yield error("metadata-mismatch", message, hint=_HINT)


def _listed(value: str) -> str:
    """A value as it is compared: lists may be written with commas, semicolons or "and"."""
    return normalize(re.sub(r"\s*(?:;|,?\s+and\s+)\s*", ", ", value))


def acmart_version(pdf: CheckedPdf, expected: Expected) -> Iterator[Diagnostic]:
    """Old versions of the class print wordings and licences that production no longer takes."""
    version = pdf.acmart
    if version is None:
        if expected.rights is not None:
            message = pdf.message("it does not say which version of acmart made it")
            hint = "make it with LaTeX and `\\documentclass[sigconf]{acmart}`"
            yield Diagnostic(Severity.NOTE, "acmart-version", message, hint=hint)
        return
    accepting = CREATIVE_COMMONS.forms[-1]
    if CREATIVE_COMMONS.at(version) != accepting.text and _has_licence(pdf, expected):
        message = pdf.message(
            f"it was made with acmart {version}; Creative Commons licences for ACM's own "
            f"publications came with {accepting.since}"
        )
        hint = "update acmart before you send the PDF; production sets the sources with its own"
        yield Diagnostic(Severity.NOTE, "acmart-version", message, hint=hint)


def _has_licence(pdf: CheckedPdf, expected: Expected) -> bool:
    """Whether it is ACM's own publication under a Creative Commons licence."""
    if expected.rights is not None:
        return expected.rights.copyright == "cc"
    first = normalize(pdf.pages[0].text) if pdf.pages else ""
    return "licensedunderacreativecommons" in first and "acmisbn" in first


METADATA: tuple[Check, ...] = (stated, acmart_version)
