"""Reads an edition from a workshop's website, in whatever form organizers have it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Span, counted, first_few, listing
from proposal.importers.draft import Draft, ImportSourceError
from proposal.importers.jekyll.edition_reader import read_jekyll
from proposal.importers.jekyll.page import read_page, read_text_page
from proposal.importers.site.built_sites import is_built_of_sources
from proposal.importers.site.component_markup import ComponentPage
from proposal.importers.site.hugo_sections import has_sections, sections_markdown
from proposal.importers.site.page_scripts import scripts_markup
from proposal.importers.site.records_markup import heading_of, records_box, records_markup
from proposal.importers.site.section_topics import topic_of
from proposal.importers.site.several_events import several_events
from proposal.importers.site.site_edition_reader import SiteEditionReader
from proposal.importers.site.unmade_parts import say_of_makers
from proposal.importers.site.wordpress_export import is_export_of_wordpress, site_of_export
from proposal.importers.site.workshop_site import (
    WorkshopPage,
    WorkshopSite,
    choose_edition,
    is_post,
    posts_of_year,
    refuse_unsafe,
)
from proposal.model.edition_id import year_of_id
from proposal.reading.document_forms import DocumentForm
from proposal.reading.sites.jekyll_sources import data_in
from proposal.reading.sites.site_sources import (
    SiteMaker,
    SiteSources,
    config_file,
    is_published,
    site_in,
)
from proposal.reading.source_document import FENCE, SourceDocument, read_document
from proposal.source.web_address import split_address
from proposal.watching import Watch, nobody_watches, watched

_PAGES = {".md", ".markdown", ".html", ".htm", ".qmd", ".mkd", ".mdx"}
_UNREAD_PAGES = {
    ".rst",
    ".adoc",
    ".org",
    ".njk",
    ".astro",
    ".jsx",
    ".tsx",
    ".ipynb",
    ".php",
}
"""Pages of Sphinx, Asciidoctor, Org, Eleventy, Astro, React, Jupyter and PHP."""
_NO_FOLDERS = {
    *("node_modules", "vendor", "_site", "_posts", "_drafts", "_includes", "_layouts"),
    *("_sass", "_data"),
    *("layouts", "themes", "archetypes", "i18n", "_vendor", "lighthouse_results", "exampleSite"),
    *("site_libs", "__pycache__", "_news", "_projects", "_plugins", "_bibliography"),
    *("resources", "bin"),
    *("assets", "css", "js", "fonts", "scss", "_freeze", "venv", "env", "test", "tests", "_books"),
    *("_teachings", "_talks_demo", "docs_theme", "admin"),
}
_NO_NAMES = re.compile(
    r"^(?:readme|license|licence|changelog|contributing|code_of_conduct|install|customize"
    r"|faq|pull_request_template|security|404|search|tags|categories|sitemap|feed|footer"
    r"|header|nav|navbar|navigation|menu|side-?bar|top-?bar|head|google[0-9a-f]+|claude|agents?|gemini|copilot-instructions"
    r"|code-of-conduct|(?:photo|image|picture)?[-_]?credits|todos?|fact[-_]?check)$",
    re.IGNORECASE,
)
"""Files beside the pages of a workshop: `README`, `CODE_OF_CONDUCT`, `404`."""
_FOR_DEVELOPERS = re.compile(r"[A-Z\d]+(?:[_-][A-Z\d]+)*\.md")
"""What stands beside a program's sources for those who work on it: `SETUP.md`, `DESIGN.md`."""
_MOST_FILES = 5000
_LARGEST_PAGE = 4 * 1024 * 1024
_LONGEST_FRONT = 100_000
_SHORTEST_BUILT_PAGE = 3000
"""Bytes of a page that says something, and is not the frame that a program fills."""
_FRAMEWORKS = {
    "astro": "Astro",
    "next": "Next.js",
    "nuxt": "Nuxt",
    "gatsby": "Gatsby",
    "@docusaurus/core": "Docusaurus",
    "react": "React",
    "vue": "Vue",
    "svelte": "Svelte",
    "@angular/core": "Angular",
    "solid-js": "Solid",
    "preact": "Preact",
    "@11ty/eleventy": "Eleventy",
    "vitepress": "VitePress",
    "vite": "Vite",
}
_GIVE_BUILT_PAGES = (
    "give the built pages: save the site's pages in a browser as HTML, or build it and give the "
    "folder with its index.html"
)
_SAVE_PAGES = (
    "save the pages of the workshop in a browser as HTML, and give the folder or one page of them"
)
_FRAMEWORKS_OF_PAGES = {"Docusaurus", "Eleventy", "VitePress"}
"""Frameworks whose sources are pages in Markdown; those of the others are programs."""


