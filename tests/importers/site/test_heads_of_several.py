"""Headings above several talks or parts of a day, marks of authors, and notes among papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.site.small_sites import (
    codes,
    html_with,
    papers,
    speakers,
)

POSTER = (
    '<div class="poster"><div class="poster-title">{}</div><div class="poster-authors">Ann Author'
    "<sup>1</sup>, Bob Builder<sup>2</sup>,Cleo Coder<sup>1,2</sup></div>"
    '<div class="poster-affiliations"><sup>1</sup>Example Institute (EI), '
    "<sup>2</sup>Woven by Samples (WbS)</div></div>"
)


def test_places_to_which_marks_lead_below_a_list_of_authors(tmp_path: Path) -> None:
    posters = POSTER.format("On Samples of Many Kinds") + POSTER.format("More Samples of Tests")
    draft = html_with(tmp_path, f"<h2>Accepted posters</h2>{posters}")
    assert draft.papers[0]["authors"] == [
        {"name": "Ann Author", "affiliation": "Example Institute (EI)"},
        {"name": "Bob Builder", "affiliation": "Woven by Samples (WbS)"},
        {"name": "Cleo Coder", "affiliation": "Example Institute (EI); Woven by Samples (WbS)"},
    ]


@pytest.mark.parametrize(
    "note",
    [
        "5 min presentation + 2 min Q&A",
        "Poster number: WSP-2026-01",
        "The whole program is now available!",
        "Schedule might be updated",
    ],
)
def test_notes_among_papers_are_none(tmp_path: Path, note: str) -> None:
    draft = html_with(
        tmp_path,
        f"<h2>Accepted papers</h2><i>{note}</i><ul>"
        "<li>“On Samples of Many Kinds” - <i>Ann Author and Bob Builder</i></li>"
        "<li>“More Samples of One Kind” - <i>Cleo Coder</i></li></ul>",
    )
    assert list(papers(draft)) == ["On Samples of Many Kinds", "More Samples of One Kind"]


def test_a_heading_above_several_speakers_is_the_title_of_none(tmp_path: Path) -> None:
    card = "<div><strong>Prof. {}</strong><br><span>University of Testing</span></div>"
    people = "".join(card.format(name) for name in ("Ann Author", "Bob Builder"))
    draft = html_with(
        tmp_path,
        f"<h1>Invited Speakers</h1><h2>(i) Careful Samples and Groundings</h2>{people}",
    )
    assert speakers(draft) == {"Ann Author": None, "Bob Builder": None}
    assert "to-confirm" in codes(draft)
    assert any("(i) Careful Samples" in one.message for one in draft.diagnostics)


def test_a_row_of_a_table_above_several_parts_is_no_part_of_the_one_before(
    tmp_path: Path,
) -> None:
    draft = html_with(
        tmp_path,
        "<h2>Schedule</h2><table><tr><td>9:00-9:10</td><td>Opening Remarks</td></tr>"
        '<tr><td colspan="2"><strong>Block I — Careful Samples</strong></td></tr>'
        "<tr><td>9:10-10:00</td><td>Discussion</td></tr>"
        "<tr><td>10:00-10:30</td><td>Coffee Break</td></tr></table>",
    )
    assert draft.program[0].get("title", "Opening Remarks") == "Opening Remarks"
    assert len(draft.program) == 3
    assert any("Block I" in one.message for one in draft.diagnostics)


def test_a_list_of_papers_of_which_none_is_understood_is_reported(tmp_path: Path) -> None:
    draft = html_with(
        tmp_path,
        "<h2>Accepted posters</h2><div><div>On Samples of Many Kinds</div>"
        "<div>Ann Author<sup>1</sup>, Bob Builder<sup>2</sup></div></div>",
    )
    assert draft.papers or any("no paper is understood" in one.message for one in draft.diagnostics)


def test_abstracts_without_titles_are_no_list_of_papers(tmp_path: Path) -> None:
    abstract = "Samples of many kinds and sizes often exhibit some hidden hierarchical order. " * 7
    draft = html_with(
        tmp_path, f"<h2>Accepted papers</h2><p>{abstract}</p><p>Moreover. {abstract}</p>"
    )
    assert not any("no paper is understood" in one.message for one in draft.diagnostics)


def test_a_list_of_papers_that_is_to_come_is_not_reported(tmp_path: Path) -> None:
    draft = html_with(
        tmp_path,
        "<h2>Accepted papers</h2><p>The list of papers will be published here.</p>"
        "<p>Please come back in May, when all is settled.</p>",
    )
    assert not any("no paper is understood" in one.message for one in draft.diagnostics)
