"""Headings that no style marks: those of groups of people, and of dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.diagnostic_lists import only
from tests.importers.latex_papers import read, with_code
from tests.importers.short_drafts import draft_of as draft_of_class
from tests.importers.word_documents import add, draft_of, new_document
from tests.some import some


@pytest.mark.parametrize(
    "heading", ["Keynote Speakers", "Steering Committee:", "Program Committee Chairs"]
)
def test_people_below_the_heading_of_another_group_are_no_organizers(
    heading: str, tmp_path: Path
) -> None:
    document = new_document()
    for text in (
        "General Chairs",
        "Ann Author, University of Somewhere, Austria",
        "Bob Writer, Example University, France",
        heading,
        "Dee Dummy, Sample University, Italy",
        "Eve Example, Sample University, Italy",
    ):
        add(document, text)
    add(document, "This is a sentence with so many words that it cannot be but prose of the text.")
    draft = draft_of(document, tmp_path)
    assert [person.name for person in draft.people] == ["Ann Author", "Bob Writer"]
    assert [post["institution"] for one in draft.people for post in one.affiliations] == [
        "University of Somewhere",
        "Example University",
    ]
    assert heading in only(with_code(draft, "not-understood")).message
    assert "Dee Dummy, Sample University, Italy" in draft.texts["proposal.md"]


def test_dates_below_a_heading_in_plain_letters_are_facts(tmp_path: Path) -> None:
    document = new_document()
    add(document, "Ann Author, University of Somewhere, Austria")
    for text in (
        "Important Dates",
        "Submission deadline: May 1, 2026",
        "Notification: June 1, 2026",
    ):
        add(document, text)
    assert draft_of(document, tmp_path).edition["dates"] == {
        "submission": {"date": "2026-05-01"},
        "notification": {"date": "2026-06-01"},
    }


def test_a_committee_below_a_heading_in_bold_is_one(tmp_path: Path) -> None:
    draft = read(
        tmp_path,
        r"""\section{Organization}
\textbf{Program Committee}
\begin{itemize}\item Eve Example, Example University\item Fay Figure, Sample Labs\end{itemize}
\textbf{Invited Speakers}

Dee Dummy will speak.""",
    )
    assert draft.edition["committee"] == [
        {"name": "Eve Example", "affiliation": "Example University"},
        {"name": "Fay Figure", "affiliation": "Sample Labs"},
    ]
    assert "speakers in “Invited Speakers”" in only(with_code(draft, "facts-in-text")).message


def test_the_day_on_which_something_begins_is_no_deadline(tmp_path: Path) -> None:
    draft = read(
        tmp_path,
        r"""\section{Important Dates}
\begin{itemize}\item Submission opens: March 1, 2024\item Submission deadline: May 10, 2024
\item Registration opens: May 20, 2024\end{itemize}""",
    )
    assert draft.edition["dates"] == {"submission": {"date": "2024-05-10"}}
    assert "Submission opens" in with_code(draft, "not-understood")[0].message


def test_a_linked_name_with_its_affiliation_behind_a_gap_is_an_organizer(tmp_path: Path) -> None:
    body = r"""\section{Organizers}
\href{https://some.example/ann}{Ann Author} \hspace{1cm} University of Somewhere, Austria

\href{https://else.example/bob}{Bob Writer} \hspace{1cm} Example University, France"""
    people = draft_of_class(tmp_path, "article", r"\date{}", body).people
    assert [(one.name, one.affiliations[0]["institution"]) for one in people] == [
        ("Ann Author", "University of Somewhere"),
        ("Bob Writer", "Example University"),
    ]


def test_rows_that_begin_with_names_are_organizers(tmp_path: Path) -> None:
    body = r"""\section{Organizing Committee}
\begin{tabular}{p{9cm}}
\textbf{Ann Author} is a professor of placeholders at the University of Somewhere.\\
\textbf{Bob Writer} is a lecturer for examples, who works at the Example University.
\end{tabular}"""
    people = draft_of_class(tmp_path, "article", r"\date{}", body).people
    assert [one.name for one in people] == ["Ann Author", "Bob Writer"]
    assert all(one.biography for one in people)


def test_names_in_bold_with_affiliations_behind_them_are_no_biographies(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Organizers", 1)
    for name, post in (
        ("Ann Author", "Department of Examples, Example Research, University of Somewhere, Graz"),
        ("Bob Writer", "School of Samples and Placeholders, Example University, Paris"),
    ):
        address = name.split()[0].lower() + "@some.example"
        add(document, f"**{name}**", f", {post}, France. ({address})")
    draft = draft_of(document, tmp_path)
    assert [(one.name, one.email, one.biography) for one in draft.people] == [
        ("Ann Author", "ann@some.example", None),
        ("Bob Writer", "bob@some.example", None),
    ]
    assert [one.affiliations[0]["institution"] for one in draft.people] == [
        "Example Research, University of Somewhere",
        "Example University",
    ]
    assert not any("biography" in note.message for note in draft.diagnostics)


def test_biographies_in_a_language_whose_verbs_are_unknown_stay_biographies(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Organizers", 1)
    add(
        document,
        "**Ann Author**",
        " jest profesorem na University of Somewhere, gdzie bada przykłady i "
        "uczy młodych ludzi, jak pisać dobre dokumenty.",
    )
    add(
        document,
        "**Bob Writer**",
        " pracuje jako adiunkt w Example University oraz pisze programy, "
        "których wielu ludzi chętnie używa w pracy.",
    )
    assert all(one.biography for one in some(draft_of(document, tmp_path).people))
