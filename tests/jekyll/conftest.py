"""The real workshop's pages in Jekyll sites, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MadeOnce
from tests.jekyll.sites import SITES, Site, built_site
from tests.parts import require
from tests.workspace import REAL_WORKSHOP, Workspace


@pytest.fixture(scope="session")
def real() -> Workspace:
    """The real workshop, of which nothing is changed."""
    return Workspace(REAL_WORKSHOP)


@pytest.fixture(scope="session", params=sorted(SITES))
def site(request: pytest.FixtureRequest, made_once: MadeOnce, real: Workspace) -> Site:
    """The real workshop's pages in each kind of site."""
    require("Jekyll")

    def fill(folder: Path) -> None:
        folder.mkdir()
        built_site(real, request.param, folder)

    return Site(made_once(f"jekyll-{request.param}", fill) / "pages")
