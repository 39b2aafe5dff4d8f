"""Tells whether the built pages beside the sources of a Jekyll site are made of these sources."""

from __future__ import annotations

import html
import re
from pathlib import Path

from proposal.reading.sites.jekyll_sources import read_front

_HOMES = ("index.md", "index.markdown", "index.html")
_SHORTEST_PIECE = 30
"""So many letters has a piece of text that is looked for; shorter ones stand on any page."""
_FEWEST_PIECES = 5
_SHARE = 0.9
"""What part of the pieces stands in pages that were built of them; themes leave some out."""
_MOST_PAGES = 500
_NO_TEXT = re.compile(
    r"\A---.*?^---|<!--.*?-->|\{%-?\s*comment.*?endcomment\s*-?%\}|\{[%{].*?[%}]\}"
    r"|<(?:script|style)\b.*?</(?:script|style)>",
    re.DOTALL | re.MULTILINE,
)
"""What is no text of a page: `<!-- a note -->`, `{% include head.html %}`, `{{ page.title }}`."""
_MARKUP = re.compile(
    r"<[^<>]*>|\]\([^()]*\)|\{:?[^{}\n]*\}|https?://\S+|[\[\]*_`|#~\\]|^\s*\d+\.",
    re.MULTILINE,
)
"""`<b>`, `](about.md)`, `**`, `1.`"""
_NO_PAGES = {"readme", "404", "license", "changelog", "contributing"}


def is_built_of_sources(root: Path) -> bool:
    """Whether `_site` holds what the sources say now, and is left over from nothing else.

    Args:
        root: the folder of the sources.
    """
    built = root / "_site" / "index.html"
    return built.is_file() and _has_title(root, built) and _has_texts(root)


def _has_title(root: Path, built: Path) -> bool:
    fronts = (read_front(root / name) for name in _HOMES if (root / name).is_file())
    titles = [str(front.front.get("title") or "") for front in fronts if front is not None]
    shown = html.unescape(built.read_text(encoding="utf-8", errors="replace"))
    return not titles or _words_of(titles[0]) in _words_of(shown)


def _has_texts(root: Path) -> bool:
    """Whether nearly all that pages say in a sentence or so stands in the built ones."""
    pieces = [piece for page in _pages_of(root) for piece in _pieces_of(page)]
    if len(pieces) < _FEWEST_PIECES:
        return True
    built = sorted((root / "_site").rglob("*.html"))[:_MOST_PAGES]
    shown = " ".join(
        _words_of(re.sub(r"<[^<>]*>", " ", html.unescape(_text_of(page)))) for page in built
    )
    return sum(piece in shown for piece in pieces) >= _SHARE * len(pieces)


def _pages_of(root: Path) -> list[Path]:
    folders = (root, root / "_pages", root / "pages")
    pages = (page for folder in folders for page in sorted(folder.glob("*.*")))
    kinds = {".md", ".markdown", ".html"}
    return [page for page in pages if page.suffix in kinds and page.stem.lower() not in _NO_PAGES]


def _pieces_of(page: Path) -> list[str]:
    """The words of the longer pieces of a page between markup; none of what is no page."""
    text = _text_of(page)
    # such as published: false
    if not text.startswith("---") or re.search(r"^published:\s*false", text, re.MULTILINE):
        return []
    lines = _MARKUP.sub("\n", _NO_TEXT.sub("\n", text)).split("\n")
    pieces = (_words_of(line) for line in lines)
    return [piece for piece in pieces if len(piece) >= _SHORTEST_PIECE]


def _text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8", errors="replace")


def _words_of(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
