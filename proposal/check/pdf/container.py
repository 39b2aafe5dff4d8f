"""The file itself: paper, length, version, and what may not be in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.check.pdf.expected_pdf import Expected
from proposal.check.pdf.pdf_file import Check, CheckedPage, CheckedPdf
from proposal.check.pdf.sigconf import LETTER
from proposal.diagnostics import Diagnostic, error, warning
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

_SLACK = 1  # points: programs round sizes
_PAPERS = {(595, 842): "A4", (420, 595): "A5", (612, 1008): "US Legal", (516, 729): "B5"}


def page_size(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """A page on other paper is scaled or cropped when the proceedings are put together."""
    sizes: dict[str, list[int]] = {}
    for page in pdf.pages:
        if size := _shown_size(page):
            sizes.setdefault(size, []).append(page.number)
    for size, numbers in sizes.items():
        message = pdf.message(f"the paper is {size}, not US Letter (612 × 792 pt)", *numbers)
        hint = "use `\\documentclass[sigconf]{acmart}`, and no package that sets the paper"
        yield error("page-size", message, hint=hint)


def _shown_size(page: CheckedPage) -> str | None:
    """The size of a page, if it is not right."""
    turned = page.object.rotation % 180 != 0
    for box in (page.object.mediabox, page.object.cropbox):
        size = _size(box, float(page.object.user_unit), turned=turned)
        if not _is_near(size, LETTER):
            names = [name for paper, name in _PAPERS.items() if _is_near(size, paper)]
            name = f" ({names[0]})" if names else ""
            turn = " (turned)" if turned and _is_near(size, (LETTER[1], LETTER[0])) else ""
            return f"{size[0]:.0f} × {size[1]:.0f} pt{name}{turn}"
    return None


def _size(box: RectangleObject, unit: float, *, turned: bool) -> tuple[float, float]:
    width, height = float(box.width) * unit, float(box.height) * unit
    return (height, width) if turned else (width, height)


def is_letter(page: CheckedPage) -> bool:
    """Whether a page is upright US Letter, so that its margins are known."""
    return _shown_size(page) is None and not page.object.rotation


def _is_near(size: tuple[float, float], paper: tuple[float, float]) -> bool:
    return all(abs(one - other) <= _SLACK for one, other in zip(size, paper, strict=True))


def page_limit(pdf: CheckedPdf, expected: Expected) -> Iterator[Diagnostic]:
    """Chairs reject proposals, and publishers papers, that are longer than the call allows."""
    limit, count = expected.page_limit, len(pdf.pages)
    if limit is not None and count > limit:
        message = pdf.message(f"it has {count} pages; the call allows {limit}")
        yield error("too-many-pages", message, hint="shorten the text")


def version(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """Production's tools read PDF up to version 1.7."""
    root = pdf.reader.root_object
    stated = (pdf.reader.pdf_header, str(at(root, "/Version") or ""))
    found = [re.search(r"(\d+)\.(\d+)", version) for version in stated]
    newest = max(
        ((int(version[1]), int(version[2])) for version in found if version), default=(0, 0)
    )
    if newest > NEWEST:
        message = pdf.message(f"it is PDF {newest[0]}.{newest[1]}; production takes up to 1.7")
        hint = "put `\\DocumentMetadata{pdfversion=1.7}` before `\\documentclass`"
        yield error("pdf-version", message, hint=hint)


def scripts(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """What runs when somebody opens a paper has no place in an archive."""
    for dictionary in all_dictionaries(pdf.reader):
        if "/JS" in dictionary or at(dictionary, "/S") == "/JavaScript":
            hint = "leave out what brings it in, such as the packages animate or media9"
            yield error("javascript", pdf.message("it holds JavaScript"), hint=hint)
            return


def attachments(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """Files inside of the PDF are lost or refused; supplements are sent on their own."""
    names = sorted(
        {_name(dictionary) for dictionary in all_dictionaries(pdf.reader) if "/EF" in dictionary}
    )
    if names:
        message = pdf.message(f"it has files attached: {', '.join(names)}")
        hint = "send them as supplementary material, and remove them from the PDF"
        yield error("attachment", message, hint=hint)


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


def descriptions(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """Who cannot see a figure hears its description; only tagged PDFs can hold one."""
    waiting = dictionaries(DictionaryObject({"/K": at(pdf.reader.root_object, "/StructTreeRoot")}))
    seen: set[int] = set()
    missing = 0
    while waiting:
        element = waiting.pop()
        if id(element) in seen:
            continue
        seen.add(id(element))
        if at(element, "/S") == "/Figure" and not (
            at(element, "/Alt") or at(element, "/ActualText")
        ):
            missing += 1
        kids = at(element, "/K")
        waiting += [kids] if isinstance(kids, DictionaryObject) else dictionaries(kids)
    if missing:
        figures = "figures have" if missing > 1 else "figure has"
        message = pdf.message(f"{missing} {figures} no description")
        hint = "describe each: `![What can be seen in it](figure.pdf)`"
        yield warning("figure-description", message, hint=hint)


CONTAINER: tuple[Check, ...] = (
    page_size,
    page_limit,
    version,
    scripts,
    attachments,
    forms,
    notes,
    descriptions,
)
