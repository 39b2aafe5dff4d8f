"""Reads one value where several may stand."""

from __future__ import annotations

from typing import Any


def as_list_of_records(value: Any) -> Any:
    """A list of a single record, which may be written as a text, and anything else as it is."""
    return [value] if isinstance(value, str | dict) else value


def as_list(value: Any) -> Any:
    """A list of a single text, and anything else as it is."""
    return [value] if isinstance(value, str) else value
