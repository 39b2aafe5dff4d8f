"""What pages get wrong is kept, and told at its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.diagnostics import Diagnostic
from tests.importers.jekyll_sources import Source, copy_of_site

TALK = "What Does It Mean to Personalize a Language Model? Insights from RecSys to LLMs"

CAMPUS = "University of California San Diego"


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return copy_of_site(tmp_path / "site")


def with_code(source: Source, code: str, year: str = "2026") -> list[Diagnostic]:
    return [diagnostic for diagnostic in source.read(year).diagnostics if diagnostic.code == code]


def place(found: Diagnostic) -> str:
    """The words that a remark points at."""
    assert found.span is not None
    line = found.span.file.read_text(encoding="utf-8").split("\n")[found.span.line - 1]
    return line[found.span.column - 1 : found.span.end_column - 1]


@pytest.mark.parametrize(
    ("old", "new", "code", "points_at"),
    [
        ("Thursday Feb.", "Friday Feb.", "wrong-weekday", "Friday"),
        ("08:45:00Z", "08:45:00Z", "wrong-start", ""),
        ("Coffee Break (30 min)", "Coffee Break (60 min)", "wrong-duration", "60"),
        ("WSDM/2026/Workshop", "WDSM/2026/Workshop", "misspelt-acronym", "WDSM"),
        ("Time (MST)", "Time (PDT)", "wrong-zone", "PDT"),
        ("Time (MST)", "Time (UTC−3)", "wrong-zone", "UTC−3"),
        ('title: "Meng Jiang"', 'title: "Meng Jiang:"', "stray-colon", ""),
        (f"**{TALK}**", "**TBD**", "placeholder", "TBD"),
        ("Snap Research\n      bio", "TBD Affiliation\n      bio", "placeholder", ""),
        ("# Overview\n", "# Travel\nBy train.\n\n# Overview\n", "not-understood", "# Travel"),
        ("{% for people", "{% frobnicate %}\n{% for people", "unknown-liquid", "{% frobnicate %}"),
        ("- Meeting: February 26", "- Meeting: February 27", "two-dates", ""),
    ],
    ids=lambda text: text if "-" in str(text) and " " not in str(text) else "",
)
def test_a_mistake_on_the_page_is_reported(
    source: Source, old: str, new: str, code: str, points_at: str
) -> None:
    if code == "wrong-start":
        old, new = "2026-02-26T15:55:00Z", "2026-02-26T08:45:00Z"
    known = [diagnostic.message for diagnostic in with_code(source, code)]
    source.replace(source.page, old, new)
    found = [
        diagnostic for diagnostic in with_code(source, code) if diagnostic.message not in known
    ]
    assert found, [diagnostic.message for diagnostic in source.read().diagnostics]
    assert found[0].span is not None
    assert found[0].span.file == source.page
    if points_at:
        assert place(found[0]) == points_at


@pytest.mark.parametrize("clock", ["UTC−7", "UTC-7", "GMT -7:00"])
def test_the_distance_from_utc_that_clocks_have_is_right(source: Source, clock: str) -> None:
    source.replace(source.page, "Time (MST)", f"Time ({clock})")
    assert with_code(source, "wrong-zone") == []


def test_a_session_of_no_kind_keeps_its_title_alone(source: Source) -> None:
    source.replace(source.page, "**Opening remarks**", "**Something odd**")
    slot = source.read().program[0]
    assert (slot.get("kind"), slot["title"]) == (None, "Something odd")


def test_two_spellings_of_one_affiliation_are_reported_where_the_second_stands(
    source: Source,
) -> None:
    found = with_code(source, "two-spellings")
    messages = sorted(diagnostic.message for diagnostic in found)
    assert messages == [
        "“Snap” is “Snap Research” in GenAIRecP2026.md:64",
        f"“University of California, San Diego” is “{CAMPUS}” in GenAIRecP2026.md:74",
    ]
    draft = source.read()
    posts = {person.name: person.affiliations for person in draft.people}
    assert posts["Neil Shah"] == [{"institution": "Snap Research"}]


def test_a_title_that_differs_from_the_accepted_paper_is_reported(source: Source) -> None:
    source.replace(
        source.page,
        "<br>- InsertRank: LLMs can Reason over BM25 Scores to Improve Listwise Reranking",
        "<br>- InsertRank: LLMs Reason over BM25 Scores for Listwise Reranking",
    )
    (found,) = with_code(source, "two-titles")
    assert found.message.endswith("in papers2026.yml:5")
    assert place(found) == "InsertRank: LLMs Reason over BM25 Scores for Listwise Reranking"
    draft = source.read()
    assert [paper["id"] for paper in draft.papers] == ["agp", "insertrank", "selective-llm-guided"]


def test_a_title_of_a_talk_that_differs_from_the_speakers_row_is_reported(source: Source) -> None:
    source.replace(
        source.page, "#Meng+Jiang) (45 min)**", "#Meng+Jiang) (45 min)**<br>Another title"
    )
    (found,) = with_code(source, "two-titles")
    assert place(found) == "Another title"
    edition: dict[str, Any] = source.read().edition
    assert edition["speakers"][0]["title"] == TALK


def test_a_paper_that_the_list_lacks_is_reported_and_kept(source: Source) -> None:
    source.replace(
        source.page, "** - Paper Authors", "** - Paper Authors<br>- Something else entirely"
    )
    (found,) = with_code(source, "unlisted-paper")
    assert place(found) == "Something else entirely"
    assert "Something else entirely" in [paper["title"] for paper in source.read().papers]


def test_a_speaker_without_an_entry_is_reported_and_gets_a_file(source: Source) -> None:
    (found,) = with_code(source, "speaker-without-entry")
    assert place(found) == "Liam Collins"
    assert "Liam Collins" in [person.name for person in source.read().people]


def test_placeholders_are_no_people(source: Source) -> None:
    found = [place(diagnostic) for diagnostic in with_code(source, "placeholder")]
    assert "PC Member 4" in found
    committee = source.read().edition["committee"]
    assert "PC Member 4" not in str(committee)


def test_a_row_that_the_page_does_not_show_is_left_out(source: Source) -> None:
    row = 'panelists:\n    - title: "Ed Chi"\n      excerpt: Google DeepMind\n\norganizers:\n'
    source.replace(source.page, "\norganizers:\n", f"\n{row}")
    (found,) = with_code(source, "not-shown")
    assert "`panelists`" in found.message
    assert "Ed Chi" not in [person.name for person in source.read().people]


def test_a_page_without_mistakes_has_none_reported(source: Source) -> None:
    codes = {diagnostic.code for diagnostic in source.read().diagnostics}
    assert codes == {
        *("missing-picture", "placeholder", "speaker-without-entry", "to-confirm", "two-spellings")
    }
