"""Websites in Polish, Russian and Turkish; companies and parts in organizing in any language."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from proposal.importers.site.name_likeness import person_name
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import topic_of
from proposal.importers.site.site_days import days_of
from proposal.importers.site.site_reader import read_site_edition
from proposal.reading.foreign_date_labels import foreign_name_of_date
from proposal.reading.roles import part_in_organizing
from tests.importers.site.small_sites import HEAD, ORGANIZERS, organizers, page_with, site

PAGES = {
    "pl": (
        "# Komitet organizacyjny\n\n* Ann Author - Przewodnicząca\n\n# Komitet naukowy\n\n"
        "* Bob Builder (Politechnika)\n\n# Ważne terminy\n\n* 7.05.2026 - wysłanie zgłoszenia\n"
        "* 8 czerwca 2026 - informacja o akceptacji\n"
    ),
    "ru": (
        "# Оргкомитет\n\n* Ann Author - Председатель\n\n# Программный комитет\n\n"
        "* Bob Builder (Институт)\n\n# Важные даты\n\n* Подача статей: 7 мая 2026\n"
        "* Уведомление авторов: 8 июня 2026\n"
    ),
    "tr": (
        "# Düzenleme Kurulu\n\n* Ann Author - Başkan\n\n# Bilim Kurulu\n\n* Bob Builder (Enstitü)\n"
        "\n# Önemli Tarihler\n\n* Bildiri gönderimi: 7 Mayıs 2026\n"
        "* Kabul bildirimi: 8 Haziran 2026\n"
    ),
}


@pytest.mark.parametrize("language", PAGES)
def test_people_and_dates_in_other_languages(tmp_path: Path, language: str) -> None:
    draft: Draft = read_site_edition(
        site(tmp_path / "s", {"index.md": HEAD + PAGES[language]}), "2026"
    )
    assert list(organizers(draft)) == ["Ann Author"]
    listed = draft.edition["organizers"]
    assert isinstance(listed, list)
    assert isinstance(listed[0], dict)
    assert listed[0]["role"] in PAGES[language]
    members = draft.edition["committee"]
    assert isinstance(members, list)
    assert [one["name"] for one in members if isinstance(one, dict)] == ["Bob Builder"]
    dates = draft.edition["dates"]
    assert isinstance(dates, dict)
    assert {name: one["date"] for name, one in dates.items() if isinstance(one, dict)} == {
        "submission": "2026-05-07",
        "notification": "2026-06-08",
    }


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Zaproszeni prelegenci", Topic.SPEAKERS),
        ("O konferencji", Topic.OVERVIEW),
        ("Приглашённые докладчики", Topic.SPEAKERS),
        ("Программа семинара", Topic.SCHEDULE),
        ("Davetli Konuşmacılar", Topic.SPEAKERS),
        ("İletişim".replace("İ", "i"), Topic.CONTACT),
    ],
)
def test_headings_in_other_languages(title: str, topic: Topic) -> None:
    assert topic_of(title) is topic


def test_months_in_other_languages() -> None:
    texts = ("1 grudnia 2026", "1 декабря 2026", "1 Aralık 2026")
    assert [days_of(text, 2026)[0].date.isoformat() for text in texts] == ["2026-12-01"] * 3


@pytest.mark.parametrize("name", ["Sample Polska SA", "Sample Works S.A.", "Example Nord Oy"])
def test_a_company_with_its_legal_form_is_nobody(name: str) -> None:
    assert person_name(name) == ""
    assert person_name("Ann Author") == "Ann Author"


@pytest.mark.parametrize(
    "post",
    ["Uniwersytet Przykładowy", "Örnek Enstitüsü", "Örnek Üniversitesi", "Примерный университет"],
)
def test_where_an_organizer_works_is_no_organizer(tmp_path: Path, post: str) -> None:
    body = f"# Organizers\n\n* Ann Author, {post}\n* Bob Builder\n"
    assert list(organizers(page_with(tmp_path, body))) == ["Ann Author", "Bob Builder"]


@pytest.mark.parametrize(
    "label",
    ["Rozpoczęcie nadsyłania prac", "Начало подачи статей", "Bildiri gönderiminin açılması"],
)
def test_the_opening_of_submission_is_no_deadline(label: str) -> None:
    assert foreign_name_of_date(label) is None


@pytest.mark.parametrize("part", ["Vorsitzende", "Przewodniczący", "Secrétaire", "Presidenta"])
def test_parts_in_organizing_in_other_languages(part: str) -> None:
    assert part_in_organizing(part) == part


def test_prose_in_front_of_a_labelled_biography_is_the_abstract_of_a_talk(tmp_path: Path) -> None:
    abstract = (
        "Samples are everywhere, and this talk is about how they are sorted into small boxes."
    )
    about = "Bob Builder is a placeholder at Sample Labs."
    body = (
        "# Invited Talks\n\n## Bob Builder, Sample Labs\n\n### Sorting Samples in Small Steps\n\n"
        f"{abstract}\n\n**Bio:** {about}\n"
    )
    draft = page_with(tmp_path, ORGANIZERS + body)
    listed = draft.edition["speakers"]
    assert isinstance(listed, list)
    assert isinstance(listed[0], dict)
    assert (listed[0]["title"], listed[0]["abstract"]) == (
        "Sorting Samples in Small Steps",
        abstract,
    )
    assert [str(person.biography).strip() for person in draft.people if person.biography] == [about]
