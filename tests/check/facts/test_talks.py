"""Talks of several people, from afar, called off and of other kinds are stated in each file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.check.facts.conftest import after_change, looked_at
from tests.workspace import Workspace

EDITION, PROGRAM = "editions/2026/edition.yaml", "editions/2026/program.yaml"
PAGE, JEKYLL = "site/2026/index.html", "jekyll/pages/GenAIRecP2026/index.md"
TEXT, CALENDAR = "2026/cfp.txt", "2026/schedule.ics"

SEATS = """\
  - {id: dawen-panel, person: [dawen-liang], role: panelist, status: confirmed, remote: true}
  - {person: "Ada Lovelace (University of London)", role: moderator, status: confirmed}
"""


def with_talks(workspace: Workspace) -> Workspace:
    """The real workshop with talks of all kinds."""
    workspace.replace(
        EDITION,
        "person: liam-collins\n    role: talk\n",
        'person: [liam-collins, craig-macdonald, "Grace Hopper (US Navy)"]\n    role: tutorial\n',
    )
    workspace.replace(
        EDITION,
        "person: chengyi-liu\n    role: talk\n    status: confirmed\n",
        "person: chengyi-liu\n    role: talk\n    status: cancelled\n",
    )
    keynote = "person: yinglong-xia\n    role: keynote\n"
    more = "    role_title: Plenary talk\n    remote: true\n"
    workspace.replace(EDITION, keynote, keynote + more)
    workspace.replace(EDITION, "dates:\n", f"{SEATS}dates:\n")
    workspace.replace(PROGRAM, "kind: closing", "kind: panel")
    workspace.append(
        "people/dawen-liang.yaml", "links: {github: dawen-here, homepage: https://dawen.example}\n"
    )
    return workspace


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Pages, calls and calendars of such a workshop, which each test puts back as they were."""
    root = tmp_path_factory.mktemp("talks") / "workshop"
    root.mkdir()
    workspace = with_talks(Workspace.of_the_real_workshop(root))
    finished = workspace.run("build", "--only", "text,site,jekyll")
    assert finished.code == 0, finished.output + finished.errors
    return workspace


def event_of(made: Workspace, words: str) -> dict[str, str]:
    """What the calendar says of the part of the schedule with some words in its line."""
    calendar = Calendar.from_ical(made.output(CALENDAR))
    (event,) = (event for event in calendar.walk("VEVENT") if words in str(event["summary"]))
    return {name: str(value) for name, value in event.items()}


def test_all_of_it_agrees_with_the_data(made: Workspace) -> None:
    agreement = looked_at(made)
    found = [found.message for found in agreement.diagnostics if found.code != "missing-artefact"]
    assert found == []


def test_several_speakers_stand_wherever_one_does(made: Workspace) -> None:
    page = made.output(PAGE)
    shown = re.sub(r"<[^>]+>", "", page)
    together = "Liam Collins (Snap Inc.), Craig Macdonald (University of Glasgow), and Grace Hopper"
    assert f"Tutorial: {together} (US Navy)" in shown
    assert 'aria-label="Grace Hopper"' in page  # the monogram in place of a portrait
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    event = json.loads(data)
    names = [person["name"] for part in event["subEvent"] for person in part.get("performer", ())]
    assert {"Liam Collins", "Craig Macdonald", "Grace Hopper"} <= set(names)
    assert "Grace Hopper" in [person["name"] for person in event["performer"]]
    text = made.output(TEXT)
    assert "* Liam Collins, Snap Inc.\n  Craig Macdonald, University of Glasgow\n" in text
    talk = event_of(made, "Tutorial: Liam Collins, Craig Macdonald, and Grace Hopper")
    assert "Grace Hopper, US Navy" in talk["DESCRIPTION"]
    titles = re.findall(r'^ +title: "(.+)"', made.output(JEKYLL), re.MULTILINE)
    first = titles.index("Liam Collins")
    assert titles[first + 1 : first + 3] == ["Craig Macdonald", "Grace Hopper"]


def test_who_speaks_from_afar_is_said_beside_the_name(made: Workspace) -> None:
    assert "Plenary talk: Dr.\N{NO-BREAK SPACE}Yinglong Xia, Meta (remote)" in made.output(PAGE)
    assert "Yinglong Xia, Meta (Plenary talk, remote)" in made.output(TEXT).replace("\xa0", " ")
    assert "Yinglong Xia](#talk-yinglong-xia) (45 min)** (remote)" in made.output(JEKYLL)
    assert "Meta (Plenary talk, remote)" in event_of(made, "Yinglong Xia (remote)")["DESCRIPTION"]


def test_the_panel_names_who_leads_it(made: Workspace) -> None:
    shown = re.sub(r"<[^>]+>", "", made.output(PAGE))
    assert "With Dawen Liang (remote), Ada Lovelace (moderator)" in shown
    assert "Ada Lovelace, University of London (moderator)" in made.output(TEXT)
    assert "Dawen Liang (remote), Ada Lovelace (moderator)" in made.output(JEKYLL)


def test_a_talk_that_is_called_off_stays_in_the_schedule_alone(made: Workspace) -> None:
    assert "Invited talk (cancelled): Chengyi Liu" in made.output(PAGE)
    assert 'id="talk-chengyi-liu"' not in made.output(PAGE)
    assert "**Invited talk (cancelled) by Chengyi Liu (20 min)**" in made.output(JEKYLL)
    assert "Chengyi Liu" not in made.output(TEXT)
    event = event_of(made, "Invited talk (cancelled): Chengyi Liu")
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", "1")
    assert event["UID"].startswith("genairecp-2026-talk-chengyi-liu@")


@pytest.mark.parametrize(
    ("file", "old", "new", "fact"),
    [
        (PAGE, "Grace Hopper", "Grace Harper", "speakers.liam-collins.others.grace-hopper.name"),
        (JEKYLL, "Grace Hopper", "G. Harper", "speakers.liam-collins.others.grace-hopper.name"),
        (PAGE, "US Navy", "US Army", "others.grace-hopper.affiliations.1.institution"),
        (PAGE, "remote)", "here)", "speakers.yinglong-xia.remote"),
        (CALENDAR, "remote)", "here)", "speakers.dawen-panel.remote"),
        (JEKYLL, "Plenary talk", "Talk", "schedule.09:45.title"),
        (PAGE, "moderator", "guest", "speakers.ada-lovelace.role"),
        (CALENDAR, " (cancelled)", "", "schedule.16:20.title"),
        (PAGE, " (cancelled)", "", "schedule.16:20.title"),
    ],
)
def test_a_file_that_says_otherwise_is_found(
    made: Workspace, file: str, old: str, new: str, fact: str
) -> None:
    path: Path = made.root / "build" / file
    content = path.read_bytes()
    changed = content.replace(old.encode(), new.encode())
    assert changed != content
    try:
        path.write_bytes(changed)
        messages = [found.message for found in looked_at(made).diagnostics]
    finally:
        path.write_bytes(content)
    assert any(fact in message for message in messages), messages


@pytest.mark.parametrize("file", [PAGE, JEKYLL])
@pytest.mark.parametrize("address", ["https://github.com/dawen-here", "https://dawen.example"])
def test_where_a_panelist_is_found_is_stated(made: Workspace, file: str, address: str) -> None:
    found = after_change(made, file, address, "https://elsewhere.example")
    assert {diagnostic.code for diagnostic in found} & {"different-fact", "missing-fact"}
    assert any(address in diagnostic.message for diagnostic in found)
