"""The file itself: paper, length, version, and what may not be in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.check.pdf.expected_pdf import Expected
from proposal.check.pdf.pdf_file import Check, CheckedPage, CheckedPdf
from proposal.diagnostics import Diagnostic, Severity, error
from proposal.pdf.paper_sizes import LETTER, is_near, paper_name
from proposal.pdf.pdf_objects import (
    DictionaryObject,
    RectangleObject,
    all_dictionaries,
    at,
    dictionaries,
    entries,
    overlays,
)

NEWEST = (1, 7)
"""The newest version of PDF that ACM's production is known to take."""
NEWEST_TAGGED = (2, 0)
"""The version of PDF/UA-2, which ACM's own guides ask for.

The journal TOCE names it to its authors (https://github.com/acm-toce/documentation/wiki), and the
maintainers of acmart to theirs (https://github.com/borisveytsman/acmart, issue 553).
"""

_SLACK = 1  # points: programs round sizes


def page_size(pdf: CheckedPdf, expected: Expected) -> Iterator[Diagnostic]:
    """A page on other paper is scaled or cropped when the proceedings are put together."""
    paper = expected.paper
    if paper is None:
        return
    sizes: dict[str, list[int]] = {}
    for page in pdf.pages:
        if size := _shown_size(page, paper):
            sizes.setdefault(size, []).append(page.number)
    for size, numbers in sizes.items():
        wanted = f"{paper[0]:.0f} × {paper[1]:.0f} pt"
        named = f"US Letter ({wanted})" if paper == LETTER else wanted
        message = pdf.message(f"the paper is {size}, not {named}", *numbers)
        is_article = expected.format == "article"
        options = "[letterpaper]{article}" if is_article else f"[{expected.format}]{{acmart}}"
        hint = f"use `\\documentclass{options}`, and no package that sets the paper"
        yield error("page-size", message, hint=hint)


def _shown_size(page: CheckedPage, paper: tuple[float, float] = LETTER) -> str | None:
    """The size of a page, if it is not right."""
    turned = page.object.rotation % 180 != 0
    for box in (page.object.mediabox, page.object.cropbox):
        size = _size(box, float(page.object.user_unit), turned=turned)
        if not is_near(size, paper, _SLACK):
            called = paper_name(size, _SLACK)
            name = f" ({called})" if called else ""
            turn = " (turned)" if turned and is_near(size, (paper[1], paper[0]), _SLACK) else ""
            return f"{size[0]:.0f} × {size[1]:.0f} pt{name}{turn}"
    return None


def _size(box: RectangleObject, unit: float, *, turned: bool) -> tuple[float, float]:
    width, height = float(box.width) * unit, float(box.height) * unit
    return (height, width) if turned else (width, height)


def is_letter(page: CheckedPage) -> bool:
    """Whether a page is upright US Letter, so that its margins are known."""
    return _shown_size(page) is None and not page.object.rotation


def page_limit(pdf: CheckedPdf, expected: Expected) -> Iterator[Diagnostic]:
    """Chairs reject proposals, and publishers papers, that are longer than the call allows."""
    limit, count = expected.page_limit, len(pdf.pages)
    if limit is not None and count > limit:
        message = pdf.message(f"it has {count} pages; the call allows {limit}")
        yield error("too-many-pages", message, hint="shorten the text")


