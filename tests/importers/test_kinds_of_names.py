"""Kinds of names through every importer: one person, the right name, the right family name.

What is right follows BibTeX's manual (First von Last; von Last, Jr, First), CSL (particles belong
to the family name, suffixes behind it), the ACL Anthology (a person chooses the family name; a
name in its own script keeps its order) and Unicode (letters are composed, in any script).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from proposal.importers.draft import Draft
from proposal.importers.latex import read_latex
from proposal.importers.papers import read_papers
from proposal.importers.people import read_people
from proposal.model.family_names import (
    doubt_of_family_name,
    family_name_to_write,
    shown_family_name,
)
from tests.importers.bringing import written
from tests.importers.site.small_sites import html_with


@dataclass(frozen=True)
class Kind:
    """A name in one piece and in parts, and what is right."""

    kind: str
    whole: str
    """The name as a paper or a page has it."""
    given: str
    family: str
    """Given and family name as two columns have them."""
    name: str
    """The name as it is printed."""
    sorted_by: str
    """The family name, if the source shows it."""
    taken: str = ""
    """What is taken for it if the source has the name in one piece, where that is another."""
    order: str = ""
    """The name in one piece, where it does not stand in the order of the parts."""

    @property
    def in_one_piece(self) -> str:
        """How the name is printed if the source has it in one piece."""
        return self.order or self.name


def kind(
    kind: str,
    whole: str,
    given: str,
    family: str,
    name: str = "",
    *,
    sorted_by: str = "",
    taken: str = "",
    order: str = "",
) -> Kind:
    return Kind(kind, whole, given, family, name or whole, sorted_by or family, taken, order)


KINDS = [
    kind("plain", "Ann Author", "Ann", "Author"),
    kind("three words", "Ann Quincy Author", "Ann Quincy", "Author"),
    kind("two Spanish", "Ana García Muestra", "Ana", "García Muestra", taken="Muestra"),
    kind("joined by y", "Ana García y Muestra", "Ana", "García y Muestra"),
    kind("joined by i", "Jordi Mostra i Prova", "Jordi", "Mostra i Prova"),
    kind("joined by e", "Rui Silva e Amostra", "Rui", "Silva e Amostra", taken="Amostra"),
    kind("four words", "Ana Bea García Muestra", "Ana Bea", "García Muestra", taken="Muestra"),
    kind("Portuguese", "Rui da Amostra", "Rui", "da Amostra"),
    kind("hyphen", "Ann-Bea Author-Writer", "Ann-Bea", "Author-Writer"),
    kind("Dutch", "Jan van der Sample", "Jan", "van der Sample"),
    kind("Flemish", "Jan Van Sample", "Jan", "Van Sample", taken="Sample"),
    kind("German", "Eva von Beispiel", "Eva", "von Beispiel"),
    kind("German two", "Eva von und zu Beispiel", "Eva", "von und zu Beispiel"),
    kind("French", "Luc de la Exemple", "Luc", "de la Exemple"),
    kind("French d", "Luc d'Exemple", "Luc", "d'Exemple"),
    kind("Italian", "Ugo Di Esempio", "Ugo", "Di Esempio", taken="Esempio"),
    kind("Arabic al", "Omar al-Mithal", "Omar", "al-Mithal"),
    kind("Arabic El", "Omar El Mithal", "Omar", "El Mithal", taken="Mithal"),
    kind("Arabic ibn", "Omar ibn Mithal", "Omar", "ibn Mithal"),
    kind("Malay bin", "Ali bin Contoh", "Ali bin", "Contoh", taken="bin Contoh"),
    kind("Vietnamese", "Nguyễn Văn Mẫu", "Văn Mẫu", "Nguyễn", "Văn Mẫu Nguyễn", taken="Mẫu",
         order="Nguyễn Văn Mẫu"),
    kind("Chinese in Latin", "Li Yangben", "Yangben", "Li", "Yangben Li", taken="Yangben",
         order="Li Yangben"),
    kind("Chinese", "样本", "本", "样", taken="样本"),
    kind("Japanese", "見本 太郎", "太郎", "見本", "見本太郎", order="見本 太郎"),
    kind("Korean", "견 본보", "본보", "견", "견본보", order="견 본보"),
    kind("Hungarian", "Minta Anna", "Anna", "Minta", "Anna Minta", taken="Anna",
         order="Minta Anna"),
    kind("Icelandic", "Jón Dæmi Jónsson", "Jón Dæmi", "Jónsson"),
    kind("mononym", "Suharto", "", "Suharto"),
    kind("mononym as given name", "Sukarno", "Sukarno", "", sorted_by="Sukarno"),
    kind("initials", "A. B. Author", "A. B.", "Author"),
    kind("initials in French", "J.-P. Author", "J.-P.", "Author"),
    kind("initial behind", "Ann B. Author", "Ann B.", "Author"),
    kind("junior", "Martin Sample Jr.", "Martin", "Sample Jr."),
    kind("junior behind a comma", "Martin Sample, Jr.", "Martin", "Sample, Jr.",
         "Martin Sample Jr.", sorted_by="Sample Jr."),
    kind("third", "Robert Sample III", "Robert", "Sample III"),
    kind("third behind a comma", "Robert Sample, III", "Robert", "Sample, III",
         "Robert Sample III", sorted_by="Sample III"),
    kind("degree", "Ann Author, PhD", "Ann", "Author, PhD", "Ann Author", sorted_by="Author"),
    kind("degrees", "Ann Author, M.D., FRCS", "Ann", "Author, M.D., FRCS", "Ann Author",
         sorted_by="Author"),
    kind("degree without comma", "Ann Author PhD", "Ann", "Author PhD", "Ann Author",
         sorted_by="Author"),
    kind("doctor", "Dr. Ann Author", "Dr. Ann", "Author", "Ann Author"),
    kind("engineer", "Dr.-Ing. Ann Author", "Dr.-Ing. Ann", "Author", "Ann Author"),
    kind("Austrian", "Univ.-Prof. Dr. Ann Author", "Univ.-Prof. Dr. Ann", "Author", "Ann Author"),
    kind("emeritus", "em. Prof. Ann Author", "em. Prof. Ann", "Author", "Ann Author"),
    kind("honorary", "Prof. Dr. h.c. Ann Author", "Prof. Dr. h.c. Ann", "Author", "Ann Author"),
    kind("Czech", "doc. Ing. Ann Author, Ph.D.", "doc. Ing. Ann", "Author, Ph.D.", "Ann Author",
         sorted_by="Author"),
    kind("Polish", "dr hab. inż. Ann Author", "dr hab. inż. Ann", "Author", "Ann Author"),
    kind("Spanish", "Sra. Dra. Ann Author", "Sra. Dra. Ann", "Author", "Ann Author"),
    kind("Italian title", "Prof.ssa Ann Author", "Prof.ssa Ann", "Author", "Ann Author"),
    kind("French capitals", "Jean EXEMPLE", "Jean", "EXEMPLE"),
    kind("capitals first", "EXEMPLE Jean", "Jean", "EXEMPLE", "Jean EXEMPLE",
         order="EXEMPLE Jean"),
    kind("small", "ann author", "ann", "author"),
    kind("Irish", "Ann O'Sample", "Ann", "O'Sample"),
    kind("Irish typographic", "Ann O’Sample", "Ann", "O’Sample"),
    kind("accents", "Zoë Çelikörnek", "Zoë", "Çelikörnek"),
    kind("composed letters", "Jose\u0301 Muestra", "Jose\u0301", "Muestra", "José Muestra"),
    kind("Cyrillic", "Иван Примеров", "Иван", "Примеров"),
    kind("Greek", "Άννα Παράδειγμα", "Άννα", "Παράδειγμα"),
    kind("Arabic script", "عمر مثال", "عمر", "مثال"),
    kind("Hebrew", "דנה דוגמה", "דנה", "דוגמה"),
    kind("Devanagari", "अनु उदाहरण", "अनु", "उदाहरण"),
    kind("pronouns", "Ann Author (she/her)", "Ann", "Author (she/her)", "Ann Author",
         sorted_by="Author"),
    kind("nickname in quotes", "Ann “Annie” Author", "Ann “Annie”", "Author"),
    kind("nickname in parentheses", "Ann (Annie) Author", "Ann (Annie)", "Author"),
]  # fmt: skip

kinds = pytest.mark.parametrize("one", KINDS, ids=[one.kind for one in KINDS])


def person_of(draft: Draft) -> tuple[str, str]:
    """The only person of a draft: the name, and the family name that data will have."""
    (person,) = draft.people
    return person.name, _family(person.name, family_name_to_write(person.family_name, person.name))


def author_of(draft: Draft) -> tuple[str, str]:
    """The only author of a draft's only paper."""
    (paper,) = draft.papers
    authors: Any = paper["authors"]
    (author,) = authors
    if isinstance(author, dict):
        return str(author["name"]), _family(str(author["name"]), author.get("family_name"))
    return str(author), _family(str(author), None)


