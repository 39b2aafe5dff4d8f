"""The forms in which `proposal check` prints what it has found."""

from __future__ import annotations

from enum import StrEnum


class CheckFormat(StrEnum):
    """How diagnostics are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
