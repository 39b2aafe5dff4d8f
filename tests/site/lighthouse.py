"""Runs Lighthouse on pages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.site.browsing import FLAGS

SCRIPT = Path(__file__).with_suffix(".mjs")


def lighthouse(
    addresses: Sequence[str], categories: Sequence[str], audits: Sequence[str]
) -> list[dict[str, Any]]:
    """Lighthouse's reports on pages as a phone shows them: `categories`, and `audits`.

    Args:
        addresses: of the pages; one Chromium shows all of them.
        categories: all of whose audits are made.
        audits: what else is made, by Lighthouse's names.

    Raises:
        subprocess.CalledProcessError: Lighthouse did not run.
    """
    wanted = {
        "addresses": addresses,
        "categories": categories,
        "audits": audits,
        "flags": ["--headless=new", *FLAGS],
    }
    finished = subprocess.run(
        ["node", str(SCRIPT), json.dumps(wanted)],
        env={**os.environ, "CHROME_PATH": shutil.which("chromium") or ""},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    reports: list[dict[str, Any]] = json.loads(finished.stdout)
    return reports
