"""Finds the pages of one edition on a workshop's website, whatever the site is made with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from proposal.diagnostics import Span, first_few, listing, shortened
from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.forbidden import refuse_forbidden_escapes, refuse_numbers
from proposal.importers.site.foreign_words import with_english_months
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import is_of_others, is_of_several_groups, topic_of
from proposal.importers.site.site_lines import Passage, passages_of
from proposal.model.edition_id import year_of_id
from proposal.reading.days import find_days
from proposal.reading.page_tree import PageLine, lines_of
from proposal.reading.source_document import SourceDocument, tree_of

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
"""`wsp2026`, `2026`"""
_SHORT_YEAR = re.compile(r"(?<=[A-Za-z])[-\s]?['’]?(\d\d)(?![\d%])\b")
"""`WSP'26`, `wsp26`"""
_SHORT_YEAR_OF_FOLDER = re.compile(
    r"^(?P<number>\d{1,2}[a-z]?[-_])?(?!session|week|day|part|track|slide|paper|page|chapter|lesson|module|topic|room|img"
    r"|image|test|version|unit)[a-z]{3,}[-_]?(?P<year>[0-4]\d)$",
    re.IGNORECASE,
)
"""A folder that its workshop's acronym and year name: `wsp25`, `3-sigir-25`."""
_HOME = {"index", "_index", "home", "default", "readme", "main", "about"}
_NOT_FOUND = re.compile(
    r"^(?:404|error|search|sitemap|tags?|categor\w+|archive|license|privacy|imprint)", re.IGNORECASE
)
"""`404.html`, `tags.html`"""


_ASIDE = re.compile(
    r"[_.]?(?:old(?:er)?|archived?|archives|past|previous|former|earlier|back-?ups?|bak|legacy"
    r"|deprecated|obsolete|unused|outdated|trash|attic)(?:[-_. ].*|\d*)",
    re.IGNORECASE,
)
"""A folder of what was put aside: `_old`, `archive`, `old_pages`, `backup2`."""
_COPY = re.compile(
    r".+[-_. ](?:old|archived?|back-?up|bak|copy|deprecated|unused|templates?|draft)\d*",
    re.IGNORECASE,
)
"""A folder or a page that another one took the place of, or will: `index_old`, `talks-template`."""


_OF_NEWS = re.compile(r"blog|news|posts?|articles|updates|announcements", re.IGNORECASE)
"""The address of a list of news, whose first page is not that of the site: `/blog/`."""


