"""What a paper's sections on dates, committee, speakers and schedule become."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.diagnostic_lists import only
from tests.importers.latex_papers import read, with_code
from tests.importers.short_drafts import draft_of

DATES = r"""\section{Important Dates}
\begin{itemize}
\item Submission deadline: May 10, 2024 (AoE)
\item Notification of acceptance: June 28, 2024
\item Workshop: August 25, 2024
\end{itemize}"""


def test_dates_that_are_sure_are_facts_and_stay_in_the_text(tmp_path: Path) -> None:
    draft = read(tmp_path, DATES)
    assert draft.edition["dates"] == {
        "submission": {"date": "2024-05-10", "zone": "AoE"},
        "notification": {"date": "2024-06-28"},
    }
    when = draft.edition["when"]
    assert isinstance(when, dict)
    assert when["date"] == "2024-08-25"
    (text,) = draft.texts.values()
    assert "- Submission deadline: May 10, 2024 (AoE)" in text
    assert with_code(draft, "facts-in-text") == []


COMMITTEE = [
    {"name": "Eve Example", "affiliation": "Example University"},
    {"name": "Fay Figure", "affiliation": "Sample Labs"},
]


@pytest.mark.parametrize(
    "listed",
    [
        r"""\begin{itemize}
\item Eve Example, Example University
\item Fay Figure (Sample Labs)
\end{itemize}""",
        r"""\begin{tabular}{ll}\textbf{Name} & \textbf{Affiliation}\\\hline
Eve Example & Example University\\
Fay Figure & Sample Labs
\end{tabular}""",
    ],
)
@pytest.mark.parametrize("title", ["Program Committee", "Tentative Programme Committee Members"])
def test_a_list_of_members_is_the_committee(title: str, listed: str, tmp_path: Path) -> None:
    draft = read(tmp_path, f"\\section{{{title}}}\nThese have agreed.\n\n{listed}")
    assert draft.edition["committee"] == COMMITTEE
    assert with_code(draft, "facts-in-text") == []


def test_a_list_that_names_others_than_people_is_no_committee(tmp_path: Path) -> None:
    items = r"\item Eve Example, Example University \item Two more from industry"
    body = rf"\section{{Program Committee}}\begin{{itemize}}{items}\end{{itemize}}"
    draft = read(tmp_path, body)
    assert "committee" not in draft.edition
    assert only(with_code(draft, "facts-in-text")).message.endswith(
        "committee in “Program Committee”"
    )


def test_sections_that_leave_doubts_are_named_once(tmp_path: Path) -> None:
    body = r"""\section{Confirmed Keynote Speakers}
Dee Dummy will speak on placeholders.
\section{Tentative Schedule}
\begin{tabular}{ll}Time&Item\\\hline 09:00&Opening\\12:00&Lunch\end{tabular}
\section{Important Dates}
They follow those of the conference."""
    draft = read(tmp_path, body)
    found = only(with_code(draft, "facts-in-text"))
    assert found.message == (
        "what these sections hold stays text alone: speakers in “Confirmed Keynote Speakers”, "
        "schedule in “Tentative Schedule”, dates in “Important Dates”"
    )
    assert found.hint is not None
    assert "`speakers` in edition.yaml, program.yaml, `dates` in edition.yaml" in found.hint
    assert not {"speakers", "dates", "committee"} & draft.edition.keys()


@pytest.mark.parametrize(
    "body",
    [
        r"\section{Program}Our program has three parts.",
        r"\section{Timelines of Users}On May 10, 2024 we began.",
        r"\section{Speakers and Microphones}We compare two.",
    ],
)
def test_sections_on_other_things_are_not_remarked(body: str, tmp_path: Path) -> None:
    draft = read(tmp_path, body)
    assert with_code(draft, "facts-in-text") == []
    assert with_code(draft, "not-understood") == []


def test_a_day_that_no_calendar_has_is_named(tmp_path: Path) -> None:
    draft = read(tmp_path, DATES.replace("June 28, 2024", "31 June 2024"))
    assert [found.message for found in with_code(draft, "not-understood")] == [
        "`31 June 2024` is no day of the calendar; it stays text"
    ]


def test_hours_and_days_without_a_year_are_not_lost_in_silence(tmp_path: Path) -> None:
    body = r"""\section{Deadlines} Submission: May 1, 2024, 11:59pm (UTC-12)\\
Notification: June 1, 2024, 17:00 CET\\ Camera-ready: June 15"""
    draft = read(tmp_path, body)
    assert draft.edition["dates"] == {
        "submission": {"date": "2024-05-01", "zone": "AoE"},
        "notification": {"date": "2024-06-01"},
    }
    hour, day = with_code(draft, "not-understood")
    assert "17:00 CET" in hour.message
    assert "June 15" in day.message


def test_a_steering_committee_is_named_among_what_stays_text(tmp_path: Path) -> None:
    body = r"""\section{Committees}
\textbf{Steering Committee}

Ann Author, University of X, Graz, Austria\\
Bob Writer, University of Y, Lyon, France"""
    found = only(with_code(read(tmp_path, body), "facts-in-text"))
    assert found.message.endswith("committees in “Steering Committee”")
    assert "`committees` in edition.yaml" in str(found.hint)


def test_organizers_end_at_the_heading_of_another_group(tmp_path: Path) -> None:
    body = r"""\section{Organizers}
\begin{itemize}\item Prof. Ann Author, XYZ \item Dr. Bob Writer, XYZ\end{itemize}
\textbf{Steering Committee}

\begin{itemize}\item Cyd Third, University of X\end{itemize}
\textbf{Tracks:}

\begin{itemize}\item Sample Networks \item studies of samples \item proofs of facts\end{itemize}"""
    draft = draft_of(tmp_path, "article", "", body)
    assert [one.name for one in draft.people] == ["Ann Author", "Bob Writer"]
    (found,) = with_code(draft, "not-understood")
    assert found.message.startswith("“Steering Committee” and what stands below it stay text")


def test_organizers_in_paragraphs_are_all_taken(tmp_path: Path) -> None:
    lines = ["Ann Author, University of York", "Bob Writer, Uni B", r"\textbf{Diversity:} Some."]
    body = "\n\n".join([r"\section{Organizers}", *lines])
    people = draft_of(tmp_path, "article", "", body).people
    assert [(one.name, one.affiliations[0]["institution"]) for one in people] == [
        ("Ann Author", "University of York"),
        ("Bob Writer", "Uni B"),
    ]


def test_an_organization_committee_of_organizers_is_not_said_to_stay_text(tmp_path: Path) -> None:
    body = r"\section{Organization Committee}\begin{itemize}\item Ann Author, University of York"
    draft = draft_of(tmp_path, "article", "", rf"{body}\end{{itemize}}")
    assert [one.name for one in draft.people] == ["Ann Author"]
    assert with_code(draft, "facts-in-text") == []
