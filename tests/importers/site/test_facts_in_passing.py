"""Facts that pages tell in passing: in sentences, committees, configurations, behind titles."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from proposal.importers.site.name_likeness import person_name
from proposal.importers.site.site_head import find_place
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import (
    ORGANIZERS,
    html_with,
    organizers,
    page_with,
    papers,
    site,
    speakers,
)

TITLE = "# Third Workshop on Structured Proposals (WSP 2026)\n\n"


def read(root: Path, text: str) -> Draft:
    """What is read of a home page."""
    return read_site_edition(site(root / "site", {"index.md": TITLE + text}), "2026")


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Lyon, France June 26th, 2026", "Lyon"),
        ("Denver, Colorado, USA August 17th, 2026", "Denver"),
        ("Lyon, France Mayor Sample", None),
    ],
)
def test_a_day_behind_a_country(text: str, city: str | None) -> None:
    place = find_place(text)
    assert (place.city if place is not None else None) == city


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("June 26, 2026, Hong Kong, China", "Hong Kong", "China"),
        ("Hong Kong, Hong Kong", "Hong Kong", "Hong Kong"),
        ("Macau, China", "Macau", "China"),
        ("Singapore", "Singapore", "Singapore"),
        ("We meet in Luxembourg.", "Luxembourg", "Luxembourg"),
    ],
)
def test_a_city_may_be_called_like_a_country(text: str, city: str, country: str) -> None:
    place = find_place(text)
    assert place is not None
    assert (place.city, place.country) == (city, country)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The organizers, Ann Author, and Bob Builder, invite you to join.", 2),
        ("The workshop is organized by Ann Author and Bob Builder (Sample Institute).", 2),
        ("The workshop is organized by the University of Testing.", 0),
        ("The first edition was organized by Ann Author and Bob Builder.", 0),
    ],
)
def test_organizers_in_a_sentence(tmp_path: Path, text: str, names: int) -> None:
    assert list(organizers(read(tmp_path, f"{text}\n"))) == ["Ann Author", "Bob Builder"][:names]


def test_the_chairs_of_a_committee_organize_where_nobody_else_does(tmp_path: Path) -> None:
    members = (
        "# Program Committee\n\n* Bob Builder (General chair), Sample Institute\n"
        "* Eve Example, Sample Lab\n"
    )
    assert organizers(read(tmp_path / "one", members)) == {"Bob Builder": "Sample Institute"}
    both = read(tmp_path / "two", ORGANIZERS + members)
    assert organizers(both) == {"Ann Author": "University of Testing"}


@pytest.mark.parametrize(
    ("address", "acronym"),
    [
        ("https://icst2026.example.org/", "ICST '26"),
        ("https://conference.example.org/", "International Conference on Sample Texts '26"),
    ],
)
def test_the_whole_name_of_a_conference(tmp_path: Path, address: str, acronym: str) -> None:
    text = (
        "The workshop takes place on June 26, 2026 as part of the [IEEE International Conference "
        f"on Sample Texts]({address}) in Lyon, France.\n"
    )
    venue = read(tmp_path, text).venue
    assert venue["name"] == "IEEE International Conference on Sample Texts"
    assert venue["acronym"] == acronym


@pytest.mark.parametrize("text", ["Coordenação Geral", "Comitê Organizador", "Sobre Amostras"])
def test_words_of_other_languages_that_are_no_names(text: str) -> None:
    assert person_name(text) == ""


def test_a_title_in_the_values_for_a_theme(tmp_path: Path) -> None:
    files = {
        "config.toml": 'title = "WSP"\n[params]\n'
        'tagline = "17th International Workshop on Structured Proposals, June 26, 2026"\n',
        "content/about.md": "---\ntitle: Sobre o WSP\n---\nPlaceholder, June 26, 2026.\n",
        "content/people.md": f"---\ntitle: Organizers\n---\n{ORGANIZERS}",
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert draft.workshop["name"] == "International Workshop on Structured Proposals"
    assert draft.edition["ordinal"] == 17


PROGRAMME = """# Program

* **Session 1: 11:00 - 12:00**
    * 11:00 - 11:30: Opening
    * 11:30 - 12:00: *On Samples of Samples*, by Ann Author
* Lunch Break (12:00 - 14:00)
* Session 2: Invited Talk 1 - Dr. Eve Example (Sample Institute) (14:00 - 15:00)
* 15:00 - 16:00 Session 3
    * Paper Title: Placeholders Among Texts
"""


def test_hours_behind_titles_and_titles_behind_labels(tmp_path: Path) -> None:
    draft = page_with(tmp_path, ORGANIZERS + PROGRAMME)
    assert [(slot["start"], slot["end"]) for slot in draft.program] == [
        ("11:00", "11:30"),
        ("11:30", "12:00"),
        ("12:00", "14:00"),
        ("14:00", "15:00"),
        ("15:00", "16:00"),
    ]
    assert papers(draft) == {
        "On Samples of Samples": ["Ann Author"],
        "Placeholders Among Texts": ["To be announced"],
    }
    assert list(speakers(draft)) == ["Eve Example"]


def test_links_in_headings_that_are_sentences_are_read(tmp_path: Path) -> None:
    body = (
        "<h2>Call for Papers</h2><h4>Submission Guidelines</h4>"
        '<h5>All submissions are made through <a href="https://openreview.net/group?id=WSP/2026">'
        "OpenReview</a>.</h5><h5>Questions: please send an email to "
        '<a href="mailto:wsp2026@googlegroups.com">wsp2026@googlegroups.com</a>.</h5>'
    )
    edition = html_with(tmp_path, body).edition
    assert edition["submissions"] == {
        "url": "https://openreview.net/group?id=WSP/2026",
        "system": "OpenReview",
    }
    assert edition["contact"] == "wsp2026@googlegroups.com"


@pytest.mark.parametrize(
    ("sentence", "attendance"),
    [
        ("The workshop will be held in hybrid mode.", "hybrid"),
        ("Given all that, the workshop will be held hybrid, with a remote connection.", "hybrid"),
        ("WSP is a hybrid event.", "hybrid"),
        ("This workshop covers symbolic, neural, and hybrid.", None),
        ("The workshop on hybrid models takes place in person.", None),
        ("The workshop takes place in person and not in a hybrid format.", None),
    ],
)
def test_a_sentence_may_say_that_people_take_part_from_afar_too(
    tmp_path: Path, sentence: str, attendance: str | None
) -> None:
    draft = page_with(tmp_path, f"# Attending\n\n{sentence}\n\n{ORGANIZERS}")
    assert draft.edition.get("attendance") == attendance
