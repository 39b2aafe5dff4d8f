"""A PDF as preflight looks at it: its objects, its metadata, and its words with their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from proposal.check.pdf.expected_pdf import Expected
from proposal.diagnostics import Diagnostic
from proposal.edition import wording
from proposal.model.acmart_versions import AcmartVersion, acmart_version_in
from proposal.pdf import Pdf
from proposal.pdf.marked_text import MarkedText
from proposal.pdf.pdf_objects import PageObject, PdfMetadata, PdfReader, metadata
from proposal.pdf.placed import Box, Piece
from proposal.pdf.sigconf import HEAD, excess, is_below_text
from proposal.pdf.spoken_text import spoken_text
from proposal.pdf.structure_tree import MarkedContent, StructureTree


class CheckedPage(Struct, frozen=True):
    """A page: its object, its words, and where they stand."""

    number: int
    """Counted from 1, whatever is printed on the page."""
    object: PageObject
    text: str
    """In the order of the file, with words joined that were broken at line ends."""
    pieces: tuple[Piece, ...]
    """What stands in the margins, or beside the page number; all else is in its place."""
    heads: tuple[Piece, ...]
    """What stands at the head of the page: each text in one line that was set as one."""
    marked_texts: tuple[MarkedText, ...]
    """Its words by their marks; nothing if the PDF is not tagged."""


class CheckedPdf(Struct, frozen=True):
    """A PDF that is checked."""

    file: Path
    """As messages name it."""
    reader: PdfReader
    pages: tuple[CheckedPage, ...]
    metadata: PdfMetadata
    structure: StructureTree

    @property
    def acmart(self) -> AcmartVersion | None:
        """The version of acmart that made it, if its metadata name one."""
        return acmart_version_in(" ".join(self.metadata.creator))

    def spoken_text(self) -> str | None:
        """The text in the order of the tags; nothing if there are none."""
        if not self.structure.is_tagged:
            return None
        texts: defaultdict[MarkedContent, str] = defaultdict(str)
        for page in self.pages:
            for marked in page.marked_texts:
                if marked.number is not None:
                    texts[MarkedContent(page.number, marked.number)] += marked.text
        return spoken_text(self.structure, texts)

    def message(self, text: str, *numbers: int) -> str:
        """A message that names the file, and the pages if there are any."""
        if not numbers:
            return f"{self.file}: {text}"
        unique = sorted(set(numbers))
        word = "page" if len(unique) == 1 else "pages"
        pages = wording.joined([str(number) for number in unique])
        return f"{self.file}, {word} {pages}: {text}"


Check = Callable[[CheckedPdf, Expected], Iterator[Diagnostic]]
"""Looks at one side of a PDF; its docstring says why production cares."""


def checked_pdf(pdf: Pdf, file: Path) -> CheckedPdf:
    """Read a PDF that is not encrypted; of its texts, those with their places that may be wrong."""
    texts = pdf.page_texts(_may_be_wrong, HEAD)  # to ask for each text takes long
    marked = pdf.marked_texts if pdf.structure.is_tagged else [[] for _ in texts]
    pages = tuple(
        CheckedPage(number, page, words.text, words.pieces, words.heads, tuple(marks))
        for number, (page, words, marks) in enumerate(
            zip(pdf.reader.pages, texts, marked, strict=True), start=1
        )
    )
    return CheckedPdf(file, pdf.reader, pages, metadata(pdf.reader), pdf.structure)


def _may_be_wrong(box: Box) -> bool:
    return excess(box) is not None or is_below_text(box)
