"""Titles of workshops in other languages, with the numbers in front of them, and their hosts."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import topic_of
from proposal.importers.site.site_reader import read_site_edition
from proposal.reading.workshop_titles import read_title
from tests.importers.site.small_sites import html_with, organizers, site


@pytest.mark.parametrize(
    ("title", "number", "name"),
    [
        ("Dritter Workshop über Beispiele", 3, "Workshop über Beispiele"),
        ("Drittes Treffen zu Beispielen", 3, "Treffen zu Beispielen"),
        ("III Taller sobre Ejemplos", 3, "Taller sobre Ejemplos"),
        ("Tercer Taller sobre Ejemplos", 3, "Taller sobre Ejemplos"),
        ("Troisième atelier sur des exemples", 3, "Atelier sur des exemples"),
        ("Première journée sur des exemples", 1, "Journée sur des exemples"),
        ("3º Taller sobre Ejemplos", 3, "Taller sobre Ejemplos"),
        ("3. Workshop über Beispiele", 3, "Workshop über Beispiele"),
        ("IX Jornadas de Ejemplos", 9, "Jornadas de Ejemplos"),
        ("Terza Giornata sugli esempi", 3, "Giornata sugli esempi"),
        ("第3回例文ワークショップ", 3, "例文ワークショップ"),
        ("Prime Numbers Workshop", None, "Prime Numbers Workshop"),
        ("XIV Workshop on Samples", 14, "Workshop on Samples"),
        ("IIX Workshop on Samples", None, "IIX Workshop on Samples"),  # no number
        ("Vision Workshop on Samples", None, "Vision Workshop on Samples"),
    ],
)
def test_the_number_in_front_of_a_title_is_no_part_of_it(
    title: str, number: int | None, name: str
) -> None:
    found = read_title(title)
    assert (found.ordinal, found.name) == (number, name)


@pytest.mark.parametrize(
    "line",
    [
        "June 26, 2026 | Lyon, France | VLDB 2026",
        "26 June 2026, Lyon, France, im Rahmen der VLDB 2026",
        "26 June 2026, Lyon, France, dans le cadre de VLDB 2026",
        "26 June 2026, Lyon, France, en el marco de VLDB 2026",
    ],
)
def test_a_conference_may_be_named_without_words_or_in_another_language(
    tmp_path: Path, line: str
) -> None:
    head = f"<h1>Third Workshop on Structured Proposals (WSP)</h1><p>{line}</p>"
    venue = html_with(tmp_path, "", head).venue
    assert (venue["acronym"], venue["city"]) == ("VLDB '26", "Lyon")


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Tercer Taller sobre Ejemplos (WSP 2026)", "Taller sobre Ejemplos"),
        ("Dritter Workshop über Beispiele (WSP 2026)", "Workshop über Beispiele"),
        ("Troisième atelier sur des exemples (WSP 2026)", "Atelier sur des exemples"),
        ("III Taller sobre Ejemplos (WSP 2026)", "Taller sobre Ejemplos"),
    ],
)
def test_a_heading_with_a_number_in_words_says_more_than_the_acronym_in_the_title(
    tmp_path: Path, heading: str, name: str
) -> None:
    head = f"<h1>{heading}</h1><p>26 June 2026, Lyon, France</p>"
    draft = html_with(tmp_path, "", head)
    assert (draft.workshop["name"], draft.edition["ordinal"]) == (name, 3)


def test_the_acronym_of_a_workshop_is_no_conference(tmp_path: Path) -> None:
    head = "<h1>Workshop on Structured Proposals</h1><p>WSP 2026 | June 26, 2026 | Lyon, France</p>"
    messages = [one.message for one in html_with(tmp_path, "", head).diagnostics]
    assert "beside which conference the workshop is held is not understood" in messages


def test_a_german_day_with_which_a_line_begins_is_no_item_of_a_list(tmp_path: Path) -> None:
    text = (
        "# Dritter Workshop über Beispiele (WSP 2026)\n\n26. Juni 2026, Lyon, Frankreich\n\n"
        "# Termine\n\n3. Mai 2026: Einreichungsfrist\n\n10. Mai 2026: Benachrichtigung\n"
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.md": text}), "2026")
    when = draft.edition["when"]
    assert isinstance(when, dict)
    assert when["date"] == "2026-06-26"
    assert draft.edition["dates"] == {
        "submission": {"date": "2026-05-03"},
        "notification": {"date": "2026-05-10"},
    }


def test_a_number_with_a_full_stop_that_begins_a_title_is_no_item_of_a_list(tmp_path: Path) -> None:
    head = '---\ntitle: "3. Workshop über Beispiele (WSB 2026)"\n---\n'
    text = f"{head}> 26. Juni 2026, Lyon, Frankreich\n"
    draft = read_site_edition(site(tmp_path / "site", {"index.md": text}), "2026")
    assert (draft.workshop["name"], draft.edition["ordinal"]) == ("Workshop über Beispiele", 3)


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("Organisatorinnen und Organisatoren", Topic.ORGANIZERS),
        ("Organisator*innen", Topic.ORGANIZERS),
        ("Organisator_innen", Topic.ORGANIZERS),
        ("Organizadoras y organizadores", Topic.ORGANIZERS),
        ("Organizadores/as", Topic.ORGANIZERS),
        ("Organisatrices et organisateurs", Topic.ORGANIZERS),
        ("Organizzatrici e organizzatori", Topic.ORGANIZERS),
        ("Équipe organisatrice", Topic.ORGANIZERS),
        ("Organisation des Workshops", Topic.ORGANIZERS),
        ("Eingeladene Rednerinnen und Redner", Topic.SPEAKERS),
        ("Gutachter(innen)", Topic.COMMITTEE),
        ("Arbeiten und Arbeitsweise", None),
    ],
)
def test_a_heading_may_name_people_of_both_genders(heading: str, topic: Topic | None) -> None:
    assert topic_of(heading) is topic


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("26. června 2026, Brno", "2026-06-26"),
        ("26. kesäkuuta 2026, Helsinki", "2026-06-26"),
        ("26. juni 2026, Aarhus, Danmark", "2026-06-26"),
        ("26. und 27. Juni 2026, Lyon, Frankreich", "2026-06-26"),
        ("26. a 27. června 2026, Brno", "2026-06-26"),
    ],
)
def test_a_day_with_which_a_line_begins_may_be_in_any_language(
    tmp_path: Path, line: str, date: str
) -> None:
    text = f"# Third Workshop on Structured Proposals (WSP 2026)\n\n{line}\n\n"
    draft = read_site_edition(site(tmp_path / "site", {"index.md": text}), "2026")
    when = draft.edition["when"]
    assert isinstance(when, dict)
    assert when["date"] == date


def test_somebody_called_like_a_month_is_an_item_of_a_list(tmp_path: Path) -> None:
    text = (
        "# Third Workshop on Structured Proposals (WSP 2026)\n\nJune 26, 2026, Lyon, France\n\n"
        "# Organizers\n\n1. April Example, University of Testing\n"
        "2. August Sample, Example Lab\n3. Mai Trial, Trial Institute\n"
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.md": text}), "2026")
    assert list(organizers(draft)) == ["April Example", "August Sample", "Mai Trial"]
