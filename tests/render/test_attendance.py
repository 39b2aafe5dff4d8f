"""How people take part, and where they join online, stands wherever the place does."""

from __future__ import annotations

import re

import pytest
from icalendar import Calendar

from proposal.edition.edition import Edition
from tests.attendance import EDITION, MEETING, VENUE, hybrid, said, without_city
from tests.render.made_events import calendar_events, event_of, latex
from tests.render.made_pages import made_of
from tests.render.shown_texts import pages, texts
from tests.workspace import Workspace


def test_a_hybrid_edition_is_in_its_city_and_online(workspace: Workspace) -> None:
    found = texts(pages(hybrid(workspace)))
    for name in (
        "text/cfp.txt",
        "text/cfp.md",
        "text/schedule.ics",
        "site/2026/index.html",
        "site/2026/call-for-papers/index.html",
        "site/index.html",
        "site/editions/index.html",
        "jekyll/pages/GenAIRecP2026/index.md",
        "jekyll/pages/GenAIRecP2026/call-for-papers.md",
    ):
        assert "Boise, Idaho, USA, and online" in found[name], name
    assert "(MST, UTC−7)" in found["text/cfp.md"]
    assert "local time" not in found["text/cfp.txt"]


def test_a_hybrid_edition_does_not_make_its_conference_hybrid(workspace: Workspace) -> None:
    workspace.append(VENUE, "site: Boise Centre\n")
    said(workspace, "room: Hall 1\n")
    event = event_of(hybrid(workspace))
    assert event["location"][0]["name"] == "Hall 1, Boise Centre"
    assert event["superEvent"]["location"]["name"] == "Boise Centre"
    assert "}{Boise, Idaho, USA}" in latex(workspace)
    page = texts(pages(workspace))["site/2026/index.html"]
    cited = re.sub(r"<[^>]+>", "", page.partition("Held with the ")[2])
    assert cited.partition("USA")[2].startswith(".")


def test_the_address_stands_where_people_look_for_it(workspace: Workspace) -> None:
    found = texts(pages(hybrid(workspace)))
    for name in (
        "text/cfp.txt",
        "text/cfp.md",
        "text/schedule.ics",
        "site/2026/index.html",
        "site/index.html",
        "jekyll/pages/GenAIRecP2026/index.md",
    ):
        assert MEETING in found[name], name
    for name in ("text/cfp.txt", "text/cfp.md", "site/2026/index.html"):
        assert "The passcode is sent by mail." in found[name], name
    assert re.search(
        rf'<a class="button" data-until="[^"]+" href="{MEETING}">Join online</a>',
        found["site/2026/index.html"],
    )


def test_calendars_offer_the_address_of_every_event_but_of_pauses(workspace: Workspace) -> None:
    events = calendar_events(hybrid(workspace))
    addresses = {str(event["summary"]): str(event.get("conference", "")) for event in events}
    assert addresses.pop("Lunch (GenAIRecP 2026)") == "https://example.org/2"
    assert addresses.pop("Coffee break (GenAIRecP 2026)") == ""
    assert set(addresses.values()) == {MEETING}
    conference = events[0]["conference"]
    assert dict(conference.params) == {"VALUE": "URI", "LABEL": "Join online"}
    assert f"Join online: {MEETING} (The passcode is sent by mail.)" in events[0]["description"]


def test_search_engines_know_how_people_take_part(workspace: Workspace) -> None:
    event = event_of(hybrid(workspace))
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    place, online = event["location"]
    assert place["address"]["addressLocality"] == "Boise"
    assert online == {"@type": "VirtualLocation", "name": "Join online", "url": MEETING}


def test_an_edition_on_site_that_is_streamed_is_still_on_site(workspace: Workspace) -> None:
    said(workspace, "attendance: on-site\nlinks: {stream: https://example.org/live}\n")
    mode = event_of(workspace)["eventAttendanceMode"]
    assert mode == "https://schema.org/OfflineEventAttendanceMode"