class _SourceSite(Struct):
    sources: SiteSources
    pages: list[WorkshopPage] = field(default_factory=list)
    unreadable: list[Diagnostic] = field(default_factory=list)
    of_theme: dict[str, Path] = field(default_factory=dict)
    """Layouts of a theme elsewhere that alone make a page, each with the first such page."""
    components: dict[str, Path] = field(default_factory=dict)
    """Components of which nobody knows what they show, each with the first page that has it."""

    @property
    def root(self) -> Path:
        return self.sources.root

    @property
    def maker(self) -> SiteMaker:
        return self.sources.maker

    @property
    def config(self) -> dict[str, Any]:
        return self.sources.config


def read_site_edition(source: Path, edition_id: str, watch: Watch = nobody_watches) -> Draft:
    """Read an edition from a site's folder, built or as sources, or from one saved page.

    Args:
        source: the folder or the page.
        edition_id: the edition.
        watch: is told how many pages were read.

    Raises:
        ImportSourceError: there is no page of the edition, or it is a program's sources.
    """
    if is_of_our_theme(source):
        return read_jekyll(source, edition_id)
    if not source.is_dir():
        return _read_one(source, edition_id)
    sources = _source_site(source)
    files = list(_files_in(sources))
    for file in watched(files, watch, len(files), lambda file: file.name):
        _add_page(sources, file)
    _add_readme(sources)
    _add_data(sources)
    not_read = _in_other_forms(sources.root)
    if not sources.pages:
        exports = [file for file in source.glob("*.xml") if is_export_of_wordpress(file)]
        if len(exports) == 1:
            return _read_one(exports[0], edition_id)
        raise ImportSourceError("; ".join(filter(None, (_nothing_in(source), not_read))))
    unlinked = _without_unlinked(sources)
    site = choose_edition(source, sources.pages, sources.config, edition_id, source)
    if events := several_events(site):
        advice = "import each of them by itself"
        raise ImportSourceError(f"{source}: these are pages of several events: {events}; {advice}")
    say_of_makers(sources.sources, site)
    if not_read:
        span = site.main.document.spans[0]
        site.diagnostics.warn("not-understood", not_read, span, _GIVE_BUILT_PAGES)
    _say_of_posts(sources.root, year_of_id(edition_id), site)
    _say_of_parts(
        sources.components,
        "what these components show is worked out by a program, and not read",
        _GIVE_BUILT_PAGES,
        site,
    )
    _say_of_parts(
        sources.of_theme,
        "what pages like this one show comes from layouts of a theme elsewhere",
        "give the built site, the folder _site, to have it",
        site,
    )
    _say_of_unlinked(unlinked, site)
    return _read_facts(site, edition_id, source)


def _say_of_parts(pages: Mapping[str, Path], message: str, hint: str, site: WorkshopSite) -> None:
    """Say which parts of pages are not read, at the first page that has one, by their names."""
    if pages:
        names = ", ".join(f"`{name}`" for name in pages)
        span = Span.of_file(next(iter(pages.values())))
        site.diagnostics.warn("not-understood", f"{message}: {names}", span, hint)


def _say_of_posts(root: Path, year: int, site: WorkshopSite) -> None:
    """Say that posts of a year are not read."""
    if posts := posts_of_year(root, year):
        names = first_few(file.relative_to(root).as_posix() for file in posts)
        message = f"posts are news, and what stands there is not read: {names}"
        hint = "if one holds facts that no page has, import it by itself"
        site.diagnostics.warn("not-understood", message, Span.of_file(posts[0]), hint)


