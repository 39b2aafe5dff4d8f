"""Sessions beside each other, who leads them, and what happens in them, in each finished file."""

from __future__ import annotations

import json
import re

import pytest
from icalendar import Calendar

from proposal.build.outputs import render_editions
from tests.check.facts.conftest import after_changes, looked_at
from tests.workspace import Workspace

PAGE, JEKYLL = "site/2026/index.html", "jekyll/pages/GenAIRecP2026/index.md"
CALENDAR = "2026/schedule.ics"

PROGRAM = """\
- {start: 08:55, end: 09:45, talk: meng-jiang, room: "114"}
- {start: 09:45, end: 10:30, talk: yinglong-xia}
- {start: 10:30, end: 11:00, kind: break, title: Coffee break}
- start: 11:00
  end: 12:30
  kind: papers
  title: Ranking
  track: A
  chair: [ed-chi, Grace Hopper (Institute of Examples)]
  discussants: Alan Turing
  parts:
  - {minutes: 20, papers: [agp]}
  - {minutes: 20, papers: [insertrank]}
  - {start: 11:45, talk: chirag-shah}
  - {start: 12:10, end: 12:30, title: "Questions & <b>answers</b> at 100%"}
- start: 11:00
  end: 12:00
  title: Learning
  track: B
  room: Ballroom
  papers: [selective-regularization]
- {start: 12:00, end: 12:30, kind: demos, track: B}
- {start: 12:30, end: 13:45, kind: lunch}
- {start: 13:45, end: 14:30, talk: nathan-kallus}
- {start: 14:30, end: 15:30, kind: awards, papers: [joint-evaluation, video-recommenders]}
- {start: 15:30, end: 16:00, kind: posters, papers: [linkedin-feed, agentic-orchestration]}
- {start: 16:00, end: 16:20, talk: liam-collins}
- {start: 16:20, end: 16:40, talk: chengyi-liu}
- start: 16:40
  end: 16:50
  kind: panel
  title: Agents Tomorrow
  question: Do we need agents?
  moderator: Ada Lovelace (University of Somewhere)
  panelists: [Emmy Noether (Academy of Examples), ed-chi]
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Pages and calendars of such a workshop, which each test puts back as they were."""
    root = tmp_path_factory.mktemp("parallel") / "workshop"
    root.mkdir()
    workspace = Workspace.of_the_real_workshop(root)
    workspace.write("editions/2026/program.yaml", PROGRAM)
    finished = workspace.run("build", "--only", "text,site,jekyll")
    assert finished.code == 0, finished.output
    return workspace


def test_all_of_it_is_stated_and_no_rule_objects(made: Workspace) -> None:
    found = [found for found in looked_at(made).diagnostics if found.code != "missing-artefact"]
    assert found == []
    codes = {found.code for found in made.check(["2026"])}
    assert codes.isdisjoint({"schedule-overlap", "two-places", "schedule-gap", "unscheduled-paper"})


BY_HAND: dict[str, list[tuple[str, str, str]]] = {
    PAGE: [
        ("Room 114", "Room 115", "schedule.08:55.room"),
        ("Track A", "Track C", "schedule.11:00-track-a.track"),
        ("Grace Hopper", "Grace Hooper", "chair.grace-hopper.name"),
        ("Do we need agents?", "Do we need angels?", "schedule.16:40.question"),
        ("Demonstrations", "Renovations", "schedule.12:00.title"),
    ],
    JEKYLL: [
        ("Room 114", "Room 115", "schedule.08:55.room"),
        ("Institute of Examples", "Institute of Samples", "chair.grace-hopper.affil"),
        ("Ada Lovelace", "Ada Loveless", "moderator.ada-lovelace.name"),
        ("11:20–11:40", "11:20–11:50", "parts.11:20.hours"),
    ],
    CALENDAR: [
        ("Room 114", "Room 115", "schedule.08:55.room"),
        ("Ballroom", "Bedrooms", "schedule.11:00-track-b-ballroom.room"),
        ("Alan Turing", "Alan Tuning", "discussants.alan-turing.name"),
    ],
}
"""By file: what it says of a session, what it says after somebody changed it, and the fact."""


@pytest.mark.parametrize("file", BY_HAND)
def test_facts_of_sessions_that_are_changed_by_hand_are_named(made: Workspace, file: str) -> None:
    changes = {old: new for old, new, _ in BY_HAND[file]}
    messages = [found.message for found in after_changes(made, file, changes)]
    says = [message for message in messages if f"build/{file} says" in message]
    named = [fact for _, _, fact in BY_HAND[file] if any(fact in message for message in says)]
    assert named == [fact for _, _, fact in BY_HAND[file]]


def test_the_page_has_tracks_side_by_side_and_parts_below_their_session(made: Workspace) -> None:
    page = made.output(PAGE)
    assert page.count('<li class="parallel">') == 1
    assert page.count('<p class="track">') == 2
    assert 'id="slot-1100-track-a"' in page
    assert 'href="#slot-1100-track-a-part-1145"' in page  # where the talk of a part is described
    assert "Questions &amp; &lt;b&gt;answers&lt;/b&gt; at 100%" in page


def test_calendars_and_search_engines_know_rooms_and_who_leads(made: Workspace) -> None:
    calendar = Calendar.from_ical(made.output(CALENDAR))
    events = {str(event["summary"]): event for event in calendar.walk("VEVENT")}
    assert str(events["Learning, Track B (GenAIRecP 2026)"]["location"]).startswith("Ballroom, ")
    ranking = str(events["Ranking, Track A (GenAIRecP 2026)"]["description"])
    assert "Chairs: Ed Chi (Google DeepMind), Grace Hopper (Institute of Examples)" in ranking
    assert "11:45-12:10 Keynote: Dr. Chirag Shah; Beyond the Personalization" in ranking
    script = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', made.output(PAGE), re.DOTALL
    )
    assert script is not None
    parts = {part["name"]: part for part in json.loads(script[1])["subEvent"]}
    assert parts["Learning"]["location"]["name"] == "Ballroom"
    assert parts["Learning"]["description"] == "Track B"
    assert [part["startDate"][11:16] for part in parts["Ranking"]["subEvent"]] == [
        "11:00",
        "11:20",
        "11:45",
        "12:10",
    ]
    (moderator,) = parts["Agents Tomorrow"]["contributor"]
    assert moderator["roleName"] == "Moderator"
    assert moderator["contributor"][0]["affiliation"][0]["name"] == "University of Somewhere"


def test_a_document_names_tracks_rooms_and_who_leads(made: Workspace) -> None:
    made.append("editions/2026/proposal.md", "\n# Schedule\n\n{{ schedule }}\n")
    outputs = render_editions(made.load(), ["2026"])
    (document,) = outputs.documents.values()
    for words in ("Track A", "Track B, Ballroom", "Moderator: ", "Do we need agents?", "Room 114"):
        assert words in document.tex.text, words
    assert r"at 100\%" in document.tex.text
