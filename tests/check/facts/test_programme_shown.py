"""What pages, texts, documents and calendars show of a programme of several days and tracks."""

from __future__ import annotations

import json
import re

import pytest
from icalendar import Calendar

from proposal.build.outputs import render_editions
from tests.check.facts.conftest import after_change, looked_at
from tests.workspace import Workspace

PAGE, JEKYLL = "site/2026/index.html", "jekyll/pages/GenAIRecP2026/index.md"
CALENDAR, TALK = "2026/schedule.ics", "2026/talk-chirag-shah.ics"
EDITION = "editions/2026/edition.yaml"

DAYS = (
    "when:\n"
    "  - {date: 2026-02-25, start: 09:00, end: 17:30}\n"
    "  - {date: 2026-02-26, start: 09:00, end: 12:00, room: Ballroom}\n"
    "room: Hall 1"
)
PROGRAM = """\
- {day: 1, start: 09:00, end: 10:00, talk: meng-jiang, chair: ed-chi}
- start: 10:00
  end: 12:00
  day: 1
  kind: papers
  title: Ranking
  track: A
  room: "114"
  parts:
  - {minutes: 30, papers: [agp, insertrank]}
  - {start: 11:00, talk: chirag-shah}
  - {start: 11:30, talk: nathan-kallus}
- {day: 1, start: 12:00, end: 12:30, title: Questions, track: A, room: "114"}
- {day: 1, start: 10:30, end: 11:00, title: Early Birds, track: B, room: Attic}
- {day: 1, start: 11:00, end: 12:30, kind: demos, track: B, room: Attic}
- {day: 1, start: 12:30, end: 17:00, kind: lunch}
- day: 1
  start: 17:00
  end: 17:30
  kind: panel
  question: Do we need agents?
  moderator: Ada Lovelace (University of Somewhere)
  panelists: [Emmy Noether (Academy of Examples)]
- {day: 2, start: 09:00, end: 10:00, talk: yinglong-xia}
- {day: 2, start: 10:00, end: 12:00, kind: closing}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Pages, texts and calendars of such a workshop, which each test puts back as they were."""
    root = tmp_path_factory.mktemp("shown") / "workshop"
    root.mkdir()
    workspace = Workspace.of_the_real_workshop(root)
    workspace.replace(EDITION, "when: {date: 2026-02-26, start: 08:55, end: 16:50}", DAYS)
    place = workspace.data / EDITION
    text = place.read_text(encoding="utf-8")
    text = re.sub(r"(person: nathan-kallus\b.*?status:) confirmed", r"\1 cancelled", text, flags=16)
    text = re.sub(r"(person: yinglong-xia\b)", r"\1\n    remote: true", text)
    place.write_text(text, encoding="utf-8")
    workspace.write("editions/2026/program.yaml", PROGRAM)
    workspace.append("editions/2026/overview.md", "\n{{ schedule }}\n")
    (workspace.data / "editions" / "2026" / "calendar.yaml").unlink()
    finished = workspace.run("build", "--only", "text,site,jekyll")
    assert finished.code == 0, finished.output
    return workspace


def events(made: Workspace, file: str) -> dict[str, dict[str, str]]:
    """The events of a calendar by their lines."""
    calendar = Calendar.from_ical(made.output(file))
    return {
        str(event["summary"]): {name.lower(): str(value) for name, value in event.items()}
        for event in calendar.walk("VEVENT")
    }


def test_all_of_it_is_stated_and_tracks_may_stand_one_behind_the_other(made: Workspace) -> None:
    found = [found for found in looked_at(made).diagnostics if found.code != "missing-artefact"]
    assert found == []
    codes = {found.code for found in made.check(["2026"])}
    assert codes.isdisjoint({"schedule-overlap", "schedule-order", "two-places"})


@pytest.mark.parametrize(
    ("file", "old", "new", "fact"),
    [
        (PAGE, '<span class="room">· Ballroom', '<span class="room">· Bedroom', "02-26.room"),
        (JEKYLL, "## Thursday, February\xa026 · Ballroom", "## Thursday, February\xa026", "room"),
        (PAGE, "Early Birds", "Early Words", "T10:30.title"),
        (CALENDAR, "20260225T113000", "20260225T113500", "parts.11:30.start"),
        (CALENDAR, "20260225T120000", "20260225T121500", "parts.11:30.end"),
    ],
)
def test_what_is_changed_by_hand_is_named(
    made: Workspace, file: str, old: str, new: str, fact: str
) -> None:
    messages = [found.message for found in after_change(made, file, old, new)]
    assert any(f"build/{file} says" in message and fact in message for message in messages), (
        messages
    )