def _say_of_unlinked(unlinked: list[WorkshopPage], site: WorkshopSite) -> None:
    """Say which pages are set aside since no other one leads to them."""
    if unlinked:
        names = first_few(page.path for page in unlinked)
        message = f"no other page leads to {names}, so what stands there is set aside"
        hint = "if it is of this edition, import the page by itself"
        site.diagnostics.warn("other-edition", message, unlinked[0].document.spans[0], hint)


_KEYS_OF_OUR_THEME = re.compile(
    r"^(?:masthead-title|browser-title|data-digest|own-page)\s*:", re.MULTILINE
)
"""`masthead-title: WSP 2026`"""


def is_of_our_theme(source: Path) -> bool:
    """Whether pages are made by this program, or for the theme that its Jekyll pages are for.

    Their front matter lists people and talks in rows, which a reader of its own takes apart.
    """
    files = (
        [source] if source.is_file() else sorted({*source.rglob("*.md"), *source.rglob("*.html")})
    )
    for file in files[:_MOST_FILES]:
        if not file.is_file() or file.stat().st_size > _LARGEST_PAGE:
            continue
        with file.open(encoding="utf-8", errors="replace") as stream:
            head = stream.read(_LONGEST_FRONT)
        if head.startswith(FENCE) and _KEYS_OF_OUR_THEME.search(head.partition(f"\n{FENCE}")[0]):
            return True
    return False


def _read_one(source: Path, edition_id: str) -> Draft:
    """Read an edition from one page.

    Raises:
        ImportSourceError: it is no page, or one of another edition.
    """
    if is_export_of_wordpress(source):
        return _read_facts(site_of_export(source, edition_id), edition_id, source)
    is_markdown = source.suffix.lower() not in {".html", ".htm"}
    if not source.is_file() or is_markdown:
        document = read_text_page(source)
        if document.lines[0].strip() == FENCE:
            read_page(source)
    sources = _SourceSite(SiteSources(source.parent, SiteMaker.MARKDOWN, is_folder=False))
    _add_page(sources, source)
    if not sources.pages:
        found = sources.unreadable[0] if sources.unreadable else None
        reason = f": {found.message}" if found else ""
        raise ImportSourceError(f"{source}: this cannot be read as a page{reason}")
    page = sources.pages[0]
    page.path = source.name
    site = choose_edition(None, [page], {}, edition_id, source)
    return _read_facts(site, edition_id, source)


def _read_facts(site: WorkshopSite, edition_id: str, source: Path) -> Draft:
    """Read the facts of an edition.

    Raises:
        ImportSourceError: nothing is found that says of which workshop they are, or who is in it.
    """
    reader = SiteEditionReader(site, edition_id)
    draft = reader.read()
    if reader.head.title is None and not draft.people and not draft.edition.get("dates"):
        said = f"{source}: no workshop is understood in this: neither a title nor people nor dates"
        not_read = _in_other_forms(source) if source.is_dir() else ""
        advice = "give the page that names them, as a browser saves it"
        raise ImportSourceError("; ".join(filter(None, (said, not_read, advice))))
    if _is_frame(site) and not draft.people and not draft.papers and not draft.program:
        raise ImportSourceError(
            f"{source}: the pages say nothing but a title, since a program fills them in the "
            f"browser; {_SAVE_PAGES}"
        )
    return draft


def _is_frame(site: WorkshopSite) -> bool:
    """Whether the pages hold next to no text, and scripts."""
    said = sum(len(passage.text) for page in site.pages for passage in page.passages)
    has_scripts = any(page.document.tree.all("script") for page in site.pages)
    return said < _LONGEST_FRAME and has_scripts


_LONGEST_FRAME = 120
"""Letters of what the frame of a page says: `Loading …`, `Enable JavaScript to see this page.`"""


