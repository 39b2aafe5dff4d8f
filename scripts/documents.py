"""Builds the documents as a website, and refuses one with a dead link.

    python scripts/documents.py [FOLDER]

The pages are put together as they lie in the repository: the README, `docs/`, and each file that a
page links to. So a link leads to the same place here and on a code host. Links to other hosts are
not followed; that a page would load anything from there is an error.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "build" / "docs"
SETTINGS = ROOT / "docs" / "zensical.toml"
FIRST_PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
"""The pages that lie beside `docs/`."""
_LINK = re.compile(r"\]\((?P<target>[^)\s#]+)(?:#[^)\s]*)?\)")
"""As in `[Starting](guide/starting.md#a-new-series)`."""

_CODE_WITH_A_BAR = re.compile(r"`[^`\n]*\\\|[^`\n]*`")
"""As in a cell of a table: `text\\|json`."""

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
"""A colour of a terminal: `␛[31m`."""


class BuildError(Exception):
    """The documents cannot be built; the message says why."""


def gather(pages: Path) -> None:
    """Put the pages, and the files that they link to, into a folder."""
    shutil.copytree(ROOT / "docs", pages / "docs", ignore=shutil.ignore_patterns(SETTINGS.name))
    for name in FIRST_PAGES:
        shutil.copy(ROOT / name, pages)
    for page in pages.rglob("*.md"):
        page.write_text(_as_the_generator_reads(page.read_text("utf-8")), "utf-8")
    for file in sorted(_linked_files()):
        copy = pages / file.relative_to(ROOT)
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)


def _as_the_generator_reads(page: str) -> str:
    """A page without the signs before bars within code, which only a code host wants in tables."""
    lines = [
        _CODE_WITH_A_BAR.sub(lambda code: code[0].replace("\\|", "|"), line)
        if line.startswith("|")
        else line
        for line in page.split("\n")
    ]
    return "\n".join(lines)


def _linked_files() -> set[Path]:
    """The files in the repository to which pages link."""
    pages = [ROOT / name for name in FIRST_PAGES] + sorted((ROOT / "docs").rglob("*.md"))
    targets = {
        (page.parent / unquote(link["target"])).resolve()
        for page in pages
        for link in _LINK.finditer(page.read_text(encoding="utf-8"))
        if not urlsplit(link["target"]).scheme
    }
    return {target for target in targets if target.is_file() and target.is_relative_to(ROOT)}


def build(folder: Path) -> None:
    """Build the website into a folder, which it replaces.

    Raises:
        BuildError: a link is dead, or the generator met something else that is wrong.
    """
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        gather(place / "pages")
        shutil.copy(SETTINGS, place)
        finished = subprocess.run(
            [sys.executable, "-m", "zensical", "build", "--strict", "-f", SETTINGS.name],
            cwd=place,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if finished.returncode:
            raise BuildError(_COLOURS.sub("", finished.stdout).partition("Traceback")[0].strip())
        if wrong := sorted(wrong_links(place / "site")):
            raise BuildError("\n".join(wrong))
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(place / "site", folder)


@dataclass
class _Page(HTMLParser):
    """What a page links to, what it loads, and where in it a link can lead."""

    anchors: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    loaded: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element names."""
        values = dict(attrs)
        if anchor := values.get("id"):
            self.anchors.add(anchor)
        if source := values.get("src"):
            self.loaded.add(source)
        if target := values.get("href"):
            (self.loaded if tag == "link" else self.links).add(target)


@cache
def _page(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text(encoding="utf-8"))
    return page


def wrong_links(site: Path) -> Iterator[str]:
    """Each link of a website that leads nowhere, and all that it would load from elsewhere."""
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site)
        if name.name == "404.html":  # whose addresses begin at the root of a server
            continue
        page = _page(file)
        for target in page.links | page.loaded:
            if reason := _reason(target, name, site, is_loaded=target in page.loaded):
                yield f"{name}: {target}: {reason}"


def _reason(target: str, name: Path, site: Path, *, is_loaded: bool) -> str | None:
    """Why a page should not name a target."""
    address = urlsplit(target)
    if address.scheme in {"http", "https"}:
        if is_loaded:
            return "it is loaded from another host"
        return None if address.hostname and "." in address.hostname else "it names no host"
    if address.scheme or address.netloc:
        return None if address.scheme in {"mailto", "data"} else "it is no address of a page"
    path = unquote(urlsplit(urljoin(name.as_posix(), address.path)).path)
    file = site / path if path else site / name
    if file.is_dir():
        file /= "index.html"
    if not file.is_file():
        return "there is no such file"
    anchor = unquote(address.fragment)
    if anchor and file.suffix == ".html" and anchor not in _page(file).anchors:
        return "the page has no such place"
    return None


def main() -> int:
    """Build; 0 if all is well, 1 if a link is dead."""
    folder = Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else FOLDER
    try:
        build(folder)
    except BuildError as reason:
        sys.stderr.write(f"{reason}\nThe documents were not built.\n")
        return 1
    shown = folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
    pages = sum(1 for _ in folder.rglob("*.html"))
    sys.stdout.write(f"{pages} pages in {shown}; open {shown}/index.html\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
