r"""Drafts in German, French, Spanish, Turkish and Chinese are read as those in English are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.latex import read_latex
from proposal.reading.workshop_titles import (
    read_title,
    with_colon_behind_proposal,
    without_proposal,
)
from tests.importers.bringing import written
from tests.importers.short_drafts import draft_of


def text_of(folder: Path, language: str, body: str) -> str:
    """The Markdown of a draft in one of babel's languages."""
    lines = [r"\documentclass{article}", rf"\usepackage[{language}]{{babel}}"]
    lines += [r"\title{First Workshop on X}\author{Ann Author}\begin{document}\maketitle"]
    lines += [r"\begin{abstract}A.\end{abstract}", body, r"\end{document}", ""]
    return read_latex(written(folder / "draft.tex", "\n".join(lines)), "2026").texts["proposal.md"]


@pytest.mark.parametrize(
    ("language", "source", "printed"),
    [
        ("english,ngerman", '"`gut"\' und Bäu"-me, \\glqq so\\grqq', "„gut“ und Bäume, „so“"),
        ("ngerman", r"\enquote{a \enquote{b} c}", "„a ‚b‘ c“"),
        ("ngerman,english", r'\enquote{a \enquote{b}} and "x"', '“a ‘b’” and "x"'),
        ("french", r"\og bon \fg{}, 2\ieme{} et N\up{o}~3", "«&nbsp;bon&nbsp;», 2e et Nº&nbsp;3"),
        ("french", r"\enquote{bon}", "«&nbsp;bon&nbsp;»"),
        ("spanish", r"<<As\'i es>>", "«Así es»"),
        ("turkish", r"\shorthandoff{=} Metin", "Metin"),
    ],
)
def test_marks_are_those_of_the_language(
    language: str, source: str, printed: str, tmp_path: Path
) -> None:
    assert text_of(tmp_path, language, source).strip() == printed


GERMAN = r"""\section{Wichtige Termine}
\begin{itemize}\item Einreichung: 1. April 2026 \item Benachrichtigung: 15. Mai 2026
\item Workshop: 20. Juli 2026\end{itemize}
\section{Programmkomitee}
\begin{itemize}\item Cyd Third, Universität Y \item Dan Fourth, Institut Z\end{itemize}
\section{Veranstalter}
\paragraph{Ann Author} ist Professorin an der Universität X und forscht zu Platzhaltern.
\paragraph{Bob Writer} leitet das Institut für Beispiele."""


def test_sections_of_a_german_draft_hold_facts(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "article", r"\author{Ann Author \and Bob Writer}", GERMAN)
    assert draft.edition["dates"] == {
        "submission": {"date": "2026-04-01"},
        "notification": {"date": "2026-05-15"},
    }
    edition: dict[str, Any] = draft.edition
    assert edition["when"]["date"] == "2026-07-20"
    assert len(edition["committee"]) == 2
    ann, bob = draft.people
    assert ann.biography is not None
    assert ann.biography.startswith("Ann Author ist Professorin")
    assert bob.biography == "Bob Writer leitet das Institut für Beispiele."


def test_organizers_and_dates_of_a_spanish_draft_are_read(tmp_path: Path) -> None:
    body = r"""\section{Organizadores}\begin{itemize}
\item Ann Author, Universidad X, Madrid, España \item Bob Writer, Instituto Y, Lima, Perú
\end{itemize}\section{Fechas importantes}
\begin{tabular}{ll}Envío de trabajos & 1 de marzo de 2026\\
Taller & 10 de junio de 2026\end{tabular}"""
    draft = draft_of(tmp_path, "article", "", body)
    assert [person.name for person in draft.people] == ["Ann Author", "Bob Writer"]
    assert draft.edition["dates"] == {"submission": {"date": "2026-03-01"}}
    edition: dict[str, Any] = draft.edition
    assert edition["when"]["date"] == "2026-06-10"


@pytest.mark.parametrize(
    ("title", "ordinal", "name", "acronym"),
    [
        ("Vorschlag für den 4. Workshop Muster (MUS 2026)", 4, "Workshop Muster", "MUS"),
        ("Propuesta de Taller: II Taller de Muestras (TEM)", 2, "Taller de Muestras", "TEM"),
        ("Report on the 3rd Workshop on Facts (WOF)", 3, "Workshop on Facts", "WOF"),
        ("Overview of the Fourth Workshop on Facts", 4, "Workshop on Facts", None),
        ("3. Örnekler Çalıştayı (ÖYÇ 2026)", 3, "Örnekler Çalıştayı", "ÖYÇ"),
        ("第三届示例研讨会（PWS 2026）", 3, "示例研讨会", "PWS"),
        ("第十二届示例研讨会", 12, "示例研讨会", None),
    ],
)
def test_titles_are_taken_apart(title: str, ordinal: int, name: str, acronym: str | None) -> None:
    read = read_title(without_proposal(title))
    assert (read.ordinal, read.name, read.acronym) == (ordinal, name, acronym)


@pytest.mark.parametrize(
    "said",
    ["Workshop Proposal", "Dagstuhl Seminar Proposal", "Proposal for a Workshop at KDD 2026"],
)
def test_a_line_that_says_proposal_stands_apart_from_the_title(said: str) -> None:
    lines = [said, "The First Workshop on X"]
    assert with_colon_behind_proposal(" ".join(lines), lines) == ": ".join(lines)
    parted = ["Workshop on Samples and", "Placeholders"]
    assert with_colon_behind_proposal(" ".join(parted), parted) == " ".join(parted)


def test_chinese_keywords_are_keywords(tmp_path: Path) -> None:
    body = "\\textbf{关键词：}示例；占位符；姓名\n\n\\section{引言} 研讨会。"
    draft = draft_of(tmp_path, "article", r"\author{Ann Author}", body)
    assert draft.edition["keywords"] == ["示例", "占位符", "姓名"]
