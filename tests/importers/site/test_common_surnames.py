"""People whose names are common words of programmes and posts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.site.small_sites import organizers, page_with

BESIDE = "* Bob Builder, University of Testing\n* Carol Creator, University of Testing\n"
BUILT_ALIKE = dict.fromkeys(("Bob Builder", "Carol Creator"), "University of Testing")


@pytest.mark.parametrize(
    "name", ["Ann Speaker", "Ann Chair", "Ann B. Day", "Ann Head", "Will Author", "Mark Dean"]
)
def test_a_common_word_is_a_surname_in_an_item_like_those_beside_it(
    tmp_path: Path, name: str
) -> None:
    text = f"# Organizers\n\n* {name}, Example College\n{BESIDE}"
    assert organizers(page_with(tmp_path, text)) == {name: "Example College", **BUILT_ALIKE}


def test_a_common_word_is_a_surname_in_a_list_of_names(tmp_path: Path) -> None:
    text = "# Organizers\n\n* Ann Day\n* Bob Builder\n* Carol Creator\n"
    assert set(organizers(page_with(tmp_path, text))) == {"Ann Day", "Bob Builder", "Carol Creator"}


@pytest.mark.parametrize(
    "item",
    [
        "Finance Chair, University of Testing",
        "Invited Speaker, University of Testing",
        "Second Day, University of Testing",
        "Sample Bank, Example Institute",
        "Best Paper, University of Testing",
        "Ann Speaker, on Samples",
        "Ann Session",
    ],
)
def test_posts_and_parts_of_a_day_are_nobody(tmp_path: Path, item: str) -> None:
    draft = page_with(tmp_path, f"# Organizers\n\n* {item}\n{BESIDE}")
    assert organizers(draft) == BUILT_ALIKE
    assert [one.message for one in draft.diagnostics if "nobody is understood" in one.message]
