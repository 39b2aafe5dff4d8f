"""Where veraPDF is, if this machine has it, and what tells it from another one."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

PROGRAM = "verapdf"
HOME = "https://verapdf.org"
FAILED = "verapdf-failed"
"""The code of the diagnostic that it did not judge."""


def verapdf(search_path: str | None = None) -> Path | None:
    """Where veraPDF is, if it can be found in some folders or, by default, in those of PATH."""
    found = shutil.which(PROGRAM, path=search_path)
    return Path(found) if found else None


def verapdf_identity() -> str:
    """What changes when veraPDF is installed, updated or removed."""
    program = verapdf()
    if program is None:
        return ""
    with contextlib.suppress(OSError):
        return f"{program} {program.stat().st_mtime_ns}"
    return str(program)
