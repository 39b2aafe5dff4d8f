"""What of a page is said of one person, talk or list, and what stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import (
    HEAD,
    ORGANIZERS,
    hours,
    html_with,
    organizers,
    page_with,
    papers,
    site,
    speakers,
)

PROSE = "Sentences about samples are long enough to be prose here, as this one of them is. "


def test_a_committee_by_its_letters_organizes_and_nobody_of_it_speaks(tmp_path: Path) -> None:
    body = (
        "# Speakers & Organizers\n\n**SOC**\n\n* Ann Author (University of Testing)\n"
        "* Bob Builder (Sample University)\n\n**LOC**\n\n* Cleo Coder (Sample University)\n"
    )
    draft = page_with(tmp_path, body)
    assert list(organizers(draft)) == ["Ann Author", "Bob Builder", "Cleo Coder"]
    assert "speakers" not in draft.edition


def test_who_speaks_and_who_organizes_is_not_guessed(tmp_path: Path) -> None:
    people = "".join(
        f"* {name} (Sample University)\n" for name in ("Dan Doe", "Eve Foo", "Gus Goo")
    )
    draft = page_with(tmp_path, f"{ORGANIZERS}# Organizers & Speakers\n\n{people}")
    assert list(organizers(draft)) == ["Ann Author"]
    assert "speakers" not in draft.edition
    assert any("what the 3 people below" in one.message for one in draft.diagnostics)


@pytest.mark.parametrize("others", ["Autres membres", "Weitere Mitglieder", "Otros Miembros"])
def test_other_members_are_nobody(tmp_path: Path, others: str) -> None:
    items = f"* Ann Author\n* {others.title()}\n* Bob Builder\n"
    assert list(organizers(page_with(tmp_path, f"# Organizers\n\n{items}"))) == [
        "Ann Author",
        "Bob Builder",
    ]


def test_titles_of_talks_in_headings_above_labelled_speakers(tmp_path: Path) -> None:
    talk = (
        "<h3>{}</h3><h4><strong>Speaker: </strong> {}, University of Testing</h4>"
        "<p><strong>Abstract:</strong> " + PROSE + "</p><p><strong>Bio:</strong> " + PROSE + "</p>"
    )
    body = talk.format("Sorting Samples in Small Steps", "Ann Author") + talk.format(
        "Where Placeholders Go: An Outlook", "Bob Builder"
    )
    draft = html_with(tmp_path, f"<h1>Invited Speakers</h1>{body}")
    assert speakers(draft) == {
        "Ann Author": "Sorting Samples in Small Steps",
        "Bob Builder": "Where Placeholders Go: An Outlook",
    }
    listed = draft.edition["speakers"]
    assert isinstance(listed, list)
    assert all("Outlook" not in (one["person"].biography or "") for one in listed)


def test_labels_behind_each_other_in_a_line_are_parted(tmp_path: Path) -> None:
    line = f"**Title:** On Samples of Tests\n  **Abstract:** {PROSE}"
    draft = page_with(
        tmp_path, f"# Invited Speakers\n\n* **Ann Author (Sample Labs)**  \n  {line}\n"
    )
    assert speakers(draft) == {"Ann Author": "On Samples of Tests"}
    listed = draft.edition["speakers"]
    assert isinstance(listed, list)
    assert listed[0]["abstract"] == PROSE.strip()


def test_titles_like_names_below_speakers_are_nobody(tmp_path: Path) -> None:
    talks = (
        ("Ann Author", "Where Samples of Tests Come From"),
        ("Bob Builder", "Higher Placeholder Categories"),
        ("Cleo Coder", "Sorting Samples in Small Steps"),
    )
    lines = "\n\n".join(f"{name} (Sample University)  \n**{title}**" for name, title in talks)
    assert speakers(page_with(tmp_path, f"# Invited Talks\n\n{lines}\n")) == dict(talks)


def test_a_paragraph_below_names_in_lines_is_about_none_of_them(tmp_path: Path) -> None:
    names = "<p>Ann Author<br>Bob Builder<br>Cleo Coder</p>"
    draft = html_with(tmp_path, f"<h2>Organizers</h2>{names}<p>{PROSE}</p>")
    listed = draft.edition["organizers"]
    assert isinstance(listed, list)
    assert [(one.name, one.biography) for one in listed] == [
        ("Ann Author", None),
        ("Bob Builder", None),
        ("Cleo Coder", None),
    ]


ROWS = (
    "<tr><td>9:00-10:00</td><td>Where Samples Come From<br>(Ann Author, Bob Builder)</td></tr>"
    "<tr><td>10:00-10:30</td><td>Demonstrations</td></tr>"
)


def test_what_stands_below_the_table_of_a_programme_is_no_part_of_its_last_row(
    tmp_path: Path,
) -> None:
    below = "<h3>Public demos</h3><p>Placeholder Platform for Samples by Dan Doe</p>"
    draft = html_with(tmp_path, f"<h1>Programme</h1><table>{ROWS}</table>{below}")
    assert hours(draft) == [("09:00", "10:00"), ("10:00", "10:30")]
    assert papers(draft) == {"Where Samples Come From": ["Ann Author", "Bob Builder"]}
    assert "speakers" not in draft.edition
    assert any("“Public demos”" in one.message for one in draft.diagnostics)


def test_a_label_beside_hours_begins_no_passage(tmp_path: Path) -> None:
    row = '<div class="item"><div class="time">{}</div><div class="what">{}</div></div>'
    rows = row.format("9:00 – 10:00", "Keynote I: <br> Ann Author - “Sorting Samples”")
    rows += row.format("10:00 – 11:00", "Oral presentations I") + row.format(
        "11:00 – 12:00", "Lunch"
    )
    page = f"---\ntitle: Program\n---\n**Date**: June 26, 2026\n\n{rows}\n"
    files = {"index.md": HEAD + ORGANIZERS, "program.md": page}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert hours(draft) == [("09:00", "10:00"), ("10:00", "11:00"), ("11:00", "12:00")]


def test_aims_are_no_topics(tmp_path: Path) -> None:
    body = (
        f"{ORGANIZERS}# Scope of the Workshop\n\nThe objectives of this workshop are these:\n\n"
        "- To show placeholders\n\n# Topics\n\n- Samples\n- Tests\n"
    )
    assert page_with(tmp_path, body).edition["topics"] == ["Samples", "Tests"]


def test_topics_stand_below_what_a_scope_includes(tmp_path: Path) -> None:
    sentence = "The scope of the workshop includes, but is not limited to, the following areas:"
    body = f"{ORGANIZERS}# Call for Papers\n\nWe invite papers. {sentence}\n\n- Samples\n- Tests\n"
    assert page_with(tmp_path, body).edition["topics"] == ["Samples", "Tests"]


def test_papers_in_boxes_need_no_authors(tmp_path: Path) -> None:
    titles = ("Where Samples Come From", "Sorting Tests in Small Steps")
    boxes = "".join(f'<div class="card"><div>{title}</div></div>' for title in titles)
    draft = html_with(tmp_path, f"<h2>Accepted Papers</h2>{boxes}")
    assert list(papers(draft)) == list(titles)
    assert any("nothing says who wrote" in one.message for one in draft.diagnostics)


def test_sessions_below_one_stretch_of_hours_have_their_own_papers(tmp_path: Path) -> None:
    body = (
        "# Programme\n\n### 10:30 – 12:30\n\n"
        "#### Session #1: Samples\n\n- Where Samples Come From<br>*Ann Author, Bob Builder*\n\n"
        "#### Session #2: Tests\n\n- Sorting Tests in Small Steps<br>*Cleo Coder, Dan Doe*\n\n"
        "### 12:30 – 14:00 Lunch\n"
    )
    draft = page_with(tmp_path, body)
    assert hours(draft) == [("10:30", "12:30"), ("10:30", "12:30"), ("12:30", "14:00")]
    first, second, _ = draft.program
    assert (first["title"], second["title"]) == ("Session #1: Samples", "Session #2: Tests")
    assert len(papers(draft)) == 2
    assert first["papers"] != second["papers"]


def test_a_first_page_may_be_the_programme(tmp_path: Path) -> None:
    rows = "|---|---|\n| 9:00-9:30 | Opening |\n| 9:30-10:00 | Closing |\n"
    day = "### Friday, June 26, 2026\n\n###### 8:30 - 9:00 COFFEE\n\n"
    page = f"---\ntitle: Program\n---\n\n{day}{rows}"
    files = {"_config.yml": "title: WSP 2026\n", "index.md": page, "people.md": ORGANIZERS}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert hours(draft) == [("08:30", "09:00"), ("09:00", "09:30"), ("09:30", "10:00")]


def test_a_heading_of_two_names_among_titles_is_one(tmp_path: Path) -> None:
    titles = (
        "Where Samples of Tests Come From",
        "Fractional Placeholder Gravity and Galactic Sampling",
        "Sorting Samples in Small Steps",
    )
    body = "".join(f"<h4>{title}</h4><p>{PROSE}</p>" for title in titles)
    draft = html_with(tmp_path, f"<h2>Invited Talks</h2>{body}")
    assert "speakers" not in draft.edition
