"""Programs that run."""

from __future__ import annotations

from pathlib import Path


def running_in(folder: Path) -> list[str]:
    """The programs that run somewhere below a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "cwd").readlink().is_relative_to(folder):
                found.append((process / "comm").read_text().strip())
        except OSError:
            continue  # it has just ended, or is somebody else's
    return found