def test_an_edition_of_a_conference_without_a_city_is_online(workspace: Workspace) -> None:
    without_city(workspace)
    found = texts(pages(workspace))
    assert "<dt>Where</dt><dd>Online" in found["site/2026/index.html"]
    assert "Days end at midnight in the time zone Europe/Madrid." in found["text/cfp.txt"]
    assert "local times in the zone Europe/Madrid (CET, UTC+1)" in found["site/2026/index.html"]
    for name, text in found.items():
        assert "None" not in text, name
    assert {str(event["location"]) for event in calendar_events(workspace)} == {"Online"}
    event = event_of(workspace)
    assert event["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert [place["name"] for place in event["location"]] == ["Main room", "Posters"]
    assert event["superEvent"]["location"] == {"@type": "VirtualLocation", "name": "Online"}
    assert "}{Online}" in latex(workspace)


def test_an_online_edition_of_a_conference_in_a_city_names_both(workspace: Workspace) -> None:
    said(workspace, "attendance: online\n")
    workspace.append(VENUE, "site: Boise Centre\naddress: 850 W Front St\n")
    found = texts(pages(workspace))
    page = found["site/2026/index.html"]
    assert "Online; conference in Boise, Idaho, USA" in page
    assert "Boise Centre" not in page  # nobody has to find the building
    assert {str(event["location"]) for event in calendar_events(workspace)} == {"Online"}
    assert event_of(workspace)["location"] == {"@type": "VirtualLocation", "name": "Online"}
    assert "{Boise, Idaho, USA (GenAIRecP online)}" in latex(workspace)


def test_the_conference_line_of_a_published_paper_stays_the_publishers(
    workspace: Workspace,
) -> None:
    workspace.replace(
        "editions/2024/edition.yaml", "ordinal: 1\n", "ordinal: 1\nattendance: hybrid\n"
    )
    assert "{Barcelona, Spain}" in latex(workspace, "camera-ready", "2024")


def test_a_day_may_have_an_address_of_its_own(workspace: Workspace) -> None:
    workspace.write("editions/2026/program.yaml", "[]\n")
    workspace.replace(
        EDITION,
        "when: {date: 2026-02-26, start: 08:55, end: 16:50}\n",
        "attendance: hybrid\nwhen:\n"
        "  - {date: 2026-02-25, start: 09:00, end: 12:00}\n"
        f"  - {{date: 2026-02-26, start: 09:00, end: 12:00, join: {MEETING}/2}}\n"
        f"join: {MEETING}\n",
    )
    (workspace.data / "editions" / "2026" / "calendar.yaml").unlink()
    first, second = calendar_events(workspace)
    assert (str(first["conference"]), str(second["conference"])) == (MEETING, f"{MEETING}/2")
    found = texts(pages(workspace))
    for name in ("text/cfp.txt", "text/cfp.md", "site/2026/index.html"):
        assert f"{MEETING}/2" in found[name], name
    places = [place.get("url") for place in event_of(workspace)["location"]]
    assert places == [None, MEETING, f"{MEETING}/2"]


def test_addresses_of_days_may_be_quoted_with_those_of_all(workspace: Workspace) -> None:
    said(workspace, f"attendance: hybrid\njoin: {MEETING}\n")
    workspace.replace(EDITION, "end: 16:50}", f"end: 16:50, join: {MEETING}/day}}")
    workspace.write("editions/2026/proposal.md", "# Plan\n\n{{ join }}\n")
    assert f"\\item Join online: \\href{{{MEETING}}}" in latex(workspace)
    of_the_day = "\\item Join online, Thursday, February~26: "
    assert f"{of_the_day}\\href{{{MEETING}/day}}" in latex(workspace)


@pytest.mark.parametrize("fact", ["venue.city", "venue.country"])
def test_the_city_of_a_conference_without_one_is_not_to_be_announced(
    workspace: Workspace, fact: str
) -> None:
    without_city(workspace)
    workspace.write("editions/2026/overview.md", f"In {{{{ {fact} }}}}.\n")
    found = made_of(workspace).pages.site.diagnostics
    assert any("takes place online" in diagnostic.message for diagnostic in found)


def test_an_edition_that_cannot_be_read_is_not_said_to_be_online(workspace: Workspace) -> None:
    workspace.write("editions/2026/overview.md", "In {{ venue.city }}.\n")
    workspace.append(EDITION, "keywords: [\n")
    said = workspace.run("build", "--only", "site").output
    assert "[yaml-syntax]" in said
    assert "takes place online" not in said


def test_addresses_may_be_quoted_in_a_paragraph_of_their_own(workspace: Workspace) -> None:
    hybrid(workspace)
    workspace.write("editions/2026/overview.md", "Come to {{ place }}.\n\n{{ join }}\n")
    workspace.write("editions/2026/proposal.md", "# Plan\n\nCome to {{ place }}.\n\n{{ join }}\n")
    made = texts(pages(workspace))
    assert f"- [Join online]({MEETING})" in made["jekyll/pages/GenAIRecP2026/index.md"]
    assert "Come to Boise, Idaho, USA, and online." in made["site/2026/index.html"]
    assert f"\\nolinkurl{{{MEETING}}}}} (The passcode is sent by mail.)" in latex(workspace)


def test_the_edition_knows_where_a_slot_is_joined(workspace: Workspace) -> None:
    edition: Edition = hybrid(workspace).edition("2026")
    lunch = next(slot for slot in edition.schedule if slot.kind == "lunch")
    assert [link.label for link in edition.joined_at(lunch)] == ["Lounge"]


def test_a_part_is_joined_where_its_slot_is(workspace: Workspace) -> None:
    hybrid(workspace)
    workspace.replace(
        "editions/2026/program.yaml",
        "- {start: 09:00, end: 09:45, talk: meng-jiang}",
        "- {start: 09:00, end: 09:45, title: Views, room: Room 7, track: A, "
        "join: https://example.org/views, parts: [{minutes: 45, talk: meng-jiang}]}",
    )
    (workspace.data / "editions" / "2026" / "calendar.yaml").unlink()
    made = made_of(workspace).pages
    calendars = (
        made.texts["2026"].files["schedule.ics"],
        made.site.files["2026/talk-meng-jiang.ics"],
    )
    for calendar in calendars:
        (talk,) = (
            event
            for event in Calendar.from_ical(calendar).events
            if "Meng Jiang" in str(event["summary"])
        )
        assert str(talk["conference"]) == "https://example.org/views"
    (views,) = (part for part in event_of(workspace)["subEvent"] if part["name"] == "Views")
    (part,) = views["subEvent"]
    assert [place.get("url") for place in part["location"]] == [None, "https://example.org/views"]
