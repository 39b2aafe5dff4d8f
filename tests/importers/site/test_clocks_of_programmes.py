"""Hours of programmes by two clocks, in other languages, with drawings, and after midnight."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from tests.importers.site.small_sites import (
    ORGANIZERS,
    hours,
    html_with,
    page_with,
    papers,
    speakers,
)


def read(root: Path, programme: str) -> Draft:
    """What is read of a programme."""
    return page_with(root, f"{ORGANIZERS}# Schedule\n\n{programme}")


NINE = [("09:00", "09:10"), ("09:10", "10:00"), ("10:00", "10:30")]


ROWS = ("Opening", "Keynote: Bob Builder", "Closing")
BEHIND = (("12:00 PM", "12:10 PM"), ("12:10 PM", "1:00 PM"), ("1:00 PM", "1:30 PM"))
FORMS = {
    "two clocks": "- {start} - {end} CET / {other} - {other_end} ET: {what}\n",
    "two columns": "| {start}-{end} | {other}-{other_end} | {what} |\n",
    "German": "- {start} bis {end} {what}\n",
    "Spanish": "- {start} a {end} {what}\n",
    "drawings": "- 🕘 {start}-{end} 🎤 {what}\n",
    "lengths": "| {start}-{end} | 30 | {what} |\n",
    "one letter": "* {start} - {end}a **{what}**\n",
    "lengths of talks": "* {start} - {end} {what} (10 min + 5 Q&A)\n",
}
HEADS = {
    "two columns": "| CET | EST | Event |\n|---|---|---|\n",
    "lengths": "| Time | Duration | Event |\n|---|---|---|\n",
}


@pytest.mark.parametrize("form", FORMS)
def test_a_row_has_its_own_hours_and_no_others_in_its_title(tmp_path: Path, form: str) -> None:
    rows = [
        FORMS[form].format(start=start, end=end, other=other, other_end=other_end, what=what)
        for (start, end), (other, other_end), what in zip(NINE, BEHIND, ROWS, strict=True)
    ]
    draft = read(tmp_path, HEADS.get(form, "") + "".join(rows))
    assert hours(draft) == NINE
    kinds = ["talk" if "talk" in slot else slot.get("kind") for slot in draft.program]
    assert kinds == ["opening", "talk", "closing"]
    assert all("title" not in slot for slot in draft.program)
    assert list(speakers(draft)) == ["Bob Builder"]


@pytest.mark.parametrize("length", ["(10 min + 5 Q&A)", "(10 mins each)", "; 10 mins each"])
def test_the_length_of_talks_does_not_say_how_long_they_all_take(
    tmp_path: Path, length: str
) -> None:
    draft = read(tmp_path, f"* 9:00 Oral talks {length}\n* 10:30a - 12:30p Closing\n")
    assert hours(draft) == [("09:00", "10:30"), ("10:30", "12:30")]
    assert draft.program[0]["title"] == "Oral talks"


def test_a_column_of_titles_may_stand_behind_that_of_speakers(tmp_path: Path) -> None:
    draft = read(
        tmp_path,
        "| Time | Speaker | Title |\n|---|---|---|\n| 9:00-9:10 | Ann Author | Opening |\n"
        "| 9:10-10:00 | Bob Builder | Sorting Samples in Small Steps |\n"
        "| 10:00-10:30 | | Break |\n",
    )
    assert [slot.get("kind") for slot in draft.program] == ["opening", "papers", "break"]
    assert papers(draft) == {"Sorting Samples in Small Steps": ["Bob Builder"]}


def test_what_goes_on_after_midnight_does_not_begin_the_day(tmp_path: Path) -> None:
    draft = read(tmp_path, "- 20:00-21:00 Panel\n- 21:00-22:00 Dinner\n- 01:00-02:00 Closing\n")
    assert hours(draft) == [("20:00", "21:00"), ("21:00", "22:00")]
    said = [one.message for one in draft.diagnostics if "are not understood" in one.message]
    assert said == ["the hours of “01:00-02:00 Closing” are not understood, and it is left out"]


def test_the_only_row_over_midnight_is_named(tmp_path: Path) -> None:
    messages = [one.message for one in read(tmp_path, "- 22:00-01:00 Evening\n").diagnostics]
    assert any("the hours of “22:00-01:00 Evening” are not understood" in one for one in messages)


@pytest.mark.parametrize(
    "sentence",
    [
        "The workshop has been postponed to July 3, 2026.",
        "The event was cancelled.",
        "El taller ha sido aplazado.",
    ],
)
def test_a_sentence_that_the_workshop_has_moved_is_asked_about(
    tmp_path: Path, sentence: str
) -> None:
    draft = page_with(tmp_path, f"{ORGANIZERS}# News\n\n{sentence}\n")
    assert any("may say that the workshop has moved" in one.message for one in draft.diagnostics)


def test_hours_of_four_digits_are_hours_and_years_are_none(tmp_path: Path) -> None:
    rows = (
        "| 0900-0910 | Opening |\n| 0910 – 1000 | Keynote: Bob Builder |\n"
        "| 1000-1030 | Posters (30 mins, overlaps with coffee) |\n"
    )
    draft = read(tmp_path, f"| Time | Event |\n|---|---|\n{rows}\n2010-2015 was a good time.\n")
    assert hours(draft) == NINE
    assert draft.program[2]["title"] == "Posters (overlaps with coffee)"
    assert draft.program[2]["kind"] == "posters"


def test_years_in_the_place_of_a_title_are_no_hours(tmp_path: Path) -> None:
    rows = (
        "| 0900-0910 | Opening |\n| 0910-1000 | 1945-1950: Five Years of Samples |\n"
        "| 10:00-10:30 | 0830-0900 Samples in the Morning |\n"
    )
    draft = read(tmp_path, f"| Time | Event |\n|---|---|\n{rows}")
    assert hours(draft) == NINE
    assert "1945-1950" in str(draft.program[1])


_NOWHERE = (
    "<h1>Third Workshop on Structured Proposals (WSP 2026)</h1>\n"
    "<p>June 26, 2026, held online</p>\n"
)
_ROWS = "<ul><li>09:00 - 09:30 Opening</li><li>09:30 - 10:00 Break</li></ul>"


@pytest.mark.parametrize(
    ("letters", "zone"),
    [("PST", "America/Los_Angeles"), ("JST", "Asia/Tokyo"), ("UTC", "UTC"), ("CST", "UTC")],
)
def test_letters_of_a_zone_say_whose_clocks_are_meant_where_no_place_is_known(
    tmp_path: Path, letters: str, zone: str
) -> None:
    body = f"<h2>Program</h2><p>All times are in {letters}.</p>{_ROWS}"
    draft = html_with(tmp_path, body, _NOWHERE)
    assert draft.venue["zone"] == zone
    (said,) = [one for one in draft.diagnostics if one.code == "unknown-zone"]
    assert said.message.startswith(f"the programme's hours are in {letters}")
