"""Names in two lines, conferences and titles that a sentence tells in passing, first paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import (
    ORGANIZERS,
    hours,
    html_with,
    organizers,
    page_with,
    site,
)


def test_names_that_are_broken_into_two_lines_are_whole(tmp_path: Path) -> None:
    card = '<div class="card"><p><strong>{}</strong><br>{}</p></div>'
    people = (
        card.format("Ann<br>Author", "University of Testing")
        + card.format("Bob <br> van Builder", "Sample Labs")
        + card.format("Cleo-Mae (Cleo)<br>Coder", "TU Sample | DEF")
    )
    draft = html_with(tmp_path, f"<h2>Organizers</h2>{people}")
    assert list(organizers(draft)) == ["Ann Author", "Bob van Builder", "Cleo-Mae (Cleo) Coder"]
    assert organizers(draft)["Ann Author"] == "University of Testing"


def test_names_in_two_lines_above_their_institution_are_whole(tmp_path: Path) -> None:
    card = (
        '<a href="#"><div><img src="p.png"/>\n<span class="name">{}</span>\n'
        '<span class="affiliation">{}</span></div></a>'
    )
    people = card.format("Ann<br>Author", "University of Testing") + card.format(
        "Bob B.<br>Builder", "Sample University"
    )
    assert organizers(html_with(tmp_path, f"<h2>Organizers</h2><p>{people}</p>")) == {
        "Ann Author": "University of Testing",
        "Bob B. Builder": "Sample University",
    }


@pytest.mark.parametrize(
    "people",
    [
        "<p><b>Ann Author</b><br><b>Bob Builder</b><br><b>Cleo Coder</b></p>",
        "<p>Ann Author<br>Bob Builder<br>Cleo Coder</p>",
    ],
)
def test_names_in_lines_of_their_own_stay_three(tmp_path: Path, people: str) -> None:
    draft = html_with(tmp_path, f"<h2>Organizers</h2>{people}")
    assert organizers(draft) == dict.fromkeys(("Ann Author", "Bob Builder", "Cleo Coder"), "")


def test_a_second_line_that_may_be_a_name_is_reported(tmp_path: Path) -> None:
    draft = html_with(tmp_path, "<h2>Organizers</h2><p>Ann Author<br>Bob Builder</p>")
    assert organizers(draft) == {"Ann Author": ""}
    assert any("“Bob Builder”" in one.message for one in draft.diagnostics)


@pytest.mark.parametrize("sign", ["*", "†", "‡", "¶"])
def test_signs_behind_names_are_no_part_of_them(tmp_path: Path, sign: str) -> None:
    rows = f"<table><tr><th>Ann Author{sign}</th><td>University of Testing</td></tr></table>"
    draft = html_with(tmp_path, f"<h2>Organizers</h2>{rows}")
    assert organizers(draft) == {"Ann Author": "University of Testing"}


def test_two_ends_that_are_half_a_day_late(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path,
        f"{ORGANIZERS}# Schedule\n\n* 11:30AM - 11:42AM Opening\n* 11:42AM - 11:48PM Discussion\n"
        "* 11:48AM - 11:54PM Demos\n* 11:54AM - 12:30PM Lunch\n",
    )
    assert [end for _, end in hours(draft)] == ["11:42", "11:48", "11:54", "12:30"]


def test_a_conference_at_which_a_paper_had_an_award_is_no_host(tmp_path: Path) -> None:
    passage = (
        "Samples are used in many places, and their number grows from one year to the next. "
        "A paper on samples has received an outstanding award at ICML 2026, which shows the "
        "interest of many people in them."
    )
    head = f"# Workshop on Structured Samples (WSS 2026)\n\n{passage}\n\n"
    files = {"index.md": f"{head}June 26, 2026, Lyon, France\n\n{ORGANIZERS}"}
    draft = read_site_edition(site(tmp_path / "s", files), "2026")
    assert draft.venue["series"] != "ICML"


def test_a_step_of_a_manual_is_no_title(tmp_path: Path) -> None:
    text = "We will first create the workshop directory and install all the required tools."
    files = {
        "_config.yml": "title: sample/flow workshop 2026\n",
        "index.md": f"---\ntitle: Introduction\n---\n{text}\n\n{ORGANIZERS}",
    }
    draft = read_site_edition(site(tmp_path / "s", files), "2026")
    assert "directory" not in str(draft.workshop["name"])


@pytest.mark.parametrize(
    "above",
    [
        (
            "**Example Conference on Samples (EXC 2026)** John K. Sample Center, Lyon, France,"
            " where all of us meet **Full-Day Workshop** **Conference dates:** June 25 to 27"
        ),
        (
            "The workshop will employ a double-blind review process. Each submission will be judged"
            " by the following criteria, of which none counts more than the other ones do."
        ),
    ],
)
def test_what_is_no_prose_on_the_workshop_is_no_abstract(tmp_path: Path, above: str) -> None:
    aims = (
        "Careful samples have become a part of many systems, and those who make them face questions"
        " that nobody has answered. We bring them together."
    )
    draft = page_with(tmp_path, f"{above}\n\n{aims}\n\n{ORGANIZERS}").edition
    assert "Placeholder sentence" in str(draft["abstract"]) or aims[:30] in str(draft["abstract"])
