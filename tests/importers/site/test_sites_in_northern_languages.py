"""Websites in Danish, Norwegian, Swedish, Finnish, Dutch, Czech, Hungarian and Greek."""

from __future__ import annotations

import datetime as dt
from calendar import month_name
from pathlib import Path

import pytest
from babel.dates import get_month_names

from proposal.importers.site.foreign_words import with_english_months
from proposal.importers.site.site_days import days_of
from proposal.model.names_in_other_languages import MONTHS_ELSEWHERE
from proposal.model.small_letters import small_letters
from proposal.model.typed_times import typed_days
from proposal.reading.days import first_and_last_day
from proposal.reading.foreign_date_labels import foreign_name_of_date
from tests.importers.site.small_sites import (
    codes,
    html_with,
    organizers,
    page_with,
    papers,
)

PAGES = {
    "da": (
        *("Arrangører", "Programkomité", "Accepterede artikler", "Vigtige datoer"),
        *("Indsendelse af artikler: 7. maj 2026", "Meddelelse om accept: 8. juni 2026"),
    ),
    "nb": (
        *("Arrangører", "Programkomité", "Aksepterte artikler", "Viktige datoer"),
        *("Frist for innlevering: 7. mai 2026", "Beskjed om aksept: 8. juni 2026"),
    ),
    "sv": (
        *("Arrangörer", "Programkommitté", "Accepterade artiklar", "Viktiga datum"),
        *("Deadline för inlämning: 7 maj 2026", "Besked om antagning: 8 juni 2026"),
    ),
    "fi": (
        *("Järjestäjät", "Ohjelmatoimikunta", "Hyväksytyt artikkelit", "Tärkeät päivämäärät"),
        *(
            "Artikkelien jättöpäivä: 7. toukokuuta 2026",
            "Ilmoitus hyväksymisestä: 8. kesäkuuta 2026",
        ),
    ),
    "nl": (
        *("Organisatoren", "Programmacommissie", "Geaccepteerde artikelen", "Belangrijke data"),
        *("Deadline voor inzending: 7 mei 2026", "Bericht van acceptatie: 8 juni 2026"),
    ),
    "cs": (
        *("Pořadatelé", "Programový výbor", "Přijaté příspěvky", "Důležitá data"),
        *("Uzávěrka příspěvků: 7. května 2026", "Oznámení o přijetí: 8. června 2026"),
    ),
    "hu": (
        *("Szervezők", "Programbizottság", "Elfogadott cikkek", "Fontos dátumok"),
        *("Cikkek beküldése: 2026. május 7.", "Értesítés: 2026. június 8."),
    ),
    "el": (
        *("Οργανωτική Επιτροπή", "Επιτροπή Προγράμματος", "Αποδεκτές εργασίες"),
        *("Σημαντικές ημερομηνίες", "Υποβολή εργασιών: 7 Μαΐου 2026", "Ειδοποίηση: 8 Ιουνίου 2026"),
    ),
}


@pytest.mark.parametrize("language", PAGES)
def test_pages_in_northern_languages(tmp_path: Path, language: str) -> None:
    people, committee, listed, dates, submission, notification = PAGES[language]
    draft = page_with(
        tmp_path,
        f"# {people}\n\n* Ann Author, University of Testing\n\n# {committee}\n\n* Bob Builder\n\n"
        f"# {listed}\n\n* On Samples. Dora Dev, Emil Eng\n\n"
        f"# {dates}\n\n* {submission}\n* {notification}\n",
    )
    assert organizers(draft) == {"Ann Author": "University of Testing"}
    assert draft.edition["committee"] == [{"name": "Bob Builder"}]
    assert papers(draft) == {"On Samples": ["Dora Dev", "Emil Eng"]}
    assert draft.edition["dates"] == {
        "submission": {"date": "2026-05-07"},
        "notification": {"date": "2026-06-08"},
    }


@pytest.mark.parametrize(
    "language",
    [
        *("de", "fr", "es", "pt", "it", "nl", "da", "nb", "sv", "fi"),
        *("pl", "cs", "sk", "hu", "ro", "ru", "uk", "el", "tr"),
    ],
)
def test_months_are_called_as_unicode_has_them(language: str) -> None:
    names = get_month_names("wide", locale=language)
    english = {name.casefold(): number for number, name in enumerate(month_name) if name}
    known = english | MONTHS_ELSEWHERE
    assert [known[small_letters(names[number])] for number in range(1, 13)] == list(range(1, 13))


