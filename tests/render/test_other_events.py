"""What is no workshop by its name, such as a school or a shared task, is never called one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from proposal.model.series_titles import calls_itself_workshop
from tests.render.shown_texts import pages, texts
from tests.render.written_event import CONFERENCE, EDITION, VENUE, written_event
from tests.workspace import Workspace

CALLING = re.compile(r"(?<!-//proposal//)(?<!-date-)workshop", re.IGNORECASE)
"""What calls it a workshop; not the name of the program that makes calendars, nor a UID."""


@pytest.fixture
def school(tmp_path: Path) -> Workspace:
    return written_event(tmp_path)


def test_no_text_calls_a_school_a_workshop(school: Workspace) -> None:
    found = texts(pages(school))
    assert len(found) > 10
    assert [name for name, text in found.items() if CALLING.search(text)] == []


@pytest.mark.parametrize("attendance", ["on-site", "hybrid", "online"])
def test_no_text_calls_a_shared_task_at_a_conference_a_workshop(
    school: Workspace, attendance: str
) -> None:
    school.write(VENUE, CONFERENCE)
    school.replace("workshop.yaml", "Summer School on", "Shared Task on")
    school.replace(
        EDITION, "submissions: none", f"submissions: {{archival: true}}\nattendance: {attendance}"
    )
    found = texts(pages(school))
    assert [name for name, text in found.items() if CALLING.search(text)] == []


def test_its_day_has_its_name_among_the_dates(school: Workspace) -> None:
    found = texts(pages(school))
    assert "TIDES 2026 Tuesday, July 7, 2026" in found["text/cfp.txt"]
    assert "- TIDES 2026: July 7, 2026" in found["jekyll/pages/TIDES2026/call-for-papers.md"]
    assert "SUMMARY:TIDES 2026 DTSTART" in found["text/dates.ics"]


def test_a_workshop_is_called_so_among_the_dates(school: Workspace) -> None:
    school.replace("workshop.yaml", "Summer School on", "Workshop on")
    found = texts(pages(school))
    assert "Workshop Tuesday, July 7, 2026" in found["text/cfp.txt"]
    assert "SUMMARY:TIDES 2026: Workshop DTSTART" in found["text/dates.ics"]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Workshop on Tides", True),
        ("Nachwuchsworkshop Gezeiten", True),
        ("Taller sobre mareas", True),
        ("Oficina de Marés", True),
        ("潮汐ワークショップ", True),
        ("Summer School on Tides", False),
        ("Shared Task on Tides", False),
        ("Symposium on Tides", False),
        ("Working Group on Shops", False),
    ],
)
def test_a_workshop_is_known_by_its_name(name: str, *, is_one: bool) -> None:
    assert calls_itself_workshop(name) is is_one


def test_without_a_call_jekyll_pages_say_what_it_is_about(school: Workspace) -> None:
    found = texts(pages(school))
    assert "A day on tides." in found["jekyll/pages/TIDES2026/call-for-papers.md"]
    assert "See the [call for participation]" in found["jekyll/pages/TIDES2026/index.md"]


def test_no_page_leads_to_topics_that_are_not_there(school: Workspace) -> None:
    school.replace(EDITION, "submissions: none", "submissions: {pages: 4}")
    found = texts(pages(school))
    assert "topics" not in found["jekyll/pages/TIDES2026/index.md"]
    school.replace(EDITION, "submissions: {pages: 4}", "submissions: {pages: 4}\ntopics: [Tides]")
    found = texts(pages(school))
    assert "papers on the topics of the [call" in found["jekyll/pages/TIDES2026/index.md"]


def test_a_call_of_which_nothing_is_known_says_so_on_jekyll_pages(school: Workspace) -> None:
    school.replace(EDITION, "submissions: none\n", "")
    call = texts(pages(school))["jekyll/pages/TIDES2026/call-for-papers.md"]
    assert "# Submission How papers are submitted is to be announced. # Organizers" in call


def test_what_jekyll_pages_say_of_it_comes_back(school: Workspace) -> None:
    assert school.run("build", "--only", "jekyll").code == 0
    finished = school.run(
        "import", "jekyll", str(school.root / "build/jekyll"), "--edition", "2026", "--dry-run"
    )
    assert finished.code == 0, finished.output
    changed = [line for line in finished.output.splitlines() if line.startswith("changes")]
    assert changed == [f"changes  data/{EDITION}"]  # which gets a key for its proposal
    assert "tides_2026" not in finished.output
    assert "submissions" not in finished.output


def test_a_list_of_tracks_has_its_colons_and_spaces_on_jekyll_pages(school: Workspace) -> None:
    tracks = "submissions: {tracks: [{name: Demos, pages: 2, review: open}]}"
    school.replace(EDITION, "submissions: none", tracks)
    school.write("editions/2026/overview.md", "On tides.\n\n{{ submissions.tracks }}\n")
    page = texts(pages(school))["jekyll/pages/TIDES2026/index.md"]
    assert "- **Demos**: At most 2 pages. Open review. #" in page


@pytest.mark.parametrize("attendance", ["online", "hybrid"])
def test_a_sentence_does_not_place_something_in_online(school: Workspace, attendance: str) -> None:
    school.replace(EDITION, "submissions: none", f"submissions: none\nattendance: {attendance}")
    text = "It takes place in {{ place }}, or at\n{{ venue.place }}. The place is {{ place }}.\n"
    school.write("editions/2026/overview.md", text)
    if attendance == "online":
        school.write(VENUE, "zone: Europe/Lisbon\n")
    shown = [found.message for found in school.check(["2026"]) if found.code == "in-online"]
    expected = ["the sentence reads “in Online”", "the sentence reads “at Online”"]
    assert list(dict.fromkeys(shown)) == (expected if attendance == "online" else [])


@pytest.mark.parametrize(
    "marks", ["**{}**", "*{}*", "_{}_", "**_{}_**", "[{}](https://tides.net)", "**[{}](faq.md)**"]
)
def test_emphasis_and_links_hide_no_such_sentence(school: Workspace, marks: str) -> None:
    school.replace(EDITION, "submissions: none", "submissions: none\nattendance: online")
    school.write("editions/2026/pages/faq.md", "# Questions\n")
    shown = f"In {marks.format('{{ place }}')} we meet. Where: {marks.format('{{ place }}')}.\n"
    school.write("editions/2026/overview.md", shown)
    found = [one.message for one in school.check(["2026"]) if one.code == "in-online"]
    assert set(found) == {"the sentence reads “In Online”"}


def test_a_city_that_is_none_lets_nothing_else_seem_wrong(school: Workspace) -> None:
    online = CONFERENCE.replace("city: Lisbon", "city: Online").replace("Portugal", "Online")
    school.write(VENUE, online)
    school.write("editions/2026/overview.md", "At {{ venue.series }} in {{ venue.city }}.\n")
    finished = school.run("build", "--only", "text")
    assert "`Online` is no city" in finished.output
    assert "1 error\n" in finished.output


@pytest.mark.parametrize(
    ("pages_said", "said"),
    [
        ("1", "Length: at most 1 page."),
        ("4-4", "Length: 4 pages."),
        ("2", "Submissions may be up to 2 pages long."),
    ],
)
def test_a_length_is_said_in_the_right_number(
    school: Workspace, pages_said: str, said: str
) -> None:
    school.replace(EDITION, "submissions: none", f"submissions: {{pages: {pages_said}}}")
    assert said in texts(pages(school))["jekyll/pages/TIDES2026/call-for-papers.md"]
    assert school.run("build", "--only", "jekyll").code == 0
    finished = school.run(
        "import", "jekyll", str(school.root / "build/jekyll"), "--edition", "2026", "--dry-run"
    )
    assert "policy" not in finished.output


@pytest.mark.parametrize(("zone", "is_named_once"), [("UTC", True), ("Europe/Lisbon", False)])
def test_a_zone_that_is_its_own_letters_is_named_once(
    school: Workspace, zone: str, *, is_named_once: bool
) -> None:
    school.replace(EDITION, "submissions: none", "submissions: none\nattendance: online")
    school.write(VENUE, f"zone: {zone}\n")
    found = texts(pages(school))
    for name in ("site/2026/index.html", "jekyll/pages/TIDES2026/index.md"):
        assert ("Times are in UTC" in found[name]) is is_named_once
        assert (f"in the zone {zone} (" in found[name]) is not is_named_once


def test_where_people_join_is_not_said_twice(school: Workspace) -> None:
    join = "attendance: online\njoin: https://example.org/meeting"
    school.replace(EDITION, "submissions: none", f"submissions: none\n{join}")
    call = texts(pages(school))["text/cfp.md"]
    assert "**Join online:** [https://example.org/meeting](https://example.org/meeting)" in call
