"""Two editions in one year, one of them not counted, stand side by side in all that is made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from proposal.build.outputs import RenderedPages
from proposal.build.pages import render_pages
from proposal.check.rules.run_rules import subject_of
from proposal.check.rules.series_rules import SERIES
from proposal.importers.jekyll.edition_reader import read_jekyll
from proposal.project import Project
from proposal.source.bibtex import parse_bibliography
from tests.workspace import Workspace

SPECIAL = "2026-kdd"
NAME = "Workshop on Generative AI for Recommender Systems and Personalization"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The workshop of 2024 moved to a second one in 2026 that is not counted."""
    workspace = Workspace.of_the_real_workshop(tmp_path_factory.mktemp("two") / "workshop")
    shutil.copytree(workspace.data / "editions/2024", workspace.data / "editions" / SPECIAL)
    (workspace.data / "editions" / SPECIAL / "calendar.yaml").unlink(missing_ok=True)
    file = workspace.data / "editions" / SPECIAL / "edition.yaml"
    text = file.read_text(encoding="utf-8").replace("2024", "2026")
    file.write_text(text.replace("ordinal: 1\n", "ordinal: uncounted\n"), encoding="utf-8")
    venue = (workspace.data / "venues/kdd-2024.yaml").read_text(encoding="utf-8")
    venue = venue.replace("2024", "2026").replace("'24", "'26")
    workspace.write("venues/kdd-2026.yaml", venue.replace("kdd-2026", "kdd-2024"))
    workspace.replace("workshop.yaml", "current: 2026", f"current: {SPECIAL}")
    return workspace.load()


@pytest.fixture(scope="module")
def pages(two: Project) -> RenderedPages:
    return render_pages(two)


def test_their_data_are_good(two: Project) -> None:
    assert two.data.diagnostics == []
    assert two.diagnostics_of(two.editions) == []
    for name in two.editions:
        subject = subject_of(two, name)
        assert [found for rule in SERIES for found in rule(subject)] == []


def test_editions_are_in_the_order_of_their_days(two: Project) -> None:
    assert two.series is not None
    assert [edition.id for edition in two.series.editions] == [SPECIAL, "2026", "2024"]
    listed = [[past.number for past in two.editions[name].editions] for name in ("2026", SPECIAL)]
    assert listed == [["First", "Second"], ["First", "Second", "Third"]]


def test_without_a_number_the_title_is_the_name(two: Project, pages: RenderedPages) -> None:
    assert two.editions[SPECIAL].title == NAME
    page = pages.site.files[f"{SPECIAL}/index.html"].decode()
    assert f">{NAME}</h1>" in page
    assert f"Third {NAME}</h1>" in pages.site.files["2026/index.html"].decode()
    assert f"\n{NAME}\n" in pages.texts[SPECIAL].files["cfp.txt"].decode()


def test_the_list_of_editions_names_and_links_both(pages: RenderedPages) -> None:
    listing = pages.site.files["editions/index.html"].decode()
    assert f'<a href="../{SPECIAL}/">2026 edition</a>' in listing
    assert '<a href="../2026/">Third edition, 2026</a>' in listing
    assert f'href="{SPECIAL}/"' in pages.site.files["index.html"].decode()
    jekyll = pages.jekyll.files["pages/all-editions.md"].decode()
    assert f'title: "GenAIRecP {SPECIAL} (current edition)"' in jekyll
    assert 'title: "GenAIRecP 2026"' in jekyll


def test_nothing_has_the_name_of_something_in_the_other(pages: RenderedPages) -> None:
    events, keys = [], []
    for name in ("2026", SPECIAL):
        files = pages.texts[name].files
        lines = files["dates.ics"].decode().splitlines()
        events.append({line for line in lines if line.startswith("UID:")})
        keys.append(set(parse_bibliography(files["papers.bib"].decode(), Path("papers.bib"))[0]))
        assert any(line == f"X-WR-CALNAME:GenAIRecP {name} dates" for line in lines)
    assert all(events)
    assert not events[0] & events[1]
    assert all(keys)
    assert not keys[0] & keys[1]


def test_both_are_read_back_from_the_jekyll_site(pages: RenderedPages, tmp_path: Path) -> None:
    for name, content in pages.jekyll.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    days = {name: read_jekyll(tmp_path, name).edition["when"] for name in ("2026", SPECIAL)}
    assert {name: dict(day)["date"] for name, day in days.items() if isinstance(day, dict)} == {
        "2026": "2026-02-26",
        SPECIAL: "2026-08-25",
    }
