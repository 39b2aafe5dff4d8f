"""Takes portraits: pictures of the kinds that one may be, by how their files begin."""

from __future__ import annotations

from proposal.importers.draft import DraftPerson

_KINDS = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png", b"RIFF": ".webp"}


def portrait_suffix(content: bytes) -> str | None:
    """How the name of a portrait's file ends; nothing for what is no JPEG, PNG or WebP."""
    return next((suffix for start, suffix in _KINDS.items() if content.startswith(start)), None)


def take_portrait(person: DraftPerson, content: bytes) -> bool:
    """Give somebody a portrait; whether it is a picture that one may be."""
    suffix = portrait_suffix(content)
    if suffix:
        person.photo, person.photo_suffix = content, suffix
    return bool(suffix)
