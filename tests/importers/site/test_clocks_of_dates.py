"""Hours and zones beside the days of websites, and days in other scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Record
from tests.importers.site.small_sites import ORGANIZERS, page_with


def submission(root: Path, text: str) -> tuple[Record, list[str]]:
    """What is read of a submission deadline, and what is said of its clock."""
    draft = page_with(root, f"{ORGANIZERS}# Important Dates\n\n* {text}\n")
    dates = draft.edition["dates"]
    assert isinstance(dates, dict)
    record = dates["submission"]
    assert isinstance(record, dict)
    return record, [one.message for one in draft.diagnostics if one.code == "unknown-zone"]


@pytest.mark.parametrize(
    ("text", "time", "zone"),
    [
        ("Submission deadline: May 3, 2026, 23:59 GMT-12", "23:59", "AoE"),
        ("Submission deadline: May 3, 2026, 5pm Central European Time", "17:00", "Europe/Brussels"),
        ("Submission deadline: 03.05.2026, 23:59 Uhr MESZ", "23:59", "Europe/Brussels"),
        ("Submission deadline: May 3, 2026, 23.59 CET", "23:59", "Europe/Brussels"),
        ("Submission deadline: May 3, 2026 at noon CET", "12:00", "Europe/Brussels"),
        ("Submission deadline: 2026-05-03T23:59 UTC", "23:59", "UTC"),
        ("Submission deadline: May 3, 2026, 24:00 JST", None, "Asia/Tokyo"),
        ("Date limite de soumission : 3 mai 2026, 23h59 (heure de Paris)", "23:59", "Europe/Paris"),
        ("Envío: 3 de mayo de 2026, 23:59 (hora de Madrid)", "23:59", "Europe/Madrid"),
        ("論文投稿締切: 2026年5月3日", None, None),
        ("논문 제출 마감: 2026년 5월 3일", None, None),
        ("Submission deadline: May 3, 2026, 17:00 (local time)", "17:00", None),
        ("Submission deadline: May 3, 2026, 17:00 (Paris Time)", "17:00", "Europe/Paris"),
        ("Submission time: 18:00, May 3, 2026", "18:00", None),
        ("Submission deadline: May 3, 2026; Response time two days", None, None),
        ("MIDI submission deadline: May 3, 2026", None, None),
        ("Submission deadline: May 3, 2026 (version 2.10 of the template)", None, None),
    ],
)
def test_a_deadline_has_the_hour_and_the_zone_beside_it(
    tmp_path: Path, text: str, time: str | None, zone: str | None
) -> None:
    record, said = submission(tmp_path, text)
    assert (record["date"], record.get("time"), record.get("zone")) == ("2026-05-03", time, zone)
    assert said == []


@pytest.mark.parametrize("letters", ["BRT", "IST", "UTC+2", "Beijing Time"])
def test_letters_that_do_not_say_whose_clocks_are_meant_are_asked_about(
    tmp_path: Path, letters: str
) -> None:
    record, said = submission(tmp_path, f"Submission deadline: May 3, 2026, 23:59 {letters}")
    assert "zone" not in record
    assert [message for message in said if letters in message]


def test_the_clocks_of_a_place_without_a_zone_of_its_name_are_asked_about(tmp_path: Path) -> None:
    text = "Prazo de submissão: 3 de maio de 2026, 23h59 (horário de Brasília)"
    record, said = submission(tmp_path, text)
    assert record["time"] == "23:59"
    assert [message for message in said if "horário de Brasília" in message]
