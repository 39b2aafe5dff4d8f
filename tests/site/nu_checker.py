"""What the Nu HTML Checker says of pages."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.parts import require

_SHORT_RUN = ("-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Java otherwise spends most of such a run on making its own code quicker."""


def said_by_nu(npm_packages: Path, *arguments: str) -> str:
    """What the Nu checker says of files, one remark a line."""
    require("Java")
    checker = npm_packages / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", *_SHORT_RUN, "-jar", str(checker), "--stdout", "--format", "gnu", *arguments]
    finished = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert finished.returncode == (1 if finished.stdout else 0), finished.stderr
    return finished.stdout
