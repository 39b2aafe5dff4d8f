"""Tells names that can be no authors', and what to say of papers of which a source names nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from proposal.diagnostics import counted
from proposal.importers.draft import AUTHORS_UNKNOWN, SourceDiagnostics

_NICKNAME = re.compile(r"(?<=[^\W\d_.]) \([^\W\d_]+\) (?=[^\W\d_])")
"""An example: `Augusta (Ada) Lovelace`, within the name."""
_LETTER_BEHIND = re.compile(r"\S\s[a-z]$")
"""`Ann Author a`, in which the letter is the mark of an institution."""


def fault_of_author(name: str) -> str:
    """Why a text is no name that can be printed; nothing if it is one."""
    if not any(sign.isalpha() for sign in name):
        return "has no letter, and is no name of an author; write the name there"
    # such as ada@example.org, 2nd author, Ada – Example Corp
    if re.search(r"[@()\[\]{}/|\\<>=#~•:_^*†‡]|^\d|\s[-–—+&·]\s", _NICKNAME.sub(" ", name)):
        return (
            "is no name of an author alone; write `Name (Institution)`, with semicolons between "
            "the authors"
        )
    if re.search(r"\s(?:with|from|at|avec|mit|bei)\s|[-–,;]$", name):
        return (
            "is no name of an author alone; write `Name (Institution)`, with semicolons between "
            "the authors"
        )
    if _LETTER_BEHIND.search(name):
        return (
            "ends with a letter that seems to be the mark of an institution; write it in "
            "parentheses, `Ann Author (a)`, and before the institution, too: `(a) University of X`"
        )
    if "," in name:
        return "has a comma that is not understood; write the given name before the family name"
    return ""


def warn_of_nameless(titles: Sequence[str], diagnostics: SourceDiagnostics) -> None:
    """Warn of papers whose authors the source does not name, by their titles."""
    if titles:
        papers = counted(len(titles), "paper")
        message = f"the source does not say who wrote {papers} (“{titles[0]}”)"
        hint = (
            f"write the authors in papers.yaml, where “{AUTHORS_UNKNOWN}” stands for them, or "
            "import a list that names them, too (OpenReview: the notes as JSON)"
        )
        diagnostics.warn("to-confirm", message, None, hint)
