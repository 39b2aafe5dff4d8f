"""Calendar files hold the instants of the schedule, in whatever zone they are read."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from proposal.edition.edition import Edition
from proposal.render.calendar import calendars
from proposal.render.plain import plain_line
from tests.render.made_events import events
from tests.some import some
from tests.workspace import Workspace

PAGE = "https://genai-personalization.github.io/2026/"
MOVED = [
    ("2026-02-26", "America/Boise"),
    ("2026-03-07", "America/New_York"),  # the day before clocks are changed
    ("2026-03-08", "America/New_York"),  # the day on which they are
    ("2026-03-09", "America/New_York"),
    ("2026-10-25", "Europe/Madrid"),
    ("2026-04-05", "Australia/Lord_Howe"),  # by half an hour
    ("2026-02-26", "Asia/Tokyo"),
    ("2026-02-26", "Asia/Kathmandu"),
    ("2026-02-26", "UTC"),
]


def moved(workspace: Workspace, day: str, zone: str) -> Edition:
    """The edition on another day in another zone."""
    workspace.replace("editions/2026/edition.yaml", "date: 2026-02-26", f"date: {day}")
    workspace.replace("venues/wsdm-2026.yaml", "zone: America/Boise", f"zone: {zone}")
    workspace.replace("venues/wsdm-2026.yaml", "start: 2026-02-22", "start: 2026-02-01")
    workspace.replace("venues/wsdm-2026.yaml", "end: 2026-02-26", "end: 2026-11-01")
    return workspace.edition("2026")


def said(event: Event, name: str) -> str:
    """What a property of an event says."""
    return str(event[name])


def instants(content: bytes) -> list[tuple[dt.datetime, dt.datetime]]:
    """When the events of a file begin and end."""
    found = []
    for event in events(content):
        assert isinstance(event.start, dt.datetime)
        assert isinstance(event.end, dt.datetime)
        found.append((event.start, event.end))
    return found


def calendars_of(edition: Edition) -> dict[str, bytes]:
    return calendars(edition, PAGE).files


@pytest.mark.parametrize(("day", "zone"), MOVED)
def test_the_program_parses_back_to_its_instants(workspace: Workspace, day: str, zone: str) -> None:
    edition = moved(workspace, day, zone)
    found = instants(calendars_of(edition)["schedule.ics"])
    assert found == [(slot.start, slot.end) for slot in edition.schedule]
    for reader in (ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York")):
        shown = [start.astimezone(reader).isoformat() for start, _ in found]
        assert shown == [slot.start.astimezone(reader).isoformat() for slot in edition.schedule]


@pytest.mark.parametrize(("day", "zone"), MOVED[:-1])
def test_the_file_itself_says_what_its_zone_means(
    workspace: Workspace, day: str, zone: str
) -> None:
    """A program that does not know the zone's name reads the same instants."""
    edition = moved(workspace, day, zone)
    hall = f"Hall of {zone.replace('/', ' ')} {day}"  # icalendar remembers zones by their names
    renamed = calendars_of(edition)["schedule.ics"].replace(zone.encode(), hall.encode())
    found = [start.astimezone(dt.UTC) for start, _ in instants(renamed)]
    assert found == [slot.start.astimezone(dt.UTC) for slot in edition.schedule]


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Madrid", "Australia/Lord_Howe"])
def test_the_hour_of_a_change_of_clocks_is_right(workspace: Workspace, zone: str) -> None:
    edition = moved(workspace, "2026-02-26", zone)
    (component,) = Calendar.from_ical(calendars_of(edition)["schedule.ics"]).timezones
    onsets = [
        (subcomponent.DTSTART - subcomponent.TZOFFSETFROM, subcomponent.TZOFFSETTO)
        for subcomponent in component.subcomponents[1:]
    ]
    assert len(onsets) == 6
    for onset, offset in onsets:
        moment = onset.replace(tzinfo=dt.UTC)
        second = dt.timedelta(seconds=1)
        assert moment.astimezone(ZoneInfo(zone)).utcoffset() == offset
        assert (moment - second).astimezone(ZoneInfo(zone)).utcoffset() != offset


