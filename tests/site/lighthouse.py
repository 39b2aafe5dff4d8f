"""Runs Lighthouse on a page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.site.browsing import FLAGS


def lighthouse(address: str, npm_packages: Path, report: Path) -> dict[str, Any]:
    """Lighthouse's report on a page as a phone shows it: `categories`, and the `audits` in them.

    Args:
        address: of the page.
        npm_packages: the folder that holds Lighthouse.
        report: where it is written.

    Raises:
        subprocess.CalledProcessError: Lighthouse did not run.
    """
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
    judged: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return judged
