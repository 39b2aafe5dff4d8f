"""What a site calls its workshop, in titles of pages, heads and sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft, Placeholder
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import ORGANIZERS, site


def titled(root: Path, title: str, body: str) -> Draft:
    """What is read of one page with a title and a day."""
    page = (
        f"<html><head><title>{title}</title></head><body>{body}<p>June 26, 2026</p></body></html>"
    )
    return read_site_edition(site(root / "site", {"index.html": page}), "2026")


@pytest.mark.parametrize(
    ("title", "body", "name", "acronym"),
    [
        ("WSP4IoT 2026 | Sample Proposals", "<h1>Faster</h1>", "Sample Proposals", "WSP4IoT"),
        ("Sample Tests Workshop - WSP'26", "<h1>Faster</h1>", "Sample Tests Workshop", "WSP"),
        (
            "IEEE WSP 2026",
            "<p>The 15th Samples of Systems and Many Other Tests Symposium (WSP) is a forum.</p>",
            "Samples of Systems and Many Other Tests Symposium",
            "WSP",
        ),
        (
            "WSP",
            "<h1>Workshop on Sample Proposals (25-26 June, Lyon)</h1>",
            "Workshop on Sample Proposals",
            None,
        ),
        (
            "Home",
            "<h1>First workshop on samples for tests, accepted at SIGIR 2026 in Lyon (WSP)</h1>",
            "Workshop on samples for tests",
            None,
        ),
    ],
)
def test_a_title_is_parted_from_what_stands_beside_it(
    tmp_path: Path, title: str, body: str, name: str, acronym: str | None
) -> None:
    workshop = titled(tmp_path, title, body).workshop
    assert str(workshop["name"]) == name
    if acronym is not None:
        assert workshop["acronym"] == acronym
        assert not isinstance(workshop["acronym"], Placeholder)


def test_the_conference_is_neither_the_name_nor_the_acronym_of_its_workshop(
    tmp_path: Path,
) -> None:
    body = "<h1>The Art of Samples: Living with Proposals</h1><p>IROS 2026 Workshop, Lyon</p>"
    draft = titled(tmp_path, "IROS 2026 Workshop", body)
    assert draft.workshop["name"] == "The Art of Samples: Living with Proposals"
    assert isinstance(draft.workshop["acronym"], Placeholder)
    assert draft.venue["series"] == "IROS"


@pytest.mark.parametrize(
    "said",
    ["on the 25th and 26th of June 2026", "June 25th and 26th, 2026", "June 25-26, 2026"],
)
def test_two_days_that_follow_each_other_are_those_of_the_programme(
    tmp_path: Path, said: str
) -> None:
    rows = "<tr><td>9:00-10:00</td><td>Opening</td></tr><tr><td>10:00-11:00</td><td>Lunch</td></tr>"
    days = "".join(f"<h3>Day {number}</h3><table>{rows}</table>" for number in (1, 2))
    page = (
        "<h1>Third Workshop on Structured Proposals (WSP)</h1>"
        f"<p>The workshop is held in Lyon, France, {said}.</p><h2>Schedule</h2>{days}"
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.html": page}), "2026")
    assert draft.edition["when"] == [
        {"date": "2026-06-25", "start": "09:00", "end": "11:00"},
        {"date": "2026-06-26", "start": "09:00", "end": "11:00"},
    ]


def test_the_first_day_of_an_event_of_several_stands_in_for_that_of_the_workshop(
    tmp_path: Path,
) -> None:
    text = "Placeholder sentence on samples and on what they are for. " * 8
    page = (
        "<h1>Third Workshop on Structured Proposals (WSP)</h1><h2>About</h2>"
        f"<p>It is held in Lyon, France on August 11-13, 2026. {text}</p>"
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.html": page}), "2026")
    when = draft.edition["when"]
    assert isinstance(when, dict)
    assert when["date"] == "2026-08-11"
    assert draft.venue["start"] == "2026-08-11"


@pytest.mark.parametrize("word", ["Intl.", "Int'l", "International"])
def test_the_number_before_a_short_international_is_read(tmp_path: Path, word: str) -> None:
    draft = titled(tmp_path, "WSP", f"<h1>WSP'26: 4th {word} Workshop on Sample Proposals</h1>")
    assert draft.edition["ordinal"] == 4


@pytest.mark.parametrize(
    "sentence",
    [
        "This was our 39th year since the inaugural workshop in 1986.",
        "It is the 5th edition of our symposium on samples and tests.",
    ],
)
def test_how_often_it_took_place_is_no_title(tmp_path: Path, sentence: str) -> None:
    body = f"<h1>Workshop on Structured Proposals</h1><p>{sentence}</p>"
    draft = titled(tmp_path, "WSP 2026", body)
    assert draft.workshop["name"] == "Workshop on Structured Proposals"


@pytest.mark.parametrize(
    "heading",
    [
        "Symposium on Careful Samples",
        "Welcome to the Symposium on Careful Samples",
        "Annual Symposium on Careful Samples",
    ],
)
def test_a_symposium_in_the_first_heading_is_what_the_site_is_called(
    tmp_path: Path, heading: str
) -> None:
    text = f"---\ntitle: Home\n---\n# {heading}\n\nJune 26, 2026, Lyon, France\n\n{ORGANIZERS}"
    draft = read_site_edition(site(tmp_path / "site", {"index.md": text}), "2026")
    assert draft.workshop["name"] == heading.removeprefix("Welcome to the ")


def test_a_workshop_of_an_institute_in_the_first_heading_is_the_title(tmp_path: Path) -> None:
    heading = "SAmPLE workshop on Careful Samples: Sorting and Testing"
    text = f"---\ntitle: Home\n---\n### {heading}\n\nJune 26, 2026, Lyon, France\n\n{ORGANIZERS}"
    draft = read_site_edition(site(tmp_path / "site", {"index.md": text}), "2026")
    assert draft.workshop["name"] == heading


def test_a_symposium_in_a_later_heading_is_another_one(tmp_path: Path) -> None:
    text = (
        f"---\ntitle: Home\n---\n# Careful Samples\n\nJune 26, 2026, Lyon\n\n{ORGANIZERS}"
        "# Symposium on Other Things\n\nIt is held on the same day.\n"
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.md": text}), "2026")
    assert "Other Things" not in str(draft.workshop["name"])


def test_days_in_brackets_are_no_part_of_what_a_site_is_called(tmp_path: Path) -> None:
    title = "Sample Systems Biology 2026 (June 26th and 27th)"
    draft = titled(tmp_path, title, f"<h1>{title}</h1>")
    assert draft.workshop["name"] == "Sample Systems Biology"


def test_a_short_name_of_two_words_makes_an_acronym_without_spaces(tmp_path: Path) -> None:
    draft = titled(tmp_path, "samDay MyCity 2026", "<h1>samDay MyCity 2026</h1>")
    assert draft.workshop["name"] == "samDay MyCity"
    assert draft.workshop["acronym"] == Placeholder("samDay-MyCity")