def version(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """Production's tools read PDF up to version 1.7, or 2.0 where the tags need it.

    PDF/UA-1 is a use of PDF 1, and PDF/UA-2 of PDF 2.0 (ISO 14289-1 and 14289-2, clause 6.1).
    """
    root = pdf.reader.root_object
    stated = (pdf.reader.pdf_header, str(at(root, "/Version") or ""))
    found = [re.search(r"(\d+)\.(\d+)", version) for version in stated]
    newest = max(
        ((int(version[1]), int(version[2])) for version in found if version), default=(0, 0)
    )
    written, part = f"{newest[0]}.{newest[1]}", pdf.structure.part
    if part == 2 and newest < NEWEST_TAGGED:
        message = pdf.message(f"it claims PDF/UA-2, which is PDF 2.0, and is PDF {written}")
        hint = (
            "put `\\DocumentMetadata{pdfversion=2.0}` before `\\documentclass`, or claim PDF/UA-1"
        )
        yield error("pdf-version", message, hint=hint)
    elif newest > (NEWEST_TAGGED if part == 2 else NEWEST):
        message = pdf.message(f"it is PDF {written}; production takes up to 1.7")
        hint = "put `\\DocumentMetadata{pdfversion=1.7}` before `\\documentclass`"
        yield error("pdf-version", message, hint=hint)


def scripts(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """What runs when somebody opens a paper has no place in an archive."""
    for dictionary in all_dictionaries(pdf.reader):
        if "/JS" in dictionary or at(dictionary, "/S") == "/JavaScript":
            hint = "leave out what brings it in, such as the packages animate or media9"
            yield error("javascript", pdf.message("it holds JavaScript"), hint=hint)
            return


_STYLE_SHEET = re.compile(r"latex-[\w-]+-css\.html")
"""What LaTeX attaches to a tagged PDF for who turns it into a web page: `latex-list-css.html`."""


def attachments(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """Files inside of the PDF are lost or refused; supplements are sent on their own.

    Tags may have files of their own (ISO 32000-2, 14.13), such as the source of a formula.
    """
    of_document = {id(file) for file in dictionaries(at(pdf.reader.root_object, "/AF"))}
    styles: set[str] = set()
    of_tags: set[str] = set()
    others: set[str] = set()
    for file in all_dictionaries(pdf.reader):
        if "/EF" not in file:
            continue
        name = _name(file)
        if id(file) in pdf.structure.files:
            of_tags.add(f"{name} (of a {pdf.structure.files[id(file)]})")
        elif _is_formula(file):
            of_tags.add(f"{name} (a formula in MathML)")
        elif id(file) in of_document and _STYLE_SHEET.fullmatch(name):
            styles.add(name)
        else:
            others.add(name)
    if others:
        message = pdf.message(f"it has files attached: {', '.join(sorted(others))}")
        hint = "send them as supplementary material, and remove them from the PDF"
        yield error("attachment", message, hint=hint)
    if styles:
        message = pdf.message(
            f"it has LaTeX's style sheets attached, for programs that make web pages of its tags: "
            f"{', '.join(sorted(styles))}"
        )
        yield _belonging(message, "attach-css=false")
    if of_tags:
        message = pdf.message(
            f"it has files attached that belong to its tags: {', '.join(sorted(of_tags))}"
        )
        yield _belonging(message, "math/setup={}")


def _is_formula(file: DictionaryObject) -> bool:
    """Whether it is a formula in MathML, which LaTeX may embed without naming its tag."""
    return at(file, "/EF", "/F", "/Subtype") == "/application/mathml+xml"


def _belonging(message: str, keys: str) -> Diagnostic:
    """A note about files that belong to a tagged PDF, with the keys that leave them out."""
    hint = f"LaTeX leaves them out with `\\DocumentMetadata{{tagging-setup={{{keys}}}}}`"
    return Diagnostic(Severity.NOTE, "attachment", message, hint=hint)


def _name(file: DictionaryObject) -> str:
    return str(at(file, "/UF") or at(file, "/F") or "without a name")


def forms(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """A field that can be filled in makes the paper something that readers can change."""
    fields = entries(at(pdf.reader.root_object, "/AcroForm", "/Fields"))
    pages = [page.number for page in pdf.pages if _of_kind(page, {"/Widget"})]
    if fields or pages:
        message = pdf.message("it has form fields", *pages)
        yield error("form-field", message, hint="print the form's contents as text")


_LINKS = {"/Link", "/Widget", "/Popup", "/PrinterMark", "/TrapNet"}


def notes(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """Comments, highlights, sound and film lie over the paper and are printed or lost."""
    pages = {page.number: _of_kind(page, _LINKS, wanted=False) for page in pdf.pages}
    numbers = [number for number, kinds in pages.items() if kinds]
    kinds = sorted({kind.removeprefix("/") for found in pages.values() for kind in found})
    if kinds:
        message = pdf.message(f"something lies over the text: {', '.join(kinds)}", *numbers)
        yield error("annotation", message, hint="delete the comments and media")


def _of_kind(page: CheckedPage, kinds: set[str], *, wanted: bool = True) -> list[str]:
    found = [str(at(overlay, "/Subtype")) for overlay in overlays(page.object)]
    return [kind for kind in found if (kind in kinds) == wanted]


CONTAINER: tuple[Check, ...] = (
    page_size,
    page_limit,
    version,
    scripts,
    attachments,
    forms,
    notes,
)
