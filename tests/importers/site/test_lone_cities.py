"""The city of a workshop whose country no page names."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Placeholder
from proposal.importers.site.lone_cities import city_beside_a_day, lone_city
from proposal.importers.site.site_head import find_place
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import html_with, page_with, site


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Location: Lyon", ("Lyon", None, "")),
        ("Where: San Diego, CA", ("San Diego", "CA", "USA")),
        ("The workshop will be held in Lyon on June 26.", ("Lyon", None, "")),
        ("It takes place in person in Boise, Idaho.", ("Boise", "Idaho", "USA")),
        ("Im Mai wird der Workshop in Graz stattfinden.", ("Graz", None, "")),
        ("Der Workshop findet am 3. Mai in Bad Kreuznach statt.", ("Bad Kreuznach", None, "")),
        ("Der Workshop findet in Präsenz statt.", None),
        ("Der Workshop findet nicht in Graz statt.", None),
        ("Der erste Workshop fand 2024 in Wien statt.", None),
        ("L'atelier aura lieu à Distance.", None),
        ("El taller tendrá lugar en Sala Magna.", None),
        ("L'atelier aura lieu du 3 au 5 mai à Lyon.", ("Lyon", None, "")),
        (
            "El taller tendrá lugar en Santiago de Compostela el 3 de mayo.",
            ("Santiago de Compostela", None, ""),
        ),
        ("El taller tendrá lugar en Lugo.", ("Lugo", None, "")),
        ("Il workshop si terrà a Pisa, il 3 maggio.", ("Pisa", None, "")),
        ("Location: to be announced", None),
        ("Location: University of Testing", None),
        ("The workshop is held in English.", None),
        ("It is held in conjunction with SIGIR 2026, in Hall A", None),
    ],
)
def test_a_sentence_or_a_label_gives_a_city(
    text: str, place: tuple[str, str | None, str] | None
) -> None:
    found = lone_city(text)
    assert (found and (found.city, found.state, found.country)) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("June 26, 2026 | Lyon", ("Lyon", None, "")),
        ("Lyon, Friday, June 26, 2026", ("Lyon", None, "")),
        ("June 26, 2026, San Diego, CA", ("San Diego", "CA", "USA")),
        ("June 26, 2026, San Diego, Upstairs", None),
        ("June 26, 2026 · SIGIR", None),
        ("June 26, 2026, Half Day", None),
        ("Submission, June 26, 2026", None),
        ("Lyon", None),
    ],
)
def test_a_city_may_stand_beside_the_day_alone(
    text: str, place: tuple[str, str | None, str] | None
) -> None:
    found = city_beside_a_day(text, 2026)
    assert (found and (found.city, found.state, found.country)) == place


def test_what_lacks_of_a_place_is_asked(tmp_path: Path) -> None:
    head = "<h1>Second Workshop on Structured Proposals (WSP)</h1><p>June 26, 2026 | Tours</p>"
    draft = html_with(tmp_path, "", head)
    assert draft.venue["city"] == "Tours"
    assert isinstance(draft.venue["country"], Placeholder)
    assert "the pages give the city Tours without its country" in [
        one.message for one in draft.diagnostics
    ]


def test_a_city_with_its_country_is_taken_before_one_alone(tmp_path: Path) -> None:
    draft = page_with(tmp_path, "# Venue\n\nLocation: Tours\n")
    assert (draft.venue["city"], draft.venue["country"]) == ("Lyon", "France")


def test_where_people_work_is_no_place_of_the_workshop(tmp_path: Path) -> None:
    head = (
        "<h1>Second Workshop on Structured Proposals (WSP 2026)</h1>"
        "<ul><li>PC chairs: Ann Author, Example Laboratory, Lyon, France</li>"
        "<li>Invited: Bob Builder, Placeholder University of Sampling, Spain</li>"
        "<li>Cora Coder, University of Samples and Testing, Norway</li>"
        "<li>Dan Drafter, Sample Systems Integration, USA</li></ul>"
        "<p>Auckland, New Zealand, June 26, 2026</p>"
    )
    draft = html_with(tmp_path, "", head)
    assert (draft.venue["city"], draft.venue["country"]) == ("Auckland", "New Zealand")


@pytest.mark.parametrize(
    "text",
    [
        "Notification of Acceptance, End of February 2026",
        "Placeholder University, France",
        "University of Samples and Testing, Norway",
    ],
)
def test_words_beside_a_country_that_are_no_city(text: str) -> None:
    assert find_place(text) is None


@pytest.mark.parametrize(
    "body",
    [
        "<dl><dt>Date</dt><dd>June 26</dd><dt>Location</dt><dd>Detroit, Michigan</dd></dl>",
        "<div><span>Where</span><strong>Detroit, Michigan</strong></div>",
        "<h2>Location</h2><p>Detroit, Michigan</p>",
    ],
)
def test_a_label_above_gives_a_city(tmp_path: Path, body: str) -> None:
    head = "<h1>Second Workshop on Structured Proposals (WSP 2026)</h1>"
    venue = html_with(tmp_path, body, head).venue
    assert (venue["city"], venue["state"], venue["country"]) == ("Detroit", "Michigan", "USA")


def test_where_authors_and_speakers_of_other_pages_work_is_no_place(tmp_path: Path) -> None:
    work = "<p>Ann Author</p><p>University of Placeholders, Davis, USA</p>"
    files = {
        "index.html": (
            "<h1>Second Workshop on Structured Proposals (WSP 2026)</h1><p>June 26, 2026</p>"
            "<a href='first.html'>First paper</a><a href='schedule.html'>Schedule</a>"
        ),
        "first.html": f"<h1>On Samples</h1>{work}<p>Cora Coder</p><p>Samplecomm, USA</p>",
        "schedule.html": (
            "<h1>Schedule</h1><p>09:00 Welcome</p><h2>First part</h2>"
            "<p>Bob Builder</p><p>Sample Systems, Lyon, France</p>"
        ),
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert isinstance(draft.venue["city"], Placeholder)
