"""What is not in the venue's building is said to be elsewhere, and never to be in the building."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from icalendar import Calendar

from proposal.booklet.door_signs import door_signs
from proposal.diagnostics import Diagnostic
from tests.check.findings import diagnostics_of, only_diagnostic_of
from tests.diagnostic_lists import only
from tests.importers.bringing import imports, new_folder
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
PROGRAM = "editions/2026/program.yaml"
VENUE = "venues/wsdm-2026.yaml"

DAYS = """\
when:
  - {date: 2026-02-26, start: 9:00, end: 22:00}
  - {date: 2026-02-27, start: 9:00, end: 12:00, elsewhere: "Old Mill, Example Town"}
attendance: hybrid
join: https://meet.boats.net/day
"""
BOISE = "Boise, Idaho, USA"
"""Where calendars know events of that are cancelled now."""
SLOTS = """\
- {day: 1, start: 9:00, end: 10:00, kind: discussion}
- {day: 1, start: 10:00, end: 10:30, kind: break}
- {day: 1, start: 18:00, end: 19:00, kind: social, title: Tour, elsewhere: "Harbour, Sample City"}
- {day: 1, start: 19:00, end: 22:00, kind: social, title: Dinner, room: Hall B}
- {day: 2, start: 9:00, end: 10:00, kind: opening}
- {day: 2, start: 10:00, end: 12:00, kind: discussion, title: Walk, room: Tower Room}
"""


@pytest.fixture
def two_towns(workspace: Workspace) -> Workspace:
    """A hybrid workshop of two days, the second of them in another town."""
    edition = (workspace.data / EDITION).read_text(encoding="utf-8")
    edition = re.sub(
        r"^when:.*\n(?:  .*\n)*|^room:.*\n|^attendance:.*\n", "", edition, flags=re.MULTILINE
    )
    workspace.write(EDITION, edition + DAYS + "room: Room 12\n")
    workspace.write(PROGRAM, SLOTS)
    workspace.append(VENUE, "address: 1 Example Street\n")
    workspace.replace(VENUE, "city: Boise\n", "city: Boise\nsite: Example Hall\n")
    return workspace


def places_in(file: Path) -> dict[str, str]:
    """Where each event of a calendar takes place, by its title."""
    return {
        str(event["SUMMARY"]).partition(" (")[0]: str(event["LOCATION"])
        for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        if event["STATUS"] != "CANCELLED"
    }


def test_calendars_and_search_engines_know_where_every_part_is(two_towns: Workspace) -> None:
    finished = two_towns.run("build", "2026", "--only", "site,text")
    assert finished.code == 0, finished.output + finished.errors
    build = two_towns.root / "build"
    places = places_in(build / "2026/schedule.ics")
    hall = "Example Hall, 1 Example Street, Boise, Idaho, USA"
    assert places == {
        "Discussion": f"Room 12, {hall}, and online",
        "Break": hall,
        "Tour": "Harbour, Sample City",
        "Dinner": f"Hall B, {hall}",
        "Opening remarks": "Old Mill, Example Town",
        "Walk": "Tower Room, Old Mill, Example Town",
    }
    page = (build / "site/2026/index.html").read_text(encoding="utf-8")
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    event = json.loads(text)
    visited = [place["name"] for place in event["location"] if place["@type"] == "Place"]
    assert visited == ["Example Hall", "Old Mill, Example Town"]
    tour = next(part for part in event["subEvent"] if part["name"] == "Tour")
    assert tour["location"] == {
        "@type": "Place",
        "name": "Harbour, Sample City",
        "address": "Harbour, Sample City",
    }
    assert "Tower Room, Old Mill, Example Town" in text
    shown = re.sub(r"<[^>]+>", "", page)
    assert "Harbour, Sample City" in shown
    assert "· Old Mill, Example Town" in shown
    call = (build / "2026/cfp.txt").read_text(encoding="utf-8")
    assert "Old Mill, Example Town" in " ".join(call.split())


def test_checks_prove_the_place_of_what_is_elsewhere(two_towns: Workspace) -> None:
    assert two_towns.run("build", "2026", "--only", "site,jekyll,text").code == 0
    page = two_towns.root / "build/site/2026/index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("Harbour, Sample City", "Boise"), encoding="utf-8"
    )
    finished = two_towns.run("check", "2026")
    assert "`Harbour, Sample City`" in finished.output.replace("“", "`").replace("”", "`")


def test_a_stream_is_no_part_of_a_pause(two_towns: Workspace) -> None:
    two_towns.append(EDITION, "links: {stream: https://films.boats.net/live}\n")
    assert two_towns.run("build", "2026", "--only", "text").code == 0
    calendar = Calendar.from_ical((two_towns.root / "build/2026/schedule.ics").read_bytes())
    streamed = [
        str(event["SUMMARY"]).partition(" (")[0]
        for event in calendar.walk("VEVENT")
        if event["STATUS"] != "CANCELLED"
        and "https://films.boats.net/live" in str(event["DESCRIPTION"])
    ]
    assert streamed == ["Discussion", "Opening remarks", "Walk"]


@pytest.mark.parametrize("file", [EDITION, PROGRAM])
def test_a_room_beside_a_place_elsewhere_is_refused(two_towns: Workspace, file: str) -> None:
    text = (two_towns.data / file).read_text(encoding="utf-8")
    two_towns.write(file, text.replace("elsewhere:", "room: Cellar, elsewhere:"))
    (found,) = two_towns.read().diagnostics
    assert found.message == "`room` and `elsewhere` both say where it is"
    place = "Old Mill, Example Town" if file == EDITION else "Harbour, Sample City"
    assert found.hint == f'delete `room`, and write all of it: elsewhere: "Cellar, {place}"'


def test_what_has_moved_online_is_nowhere_else(two_towns: Workspace) -> None:
    two_towns.append(EDITION, "status: moved-online\n")
    cellar = "{day: 1, start: 10:30, end: 11:00, kind: opening, track: A, room: Cellar}"
    two_towns.append(PROGRAM, f"- {cellar}\n")
    two_towns.replace(EDITION, "attendance: hybrid\n", "")
    edition = two_towns.edition("2026")
    assert not any(slot.is_elsewhere for slot in edition.schedule)
    assert not any(day.is_elsewhere for day in edition.when.days)
    assert two_towns.run("build", "2026", "--only", "site,text").code == 0
    calendar = Calendar.from_ical((two_towns.root / "build/2026/schedule.ics").read_bytes())
    assert {str(event["LOCATION"]) for event in calendar.walk("VEVENT")} <= {"Online", BOISE}
    page = (two_towns.root / "build/site/2026/index.html").read_text(encoding="utf-8")
    assert "Cellar" not in page
    assert "Track A" in page
    messages = {found.message for found in diagnostics_of(two_towns, "unshown-value")}
    assert "the edition has moved online, so `elsewhere` is not shown" in messages


def test_a_building_that_nobody_visits_is_to_be_taken_out_of_texts(two_towns: Workspace) -> None:
    two_towns.append(EDITION, "status: moved-online\n")
    two_towns.replace(EDITION, "attendance: hybrid\n", "")
    two_towns.write("editions/2026/overview.md", "We meet in {{ venue.site }}.\n")
    finished = two_towns.run("build", "2026", "--only", "site")
    assert "take it out of the text, since the edition takes place online" in finished.output
    assert "without `tentative`" not in finished.output


@pytest.mark.parametrize("room", ["", "room: Cellar, "])
def test_an_answer_is_no_place_elsewhere(two_towns: Workspace, room: str) -> None:
    file = "editions/2026/program.yaml"
    place = 'elsewhere: "Harbour, Sample City"'
    text = two_towns.data.joinpath(file).read_text("utf-8")
    two_towns.write(file, text.replace(place, f"{room}elsewhere: true"))
    (found,) = two_towns.load().data.diagnostics
    assert found.message == "`elsewhere` is the place itself, not `true`"
    assert found.span is not None
    said = found.span.file.read_text("utf-8").splitlines()[found.span.line - 1]
    assert said[found.span.column - 1 :].startswith("true")
    assert ('`elsewhere: "Cellar"`' in str(found.hint)) is bool(room)


ONLINE_DAY = """\
when:
  - {date: 2026-02-26, start: 9:00, end: 18:00}
  - {date: 2026-02-27, start: 9:00, end: 12:00, attendance: online, join: https://meet.boats.net/2}
"""
ONLINE_SLOTS = """\
- {day: 1, start: 9:00, end: 10:00, kind: discussion}
- {day: 1, start: 10:00, end: 11:00, kind: papers, title: From Afar, attendance: online}
- {day: 2, start: 9:00, end: 10:00, kind: opening}
- {day: 2, start: 10:00, end: 12:00, kind: social, title: Dinner, attendance: on-site, room: Hall B}
"""
HALL = "Example Hall, 1 Example Street, Boise, Idaho, USA"


@pytest.fixture
def one_day_online(two_towns: Workspace) -> Workspace:
    """A workshop of two days, to the second of which nobody comes but for its dinner."""
    two_towns.replace(EDITION, f"{DAYS}", ONLINE_DAY)
    two_towns.write(PROGRAM, ONLINE_SLOTS)
    return two_towns


def refusal(workspace: Workspace, code: str) -> Diagnostic:
    """The one refusal of the data by a code."""
    found = workspace.load().diagnostics_of(["2026"])
    return only([diagnostic for diagnostic in found if diagnostic.code == code])


def test_a_day_that_is_online_has_no_place_anywhere(one_day_online: Workspace) -> None:
    finished = one_day_online.run("build", "2026", "--only", "site,text,jekyll")
    assert finished.code == 0, finished.output + finished.errors
    build = one_day_online.root / "build"
    places = places_in(build / "2026/schedule.ics")
    assert places == {
        "Discussion": f"Room 12, {HALL}",
        "From Afar": "Online",
        "Opening remarks": "Online",
        "Dinner": f"Hall B, {HALL}",
    }
    page = (build / "site/2026/index.html").read_text(encoding="utf-8")
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    event = json.loads(text)
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    kinds = {part["name"]: part["location"]["@type"] for part in event["subEvent"]}
    assert kinds == {
        "Discussion": "Place",
        "From Afar": "VirtualLocation",
        "Opening remarks": "VirtualLocation",
        "Dinner": "Place",
    }
    assert "· Online" in re.sub(r"<[^>]+>", "", page)
    call = " ".join((build / "2026/cfp.txt").read_text(encoding="utf-8").split())
    assert "Boise, Idaho, USA, and online" in call
    assert "February 27: 09:00-12:00 (MST, UTC-7), Online, Join online: https" in call
    assert "different-fact" not in one_day_online.run("check", "2026").output


def test_what_people_come_to_on_a_day_that_is_online_names_its_room(
    one_day_online: Workspace,
) -> None:
    line = "- {day: 2, start: 9:00, end: 10:00, kind: opening}"
    one_day_online.replace(PROGRAM, line, line.replace("}", ", attendance: on-site}"))
    opening = list(one_day_online.edition("2026").schedule)[2]
    assert opening.room == "Room 12"
    finished = one_day_online.run("build", "2026", "--only", "site")
    assert finished.code == 0, finished.output + finished.errors
    page = (one_day_online.root / "build/site/2026/index.html").read_text(encoding="utf-8")
    assert page.partition("Opening remarks")[2].partition("</li>")[0].count("Room 12") == 1


def test_jekyll_pages_say_what_is_online_on_their_way_back(
    one_day_online: Workspace, tmp_path: Path
) -> None:
    one_day_online.replace(PROGRAM, ", attendance: on-site, room: Hall B", "")
    finished = one_day_online.run("build", "2026", "--only", "jekyll")
    assert finished.code == 0, finished.output + finished.errors
    page = one_day_online.root / "build/jekyll/pages/GenAIRecP2026/index.md"
    back = new_folder(tmp_path / "back")
    imports(back, "jekyll", page)
    edition = back.edition("2026")
    assert [day.attendance for day in edition.when.days] == ["hybrid", "online"]
    assert [slot.attendance for slot in edition.schedule][:2] == [None, "online"]


def test_no_sign_hangs_at_the_door_of_what_is_online(one_day_online: Workspace) -> None:
    signs = door_signs(one_day_online.edition("2026"))
    assert [(sign.title, sign.room) for sign in signs] == [
        ("Room 12", "Room 12"),
        ("Discussion", "Room 12"),
        ("Hall B", "Hall B"),
        ("Dinner", "Hall B"),
    ]


@pytest.mark.parametrize("word", ["Online", "virtual", "Zoom", "Zoom meeting", "fully online"])
def test_a_place_that_is_none_is_refused_with_the_words_for_it(
    two_towns: Workspace, word: str
) -> None:
    two_towns.replace(EDITION, '"Old Mill, Example Town"', word)
    found = refusal(two_towns, "online-as-place")
    assert found.message == f"`{word}` is no place"
    assert "write `attendance: online`" in (found.hint or "")


def test_a_place_of_a_day_that_is_online_is_refused(two_towns: Workspace) -> None:
    two_towns.replace(EDITION, "elsewhere: ", "attendance: online, elsewhere: ")
    assert refusal(two_towns, "place-of-online").hint == "delete one of the two"


def test_a_room_that_is_none_is_reported(two_towns: Workspace) -> None:
    two_towns.replace(PROGRAM, "room: Tower Room", "room: Zoom 2")
    found = only_diagnostic_of(two_towns, "online-as-room")
    assert found.message == "`Zoom 2` is no room"


def test_a_day_that_is_joined_has_to_be_online(one_day_online: Workspace) -> None:
    one_day_online.replace(EDITION, "attendance: online, ", "")
    assert refusal(one_day_online, "join-on-site").hint
