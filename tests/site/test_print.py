"""Printed pages: no heading is left alone, and addresses stand where a link would be of no use."""

from __future__ import annotations

from typing import Literal

import pypdfium2
import pytest

from tests.site.browsing import Visitor
from tests.site.sites import Site


def lines_of(pdf: bytes) -> list[list[str]]:
    """The lines of each page of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    return [
        [" ".join(line.split()) for line in text.splitlines() if line.strip()] for text in texts
    ]


@pytest.mark.parametrize("form", ["A4", "Letter"])
def test_no_printed_page_ends_with_a_heading(
    form: Literal["A4", "Letter"], site: Site, rich_site: Site, visitor: Visitor
) -> None:
    for published in (site, rich_site):
        page = visitor.open(f"{published.address}2026/")
        headings = page.locator("main h2, main h3").all_inner_texts()
        names = {" ".join(heading.split()) for heading in headings}
        pages = lines_of(page.pdf(format=form))
        assert len(pages) > 3
        assert [lines[-1] for lines in pages if lines and lines[-1] in names] == []


def test_printed_papers_say_where_they_are_found(rich_site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{rich_site.address}2026/")
    text = "".join("".join(lines) for lines in lines_of(page.pdf(format="A4")))
    assert "(https://example.org/paper.pdf)" in text.replace(" ", "")


def test_printed_pages_say_whom_to_write_to(site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{site.address}2026/")
    contact = " ".join(page.locator("footer .contact").inner_text().split())
    assert "@" in contact
    text = " ".join(" ".join(lines) for lines in lines_of(page.pdf(format="A4")))
    assert contact.replace(" ", "") in text.replace(" ", "")
