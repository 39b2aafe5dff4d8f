"""Both editions' bundles, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.doctor import Group
from tests.conftest import MadeOnce
from tests.parts import require
from tests.workspace import Workspace


@pytest.fixture(scope="session")
def bundled(made_once: MadeOnce) -> Workspace:
    """The real workshop with the bundles of both editions; nobody changes anything in it."""
    require(Group.DOCUMENTS, Group.BUNDLES)

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        finished = workspace.run("bundle", "2024", "2026")
        assert finished.code == 0, finished.output + finished.errors
        (root / "printed").write_text(finished.output, encoding="utf-8")

    return Workspace(made_once("bundled", fill))
