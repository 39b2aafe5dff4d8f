"""What is told of concepts of ACM's classification."""

from __future__ import annotations

import pytest

from tests.check.findings import EDITION, diagnostics_of, only_diagnostic_of, where
from tests.workspace import Workspace

FIRST = "concept: Information systems → Recommender systems"
ID = "10002951.10003317.10003347.10003350"


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        (
            FIRST,
            "concept: Information system → Recommender systems",
            "ccs-branch",
            "ACM's classification has no branch “Information system”",
        ),
        (
            ID,
            "10010147.10010178.10010180",
            "ccs-id",
            (
                "the id 10010147.10010178.10010180 is of “Computing methodologies”,"
                " not of “Information systems”"
            ),
        ),
        (
            f"{{{FIRST}, id: {ID}, significance: 500}}",
            "Information systems → Recommender systems",
            "ccs-id",
            (
                "the concept “Information systems → Recommender systems” has no `id`,"
                " without which ACM does not know it"
            ),
        ),
    ],
    ids=["branch", "other branch", "no id"],
)
def test_a_concept_that_acm_does_not_know_is_reported(
    workspace: Workspace, old: str, new: str, code: str, message: str
) -> None:
    workspace.replace(EDITION, old, new)
    found = only_diagnostic_of(workspace, code)
    assert found.message == message
    assert where(found).startswith("edition.yaml:")


def test_the_concepts_of_the_real_workshop_are_known(workspace: Workspace) -> None:
    assert diagnostics_of(workspace, "ccs-branch") == []
    assert diagnostics_of(workspace, "ccs-id") == []