class WorkshopPage(Struct):
    """A page of the site."""

    document: SourceDocument
    path: str
    """Its file's path in the site's folder."""
    address: str
    """Its address on the site, without what is the same for all pages."""
    passages: list[Passage] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The page's title, as its front matter or its head has it."""
        tree = self.document.front_tree("title")
        if tree is not None and tree.text:
            return tree.text
        named = self.document.tree.all("title")
        return named[0].text if named else ""

    @property
    def excerpt(self) -> list[str]:
        """What stands below the title in the head of a theme's page."""
        found = []
        for key in ("excerpt", "subtitle", "description", "tagline", "heading", "subheading"):
            tree = self.document.front_tree(key)
            if tree is not None and tree.text:
                found.append(tree.text)
        return found

    def front_lines(self, keys: Iterable[str]) -> Iterator[tuple[PageLine, Span]]:
        """The lines of texts of the front matter, each with the place of its text.

        Args:
            keys: the keys of the texts, in order. `profile` is the box that al-folio shows beside
                the text of the first page.
        """
        for key in keys:
            node = self.document.front.child(key)
            if key == "profile" and node is not None:
                node = node.child("address") or node.child("more_info")
            tree = tree_of(node) if node is not None else None
            if node is not None and tree is not None:
                yield from ((line, node.span) for line in lines_of(tree))

    @property
    def topic(self) -> Topic | None:
        """What the whole page is about: by its title, its excerpt or its address."""
        name = re.sub(r"[-_]", " ", Path(self.address.rstrip("/")).stem)
        candidates = [
            self.title,
            *(line for text in self.excerpt for line in text.split("\n")),
            name,
        ]
        if is_of_several_groups(self.title):
            return None
        for text in candidates:
            # such as WSP Organizing Committee
            topic = topic_of(re.sub(r"^.{0,12}?(?=Organi[sz]ing)", "", text)) if text else None
            if topic is not None and topic is not Topic.OVERVIEW:
                return topic
        return None

    @property
    def is_home(self) -> bool:
        """Whether it is the first page of its folder."""
        path = Path(self.path)
        is_section = path.parent.as_posix() == "content/home"  # of HugoBlox's first page
        return path.stem.casefold() in _HOME or is_section or self.address in {"", "/"}

    @property
    def is_index(self) -> bool:
        """Whether it is what a server shows of its folder, as `about.html` beside it is not."""
        is_named_so = Path(self.path).stem.casefold().strip("_") == "index"
        return is_named_so or self.address in {"", "/"}

    @property
    def is_of_news(self) -> bool:
        """Whether it lists news, as the first page of a folder does that is no site's."""
        folder = re.sub(r"/_?index$", "", self.address.strip("/"))
        return _OF_NEWS.fullmatch(folder) is not None

    @property
    def is_aside(self) -> bool:
        """Whether its name, or that of a folder that it stands in, says that it was put aside."""
        *folders, name = Path(self.path).with_suffix("").parts
        return any(map(_ASIDE.fullmatch, folders)) or any(map(_COPY.fullmatch, (*folders, name)))

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing, and so only holds others together."""
        return not self.title and not self.document.tree.text

    @property
    def weight(self) -> int:
        """Its place among the sections of a page, where its front matter has one."""
        said = self.document.front_text("weight")
        return int(said) if said.isdecimal() else 0

    @property
    def depth(self) -> int:
        """How many folders it stands in."""
        return self.address.strip("/").count("/") + (0 if self.address.strip("/") == "" else 1)


class WorkshopSite(Struct):
    """What a source holds of one edition."""

    root: Path | None
    pages: list[WorkshopPage]
    """The edition's pages, its main one first."""
    config: dict[str, Any] = field(default_factory=dict)
    others: list[WorkshopPage] = field(default_factory=list)
    """Pages of other editions."""
    diagnostics: SourceDiagnostics = field(default_factory=SourceDiagnostics)

    @property
    def main(self) -> WorkshopPage:
        """The edition's first page."""
        return self.pages[0]

    @property
    def config_texts(self) -> list[str]:
        """What the configuration says of the site, on its own and among values for its theme."""
        groups = [self.config, self.config.get("params")]
        languages = self.config.get("languages") or self.config.get("Languages")
        groups += list(languages.values()) if isinstance(languages, dict) else []
        return [
            value
            for group in groups
            if isinstance(group, dict)
            for key in ("title", "subtitle", "name", "description", "tagline", "footline")
            if isinstance(group.get(key), str) and (value := without_tags(group[key]))
        ]

    @property
    def address(self) -> str:
        """Where the site stands on the web, from its configuration."""
        url = str(
            self.config.get("url") or self.config.get("baseURL") or self.config.get("baseUrl") or ""
        )
        base = str(self.config.get("baseurl") or "")
        if not re.match(r"https?://(?!localhost\b|127\.|0\.0\.0\.0)", url):
            return ""
        joined = "/".join(part.strip("/") for part in (url, base) if part.strip("/"))
        return f"{joined}/"


def without_tags(text: str) -> str:
    """A text of a configuration without the elements of HTML in it: `Samples<br>and Tests`."""
    return " ".join(re.sub(r"</?[A-Za-z][^<>]*>", " ", text).split())


def choose_edition(
    root: Path | None,
    pages: list[WorkshopPage],
    config: dict[str, Any],
    edition_id: str,
    source: Path,
) -> WorkshopSite:
    """Choose the pages of an edition.

    Args:
        root: the site's folder; nothing if the source is one page.
        pages: all pages.
        config: the site's configuration.
        edition_id: the edition.
        source: what was named, for messages.

    Raises:
        ImportSourceError: no page is of the edition.
    """
    year = year_of_id(edition_id)
    readable = [page for page in pages if not _NOT_FOUND.match(Path(page.path).stem)]
    by_place = {id(page): _year_in_place(page) for page in readable}
    by_name = [page for page in readable if by_place[id(page)] is None]
    undated = [page for page in by_name if not page.is_aside] or by_name
    aside = [page for page in by_name if page.is_aside] if undated is not by_name else []
    current = _current_year(undated, config) if undated else None
    years = {found for found in by_place.values() if found}
    dated = [page for page in readable if by_place[id(page)] == year]
    if current not in {None, year}:
        if not dated:
            raise _no_page_of(edition_id, source, {*years, current} - {None})
        undated = []
    kept, leftovers = _by_titles([*undated, *dated], year)
    if not kept:
        raise _no_page_of(edition_id, source, {*years, *(other for _, other in leftovers)})
    for page in kept:
        page.passages = passages_of(page.document)
    kept.sort(key=_place_in_order)
    others = [page for page in readable if all(page is not one for one in kept)]
    site = WorkshopSite(root, kept, config, others)
    site.diagnostics.extend(_set_aside(leftovers))
    site.diagnostics.extend(_put_aside(aside))
    if other_years := sorted(years - {year}):
        listed = listing(map(str, other_years))
        message = f"the pages that are of {listed} by their names or folders are left out"
        site.diagnostics.note("left-out", message, "import each of these editions by itself")
    return site


