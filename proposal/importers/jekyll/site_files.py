"""Finds what a source holds of one edition: its pages, its data files, its pictures."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.handed_files import LARGEST_PICTURE
from proposal.importers.jekyll.page import read_data_file, read_page
from proposal.importers.portraits import portrait_suffix
from proposal.model.edition_id import year_of_id
from proposal.reading.days import find_days
from proposal.reading.source_document import SourceDocument
from proposal.source.yaml import Node

_PAGES = {".md", ".markdown", ".html", ".htm"}
_DATA = (".yml", ".yaml", ".json")
_NO_PAGES = {"node_modules", "vendor", "_site", "_posts", "_drafts", "_includes", "_layouts"}
_MOST_FILES = 5000
_YEAR = re.compile(r"(?<!\d)((?:19|20|21)\d\d)(?!\d)")
"""An example: `/GenAIRecP2026/`."""
_NAMES_YEAR = ("permalink", "masthead-title", "browser-title", "title")
_CALL = re.compile(r"call[\s_-]*for[\s_-]*papers|\bcfp\b", re.IGNORECASE)
"""Examples: `/call-for-papers/`, `CFP`."""
OWN_PAGE = "own-page"
"""What stands in front of a page that organizers wrote, in a tree of ours."""

_ROWS = {"organizers", "organisers", "keynote", "keynotes", "speakers", "panelists"}


class JekyllSite(Struct):
    """What a source holds of one edition."""

    root: Path | None
    """The site's folder; nothing if the source is one page."""
    pages: list[SourceDocument]
    """The edition's pages, its main one first."""
    others: list[SourceDocument] = field(default_factory=list)
    """The site's other pages."""
    own: list[SourceDocument] = field(default_factory=list)
    """Pages of the edition that organizers wrote themselves, in a tree of ours."""
    series_own: list[SourceDocument] = field(default_factory=list)
    """Those that stand beside all editions."""
    diagnostics: SourceDiagnostics = field(default_factory=SourceDiagnostics)

    @property
    def main(self) -> SourceDocument:
        """The edition's page."""
        return self.pages[0]

    def data(self, name: str, asked: Span) -> Node | None:
        """A file of the folder `_data`, if it is at hand.

        Args:
            name: its name without an ending.
            asked: where a page names it.
        """
        if self.root is None:
            message = f"`{name}` stands in the site's folder _data, which one page does not hold"
            hint = "import the site's folder to bring it, too"
            self.diagnostics.warn("missing-data", message, asked, hint)
            return None
        for suffix in _DATA:
            file = self._inside(Path("_data") / f"{name}{suffix}")
            if file is not None and file.is_file():
                return self._read_data(file)
        self.diagnostics.warn("missing-data", f"there is no file _data/{name}.yml", asked)
        return None

    def _read_data(self, file: Path) -> Node | None:
        node, diagnostics = read_data_file(file)
        self.diagnostics += diagnostics
        return node

    @property
    def address(self) -> str | None:
        """Where the site stands on the web, from its configuration."""
        file = self._inside(Path("_config.yml"))
        node = self._read_data(file) if file is not None and file.is_file() else None
        parts = [node.child(key) for key in ("url", "baseurl")] if node is not None else []
        written = [str(part.value) for part in parts if part is not None and part.value]
        return "".join(written).rstrip("/") + "/" if written else None

    def picture(self, address: str, asked: Span) -> tuple[bytes, str] | None:
        """A picture by its address on the site: its bytes, and the ending that goes with them."""
        if self.root is None:
            return None
        file = self._inside(Path(unquote(address).lstrip("/")))
        if file is None or not file.is_file():
            message = f"there is no picture {address} in the site's folder"
            self.diagnostics.warn("missing-picture", message, asked)
            return None
        if file.stat().st_size > LARGEST_PICTURE:
            message = f"the picture {address} is larger than 20 MB, and is left where it is"
            self.diagnostics.warn("missing-picture", message, asked)
            return None
        content = file.read_bytes()
        if suffix := portrait_suffix(content):
            return content, suffix
        if file.suffix.lower() != ".svg":  # a drawing stands for a portrait that is missing
            message = f"{address} is neither JPEG, PNG nor WebP"
            self.diagnostics.warn("missing-picture", message, asked)
        return None

    def own_file(self, address: str, most: int) -> bytes | None:
        """A file of any kind by its address on the site; nothing if it is not there, or too large.

        Args:
            address: the address.
            most: the bytes that it may have.
        """
        file = self._inside(Path(address.lstrip("/")))
        if file is None or not file.is_file() or file.stat().st_size > most:
            return None
        return file.read_bytes()

    def _inside(self, path: Path) -> Path | None:
        """A file by its path in the site's folder; nothing if the path leads out of it."""
        if self.root is None:
            return None
        root = self.root.resolve()
        try:
            file = (root / path).resolve()
        except (OSError, ValueError):
            return None
        return file if file.is_relative_to(root) else None


