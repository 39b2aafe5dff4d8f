"""Tests that impossible hours, disordered rows and wrong days of the week are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.audit.with_each_other import disagreements
from proposal.diagnostics import Diagnostic, Severity
from tests.audit.with_each_other.pages import codes, pointed_at


def of_page(folder: Path, body: str, name: str = "program.md") -> list[Diagnostic]:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'---\ntitle: "Program of WSP 2026"\n---\n{body}\n', encoding="utf-8")
    return disagreements([file])


def table(*rows: tuple[str, str]) -> str:
    """A table as kramdown allows it, without a line below its head."""
    return "\n".join(f"| {hours} | {what} |" for hours, what in rows)


def test_half_an_hour_that_ends_in_the_night_is_found(tmp_path: Path) -> None:
    rows = [("9:30am - 10:30am", "Invited talk"), ("10:30am - 11:00am", "Coffee")]
    slip = ("11:00am - 11:30pm", "A Paper on Samples")
    behind = [("11:30am - 12:00pm", "Another Paper"), ("12:00pm - 1:00pm", "Lunch")]

    [found] = of_page(tmp_path, table(*rows, slip, *behind))

    assert (found.code, found.severity) == ("am-or-pm", Severity.ERROR)
    assert pointed_at(found) == "11:00am - 11:30pm"
    assert "lasts 12 h 30 min; the next part begins at 11:30" in found.message


def test_noon_that_is_called_midnight_is_found(tmp_path: Path) -> None:
    rows = table(
        ("11:00 AM - 12:30 PM", "Papers"), ("12:30 AM - 1:30 PM", "Lunch"), ("1:30 PM", "Panel")
    )

    assert codes(of_page(tmp_path, rows)) == ["am-or-pm"]


@pytest.mark.parametrize(
    "rows",
    [
        # a whole day that holds its parts, and ends with them
        [("9:00am - 5:30pm", "Tutorials"), ("9:00am - 12:00pm", "A"), ("1:00pm - 5:30pm", "B")],
        # two days in one table
        [("4:00 PM - 5:00 PM", "Panel"), ("8:30 AM - 9:00 AM", "Coffee"), ("9:00 AM", "Keynote")],
        # a dinner until after midnight
        [("5:00 PM - 6:00 PM", "Panel"), ("7:00 PM - 12:30 AM", "Dinner")],
        [("11:30 - 12:00", "Talk"), ("12:00 - 1:00", "Lunch"), ("1:00 - 2:30", "Talks")],
    ],
)
def test_usual_days_have_the_right_half(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    assert codes(of_page(tmp_path, table(*rows))) == []


@pytest.mark.parametrize("hours", ["22:00 - 06:00", "18:00 - 6:00", "10:00 pm - 6:00 am"])
def test_a_night_does_not_end_before_it_begins(tmp_path: Path, hours: str) -> None:
    rows = table(("14:00 - 15:00", "Opening"), ("15:00 - 16:00", "Talks"), (hours, "Night of code"))
    assert codes(of_page(tmp_path, rows)) == []


@pytest.mark.parametrize("hours", ["8:00 pm - 9:00 am", "16:00 - 15:00", "15:00 - 2:00"])
def test_what_would_last_too_long_over_midnight_is_found(tmp_path: Path, hours: str) -> None:
    [found] = of_page(tmp_path, table(("13:00 - 14:00", "Opening"), (hours, "Talks")))
    assert found.code == "ends-before-start"
    assert (
        found.hint == "look whether am and pm are right; if it ends on the next day, say so there"
    )


def test_a_part_that_ends_before_it_begins_is_not_read_as_an_evening(tmp_path: Path) -> None:
    rows = table(("9:00 - 8:30", "Opening"), ("9:30 - 10:30", "Keynote"), ("10:30 - 11:00", "Tea"))

    assert codes(of_page(tmp_path, rows)) == ["ends-before-start"]


@pytest.mark.parametrize(
    ("text", "words", "severity"),
    [
        ("We meet from 11:00 AM to 16:00 PM.", "16:00 PM", Severity.WARNING),
        ("We meet from 16:00 AM to 5 PM.", "16:00 AM", Severity.ERROR),
        ("Posters: 23:00 - 25:00", "25:00", Severity.ERROR),
        ("Posters: 10:30 - 10:75", "10:75", Severity.ERROR),
        ("Papers are due at 24:59 AoE.", "24:59", Severity.ERROR),
    ],
)
def test_hours_that_no_clock_shows_are_found(
    tmp_path: Path, text: str, words: str, severity: Severity
) -> None:
    [found] = of_page(tmp_path, text)

    assert (found.code, found.severity, pointed_at(found)) == ("no-such-hour", severity, words)


@pytest.mark.parametrize(
    "text",
    [
        "Open until 24:00, from 00:30 AM on.",
        "A ratio of 30:20, and videos of 45:30 and 12:75 minutes.",
        "From 9:00 to 16:00, 4 pm sharp.",
        "Papers are due on Dec 13 PM.",
    ],
)
def test_other_numbers_with_colons_are_no_hours(tmp_path: Path, text: str) -> None:
    assert codes(of_page(tmp_path, text)) == []


SESSIONS = (
    ("1:00 PM - 2:30 PM", "Lunch"),
    ("2:30 PM - 3:30 PM", "Session III - Placeholders"),
    ("2:30 PM - 3:00 PM", "Ann Author"),
    ("3:30 PM - 4:00 PM", "Session IV - Samples"),
    ("3:30 PM - 4:00 PM", "Bob Builder"),
)


def test_a_session_that_begins_before_the_last_one_ends_is_found_behind_its_talks(
    tmp_path: Path,
) -> None:
    assert codes(of_page(tmp_path, table(*SESSIONS))) == []

    early = table(*SESSIONS[:3], ("3:00 PM - 4:00 PM", "Session IV - Samples"), SESSIONS[4])
    [found] = of_page(tmp_path, early)

    assert (found.code, found.severity) == ("overlapping-slots", Severity.ERROR)
    assert "“2:30 PM - 3:30 PM” ends (line 5)" in found.message


ROWS = (
    ("4:00pm-4:30pm", "Keynote"),
    ("4:30pm-4:40pm", "Introduction"),
    ("4:40pm-4:45pm", "A First Talk"),
    ("4:45pm-4:50pm", "A Second Talk"),
    ("4:50pm-4:55pm", "A Third Talk"),
    ("4:55pm-5:00pm", "Closing"),
)


def test_a_row_that_belongs_further_down_is_found(tmp_path: Path) -> None:
    assert codes(of_page(tmp_path, table(*ROWS))) == []

    [found] = of_page(tmp_path, table(*ROWS[:2], ROWS[4], *ROWS[2:4], ROWS[5]))

    assert (found.code, found.severity) == ("row-order", Severity.WARNING)
    assert pointed_at(found) == "4:50pm-4:55pm"


def test_parallel_rows_and_second_days_are_in_order(tmp_path: Path) -> None:
    parallel = table(*ROWS[:4], *ROWS[2:6])
    two_days = table(*ROWS, ("9:00am-9:30am", "Coffee"), ("9:30am-10:00am", "Keynote"))

    assert codes(of_page(tmp_path, parallel)) == []
    assert codes(of_page(tmp_path, two_days)) == []


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>Deadline</td><td>Sunday</td><td>May 22, 2026</td></tr></table>",
        "<dl><dt>Sunday</dt><dd>May 22, 2026</dd></dl>",
        "<p>Sunday<br>May 22, 2026</p>",
        "<div><span>Sun.</span> <span>22 May 2026</span></div>",
        "May 22, 2026 (Sun)",
        "| Sunday | 22 May 2026 |\n| --- | --- |\n| a | b |",
    ],
)
def test_a_weekday_beside_its_date_is_compared_with_the_calendar(tmp_path: Path, body: str) -> None:
    [found] = of_page(tmp_path, body)

    assert (found.code, found.severity) == ("wrong-weekday", Severity.ERROR)
    assert "May 22, 2026 is a Friday, not a Sunday" in found.message
    assert of_page(tmp_path, body.replace("Sunday", "Friday").replace("Sun", "Fri")) == []


@pytest.mark.parametrize(
    ("wrong", "right", "written"),
    [
        ("Sonntag", "Freitag", "22. Mai 2026"),
        ("dimanche", "vendredi", "22 mai 2026"),
        ("Domingo", "Viernes", "22 de mayo de 2026"),
        ("domingo", "sexta-feira", "22 de maio de 2026"),
        ("Freitag", "Mittwoch", "22. April 2026"),
    ],
)
def test_a_weekday_in_another_language_may_have_a_cell_of_its_own(
    tmp_path: Path, wrong: str, right: str, written: str
) -> None:
    row = "<table><tr><td>X</td><td>{}</td><td>{}</td></tr></table>"
    assert codes(of_page(tmp_path, row.format(wrong, written))) == ["wrong-weekday"]
    assert of_page(tmp_path, row.format(right, written)) == []


def test_a_weekday_between_two_dates_may_belong_to_either(tmp_path: Path) -> None:
    row = "<td>May 22, 2026</td><td>Sunday</td><td>May 24, 2026</td>"

    assert of_page(tmp_path, f"<table><tr>{row}</tr></table>") == []


def test_a_weekday_without_a_year_is_compared_with_the_date_in_full(tmp_path: Path) -> None:
    page = "## Thursday 22 May\n\nWSP is on May 22, 2026."

    [found] = of_page(tmp_path, page)

    assert (found.code, found.severity) == ("wrong-weekday", Severity.ERROR)
    assert of_page(tmp_path, page.replace("Thursday", "Friday")) == []


def test_the_last_of_several_weekdays_is_not_that_of_the_first_date(tmp_path: Path) -> None:
    days = "Monday, Tuesday, and Friday, August 3, 4, and 7, 2026"
    assert of_page(tmp_path, f"WSP is on {days}.", "2026/dates.md") == []
    alone = of_page(tmp_path, "WSP is on Friday, August 3.", "2026/dates.md")
    assert [found.code for found in alone] == ["wrong-weekday"]


def test_a_weekday_without_a_year_may_be_one_of_the_years_around(tmp_path: Path) -> None:
    page = "The deadline is {}, May 22."

    of_next_year = of_page(tmp_path, page.format("Saturday"), "2026/dates.md")
    of_none = of_page(tmp_path, page.format("Monday"), "2026/dates.md")

    assert of_next_year == []
    assert [(found.code, found.severity) for found in of_none] == [
        ("wrong-weekday", Severity.WARNING)
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("31 June 2026", "June 2026 has 30 days"),
        ("February 29, 2026", "February 2026 has 28 days"),
        ("2026-04-31", "April 2026 has 30 days"),
    ],
)
def test_a_day_that_no_calendar_has_is_reported(tmp_path: Path, written: str, said: str) -> None:
    found = of_page(tmp_path, f"- Notification: {written}")

    expected = ("no-such-day", f"`{written}` is no day: {said}")
    assert [(one.code, one.message) for one in found] == [expected]
    assert of_page(tmp_path, "- Notification: February 29, 2028") == []


@pytest.mark.parametrize(
    "written", ["DOI 10.1000/2026-02-30", "2026-02-30-minutes", "minutes?day=2026-02-30"]
)
def test_digits_of_a_longer_sign_are_no_day(tmp_path: Path, written: str) -> None:
    assert of_page(tmp_path, f"- Notification: {written}") == []


@pytest.mark.parametrize(
    "written",
    [
        "Montag, den 22. September 2026",
        "mercredi 22 septembre 2026",
        "lunes, 22 de septiembre de 2026",
        "segunda-feira, 22 de setembro de 2026",
    ],
)
def test_a_wrong_day_of_the_week_in_another_language_is_found(tmp_path: Path, written: str) -> None:
    assert codes(of_page(tmp_path, f"WSP 2026: {written}, 14:00")) == ["wrong-weekday"]


@pytest.mark.parametrize(
    "written", ["Dienstag, 22. September 2026", "lunes y martes, 21 y 22 de septiembre de 2026"]
)
def test_right_days_of_the_week_in_another_language_are_none(tmp_path: Path, written: str) -> None:
    assert codes(of_page(tmp_path, f"WSP 2026: {written}, 14:00")) == []
