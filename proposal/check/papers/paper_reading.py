"""Reads the PDF of one paper back, and compares it with the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from proposal.check.papers.author_check import PrintedAuthors, printed_authors
from proposal.check.papers.contact_check import addresses, institutions
from proposal.check.papers.expected_paper import ExpectedPaper
from proposal.check.papers.left_over_marks import edge_text, left_over_marks
from proposal.check.papers.paper_finding import PaperFinding
from proposal.check.papers.paper_top import PaperTop, abstract_in, paper_top
from proposal.check.papers.printed_pages_check import (
    numbered_lines,
    numbered_pages,
    sizes_differ,
    too_long,
    undefined_references,
    usual_page_size,
)
from proposal.check.papers.printed_text import PrintedText, printed_text
from proposal.check.papers.publication_check import publication
from proposal.check.papers.title_check import printed_title
from proposal.check.pdf.font_check import faulty_fonts
from proposal.check.pdf.text_check import is_garbled
from proposal.diagnostics import first_few
from proposal.pdf import Pdf, UnreadablePdfError
from proposal.pdf.pdf_objects import reading
from proposal.pdf.printed_runs import PrintedPage, printed_pages

_FEWEST_LETTERS = 150
"""Letters of a first page that is no picture."""
_MOST_FONTS = 3
"""Fonts that are named."""
_FONT_ADVICE = (
    "embed all fonts as outlines; of figures, export them anew "
    "(matplotlib: `plt.rcParams['pdf.fonttype'] = 42`)"
)


class PaperReading(Struct, frozen=True):
    """What was read in the PDF of a paper."""

    pages: int
    size: tuple[int, int]
    """Width and height of most pages in points."""
    findings: tuple[PaperFinding, ...]


def paper_reading(content: bytes, expected: ExpectedPaper) -> PaperReading:
    """Compare a paper's PDF with the data.

    Args:
        content: the PDF, which is neither encrypted nor damaged.
        expected: what the data say.

    Raises:
        UnreadablePdfError: it is damaged.
    """
    pages = printed_pages(content)
    findings = [
        *sizes_differ(pages),
        *too_long(pages, expected.limit),
        *_fonts(content),
        *(numbered_pages(pages) if expected.is_numbered_later else ()),
        *_words(content, pages, expected),
    ]
    return PaperReading(len(pages), usual_page_size(pages), tuple(findings))


def _fonts(content: bytes) -> Iterator[PaperFinding]:
    with reading():
        faulty = faulty_fonts(Pdf(content).reader.pages)
    for fonts, brief, what in (
        (faulty.bitmaps, "Type 3 fonts", "of Type 3, which are pictures of letters"),
        (faulty.absent, "fonts not embedded", "not embedded"),
    ):
        if fonts:
            message = f"fonts are {what}: {first_few(sorted(fonts), _MOST_FONTS)}"
            numbers = tuple(sorted({page for pages in fonts.values() for page in pages}))
            yield PaperFinding("paper-fonts", brief, message, _FONT_ADVICE, numbers)


def _words(
    content: bytes, pages: Sequence[PrintedPage], expected: ExpectedPaper
) -> Iterator[PaperFinding]:
    top = paper_top(pages[0], _others(content, pages[0]))
    if not any(view.holds(expected.title) for view in top.views):
        unread = next(_unread(pages), None)
        if unread is not None:
            yield unread
            return
    title = printed_title(top, expected)
    marks = list(left_over_marks(pages, _abstract_height(top)))
    is_anonymous = any(mark.code == "paper-anonymous" for mark in marks)
    later = printed_text(pages[1].text if len(pages) > 1 else "")
    authors = printed_authors(top, title.end, later, expected)
    if title.is_other and not authors.known:
        yield _other_paper(title.text, expected)
    else:
        yield from title.findings
        if not is_anonymous:
            yield from _of_authors(authors, [*top.views, later], expected)
    yield from marks
    yield from numbered_lines(pages)
    yield from undefined_references(pages)
    yield from _abstract(pages, top, expected)
    edge = edge_text(pages[0], _abstract_height(top))
    yield from publication(edge, pages[0].text, expected)


def _of_authors(
    printed: PrintedAuthors, views: Sequence[PrintedText], expected: ExpectedPaper
) -> Iterator[PaperFinding]:
    """What is wrong with the authors of a paper that names any, and with how to reach them."""
    if not (printed.known or printed.are_elsewhere):
        yield _nobody(expected)
        return
    yield from printed.findings
    yield from institutions(views, expected)
    yield from addresses(views, expected)


def _others(content: bytes, first: PrintedPage) -> list[str]:
    """The first page as other programs read it."""
    try:
        return [first.text, Pdf(content).first_pypdf_text]
    except UnreadablePdfError:
        return [first.text]


def _unread(pages: Sequence[PrintedPage]) -> Iterator[PaperFinding]:
    """Whether the first page is a picture, or its letters come out as others."""
    text = pages[0].text
    letters = sum(map(str.isalpha, text))
    if letters >= _FEWEST_LETTERS and not is_garbled(text):
        return
    why = "its letters come out as others" if letters >= _FEWEST_LETTERS else "there is hardly any"
    why = why if letters else "it is a picture"
    message = f"the text of its first page cannot be read: {why}"
    advice = "send the PDF as LaTeX or your word processor makes it, and not a scan"
    yield PaperFinding("paper-unread", "could not be read", message, advice, (1,))


def _other_paper(printed: str, expected: ExpectedPaper) -> PaperFinding:
    message = f"it is another paper, called “{printed}”, and names none of the authors"
    advice, wanted = "send us the PDF of this paper", f"“{expected.title}”"
    return PaperFinding("paper-title", "another paper", message, advice, (1,), ("title",), wanted)


def _nobody(expected: ExpectedPaper) -> PaperFinding:
    names = ", ".join(author.name for author in expected.authors)
    message = f"none of its authors is printed on the first page: {names}"
    advice = "print the authors as they were registered"
    return PaperFinding("paper-authors", "no authors", message, advice, (1,), ("authors", 0))


def _abstract_height(top: PaperTop) -> float:
    """How high the abstract begins on the first page, in points; the middle if it has none."""
    at = abstract_in(top.text.text)
    if at < 0:
        return top.page.height / 2
    return top.runs[top.runs_between(at, at + 1)[0]].box.bottom


def _abstract(
    pages: Sequence[PrintedPage], top: PaperTop, expected: ExpectedPaper
) -> Iterator[PaperFinding]:
    """Whether a paper has an abstract; classes that print none over it have other headings."""
    texts = [*(view.text for view in top.views), *(page.text for page in pages[1:2])]
    beginning = expected.abstract[:60]
    if any(abstract_in(text) >= 0 or "CCS Concepts" in text for text in texts):
        return
    if beginning and any(printed_text(text).holds(beginning) for text in texts):
        return
    message = "it has no abstract on its first pages"
    yield PaperFinding("paper-abstract", "no abstract", message, "print an abstract", (1,))
