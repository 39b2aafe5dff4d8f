"""Fonts: all embedded, and none of Type 3."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from proposal.check.pdf.expected_pdf import Expected
from proposal.check.pdf.pdf_file import CheckedPdf
from proposal.diagnostics import Diagnostic, error
from proposal.pdf.pdf_objects import (
    DictionaryObject,
    PageObject,
    at,
    dictionaries,
    entries,
    overlays,
)

_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_MATPLOTLIB = "matplotlib: `plt.rcParams['pdf.fonttype'] = 42`"


def fonts(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """Type 3 fonts are pictures of letters; a font that is not embedded is replaced by another."""
    faulty = faulty_fonts(page.object for page in pdf.pages)
    for name, pages in faulty.bitmaps.items():
        message = pdf.message(f"the font {name} is of Type 3", *pages)
        hint = f"use an outline font; in a figure, export it anew ({_MATPLOTLIB})"
        yield error("type-3-font", message, hint=hint)
    for name, pages in faulty.absent.items():
        message = pdf.message(f"the font {name} is not embedded", *pages)
        hint = f"embed it; in a figure, export it anew with its fonts ({_MATPLOTLIB})"
        yield error("font-not-embedded", message, hint=hint)


class FaultyFonts(Struct, frozen=True):
    """The fonts that publishers do not take, by name, each with the pages that use it."""

    bitmaps: dict[str, list[int]]
    """Those of Type 3."""
    absent: dict[str, list[int]]
    """Those that are not embedded."""


def faulty_fonts(pages: Iterable[PageObject]) -> FaultyFonts:
    """The fonts of some pages, in their order, that publishers do not take."""
    faulty = FaultyFonts({}, {})
    for number, page in enumerate(pages, start=1):
        for name, font in _fonts_of(page):
            if at(font, "/Subtype") == "/Type3":
                faulty.bitmaps.setdefault(_shown(name, font), []).append(number)
            elif not _is_embedded(font):
                faulty.absent.setdefault(_shown(name, font), []).append(number)
    return faulty


def _shown(name: str, font: DictionaryObject) -> str:
    """The font's name without the letters that mark a subset; Type 3 fonts need not have one."""
    full_name = str(at(font, "/BaseFont") or at(font, "/FontDescriptor", "/FontName") or name)
    return re.sub(r"^[A-Z]{6}\+", "", full_name.removeprefix("/"))


def _is_embedded(font: DictionaryObject) -> bool:
    descendants = dictionaries(at(font, "/DescendantFonts"))
    descriptor = at(descendants[0] if descendants else font, "/FontDescriptor")
    return isinstance(descriptor, DictionaryObject) and any(key in descriptor for key in _EMBEDDED)


def _fonts_of(page: PageObject) -> Iterator[tuple[str, DictionaryObject]]:
    """The fonts of a page, of the figures in it, and of what lies over it, by name."""
    drawn = [appearance for over in overlays(page) for appearance in _appearances(over)]
    waiting = [
        at(page, "/Resources"),
        *(at(appearance, "/Resources") for appearance in drawn),
    ]
    seen: set[int] = set()
    while waiting:
        resources = waiting.pop()
        if not isinstance(resources, DictionaryObject) or id(resources) in seen:
            continue
        seen.add(id(resources))
        named = at(resources, "/Font")
        if isinstance(named, DictionaryObject):
            for name, font in zip(named.keys(), entries(named), strict=True):
                if isinstance(font, DictionaryObject):
                    yield str(name), font
        for kind in ("/Font", "/XObject", "/Pattern"):
            inner = dictionaries(at(resources, kind))
            waiting += [at(form, "/Resources") for form in inner]


def _appearances(annotation: DictionaryObject) -> list[DictionaryObject]:
    """How an annotation is drawn: one drawing, or one for each of its states."""
    normal = at(annotation, "/AP", "/N")
    if not isinstance(normal, DictionaryObject):
        return []
    return [normal, *dictionaries(normal)]
