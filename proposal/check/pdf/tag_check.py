"""Tags: whether they are there where the PDF claims them, and lack what readers ask them for.

Few things are looked at, each of which is certain. This is no proof of PDF/UA: that is a task
for veraPDF, and for people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from proposal.check.pdf.expected_pdf import Expected
from proposal.check.pdf.pdf_file import Check, CheckedPdf
from proposal.diagnostics import Diagnostic, Severity, error, shortened, warning
from proposal.pdf.pdf_objects import at, overlays
from proposal.pdf.structure_tree import MarkedContent, StructureTree, Tag

_METADATA = (
    r"\DocumentMetadata{lang=en, pdfstandard=ua-1, tagging=on, tagging-setup={attach-css=false}}"
)
_HINT = f"in LaTeX, put `{_METADATA}` before `\\documentclass`, and run LuaLaTeX"
_MOST_SHOWN = 60
"""Letters of a text that a message quotes."""
_PICTURE = re.compile(r"\S+\.(?:eps|gif|jpe?g|pdf|png|svg|webp)", re.IGNORECASE)
"""What LaTeX takes for a description where none is given: `map.pdf`."""
_HIDDEN = 2
"""The flag of an annotation that nobody sees (ISO 32000-1, 12.5.3)."""


def claims(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """Screen readers that trust a false claim find an empty document."""
    structure = pdf.structure
    if not structure.is_tagged:
        said = f"it claims PDF/UA-{structure.part}" if structure.part else "it says it is tagged"
        if structure.part or structure.is_marked:
            empty = "its tags hold nothing" if structure.tags else "it has no tags"
            yield error("no-tags", pdf.message(f"{said}, and {empty}"), hint=_HINT)
        return
    if not structure.is_marked:
        message = pdf.message("it has tags, and does not say that it is tagged (`Marked`)")
        yield warning("unmarked-tags", message, hint=_HINT)
    if structure.is_suspect:
        message = pdf.message("it says that its own tags may be wrong (`Suspects`)")
        hint = "look through the tags in the program that made them, and take the mark away"
        yield warning("suspect-tags", message, hint=hint)
    if not structure.language:
        message = pdf.message("it is tagged, and names no language")
        yield warning("no-language", message, hint="in LaTeX, `\\DocumentMetadata{lang=en}`")
    if structure.part and not structure.shows_title:
        message = pdf.message(
            f"it claims PDF/UA-{structure.part}, and viewers are to show the name of the file in "
            "place of the title (`DisplayDocTitle`)"
        )
        hint = "in LaTeX, `\\hypersetup{pdfdisplaydoctitle=true}`"
        yield warning("title-not-shown", message, hint=hint)


def untagged_pages(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """Who has a PDF read aloud by its tags hears nothing of what is in none."""
    structure = pdf.structure
    if not structure.is_tagged:
        return
    lost = [
        page.number
        for page in pdf.pages
        if page.number not in structure.pages
        and any(not marked.is_artifact and marked.text.strip() for marked in page.marked_texts)
    ]
    if lost:
        message = pdf.message("text is in no tag, so a screen reader leaves it out", *lost)
        yield warning("untagged-page", message, hint="tag it, or make the PDF again")
    yield from _text_outside(pdf)
    apart = [
        page.number
        for page in pdf.pages
        if page.number in structure.pages and at(page.object, "/StructParents") is None
    ]
    if apart:
        message = pdf.message("it does not lead to its tags (`StructParents`)", *apart)
        yield warning("untagged-page", message, hint="make the PDF again")


def _text_outside(pdf: CheckedPdf) -> Iterator[Diagnostic]:
    """Text of pages with tags that none of them holds, and that is no decoration (`Artifact`)."""
    held = {
        part for tag in pdf.structure.tags for part in tag.parts if isinstance(part, MarkedContent)
    }
    outside: dict[int, str] = {}
    for page in pdf.pages:
        if page.number not in pdf.structure.pages:
            continue
        for marked in page.marked_texts:
            if marked.is_artifact or not any(map(str.isalnum, marked.text)):
                continue
            if marked.number is None or MarkedContent(page.number, marked.number) not in held:
                outside.setdefault(page.number, " ".join(marked.text.split()))
    if outside:
        words = next(iter(outside.values()))
        shown = shortened(words, _MOST_SHOWN)
        message = pdf.message(
            f"some text is in no tag, so a screen reader leaves it out: “{shown}”", *outside
        )
        hint = "tag it, or mark it as an artifact if nobody has to hear it"
        yield warning("untagged-text", message, hint=hint)


def descriptions(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """Who cannot see a figure hears its description; only tagged PDFs can hold one.

    PDF/UA-1, 7.3: a figure has an alternate description or the text that it shows.
    """
    missing = [
        tag
        for tag in pdf.structure.tags
        if tag.kind == "Figure" and not (at(tag.object, "/Alt") or at(tag.object, "/ActualText"))
    ]
    if missing:
        message = _of_tags(pdf, missing, "figure has no description", "figures have no description")
        hint = "describe each: `![What can be seen in it](figure.pdf)`"
        yield warning("figure-description", message, hint=hint)
    named = [
        tag
        for tag in pdf.structure.tags
        if tag.kind == "Figure" and _PICTURE.fullmatch(str(at(tag.object, "/Alt") or ""))
    ]
    if named:
        message = _of_tags(
            pdf,
            named,
            f"figure has the name of a file for a description (`{at(named[0].object, '/Alt')}`)",
            f"figures have names of files for descriptions (`{at(named[0].object, '/Alt')}`)",
        )
        hint = r"in LaTeX, `\includegraphics[alt={What can be seen in it}]{…}`"
        yield warning("figure-description", message, hint=hint)


def tables(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """Who hears a cell must be told what it is about, which the cells of the head say."""
    structure = pdf.structure
    cells = {tag: _cells(tag) for tag in structure.tags if tag.kind == "Table"}
    headless = [table for table, own in cells.items() if own and "TH" not in _kinds(own)]
    if headless:
        message = _of_tags(pdf, headless, "table has no head", "tables have no head")
        hint = "in LaTeX, `\\tagpdfsetup{table/header-rows={1}}` before the table"
        yield warning("table-head", message, hint=hint)
    hollow = [table for table, own in cells.items() if _kinds(own) == {"TH"}]
    if hollow:
        message = _of_tags(pdf, hollow, "table is nothing but a head", "tables are but heads")
        hint = (
            "make one table of those whose rows belong together; in LaTeX, "
            "`\\tagpdfsetup{table/tagging=presentation}` before one that only places text"
        )
        yield warning("table-head", message, hint=hint)
    if structure.part == 1:
        vague = [table for table, own in cells.items() if _is_vague(structure, own)]
        if vague:
            message = _of_tags(
                pdf,
                vague,
                "table has cells in its head that do not say whether they head a row or a column",
                "tables have cells in their heads that do not say whether they head a row or a "
                "column",
            )
            yield warning("table-head", message, hint="give each the attribute `Scope`")


def _cells(table: Tag) -> list[Tag]:
    """The cells of a table, without those of tables within it."""
    return [
        tag for tag in table.below() if tag.kind in {"TH", "TD"} and _nearest(tag, "Table") is table
    ]


def _nearest(tag: Tag, kind: str) -> Tag | None:
    above = tag.parent
    while above is not None and above.kind != kind:
        above = above.parent
    return above


def _kinds(tags: Sequence[Tag]) -> set[str]:
    return {tag.kind for tag in tags}


def _is_vague(structure: StructureTree, cells: Sequence[Tag]) -> bool:
    """PDF/UA-1, 7.5: cells of the head have a scope, unless the other cells name their heads."""
    if any(structure.attribute(cell, "/Table", "/Headers") for cell in cells):
        return False
    return any(
        cell.kind == "TH" and not structure.attribute(cell, "/Table", "/Scope") for cell in cells
    )


def links_described(pdf: CheckedPdf, _: Expected) -> Iterator[Diagnostic]:
    """PDF/UA-1, 7.18.5: a link has a description (`Contents`); PDF/UA-2 takes its text."""
    structure = pdf.structure
    if structure.part != 1 or not structure.is_tagged:
        return
    pages = [
        page.number
        for page in pdf.pages
        for overlay in overlays(page.object)
        if at(overlay, "/Subtype") == "/Link"
        and not at(overlay, "/Contents")
        and not _flags(at(overlay, "/F")) & _HIDDEN
    ]
    if pages:
        links = "links have" if len(pages) > 1 else "link has"
        message = pdf.message(
            f"{len(pages)} {links} no description (`Contents`), which PDF/UA-1 asks for", *pages
        )
        yield warning("link-description", message, hint=_HINT)


def _flags(value: object) -> int:
    return value if isinstance(value, int) else 0


def _of_tags(pdf: CheckedPdf, tags: Sequence[Tag], one: str, several: str) -> str:
    """A message about some tags, with the pages on which they begin."""
    pages = [tag.page for tag in tags if tag.page is not None]
    return pdf.message(f"{len(tags)} {several if len(tags) > 1 else one}", *pages)


TAGS: tuple[Check, ...] = (claims, untagged_pages, descriptions, tables, links_described)


def tag_note(structure: StructureTree, file: Path) -> Diagnostic:
    r"""Whether a PDF is tagged, for those who ask.

    What ACM's production (TAPS) does with tags, as read on 2026-11-28:

    - It sets PDF and HTML anew from the sources. SIGCHI's guide has the PDF tagged after that, by a
      programme of remediation or by the authors
      (https://sigchi.org/resources/guides-for-authors/accessibility, of 2024-08-15).
    - It runs pdfLaTeX, and LuaLaTeX only on request (https://github.com/borisveytsman/acmart,
      issue 611, of 2026-08-14). The class can be tagged since 2.18, of 2026-05-31 (CTAN).
    - `\Description` goes into the HTML (the same, issues 458 and 580).
    - One of ACM's journals, TOCE, wants tagged submissions, and names PDF/UA-2 for them
      (https://github.com/acm-toce/documentation/wiki).
    """
    if structure.is_tagged:
        message = f"{file}: it is tagged for screen readers: {structure.statement}"
        hint = (
            "ACM's production sets proceedings anew from the sources; these tags serve who reads "
            "this file"
        )
    else:
        message = (
            f"{file}: it is not tagged: a screen reader reads its text line by line, without "
            "headings, lists, tables and descriptions of figures"
        )
        hint = (
            "ACM's production sets proceedings anew from the sources; for a PDF that you give out "
            f"yourself, {_HINT} (acmart 2.18 or later)"
        )
    return Diagnostic(Severity.NOTE, "tags", message, hint=hint)
