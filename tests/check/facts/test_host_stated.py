"""The host conference is stated where a document prints it."""

from __future__ import annotations

import pytest

from proposal.check.facts.inspection import ArtefactKind
from proposal.check.facts.stated_facts import stated_facts
from proposal.check.rules.run_rules import subject_of
from tests.workspace import Workspace

EDITION = "editions/2024/edition.yaml"


@pytest.mark.parametrize(("reference", "is_stated"), [("true", True), ("false", False)])
def test_the_reference_format_alone_states_the_conference_by_its_name(
    workspace: Workspace, reference: str, is_stated: bool
) -> None:
    line = f"    acm_reference: {reference}\n    first_page:"
    workspace.replace(EDITION, "    first_page:", line)
    subject = subject_of(workspace.load(), "2024")
    (name,) = (stated for stated in stated_facts(subject) if stated.id == "venue.name")
    assert (ArtefactKind.CAMERA_READY in name.shown_in) is is_stated
    assert ArtefactKind.PAGE in name.shown_in
