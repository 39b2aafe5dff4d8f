"""Joins the layers of several PDFs, so that what is hidden in one stays hidden beside others."""

from __future__ import annotations

from msgspec import Struct, field

LISTS = (b"/OFF", b"/Order", b"/RBGroups", b"/Locked", b"/AS")
"""The lists of the default configuration (ISO 32000-1, 8.11.4.3) that are kept."""


class JoinedLayers(Struct):
    """The layers of a volume: what stands in their lists, by the lists' keys."""

    lists: dict[bytes, list[bytes]] = field(default_factory=dict)

    def add(self, key: bytes, entries: bytes) -> None:
        """Bring in what stands in a list of a part."""
        self.lists.setdefault(key, []).append(entries)

    def key(self) -> bytes:
        """What the catalog says of layers; nothing without any."""
        if b"/OCGs" not in self.lists:
            return b""
        default = b" ".join(
            b"%s [ %s ]" % (key, b" ".join(self.lists[key])) for key in LISTS if key in self.lists
        )
        groups = b" ".join(self.lists[b"/OCGs"])
        return b"/OCProperties << /OCGs [ %s ] /D << %s >> >>" % (groups, default)
