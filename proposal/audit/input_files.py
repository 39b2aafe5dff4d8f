"""Gathers the files to be compared, when folders are named."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.reading.document_forms import FORMS, DocumentForm
from proposal.reading.sites.published_files import PublishedFiles, published_files
from proposal.reading.sites.site_sources import config_file, site_in

_SKIPPED_FOLDERS = {
    *("node_modules", "vendor", "assets", "static", "css", "js", "img", "images", "fonts"),
    *("__pycache__", "bower_components", "_includes", "_layouts", "_sass", "_plugins"),
    *("_vendor", "lighthouse_results", "exampleSite", "site_libs", "_freeze"),
    *("_books", "_teachings"),
}
"""Folders that hold parts and layouts of pages, and no words of the workshop."""

_DATED_FOLDERS = {"_posts", "_drafts"}
"""Folders of news, which say what was true on their day."""

_SKIPPED_FILES = {
    *("readme", "license", "licence", "changelog", "contributing", "code_of_conduct", "robots"),
    *("gemfile", "404", "requirements", "_config", "_quarto", "ui-text"),
}
_ASSETS = {
    *(".css", ".scss", ".sass", ".less", ".js", ".mjs", ".ts", ".map", ".json", ".xml", ".log"),
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".avif", ".mp4", ".webm", ".mp3"),
    *(".woff", ".woff2", ".ttf", ".otf", ".eot", ".lock", ".gemspec", ".rb", ".py", ".sh", ".bak"),
    *(".cls", ".sty", ".bst", ".zip", ".gz", ".webmanifest", ".toml", ".cfg"),
    *(".liquid", ".bbl", ".aux", ".pyc"),
}
"""Endings of files that hold no words about the workshop, or those of a program only."""

_MOST = 5000
"""Files in a folder; more are not the pages of a workshop."""


class GivenFile(Struct, frozen=True):
    """A file to be looked at."""

    file: Path
    name: str
    """Its path from the folder that was named."""
    form: DocumentForm
    is_named: bool = False
    """Whether it was named itself, and not found in a folder."""


class Gathered(Struct):
    """The files that were found."""

    given: list[GivenFile] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
    """How many files of which ending were passed over."""
    news: int = 0
    """How many dated pieces of news were passed over."""


def gather(paths: Iterable[Path]) -> Gathered:
    """The files behind some paths, each once; folders are walked, links to folders are not.

    Args:
        paths: files and folders that exist.
    """
    gathered = Gathered()
    seen: set[Path] = set()
    for path in paths:
        found = _walked(path, gathered) if path.is_dir() else _named(path, gathered)
        for given in found:
            real = given.file.resolve()
            if real not in seen:
                seen.add(real)
                gathered.given.append(given)
    return gathered


def _named(path: Path, gathered: Gathered) -> Iterator[GivenFile]:
    form = FORMS.get(path.suffix.lower())
    span = Span.of_file(path)
    if not path.is_file():
        gathered.diagnostics.append(error("unreadable-file", f"{path.name} is no file", span))
    elif form is None:
        message = f"what {path.name} says cannot be compared: it is no page, PDF, text or calendar"
        hint = f"files to compare end in {', '.join(FORMS)}"
        gathered.diagnostics.append(error("unknown-kind", message, span, hint))
    else:
        yield GivenFile(path, path.name, form, is_named=True)


def _walked(root: Path, gathered: Gathered) -> Iterator[GivenFile]:
    count = 0
    sites: list[PublishedFiles] = []
    for folder, below, names in os.walk(root, onerror=lambda reason: _unreadable(reason, gathered)):
        here = Path(folder)
        if config_file(here) is not None or (here / "archetypes").is_dir():
            sites.append(published_files(site_in(here)))
        below[:] = sorted(
            name
            for name in below
            if not name.startswith(".")
            and name not in _SKIPPED_FOLDERS
            and _is_published(here / name, sites)
        )
        for name in sorted(names):
            file = here / name
            if not (_is_wanted(file, gathered) and _is_published(file, sites)):
                continue
            count += 1
            if count > _MOST:
                message = f"there are more than {_MOST} files here; the others are not looked at"
                hint = "name the folder that holds the workshop's pages"
                gathered.diagnostics.append(
                    warning("many-files", message, Span.of_file(root), hint)
                )
                return
            yield GivenFile(file, str(file.relative_to(root)), FORMS[file.suffix.lower()])


def _is_published(path: Path, sites: list[PublishedFiles]) -> bool:
    """Whether the program of the site in which a path lies, if there is one, makes pages of it."""
    around = [site for site in sites if path.is_relative_to(site.root)]
    return not around or around[-1].holds(path)


def _is_wanted(file: Path, gathered: Gathered) -> bool:
    ending = file.suffix.lower()
    stem = file.stem.lower()
    if (
        file.name.startswith((".", "~$"))
        or stem in _SKIPPED_FILES
        or not ending
        or ending in _ASSETS
    ):
        return False
    if _DATED_FOLDERS & set(file.parts):
        gathered.news += 1
        return False
    if ending not in FORMS:
        gathered.unknown[ending] += 1
        return False
    return file.is_file()


def _unreadable(reason: OSError, gathered: Gathered) -> None:
    place = Path(reason.filename or ".")
    said = (reason.strerror or "unknown reason").lower()
    message = f"the folder cannot be read: {said}"
    gathered.diagnostics.append(error("unreadable-file", message, Span.of_file(place)))
