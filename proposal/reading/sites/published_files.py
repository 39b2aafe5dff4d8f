"""Tells which files of a site's sources its program makes no pages of."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from msgspec import Struct

from proposal.reading.sites.site_sources import SiteMaker, SiteSources

_BUILT = {
    SiteMaker.JEKYLL: ("_site",),
    SiteMaker.HUGO: ("public", "resources"),
    SiteMaker.QUARTO: ("_site", "_book"),
}
"""Folders into which programs write the pages that they make."""

_TEMPLATES = {SiteMaker.HUGO: ("layouts", "themes", "archetypes", "i18n")}
_PAGES = {".md", ".markdown", ".html", ".qmd"}


class PublishedFiles(Struct, frozen=True):
    """What the program of a site makes pages of."""

    root: Path
    maker: SiteMaker
    left_out: tuple[str, ...]
    """Paths below the site's folder, or patterns of them, of which no pages are made."""
    kept: tuple[str, ...]
    """Those of which pages are made although their names begin with an underscore."""

    def holds(self, path: Path) -> bool:
        """Whether a file or a folder of the site may be one of its pages, or hold some."""
        inner = PurePosixPath(path.relative_to(self.root).as_posix())
        if any(_is_at(inner, pattern) for pattern in self.left_out):
            return False
        is_part = inner.name.startswith("_") and inner.suffix.lower() in _PAGES
        may_be_part = self.maker in {SiteMaker.JEKYLL, SiteMaker.QUARTO}
        is_kept = any(_is_at(inner, pattern) for pattern in self.kept)
        return not (is_part and may_be_part) or is_kept


def published_files(site: SiteSources) -> PublishedFiles:
    """What the program of a site makes pages of, as its configuration says."""
    left_out = [*_BUILT.get(site.maker, ()), *_TEMPLATES.get(site.maker, ())]
    left_out += _listed(site.config.get("exclude"))
    project = site.config.get("project")
    if isinstance(project, dict):
        left_out += _listed(project.get("output-dir"))
    left_out = [pattern for pattern in left_out if pattern]
    kept = tuple(_listed(site.config.get("include")))
    return PublishedFiles(site.root, site.maker, tuple(left_out), kept)


def _listed(value: object) -> Iterator[str]:
    """The paths that a value of a configuration names, without slashes around them."""
    for path in value if isinstance(value, list) else [value]:
        if isinstance(path, str):
            yield path.strip().strip("/").removeprefix("./")


def _is_at(path: PurePosixPath, pattern: str) -> bool:
    """Whether a pattern names a path, or a folder around it."""
    places = [path, *list(path.parents)[:-1]]
    return any(str(place) == pattern or fnmatch(str(place), pattern) for place in places)
