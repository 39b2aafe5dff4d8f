"""The parts of addresses, which on pages of others may be anything."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def split_address(address: str) -> SplitResult | None:
    """The parts of an address; nothing if it is none, as `http://[papers`."""
    try:
        return urlsplit(address)
    except ValueError:
        return None
