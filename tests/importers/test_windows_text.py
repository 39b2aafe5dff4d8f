"""Files that are not UTF-8: what is read as Windows-1252, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import ImportSourceError
from proposal.importers.papers import read_papers
from proposal.importers.people import read_people

HEADINGS = "Name;Affiliation\n"


def saved(file: Path, text: str, encoding: str) -> Path:
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("Élise Œuvré;Université d’Été", "Élise Œuvré"),
        ("Åse Prøve;Blåbærgrød ApS", "Åse Prøve"),
        ("Mª José Muestra;¿Dónde? «Aquí», 1º piso, 5 °C, £20", "Mª José Muestra"),
        ("Jón Þór Dæmi;Háskóli, Reykjavík", "Jón Þór Dæmi"),
        ("Jörg O´Beispiel;Köln–Bonn, col·lecció, n×m", "Jörg O´Beispiel"),
        ("Häämö Yöääni;„Wort“ und “word” – “‘a’”", "Häämö Yöääni"),
    ],
)
def test_windows_1252_is_read_and_its_words_are_shown(tmp_path: Path, row: str, name: str) -> None:
    draft = read_people(saved(tmp_path / "people.csv", HEADINGS + row, "cp1252"), "2027")
    assert [person.name for person in draft.people] == [name]
    (said,) = [found for found in draft.diagnostics if found.code == "encoding"]
    assert any(f"`{word}`" in said.message for word in name.replace("´", " ").split())


@pytest.mark.parametrize(
    ("row", "encoding"),
    [
        ("Łukasz Jaźń;Łódź", "cp1250"),
        ("Čeněk Říha;Ústav", "cp1250"),
        ("Анна Примерова;Институт", "cp1251"),
        ("Άννα Δείγμα;Ίδρυμα", "cp1253"),
        ("Ayşe Işık;Üniversite", "cp1254"),
        ("山田 太郎;見本大学", "cp932"),
        ("张三;示例大学", "gbk"),
        ("홍길동;예시대학교", "euc-kr"),
        ("Hélène Dupont;Université", "mac_roman"),
    ],
)
def test_other_encodings_are_refused(tmp_path: Path, row: str, encoding: str) -> None:
    file = saved(tmp_path / "people.csv", HEADINGS + row, encoding)
    with pytest.raises(ImportSourceError, match=r"people\.csv:2: the file is neither UTF-8 nor"):
        read_people(file, "2027")


def test_references_that_are_not_utf_8_say_so(tmp_path: Path) -> None:
    text = "TY  - CONF\nTI  - Über\nAU  - Prøve, Åse\nER  - \n"
    draft = read_papers(saved(tmp_path / "papers.ris", text, "cp1252"), "2027")
    (said,) = [found for found in draft.diagnostics if found.code == "encoding"]
    assert "`Prøve`, `Åse`, `Über`" in said.message


def test_json_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    file = saved(tmp_path / "papers.json", '[{"title": "Ü", "authors": ["Ann Author"]}]', "cp1252")
    with pytest.raises(ImportSourceError, match="is not UTF-8, as JSON is"):
        read_papers(file, "2027")