def test_days_have_their_rooms_beside_their_headings(made: Workspace) -> None:
    page = re.sub(r"<[^>]+>", "", made.output(PAGE))
    for heading in ("Wednesday, February\xa025 · Hall 1", "Thursday, February\xa026 · Ballroom"):
        assert page.count(heading) == 2  # once in the overview
        assert f"## {heading}" in made.output(JEKYLL)
        assert f"**{heading}**" in made.output(JEKYLL)
    (document,) = render_editions(made.load(), ["2026"]).documents.values()
    assert "Thursday, February~26 · Ballroom" in document.tex.text


def test_no_room_is_said_to_be_that_of_all_days(made: Workspace) -> None:
    assert "The place is" not in made.output(JEKYLL)
    place = made.output(PAGE).partition("<dt>Where</dt>")[2].partition("</dd>")[0]
    assert "Hall 1" not in place
    for name in ("2026/cfp.txt", "2026/cfp.md"):
        call = " ".join(made.output(name).split())
        assert re.search(r"25: 09:00[-–]17:30 [^:]*, Hall 1 ", call), name
        assert call.count("Hall 1") == 1, name


def test_a_schedule_in_a_text_shows_who_leads_where_and_what_is_called_off(
    made: Workspace,
) -> None:
    text = made.output(JEKYLL).partition("\n- 09:00–10:00 ")[2].partition("\n#")[0]
    for line in (
        "<br>Chair: Ed Chi (Google DeepMind)",
        "- 10:00–12:00 Ranking, *Track A, Room 114*",
        "  - 11:30–12:00 Keynote (cancelled): ",
        "- 10:30–11:00 Early Birds, *Track B, Attic*",
        "*Do we need agents?*<br>Moderator: Ada Lovelace (University of Somewhere)",
        "Yinglong Xia (remote)",
    ):
        assert line in text, line
    page = re.sub(r"<[^>]+>", "", made.output(PAGE))
    for words in ("Ranking Track A, Room 114", "Keynote (cancelled)", "Moderator: Ada Lovelace"):
        assert words in page, words


def test_columns_keep_their_places_and_sessions_the_rows_of_their_times(made: Workspace) -> None:
    page = made.output(PAGE)
    assert page.count("--tracks: 2; --lines: 5") == 1  # 10:00, 10:30, 11:00, 12:00, 12:30
    places = re.findall(r'id="slot-2026-02-25-(\d{4})".*?--from: (\d); --to: (\d)', page)
    assert [(clock, int(first), int(last)) for clock, first, last in places] == [
        ("1000", 1, 4),
        ("1200", 4, 5),
        ("1030", 2, 3),
        ("1100", 3, 5),
    ]
    labels = re.findall(r'<p class="track">(.*?)</p>', page)
    assert labels == ["Track A, Room 114", "Track B, Attic"]


def test_a_document_sets_tracks_side_by_side_unless_it_is_read_aloud(made: Workspace) -> None:
    (document,) = render_editions(made.load(), ["2026"]).documents.values()
    rows = document.tex.text.count(r"\end{minipage}\hfill")
    assert rows == 4  # what begins at 10:00, 10:30, 11:00 and 12:00
    made.replace(EDITION, "text: proposal.md", "text: proposal.md, variant: accessible")
    try:
        (document,) = render_editions(made.load(), ["2026"]).documents.values()
    finally:
        made.replace(EDITION, "text: proposal.md, variant: accessible", "text: proposal.md")
    assert r"\begin{minipage}[t]{\dimexpr" not in document.tex.text
    assert "Track A, Room 114." in document.tex.text


def test_a_talk_within_a_session_has_an_event_and_a_file_of_its_own(made: Workspace) -> None:
    listed = events(made, CALENDAR)
    (talk,) = events(made, TALK).values()
    assert talk in listed.values()
    assert talk["summary"] == "Keynote: Dr. Chirag Shah, Track A (GenAIRecP 2026)"
    assert talk["location"].startswith("Room 114, ")
    assert "status" in talk
    assert "talk-chirag-shah.ics" in made.output(PAGE)
    (cancelled,) = (event for name, event in listed.items() if "(cancelled)" in name)
    assert cancelled["status"] == "CANCELLED"
    assert made.output("2026/talk-nathan-kallus.ics").count("STATUS:CANCELLED") == 1


def test_search_engines_know_the_rooms_of_days_and_what_is_called_off(made: Workspace) -> None:
    script = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', made.output(PAGE), re.DOTALL
    )
    assert script is not None
    event = json.loads(script[1])
    assert event["location"]["name"] == event["superEvent"]["location"]["name"] == "Boise"
    parts = event["subEvent"]
    rooms = {part["startDate"][:16]: part["location"]["name"] for part in parts}
    assert rooms["2026-02-26T09:00"].startswith("Ballroom")
    assert rooms["2026-02-25T09:00"].startswith("Hall 1")
    statuses = [inner.get("eventStatus") for part in parts for inner in part.get("subEvent", ())]
    assert statuses == [None, None, "https://schema.org/EventCancelled"]
