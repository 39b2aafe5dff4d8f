"""Where files are kept that only save time: everything in there may be deleted at any moment."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """This program's folder among the user's caches; it need not exist, nor be writable.

    It is `$XDG_CACHE_HOME/proposal` (the XDG Base Directory Specification), where the variable
    is not set `~/Library/Caches/proposal` on macOS and `~/.cache/proposal` elsewhere.
    """
    told = os.environ.get("XDG_CACHE_HOME", "")
    if Path(told).is_absolute():  # the specification has relative ones ignored
        return Path(told) / "proposal"
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - never fails, unlike Path.home()
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "proposal"
