"""Sections whose names stand in small letters above slogans, and boxes that begin above heads."""

from __future__ import annotations

from pathlib import Path

from tests.importers.site.small_sites import html_with, organizers


def section(label: str, slogan: str, body: str) -> str:
    """A section with its name above a slogan."""
    return f'<section class="s"><div class="label">{label}</div><h2>{slogan}</h2>{body}</section>'


def card(text: str) -> str:
    """A box beside others."""
    return f'<article class="card">{text}</article>'


def test_days_in_boxes_with_their_months_below_have_the_headings_of_the_boxes(
    tmp_path: Path,
) -> None:
    cards = "".join(
        card(f"<div><strong>{day}</strong><span>{month}</span></div><h3>{label}</h3><p>Soon.</p>")
        for day, month, label in (
            ("14", "Feb 2026", "Paper submission"),
            ("18", "Mar 2026", "Author notification"),
            ("02", "Apr 2026", "Camera-ready papers"),
        )
    )
    note = "<p>All deadlines are 23:59 Anywhere on Earth (AoE).</p>"
    draft = html_with(tmp_path, section("Important dates", "Plan your paper.", note + cards))
    assert draft.edition["dates"] == {
        "submission": {"date": "2026-02-14", "zone": "AoE"},
        "notification": {"date": "2026-03-18", "zone": "AoE"},
        "camera_ready": {"date": "2026-04-02", "zone": "AoE"},
    }


def test_who_organizes_may_stand_below_a_label_and_a_slogan(tmp_path: Path) -> None:
    cards = card(
        "<div>AA</div><div><span>Workshop Chair</span><h3>Dr Ann Author</h3>"
        "<p>University of Testing, Lyon, France</p></div>"
    ) + card("<div>PC</div><div><span>Programme Committee</span><h3>To be announced</h3></div>")
    draft = html_with(tmp_path, section("Workshop organisation", "Made by samples.", cards))
    assert organizers(draft) == {"Ann Author": "University of Testing"}


def rows(*hours: str) -> str:
    """A programme of boxes with hours above titles."""
    titles = ("Welcome and goals", "On samples and tests", "Wrap-up and thanks")
    return "".join(
        card(f"<time>{one}</time><div><span>Part</span><h3>{title}</h3></div>")
        for one, title in zip(hours, titles, strict=True)
    )


def test_hours_above_the_titles_of_boxes_are_those_of_the_programme(tmp_path: Path) -> None:
    hours = ("09:00–09:10", "09:10–10:00", "10:00–10:30")
    draft = html_with(tmp_path, section("Provisional programme", "A fine day.", rows(*hours)))
    assert [(slot["start"], slot["title"]) for slot in draft.program] == [
        ("09:00", "Part: Welcome and goals"),
        ("09:10", "Part: On samples and tests"),
        ("10:00", "Part: Wrap-up and thanks"),
    ]
    assert "overview.md" not in draft.texts


def test_hours_that_count_from_zero_are_reported_and_make_no_programme(tmp_path: Path) -> None:
    hours = ("00:00–00:10", "00:10–01:00", "01:00–01:30")
    draft = html_with(tmp_path, section("Programme", "A fine day.", rows(*hours)))
    assert not draft.program
    assert any("begins at 00:00" in one.message for one in draft.diagnostics)


def test_the_number_of_a_section_is_no_part_of_the_text_above_it(tmp_path: Path) -> None:
    sections = "".join(
        f'<section class="s"><div><p>0{number}</p><h2>{title}</h2></div><p>{text}</p></section>'
        for number, title, text in ((1, "About", "Placeholder sentence."), (2, "Program", "Soon."))
    )
    assert "0" not in str(html_with(tmp_path, sections).texts["overview.md"])
