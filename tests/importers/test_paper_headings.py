"""Headings of lists of papers, as people and forms word them in several languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import ImportSourceError
from proposal.importers.paper_headings import meaning_of_heading
from proposal.importers.papers import read_papers
from tests.importers.bringing import written

HEADINGS = {
    "title": (
        *("Title of your paper", "What is the title of your paper?", "Article title"),
        *("Titel des Beitrags", "Titre de la communication", "Título de la ponencia"),
        *("Título do trabalho", "Titolo del contributo", "Titel van het artikel"),
        *("论文题目", "論文タイトル", "논문 제목"),
        *("1. Title of your paper", "2) Title (required)", "Q1: Title", "G01Q02. Title"),
    ),
    "authors": (
        *("Names of all authors (separated by commas)", "Please list all authors, in order"),
        *("List of authors", "Autorinnen und Autoren (durch Komma getrennt)", "Auteur·e·s"),
        *("Autores/as", "Autor/a", "Autori/autrici", "Nombres de los autores", "作者", "저자"),
        *("Noms et prénoms des auteurs", "Autor:innen", "著者"),
    ),
    "affiliations": ("Affiliations of authors", "Filiação", "Affiliazione", "单位", "所属"),
    "abstract": ("Short abstract (max. 150 words)", "Kurzfassung", "Resumo", "Sommario", "摘要"),
    "keywords": ("Stichwörter", "Mots-clés", "Palavras-chave", "Parole chiave", "关键词"),
    "kind": ("Type of submission", "Art des Beitrags", "Type de contribution"),
    "pages": ("Pages", "Seiten", "Seitenzahlen", "Páginas", "Pagine"),
    "email": ("E-Mail-Adresse", "Adresse e-mail", "Indirizzo e-mail", "Authors' emails"),
    "number": ("Paper #", "Paper no.", "EDAS ID", "Article ID"),
    "": (
        *("Title (German)", "Co-authors", "Contact author", "Talk title", "Zeitstempel"),
        *("Authors (corresponding)", "Author 1", "Name", "Abstract and title"),
    ),
}


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [(heading, meaning) for meaning, listed in HEADINGS.items() for heading in listed],
)
def test_a_heading_is_read_in_the_words_of_forms(heading: str, meaning: str) -> None:
    assert meaning_of_heading(heading) == meaning


def authors_of(folder: Path, table: str) -> list[object]:
    """The authors of each paper that is read."""
    papers = read_papers(written(folder / "papers.csv", table), "2027").papers
    return [paper["authors"] for paper in papers]


def test_answers_to_a_form_in_german_are_papers(tmp_path: Path) -> None:
    table = (
        "Zeitstempel;Titel des Beitrags;Autor*innen;Institution;Entscheidung\n"
        "12.01.2027;Eins;Ann Author, Bob Builder;Uni A | Uni B;angenommen\n"
        "12.01.2027;Zwei;Cat Coder;Uni C;abgelehnt\n"
    )
    ann = {"name": "Ann Author", "affiliation": "Uni A"}
    bob = {"name": "Bob Builder", "affiliation": "Uni B"}
    assert authors_of(tmp_path, table) == [[ann, bob]]


def test_a_row_of_a_further_author_belongs_to_the_article_above_it(tmp_path: Path) -> None:
    """As Janeway exports articles."""
    table = (
        "Article title,Author surname,Author given name,Author institution,Article ID,Stage\n"
        "One,Author,Ann,Uni A,12,Typesetting\n,Builder,Bob,Uni B,,\n"
        "Two,Coder,Cat,Uni C,13,Typesetting\n"
    )
    ann = {"name": "Ann Author", "affiliation": "Uni A"}
    bob = {"name": "Bob Builder", "affiliation": "Uni B"}
    cat = {"name": "Cat Coder", "affiliation": "Uni C"}
    assert authors_of(tmp_path, table) == [[ann, bob], [cat]]


@pytest.mark.parametrize(
    "headings",
    [
        (
            "Given Name (Author 1),Family Name (Author 1),Affiliation (Author 1),"
            "Given Name (Author 2),Family Name (Author 2),Affiliation (Author 2)"
        ),
        (
            "Author given name or first name 1,Author last name or family name 1,"
            "Primary Affiliation 1 - Institution,Author given name or first name 2,"
            "Author last name or family name 2,Primary Affiliation 2 - Institution"
        ),
        (
            "Author 1 - first,Author 1 - last,Author 1 - primary affiliation - institution,"
            "Author 2 - first,Author 2 - last,Author 2 - primary affiliation - institution"
        ),
    ],
)
def test_parted_names_of_authors_win_over_a_list_of_authors(tmp_path: Path, headings: str) -> None:
    """As OJS and Precision Conference export them."""
    table = (
        f"Title,Authors,Contact Email,{headings}\n"
        'One,"A. Author, B. Builder",ann@example.org,Ann,Author,Uni A,Bob,Builder,Uni B\n'
        "Two,C. Coder,cat@example.org,Cat,Coder,Uni C,,,\n"
    )
    ann = {"name": "Ann Author", "affiliation": "Uni A"}
    bob = {"name": "Bob Builder", "affiliation": "Uni B"}
    cat = {"name": "Cat Coder", "affiliation": "Uni C"}
    assert authors_of(tmp_path, table) == [[ann, bob], [cat]]


def test_raised_numbers_before_institutions_need_no_sign_between_them(tmp_path: Path) -> None:
    table = (
        "Title,Authors,Affiliations\n"
        'One,"Ann Author<sup>1</sup>, Bob Builder<sup>1,2</sup>",'
        '"<sup>1</sup>University A, France. <sup>2</sup>Example Inc."\n'
    )
    ann = {"name": "Ann Author", "affiliation": "University A, France"}
    bob = {"name": "Bob Builder", "affiliations": ["University A, France", "Example Inc."]}
    assert authors_of(tmp_path, table) == [[ann, bob]]


def test_all_columns_that_are_missing_are_asked_for_at_once(tmp_path: Path) -> None:
    with pytest.raises(ImportSourceError) as caught:
        authors_of(tmp_path, "Überschrift,Wer\nEins,Ann Author\n")
    assert "as in `--column title=3 --column authors=4`" in str(caught.value)
