r"""Titles of papers: those set by hand, of several lines, with the short name in front."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from proposal.importers.latex import read_latex
from tests.diagnostic_lists import only
from tests.importers.bringing import written
from tests.importers.latex_papers import with_code


def draft_of_body(folder: Path, body: str, class_name: str = "article") -> Draft:
    """What is understood of a paper that has nothing but a body."""
    lines = [rf"\documentclass{{{class_name}}}", r"\begin{document}", body, r"\end{document}"]
    return read_latex(written(folder / "draft.tex", "\n".join(lines)), "2026")


@pytest.mark.parametrize(
    "top",
    [
        "\\begin{center}\n{\\Huge Third Workshop on Placeholders (WSP)}\n\nAnn Author\\end{center}",
        r"""\begin{center}\textbf{Workshop Proposal}\\[1cm]Third Workshop on\\ Placeholders (WSP)\\
Ann Author\end{center}""",
        r"""\begin{titlepage}\centering\vspace{1cm}{\LARGE Third Workshop on Placeholders (WSP)\par}
\vspace{1cm}Ann Author\end{titlepage}""",
        r"\centerline{\Large\bf Third Workshop on Placeholders (WSP)}",
        r"""\begin{center}{\LARGE\bfseries Third Workshop\\[4pt] on Placeholders (WSP)\\
Ann Author}\end{center}""",
        r"""\begin{center}{\LARGE Third Workshop on Placeholders\\[4pt] (WSP)}\\Ann Author
\end{center}""",
        r"""\begin{center}Proposal for a Workshop at KDD 2026\\Third Workshop on\\
Placeholders (WSP)\\Ann Author$^{1,2}$\\$^1$Example Labs $^2$University of X\end{center}""",
    ],
    ids=["center", "lines", "titlepage", "centerline", "group", "in-one-size", "marks"],
)
def test_a_title_set_by_hand_is_read_and_reported(top: str, tmp_path: Path) -> None:
    draft = draft_of_body(tmp_path, top + "\n\nThis is what it is about.")
    assert draft.workshop == {"name": "Workshop on Placeholders", "acronym": "WSP"}
    assert draft.edition["ordinal"] == "3"
    assert "the first line is taken" in only(with_code(draft, "guessed-title")).message
    assert draft.texts["proposal.md"] == "This is what it is about."
    assert [person.name for person in draft.people] == (["Ann Author"] if "Ann" in top else [])


def test_fonts_of_lines_below_a_title_set_by_hand_end_with_them(tmp_path: Path) -> None:
    top = r"\begin{center}\centerline{\LARGE First Workshop on X}\centerline{\it Graz}\end{center}"
    draft = draft_of_body(tmp_path, top + "\n\nPlain.")
    assert draft.texts["proposal.md"] == "*Graz*\n\nPlain."


def test_the_only_section_above_others_is_the_title(tmp_path: Path) -> None:
    body = r"\section*{Workshop on Placeholders (WSP)}\subsection*{Aims} Many."
    draft = draft_of_body(tmp_path, body, "llncs")
    assert draft.workshop == {"name": "Workshop on Placeholders", "acronym": "WSP"}
    assert "Many." in draft.texts["proposal.md"]


@pytest.mark.parametrize(
    ("title", "name", "host"),
    [
        (
            r"\textbf{Workshop Proposal: Facts}\\ \large NeurIPS 2026 Workshop",
            "Facts",
            "NeurIPS 2026",
        ),
        (r"Facts\\ \vspace{1cm}\large{Conference Tutorial}", "Facts", "Host Conference 2026"),
        (r"Facts\\ A Workshop Proposal for XYZ 2026", "Facts", "XYZ 2026"),
        (r"Facts\\ XYZ 2026 Workshop", "Facts", "Host Conference 2026"),
        (
            r"XYZ 2026 Workshop\\ Facts and Figures",
            "XYZ 2026 Workshop Facts and Figures",
            "Host Conference 2026",
        ),
        (r"NeurIPS 2026 Workshop\\ on Facts", "NeurIPS 2026 Workshop on Facts", "NeurIPS 2026"),
        (
            r"Workshop for Women in Facts\\ and Figures",
            "Workshop for Women in Facts and Figures",
            "Host Conference 2026",
        ),
        (r"Call for Papers: Workshop on Facts", "Workshop on Facts", "Host Conference 2026"),
        (r"Workshop on Facts\\ Call for Papers", "Workshop on Facts", "Host Conference 2026"),
        (
            r"Symposium on Facts\\ Graz, June 3--5, 2026",
            "Symposium on Facts",
            "Host Conference 2026",
        ),
        (
            r"Workshop on Facts\\ and Figures",
            "Workshop on Facts and Figures",
            "Host Conference 2026",
        ),
    ],
)
def test_lines_that_say_what_the_document_is_are_no_part_of_the_name(
    title: str, name: str, host: str, tmp_path: Path
) -> None:
    draft = draft_of_body(tmp_path, rf"\title{{{title}}}\author{{Ann Author}}\maketitle Text.")
    assert draft.workshop["name"] == name
    assert draft.venue["name"] == host


def test_days_in_a_line_of_the_title_are_the_workshops(tmp_path: Path) -> None:
    title = r"\title{Symposium on Facts\\ June 3rd -- 5th, 2026}\author{Ann Author}\maketitle"
    when = draft_of_body(tmp_path, title).edition["when"]
    assert isinstance(when, dict)
    assert when["date"] == "2026-06-03"


@pytest.mark.parametrize(
    ("title", "text", "name", "acronym"),
    [
        ("FaFI: Facts and Figures Imported", "", "Facts and Figures Imported", "FaFI"),
        ("FFI: Facts and Figures Imported", "", "Facts and Figures Imported", "FFI"),
        ("WoFa: Facts Imported", "The Facts Imported (WoFa) series.", "Facts Imported", "WoFa"),
        ("Facts: State and Perspectives", "", "Facts: State and Perspectives", None),
    ],
)
def test_a_short_name_in_front_counts_where_it_is_sure(
    title: str, text: str, name: str, acronym: str | None, tmp_path: Path
) -> None:
    body = rf"\title{{{title}}}\author{{Ann Author}}\maketitle {text}"
    draft = draft_of_body(tmp_path, body)
    assert draft.workshop.get("acronym") == acronym
    if acronym:
        assert draft.workshop["name"] == name


def test_a_sentence_says_which_edition_it_is_and_the_plan_says_so(tmp_path: Path) -> None:
    body = r"""\title{Workshop on Facts}\author{Ann Author}\maketitle