def test_every_slot_tells_what_happens_where_and_who_speaks(workspace: Workspace) -> None:
    edition = workspace.edition("2026")
    for slot, event in zip(
        edition.schedule, events(calendars_of(edition)["schedule.ics"]), strict=True
    ):
        assert plain_line(slot.title) in said(event, "summary")
        assert said(event, "location") == "Boise, Idaho, USA"
        assert said(event, "url") == PAGE
        assert said(event, "description").endswith(PAGE)
        for paper in slot.papers:
            assert paper.title in said(event, "description")
            assert all(author.name in said(event, "description") for author in paper.authors)
        if slot.talk:
            assert slot.talk.person.name in said(event, "summary")
            assert plain_line(str(slot.talk.title)) in said(event, "description")
            assert str(slot.talk.person.affiliation) in said(event, "description")


def test_a_calendar_names_the_room_and_the_panelists(workspace: Workspace) -> None:
    edition = workspace.edition("2024")
    *_, panel = events(calendars_of(edition)["schedule.ics"])
    assert said(panel, "location") == (
        "Room 114, Centre de Convencions Internacional de Barcelona, Barcelona, Spain"
    )
    for name in ("Ed Chi", "James Caverlee", "Huzefa Rangwala", "Xiao-Ming Wu"):
        assert name in said(panel, "description")


def test_every_talk_has_a_file_with_the_programs_event(workspace: Workspace) -> None:
    edition = workspace.edition("2026")
    files = calendars_of(edition)
    talks = [slot.talk for slot in edition.schedule if slot.talk]
    assert {name for name in files if name.startswith("talk-")} == {
        f"talk-{talk.id}.ics" for talk in talks
    }
    program = {said(event, "uid"): event for event in events(files["schedule.ics"])}
    for talk in talks:
        (event,) = events(files[f"talk-{talk.id}.ics"])
        assert event == program[said(event, "uid")]


def test_an_event_keeps_its_name_when_its_hour_changes(workspace: Workspace) -> None:
    before = events(calendars_of(workspace.edition("2026"))["schedule.ics"])
    workspace.replace(
        "editions/2026/program.yaml",
        "{start: 12:30, end: 13:45, kind: lunch}",
        "{start: 12:30, end: 13:40, kind: lunch}",
    )
    after = events(calendars_of(workspace.edition("2026"))["schedule.ics"])
    assert [said(event, "uid") for event in before] == [said(event, "uid") for event in after]
    assert len({said(event, "uid") for event in after}) == len(after)


def test_without_a_program_the_workshop_is_one_event(workspace: Workspace) -> None:
    for name in ("program.yaml", "calendar.yaml"):  # calendars have not been told of a schedule
        (workspace.data / "editions" / "2026" / name).unlink()
    edition = workspace.edition("2026")
    files = calendars_of(edition)
    (event,) = events(files["schedule.ics"])
    assert (event.start, event.end) == (edition.when.start, edition.when.end)
    assert set(files) == {"schedule.ics", "dates.ics"}


def test_deadlines_are_whole_days(workspace: Workspace) -> None:
    workspace.replace(
        "editions/2026/edition.yaml", "was: [2025-11-21]}", "was: [2025-11-21], zone: AoE}"
    )
    edition = workspace.edition("2026")
    found = events(calendars_of(edition)["dates.ics"])
    assert [event.start for event in found] == [entry.day.date for entry in edition.dates.listed]
    assert all(event.end - event.start == dt.timedelta(days=1) for event in found)
    submission = said(found[0], "description")
    assert "Extended from November 21, 2025." in submission
    assert "The day ends on November 29, 2025, 12:00 UTC." in submission


def test_of_a_day_on_which_something_opens_nothing_says_when_it_ends(
    workspace: Workspace,
) -> None:
    workspace.replace(
        "editions/2026/edition.yaml",
        "was: [2025-11-21]}",
        "was: [2025-11-21]}\n"
        "  opening: {date: 2025-10-01, zone: AoE, label: Submission opens, opens: true}",
    )
    found = events(calendars_of(workspace.edition("2026"))["dates.ics"])
    (opening,) = (event for event in found if "Submission opens" in said(event, "summary"))
    assert "ends" not in said(opening, "description")


