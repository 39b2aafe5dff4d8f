"""Tests that events of a calendar are compared with the parts of the schedule of their own day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from proposal.audit.with_each_other import disagreements
from proposal.audit.with_each_other.stated.program_days import UNKNOWN, SaidDay, day_in

HEAD = '---\ntitle: "Workshop on Samples (WSP 2027)"\n---\n'
WHERE = "The workshop takes place in Lisbon, Portugal, on {}.\n\n"
DAYS = "February 25–26, 2027"


def event(name: str, begins: str, ends: str) -> str:
    """An event of a calendar, from one local time of Lisbon to another one: `25T0900`."""
    stamps = f"DTSTART:202702{begins}00Z\nDTEND:202702{ends}00Z"
    uid = f"UID:{name.replace(' ', '-')}-{begins}@example.org\nDTSTAMP:20270101T000000Z"
    return f"BEGIN:VEVENT\n{uid}\nSUMMARY:{name}\n{stamps}\nEND:VEVENT\n"


def said(folder: Path, program: str, *events: str, days: str = DAYS) -> list[str]:
    """What an audit says of a page with a schedule and a calendar."""
    page, file = folder / "program.md", folder / "schedule.ics"
    page.write_text(f"{HEAD}{WHERE.format(days)}{program}\n", encoding="utf-8")
    calendar = "".join(events)
    file.write_text(
        f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//by hand//EN\n{calendar}END:VCALENDAR\n",
        encoding="utf-8",
    )
    return [found.message for found in disagreements([page, file])]


FIRST = "| 9:00 - 9:30 | Opening remarks |\n| 22:00 - 00:30 | Night of Samples |\n"
SECOND = "| 10:00 - 11:00 | Samples Tomorrow |\n| 11:00 - 12:00 | Closing remarks |\n"
TABLE = "\n\n| Time | What |\n| --- | --- |\n"
TWO_DAYS = {
    "dates": f"## Thursday, February 25{TABLE}{FIRST}\n## Friday, February 26{TABLE}{SECOND}",
    "dates in full": f"### 25 February 2027{TABLE}{FIRST}\n### 26 February 2027{TABLE}{SECOND}",
    "numbers": f"## 25/02/2027{TABLE}{FIRST}\n## 26/02/2027{TABLE}{SECOND}",
    "weekdays": f"## Thursday{TABLE}{FIRST}\n## Friday (Hall 2){TABLE}{SECOND}",
    "numbered days": f"## Day 1{TABLE}{FIRST}\n## Day 2{TABLE}{SECOND}",
    "numbered days with dates": (
        f"## Day 1: Thursday, February 25{TABLE}{FIRST}\n"
        f"## Day 2: Friday, February 26{TABLE}{SECOND}"
    ),
    "another language": f"## Donnerstag{TABLE}{FIRST}\n## Freitag{TABLE}{SECOND}",
    "paragraphs": (
        f"**Thursday, February 25**{TABLE}{FIRST}\n**Friday, February 26**{TABLE}{SECOND}"
    ),
    "sections of days": (
        f"## Thursday, February 25\n\n### Morning{TABLE}{FIRST}\n"
        f"## Friday, February 26\n\n### Morning{TABLE}{SECOND}"
    ),
    "rows": f"{TABLE}| Thursday, February 25 | |\n{FIRST}| Friday, February 26 | |\n{SECOND}",
    "no headings": f"{TABLE}{FIRST}\nText.{TABLE}{SECOND}",
    "one table": f"{TABLE}{FIRST}{SECOND}",
    "tabs": f"- Thursday\n- Friday{TABLE}{FIRST}\nText.{TABLE}{SECOND}",
    "lists": (
        "- Thursday\n  - 9:00 - 9:30 Opening remarks\n  - 22:00 - 00:30 Night of Samples\n"
        "- Friday\n  - 10:00 - 11:00 Samples Tomorrow\n  - 11:00 - 12:00 Closing remarks\n"
    ),
}
EVENTS = (
    event("Opening remarks", "25T0900", "25T0930"),
    event("Night of Samples", "25T2200", "26T0030"),
    event("Samples Tomorrow", "26T1000", "26T1100"),
    event("Closing remarks", "26T1100", "26T1200"),
)


@pytest.mark.parametrize("form", TWO_DAYS)
@pytest.mark.parametrize("days", [DAYS, "February 25, 2027"])
def test_two_days_agree_with_their_calendar(tmp_path: Path, form: str, days: str) -> None:
    assert said(tmp_path, TWO_DAYS[form], *EVENTS, days=days) == []


KNOWN = ["dates", "dates in full", "weekdays", "numbered days with dates", "paragraphs"]
KNOWN += ["sections of days", "rows", "lists"]


@pytest.mark.parametrize("form", KNOWN)
def test_an_event_at_another_hour_of_its_day_is_found(tmp_path: Path, form: str) -> None:
    late = event("Samples Tomorrow", "26T1015", "26T1100")

    [found] = said(tmp_path, TWO_DAYS[form], EVENTS[0], late)

    assert "“Samples Tomorrow” begins at 10:15 UTC (10:15 WET); the schedule says 10:00" in found


@pytest.mark.parametrize("form", KNOWN)
def test_both_days_of_an_event_on_the_wrong_one_are_named(tmp_path: Path, form: str) -> None:
    moved = event("Samples Tomorrow", "25T1000", "25T1100")

    [found] = said(tmp_path, TWO_DAYS[form], EVENTS[0], moved)

    day = "Friday" if form in {"weekdays", "lists"} else "February 26"
    assert f"(10:00 WET) on February 25; the schedule says 10:00 on {day} (" in found


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ("26T0045", "ends at 00:45; the schedule says 00:30"),
        ("25T2330", "ends at 23:30 on February 25; the schedule says 00:30 on February 26"),
        ("27T0030", "ends at 00:30 on February 27; the schedule says 00:30 on February 26"),
    ],
)
def test_a_night_that_ends_otherwise_is_found(tmp_path: Path, ends: str, words: str) -> None:
    [found] = said(tmp_path, TWO_DAYS["dates"], event("Night of Samples", "25T2200", ends))

    assert words in found


def test_what_is_on_both_days_is_compared_with_that_of_its_own_day(tmp_path: Path) -> None:
    program = TWO_DAYS["dates"].replace("Opening remarks", "Coffee break")
    program = program.replace("Closing remarks", "Coffee break")
    first, second = event("Coffee break", "25T0900", "25T0930"), "26T1200"

    assert said(tmp_path, program, first, event("Coffee break", "26T1100", second)) == []
    [found] = said(tmp_path, program, first, event("Coffee break", "26T1130", second))
    assert "begins at 11:30 UTC (11:30 WET); the schedule says 11:00" in found


def test_a_break_that_the_schedule_leaves_out_contradicts_nothing(tmp_path: Path) -> None:
    program = TWO_DAYS["dates"].replace("Opening remarks", "Coffee break")
    breaks = (
        event("Coffee break", "25T0900", "25T0930"),
        event("Coffee break", "26T0900", "26T0930"),
    )

    assert said(tmp_path, program, *breaks) == []


def test_what_follows_a_night_stands_below_its_evening(tmp_path: Path) -> None:
    program = f"## February 25{TABLE}| 0:30 - 2:00 | Night of Samples |\n| 9:00 - 9:30 | Coffee |\n"

    assert said(tmp_path, program, event("Night of Samples", "26T0030", "26T0200")) == []


THURSDAY = SaidDay(frozenset([dt.date(2027, 2, 25)]))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thursday, February 25, 2027", THURSDAY),
        ("Day 1 – Thursday, 25 February 2027 · Hall 1", THURSDAY),
        ("Program of February 25, 2027 (morning)", THURSDAY),
        ("2027-02-25", THURSDAY),
        ("Friday, February 25, 2027", UNKNOWN),
        ("Thursday–Friday, February 25–26, 2027", UNKNOWN),
        ("Thursday and Friday", UNKNOWN),
        ("Thursday", SaidDay(weekday=3)),
        ("Day 2", UNKNOWN),
        ("Donnerstag, 25. Februar", UNKNOWN),
        ("25 de febrero de 2027", UNKNOWN),
        ("Submission deadline: February 25, 2027", None),
        ("Thursday is the day on which we shall see what samples can do", None),
        ("25.2.", UNKNOWN),
        ("9.00 - 9.30 Coffee", None),
        ("9.30 Coffee", None),
        ("Keynotes", None),
        ("Maosong Sun", None),
    ],
)
def test_the_day_of_a_line_is_read(line: str, day: SaidDay | None) -> None:
    assert day_in(line) == day


def test_a_heading_may_say_more_than_the_day() -> None:
    assert day_in("Keynotes on February 25, 2027", is_heading=True) == THURSDAY
    assert day_in("Posters on Friday", is_heading=True) == UNKNOWN
    assert day_in("Keynotes on February 25, 2027") is None
