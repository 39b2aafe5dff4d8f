"""Tests that a zone is compared with the clocks of the place, wherever place and day stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.audit.with_each_other import disagreements
from proposal.diagnostics import Diagnostic, Severity
from proposal.reading.places_in_lines import place_within
from tests.audit.with_each_other.pages import codes, pointed_at

TABLE = "| 9:15am - 9:30am | Welcome |\n| 9:30am - 10:30am | Invited talk |"


def of_page(folder: Path, body: str, name: str = "program.md") -> list[Diagnostic]:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    text = f'---\ntitle: "Program of WSP 2026"\n---\n{body}\n\n{TABLE}\n'
    file.write_text(text, encoding="utf-8")
    return disagreements([file])


WHERE_AND_WHEN = [
    "## August 26, 2026\n\nDresden, Germany",
    "Dresden, Germany\n\n26 August 2026",
    "August 26, 2026, Dresden, Germany",
    "Dresden, Germany, August 26, 2026",
    "WSP 2026 will take place in Dresden, Germany, on August 26, 2026.",
    "Workshop at SIGIR 2026, on Wednesday, August 26, 2026. Dresden, Germany.",
    "WSP 2026 is on August 26, 2026, in Dresden, Germany.",
    "### Where\n\nRoom 3, Dresden, Germany\n\n### When\n\nAugust 26, 2026",
    "WSP is held in Dresden, Germany.\n\n## August 26, 2026",
]


@pytest.mark.parametrize("where", WHERE_AND_WHEN)
def test_a_zone_elsewhere_is_an_error_wherever_place_and_day_stand(
    tmp_path: Path, where: str
) -> None:
    [found] = of_page(tmp_path, f"{where}\n\nAll times are Pacific Daylight Time (PDT).")

    assert (found.code, found.severity, pointed_at(found)) == ("wrong-zone", Severity.ERROR, "PDT")
    assert "the clocks of Dresden" in found.message
    assert codes(of_page(tmp_path, f"{where}\n\nAll times are in CEST.")) == []
    assert codes(of_page(tmp_path, f"{where}\n\nTimes are in UTC+2.")) == []


@pytest.mark.parametrize("where", WHERE_AND_WHEN)
def test_winter_time_in_summer_is_a_warning(tmp_path: Path, where: str) -> None:
    [found] = of_page(tmp_path, f"{where}\n\nAll times are Central European Time (CET).")

    assert (found.code, found.severity) == ("wrong-zone", Severity.WARNING)
    assert found.hint == "write CEST"


@pytest.mark.parametrize(
    ("where", "zone", "is_right"),
    [
        ("Boise, Idaho, USA, January 26, 2026", "Mountain Daylight Time", False),
        ("Boise, Idaho, USA, January 26, 2026", "Mountain Time", True),
        ("Boise, ID, January 26, 2026", "MDT", False),
        ("San Diego, California, January 26, 2026", "PST", True),
        ("San Diego, California, January 26, 2026", "JST", False),
        ("Lisbon, Portugal, January 26, 2026", "WEST", False),
        ("Tokyo, Japan, July 6, 2026", "Japan Standard Time", True),
        ("Vienna, Austria, July 6, 2026", "PT", False),
        ("Seattle, WA, July 6, 2026", "PT", True),
        ("New York, USA, July 6, 2026", "Eastern Standard Time", False),
    ],
)
def test_zones_are_known_by_letters_and_by_names(
    tmp_path: Path, where: str, zone: str, is_right: bool
) -> None:
    found = of_page(tmp_path, f"{where}\n\nThe schedule is in {zone}.")

    assert codes(found) == ([] if is_right else ["wrong-zone"])


def test_a_zone_in_front_matter_is_compared_with_a_day_without_its_year(tmp_path: Path) -> None:
    about = tmp_path / "2025" / "about.md"
    about.parent.mkdir()
    where = "Workshop at a conference, on Saturday, December 6. San Diego, California."
    about.write_text(f"---\nsubtitle: {where}\n---\nText.\n", encoding="utf-8")
    schedule = about.with_name("schedule.md")
    zone = "The schedule in Pacific Daylight Time (GMT-7) can be found below."
    schedule.write_text(f"---\ndescription: {zone}\n---\n{TABLE}\n", encoding="utf-8")

    [found] = disagreements([about, schedule])

    assert (found.code, found.severity) == ("wrong-zone", Severity.ERROR)
    assert "on December 6 the clocks of San Diego" in found.message


def test_a_site_says_its_place_in_its_settings(tmp_path: Path) -> None:
    settings = (
        "collections:\n  '2026':\n    location: Dresden, Germany\n    dates: August 26, 2026\n"
    )
    (tmp_path / "_config.yml").write_text(settings, encoding="utf-8")

    assert codes(of_page(tmp_path, "All times are in PDT.", "_2026/program.md")) == ["wrong-zone"]
    assert codes(of_page(tmp_path, "All times are in PDT.", "_2025/program.md")) == []


@pytest.mark.parametrize(
    "body",
    [
        "Dresden, Germany, August 26, 2026\n\nAll deadlines are 23:59 PDT.",
        "Dresden, Germany, August 26, 2026\n\nThe schedule is in CEST (PDT is 9 hours earlier).",
        "Dresden, Germany, August 26, 2026\n\nTimes are in CEST.\n\nThe schedule is in PDT, too.",
        "Dresden, Germany, or Lisbon, Portugal, August 26, 2026\n\nAll times are in PDT.",
        "Ann Author, Dresden, Germany\n\nText.\n\nText.\n\n## August 26, 2026\n\nTimes are in PDT.",
    ],
)
def test_what_may_be_meant_is_no_wrong_zone(tmp_path: Path, body: str) -> None:
    assert codes(of_page(tmp_path, body)) == []


def test_the_zone_of_a_virtual_workshop_may_be_chosen(tmp_path: Path) -> None:
    where = "Dresden, Germany, August 26, 2026\n\nThe workshop is virtual."

    assert codes(of_page(tmp_path, f"{where}\n\nAll times are in EDT (GMT-4).")) == []
    assert codes(of_page(tmp_path, f"{where}\n\nAll times are in CET.")) == ["wrong-zone"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("TU Dresden, Dresden, Germany", "Dresden, Germany"),
        ("held in Washington, D.C., USA", "Washington, D.C., USA"),
        ("Vancouver, BC, Canada", "Vancouver, BC, Canada"),
        ("in Munich, DE", None),
        ("between Paris, France and Rome, Italy", None),
        ("a talk by Ann Author, Bob Builder", None),
    ],
)
def test_the_one_place_of_a_text_is_taken(text: str, place: str | None) -> None:
    assert place_within(text) == place


def test_two_days_here_and_one_of_them_there_are_reported(tmp_path: Path) -> None:
    index = tmp_path / "index.md"
    index.write_text("### When\n\nJan 26/27, 2026, 9:00 to 17:00\n", encoding="utf-8")
    page = tmp_path / "schedule.md"
    page.write_text("We meet on Jan 27, 2026.\n", encoding="utf-8")

    [found] = disagreements([index, page])

    assert (found.code, found.severity) == ("two-dates", Severity.WARNING)
    assert "January 26, 2026 to January 27, 2026" in found.message

    page.write_text("We meet on Jan 28, 2026.\n", encoding="utf-8")
    assert [found.severity for found in disagreements([index, page])] == [Severity.ERROR]
    page.write_text("We meet on January 26 and 27, 2026.\n", encoding="utf-8")
    assert disagreements([index, page]) == []
    page.write_text("## January 27, 2026\n\nThe second day.\n", encoding="utf-8")
    assert disagreements([index, page]) == []
