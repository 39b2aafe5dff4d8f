"""What the name of a series must leave to its editions is told at its place."""

from __future__ import annotations

import pytest

from proposal.diagnostics import Severity
from tests.check.findings import AFTERWARDS, EDITION, diagnostics_of, only_diagnostic_of
from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

NAME = "name: Workshop on Generative AI for Recommender Systems and Personalization"


@pytest.mark.parametrize("name", ["1st Workshop on Tests", "The Third ACM Workshop on Tests"])
@pytest.mark.parametrize("file", ["workshop.yaml", EDITION])
def test_the_number_of_an_edition_in_a_name_is_an_error_that_says_what_to_write(
    workspace: Workspace, file: str, name: str
) -> None:
    if file == "workshop.yaml":
        workspace.replace(file, NAME, f"name: {name}")
    else:
        workspace.append(file, f"name: {name}\n")
    found = only(workspace.check(["2026"], AFTERWARDS))
    assert (found.code, found.severity) == ("ordinal-in-name", Severity.ERROR)
    assert places([found]) == [f"{workspace.place_of(file, name)} ordinal-in-name"]
    bare = name.replace("1st ", "").replace("The Third ", "")
    assert f"write `{bare}`" in str(found.hint)


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        (NAME, "name: Workshop on Tests 2026", "write `name: Workshop on Tests`"),
        (NAME, "name: Workshop on Tests (GRP 2026)", "write `name: Workshop on Tests`"),
        (NAME, "name: The Workshop on Tests", "write `name: Workshop on Tests`"),
        ("acronym: GenAIRecP", "acronym: GenAIRecP2026", "write `acronym: GenAIRecP`"),
        ("acronym: GenAIRecP", "acronym: GenAIRecP-26", "write `acronym: GenAIRecP`"),
    ],
)
def test_a_year_or_an_article_is_a_warning(
    workspace: Workspace, old: str, new: str, hint: str
) -> None:
    workspace.replace("workshop.yaml", old, new)
    assert only_diagnostic_of(workspace, "series-name").hint == hint


def test_a_year_that_is_the_subject_is_not_reported(workspace: Workspace) -> None:
    workspace.replace("workshop.yaml", NAME, "name: Workshop on the Agenda 2030")
    assert diagnostics_of(workspace, "series-name") == []