\begin{abstract}We propose the 5$^{th}$ edition of the workshop.\end{abstract}"""
    draft = draft_of_body(tmp_path, body)
    assert draft.edition["ordinal"] == "5"
    assert "names edition 5" in only(with_code(draft, "guessed-ordinal")).message


def test_an_ordinal_of_the_package_nth_is_written_out(tmp_path: Path) -> None:
    body = r"\title{Workshop on Facts}\author{Ann Author}\maketitle On June \nth{21} and \nth{3}."
    assert draft_of_body(tmp_path, body).texts["proposal.md"] == "On June 21st and 3rd."


def test_a_list_of_topics_beside_one_with_lists_in_it_is_not_taken_for_all(tmp_path: Path) -> None:
    body = r"""\title{Workshop on Facts}\author{Ann Author}\maketitle
\section{Topics of facts}
\begin{itemize}\item Facts\begin{itemize}\item True ones\end{itemize}\item Figures\end{itemize}
\section{Topics of others}
\begin{itemize}\item Words\item Signs\end{itemize}"""
    draft = draft_of_body(tmp_path, body)
    assert "topics" not in draft.edition
    assert len(with_code(draft, "unclear-topics")) == 1


SIGPLAN = r"""\documentclass{sigplanconf}
\begin{filecontents}{own.bib}
@misc{a, title={A Title}, author={Ann Author}, year={2020}}
\end{filecontents}
\begin{document}
\doi{10.0000/0000}\titlebanner{Draft}\preprintfooter{A footer}
\title{First Workshop on Facts}
\authorinfo{Ann Author}{University of Somewhere, Austria}{ann@some.example}
\authorinfo{Bob Writer\and Cy Curator}{Example Labs, France}{}
\maketitle
\begin{abstract}About facts.\end{abstract}
\keywords facts, figures and
more

\section{Aims} Many \cite{a}.
\bibliography{own}
\end{document}"""


def test_the_notation_of_sigplanconf_is_read(tmp_path: Path) -> None:
    draft = read_latex(written(tmp_path / "draft.tex", SIGPLAN), "2026")
    assert [person.name for person in draft.people] == ["Ann Author", "Bob Writer", "Cy Curator"]
    assert draft.people[0].email == "ann@some.example"
    assert {str(one.affiliations[0]["institution"]) for one in draft.people} == {
        "University of Somewhere",
        "Example Labs",
    }
    assert draft.edition["keywords"] == ["facts", "figures and more"]
    assert draft.texts["proposal.md"] == "# Aims\n\nMany [@a]."
    assert "A Title" in str(draft.bibliography)