def _by_titles(
    pages: list[WorkshopPage], year: int
) -> tuple[list[WorkshopPage], list[tuple[WorkshopPage, int]]]:
    """The pages of a year, and those that are called by another one, with it.

    The title of a single page says nothing against it.
    """
    kept: list[WorkshopPage] = []
    leftovers: list[tuple[WorkshopPage, int]] = []
    for page in pages:
        other = _year_of_title(page, year)
        if other is not None and len(pages) > 1:
            leftovers.append((page, other))
        else:
            kept.append(page)
    return kept, leftovers


def _place_in_order(page: WorkshopPage) -> tuple[bool, bool, int, bool, bool, bool, float, str]:
    """What puts the pages of an edition in order: its main one stands first."""
    return (
        page.is_of_news,
        not page.is_home or page.is_empty,
        page.depth,
        not page.is_index,
        page.topic is not None,
        topic_of(page.title) is not Topic.OVERVIEW,
        page.weight,
        page.path,
    )


_EXPORTS = {".xml", ".wxr", ".rss"}
"""The endings of files that hold all pages of a site."""


def _no_page_of(edition_id: str, source: Path, years: Iterable[int | None]) -> ImportSourceError:
    """The refusal of a source without a page of the edition; `years` are those of its pages."""
    known = sorted(filter(None, years))
    if source.is_file() and known and source.suffix.lower() not in _EXPORTS:
        return ImportSourceError(
            f"{source}: this is a page of {known[0]}, not of {year_of_id(edition_id)}; "
            f"type --edition {known[0]}"
        )
    there = f"; the pages are of {listing(map(str, known))}" if known else ""
    return ImportSourceError(f"{source}: no page of the edition {edition_id} was found{there}")


_LONGEST_TITLE = 70
"""How many letters of a page's title a message holds."""


def _set_aside(leftovers: list[tuple[WorkshopPage, int]]) -> SourceDiagnostics:
    """Say for each other year which pages are called by it."""
    found = SourceDiagnostics()
    for other in sorted({year_of_page for _, year_of_page in leftovers}):
        first, *more = [page for page, year_of_page in leftovers if year_of_page == other]
        also = f"; so are {len(more)} more" if more else ""
        title = shortened(first.title, _LONGEST_TITLE)
        message = f"this page is called “{title}”, so it is of {other}, and set aside"
        hint = "correct its title, or import that edition"
        found.warn("other-edition", message + also, first.document.front.span, hint)
    return found


def _put_aside(aside: list[WorkshopPage]) -> SourceDiagnostics:
    """Say which pages are put aside by their names."""
    found = SourceDiagnostics()
    if aside:
        names = first_few(page.path for page in aside)
        message = f"by its name this was put aside, so what stands there is left out: {names}"
        hint = "if it is of this edition, import the page or its folder by itself"
        found.warn("other-edition", message, aside[0].document.spans[0], hint)
    return found


def _year_in_place(page: WorkshopPage) -> int | None:
    """The year in a page's path or address."""
    for text in (page.path, page.address):
        parts = [part for part in re.split(r"/", text) if not part.startswith("_posts")]
        for part in reversed(parts):
            if re.match(r"\d{4}-\d\d-\d\d-", part):
                continue
            if match := _YEAR.search(part):
                return int(match[1])
        for part in reversed(parts[:-1]):
            if match := _SHORT_YEAR_OF_FOLDER.match(part):
                return 2000 + int(match["year"])
        numbered = _SHORT_YEAR_OF_FOLDER.match(Path(parts[-1]).stem) if parts else None
        if numbered is not None and numbered["number"]:
            return 2000 + int(numbered["year"])  # as in `editions/3-sigir-25.html`
    return None


