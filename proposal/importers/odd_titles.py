"""Reports what stands in titles of listed papers and is likely no part of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.listed_paper import ListedPaper

_REMARK = (
    r"[\[(](?:(?:best|outstanding|distinguished)\b[^\[\]()]*\b(?:papers?|awards?|prize|poster|demo"
    r"|talk|presentation|nominee|candidate|student)\b[^\[\]()]*"
    r"|honou?rable mention|runner[- ]up"
    r"|(?:oral|poster|spotlight|highlight|lightning|demo|short|long|full|regular|position|vision)"
    r"(?: (?:paper|talk|presentation|session))?|virtual|online|remote|in[- ]person|non-?archival"
    r"|invited|conditional\w*|accept\w*)[\])]"
)
_REMARKED = re.compile(rf"^\s*(?:{_REMARK}|[★☆⭐🏆])|(?:{_REMARK}|[★☆⭐🏆])\s*$", re.IGNORECASE)
"""`A Title (Best Paper Award)`, `[Oral] A Title`, `★ A Title`"""
_NUMBERED = re.compile(
    r"^\s*(?:(?!(?:19|20)\d\d:)\d{1,4}\s*[.):]\s|(?:paper|submission|abstract|id)?\s*#\s*\d+\b"
    r"|(?:paper|submission|abstract)\s+(?:id\s+)?\d+\s*[:.–-])",
    re.IGNORECASE,
)
"""`12. A Title`, `#12 A Title`, `Paper 12: A Title`; not `2001: A Title`"""
_FEWEST = 2


def warn_of_odd_titles(papers: Sequence[ListedPaper], diagnostics: SourceDiagnostics) -> None:
    """Warn of titles with remarks in brackets, and of those that all begin with numbers."""
    for paper in papers:
        if match := _REMARKED.search(paper.title):
            message = f"`{match[0].strip()}` may be no part of the title “{paper.title}”"
            hint = (
                "if it is none, take it out there or in papers.yaml; `award` and `kind` are for it"
            )
            diagnostics.warn("odd-title", message, paper.span, hint)
    if len(papers) >= _FEWEST and all(_NUMBERED.match(paper.title) for paper in papers):
        message = f"all titles begin with a number, as “{papers[0].title}” does"
        hint = "if these are numbers of the papers, put them into a column of their own"
        diagnostics.warn("odd-title", message, None, hint)
