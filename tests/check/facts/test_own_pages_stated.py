"""What own pages quote is compared with the data on the website and in the tree for Jekyll."""

from __future__ import annotations

import pytest

from tests.check.facts.conftest import NOT_MADE, after_change, looked_at
from tests.workspace import Workspace

PAGE, JEKYLL = "site/2026/faq/index.html", "jekyll/pages/GenAIRecP2026/faq.md"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The pages of a workshop with a page of its own, which each test puts back as they were."""
    root = tmp_path_factory.mktemp("pages") / "workshop"
    root.mkdir()
    workspace = Workspace.of_the_real_workshop(root)
    workspace.write(
        "editions/2026/pages/faq.md",
        "# Questions\n\nPapers arrive by {{ dates.submission }} in Boise. Words of mine.\n",
    )
    finished = workspace.run("build", "--only", "site,jekyll")
    assert finished.code == 0, finished.output
    return workspace


def test_pages_as_they_were_made_agree(made: Workspace) -> None:
    agreement = looked_at(made)
    assert [found.message for found in agreement.diagnostics if found.code != NOT_MADE] == []


@pytest.mark.parametrize("file", [PAGE, JEKYLL])
def test_a_quoted_fact_that_somebody_changed_is_named_at_its_place_in_the_data(
    made: Workspace, file: str
) -> None:
    day = "November\N{NO-BREAK SPACE}28, 2025" if file == PAGE else "November\N{NO-BREAK SPACE}28"
    (found,) = after_change(made, file, day, day.replace("28", "29"))
    assert found.code == "different-fact"
    assert "where dates.submission is “November 28, 2025”" in found.message
    assert found.span is not None
    assert found.span.file.name == "edition.yaml"


def test_other_words_that_somebody_changed_are_reported_as_a_change(made: Workspace) -> None:
    (found,) = after_change(made, PAGE, "Words of mine", "Words of yours")
    assert found.code == "changed-artefact"
    assert "build/site/2026/faq/index.html was changed after it was made" in found.message
