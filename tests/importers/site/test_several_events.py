"""Sites that hold the pages of several events."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import ImportSourceError
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import HEAD, ORGANIZERS, organizers, site

ROME = "# Workshop on Careful Samples in Rome\n\nMay 11, 2026, Rome, Italy\n\n"
OSLO = "# Workshop on Careful Tests in Oslo\n\nJune 3, 2026, Oslo, Norway\n\n"
MORE = "## Organizers\n\n* Bob Builder, Sample Institute\n\n"
HOME = {"index.md": "# Careful Samples\n\nOur events of this year.\n"}
FORMS = {
    "pages": {**HOME, "rome.md": ROME + ORGANIZERS, "oslo.md": OSLO + MORE},
    "no first page": {"rome.md": ROME + ORGANIZERS, "oslo.md": OSLO + MORE},
    "folders": {**HOME, "rome/index.md": ROME, "rome/team.md": MORE, "oslo/index.md": OSLO + MORE},
}


@pytest.mark.parametrize("form", FORMS)
def test_pages_of_several_events_are_refused_by_their_names(tmp_path: Path, form: str) -> None:
    root = site(tmp_path / "site", FORMS[form])
    with pytest.raises(ImportSourceError, match=r"several events: oslo.*rome.*by itself"):
        read_site_edition(root, "2026")


def test_one_of_several_events_is_read_from_its_page(tmp_path: Path) -> None:
    root = site(tmp_path / "site", FORMS["pages"])
    draft = read_site_edition(root / "oslo.md", "2026")
    assert list(organizers(draft)) == ["Bob Builder"]


@pytest.mark.parametrize(
    "files",
    [
        {"a.md": "# Tutorial Workshop on Sorting\n\n" + MORE, "b.md": ROME + MORE},
        {"past.md": "# Second Workshop on Structured Proposals\n\n" + MORE},
    ],
)
def test_pages_of_parts_and_of_earlier_editions_make_no_other_event(
    tmp_path: Path, files: dict[str, str]
) -> None:
    root = site(tmp_path / "site", {"index.md": HEAD + ORGANIZERS, **files})
    assert "Ann Author" in organizers(read_site_edition(root, "2026"))
