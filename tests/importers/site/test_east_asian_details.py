"""Details of sites in Japanese: wide brackets, parts in organizing, links to another language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.site.small_sites import html_with, organizers, page_with, papers, speakers


def test_wide_brackets_are_no_part_of_an_institution(tmp_path: Path) -> None:
    draft = html_with(
        tmp_path,
        "<h2>プログラム委員</h2><table><tr><td>仮名 花子</td><td>（見本大学）</td></tr>"
        "<tr><td>仮名 太郎</td><td>（標本大学）</td></tr></table>",
    )
    assert draft.edition["committee"] == [
        {"name": "仮名 花子", "affiliation": "見本大学"},
        {"name": "仮名 太郎", "affiliation": "標本大学"},
    ]


@pytest.mark.parametrize(
    "part", ["組織委員", "ローカル・アレンジメント", "プログラム幹事 / ポスターチェア", "広報担当"]
)
def test_what_somebody_does_is_no_institution(tmp_path: Path, part: str) -> None:
    draft = html_with(
        tmp_path,
        f"<h2>Organizers</h2><table><tr><td>仮名 花子</td><td>{part}</td><td>見本大学</td></tr>"
        f"<tr><td>仮名 太郎</td><td>{part}</td><td>標本大学</td></tr></table>",
    )
    assert organizers(draft) == {"仮名 花子": "見本大学", "仮名 太郎": "標本大学"}


@pytest.mark.parametrize(
    "language", ["日本語", "中文", "한국어", "受賞論文 決定", "チュートリアル A"]
)
def test_languages_and_headings_are_nobody(tmp_path: Path, language: str) -> None:
    draft = page_with(
        tmp_path, f"# Organizers\n\n* {language}\n* Ann Author, University of Testing\n"
    )
    assert [*organizers(draft)] == ["Ann Author"]


def test_a_link_to_a_paper_is_no_institution_of_its_authors(tmp_path: Path) -> None:
    draft = html_with(
        tmp_path,
        "<h2>Accepted Papers</h2><table><tr><th>Title</th><th>Authors</th><th>PDF</th></tr>"
        "<tr><td>Careful Samples of Placeholders</td><td>Ann Author, Bob Builder</td>"
        "<td><a href='a.pdf'>PDF</a></td></tr><tr><td>Other Samples of Placeholders</td>"
        "<td>Cara Scholar and Dan Poet</td><td><a href='b.pdf'>PDF</a></td></tr></table>",
    )
    assert all("affiliation" not in str(paper["authors"]) for paper in draft.papers)
    assert papers(draft)["Careful Samples of Placeholders"] == ["Ann Author", "Bob Builder"]


@pytest.mark.parametrize("kind", ["招待講演", "基調講演", "特別講演1"])
def test_an_invited_talk_has_its_speaker(tmp_path: Path, kind: str) -> None:
    draft = html_with(
        tmp_path,
        "<h2>プログラム</h2><table><tr><td>9:00-9:10</td><td>開会</td></tr>"
        f"<tr><td>9:10-10:00</td><td>{kind}: 標本の見方<br>仮名 花子 (見本大学)</td></tr>"
        "<tr><td>10:00-10:30</td><td>休憩</td></tr></table>",
    )
    assert speakers(draft) == {"仮名 花子": "標本の見方"}


@pytest.mark.parametrize(
    "line",
    [
        "招待講演1 仮名 花子（見本大学）「標本の研究」",
        "基調講演: 仮名 花子 教授（見本大学）「標本の研究」",
        "招待講演　『標本の研究』 仮名 花子 先生（見本大学）",
    ],
)
def test_an_invited_talk_on_one_line_has_speaker_and_title(tmp_path: Path, line: str) -> None:
    draft = page_with(tmp_path, f"# プログラム\n\n* 10:00-11:00 {line}\n* 11:00-12:00 休憩\n")
    assert speakers(draft) == {"仮名 花子": "標本の研究"}