@pytest.mark.parametrize(
    "text",
    ["2026. június 10–12.", "10. og 12. juni 2026", "10.–12. června 2026", "10-12 Ιουνίου 2026"],
)
def test_stretches_of_days_in_northern_languages(text: str) -> None:
    days = [day.date for day in days_of(text, 2026)]
    assert days[0] == dt.date(2026, 6, 10)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("3. und 5. Juni 2026", "3 and 5 June 2026"),
        ("3 y 5 de junio de 2026", "3 and 5 June 2026"),
        ("7. a 9. června 2026", "7 and 9 June 2026"),
        ("3 i 5 czerwca 2026", "3 and 5 June 2026"),
        ("7. až 9. června 2026", "7–9 June 2026"),
        ("7 a 9 de junio de 2026", "7–9 June 2026"),
        ("2026. június 10. és 12.", "10 and 12 June 2026"),
        ("2026. június 10-én és 12-én", "10 and 12 June 2026"),
    ],
)
def test_two_days_are_no_stretch_with_the_day_between_them(text: str, english: str) -> None:
    assert with_english_months(text) == english


def test_a_hungarian_stretch_may_be_of_two_months() -> None:
    english = with_english_months("2026. június 30 – július 1.")
    assert first_and_last_day(english) == (dt.date(2026, 6, 30), dt.date(2026, 7, 1))


@pytest.mark.parametrize("row", ["9:30 Mai Example", "10:12 Mei Sample", "9.30 Mars and Back"])
def test_minutes_before_a_name_are_no_day(row: str) -> None:
    assert days_of(row, 2026) == []
    assert with_english_months(row) == row


def test_a_day_in_data_may_be_typed_in_hungarian() -> None:
    assert typed_days("2026. június 10.") == [dt.date(2026, 6, 10)]


def test_a_day_in_a_language_that_is_not_read_is_reported(tmp_path: Path) -> None:
    draft = page_with(tmp_path, "# Important dates\n\n* Paper submission: 20 tháng 3 năm 2026\n")
    assert "dates" not in draft.edition
    assert "not-understood" in codes(draft)
    assert any("20 tháng 3" in one.message for one in draft.diagnostics)


def test_numbers_that_are_no_day_are_not_reported(tmp_path: Path) -> None:
    draft = page_with(tmp_path, "# Important dates\n\n* From 2018 to 2025: 96 monthly samples\n")
    assert not any("96 monthly" in one.message for one in draft.diagnostics)


@pytest.mark.parametrize(
    "line",
    [
        "fredag den 1. maj 2026: Frist for indsendelse",
        "fredag d. 1. maj 2026: Frist for indsendelse",
        "Freitag, 1. Mai 2026: Einreichungsfrist",
        "vendredi 1er mai 2026 : soumission",
    ],
)
def test_days_of_the_week_say_nothing_of_what_is_due(tmp_path: Path, line: str) -> None:
    draft = page_with(tmp_path, f"# Important dates\n\n* {line}\n")
    assert draft.edition["dates"] == {"submission": {"date": "2026-05-01"}}


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        (
            [
                *("10:00〜10:10 開会挨拶", "10:10～11:00 休憩"),
                *("11:00 〜 12:00 ポスター発表", "12:00~13:00 昼休み"),
            ],
            ["opening", "break", "posters", "lunch"],
        ),
        (["10時00分～10時10分 開会", "10時10分～11時00分 閉会"], ["opening", "closing"]),
        (["09.00–09.10 Välkommen", "09.10–10.00 Kaffe"], ["opening", "break"]),
        (["9:00-9:10 Zahájení", "9:10-10:00 Přestávka"], ["opening", "break"]),
        (["9:00-9:10 Megnyitó", "9:10-10:00 Ebéd"], ["opening", "lunch"]),
    ],
)
def test_rows_of_programmes_in_other_languages(
    tmp_path: Path, rows: list[str], kinds: list[str]
) -> None:
    items = "".join(f"<li>{row}</li>" for row in rows)
    draft = html_with(tmp_path, f"<h2>Program</h2><ul>{items}</ul>")
    assert [slot.get("kind") for slot in draft.program] == kinds
    assert all("〜" not in str(slot) and "～" not in str(slot) for slot in draft.program)


def test_a_part_in_another_language_is_no_institution(tmp_path: Path) -> None:
    draft = page_with(tmp_path, "# Organisatoren\n\n* Bob Builder (voorzitter), Sample Labs\n")
    assert organizers(draft) == {"Bob Builder": "Sample Labs"}
    assert any("voorzitter" in one.message for one in draft.diagnostics)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Lähetysten määräaika", "submission"),
        ("Bericht aan auteurs", "notification"),
        ("Notificatie", "notification"),
    ],
)
def test_a_date_is_known_by_its_northern_words(label: str, name: str) -> None:
    assert foreign_name_of_date(label) == name
