"""Makes points of a drawing (SVG), in a process of its own that may take only so much.

A drawing of some bytes can ask for any work: a shape of shapes of shapes, a filter over millions
of points. Its letters are drawn with the program's fonts, so that it has the same bytes everywhere.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys

from proposal.render.site.faces import FONTS

SECONDS = 10
"""The time after which a drawing is given up; usual ones take some hundredths of a second."""

_MEGABYTES = 1024
"""The memory that drawing a picture may take."""


def rasterized(svg: bytes, width: int, height: int) -> bytes | None:
    """A drawing as PNG, as large as fits into a box; nothing if it cannot be drawn.

    Args:
        svg: the drawing.
        width: of the picture, in pixels.
        height: of the picture, in pixels.
    """
    command = [sys.executable, "-m", __name__, str(width), str(height)]
    try:
        finished = subprocess.run(
            command,
            input=svg,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return finished.stdout if finished.returncode == 0 and finished.stdout else None


def _draw(width: int, height: int) -> None:
    """Read a drawing from the standard input, and write it as PNG."""
    import resource  # noqa: PLC0415 - only here, and on no other system than Linux and its like

    import resvg_py  # noqa: PLC0415 - slow to load

    most = _MEGABYTES * 1024 * 1024
    with contextlib.suppress(OSError, ValueError):  # some systems take no limits
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    png = resvg_py.svg_to_bytes(
        svg_string=sys.stdin.buffer.read().decode("utf-8-sig"),
        width=width,
        height=height,
        skip_system_fonts=True,
        font_files=[str(FONTS / name) for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")],
        font_family="Noto Sans",
        serif_family="Noto Sans",
        sans_serif_family="Noto Sans",
        monospace_family="Noto Sans",
    )
    sys.stdout.buffer.write(bytes(png))


if __name__ == "__main__":
    _draw(int(sys.argv[1]), int(sys.argv[2]))