def test_of_the_dates_only_the_workshop_has_a_place(workspace: Workspace) -> None:
    found = events(calendars_of(workspace.edition("2026"))["dates.ics"])
    assert [said(event, "location") for event in found if event.get("location")] == [
        "Boise, Idaho, USA"
    ]
    assert found[-1].get("location") is not None


def test_a_day_in_another_town_is_in_the_place_of_the_workshop(workspace: Workspace) -> None:
    elsewhere = "elsewhere: A Hall in Example Town"
    workspace.write("editions/2026/program.yaml", "[]\n")
    workspace.replace(
        "editions/2026/edition.yaml",
        "when: {date: 2026-02-26, start: 08:55, end: 16:50}",
        "room: Hall 2\nwhen:\n"
        "  - {date: 2026-02-22, start: 08:55, end: 16:50, room: Room 7}\n"
        f"  - {{date: 2026-02-25, start: 08:55, end: 16:50, {elsewhere}}}\n"
        "  - {date: 2026-02-26, start: 08:55, end: 16:50}",
    )
    found = events(calendars_of(workspace.edition("2026"))["dates.ics"])
    assert [said(event, "location") for event in found if event.get("location")] == [
        "Room 7, Boise, Idaho, USA",
        "A Hall in Example Town; Hall 2, Boise, Idaho, USA",
    ]


@pytest.mark.parametrize("year", ["2024", "2026"])
def test_files_are_as_the_standard_asks(workspace: Workspace, year: str) -> None:
    for content in some(calendars_of(workspace.edition(year)).values()):
        assert content.endswith(b"END:VCALENDAR\r\n")
        lines = content.split(b"\r\n")
        assert all(len(line) <= 75 for line in lines)
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", b"".join(lines))
        calendar = Calendar.from_ical(content)
        assert calendar["method"] == "PUBLISH"
        assert calendar["version"] == "2.0"
        assert calendar["prodid"]
        assert calendar.errors == []
        assert calendar.get_missing_tzids() == set()
        assert all(said(event, "dtstamp") and said(event, "uid") for event in calendar.events)


def test_the_same_data_make_the_same_bytes(workspace: Workspace) -> None:
    first, second = workspace.edition("2026"), workspace.edition("2026")
    assert calendars_of(first) == calendars_of(second)
    stamps = {event.DTSTAMP for event in events(calendars_of(first)["schedule.ics"])}
    assert stamps == {dt.datetime(2026, 2, 26, tzinfo=dt.UTC)}


def test_only_the_contacts_email_is_published(workspace: Workspace) -> None:
    edition = workspace.edition("2026")
    assert edition.contact is not None
    for content in calendars_of(edition).values():
        unfolded = content.replace(b"\r\n ", b"").decode()
        without_names = re.sub(r"^UID:.*$", "", unfolded, flags=re.MULTILINE)
        assert set(re.findall(r"[\w.+-]+@[\w.-]+", without_names)) <= {edition.contact.email}


HOSTILE = 'End\\; "quoted": BEGIN:VEVENT, <b>{{ 7 * 7 }}</b>'


def test_hostile_data_stay_text(workspace: Workspace) -> None:
    workspace.replace("people/narges-tabari.yaml", "name: Narges Tabari", f"name: '{HOSTILE}'")
    workspace.replace("people/meng-jiang.yaml", "name: Meng Jiang", f"name: '{HOSTILE}'")
    workspace.replace("venues/wsdm-2026.yaml", "city: Boise", f"city: '{HOSTILE}'")
    edition = workspace.edition("2026")
    before = len(edition.schedule)
    found = events(calendars_of(edition)["schedule.ics"])
    assert len(found) == before
    assert said(found[1], "summary") == f"Keynote: Dr. {plain_line(HOSTILE)} (GenAIRecP 2026)"
    assert said(found[1], "location") == f"{plain_line(HOSTILE)}, Idaho, USA"


def test_without_an_address_of_the_series_names_are_of_no_host(workspace: Workspace) -> None:
    workspace.replace("workshop.yaml", "url: https://genai-personalization.github.io/\n", "")
    (workspace.data / "editions" / "2026" / "calendar.yaml").unlink()
    for event in some(events(calendars(workspace.edition("2026")).files["schedule.ics"])):
        assert said(event, "uid").endswith("@workshop.invalid")
        assert "url" not in event
