"""Programmes whose hours stand behind or below the titles of what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from tests.importers.site.small_sites import html_with, speakers

ROWS = (
    ("Opening Remarks", "9:00 – 9:10"),
    ("Keynote: Bob Builder", "9:10 – 10:00"),
    ("Poster Session", "10:00 – 11:00"),
    ("Lunch", "11:00 – 12:00"),
)


def schedule(rows: str) -> str:
    """A programme's markup."""
    return f"<h2>Schedule</h2>{rows}"


def marked(form: str) -> str:
    """Some markup for each row, with its title and its hours."""
    return "".join(form.format(title=title, hours=hours) for title, hours in ROWS)


def parts(draft: Draft) -> list[tuple[object, object, object]]:
    """From when to when the slots last, and of which kind they are."""
    return [
        (slot["start"], slot["end"], "talk" if "talk" in slot else slot.get("kind"))
        for slot in draft.program
    ]


RIGHT = [
    ("09:00", "09:10", "opening"),
    ("09:10", "10:00", "talk"),
    ("10:00", "11:00", "posters"),
    ("11:00", "12:00", "lunch"),
]
TABLE = "<table><tr><th>Event</th><th>Time</th></tr>{}</table>"


@pytest.mark.parametrize(
    "rows",
    [
        TABLE.format(marked("<tr><td>{title}</td><td>{hours}</td></tr>")),
        "<ul>{}</ul>".format(marked("<li><b>{title}</b><br>{hours}</li>")),
        "<dl>{}</dl>".format(marked("<dt>{title}</dt><dd>{hours}</dd>")),
        "<div>{}</div>".format(
            marked(
                '<div class="part"><div class="t">{title}</div><div class="h">{hours}</div></div>'
            )
        ),
        "<div>{}</div>".format(marked('<div class="part"><h3>{title}</h3><p>{hours}</p></div>')),
        marked("<h3>{title}</h3><p>{hours}</p>"),
        marked("<p>{title}</p><p>{hours}</p>"),
    ],
    ids=["table", "list", "terms", "boxes", "boxes with headings", "headings", "paragraphs"],
)
def test_hours_belong_to_the_title_in_front_of_them(tmp_path: Path, rows: str) -> None:
    assert parts(html_with(tmp_path, schedule(rows))) == RIGHT


@pytest.mark.parametrize(
    "rows",
    [
        marked("<p>{hours}</p><h3>{title}</h3>"),
        marked("<h4>{hours}</h4><h3>{title}</h3><p>Placeholder sentence on this part.</p>"),
        "<div>{}</div>".format(marked('<div class="part"><p>{hours}</p><h3>{title}</h3></div>')),
        "<table>{}</table>".format(marked("<tr><td>{hours}</td><td>{title}</td></tr>")),
    ],
    ids=["headings", "two headings", "boxes", "table"],
)
def test_hours_above_a_title_stay_with_it(tmp_path: Path, rows: str) -> None:
    assert parts(html_with(tmp_path, schedule(rows))) == RIGHT


def test_numbers_of_rows_are_no_titles(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{number}</td><td>{title}</td><td>{hours}</td></tr>"
        for number, (title, hours) in enumerate(ROWS, 1)
    )
    assert parts(html_with(tmp_path, schedule(f"<table>{rows}</table>"))) == RIGHT


def test_single_hours_below_titles_begin_their_rows(tmp_path: Path) -> None:
    form = '<div class="part"><h3>{}</h3><p>{}</p></div>'
    rows = "".join(form.format(title, hours.split(" – ")[0] + " am") for title, hours in ROWS)
    draft = html_with(tmp_path, schedule(f"<div>{rows}</div>"))
    assert parts(draft)[:3] == RIGHT[:3]
    assert draft.program[3]["start"] == "11:00"


def test_a_session_of_posters_between_headings_is_a_row(tmp_path: Path) -> None:
    form = "<div>{hours}</div><h4>{title}</h4><div>Placeholder text</div>"
    draft = html_with(tmp_path, schedule(marked(form)))
    assert parts(draft) == RIGHT


def test_a_speaker_below_the_hours_of_a_heading_has_its_talk(tmp_path: Path) -> None:
    rows = (
        '<div class="part"><h3>Opening</h3><p>9:00 – 9:10</p></div>'
        '<div class="part"><h3>Keynote: On Samples</h3><p>9:10 – 10:00</p>'
        "<p>Bob Builder (University of Testing)</p></div>"
    )
    assert speakers(html_with(tmp_path, schedule(f"<div>{rows}</div>"))) == {
        "Bob Builder": "On Samples"
    }
