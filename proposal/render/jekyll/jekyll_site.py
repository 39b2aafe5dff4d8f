"""Renders the tree to be laid over a Jekyll site: pages, data files and pictures, by path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup
from msgspec import Struct

from proposal.diagnostics import Diagnostic, Span, warning
from proposal.edition.collection import Collection
from proposal.edition.edition import Edition
from proposal.edition.own_files import with_addresses
from proposal.edition.participants import Person
from proposal.edition.series import Series, public_series
from proposal.model.loading.own_site import OwnFolder
from proposal.model.own_file_names import OWN_FILES
from proposal.render.gallery import gallery_of
from proposal.render.html import html_of
from proposal.render.jekyll import front_matter
from proposal.render.jekyll.announced import Announced, address_of, anchor, series_files
from proposal.render.jekyll.data import committee_entry, news_entry, paper_entry
from proposal.render.jekyll.jekyll_templates import jekyll_environment
from proposal.render.jekyll.jekyll_yaml import Value, page, yaml_of
from proposal.render.logos import sponsor_wall
from proposal.render.markdown import Markdown, markdown_of
from proposal.render.monogram import monogram_svg
from proposal.render.own_file_contents import own_file_contents
from proposal.render.own_pages import anchors_of, lowest_heading, read_page, title_words
from proposal.render.page_material import PageMaterial, PictureShelf, material_of
from proposal.render.picture_kinds import PictureError
from proposal.render.prose import ProseKind, ReadProse, read_prose
from proposal.render.quoted_facts import Facts
from proposal.render.rendered_files import RenderedFiles
from proposal.render.shown_news import NEWEST, ShownNews, shown_news
from proposal.render.shown_pictures import (
    ShownPhoto,
    ShownPictures,
    not_shown,
    shown_in_edition,
    shown_pictures,
)
from proposal.render.site.colours import palette
from proposal.render.site.feed import news_feed
from proposal.render.templates import fill
from proposal.source.text import Prose
from proposal.words.language import Language

SERIES_NEWS = "series-news"
"""The name of the data file with the news of the series."""

_FRONT_MATTER = re.compile(rb"---\s*\n")
"""How files begin in which Jekyll fills in what stands in braces."""


class Portrait(Struct, frozen=True):
    """A portrait as a website shows it."""

    suffix: str
    """The file's ending: `.jpg`."""
    content: bytes


def render_jekyll(
    workshop: Path, series: Series, portrait_of: Callable[[Person], Portrait | None]
) -> RenderedFiles:
    """Render the pages of a series for a Jekyll site in the Minimal Mistakes theme.

    Args:
        workshop: the folder that holds `data/`, for the workshop's own templates.
        series: the series with all its editions.
        portrait_of: gives a person's portrait; whoever has none gets a monogram. A
            PictureError becomes a diagnostic.
    """
    rendering = _JekyllRendering(workshop, public_series(series), portrait_of)
    for edition in rendering.series.editions:
        rendering.edition_files(edition)
    rendering.series_files()
    return RenderedFiles(rendering.files, rendering.diagnostics)


