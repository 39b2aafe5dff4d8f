"""Which parts of the machine a test needs, and what becomes of it where one is missing."""

from __future__ import annotations

import os
from functools import cache

import pytest

from proposal.doctor import Group, Part, missing, short_listing


@cache
def _missing_parts() -> tuple[Part, ...]:
    return missing(*Group)


def require(*wanted: Group | str) -> None:
    """Skip the test if the machine lacks a part, named or of a group; with CI set, fail it."""
    lacking = [part for part in _missing_parts() if {part.group, part.name} & set(wanted)]
    if not lacking:
        return
    message = f"this machine lacks {short_listing([part.name for part in lacking])}"
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
