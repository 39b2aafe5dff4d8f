"""Tells what made a site by the files of its folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from proposal.reading.sites.source_tree import HTML, MARKDOWN, NO_PAGES, walk
from proposal.source.file import read_text


class Generator(StrEnum):
    """What makes the pages of a site."""

    JEKYLL = "Jekyll"
    HUGO = "Hugo"
    QUARTO = "Quarto"
    MKDOCS = "MkDocs"
    MARKDOWN = "Markdown files"
    HTML = "HTML"
    PROGRAM = "a program"


PROGRAMS: Mapping[str, str] = {
    "next": "Next.js",
    "gatsby": "Gatsby",
    "nuxt": "Nuxt",
    "astro": "Astro",
    "@docusaurus/core": "Docusaurus",
    "vitepress": "VitePress",
    "@11ty/eleventy": "Eleventy",
    "@sveltejs/kit": "SvelteKit",
    "svelte": "Svelte",
    "@angular/core": "Angular",
    "vue": "Vue",
    "preact": "Preact",
    "react": "React",
}
"""What writes pages when it runs, by its name in `package.json`; what uses another comes first."""

_HUGO = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")
_HUGO_OLD = ("config.toml", "config.yaml", "config.yml", "config.json")
_HUGO_FOLDERS: tuple[str, ...] = ("config/_default/hugo.toml", "config/_default/config.toml")
_HUGO_FOLDERS += ("config/_default/hugo.yaml", "config/_default/config.yaml")
_HUGO_ONLY = ("archetypes", "layouts", "themes")
"""Folders beside `content` in sites of Hugo alone, whose theme may bring the configuration."""
_QUARTO = ("_quarto.yml", "_quarto.yaml")
_JEKYLL = ("_config.yml", "_config.yaml", "_config.toml")
_BUILT = ("out", "dist", "build", "docs", "_site", "public")
_MOST_FILES = 400


def config_file(root: Path) -> Path | None:
    """The file in which the configuration of a site's program lies."""
    names = [*_JEKYLL, *_QUARTO, *_HUGO, *_HUGO_FOLDERS]
    if (root / "content").is_dir() or (root / "themes").is_dir() or (root / "archetypes").is_dir():
        names += _HUGO_OLD
    names += ["mkdocs.yml"]
    return next((root / name for name in names if (root / name).is_file()), None)


def generator_of(root: Path) -> Generator:
    """What made the site in a folder."""
    config = config_file(root)
    name = config.name if config else ""
    if name in _QUARTO:
        return Generator.QUARTO
    if name in _JEKYLL:
        return Generator.JEKYLL
    if name == "mkdocs.yml":
        return Generator.MKDOCS
    if config is not None:
        return Generator.HUGO
    if any((root / folder).is_dir() for folder in ("_layouts", "_includes", "_posts", "_data")):
        return Generator.JEKYLL
    if (root / "content").is_dir() and any((root / folder).is_dir() for folder in _HUGO_ONLY):
        return Generator.HUGO
    return _by_pages(root)


def _by_pages(root: Path) -> Generator:
    has_markdown = has_html = has_quarto = False
    for number, file in enumerate(walk(root, lambda folder: folder.name != "src")):
        ending = file.suffix.lower()
        has_quarto |= ending == ".qmd"
        has_html |= ending in HTML
        has_markdown |= ending in MARKDOWN and file.stem.lower() not in NO_PAGES
        if number > _MOST_FILES:
            break
    if program_in(root) is not None and not _has_words(root):
        return Generator.PROGRAM
    if has_quarto:
        return Generator.QUARTO
    if has_markdown and not (root / "index.html").is_file():
        return Generator.MARKDOWN
    if not has_html and (root / "README.md").is_file():
        return Generator.MARKDOWN
    return Generator.MARKDOWN if has_markdown else Generator.HTML


def program_in(root: Path) -> str | None:
    """The package that makes the pages, as `package.json` has it."""
    text, _ = read_text(root / "package.json") if (root / "package.json").is_file() else (None, [])
    try:
        package = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return None
    found: set[str] = set()
    if isinstance(package, dict):
        for key in ("dependencies", "devDependencies"):
            named = package.get(key)
            found |= set(named) if isinstance(named, dict) else set()
    return next((name for name in PROGRAMS if name in found), None)


def _has_words(root: Path) -> bool:
    """Whether the home page in the folder is more than a frame for a program."""
    home = root / "index.html"
    text = read_text(home)[0] if home.is_file() else None
    if text is None:
        return False
    body = text.partition("<body")[2]
    return body.count("<p") + body.count("<h") + body.count("<li") > 5


def built_folder(root: Path, config: dict[str, Any]) -> Path | None:
    """The folder beside sources that holds their built pages."""
    project = config.get("project")
    named = str(project.get("output-dir") or "") if isinstance(project, dict) else ""
    for name in [named, *_BUILT] if named else _BUILT:
        folder = root / name
        if (folder / "index.html").is_file() and folder.resolve() != root.resolve():
            return folder
    return None
