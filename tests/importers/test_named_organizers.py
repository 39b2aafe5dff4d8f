"""Organizers whom a section of a draft names: their parts, their institutions, who is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import Draft
from tests.importers.short_drafts import draft_of
from tests.importers.word_documents import draft_of as word_draft_of
from tests.importers.word_documents import new_document


def _people(draft: Draft) -> list[tuple[str, str]]:
    """Name and institution of each person."""
    posts = [person.affiliations[0] if person.affiliations else {} for person in draft.people]
    return [
        (person.name, str(post.get("institution", "")))
        for person, post in zip(draft.people, posts, strict=True)
    ]


def _parts(draft: Draft) -> dict[str, Any]:
    organizers: Any = draft.edition["organizers"]
    marked = [one for one in organizers if isinstance(one, dict)]
    return {one["person"].name: one["role"] for one in marked}


@pytest.mark.parametrize(
    "body",
    [
        r"""\begin{tabular}{lll} Name & Role & Affiliation\\
        Ann Author & General Chair & University of X\\ Bob Writer & Web Chair & Example Labs\\
        \end{tabular}""",
        r"""\begin{itemize}\item Ann Author (University of X), General Chair
        \item Bob Writer, Web Chair, Example Labs\end{itemize}""",
        r"""\subsection{Ann Author (General Chair, University of X)} Ann is a professor.
        \subsection{Bob Writer (Web Chair, Example Labs)} Bob works there.""",
        r"""\textbf{General Chairs} \begin{itemize}\item Ann Author, University of X\end{itemize}
        \textbf{Web Chair} \begin{itemize}\item Bob Writer, Example Labs\end{itemize}""",
        r"""\begin{description}\item[Ann Author (General Chair)] University of X. ann@x.org
        \item[Bob Writer (Web Chair)] Example Labs. bob@x.org\end{description}""",
        r"""\begin{itemize}\item Ann Author, University of X, Austria (General Chair)
        \item Bob Writer, Example Labs, France (Web Chair): Bob builds.\end{itemize}""",
    ],
)
def test_what_an_organizer_does_is_no_part_of_the_institution(body: str, tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "article", "", rf"\section{{Organizers}} {body}")
    assert _people(draft) == [("Ann Author", "University of X"), ("Bob Writer", "Example Labs")]
    assert _parts(draft) == {"Ann Author": "General Chair", "Bob Writer": "Web Chair"}


@pytest.mark.parametrize(
    "body",
    [
        r"""\begin{itemize}\item \textbf{Ann Author} (University of X) is a professor.
        \item \textbf{Bob Writer}, Example Labs: Bob is a scientist.\end{itemize}""",
        "Ann Author, University of X. She works.\n\nBob Writer, Example Labs, is a scientist.",
    ],
)
def test_a_sentence_about_somebody_is_no_institution(body: str, tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "article", "", rf"\section{{Organizers}} {body}")
    assert _people(draft) == [("Ann Author", "University of X"), ("Bob Writer", "Example Labs")]


def test_what_stands_below_other_headings_are_no_organizers(tmp_path: Path) -> None:
    body = r"""\section{Organization}\subsection{Organizers}
    \begin{itemize}\item Ann Author, University of X\end{itemize}
    \subsection{Program Committee} \begin{itemize}\item Bob Writer, Example College\end{itemize}
    \subsection{Schedule} \begin{itemize}\item Opening Remarks\end{itemize}"""
    assert _people(draft_of(tmp_path, "article", "", body)) == [("Ann Author", "University of X")]


def test_whoever_only_a_section_names_is_reported(tmp_path: Path) -> None:
    body = r"""\section{Organizers}\subsection{Ann Author} Ann Author is a professor.
    \subsection{Bob Writer} Bob Writer works at Example Labs."""
    draft = draft_of(tmp_path, "article", r"\author{Ann Author\\ University of X}", body)
    assert _people(draft) == [("Ann Author", "University of X")]
    (remark,) = [one for one in draft.diagnostics if one.code == "unknown-person"]
    assert remark.message == "“Organizers” names Bob Writer, whom the authors on top lack"


def test_columns_of_a_table_in_word_are_distinguished(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Organizing Committee", 1)
    rows = [
        ("Name", "Role", "Affiliation", "City", "Country"),
        ("Ann Author", "General Chair", "University of X", "Lyon", "France"),
        ("Bob Writer", "Web Chair", "Example Labs", "Berlin", "GER"),
    ]
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    draft = word_draft_of(document, tmp_path)
    assert [person.affiliations[0] for person in draft.people] == [
        {"institution": "University of X", "city": "Lyon", "country": "France"},
        {"institution": "Example Labs", "city": "Berlin", "country": "Germany"},
    ]
    assert _parts(draft) == {"Ann Author": "General Chair", "Bob Writer": "Web Chair"}
    assert "not-understood" not in {one.code for one in draft.diagnostics}
