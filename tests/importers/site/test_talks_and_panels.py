"""Talks and panels of websites, with their titles and those who take part."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import HEAD, html_with, page_with, papers, site, speakers


def schedule(*rows: str) -> str:
    """A programme's table."""
    cells = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<h2>Schedule</h2><table>{cells}</table>"


@pytest.mark.parametrize("kind", ["Invited Talk", "Keynote 1", "<b>Keynote</b>", "Guest lecture"])
def test_a_title_may_stand_between_the_kind_and_the_speaker(tmp_path: Path, kind: str) -> None:
    title = "<i>Sorting Placeholders in Small Steps</i>"
    speaker = "Bob Builder, University of Testing"
    rows = (
        f"<td>9:00 - 10:00</td><td>{kind}</td><td>{title}<br>{speaker}</td>",
        "<td>10:00 - 10:30</td><td>Break</td><td></td>",
    )
    talks = "<h2>Speakers</h2><ul><li>Bob Builder, University of Testing</li></ul>"
    draft = html_with(tmp_path, talks + schedule(*rows))
    assert speakers(draft) == {"Bob Builder": "Sorting Placeholders in Small Steps"}


@pytest.mark.parametrize(
    "label",
    [
        "Eingeladener Vortrag: ",
        "Hauptvortrag: ",
        "Conferencia invitada: ",
        "Conférence invitée : ",
        "Palestra convidada: ",
        "Relazione su invito: ",
    ],
)
@pytest.mark.parametrize("quotes", ["“{}”", "« {} »", "„{}“"])
def test_a_talk_may_be_called_one_in_another_language(
    tmp_path: Path, label: str, quotes: str
) -> None:
    talk = f"{label}Carla Coder (University of Testing), {quotes.format('On Samples')}"
    rows = (f"<td>9:00 - 10:00</td><td>{talk}</td>", "<td>10:00 - 10:30</td><td>Break</td>")
    draft = html_with(tmp_path, schedule(*rows))
    assert speakers(draft) == {"Carla Coder": "On Samples"}


@pytest.mark.parametrize(
    "title",
    [
        "Towards Samples of Tests with Foundation Models",
        "Embracing Samples: Foundation Models and Tests",
        "Placeholder Foundation Models to Handle Tests",
        "How Do Systems Learn Samples?",
    ],
)
def test_words_of_institutions_in_a_title_make_it_no_institution(
    tmp_path: Path, title: str
) -> None:
    talks = "<h2>Invited Speakers</h2><ul><li>Bob Builder, University of Testing</li></ul>"
    rows = (
        f"<td>9:00 - 10:00</td><td>{title}<br>Bob Builder (University of Testing)</td>",
        "<td>10:00 - 10:30</td><td>Break</td>",
    )
    assert speakers(html_with(tmp_path, talks + schedule(*rows))) == {"Bob Builder": title}


def test_a_panel_has_its_title_and_panelists_and_is_no_paper(tmp_path: Path) -> None:
    title, people = "Samples of Tests: Present and Future", "Ann Author, Bob Builder, Cleo Coder"
    rows = (
        f"<td>9:00 - 10:00</td><td>Discussion Panel</td><td><i>{title}</i><br>{people}</td>",
        "<td>10:00 - 10:30</td><td>Break</td><td></td>",
    )
    draft = html_with(tmp_path, schedule(*rows))
    assert draft.program[0]["title"] == title
    assert draft.program[0]["kind"] == "panel"
    assert draft.program[0]["panelists"] == ["Ann Author", "Bob Builder", "Cleo Coder"]
    assert papers(draft) == {}


def test_a_bare_panel_keeps_its_panelists(tmp_path: Path) -> None:
    rows = (
        "<td>9:00 - 10:00</td><td>Panel discussion<br>Ann Author, Bob Builder</td>",
        "<td>10:00 - 10:30</td><td>Break</td>",
    )
    slot = html_with(tmp_path, schedule(*rows)).program[0]
    assert slot["panelists"] == ["Ann Author", "Bob Builder"]
    assert "title" not in slot


def test_authors_with_an_initial_in_a_session_are_no_further_paper(tmp_path: Path) -> None:
    body = (
        "# Schedule\n\n| 9:00 - 10:00 | Talks<br>On the Use of Sample Texts<br>"
        "Ann Author, Bob Builder, Eve L. Example, Fay Foo |\n| 10:00 - 10:30 | Break |\n"
    )
    assert papers(page_with(tmp_path, body)) == {
        "On the Use of Sample Texts": ["Ann Author", "Bob Builder", "Eve L. Example", "Fay Foo"]
    }


