"""People who stand in groups in the data of a site: in scripts, data files and front matter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import Draft
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import HEAD, html_with, organizers, site

_ANN = {"name": "Ann Author", "affiliation": "University of Testing"}
_BOB = {"name": "Bob Builder", "affiliation": "Sample Institute"}
_EVERYBODY = {"Ann Author": "University of Testing", "Bob Builder": "Sample Institute"}
_ROLES = {"Ann Author": "General chair", "Bob Builder": "Web chair"}


def _roles(draft: Draft) -> dict[str, str]:
    listed: Any = draft.edition["organizers"]
    return {
        one["person"].name: str(one["role"]).capitalize() for one in listed if isinstance(one, dict)
    }


def _from_script(root: Path, value: object) -> Draft:
    return html_with(root, f"<script>const organizers = {json.dumps(value)};</script>")


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("group", "members"),
        ("role", "people"),
        ("category", "persons"),
        ("committee", "list"),
        ("title", "members"),
    ],
)
def test_people_in_groups_are_read_with_the_groups_name(
    tmp_path: Path, name: str, members: str
) -> None:
    groups = [{name: "General Chairs", members: [_ANN]}, {name: "Web Chair", members: [_BOB]}]
    draft = _from_script(tmp_path, groups)
    assert organizers(draft) == _EVERYBODY
    assert _roles(draft) == _ROLES


def test_people_in_groups_by_their_names_may_be_texts(tmp_path: Path) -> None:
    groups = {
        "General Chairs": ["Ann Author, University of Testing"],
        "Web Chair": "Bob Builder, Sample Institute",
    }
    draft = _from_script(tmp_path, groups)
    assert organizers(draft) == _EVERYBODY
    assert _roles(draft) == _ROLES


def test_members_of_a_committee_in_groups_may_be_texts(tmp_path: Path) -> None:
    groups = [
        {"name": "Organizers", "members": [_ANN]},
        {"name": "Program Committee", "members": ["Bob Builder (Sample Institute)", "Cy Curator"]},
    ]
    draft = _from_script(tmp_path, groups)
    assert organizers(draft) == {"Ann Author": "University of Testing"}
    assert draft.edition["committee"] == [
        {"name": "Bob Builder", "affiliation": "Sample Institute"},
        {"name": "Cy Curator"},
    ]


_GROUPS = """- group: General Chairs
  members:
  - name: Ann Author
    affiliation: University of Testing
- group: Web Chair
  members:
  - name: Bob Builder
    affiliation: Sample Institute
"""


@pytest.mark.parametrize(
    "files",
    [
        {"index.md": HEAD.replace("---\n# Over", f"organizers:\n{_GROUPS}---\n# Over")},
        {
            "hugo.toml": "title = 'WSP 2026'\n",
            "content/_index.md": HEAD,
            "data/organizers.yaml": _GROUPS,
        },
    ],
    ids=["front matter", "data of Hugo"],
)
def test_groups_stand_in_front_matter_and_data_files(tmp_path: Path, files: dict[str, str]) -> None:
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert organizers(draft) == _EVERYBODY
    assert _roles(draft) == _ROLES


def test_sessions_with_their_parts_are_no_groups_of_people(tmp_path: Path) -> None:
    rows = [
        {"time": "09:00 - 09:30", "title": "Opening"},
        {"time": "09:30 - 10:00", "title": "Break"},
    ]
    sessions = [{"title": "Session 1", "items": rows}]
    draft = html_with(tmp_path, f"<script>const schedule = {json.dumps(sessions)};</script>")
    assert [slot["start"] for slot in draft.program] == ["09:00", "09:30"]
    assert not draft.people


@pytest.mark.parametrize("key", ["tags", "Keywords", "languages", "social", "mots-cles"])
def test_tags_of_a_person_are_nobody(tmp_path: Path, key: str) -> None:
    front = (
        "---\ntitle: Third Workshop on Structured Proposals (WSP 2026)\norganizers:\n"
        f"  - name: Ann Author\n    {key}:\n      - name: Old Greek\n---\n\nJune 26, 2026, Lyon\n"
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.md": front}), "2026")
    assert list(organizers(draft)) == ["Ann Author"]