def _family(name: str, stated: object) -> str:
    return str(stated) if stated else shown_family_name(name)


def rows_of(one: Kind) -> list[list[str]]:
    return [["Given name", "Family name", "E-mail"], [one.given, one.family, "a@example.org"]]


@kinds
def test_columns_for_given_and_family_name(tmp_path: Path, one: Kind) -> None:
    with (tmp_path / "form.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows_of(one))
    assert person_of(read_people(tmp_path / "form.csv", "2026")) == (one.name, one.sorted_by)


@kinds
def test_spreadsheet(tmp_path: Path, one: Kind) -> None:
    book = openpyxl.Workbook()
    for row in rows_of(one):
        book.worksheets[0].append(row)
    book.save(tmp_path / "form.xlsx")
    assert person_of(read_people(tmp_path / "form.xlsx", "2026")) == (one.name, one.sorted_by)


@kinds
def test_bibliography(tmp_path: Path, one: Kind) -> None:
    author = f"{one.family}, {one.given}" if one.given and one.family else one.whole
    text = f"@inproceedings{{a, title={{A Title}}, author={{{author}}}, year=2026}}"
    draft = read_papers(written(tmp_path / "papers.bib", text), "2026")
    assert author_of(draft) == (one.name, one.sorted_by)


@kinds
def test_one_column(tmp_path: Path, one: Kind) -> None:
    with (tmp_path / "form.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Name", "E-mail"], [one.whole, "a@example.org"]])
    draft = read_people(tmp_path / "form.csv", "2026")
    assert person_of(draft) == (one.in_one_piece, one.taken or one.sorted_by)


