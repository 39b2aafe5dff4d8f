"""The websites that are opened in the browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import MadeOnce
from tests.site.browsing import Visitor, Windows
from tests.site.serving import served
from tests.site.sites import Site, build_site, enrich, folder_of, without_documents
from tests.workspace import Workspace

Serve = Callable[..., Site]
"""Builds and serves the website of a workspace for the length of a test."""


@pytest.fixture
def visitor(windows: Windows) -> Iterator[Visitor]:
    """A visitor, who must not have met anything wrong by the end of the test."""
    visitor = Visitor(windows)
    yield visitor
    visitor.leave()
    assert visitor.complaints == []


@pytest.fixture(scope="session")
def site(built: Workspace, made_once: MadeOnce) -> Iterator[Site]:
    """The real workshop's website; nobody changes anything in it."""

    def fill(root: Path) -> None:
        shutil.copytree(built.root, root)
        build_site(Workspace(root))

    workspace = Workspace(made_once("site", fill))
    with served(folder_of(workspace)) as address:
        yield Site(workspace, address)


@pytest.fixture(scope="session")
def rich_site(made_once: MadeOnce) -> Iterator[Site]:
    """A website with all that data may say, and hostile text; nobody changes it."""

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        without_documents(workspace)
        enrich(workspace)
        build_site(workspace)

    workspace = Workspace(made_once("rich", fill))
    with served(folder_of(workspace)) as address:
        yield Site(workspace, address)


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    """The real workshop's data without PDFs, which take long and are not looked at."""
    without_documents(workspace)
    return workspace


@pytest.fixture
def serve(workspace: Workspace) -> Iterator[Serve]:
    """Builds the website of the test's own workspace, as changed by then, and serves it."""
    with ExitStack() as stack:

        def start(under: str = "/") -> Site:
            folder = build_site(workspace)
            return Site(workspace, stack.enter_context(served(folder, under)))

        yield start