def _source_site(root: Path) -> _SourceSite:
    """What a folder is the source of, or the folder of its built pages."""
    sources = site_in(root)
    if config_file(root) is None and config_file(root / "docs") is not None:
        return _source_site(root / "docs")  # of which hosts make the site, if they are told to
    if config_file(root) is None:
        sources = _without_configuration(root)
    elif sources.maker is SiteMaker.QUARTO:
        sources = _quarto(sources)
    elif sources.maker is SiteMaker.JEKYLL and is_built_of_sources(root):
        sources = SiteSources(root / "_site", SiteMaker.HTML, sources.config)
    sources.record_markup = records_box
    if sources.jekyll is not None:
        sources.jekyll.stand_in = records_box
    return _SourceSite(sources)


def _quarto(sources: SiteSources) -> SiteSources:
    """The built pages of Quarto's sources if they are there, or else the sources."""
    root = sources.root
    website, project = sources.config.get("website"), sources.config.get("project")
    config = {"title": website.get("title", "")} if isinstance(website, dict) else {}
    output = str(project.get("output-dir") or "_site") if isinstance(project, dict) else "_site"
    built = root / output
    if built.resolve().is_relative_to(root.resolve()) and (built / "index.html").is_file():
        return SiteSources(built, SiteMaker.HTML, config)
    return SiteSources(root, SiteMaker.QUARTO, config)


def _without_configuration(root: Path) -> SiteSources:
    """Pages in a folder that says nothing of what makes them.

    Raises:
        ImportSourceError: a program makes them in a browser.
    """
    framework = _framework(root)
    for folder in ("dist", "build", "out", "public", "_site", "docs") if framework else ():
        home = root / folder / "index.html"
        if home.is_file() and len(home.read_bytes()) > _SHORTEST_BUILT_PAGE:
            return SiteSources(root / folder, SiteMaker.HTML)
    if framework and framework not in _FRAMEWORKS_OF_PAGES and not _has_pages(root):
        raise ImportSourceError(
            f"{root}: these are the sources of a program of {framework}, which makes the pages; "
            f"{_GIVE_BUILT_PAGES}"
        )
    return SiteSources(root, SiteMaker.MARKDOWN)


def _has_pages(root: Path) -> bool:
    """Whether a program's folder holds pages that say something themselves."""
    return any(
        len(re.sub(r"<[^<>]*>|\s", "", file.read_text(errors="replace"))) > 2500
        for file in (*root.glob("*.html"), *root.glob("*.md"))
        if not _NO_NAMES.match(file.stem) and not _FOR_DEVELOPERS.fullmatch(file.name)
    )


def _framework(root: Path) -> str | None:
    file = root / "package.json"
    if not file.is_file():
        return None
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, OSError):
        return None
    needs = (
        {**(value.get("dependencies") or {}), **(value.get("devDependencies") or {})}
        if isinstance(value, dict)
        else {}
    )
    return next((name for key, name in _FRAMEWORKS.items() if key in needs), None)


def _nothing_in(source: Path) -> str:
    framework = _framework(source)
    exports = [file.name for file in sorted(source.glob("*.xml")) if is_export_of_wordpress(file)]
    if exports:
        listed = first_few(exports)
        return f"{source}: the folder holds exports of WordPress (WXR): {listed}; give one of them"
    if framework:
        return (
            f"{source}: these are the sources of a program of {framework}, and none of its pages "
            f"can be read; {_GIVE_BUILT_PAGES}"
        )
    return f"{source}: the folder holds no pages in HTML or Markdown"


def _folders_in(root: Path) -> Iterator[tuple[Path, list[str]]]:
    """The folders of a site in which pages may lie, with the names of their files."""
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(
            name for name in folders if name not in _NO_FOLDERS and not name.startswith(".")
        )
        yield Path(folder), sorted(files)