PAPER = (
    "\\documentclass[sigconf,nonacm]{acmart}\n\\begin{document}\n"
    "\\title{First Workshop on Placeholders}\n\\author{%s}\n"
    "\\affiliation{\\institution{Uni A}\\country{Austria}}\n\\maketitle\n\\section{One}\nText.\n"
    "\\end{document}\n"
)


@kinds
def test_paper_in_latex(tmp_path: Path, one: Kind) -> None:
    draft = read_latex(written(tmp_path / "paper.tex", PAPER % one.whole), "2026")
    name, family = person_of(draft)
    # An apostrophe is a straight one in data, and a curved one in what is made from them.
    expected = (one.in_one_piece, one.taken or one.sorted_by)
    assert (name, family) == tuple(text.replace("’", "'") for text in expected)


NOT_SURE = {"mononym", "mononym as given name", "small"}
"""Names that no word or letter of a website tells from other words."""


@kinds
def test_website(tmp_path: Path, one: Kind) -> None:
    item = f"<li>{one.whole}, University of Placeholder</li>"
    items = f"{item}<li>Bob Builder, University of Placeholder</li>"
    draft = html_with(tmp_path, f"<h2>Organizers</h2><ul>{items}</ul>")
    draft.people = [person for person in draft.people if person.name != "Bob Builder"]
    if one.kind in NOT_SURE:
        assert not draft.people
        assert any("in 1 line of “Organizers”" in found.message for found in draft.diagnostics)
        return
    assert person_of(draft) == (one.in_one_piece, one.taken or one.sorted_by)


DOUBTED = {
    "joined by e", "four words", "Flemish", "Italian", "Arabic El", "Malay bin", "Vietnamese",
}  # fmt: skip


@pytest.mark.parametrize(
    "one",
    [one for one in KINDS if one.taken and one.kind in DOUBTED],
    ids=lambda one: str(one.kind),
)
def test_check_reports_a_name_that_may_have_another_family_name(one: Kind) -> None:
    assert doubt_of_family_name(one.in_one_piece)
