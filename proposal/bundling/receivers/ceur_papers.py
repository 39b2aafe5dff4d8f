"""Looks in the text of papers for what CEUR-WS wants to read there, and for what it does not.

CEUR-WS looks for the same by its script `check-pdf-errors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from proposal.bundling.receivers.bundled_volume import BundledPaper, BundledVolume
from proposal.diagnostics import Diagnostic, Span, error, warning

_FIRST_PAGES = 2
"""Pages on which the notice has to stand, and the publisher must not."""
_NOTICE = "{copyright}forthispaperbyitsauthors"
_PERMISSION = "usepermittedundercreativecommonslicenseattribution40international"
_DECLARATION = re.compile(
    r"declaration[^.\n]*(?:generative\s+AI|GenAI)|(?:generative\s+AI|GenAI)[^.\n]*declaration",
    re.IGNORECASE,
)
"""A heading: `Declaration on Generative AI`, `GenAI Usage Declaration`."""
_PUBLISHER = re.compile(r"CEUR-WS\.org|CEUR\s+Workshop\s+Proceedings", re.IGNORECASE)
"""`CEUR-WS.org`, `CEUR Workshop Proceedings`"""


def paper_diagnostics(volume: BundledVolume) -> Iterator[Diagnostic]:
    """What the papers' texts lack, or should not say, at the papers' files."""
    years = sorted({volume.edition.year, volume.volume.date.year})
    for paper in volume.papers:
        if paper.file is not None:
            yield from _diagnostics(paper, _place(volume, paper), years)


def notice(year: int) -> str:
    """The line about rights that CEUR-WS wants on the first page of each paper."""
    return (
        f"Copyright © {year} for this paper by its authors. Use permitted under Creative Commons "
        "License Attribution 4.0 International (CC BY 4.0)."
    )


def _place(volume: BundledVolume, paper: BundledPaper) -> Span | None:
    """The file that the authors sent, which is to be sent anew."""
    file = volume.edition.paper_files.get(paper.paper.id)
    return Span.of_file(file) if file else paper.place("title")


def _is_scan(texts: Sequence[str]) -> bool:
    """Whether no page but the first, on which the stamp stands, has any letters."""
    return len(texts) > 1 and not any(map(str.isalpha, "".join(texts[1:])))


def _diagnostics(paper: BundledPaper, place: Span | None, years: list[int]) -> Iterator[Diagnostic]:
    name = f"the paper `{paper.paper.id}`"
    head = "\n".join(paper.texts[:_FIRST_PAGES])
    if _is_scan(paper.texts):
        message = f"the text of {name} cannot be read; look for rights and declaration yourself"
        hint = "ask its authors for the PDF as LaTeX or their word processor makes it, not a scan"
        yield warning("paper-unread", message, place, hint)
        return
    if not _has_notice(head, years):
        message = f"{name} lacks the line about rights on its first page"
        hint = (
            f"ask its authors for it, or write it into `rights` under `proceedings`, and it is "
            f"stamped: {notice(years[-1])}"
        )
        yield error("paper-without-notice", message, place, hint)
    if not _DECLARATION.search("\n".join(paper.texts)):
        message = f"{name} has no section “Declaration on Generative AI”"
        hint = "ask its authors for it; https://ceur-ws.org/GenAI/Policy.html says what it tells"
        yield error("paper-without-ai-declaration", message, place, hint)
    if match := _PUBLISHER.search(head):
        message = f"{name} says “{' '.join(match[0].split())}” before it is published there"
        hint = (
            "ask its authors to use today's CEURART; of stamps, take the publisher or the series "
            "out of `proceedings`"
        )
        yield error("publisher-in-paper", message, place, hint)


def _has_notice(text: str, years: list[int]) -> bool:
    letters = re.sub(r"[^a-z0-9©]", "", text.casefold())
    notices = (
        _NOTICE.format(copyright=words)
        for year in years
        for words in (f"copyright©{year}", f"©{year}copyright", f"copyright{year}")
    )
    return _PERMISSION in letters and any(words in letters for words in notices)