def _files_in(sources: _SourceSite) -> Iterator[Path]:
    root = sources.root / "content" if sources.maker is SiteMaker.HUGO else sources.root
    count = 0
    for folder, files in _folders_in(root):
        for name in files:
            file = folder / name
            if file.suffix.lower() not in _PAGES or _NO_NAMES.match(file.stem) or is_post(file):
                continue
            count += 1
            if count > _MOST_FILES:
                raise ImportSourceError(f"{root}: the folder holds more than {_MOST_FILES} pages")
            if file.resolve().is_relative_to(sources.root.resolve()) and file.is_file():
                yield file


def _pages_in_other_forms(root: Path) -> list[Path]:
    """The files of a site that are pages in a form that is not read."""
    return [
        folder / name
        for folder, files in _folders_in(root)
        for name in files
        if Path(name).suffix.lower() in _UNREAD_PAGES and not _NO_NAMES.match(Path(name).stem)
    ]


def _in_other_forms(root: Path) -> str:
    """What to say of the pages that are not read; nothing if there are none."""
    files = _pages_in_other_forms(root)
    if not files:
        return ""
    endings = listing(sorted({f"`{file.suffix.lower()}`" for file in files}))
    first = files[0].relative_to(root)
    return f"pages in {endings} are not read, such as {first} ({counted(len(files), 'file')})"


def _add_readme(sources: _SourceSite) -> None:
    """Add the file that GitHub shows as the first page where a site has no other one."""
    has_home = any(page.is_home and page.depth <= 1 for page in sources.pages)
    if has_home or sources.maker not in {SiteMaker.JEKYLL, SiteMaker.MARKDOWN}:
        return
    for name in ("README.md", "readme.md", "Readme.md"):
        if (sources.root / name).is_file():
            _add_page(sources, sources.root / name)
            return


def _add_page(sources: _SourceSite, file: Path) -> None:
    form = DocumentForm.HTML if file.suffix.lower() in {".html", ".htm"} else DocumentForm.MARKDOWN
    document, found = read_document(file, form)
    if document is None:
        sources.unreadable += found
        return
    refuse_unsafe(document)
    if not is_published(document):
        return
    relative = file.relative_to(sources.root).as_posix()
    expanded = _expanded(sources, document)
    permalink = expanded.front_text("permalink") or expanded.front_text("url")
    address = (
        permalink
        if permalink.startswith("/") or permalink
        else re.sub(r"^(?:content/|_pages/|_)", "", str(Path(relative).with_suffix("")))
    )
    sources.pages.append(WorkshopPage(expanded, relative, address.strip("/")))


def _expanded(sources: _SourceSite, document: SourceDocument) -> SourceDocument:
    """A page with all that it takes from elsewhere, and the lists that layouts and scripts show."""
    site = sources.sources
    page = site.marked(document)
    if site.jekyll is not None and page.front:
        path = document.file.relative_to(sources.root).as_posix()
        name = page.front.get("layout")
        is_empty = not "".join(document.lines[document.body_line :]).strip()
        if is_empty and isinstance(name, str) and not site.jekyll.has_layout(name):
            sources.of_theme.setdefault(name, document.file)
        page.body = site.jekyll.layout_of(page.front, path, page.body)
    if site.maker is SiteMaker.HUGO:
        page.body += sections_markdown(page.front, sources.root / "content")
    components = ComponentPage(document.file, sources.root)
    page.body = components.markup(page.body)
    for name in components.unread:
        sources.components.setdefault(name, document.file)
    page.body += _front_records(page.front)
    made = site.finished(page)
    return site.finished(page, scripts_markup(sources.root, document.file, made.source))


def _front_records(front: dict[str, Any]) -> str:
    """The lists of records in front matter, which a theme's layout shows."""
    found = [
        records_markup(str(key), value)
        for key, value in front.items()
        if isinstance(value, list | dict)
        and not (key == "sections" and has_sections(front))
        and key
        not in {
            "header",
            "sidebar",
            "nav",
            "menu",
            "gallery",
            "feature_row",
            "toc",
            "author",
            "cascade",
            "tags",
            "news",
            "actions",
            "intro",
            "slides",
            "images",
            "contact_links",
            "design",
            "user_groups",
            "social",
            "organizations",
            "interests",
            "education",
        }
    ]
    shown = "\n".join(one for one in found if one)
    return f"\n\n{shown}" if shown else ""


