"""What the Nu HTML checker and Lighthouse say of the pages."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.parts import require
from tests.site.lighthouse import lighthouse
from tests.site.sites import Site

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


def test_the_nu_checker_has_nothing_to_say(site: Site, rich_site: Site, npm_packages: Path) -> None:
    require("Java")
    files = [
        str(file)
        for published in (site, rich_site)
        for file in published.folder.rglob("*")
        if file.suffix in {".html", ".svg", ".css"}
    ]
    assert len(files) > 10
    checker = npm_packages / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(checker), "--stdout", "--also-check-css", "--also-check-svg"]
    finished = subprocess.run(
        [*command, "--format", "gnu", *files], capture_output=True, encoding="utf-8", check=False
    )
    assert finished.stdout == ""
    assert finished.returncode == 0, finished.stderr


def test_lighthouse_gives_all_points_to_what_an_editions_page_is(
    site: Site, npm_packages: Path, tmp_path: Path
) -> None:
    require("Chromium", "Node.js with npm")
    report = lighthouse(f"{site.address}2026/", npm_packages, tmp_path / "report.json")
    scores = {name: report["categories"][name]["score"] for name in CATEGORIES}
    assert scores == dict.fromkeys(CATEGORIES, 1)
    causes = {name: report["audits"][name]["score"] for name in CAUSES}
    assert causes == dict.fromkeys(CAUSES, 1)
