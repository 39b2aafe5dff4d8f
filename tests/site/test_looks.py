"""Every look is read and used by everybody, on light and on dark pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from proposal.model.looks import LOOKS, Look
from tests.conftest import MadeOnce
from tests.parts import require
from tests.site.browsing import Scheme, Visitor, look_at, open_all_details
from tests.site.serving import served
from tests.site.sites import Site, build_site, changed, enrich, folder_of, without_documents
from tests.site.test_accessibility import SCROLLED_AND_SEEN, WIDER, violations
from tests.site.test_judges import CATEGORIES, CAUSES, said_by_nu, scores_by_lighthouse
from tests.workspace import Workspace

OTHERS = LOOKS[1:]
"""All looks but the usual one, which all other tests see."""


@dataclass(frozen=True, slots=True)
class Looked:
    """The websites of the fixture workshops in one look."""

    rich: Site
    """With all that data may say, and with words that are wider than a phone."""
    careful: Site
    """With a logo and a photo, several days and tracks."""

    @property
    def pages(self) -> list[str]:
        """The addresses of a page of each kind."""
        paths = ["", "2026/", "2026/call-for-papers/", "editions/", "404.html"]
        return [
            *(self.rich.address + path for path in paths),
            *(self.careful.address + path for path in ("2027/", "2027/call-for-papers/")),
        ]


@pytest.fixture(scope="session")
def looked(made_once: MadeOnce) -> Iterator[dict[Look, Looked]]:
    """The websites by look; nobody changes them."""

    def rich(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        without_documents(workspace)
        enrich(workspace)

    def careful(root: Path) -> None:
        workspace = Workspace.of_careful_engines(root)
        with changed(workspace, "editions/2027/edition.yaml") as edition:
            del edition["documents"]

    def built(name: str, look: Look, fill: Callable[[Path], None]) -> Workspace:
        def whole(root: Path) -> None:
            fill(root)
            workspace = Workspace(root)
            workspace.append("workshop.yaml", f"look: {look}\n")
            build_site(workspace)

        return Workspace(made_once(f"{name}-{look}", whole))

    with ExitStack() as stack:
        found = {}
        for look in OTHERS:
            workspaces = (built("rich", look, rich), built("careful", look, careful))
            sites = [
                Site(workspace, stack.enter_context(served(folder_of(workspace))))
                for workspace in workspaces
            ]
            found[look] = Looked(*sites)
        yield found


@pytest.mark.parametrize("look", OTHERS)
def test_axe_finds_no_violation_and_nothing_is_wider_than_a_phone(
    look: Look, looked: dict[Look, Looked], npm_packages: Path, visitor: Visitor
) -> None:
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for address in looked[look].pages:
        page = visitor.open(address, width=320)
        open_all_details(page)
        page.add_script_tag(path=npm_packages / "axe-core" / "axe.min.js")
        for scheme in schemes:
            for width in (320, 768, 1280):
                look_at(page, width, scheme)
                scrolled, seen = page.evaluate(SCROLLED_AND_SEEN)
                assert scrolled <= seen, (address, width, scheme, page.evaluate(WIDER))
            assert violations(page) == [], (address, scheme)
        visitor.leave()


def test_the_nu_checker_has_nothing_to_say_of_any_look(
    looked: dict[Look, Looked], npm_packages: Path
) -> None:
    files = [
        str(file)
        for sites in looked.values()
        for folder in (sites.rich.folder, sites.careful.folder)
        for file in folder.rglob("*")
        if file.parent.name == "assets" and file.suffix in {".svg", ".css"}
    ]
    files += [str(sites.careful.folder / "2027/index.html") for sites in looked.values()]
    assert len(files) > 10
    assert said_by_nu(npm_packages, "--also-check-css", "--also-check-svg", *files) == ""


@pytest.mark.parametrize("look", OTHERS)
def test_lighthouse_gives_all_points_to_every_look(
    look: Look, looked: dict[Look, Looked], npm_packages: Path, tmp_path: Path
) -> None:
    require("Chromium", "Node.js with npm")
    address = f"{looked[look].careful.address}2027/"
    scores, causes = scores_by_lighthouse(address, npm_packages, tmp_path)
    assert scores == dict.fromkeys(CATEGORIES, 1)
    assert causes == dict.fromkeys(CAUSES, 1)
