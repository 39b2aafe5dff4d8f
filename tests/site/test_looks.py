"""Every look is read and used by everybody, on light and on dark pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from proposal.model.looks import LOOKS, Look
from tests.conftest import MadeOnce
from tests.parts import require
from tests.site.axe import ALL_RULES, OF_COLOURS, OF_STYLES, SCROLLED_AND_SEEN, WIDER, violations
from tests.site.browsing import Visitor, look_at, open_all_details
from tests.site.lighthouse import lighthouse
from tests.site.nu_checker import said_by_nu
from tests.site.serving import served
from tests.site.sites import Site, build_site, changed, enrich, folder_of, without_documents
from tests.workspace import Workspace

OTHERS = LOOKS[1:]
"""All looks but the usual one, which all other tests see."""

CATEGORIES = ("accessibility", "best-practices", "seo")
"""What Lighthouse judges by what a page is, whatever the machine does meanwhile."""
CAUSES = (
    "cumulative-layout-shift",
    "dom-size",
    "duplicated-javascript",
    "efficient-animated-content",
    "font-display",
    "legacy-javascript",
    "modern-image-formats",
    "no-document-write",
    "offscreen-images",
    "redirects",
    "total-byte-weight",
    "unminified-css",
    "unminified-javascript",
    "unsized-images",
    "unused-css-rules",
    "unused-javascript",
    "uses-optimized-images",
    "uses-passive-event-listeners",
    "uses-rel-preconnect",
    "uses-responsive-images",
)
"""What makes pages slow wherever they are shown, by Lighthouse's names.

How long it takes is measured in `bench/`.
"""


@dataclass(frozen=True, slots=True)
class Looked:
    """The websites of the fixture workshops in one look."""

    rich: Site
    """With all that data may say, and with words that are wider than a phone."""
    careful: Site
    """With a logo and a photo, several days and tracks."""

    @property
    def pages(self) -> dict[str, dict[str, Any]]:
        """The addresses of a page of each kind, and what is judged there.

        The text of a page is the same in every look, and that of the rich ones is judged in the
        usual one.
        """
        paths = ["", "2026/", "2026/call-for-papers/", "editions/", "404.html"]
        careful = ["2027/", "2027/call-for-papers/"]
        return {
            **{self.rich.address + path: OF_STYLES for path in paths},
            **{self.careful.address + path: ALL_RULES for path in careful},
        }


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
    for address, rules in looked[look].pages.items():
        page = visitor.open(address, width=320)
        open_all_details(page)
        page.add_script_tag(path=npm_packages / "axe-core" / "axe.min.js")
        for width in (320, 768, 1280):
            look_at(page, width, "light")
            scrolled, seen = page.evaluate(SCROLLED_AND_SEEN)
            assert scrolled <= seen, (address, width, page.evaluate(WIDER))
        assert violations(page, rules) == [], address
        if address.endswith(("/2026/", "/2027/", "/editions/")):  # which have all kinds of parts
            look_at(page, 1280, "dark")
            assert violations(page, OF_COLOURS) == [], address
        visitor.leave()


def test_the_nu_checker_has_nothing_to_say_of_any_page_and_of_any_look(
    site: Site, rich_site: Site, looked: dict[Look, Looked], npm_packages: Path
) -> None:
    pages = [
        file
        for published in (site, rich_site)
        for file in published.folder.rglob("*")
        if file.suffix in {".html", ".svg", ".css"}
    ]
    assets = [
        file
        for sites in looked.values()
        for folder in (sites.rich.folder, sites.careful.folder)
        for file in folder.rglob("*")
        if file.parent.name == "assets" and file.suffix in {".svg", ".css"}
    ]
    pages += [sites.careful.folder / "2027/index.html" for sites in looked.values()]
    assert len(pages) > 10
    assert len(assets) > 10
    files = map(str, [*pages, *assets])
    assert said_by_nu(npm_packages, "--also-check-css", "--also-check-svg", *files) == ""


def test_lighthouse_gives_all_points_to_what_a_page_is_in_every_look(
    site: Site, looked: dict[Look, Looked], npm_packages: Path
) -> None:
    require("Chromium", "Node.js with npm")
    assert npm_packages
    addresses = [
        f"{site.address}2026/",
        *(f"{sites.careful.address}2027/" for sites in looked.values()),
    ]
    for address, report in zip(addresses, lighthouse(addresses, CATEGORIES, CAUSES), strict=True):
        assert report["finalDisplayedUrl"] == address
        scores = {name: report["categories"][name]["score"] for name in CATEGORIES}
        assert scores == dict.fromkeys(CATEGORIES, 1), address
        causes = {name: report["audits"][name]["score"] for name in CAUSES}
        assert causes == dict.fromkeys(CAUSES, 1), address