def _year_of_title(page: WorkshopPage, year: int) -> int | None:
    """The year in a page's title, or of the event named below it, if it is another one."""
    title = page.title
    years = {int(match[1]) for match in _YEAR.finditer(title)}
    if not years:
        years = {
            2000 + int(match[1]) for match in _SHORT_YEAR.finditer(title) if 0 < int(match[1]) < 60
        }
    if not years and not page.is_home:
        said = (match for text in page.excerpt for match in _EVENT_AND_YEAR.finditer(text))
        years = {int(match["year"] or match["year2"]) for match in said}
    return min(years) if years and year not in years else None


_EVENT_AND_YEAR = re.compile(
    r"(?<!\w)(?:[A-Z]\w*[A-Z]\w*\s+(?P<year>20\d\d)|(?P<year2>20\d\d)\s+[A-Z]\w*[A-Z]\w*)(?!\w)"
)
"""The edition below a page's title: `WSP 2022 Proceedings`, `2022 WSP Tutorial`."""


def _place_of_home(page: WorkshopPage) -> tuple[object, ...]:
    """The order of first pages: that of the whole site before those of folders and others."""
    return (
        page.depth > 1,
        not page.is_index,
        page.depth,
        page.path,
    )


def _current_year(pages: list[WorkshopPage], config: dict[str, Any]) -> int | None:
    """The edition that the pages without a year in their places are of."""
    homes = sorted((page for page in pages if page.is_home), key=_place_of_home) or pages
    home = homes[0]
    texts = [home.title, *home.excerpt, *_texts_of(config)]
    for text in texts:
        if match := _YEAR.search(text):
            return int(match[1])
    passages = passages_of(home.document)
    heads = [passage.title for passage in passages if passage.level in {1, 2}][:3]
    lines = [
        line.text
        for passage in passages[:4]
        for line in passage.lines[:8]
        if passage.title.casefold() != "news" and not is_of_others(passage.path)
    ]
    for text in (*heads, *lines):
        if (
            re.search(
                # `WSP 2026, co-located with KDD`, `WSP @ KDD 2026`
                r"conjunction|co-?located|workshop|conference|@|held|takes?\s+place|\bat\b",
                text,
                re.IGNORECASE,
            )
            or find_days(with_english_months(text))
        ) and (match := _YEAR.search(text)):
            return int(match[1])
    for text in texts:
        if match := _SHORT_YEAR.search(text):
            return 2000 + int(match[1])
    counted = Counter(
        day.date.year
        for page in pages
        for passage in passages_of(page.document)
        for line in passage.lines
        if _YEAR.search(line.text)
        for day in find_days(with_english_months(line.text))
    )
    return counted.most_common(1)[0][0] if counted else None


def _texts_of(config: dict[str, Any]) -> Iterator[str]:
    """The texts of a configuration that name the workshop."""
    for key in ("title", "subtitle", "name", "description", "baseurl", "url", "tagline", "baseURL"):
        value = config.get(key)
        if isinstance(value, str) and value:
            yield value
    for value in config.values():
        if isinstance(value, dict):
            inner = value.get("title")
            if isinstance(inner, str):
                yield inner


def posts_of_year(root: Path, year: int) -> list[Path]:
    """The posts of a blog that were written in a year, or at the end of the one before.

    Args:
        root: the site's folder.
        year: the edition's.
    """
    dated = re.compile(
        rf"(?:{year}-\d\d|{year - 1}-(?:0[7-9]|1[0-2]))-\d\d-.+\.(?:mdx?|markdown|html)"
    )
    files = (file for folder in ("_posts", "blog") for file in (root / folder).glob("*"))
    return sorted(file for file in files if dated.fullmatch(file.name))


def is_post(file: Path) -> bool:
    """Whether a file is a post of a blog of Docusaurus: `blog/2026-01-31-papers.md`."""
    return file.parent.name == "blog" and re.match(r"\d{4}-\d\d-\d\d-", file.name) is not None


def refuse_unsafe(page: SourceDocument) -> None:
    """Refuse a page that holds a character that nobody may type.

    Raises:
        ImportSourceError: it does.
    """
    refuse_numbers(page.source, page.file)
    refuse_forbidden_escapes(page.front_diagnostics)
