"""Makes of a paper's PDF the paper in a volume: stamped, and ready to be joined with others."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
from msgspec import Struct

from proposal.pdf.free_edges import are_numbered, free_edges
from proposal.pdf.joinable_layers import make_layers_joinable
from proposal.pdf.joinable_tags import make_tags_joinable
from proposal.pdf.named_places import put_prefix
from proposal.pdf.page_stamps import DEPTH, Stamp, put_stamps, room_for
from proposal.pdf.plain_tags import tag_pages
from proposal.pdf.qpdf import EncryptedPdfError, changeable, dictionaries, saved, saved_plainly
from proposal.pdf.readable import readable

__all__ = [
    "EncryptedPdfError",
    "PaperPages",
    "Sheets",
    "StampedPaper",
    "changeable",
    "pages_of_paper",
    "stamped_paper",
]


Sheets = pikepdf.Pdf
"""A PDF of which each page is a stamp, as `changeable` opens it."""


class PaperPages(Struct, frozen=True):
    """What of a paper's PDF is known before it is stamped."""

    count: int
    width: float
    """Of its first page as it is seen, in points."""
    height: float
    is_mended: bool
    """Whether something in the file is damaged, which is mended as it is read."""
    is_tagged: bool
    """Whether it has tags for who has it read aloud."""


class StampedPaper(Struct, frozen=True):
    """A paper in a volume."""

    pdf: bytes
    """The paper alone."""
    part: bytes
    """The same for `joined_volume`, with each object on its own."""
    covered: tuple[int, ...]
    """The numbers, from 1, of the pages on which a stamp stands over something printed."""
    has_numbers: bool
    """Whether its authors have numbered its pages."""
    has_form: bool
    """Whether readers can fill in something, which is lost in a volume."""


def pages_of_paper(content: bytes) -> PaperPages:
    """What of a paper is known before it is stamped.

    Raises:
        EncryptedPdfError: it is encrypted.
        UnreadablePdfError: it is no PDF, or has no pages.
    """
    pdf = changeable(content)
    with readable(pikepdf.PdfError):
        first = pdf.pages[0]
        box = [float(side) for side in list(first.cropbox)]
        width, height = abs(box[2] - box[0]), abs(box[3] - box[1])
        rotation = first.obj.get("/Rotate", 0)
        if isinstance(rotation, int) and rotation % 180 == 90:
            width, height = height, width
        is_tagged = "/StructTreeRoot" in pdf.Root
        return PaperPages(len(pdf.pages), width, height, bool(pdf.get_warnings()), is_tagged)


def stamped_paper(
    content: bytes, prefix: str, title: str, sheets: Sheets, stamps: Sequence[Stamp], first: int
) -> StampedPaper:
    """Stamp a paper. Links, bookmarks, tags, attachments and metadata stay.

    Args:
        content: the paper's PDF.
        prefix: what its named places begin with, so that they differ from those of other papers.
        title: its title, for a PDF that names none.
        sheets: the PDF of which the stamps are pages, which is opened once for all papers.
        stamps: the stamp of each page.
        first: the number of its first page.

    Raises:
        UnreadablePdfError: it is damaged.
    """
    edges = free_edges(content, DEPTH, [room_for(stamp) for stamp in stamps])
    with readable(pikepdf.PdfError, pikepdf.ForeignObjectError), changeable(content) as pdf:
        covered = put_stamps(pdf, sheets, stamps, edges)
        found = list(dictionaries(pdf))
        put_prefix(pdf, prefix, found)
        make_tags_joinable(pdf, prefix, found)
        make_layers_joinable(pdf)
        numbers = pikepdf.Dictionary(S=pikepdf.Name.D, St=first)
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, numbers]))
        if not str(pdf.docinfo.get("/Title", "")).strip():
            pdf.docinfo["/Title"] = title
        has_form = bool(pdf.Root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", []))
        alone = saved(pdf)
        tag_pages(pdf)
        pdf.Root.VolumeFirstPage = pdf.pages[0].obj
        return StampedPaper(
            alone,
            saved_plainly(pdf),
            tuple(covered),
            are_numbered([page.number for page in edges]),
            has_form,
        )
