"""Heads of sites in other words, hours that are misprinted, and raised numbers in Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.site.site_reader import read_site_edition
from proposal.reading.workshop_titles import without_proposal
from tests.importers.site.small_sites import (
    ORGANIZERS,
    hours,
    html_with,
    organizers,
    page_with,
    site,
)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("3. Workshop on Structured Proposals", "Workshop on Structured Proposals"),
        ("Der 3. Workshop über strukturierte Anträge", "Workshop über strukturierte Anträge"),
        ("3. Workshop zu Anträgen (WSP 2026)", "Workshop zu Anträgen"),
        ("3e Atelier sur les propositions", "Atelier sur les propositions"),
        ("3º Taller sobre propuestas", "Taller sobre propuestas"),
    ],
)
def test_the_first_heading_says_which_edition_it_is(
    tmp_path: Path, heading: str, name: str
) -> None:
    draft = html_with(
        tmp_path,
        "<h2>Organizers</h2><ul><li>Ann Author, University of Testing</li></ul>",
        f"<h1>{heading}</h1><p>26. Juni 2026, Leipzig, Germany</p>",
    )
    assert draft.workshop == {"name": name, "acronym": "WSP"}
    assert draft.edition["ordinal"] == 3


def test_a_numbered_section_is_no_title(tmp_path: Path) -> None:
    draft = page_with(tmp_path, f"{ORGANIZERS}# 5. Workshop on Samples\n\nText of it.\n")
    assert draft.workshop["name"] == "Workshop on Structured Proposals"
    assert draft.edition["ordinal"] == 3


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Call for Papers of the Past: A Workshop", "Call for Papers of the Past: A Workshop"),
        ("Call for Papers of the Third Workshop on Engines", "Third Workshop on Engines"),
        ("Call for Papers for WSP 2026: Engines", "WSP 2026: Engines"),
        ("Call for Papers: The Past", "The Past"),
    ],
)
def test_a_name_that_begins_like_a_call_is_whole(title: str, rest: str) -> None:
    assert without_proposal(title) == rest


@pytest.mark.parametrize("line", ["Lyon, France (SIGIR 2026)", "SIGIR 2026, Lyon, France"])
def test_the_conference_in_a_line_for_the_place(tmp_path: Path, line: str) -> None:
    head = f"# Third Workshop on Structured Proposals (WSP 2026)\n\nWhere: {line}\n\n"
    files = {"index.md": f"{head}When: 26 June 2026\n\n{ORGANIZERS}"}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert draft.venue["series"] == "SIGIR"
    assert draft.venue["city"] == "Lyon"


def test_noon_alone_that_is_written_as_midnight(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path,
        f"{ORGANIZERS}# Schedule\n\n| 9:00am | Opening |\n| --- | --- |\n| 9:30am | Discussion |\n"
        "| 12:00am | Lunch |\n| 1:00pm | Closing |\n",
    )
    assert hours(draft)[:3] == [("09:00", "09:30"), ("09:30", "12:00"), ("12:00", "13:00")]


def test_an_hour_out_of_order_is_none_of_the_night(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path,
        f"{ORGANIZERS}# Schedule\n\n* 9:00 Opening\n* 10:00 Discussion\n* 12:00 Lunch\n"
        "* 11:00 Posters\n",
    )
    assert "11:00" in [start for start, _ in hours(draft)]
    assert not [start for start, _ in hours(draft) if str(start) > "13:00"]


def test_raised_numbers_of_pandoc_lead_to_institutions(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path,
        "# Organizers\n\nAnn Author^1^, Bob Builder^2^, Carl Coder^1,2^\n\n"
        "^1^ University of Testing, ^2^ Institute of Samples\n",
    )
    assert organizers(draft) == {
        "Ann Author": "University of Testing",
        "Bob Builder": "Institute of Samples",
        "Carl Coder": "University of Testing",
    }


def test_powers_stay_as_they_are_written(tmp_path: Path) -> None:
    draft = page_with(tmp_path, f"Samples of 10^3^ and a caret ^ in a text.\n\n{ORGANIZERS}")
    assert "10^3^" in str(draft.texts)
