"""Tests that what contradicts itself in artefacts is found, at its place, and nothing else is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from proposal.audit.with_each_other import disagreements
from proposal.diagnostics import Severity
from tests.audit.with_each_other.pages import (
    HTML,
    JEKYLL,
    codes,
    found,
    line_of,
    pointed_at,
    written,
)
from tests.workspace import Workspace

INSERTRANK = "InsertRank: LLMs can Reason over BM25 Scores to Improve Listwise Reranking"
COMMITTEE = "- Juntao Tan (Salesforce)"


def also(member: str) -> tuple[str, str]:
    return COMMITTEE, f"{COMMITTEE}\n- {member}"


@pytest.mark.parametrize("name", ["index.md", "index.html", "schedule.ics"])
def test_a_page_that_agrees_with_itself_has_no_findings(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, name) == []


def test_our_own_editions_have_no_findings(built: Workspace) -> None:
    files = sorted(file for file in (built.root / "build").rglob("*") if file.is_file())

    assert [str(disagreement) for disagreement in disagreements(files)] == []


AGP = "AGP: Auto-Guided Prompt Refinement for Personalized Reranking in Recommender Systems"
LISTED = f"- {INSERTRANK}\n\n"
CASES = [
    ("title-differs", "index.md", (f"{INSERTRANK} |", "InsertRank: LLMs for Reranking |")),
    ("title-differs", "index.md", (LISTED, "- InsertRank\n\n")),
    (
        "title-differs",
        "index.md",
        (LISTED, "- Reasoning over BM25 Scores with LLMs Improves Listwise Reranking\n\n"),
    ),
    (
        "title-differs",
        "index.md",
        ("Jiang) (45 min)**", "Jiang) (45 min)**<br>What Does It Mean to Personalize an LLM?"),
    ),
    ("title-spelling", "index.md", (f"{INSERTRANK} |", f"{INSERTRANK} |".replace("can", "Can"))),
    ("unlisted-paper", "index.md", (LISTED, "\n")),
    ("affiliation-differs", "index.md", also("Neil Shah (Meta)")),
    ("institution-spelling", "index.md", also("Neil Shah (Snap)")),
    ("institution-spelling", "index.md", also("Yupeng Hou (University of California, San Diego)")),
    ("institution-spelling", "index.md", also("Yupeng Hou (Univ. of California San Diego)")),
    (
        "institution-spelling",
        "index.md",
        ("An editor", "Somebody of the University of California, San Diego"),
    ),
    ("name-spelling", "index.md", also("Julian McAuly (University of California San Diego)")),
    ("name-spelling", "index.html", ("Keynote by Xiao-Ming Wu", "Keynote by Xiaoming Wu")),
    ("wrong-duration", "index.md", ("Oral Session 1 (45 min)", "Oral Session 1 (60 min)")),
    ("wrong-duration", "index.html", ("Wu (40 min)", "Wu (1 hour)")),
    ("overlapping-slots", "index.html", ("14:50 - 15:30", "14:50 - 15:35")),
    ("ends-before-start", "index.md", ("11:00 - 11:45am", "11:45 - 11:00am")),
    ("ends-before-start", "index.md", ("12:30 - 1:45pm", "12:30 - 1:45am")),
    ("wrong-weekday", "index.md", ("excerpt: Thursday", "excerpt: Friday")),
    ("wrong-weekday", "index.html", ("June 28, 2024", "June 28, 2024 (Sunday)")),
    ("two-dates", "index.md", ("Workshop: February 26", "Workshop: February 25")),
    ("two-dates", "index.md", ("~~November 21, 2025~~ ", "November 21, 2025\n- Paper deadline: ")),
    ("time-differs", "index.md", ("15:55:00Z", "08:45:00Z")),
    ("wrong-zone", "index.html", ("in CEST", "in PDT")),
    ("wrong-zone", "index.md", ("(MST)", "(MDT)")),
    ("placeholder", "index.md", ("Juntao Tan (Salesforce)", "PC Member 2")),
    ("placeholder", "index.html", ("Coffee and posters", "TBA")),
    ("placeholder", "index.html", ("Coffee and posters", "Lorem ipsum")),
    ("empty-link", "index.html", ('href="#program"', 'href="#"')),
    (
        "empty-link",
        "index.md",
        ("(https://openreview.net/group?id=WSDM/2026/Workshop/GenAIRecP)", "()"),
    ),
    (
        "empty-link",
        "index.md",
        ("[Keynote by Dr. Meng Jiang](#Meng+Jiang)", "[Keynote by Dr. Meng Jiang]"),
    ),
    ("acronym-spelling", "index.md", ("id=WSDM", "id=WDSM")),
    ("dead-anchor", "index.md", ("(#schedule)", "(#program)")),
    ("dead-anchor", "index.html", ('href="#program"', 'href="#agenda"')),
    ("undescribed-speaker", "index.html", ("Keynote by Xiao-Ming Wu", "Keynote by Ed Chi")),
    (
        "unscheduled-speaker",
        "index.md",
        ("[Keynote by Dr. Yinglong Xia](#Yinglong+Xia)", "Discussion"),
    ),
    (
        "affiliation-differs",
        "index.md",
        ("professor at the University of Notre Dame", "researcher at Databricks"),
    ),
]


@pytest.mark.parametrize(("code", "name", "change"), CASES)
def test_a_disagreement_is_found(
    tmp_path: Path, code: str, name: str, change: tuple[str, str]
) -> None:
    assert codes(found(tmp_path, name, change)) == [code]


AGREEING = [
    ("index.md", also("Neil Shah (Snap Research, Bellevue)")),
    ("index.md", also("Zhiwei Liu (Salesforce)\n- Zhiwei Li (Salesforce)")),
    ("index.md", also("Yupeng Hou (UCSD)")),
    ("index.md", (LISTED, f"- {INSERTRANK} (Rahul Seetharaman)\n\n")),
    ("index.md", ("Oral Session 1 (45 min)", "Oral Session 1 (20 min each)")),
    ("index.md", ("Oral Session 1 (45 min)", "Oral Session 1 (30 min + 15 min discussion)")),
    (
        "index.md",
        ("~~November 21, 2025~~ November 28, 2025", "November 28, 2025 (was November 21, 2025)"),
    ),
    ("index.md", ("~~November 21, 2025~~ November", "extended from November 21, 2025 to November")),
    (
        "index.md",
        (
            "~~November 21, 2025~~ November 28, 2025",
            "November 28, 2025 (extended from November 14, 2025, then November 21, 2025)",
        ),
    ),
    ("index.md", also("Yupeng Hou (UCSD (local chair))")),
    (
        "index.md",
        (
            "- Author notification",
            "- Abstract submission: November 14, 2025\n- Author notification",
        ),
    ),
    ("index.html", ("in CEST", "in UTC+2")),
    ("index.html", ("<li>14:10", "<li>14:10 - 14:50 Parallel tutorial\n<li>14:10")),
    ("index.html", ("Coffee and posters", "Posters of the IEEE TBD special issue")),
    ("index.html", ('<h2 id="dates">', '<a href="#dates">Dates</a><h2 id="dates">')),
]


@pytest.mark.parametrize(("name", "change"), AGREEING)
def test_what_only_looks_like_a_disagreement_is_not_found(
    tmp_path: Path, name: str, change: tuple[str, str]
) -> None:
    assert codes(found(tmp_path, name, change)) == []


def test_both_places_are_named_and_the_caret_stands_under_the_words(tmp_path: Path) -> None:
    [finding] = found(tmp_path, "index.md", also("Neil Shah (Meta)"))

    first = line_of(tmp_path / "index.md", "Snap Research")
    assert pointed_at(finding) == "Meta"
    assert f"“Snap Research” in line {first}" in finding.message
    assert finding.severity is Severity.ERROR


def test_the_time_that_a_script_should_give_is_reported(tmp_path: Path) -> None:
    [finding] = found(tmp_path, "index.md", ("15:55:00Z", "08:45:00Z"))

    assert pointed_at(finding) == "2026-02-26T08:45:00Z"
    assert "08:45 UTC (01:45 MST)" in finding.message
    assert finding.hint == "write 2026-02-26T15:55:00Z"


def test_pages_of_one_edition_are_compared(tmp_path: Path) -> None:
    page = written(tmp_path, "index.md")
    call = tmp_path / "call.md"
    call.write_text(
        "---\npermalink: /GenAIRecP2026/call\n---\n\n# Organizers\n\n- Neil Shah, Snap\n",
        encoding="utf-8",
    )

    [finding] = disagreements([page, call])

    assert finding.code == "institution-spelling"
    assert "call.md:7" in finding.message or "index.md:" in finding.message


def test_pages_of_two_editions_are_not_compared(tmp_path: Path) -> None:
    page = written(tmp_path, "index.md")
    other = tmp_path / "old.md"
    text = JEKYLL.replace("2026", "2027").replace("Thursday, ", "").replace("Snap Research", "Meta")
    other.write_text(text, encoding="utf-8")

    assert disagreements([page, other]) == []


def test_a_calendar_is_compared_with_the_program(tmp_path: Path) -> None:
    page = written(tmp_path, "index.md")
    calendar = written(tmp_path, "schedule.ics", ("T155500Z", "T145500Z"), ("20251128", "20251127"))

    diagnostics = disagreements([page, calendar])

    assert sorted(codes(diagnostics)) == ["time-differs", "two-dates"]
    assert disagreements([page, written(tmp_path, "schedule.ics")]) == []


def test_a_data_file_of_papers_is_compared_with_the_schedule(tmp_path: Path) -> None:
    page = written(
        tmp_path,
        "index.md",
        (LISTED, "\n"),
        (
            f"- {AGP}\n",
            "\n",
        ),
    )
    data = tmp_path / "papers2026.yml"
    data.write_text(
        "- title: InsertRank, LLMs that Reason over BM25 Scores for Listwise Reranking\n"
        "  authors: Rahul Seetharaman\n"
        "- title: 'AGP: Auto-Guided Prompt Refinement for Personalized Reranking in Recommender "
        "Systems'\n  authors: Chen Wang\n",
        encoding="utf-8",
    )

    assert codes(disagreements([page, data])) == ["title-differs"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", b"---\nkey: [\n---\n"),
        ("a.yml", b"a: ["),
        ("a.html", b"\xff\xfe\x00"),
        ("a.html", b"<a " * 3000),
        ("a.html", b"<p>x</p>\n" * 600_000),
        ("a.html", b"<div>" * 100_000),
        ("a.md", b"[" * 300_000),
        ("a.ics", b"BEGIN:VEVENT\n"),
        ("a.pdf", b"%PDF-1.7 and no more"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_finding_and_soon(
    tmp_path: Path, name: str, content: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    start = time.monotonic()

    assert codes(disagreements([file])) == ["cannot-be-read"]
    assert time.monotonic() - start < 20


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt", "a.yml"])
def test_an_empty_file_has_no_findings(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("", encoding="utf-8")

    assert disagreements([file]) == []


def test_addresses_that_are_none_are_passed_over(tmp_path: Path) -> None:
    long = f'<a href="{"x" * 400}">x</a><a href="%00">y</a>'
    page = HTML.replace('href="#program"', 'href="http://["').replace("<h1>", f"{long}<h1>")
    file = tmp_path / "index.html"
    file.write_text(page.replace("</body>", '<a href="a\0b">x</a></body>'), encoding="utf-8")

    assert disagreements([file]) == []
