"""What the Nu HTML checker and Lighthouse say of the pages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from tests.parts import require
from tests.site.browsing import FLAGS
from tests.site.sites import Site

ENOUGH = 98
"""The least score that Lighthouse may give, of 100."""
TRIES = 3
"""Speed is measured, and a busy machine measures it badly now and then."""


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


def lighthouse(address: str, npm_packages: Path, report: Path) -> dict[str, int]:
    """The scores of a page on a phone, by category."""
    chromium = shutil.which("chromium") or ""
    subprocess.run(
        [
            "node",
            str(npm_packages / "lighthouse" / "cli" / "index.js"),
            address,
            "--quiet",
            "--no-enable-error-reporting",
            "--output=json",
            f"--output-path={report}",
            f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}",
        ],
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        check=True,
    )
    categories = json.loads(report.read_text())["categories"]
    return {name: round(100 * category["score"]) for name, category in categories.items()}


def test_lighthouse_gives_an_editions_page_almost_all_its_points(
    site: Site, npm_packages: Path, tmp_path: Path
) -> None:
    require("Chromium", "Node.js with npm")
    best: dict[str, int] = {}
    for _ in range(TRIES):
        scores = lighthouse(f"{site.address}2026/", npm_packages, tmp_path / "report.json")
        best = {name: max(score, best.get(name, 0)) for name, score in scores.items()}
        if min(best.values()) >= ENOUGH:
            break
    assert set(best) == {"performance", "accessibility", "best-practices", "seo"}
    assert min(best.values()) >= ENOUGH, best