@dataclass(slots=True)
class _JekyllRendering:
    workshop: Path
    series: Series
    portrait_of: Callable[[Person], Portrait | None]
    files: dict[str, bytes] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    pictures: ShownPictures = field(init=False)
    """The series' logo and photo."""
    news: tuple[ShownNews, ...] = field(init=False)
    shelf: PictureShelf = field(init=False)
    shown: Edition = field(init=False)
    """The edition whose pages are written."""
    templates: dict[Language, jinja2.Environment] = field(default_factory=dict)
    """By the languages of the editions."""

    def __post_init__(self) -> None:
        self.shown = self.series.current
        self.shelf = PictureShelf(self.files, self.figures_in, has_all_widths=False)
        before = front_matter.banner_address(self.series).removesuffix("banner.svg")
        self.pictures = shown_pictures(self.series.pictures, before)
        self.diagnostics += self.pictures.diagnostics
        self.keep_pictures(self.pictures)
        editions, of_series = self.series.editions, self.series.news
        self.news = shown_news(editions, of_series, self.news_text, self.path_of)

    def templates_in(self, language: Language) -> jinja2.Environment:
        """The templates with their fixed words in a language."""
        if language not in self.templates:
            templates = jekyll_environment(self.workshop, language)
            templates.globals.update(
                series=self.series,
                colours=palette(self.series.accent),
                anchor=anchor,
                statement=lambda text: Markdown(self.statement(text)),
                newest=NEWEST,
                has_feed=bool(self.news and self.series.url),
                series_news=SERIES_NEWS,
            )
            self.templates[language] = templates
        return self.templates[language]

    def series_files(self) -> None:
        self.shown = self.series.current
        current = Announced(self.series.current)
        editions = self.set("all-editions.md")
        front = front_matter.editions_page(self.series, self.pictures.photo)
        self.write("pages/all-editions.md", page(front, editions))
        redirect = self.set("index.html", announced=current)
        self.write("index.html", page({"layout": None, "sitemap": False}, redirect))
        self.write("_includes/statements.html", self.set("statements.html"))
        self.news_files(None, SERIES_NEWS)
        feed = news_feed(
            self.workshop,
            self.series,
            self.news,
            current.page.lstrip("/"),
            lambda shown: f"{self.path_of(shown.edition_id)}#news-{shown.anchor}",
        )
        self.files |= feed.files
        self.write(front_matter.banner_address(self.series), self.set("banner.svg"))
        if current.edition.site:
            own = current.edition.site.series
            self.own_files(own, series_files(self.series))
            self.own_pages(current.edition, own)

    def figures_in(self, own: OwnFolder) -> str:
        """The folder with the pictures that texts of an edition, or of the series, show."""
        edition_id = own.path.rstrip("/")
        owner = next((found for found in self.series.editions if found.id == edition_id), None)
        name = Announced(owner).slug if owner else self.series.acronym
        return f"assets/images/{name}/figures/"

    def own_pages(self, edition: Edition, own: OwnFolder) -> None:
        """The pages that organizers wrote themselves.

        Args:
            edition: the edition whose facts they quote.
            own: the folder in which they stand, which may be that of the series.
        """
        for written in own.pages:
            title = title_words(written, edition)
            announced = Announced(edition) if own.path else None
            photo = self.photo(announced) if announced else self.pictures.photo
            front = front_matter.own_page(written, title, announced, self.series, photo)
            read = read_page(written, edition)
            first, anchors = 2 - lowest_heading(read), anchors_of(read)
            text = self.markdown(read, edition, first, anchors)
            folder = f"pages/{announced.slug}" if announced else "pages"
            self.write(f"{folder}/{written.name}.md", page(front, f"{text}\n"))

    def own_files(self, own: OwnFolder, address: str) -> None:
        """Copy files of one's own; Jekyll copies all as they are but those with front matter."""
        for name, content in own_file_contents(own):
            self.files[f"{address}/{name}".lstrip("/")] = content
            if _FRONT_MATTER.match(content):
                message = f"Jekyll makes a page of {OWN_FILES}/{name}, which begins with ---"
                hint = "put an empty line before it, or leave the file out of the tree"
                span = Span(own.files[name], 1, 1, 4)
                self.diagnostics.append(warning("changed-by-jekyll", message, span, hint))

    def edition_files(self, edition: Edition) -> None:
        self.shown = edition
        own = Announced(edition).own_files
        self.own_files(edition.own, own)
        # The theme makes no relative address whole, and the site may stand below its host's root.
        root = urlsplit(edition.url or "").path.rstrip("/")
        edition = with_addresses(edition, f"{root}{own}/")
        announced = Announced(edition)
        folder = f"pages/{announced.slug}"
        wall = sponsor_wall(edition)
        self.diagnostics += wall.diagnostics
        for name, content in wall.files.items():
            if name.endswith((".png", ".svg")):
                self.files[f"{announced.pictures}/sponsors/{name}".lstrip("/")] = content
        photo = self.photo(announced)
        front = front_matter.edition_page(
            announced, self.series, self.portraits(announced), self.statement, wall.tiers, photo
        )
        front |= self.gallery(announced)
        values = {
            "announced": announced,
            "edition": edition,
            "overview": self.overview(edition),
            "news_count": len(self.news_on(edition.id)),
            "abstract": Markdown(self.statement(edition.abstract)),
            "policy": Markdown(self.statement(edition.submissions.policy))
            if edition.submissions.policy
            else None,
        }
        self.write(f"{folder}/index.md", page(front, self.set("index.md", **values)))
        front = front_matter.call_page(announced, self.series, photo)
        call = self.set("call-for-papers.md", **values)
        self.write(f"{folder}/call-for-papers.md", page(front, call))
        self.own_pages(edition, edition.own)
        self.data_files(announced)
        self.news_files(edition.id, announced.news)

    def path_of(self, edition_id: str | None) -> str:
        """The path of the page that shows the news of an edition, or those of the series."""
        editions = (edition for edition in self.series.editions if edition.id == edition_id)
        edition = next(editions, None)
        return Announced(edition).page.lstrip("/") if edition else "all-editions"

    def news_text(self, text: Prose) -> Markup:
        read = read_prose(text, ProseKind.STATEMENT)
        return html_of(read, lambda _: Markup(), own=self.material(read))

    def news_on(self, edition_id: str | None) -> list[ShownNews]:
        """The news on an edition's page, or on that of the series.

        A visitor begins with the page of the current edition, which has those of the series, too.
        """
        is_current = edition_id == self.series.current.id
        return [
            shown
            for shown in self.news
            if shown.edition_id == edition_id or (is_current and shown.edition_id is None)
        ]

    def news_files(self, edition_id: str | None, name: str) -> None:
        """The data file with the news of an edition, or with those of the series."""
        entries: list[Value] = [news_entry(shown) for shown in self.news_on(edition_id)]
        if entries:
            self.write(f"_data/{name}.yml", yaml_of(entries))

    def photo(self, announced: Announced) -> ShownPhoto | None:
        """The photo at the head of an edition's pages, whose file is written."""
        folder, of_series = f"{announced.pictures}/", self.series.pictures
        shown = shown_in_edition(announced.edition, folder, of_series, self.pictures)
        self.diagnostics += shown.diagnostics
        self.keep_pictures(shown)
        return shown.photo

    def keep_pictures(self, shown: ShownPictures) -> None:
        """Write the files that the theme shows: it knows no choice of sizes, and no WebP."""
        logo = shown.logo.light.files[-1] if shown.logo else None
        wanted = {logo, shown.photo.file if shown.photo else None}
        for name, content in shown.files.items():
            if name in wanted:
                self.files[name.lstrip("/")] = content

    def gallery(self, announced: Announced) -> Mapping[str, Value]:
        """The photos of the day in front matter; their files are written as JPEG, in two sizes."""
        gallery = gallery_of(announced.edition, f"{announced.pictures}/")
        self.diagnostics += gallery.diagnostics
        wanted = {name for photo in gallery.photos for name in (photo.medium, photo.shown.file)}
        for name in wanted:
            self.files[name.lstrip("/")] = gallery.files[name]
        entries = [front_matter.photo_entry(photo) for photo in gallery.photos]
        return {"photos": entries} if entries else {}

    def data_files(self, announced: Announced) -> None:
        parts = {
            paper.id: number
            for number, group in enumerate(announced.paper_groups, start=1)
            for paper in group.papers
            if announced.parts_papers
        }
        papers: list[Value] = [
            paper_entry(paper, self.abstract, parts.get(paper.id))
            for paper in announced.edition.papers
        ]
        members: list[Value] = [committee_entry(member) for member in announced.edition.committee]
        for name, entries in ((announced.papers, papers), (announced.committee, members)):
            if entries:
                self.write(f"_data/{name}.yml", yaml_of(entries))

    def portraits(self, announced: Announced) -> Mapping[str, str]:
        """The addresses of the pictures of everybody on the page, by the names of their files."""
        addresses = {}
        for person in announced.people:
            picture = self.portrait(person) or self.monogram(person)
            name = person.file_name
            addresses[name] = f"{announced.pictures}/{name}{picture.suffix}"
            self.files[addresses[name].lstrip("/")] = picture.content
        return addresses

    def portrait(self, person: Person) -> Portrait | None:
        try:
            return self.portrait_of(person)
        except PictureError as reason:
            file = person.photo or Path(person.file_name)
            self.diagnostics.append(not_shown(file, person.photo_span, reason))
            return None

    def monogram(self, person: Person) -> Portrait:
        drawn = monogram_svg(person.name, palette(self.series.accent).band)
        return Portrait(".svg", drawn.encode())

    # Texts

    def overview(self, edition: Edition) -> Markdown:
        """The introduction; the abstract, if none was written."""
        if edition.overview is None:
            return Markdown(self.statement(edition.abstract))
        read = read_prose(edition.overview, ProseKind.DOCUMENT, Facts(edition), edition.references)
        return Markdown(self.markdown(read, edition))

    def statement(self, text: Prose) -> str:
        """Somebody's own text, such as a biography."""
        return self.markdown(read_prose(text, ProseKind.STATEMENT))

    def markdown(
        self,
        read: ReadProse,
        edition: Edition | None = None,
        first_heading: int = 2,
        anchors: Iterable[str] = (),
    ) -> str:
        self.diagnostics += read.diagnostics
        blocks = markdown_of(
            read,
            lambda fact: self.block(fact, edition),
            first_heading,
            has_mathml=True,
            own=self.material(read),
            anchors=anchors,
        )
        return blocks.strip("\n")

    def material(self, read: ReadProse) -> PageMaterial | None:
        """What a text shows of ours, and links to."""
        root = urlsplit(self.shown.url or "").path.rstrip("/")
        return material_of(
            read,
            self.shown,
            self.shelf,
            lambda target: f"{root}{address_of(target, self.series)}",
            lambda path: f"{root}/{path}",
        )

    def abstract(self, text: Prose) -> str:
        """A text in HTML on one line: an empty line would end it for Markdown."""
        read = read_prose(text, ProseKind.STATEMENT)
        self.diagnostics += read.diagnostics
        return " ".join(html_of(read, lambda _: Markup(), own=self.material(read)).split())

    def block(self, fact: Collection[Any] | Prose, edition: Edition | None) -> str:
        """A fact that stands in a paragraph of its own, in a text of an edition."""
        if isinstance(fact, Prose):
            return self.statement(fact)
        if not fact.items:
            return ""
        return self.set(f"blocks/{fact.kind}.md", items=fact.items, edition=edition).strip("\n")

    # Files

    def set(self, template: str, **values: Any) -> str:
        edition: Edition | None = values.get("edition")
        language = edition.language if edition else self.series.language
        text, diagnostics = fill(self.templates_in(language), template, values)
        self.diagnostics += diagnostics
        return text

    def write(self, path: str, text: str) -> None:
        self.files[path.lstrip("/")] = text.encode()
