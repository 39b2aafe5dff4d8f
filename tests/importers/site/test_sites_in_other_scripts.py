"""Sections, people and their parts on pages in Japanese, Chinese and Korean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import Draft
from proposal.importers.site.name_likeness import person_name
from tests.importers.site.small_sites import organizers, page_with, speakers


def roles(draft: Draft) -> dict[str, str]:
    """The parts in organizing by name."""
    listed: Any = draft.edition["organizers"]
    return {one["person"].name: one["role"] for one in listed if isinstance(one, dict)}


@pytest.mark.parametrize(
    ("heading", "line", "name", "place"),
    [
        ("実行委員", "仮名 太郎（見本大学）", "仮名 太郎", "見本大学"),
        ("組織委員会", "仮名太郎（見本研究所）", "仮名太郎", "見本研究所"),
        ("オーガナイザ", "仮名 太郎，見本大学", "仮名 太郎", "見本大学"),
        ("组织委员会", "贾明（样例大学）", "贾明", "样例大学"),
        ("조직위원회", "가명인 (예제대학교)", "가명인", "예제대학교"),
    ],
)
def test_organizers_are_found_below_headings_in_other_scripts(
    tmp_path: Path, heading: str, line: str, name: str, place: str
) -> None:
    assert organizers(page_with(tmp_path, f"# {heading}\n\n* {line}\n")) == {name: place}


@pytest.mark.parametrize(
    "heading", ["プログラム委員", "プログラム委員会", "程序委员会", "프로그램 위원회"]
)
def test_committees_are_found_below_headings_in_other_scripts(tmp_path: Path, heading: str) -> None:
    draft = page_with(tmp_path, f"# {heading}\n\n* 仮名 太郎（見本大学）\n")
    assert draft.edition["committee"] == [{"name": "仮名 太郎", "affiliation": "見本大学"}]


def test_several_people_of_a_line_are_parted_by_full_width_commas(tmp_path: Path) -> None:
    line = "仮名太郎（見本大学）、偽名花子（架空研究所）"
    draft = page_with(tmp_path, f"# 世話人\n\n{line}\n")
    assert organizers(draft) == {"仮名太郎": "見本大学", "偽名花子": "架空研究所"}


@pytest.mark.parametrize(
    "body",
    [
        "* 委員長: 仮名 太郎（見本大学）\n* 副委員長　偽名 花子（架空研究所）\n",
        (
            "| 役職 | 氏名 | 所属 |\n| --- | --- | --- |\n| 委員長 | 仮名 太郎 | 見本大学 |\n"
            "| 副委員長 | 偽名 花子 | 架空研究所 |\n"
        ),
    ],
    ids=["list", "table"],
)
def test_parts_of_organizers_stand_in_front_of_them(tmp_path: Path, body: str) -> None:
    draft = page_with(tmp_path, f"# 実行委員会\n\n{body}")
    assert organizers(draft) == {"仮名 太郎": "見本大学", "偽名 花子": "架空研究所"}
    assert roles(draft) == {"仮名 太郎": "委員長", "偽名 花子": "副委員長"}


@pytest.mark.parametrize(
    "body",
    [
        "* 仮名 三郎（見本大学）「例文の話」\n",
        "講演者：仮名 三郎（見本大学）\n\n題目：例文の話\n\n概要：これは例文です。\n",
    ],
    ids=["quoted", "labels"],
)
def test_invited_talks_are_read_with_their_titles(tmp_path: Path, body: str) -> None:
    assert speakers(page_with(tmp_path, f"# 招待講演\n\n{body}")) == {"仮名 三郎": "例文の話"}


@pytest.mark.parametrize(
    "words", ["委員長", "役職", "例文の話", "招待講演", "休憩", "主席", "좌장"]
)
def test_words_of_roles_and_sessions_are_no_names(words: str) -> None:
    assert not person_name(words)


@pytest.mark.parametrize("name", ["仮名 太郎", "仮名太郎", "仮名 みどり", "贾明", "가명인"])
def test_names_in_other_scripts_stay_names(name: str) -> None:
    assert person_name(name) == name
