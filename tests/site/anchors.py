"""The places of a page to which links may lead."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path


class Anchors(HTMLParser):
    """The ids and the addresses of one page."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id":
                self.ids.append(value or "")
            elif name in {"href", "src", "srcset"} or (name == "content" and "/" in (value or "")):
                self.addresses.append((value or "").partition(" ")[0])
