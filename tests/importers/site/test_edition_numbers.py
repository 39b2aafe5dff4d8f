"""Which edition of which series a site says that it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import html_with, site

HEAD = (
    "<h1>Workshop on Structured Proposals (WSP 2026)</h1>"
    "<p>June 26, 2026, Lyon, France. Co-located with SIGIR 2026</p><p>{}</p>"
)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("This is the seventh edition of the WSP workshop series, which began in 2019.", 7),
        ("This is the twenty-first edition of the workshop.", 21),
        ("Welcome to this special edition of the workshop.", None),
        ("WSP 2026 will be the 11th of the WSP workshop series, beside the SIGIR Conference.", 11),
        ("WSP 2026 — First Edition", 1),
        ("This is the inaugural edition of WSP.", 1),
        ("After the third edition, the workshop goes on.", None),
        ("It follows the second edition of 2025.", None),
        ("In 2024, the second edition took place.", None),
        ("It is held at the 49th edition of the SIGIR conference.", None),
        ("This is the third edition. It is the fourth edition.", None),
    ],
)
def test_a_sentence_gives_the_number_of_the_edition(
    tmp_path: Path, sentence: str, number: int | None
) -> None:
    draft = html_with(tmp_path, "", HEAD.format(sentence))
    said = any("which edition of the series" in one.message for one in draft.diagnostics)
    assert (draft.edition["ordinal"] if not said else None) == number


@pytest.mark.parametrize(
    ("heading", "name", "acronym"),
    [
        ("WSP @ SIGIR 2026", "WSP", "WSP"),
        (
            "Sample-Based Structures for Proposals 2026",
            "Sample-Based Structures for Proposals",
            None,
        ),
    ],
)
def test_a_heading_without_the_word_workshop_is_the_title_of_a_site_that_has_no_other(
    tmp_path: Path, heading: str, name: str, acronym: str | None
) -> None:
    head = f"<h1>{heading}</h1><p>June 26, 2026, Lyon, France. Co-located with SIGIR 2026</p>"
    page = f"<!DOCTYPE html><html><body>{head}<h2>Organizers</h2><p>Ann Author</p></body></html>"
    draft = read_site_edition(site(tmp_path / "site", {"index.html": page}), "2026")
    assert draft.workshop["name"] == name
    assert acronym in {None, draft.workshop["acronym"]}


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Twenty-First Workshop on Structured Proposals", 21),
        ("The Thirty-Second Workshop on Structured Proposals", 32),
        ("Eleventh International Workshop on Structured Proposals", 11),
        ("101st Workshop on Structured Proposals", 101),
    ],
)
def test_the_whole_of_a_number_in_front_of_a_title_counts(
    tmp_path: Path, title: str, number: int
) -> None:
    head = HEAD.replace("Workshop on Structured Proposals", title)
    assert html_with(tmp_path, "", head.format("")).edition["ordinal"] == number


def test_headings_of_two_editions_give_the_number_of_the_one_of_the_year(tmp_path: Path) -> None:
    head = "".join(
        f"<h1>{number}. Internationales Sample-Kolloquium</h1><p>Am {day} in Lyon.</p>"
        for number, day in ((14, "26. Juni 2026"), (15, "3. Mai 2030"))
    )
    page = f"<html><head><title>Internationales Sample-Kolloquium</title></head><body>{head}"
    files = {"index.html": f"{page}<h2>Organizers</h2><p>Ann Author</p></body></html>"}
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert draft.edition["ordinal"] == 14
