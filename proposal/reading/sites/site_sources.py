"""Reads a site's folder: what made the site, its pages as a reader sees them, and its data.

`read_site` takes the folder of a built site, the sources of Jekyll, Hugo, Quarto or MkDocs, a
folder of Markdown, or one saved page. Each page is an `ExpandedPage` (or a plain
`SourceDocument` where nothing is put into it), whose tree has includes, loops over data and
values already in place, and whose words know the file and line in which they were written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from proposal.diagnostics import Diagnostic, Span, warning
from proposal.reading.sites.hugo_pages import hugo_pages
from proposal.reading.sites.jekyll_pages import JekyllPages
from proposal.reading.sites.liquid_expansion import ExpansionLog
from proposal.reading.sites.plain_pages import html_pages, quarto_pages
from proposal.reading.sites.site_generator import (
    PROGRAMS,
    Generator,
    built_folder,
    config_file,
    generator_of,
    program_in,
)
from proposal.reading.sites.source_page import PageRole, SourcePage
from proposal.reading.sites.source_tree import data_tree, data_value

_HIGHEST = 3
"""Folders above what is named in which a site's configuration may lie."""

__all__ = ["Generator", "PageRole", "SitePart", "SiteSources", "SourcePage", "read_site"]


class SitePart(StrEnum):
    """What of a site was read."""

    SOURCES = "sources"
    BUILT = "built pages"


@dataclass(slots=True)
class SiteSources:
    """A site as far as it is read."""

    root: Path
    """The folder of the site, in which its configuration lies."""
    generator: Generator
    """What made it."""
    program: str = ""
    """For `Generator.PROGRAM`: its name, `Next.js`."""
    part: SitePart = SitePart.SOURCES
    """Whether its sources were read or the pages that were built of them."""
    pages: list[SourcePage] = field(default_factory=list)
    """The pages that are published, those of collections and news among them."""
    config: dict[str, Any] = field(default_factory=dict)
    """The site's configuration; texts are `Text` and know their places."""
    data: dict[str, Any] = field(default_factory=dict)
    """Its data files by name, folders as mappings; the same kind of values."""
    collections: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """For each collection of Jekyll's, the front matter of its items, with `content`, `url`."""
    unpublished: Counter[str] = field(default_factory=Counter)
    """How many pages are not published, by reason: `draft`."""
    log: ExpansionLog = field(default_factory=ExpansionLog)

    @property
    def files(self) -> set[Path]:
        """The files that stand in pages, includes among them."""
        return {page.document.file for page in self.pages} | self.log.used

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What could not be expanded, once for each kind."""
        found = []
        for kind, count in sorted(self.log.not_expanded.items()):
            often = f" ({count} times)" if count > 1 else ""
            message = f"{kind} is left out{often}: what the site's program makes of it is not read"
            hint = "give the built pages, if words of the workshop stand there"
            place = self.log.first.get(kind, Span(self.root, 1, 1, 1))
            found.append(warning("not-expanded", message, place, hint))
        return found


def read_site(path: Path, *, reads_built: bool = True) -> SiteSources:
    """Read the site in a folder, or the one page that a file is.

    Args:
        path: the folder of a site, a folder in one, or a page.
        reads_built: whether built pages beside sources are read where those say more (Quarto).

    Returns:
        The site; without pages if a program makes them (`Generator.PROGRAM`) or there are none.
    """
    folder = path if path.is_dir() else path.parent
    root = _root_of(folder)
    generator = generator_of(root)
    site = SiteSources(root, generator)
    if generator is Generator.PROGRAM:
        site.program = PROGRAMS.get(program_in(root) or "", "")
    _READERS[generator](site, reads_built)
    if path != root:
        site.pages = [page for page in site.pages if _is_within(page, path)]
    return site


def _is_within(page: SourcePage, path: Path) -> bool:
    return page.document.file == path or path in page.document.file.parents


def _root_of(folder: Path) -> Path:
    """The folder of the site in which a folder lies: that of its configuration, or itself."""
    for candidate in [folder, *list(folder.absolute().parents)[:_HIGHEST]]:
        if config_file(candidate) is not None:
            return folder if candidate == folder.absolute() else candidate
        if (candidate / ".git").exists():
            break
    return folder


def _config(root: Path) -> dict[str, Any]:
    file = config_file(root)
    value = data_value(file) if file is not None else None
    return value if isinstance(value, dict) else {}


def _read_jekyll(site: SiteSources, _reads_built: bool) -> None:
    site.config = _config(site.root)
    jekyll = JekyllPages(site.root, site.config, site.log)
    site.pages = list(jekyll.pages())
    site.data, site.collections = jekyll.data, jekyll.collections
    site.unpublished = jekyll.unpublished


def _read_hugo(site: SiteSources, _reads_built: bool) -> None:
    site.config = _config(site.root)
    site.data = data_tree(site.root / "data")
    site.pages = list(hugo_pages(site.root, site.config, site.log, site.unpublished))


def _read_quarto(site: SiteSources, reads_built: bool) -> None:
    site.config = _config(site.root)
    built = built_folder(site.root, site.config)
    if reads_built and built is not None:
        site.part = SitePart.BUILT
        site.pages = list(html_pages(built))
        return
    site.pages = list(quarto_pages(site.root, built, site.log, site.unpublished))


def _read_mkdocs(site: SiteSources, _reads_built: bool) -> None:
    site.config = _config(site.root)
    folder = site.root / str(site.config.get("docs_dir") or "docs")
    jekyll = JekyllPages(folder, {}, site.log)
    site.pages = list(jekyll.pages())
    site.unpublished = jekyll.unpublished


def _read_html(site: SiteSources, _reads_built: bool) -> None:
    site.part = SitePart.BUILT
    site.pages = list(html_pages(site.root))


def _read_program(site: SiteSources, _reads_built: bool) -> None:
    built = built_folder(site.root, {})
    if built is not None:
        site.part = SitePart.BUILT
        site.pages = list(_with_words(html_pages(built)))


def _with_words(pages: Iterator[SourcePage]) -> Iterator[SourcePage]:
    """Pages that are more than the frame into which a program writes."""
    for page in pages:
        if len(page.document.text.split()) > 40:
            yield page


_READERS: dict[Generator, Callable[[SiteSources, bool], None]] = {
    Generator.JEKYLL: _read_jekyll,
    Generator.MARKDOWN: _read_jekyll,
    Generator.HUGO: _read_hugo,
    Generator.QUARTO: _read_quarto,
    Generator.MKDOCS: _read_mkdocs,
    Generator.HTML: _read_html,
    Generator.PROGRAM: _read_program,
}