def open_site(source: Path, edition_id: str) -> JekyllSite:
    """Find what a page or a site's folder holds of an edition.

    Raises:
        ImportSourceError: there is no page of the edition.
    """
    year = year_of_id(edition_id)
    if not source.is_dir():
        page = read_page(source)
        named = year_of(page)
        if named is not None and named != year:
            raise ImportSourceError(
                f"{source}: this is a page of {named}, not of {year}; type --edition {named}"
            )
        _expect_english(page)
        return JekyllSite(None, [page])
    found = list(_pages_in(source, year))
    pages = [page for page in found if OWN_PAGE not in page.front.keys]
    of_year = _without_twins([page for page in pages if year_of(page) == year], edition_id)
    if not any(map(_is_edition_page, of_year)):
        known = sorted(
            {page_year for page in pages if (page_year := year_of(page)) and _is_edition_page(page)}
        )
        there = f"there are pages of {', '.join(map(str, known))}" if known else "there are none"
        raise ImportSourceError(f"{source}: no page of the edition {edition_id} was found; {there}")
    of_year.sort(key=lambda page: (-_weight(page), str(page.file)))
    section = _section(of_year[0])
    _expect_english(of_year[0])
    own = [page for page in found if OWN_PAGE in page.front.keys]
    return JekyllSite(
        source,
        of_year,
        [page for page in pages if page not in of_year],
        [page for page in own if _section(page) == section],
        [page for page in own if "/" not in page.front_text("permalink").strip("/")],
    )


def _expect_english(page: SourceDocument) -> None:
    """Refuse a page that says to be in another language, whose headings nobody here knows.

    Raises:
        ImportSourceError: it is in another language.
    """
    language = page.front_text("locale")
    if language and not language.casefold().startswith("en"):
        raise ImportSourceError(
            f"{page.file}: this page is in the language `{language}`, and only English pages are "
            "understood; type its facts into data/, or import a table of papers or people"
        )


def _without_twins(pages: list[SourceDocument], edition_id: str) -> list[SourceDocument]:
    """The pages of a year without those of another edition in it, which has its own address.

    That is `/GenAIRecP2026-kdd/` beside `/GenAIRecP2026/`.
    """
    sections = {_section(page) for page in pages if _is_titled(page)}
    own = {section for section in sections if section.endswith(edition_id)}
    if not own:
        return pages
    return [page for page in pages if _section(page) not in sections - own]


def _section(page: SourceDocument) -> str:
    """The first step of a page's address."""
    return page.front_text("permalink").strip("/").partition("/")[0].casefold()


def year_of(page: SourceDocument) -> int | None:
    """The year of the edition that a page is about, if it says one."""
    for key in _NAMES_YEAR:
        if match := _YEAR.search(page.front_text(key)):
            return int(match[1])
    excerpt = page.front_tree("excerpt")
    days = find_days(excerpt.text) if excerpt else []
    return days[0].date.year if days else None


def is_call(page: SourceDocument) -> bool:
    """Whether a page is the call for papers."""
    return any(_CALL.search(page.front_text(key)) for key in ("permalink", "title"))


def _is_edition_page(page: SourceDocument) -> bool:
    return _weight(page) > 0


def _weight(page: SourceDocument) -> int:
    """How much of an edition a page tells."""
    if not isinstance(page.front.value, dict):
        return 0
    rows = len(_ROWS & page.front.value.keys())
    return 2 * rows + int(_is_titled(page))


def _is_titled(page: SourceDocument) -> bool:
    """Whether a page's title is that of a workshop."""
    if not isinstance(page.front.value, dict):
        return False
    return "workshop" in page.front_text("title").casefold() and not is_call(page)


def _pages_in(root: Path, year: int) -> Iterator[SourceDocument]:
    """The pages in a folder; one that cannot be read matters if its path has the year."""
    for file in _files_in(root):
        with file.open("rb") as stream:
            if not stream.read(8).lstrip(b"\xef\xbb\xbf").startswith(b"---"):
                continue
        try:
            yield read_page(file)
        except ImportSourceError:
            if str(year) in str(file.relative_to(root)):
                raise


def _files_in(root: Path) -> Iterator[Path]:
    count = 0
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(
            folder for folder in folders if folder not in _NO_PAGES and not folder.startswith(".")
        )
        for name in sorted(files):
            file = Path(folder) / name
            if file.suffix.lower() not in _PAGES:
                continue
            count += 1
            if count > _MOST_FILES:
                raise ImportSourceError(f"{root}: the folder holds more than {_MOST_FILES} pages")
            if file.resolve().is_relative_to(root.resolve()) and file.is_file():
                yield file