def _without_unlinked(sources: _SourceSite) -> list[WorkshopPage]:
    """Take the pages of a built site out to which no other page leads; those that go.

    They are copies of before, or drafts. Where the first page leads to none of the others, or the
    menu is a file of its own, a script puts it into the pages, and all stay.
    """
    by_path = {page.path: page for page in sources.pages}
    homes = [page for page in sources.pages if page.path in {"index.html", "index.htm"}]
    if sources.maker not in {SiteMaker.HTML, SiteMaker.MARKDOWN} or not homes:
        return []
    if any(not page.path.endswith((".html", ".htm")) for page in sources.pages):
        return []
    if _has_menu_apart(sources.root):
        return []
    reached, waiting = {homes[0].path}, [homes[0]]
    while waiting:
        page = waiting.pop()
        for path in _paths_linked_from(page, sources.root.resolve().name):
            if path in by_path and path not in reached:
                reached.add(path)
                waiting.append(by_path[path])
    if len(reached) < 2:
        return []
    unlinked = [page for page in sources.pages if page.path not in reached]
    sources.pages = [page for page in sources.pages if page.path in reached]
    return unlinked


_MENU = re.compile(
    r"(?:.*[-_])?(?:menu|nav|navi|nav-?bar|navigation|header|side-?bar|top-?bar)\.html?",
    re.IGNORECASE,
)
"""The file of a menu that is put into all pages: `menu.html`, `main_nav.html`."""


def _has_menu_apart(root: Path) -> bool:
    """Whether a menu stands in a file of its own, and pages do not have it themselves."""
    return any(
        _MENU.fullmatch(file.name)
        for file in root.rglob("*.htm*")
        if not _NO_FOLDERS_OF_PROGRAMS & {*file.relative_to(root).parts}
    )


_NO_FOLDERS_OF_PROGRAMS = {"node_modules", "vendor", "venv", "env"}


def _paths_linked_from(page: WorkshopPage, root: str) -> Iterator[str]:
    """The files of the site that a page may lead to, also by the name of the site's folder."""
    folder = Path(page.path).parent
    for link in page.document.tree.all("a", "iframe"):
        address = link.attributes.get("href") or link.attributes.get("src") or ""
        parts = split_address(address)
        address = unquote(parts.path) if parts is not None else ""
        if not address:
            continue
        start = Path() if address.startswith("/") else folder
        path = os.path.normpath(start / address.lstrip("/"))
        path = path.removeprefix("../").removeprefix(f"{root}/")
        yield from (path, f"{path}.html", os.path.normpath(Path(path) / "index.html"))


def _add_data(sources: _SourceSite) -> None:
    """Add the data files that no page lists itself to the site's first page."""
    if sources.maker is SiteMaker.HUGO:
        data = data_in(sources.root / "data")
        used = _all_liquid(sources)
    else:
        return
    for name, value in data.items():
        if re.search(rf"data\.{re.escape(name)}\b|data\[", used):
            continue
        markup = records_markup(name, value)
        if not markup or not re.search(r"<h\d>", markup):
            continue
        home = min(
            (page for page in sources.pages if page.is_home),
            key=lambda page: page.depth,
            default=sources.pages[0] if sources.pages else None,
        )
        if home is None:
            continue

        if topic_of(heading_of(name)) is None:
            continue
        page = sources.sources.marked(home.document)
        home.document = sources.sources.finished(page, f"\n\n{markup}\n")


def _all_liquid(sources: _SourceSite) -> str:
    """The texts in which pages may name data files."""
    texts = []
    for folder in ("", "_pages", "_includes", "_layouts"):
        texts += [
            file.read_text(encoding="utf-8", errors="replace")
            for file in (sources.root / folder).glob("*")
            if file.suffix.lower() in _PAGES and file.is_file()
        ]
    for page in sources.pages:
        file = page.document.file
        texts.append(file.read_text(encoding="utf-8", errors="replace"))
    return "\n".join(texts)
