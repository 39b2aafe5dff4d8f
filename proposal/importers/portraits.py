"""Tells the kinds of pictures that a portrait may be, by how their files begin."""

from __future__ import annotations

_KINDS = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png", b"RIFF": ".webp"}


def portrait_suffix(content: bytes) -> str | None:
    """How the name of a portrait's file ends; nothing for what is no JPEG, PNG or WebP."""
    return next((suffix for start, suffix in _KINDS.items() if content.startswith(start)), None)
