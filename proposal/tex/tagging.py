"""Says whether the TeX of this machine can make PDFs with tags."""

from __future__ import annotations

import re

from proposal.tex.installed import tex_versions

LEAST_LATEX = "2025-06-01"
"""LaTeX's first release whose `\\DocumentMetadata` knows `tagging=on` (LaTeX News 41)."""
LEAST_ACMART = (2, 18)
"""The first acmart that is used with tags here; 2.12 had another class for them."""

NEEDED = f"TeX Live 2025 or newer with acmart {LEAST_ACMART[0]}.{LEAST_ACMART[1]} or newer"
"""What is needed, in words."""

_NUMBER = re.compile(r"v(\d+)\.(\d+)")
"""`v0.99`"""
_DISTRIBUTION = re.compile(r"TeX Live \d{4}(/dev)?")
"""`TeX Live 2025/Debian`, `TeX Live 2025/dev`"""


def too_old_for_tags() -> str:
    """What is installed here, in words, if that cannot make tags; else nothing."""
    versions = tex_versions("lualatex")
    if not versions:
        return "no LuaLaTeX"
    number = _NUMBER.search(versions["acmart"])
    acmart = (int(number[1]), int(number[2])) if number else (0, 0)
    release = versions["latex"]
    is_release_known = release[:1].isdigit()
    if is_release_known and release >= LEAST_LATEX and acmart >= LEAST_ACMART:
        return ""
    found = _DISTRIBUTION.search(versions["engine"])
    distribution = found[0] if found else "a TeX"
    kernel = f" (LaTeX of {release})" if is_release_known else ""
    shown = f"acmart {acmart[0]}.{acmart[1]}" if number else "no acmart"
    return f"{distribution}{kernel} with {shown}"
