"""Papers with tags, and what is found in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from proposal.check.pdf import Expected
from proposal.check.pdf.pdf_file import Check, checked_pdf
from proposal.check.pdf.tag_check import TAGS
from proposal.diagnostics import Diagnostic
from proposal.pdf import Pdf
from tests.check.pdf.tagging import TaggedPdf

FILE = Path("paper.pdf")


COLUMN = {"/O": "/Table", "/Scope": "/Column"}


def found_in(pdf: bytes, *checks: Check) -> list[Diagnostic]:
    """What some checks say of a PDF; by default, those of tags."""
    checked = checked_pdf(Pdf(pdf), FILE)
    return [found for check in checks or TAGS for found in check(checked, Expected())]


def paper(**said: Any) -> TaggedPdf:
    """A small paper with all kinds of tags, all of them right."""
    pdf = TaggedPdf(**said)
    pdf.tag("H1", text="Dates")
    pdf.tag("P", text="All dates are here.")
    pdf.tag("Figure", text="a bar", Alt="A bar that grows")
    pdf.table(("*What", "*When"), ("Talk", "Noon"), head={"A": COLUMN})
    pdf.link(Contents="to example.org")
    return pdf
