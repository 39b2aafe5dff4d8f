"""What became of an edition is said wherever the edition is, and nothing invites to it any more."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from icalendar import Calendar

from proposal.edition.public import public
from proposal.render.site.page_cards import card_of
from tests.attendance import hybrid
from tests.render.made_events import calendar_events, event_of, latex
from tests.render.made_pages import made_of
from tests.render.shown_texts import pages, texts
from tests.some import some
from tests.status import NOTE, cancelled, moved_online, postponed, with_status
from tests.workspace import Workspace

SENTENCES = {
    "cancelled": "GenAIRecP 2026 is cancelled.",
    "postponed": "GenAIRecP 2026 is postponed; its new day is to be announced.",
    "moved-online": "GenAIRecP 2026 has moved online.",
}


@pytest.mark.parametrize("status", SENTENCES)
def test_every_page_and_call_says_what_became_of_the_edition(
    workspace: Workspace, status: str
) -> None:
    found = texts(pages(with_status(workspace, status)))
    for name in (
        "site/index.html",
        "site/2026/index.html",
        "site/2026/call-for-papers/index.html",
        "jekyll/pages/GenAIRecP2026/index.md",
        "jekyll/pages/GenAIRecP2026/call-for-papers.md",
        "text/cfp.txt",
        "text/cfp.md",
        "text/schedule.ics",
        "text/dates.ics",
    ):
        assert SENTENCES[status].replace(";", "") in found[name].replace("\\;", "").replace(";", "")
        assert NOTE in found[name], name
    of_2024 = [text for name, text in found.items() if "2024" in name]
    assert not any(SENTENCES[status] in text for text in of_2024)


@pytest.mark.parametrize(
    ("status", "word"), [("cancelled", "Cancelled"), ("postponed", "Postponed")]
)
def test_its_day_never_stands_in_a_list_or_a_description_as_if_it_held(
    workspace: Workspace, status: str, word: str
) -> None:
    found = texts(pages(with_status(workspace, status)))
    dated = f"Boise, Idaho, USA, February 26, 2026 ({status})"
    for name in ("site/2026/index.html", "site/2026/call-for-papers/index.html"):
        page = found[name].replace("\xa0", " ")
        assert f". {dated}." in page, name
        assert f"{word}: Workshop" in page
    assert f"{dated}</p>" in found["site/2026/call-for-papers/index.html"].replace("\xa0", " ")
    assert f"Date: Thursday, February 26, 2026 ({status}), 08:55" in found["text/cfp.txt"]
    assert f"| {word}: Workshop | Thursday, February 26, 2026 |" in found["text/cfp.md"]
    assert f"- {word}: Workshop: February" in found["jekyll/pages/GenAIRecP2026/index.md"]


@pytest.mark.parametrize(
    ("status", "word"), [("cancelled", "Cancelled"), ("postponed", "Postponed")]
)
def test_lists_of_editions_say_it(workspace: Workspace, status: str, word: str) -> None:
    with_status(workspace, status)
    found = texts(pages(workspace))
    assert f"<strong>{word}.</strong> WSDM 2026" in found["site/editions/index.html"]
    assert f"{word}: Thursday, February 26, 2026" in found["jekyll/pages/all-editions.md"]


def test_a_later_proposal_lists_the_edition_as_cancelled(workspace: Workspace) -> None:
    workspace.replace(
        "editions/2024/edition.yaml", "ordinal: 1\n", "ordinal: 1\nstatus: cancelled\n"
    )
    workspace.write("editions/2026/proposal.md", "# Before\n\n{{ editions }}\n")
    workspace.write("editions/2026/overview.md", "{{ editions }}\n")
    assert "August~25, 2024 (cancelled)" in latex(workspace)
    found = texts(pages(workspace))
    assert "2024 (cancelled)" in found["site/2026/index.html"].replace("\xa0", " ")
    assert "2024 (cancelled)" in found["jekyll/pages/GenAIRecP2026/index.md"]


def test_nobody_is_invited_to_what_is_cancelled(workspace: Workspace) -> None:
    hybrid(workspace)
    found = texts(pages(cancelled(workspace)))
    for name, text in found.items():
        if "2024" in name:
            continue
        for address in ("openreview.net/group", "example.org/register", "example.org/meeting"):
            assert address not in text, (name, address)
        assert "data-until" not in text, name
    page = found["site/2026/index.html"]
    assert "data-ends" not in page
    assert "Add to calendar" not in page
    for name in (
        "text/cfp.txt",
        "text/cfp.md",
        "site/2026/index.html",
        "site/2026/call-for-papers/index.html",
        "jekyll/pages/GenAIRecP2026/call-for-papers.md",
    ):
        assert "The call for papers is closed." in found[name], name


def test_what_is_postponed_still_takes_papers(workspace: Workspace) -> None:
    found = texts(pages(postponed(workspace)))
    assert "openreview.net/group" in found["text/cfp.txt"]
    assert "<del><time" in found["site/2026/index.html"]


def test_calendars_cancel_what_is_cancelled(workspace: Workspace) -> None:
    known = {str(event["uid"]): event for event in calendar_events(workspace)}
    events = calendar_events(cancelled(workspace))
    assert {str(event["uid"]) for event in events} == set(known)
    for event in events:
        assert (str(event["status"]), str(event["transp"])) == ("CANCELLED", "TRANSPARENT")
        assert str(event["summary"]).startswith("Cancelled: ")
        before = known[str(event["uid"])].get("sequence", 0)
        assert event["sequence"] > before
    dates = made_of(workspace).pages.texts["2026"].files["dates.ics"]
    assert {str(event["status"]) for event in Calendar.from_ical(dates).events} == {"CANCELLED"}


def test_calendars_take_time_for_nothing_that_is_postponed(workspace: Workspace) -> None:
    for event in some(calendar_events(postponed(workspace))):
        assert (str(event["status"]), str(event["transp"])) == ("TENTATIVE", "TRANSPARENT")
        assert str(event["summary"]).startswith("Postponed: ")


def test_of_the_dates_of_what_is_postponed_only_its_day_is_marked(workspace: Workspace) -> None:
    dates = made_of(postponed(workspace)).pages.texts["2026"].files["dates.ics"]
    marked = {
        str(event["summary"]): event.get("status") for event in Calendar.from_ical(dates).events
    }
    assert len(marked) > 1
    assert {name for name in marked if name.startswith("Postponed: ")} == {
        "Postponed: GenAIRecP 2026: Workshop"
    }
    assert [name for name, status in marked.items() if status] == [
        "Postponed: GenAIRecP 2026: Workshop"
    ]


def test_what_was_postponed_and_goes_is_cancelled_in_calendars(workspace: Workspace) -> None:
    postponed(workspace)
    made = made_of(workspace).pages
    event_file = made.events["2026"]
    assert event_file is not None
    (workspace.data / "editions/2026/calendar.yaml").write_bytes(event_file)
    program = (workspace.data / "editions/2026/program.yaml").read_text(encoding="utf-8")
    kept = [line for line in program.split("\n") if "kind: lunch" not in line]
    workspace.write("editions/2026/program.yaml", "\n".join(kept))
    lunch = next(event for event in calendar_events(workspace) if "Lunch" in event["summary"])
    assert str(lunch["status"]) == "CANCELLED"


def test_an_edition_that_takes_place_again_is_confirmed_in_calendars(workspace: Workspace) -> None:
    before = (workspace.data / "editions/2026/edition.yaml").read_text(encoding="utf-8")
    cancelled(workspace)
    remembered = made_of(workspace).pages.events["2026"]
    assert remembered is not None
    (workspace.data / "editions/2026/calendar.yaml").write_bytes(remembered)
    off = {str(event["uid"]): event["sequence"] for event in calendar_events(workspace)}
    workspace.write("editions/2026/edition.yaml", before)
    events = calendar_events(workspace)
    assert {str(event["status"]) for event in events} == {"CONFIRMED"}
    assert all(event["sequence"] > off[str(event["uid"])] for event in events)


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("cancelled", "EventCancelled"),
        ("postponed", "EventPostponed"),
        ("moved-online", "EventMovedOnline"),
    ],
)
def test_search_engines_know_it(workspace: Workspace, status: str, word: str) -> None:
    event: dict[str, Any] = event_of(with_status(workspace, status))
    assert event["eventStatus"] == f"https://schema.org/{word}"
    assert ("previousStartDate" in event) == (status == "postponed")
    assert ("offers" in event) == (status != "cancelled")
    if status == "cancelled":
        assert {part["eventStatus"] for part in event["subEvent"]} == {event["eventStatus"]}


def test_the_social_card_says_it(workspace: Workspace) -> None:
    before = card_of(workspace.edition("2026"))
    assert card_of(cancelled(workspace).edition("2026")) != before


def test_the_public_edition_of_a_cancelled_one_is_the_same_again(workspace: Workspace) -> None:
    once = public(cancelled(workspace).edition("2026"))
    assert public(once) == once


def test_an_edition_that_has_moved_is_in_no_city(workspace: Workspace) -> None:
    found = texts(pages(moved_online(workspace)))
    assert "Online; conference in Boise, Idaho, USA" in found["site/2026/index.html"]
    assert json.dumps("OnlineEventAttendanceMode")[1:-1] in found["site/2026/index.html"]
    assert re.search("Place: +Online", found["text/cfp.txt"])


def test_what_an_edition_says_of_its_status_is_text(workspace: Workspace) -> None:
    cancelled(workspace)
    workspace.replace("editions/2026/edition.yaml", NOTE, '"<script>x</script> {{ y }} \\\\par"')
    files = pages(workspace).site.files
    of_pages = [name for name in files if name.endswith(".html")]
    assert of_pages
    for name in of_pages:
        assert "<script>x" not in files[name].decode(), name
    assert "&lt;script&gt;" in files["2026/index.html"].decode()
