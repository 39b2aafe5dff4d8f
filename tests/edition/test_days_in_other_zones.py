"""A day by the clocks of another zone than the venue's: its hours say by which, everywhere."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from proposal.build.value_bytes import value_bytes
from proposal.diagnostics import has_errors
from proposal.pdf.printed_runs import printed_pages
from proposal.render.template_filters import zone_name
from tests.diagnostic_lists import only
from tests.parts import require
from tests.render.shown_texts import pages, texts
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
PROGRAM = "editions/2026/program.yaml"
ONE_DAY = "when: {date: 2026-02-26, start: 08:55, end: 16:50}"
SLOTS = """\
- {day: 1, start: 14:00, end: 15:00, kind: opening}
- {day: 1, start: 15:00, end: 17:00, kind: discussion, parts: [{minutes: 30, title: A Part}]}
- {day: 2, start: 9:00, end: 12:00, kind: closing}
"""


def with_zone(workspace: Workspace, zone: str, last: str = "") -> None:
    """Have the workshop on a day by the clocks of a zone, and on one in Boise."""
    workspace.replace(
        EDITION,
        ONE_DAY,
        "when:\n"
        f"  - {{date: 2026-02-24, start: 14:00, end: 17:00, zone: {zone}, elsewhere: A Hall}}\n"
        f"  - {{date: 2026-02-26, start: 9:00, end: 12:00{last}}}",
    )
    workspace.write(PROGRAM, SLOTS)


def test_hours_are_moments_of_the_zone_of_their_day(workspace: Workspace) -> None:
    with_zone(workspace, "Europe/Berlin")
    edition = workspace.edition("2026")
    first, middle, last = edition.schedule
    assert first.start.astimezone(dt.UTC).hour == 13
    assert last.start.astimezone(dt.UTC).hour == 16
    assert [slot.hours for slot in edition.schedule] == [
        "14:00 CET – 15:00 CET",
        "15:00 CET – 17:00 CET",
        "09:00–12:00",
    ]
    assert middle.parts[0].hours == "15:00 CET – 15:30 CET"
    hours = edition.when.hours.replace("\N{NO-BREAK SPACE}", " ")
    assert hours == "February 24: 14:00 CET – 17:00 CET; February 26: 09:00–12:00"


def test_the_zone_of_all_other_hours_is_that_of_the_venue(workspace: Workspace) -> None:
    with_zone(workspace, "Europe/Berlin")
    when = workspace.edition("2026").when
    assert zone_name(when) == "MST, UTC−7"
    assert [zone_name(day) for day in when.days] == ["CET, UTC+1", "MST, UTC−7"]


def test_pages_and_calls_say_by_which_clock_hours_are(workspace: Workspace) -> None:
    with_zone(workspace, "Europe/Berlin")
    assert not has_errors(workspace.resolve("2026")[1])
    made = texts(pages(workspace))
    shown = re.sub(r"<[^>]+>", "", made["site/2026/index.html"])
    assert "14:00 CET – 15:00 CET" in shown
    assert "(MST, UTC−7). Hours in another time zone name it." in shown
    assert "14:00 CET - 17:00 CET (UTC+1), A Hall" in made["text/cfp.txt"]
    assert "09:00-12:00 (MST, UTC-7)" in made["text/cfp.txt"]
    (page,) = (text for name, text in made.items() if name.endswith("GenAIRecP2026/index.md"))
    assert "**14:00 CET – 15:00 CET**" in page


def test_the_head_of_the_page_names_the_clocks_of_its_days(workspace: Workspace) -> None:
    with_zone(workspace, "Europe/Berlin", ", join: 'https://example.org/meeting'")
    page = texts(pages(workspace))["site/2026/index.html"]
    head = re.sub(r"<[^>]+>", " ", page.partition("<dt>When</dt>")[2].partition("</dd>")[0])
    head = re.sub(r" +(?=[ ,])", "", head)
    assert "14:00 CET – 17:00 CET (UTC+1), A Hall" in head
    assert "09:00–12:00 (MST, UTC−7)" in head
    assert head.split()[-1] == "online"


@pytest.mark.parametrize(("zone", "shown"), [("UTC", "UTC"), ("Asia/Dubai", "UTC+4")])
def test_a_clock_without_letters_of_its_own_is_said_once(
    workspace: Workspace, zone: str, shown: str
) -> None:
    with_zone(workspace, zone)
    made = texts(pages(workspace))
    hours = f"14:00 {shown} {{}} 17:00 {shown}, A Hall"
    assert hours.format("-") in made["text/cfp.txt"]
    assert hours.format("–") in made["text/cfp.md"]
    assert hours.format("–") in re.sub(r"</?span[^>]*>", "", made["site/2026/index.html"])


def test_what_is_below_a_session_stands_behind_its_hours(workspace: Workspace) -> None:
    require("latexmk")
    with_zone(workspace, "Europe/Berlin")
    workspace.replace(
        PROGRAM, "kind: opening}", "kind: panel, title: A Panel, question: Is it so?}"
    )
    built = workspace.build("2026", "--only", "pdf")
    assert built.code == 0, built.output + built.errors
    pdf = (workspace.root / "build/2026/proposal.pdf").read_bytes()
    runs = [run for page in printed_pages(pdf) for run in page.runs]
    (hours,) = (run for run in runs if run.text.startswith("14:00 CET"))
    (question,) = (run for run in runs if "Is it so?" in run.text)
    assert question.box.left > hours.box.left + 70


def test_calendars_know_both_zones(workspace: Workspace) -> None:
    with_zone(workspace, "Europe/Berlin")
    content = pages(workspace).texts["2026"].files["schedule.ics"]
    calendar = Calendar.from_ical(content)
    assert calendar.get_missing_tzids() == set()
    opening = next(event for event in calendar.events if "Opening" in str(event["summary"]))
    assert opening.start == dt.datetime(2026, 2, 24, 13, tzinfo=dt.UTC)
    assert str(opening["location"]) == "A Hall"


def test_all_facts_of_such_days_agree_with_what_is_built(workspace: Workspace) -> None:
    with_zone(workspace, "Europe/Berlin")
    built = workspace.build("2026", "--only", "text,site,jekyll")
    assert built.code == 0, built.output + built.errors
    assert "different-fact" not in workspace.run("check", "2026").output


def test_a_zone_whose_clocks_show_the_same_is_not_named(workspace: Workspace) -> None:
    with_zone(workspace, "America/Denver")
    assert next(slot.hours for slot in workspace.edition("2026").schedule) == "14:00–15:00"


def test_without_a_day_by_the_venue_s_clocks_nothing_is_said_of_them(workspace: Workspace) -> None:
    with_zone(workspace, "Europe/Berlin", ", zone: Asia/Tokyo")
    made = texts(pages(workspace))
    assert "Times are local times" not in made["site/2026/index.html"]
    assert "Hours name their time zone." in made["site/2026/index.html"]


@pytest.mark.parametrize(
    ("zone", "hint"), [("CET", "Europe/"), ("Berlin", "did you mean `Europe/Berlin`?")]
)
def test_a_zone_is_named_by_its_place(workspace: Workspace, zone: str, hint: str) -> None:
    with_zone(workspace, zone)
    found = only(workspace.load().data.diagnostics)
    assert found.code == "not-a-zone"
    assert hint in str(found.hint)


def test_an_hour_that_comes_twice_is_one_of_the_day_s_own_zone(workspace: Workspace) -> None:
    workspace.replace(
        EDITION,
        ONE_DAY,
        "when: {date: 2026-10-25, start: 1:00, end: 5:00, zone: Europe/Berlin, elsewhere: A Hall}",
    )
    workspace.write(PROGRAM, "- {start: 2:30, end: 4:00, kind: opening}\n")
    found = only([one for one in workspace.resolve("2026")[1] if one.code == "repeated-hour"])
    assert found.message.startswith("clocks in Europe/Berlin show 02:30 twice")


def test_a_page_is_made_anew_where_the_same_zone_is_another_one(workspace: Workspace) -> None:
    with_zone(workspace, "Europe/Berlin")
    elsewhere = workspace.edition("2026").when.days[0].start.tzinfo
    at_venue = ZoneInfo("Europe/Berlin")
    assert value_bytes(elsewhere, workspace.root) != value_bytes(at_venue, workspace.root)