def test_headings_that_name_speakers_with_their_talks_begin_talks_of_their_own(
    tmp_path: Path,
) -> None:
    prose = "placeholder sentence that says at length what somebody has done, and where that was."
    body = (
        "# Schedule\n\n| 9:00 | Opening |\n| --- | --- |\n"
        "| 9:10 | **Keynote Ann Author:<br>Samples of Placeholder Texts** |\n"
        "| 10:00 | **Keynote Bob Builder:<br>Searching Tests by Names** |\n| 11:00 | Closing |\n\n"
        "## Keynotes\n\n#### I. Ann Author: Samples of Placeholder Texts ([Slides](a.pdf))\n\n"
        f"##### Abstract\n\nA {prose}\n\n##### Biography\n\nDr. Ann Author is a {prose}\n\n"
        "#### II. Bob Builder: Searching Tests by Names ([Slides](b.pdf))\n\n"
        f"##### Abstract\n\nAnother {prose}\n\n##### Biography\n\nBob Builder has a {prose}\n"
    )
    draft = page_with(tmp_path, body)
    assert speakers(draft) == {
        "Ann Author": "Samples of Placeholder Texts",
        "Bob Builder": "Searching Tests by Names",
    }
    program: list[dict[str, Any]] = draft.program
    talks = [slot["talk"].name for slot in program if "talk" in slot]
    assert talks == ["Ann Author", "Bob Builder"]
    bios = {person.name: person.biography or "" for person in draft.people}
    assert "Bob Builder" not in bios["Ann Author"]
    assert bios["Bob Builder"]


def test_rows_of_a_programme_do_not_say_where_the_workshop_is(tmp_path: Path) -> None:
    files = {
        "index.md": HEAD.replace("<br>Lyon, France", "") + "\nJoin us in Lyon from June 26!\n",
        "schedule.md": "---\ntitle: Schedule\n---\n# Schedule\n\n"
        "- 9:00 AM - 10:00 AM\n  Bob Builder (Georgia; *remote*)\n- 10:00 AM - 10:30 AM: Break\n",
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert draft.venue["city"] == "Lyon"


def test_news_of_the_edition_say_beside_what_it_is(tmp_path: Path) -> None:
    head = "<h1>Third Workshop on Structured Proposals (WSP 2026)</h1><p>June 26, 2026, Lyon</p>"
    news = (
        "<h2>News</h2><p>WSP 2025 was in conjunction with CIKM 2025.</p>"
        "<p>WSP 2026 will be held in conjunction with the SIGIR 2026 Conference.</p>"
    )
    assert html_with(tmp_path, news, head).venue["acronym"] == "SIGIR '26"


def test_titles_that_stand_above_their_speakers_are_theirs(tmp_path: Path) -> None:
    body = (
        "# Keynotes\n\n## Sorting Samples in Small Steps\n\nBob Builder, Sample Labs\n\n"
        "## On the Use of Names\n\nCleo Coder, Example Institute\n"
    )
    assert speakers(page_with(tmp_path, body)) == {
        "Bob Builder": "Sorting Samples in Small Steps",
        "Cleo Coder": "On the Use of Names",
    }


def test_a_row_of_several_authors_is_a_paper_also_if_a_speaker_is_among_them(
    tmp_path: Path,
) -> None:
    talks = "<h2>Speakers</h2><ul><li>Bob Builder, University of Testing</li></ul>"
    title = "What Breaks Samples of Tests in Small Steps"
    talk = "Tests (Tools of Every Sort of Thing and Sample)"
    rows = (
        f'<td>9:00-9:10</td><td>Ann Author, Cleo Coder, and Bob Builder, <b>"{title}"</b></td>',
        f"<td>9:10-10:00</td><td>Guest Spotlight: Bob Builder - <b>{talk}</b></td>",
        "<td>10:00 - 10:30</td><td>Break</td>",
    )
    draft = html_with(tmp_path, talks + schedule(*rows))
    assert speakers(draft) == {"Bob Builder": talk}
    assert papers(draft) == {title: ["Ann Author", "Cleo Coder", "Bob Builder"]}
    assert draft.program[0]["kind"] == "papers"


def test_what_stands_in_brackets_below_a_speaker_is_no_title(tmp_path: Path) -> None:
    rows = (
        "<td>9:00 - 10:00</td><td>Invited Talk</td>",
        "<td></td><td>Samples I Have Known<br>Bob Builder (Sample Labs)<br>(slides, 3.3 MB)</td>",
        "<td>10:00 - 10:30</td><td>Break</td>",
    )
    assert speakers(html_with(tmp_path, schedule(*rows))) == {"Bob Builder": "Samples I Have Known"}
