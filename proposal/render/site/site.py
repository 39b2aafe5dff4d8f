"""Renders the whole website: every page, picture and file, by its path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
import rcssmin
from markupsafe import Markup

from proposal.diagnostics import Diagnostic
from proposal.edition import wording
from proposal.edition.collection import Collection
from proposal.edition.edition import Edition
from proposal.edition.edition_document import Document
from proposal.edition.in_language import in_language
from proposal.edition.own_files import with_addresses, with_whole_addresses
from proposal.edition.participants import Person
from proposal.edition.public import public
from proposal.edition.series import Series, public_series
from proposal.edition.steps import steps_of
from proposal.model.own_file_names import OWN_FILES
from proposal.model.own_site import OwnFolder
from proposal.model.talk_roles import ROLES, TALK_ROLES
from proposal.render.gallery import GalleryPhoto, gallery_of
from proposal.render.html import html_of
from proposal.render.logos import sponsor_wall
from proposal.render.lost import lost_in_statement
from proposal.render.monogram import monogram_svg
from proposal.render.own_file_contents import own_file_contents
from proposal.render.own_pages import (
    anchors_of,
    description_of,
    lowest_heading,
    menu_of,
    read_page,
    title_words,
)
from proposal.render.own_targets import from_page, path_of_page
from proposal.render.page_material import PictureShelf, material_of
from proposal.render.picture_kinds import PictureError
from proposal.render.prose import ProseKind, ReadProse, read_prose
from proposal.render.quoted_facts import Facts
from proposal.render.rendered_files import DIGEST_PLACE, RenderedFiles, with_digest
from proposal.render.shown_news import FROM_ROOT, NEWEST, ShownNews, shown_news
from proposal.render.shown_pictures import (
    ShownPictures,
    not_shown,
    shown_in_edition,
    shown_pictures,
)
from proposal.render.site import picture_cache, structured
from proposal.render.site.citation import Citation, citation_of
from proposal.render.site.colours import palette
from proposal.render.site.feed import news_feed
from proposal.render.site.listed_editions import listed_editions
from proposal.render.site.moved_page import at_root
from proposal.render.site.overview import Overview, overview_of
from proposal.render.site.page_cards import PageCards
from proposal.render.site.paper_pages import (
    VOLUME,
    paper_pages,
    with_papers_beside,
    without_stamps,
)
from proposal.render.site.pattern import patterns
from proposal.render.site.site_templates import site_environment
from proposal.render.templates import fill
from proposal.render.text.cited_paper import PAPERS
from proposal.source.text import Prose, Verbatim
from proposal.words.language import Language

NEWS = "news/"
"""Where the page of all news is."""

MOST_OTHERS = 12
"""Other editions that an edition's page lists; a link on every page leads to all of them."""


@dataclass(frozen=True, slots=True)
class OfferedFiles:
    """What other rooms made of an edition, for the website to offer."""

    pdfs: Mapping[str, bytes] = field(default_factory=dict)
    """The finished documents by name."""
    others: Mapping[str, bytes] = field(default_factory=dict)
    """Calendars and texts by file name."""
    papers: Mapping[str, bytes] = field(default_factory=dict)
    """The stamped PDFs of papers, as far as everybody may read them, by the papers' ids."""
    volume: bytes | None = None
    """The volume of all papers, if everybody may read it."""


@dataclass(frozen=True, slots=True)
class Download:
    """A PDF that a page offers, with a picture of its first page."""

    document: Document
    name: str
    width: int
    height: int
    accessible: Document | None
    """The version for screen readers that is offered beside it."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """Where a page stands, and what its head says."""

    path: str
    """From the website's root, without a slash before it and with one behind: `2026/`."""
    title: str
    description: str
    to_root: str
    """The way from the page to the website's root: `../`."""
    url: Verbatim | None
    """The full address, if the workshop's is known."""
    card: str | None
    """The social card's path from the root."""
    card_text: str | None = None
    """What the card says and shows."""


def render_site(
    workshop: Path, series: Series, editions: Iterable[tuple[Edition, OfferedFiles]]
) -> RenderedFiles:
    """Render the website of a series.

    Args:
        workshop: the folder that holds `data/`, for the workshop's own templates.
        series: the series with all its editions.
        editions: these editions in any order, each with what the website offers of it; the next
            one is asked for when the pages of the last one are rendered.
    """
    rendering = _SiteRendering(workshop, public_series(series))
    rendering.assets()
    for edition, files in editions:
        rendering.edition_pages(public(edition), files)
    rendering.series_pages()
    whole = {**rendering.out, **rendering.cards.files}
    return RenderedFiles(whole, [*rendering.diagnostics, *rendering.cards.diagnostics])


@dataclass(slots=True)
class _SiteRendering:
    workshop: Path
    series: Series
    out: dict[str, bytes] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    pages: list[SitePage] = field(default_factory=list)
    listed: dict[Language, list[dict[str, Any]]] = field(default_factory=dict)
    """Every edition of the series, by the languages of the pages that list them."""
    pictures: ShownPictures = field(init=False)
    """The series' logo and photo."""
    pictures_of: dict[str, ShownPictures] = field(default_factory=dict)
    """Those of editions by id."""
    news: tuple[ShownNews, ...] = field(init=False)
    cards: PageCards = field(init=False)
    shelf: PictureShelf = field(init=False)
    templates: dict[Language, jinja2.Environment] = field(default_factory=dict)
    """By the languages of the pages."""

    def __post_init__(self) -> None:
        self.cards = PageCards(self.series)
        self.pictures = shown_pictures(self.series.pictures, "assets/")
        self.shelf = PictureShelf(self.out, lambda own: f"{own.path}pictures/")
        self.news = shown_news(self.series, self.news_text, _path_of)

    def templates_in(self, language: Language) -> jinja2.Environment:
        """The templates with their fixed words in a language."""
        if language not in self.templates:
            templates = site_environment(self.workshop, language)
            templates.globals.update(
                series=in_language(self.series, language),
                pictures=self.pictures,
                colours=palette(self.series.accent, self.series.look),
                look=self.series.look,
                slug_of=_anchor,
                talk_roles=TALK_ROLES,
                roles=ROLES,
                steps_of=steps_of,
                has_one_edition=self.has_one_edition,
                ordinal_word=lambda number: wording.ordinal_word(number, language),
                digest=DIGEST_PLACE,
                own_menu=self.own_menu,
                news=self.news,
                newest=NEWEST,
                has_feed=bool(self.news and self.series.url),
            )
            self.templates[language] = templates
        return self.templates[language]

    # What stands on every page

    def assets(self) -> None:
        for sheet in ("assets/site.css", "assets/print.css"):
            self.out[sheet] = rcssmin.cssmin(self.set(sheet)).encode()
        self.out["assets/site.js"] = self.set("assets/site.js").encode()
        for name, drawn in patterns(self.series).items():
            self.out[f"assets/{name}"] = drawn.encode()
        icon = monogram_svg(self.series.acronym, palette(self.series.accent).band)
        self.out["assets/icon.svg"] = icon.encode()
        self.out |= self.pictures.files
        self.diagnostics += self.pictures.diagnostics

    def page(self, path: str, title: str, description: str, card: str | None) -> SitePage:
        base = self.series.url.rstrip("/") + "/" if self.series.url else None
        return SitePage(
            path=path,
            title=title,
            description=description,
            to_root="../" * path.count("/"),
            url=Verbatim(f"{base}{path}") if base else None,
            card=card,
            card_text=self.cards.texts.get(card or ""),
        )

    def write_page(self, page: SitePage, template: str, **values: Any) -> None:
        self.pages.append(page)
        if page.path and (edition := values.get("edition")):
            values.setdefault("pictures", self.pictures_in(edition))
        text = self.set(template, page=page, **values)
        self.out[f"{page.path}index.html"] = with_digest(text).encode()
        if self.has_one_edition and template == "edition.html":
            self.out["index.html"] = with_digest(at_root(text, page.path)).encode()

    @property
    def has_one_edition(self) -> bool:
        """Whether the edition is all that there is of the series, so that it is the home page."""
        return len(self.series.editions) + len(self.series.earlier) == 1

    def pictures_in(self, edition: Edition) -> ShownPictures:
        """The logo and the photo that the pages of an edition show, whose files are written."""
        if edition.id not in self.pictures_of:
            folder, of_series = f"{edition.id}/", self.series.pictures
            shown = shown_in_edition(edition, folder, of_series, self.pictures)
            self.pictures_of[edition.id] = shown
            self.out |= shown.files
            self.diagnostics += shown.diagnostics
        return self.pictures_of[edition.id]

    # The series

    def series_pages(self) -> None:
        if not self.has_one_edition:
            self.home_page()
            self.list_of_editions()
        if self.news:
            self.news_pages()
        current = in_language(self.series.current, self.series.language)
        if current.site:
            for name, content in own_file_contents(current.site.series):
                self.out[f"{OWN_FILES}/{name}"] = content
            self.own_pages(current, current.site.series)
        self.not_found()
        home = self.page("", self.series.acronym, self.series.name, None)
        self.out["robots.txt"] = self.set("robots.txt", home=home).encode()
        if self.series.url:
            pages = sorted(self.pages, key=lambda page: page.path)
            self.out["sitemap.xml"] = self.set("sitemap.xml", pages=pages).encode()

    def home_page(self) -> None:
        """The page of the series, which begins with its current edition."""
        series, gettext = self.series, self.series.language.gettext
        current = in_language(series.current, series.language)
        card = self.cards.of_edition(series.current)
        names = {"name": series.name, "acronym": series.acronym}
        description = gettext(
            "%(name)s (%(acronym)s): the next edition and all earlier ones.", **names
        )
        home = self.page("", f"{series.acronym}: {series.name}", description, card)
        self.write_page(
            home,
            "home.html",
            edition=current,
            past=self.past(series.language),
            pictures=replace(self.pictures, photo=self.pictures_in(current).photo),
            picture=lambda person: self.picture(current, person, f"{current.id}/"),
            organization=self.organization(),
            **self.prose_of_people(current, home),
        )

    def list_of_editions(self) -> None:
        """The page of all editions."""
        gettext = self.series.language.gettext
        title = gettext("All editions of %(acronym)s", acronym=self.series.acronym)
        card = self.cards.of_series("editions/", gettext("All editions"))
        description = gettext("Every edition of the %(name)s.", name=self.series.name)
        listing = self.page("editions/", title, description, card)
        self.write_page(listing, "editions.html", past=self.past(self.series.language))

    def organization(self) -> Any:
        """What search engines read of the series."""
        logo = self.pictures.logo.light.files[-1] if self.pictures.logo else None
        return structured.organization(self.series, logo)

    def news_text(self, text: Prose) -> Markup:
        """The text of a piece of news, in which links to what is ours begin with a sign."""
        read = read_prose(text, ProseKind.STATEMENT)
        self.diagnostics += read.diagnostics
        own = material_of(
            read,
            self.series.current,
            self.shelf,
            lambda target: f"{FROM_ROOT}{target.path}{target.behind}",
            lambda path: f"{FROM_ROOT}{path}",
        )
        return html_of(read, lambda _: Markup(), own=own)

    def news_pages(self) -> None:
        """The page of all news, and the feed, which needs the website's address."""
        series = self.series
        gettext, names = series.language.gettext, {"name": series.name, "acronym": series.acronym}
        description = gettext("All news of the %(name)s (%(acronym)s).", **names)
        for item in series.news:  # those of editions are looked through with their other texts
            self.diagnostics += lost_in_statement(item.text, series.current)
        card = self.cards.of_series(NEWS, gettext("News"))
        page = self.page(
            NEWS, gettext("News of %(acronym)s", acronym=series.acronym), description, card
        )
        self.write_page(page, "news.html")
        feed = news_feed(
            self.workshop,
            series,
            self.news,
            NEWS,
            lambda shown: f"{NEWS}#{_anchor('news', shown.anchor)}",
        )
        self.out |= feed.files
        self.diagnostics += feed.diagnostics

    def not_found(self) -> None:
        """The page for an address that does not exist, which can be shown at any depth."""
        gettext = self.series.language.gettext
        page = self.page("", gettext("Page not found"), gettext("There is no such page."), None)
        root = (urlsplit(self.series.url).path if self.series.url else "") or "/"
        page = SitePage("", page.title, page.description, root.rstrip("/") + "/", None, None)
        self.out["404.html"] = with_digest(self.set("404.html", page=page)).encode()

    def others(self, edition: Edition) -> list[dict[str, Any]]:
        """The newest of the other editions; a page that listed all would grow with the series."""
        listed = self.past(edition.language)
        found = (row for row in listed if row["id"] != edition.id)
        return list(islice(found, MOST_OTHERS))

    def past(self, language: Language) -> list[dict[str, Any]]:
        """Every edition of the series for a list of them, the newest first."""
        if language not in self.listed:
            self.listed[language] = listed_editions(self.series, language)
        return self.listed[language]

    # An edition

    def edition_pages(self, edition: Edition, offered: OfferedFiles) -> None:
        path = f"{edition.id}/"
        card = self.cards.of_edition(edition)
        self.portraits(edition)
        wall = sponsor_wall(edition)
        self.diagnostics += wall.diagnostics
        for name, content in wall.files.items():
            self.out[f"{path}sponsors/{name}"] = content
        downloads = self.downloads(edition, offered)
        for name, content in offered.others.items():
            self.out[f"{path}{name}"] = content
        own = dict(own_file_contents(edition.own))
        for name, content in own.items():
            self.out[f"{path}{OWN_FILES}/{name}"] = content
        self.diagnostics += without_stamps(edition, offered.papers)
        whole = edition
        edition = with_papers_beside(edition, offered.papers, "")
        edition = with_addresses(edition, f"{OWN_FILES}/")
        where = f"{edition.place}, {edition.when.date}"
        brand = edition.short_name
        page = self.page(path, f"{brand}: {edition.title}", f"{edition.title}. {where}.", card)
        shared = {"edition": edition, "files": _offers(edition, offered)}
        self.write_page(
            page,
            "edition.html",
            downloads=downloads,
            citation=self.citation(edition, page),
            event=structured.event(
                with_whole_addresses(whole), page.url, wall.tiers, self.addresses(edition, card)
            ),
            others=self.others(edition),
            tiers=wall.tiers,
            gallery=self.gallery(edition),
            organization=self.organization() if self.has_one_edition else None,
            **shared,
            **self.prose_of(edition, page),
        )
        gettext = edition.language.gettext
        card = self.cards.below(edition, "call-for-papers/", gettext("Call for papers"))
        call = self.page(
            f"{path}call-for-papers/",
            gettext("Call for papers: %(name)s", name=brand),
            gettext(
                "Call for papers of the %(title)s. %(where)s.", title=edition.title, where=where
            ),
            card,
        )
        self.write_page(call, "call-for-papers.html", **shared, **self.prose_of(edition, call))
        self.own_pages(edition, edition.own)
        self.paper_pages(whole, offered, own)

    def paper_pages(
        self, edition: Edition, offered: OfferedFiles, own: Mapping[str, bytes]
    ) -> None:
        """The list of an edition's papers, and a page for each; they share the edition's card.

        Args:
            edition: the edition, with its own files by their names.
            offered: what others made of it.
            own: the contents of its own files by their names.
        """
        if not edition.papers:
            return
        card = self.cards.of_edition(edition)
        overview: Mapping[str, Any] = {}
        if offered.volume is not None:
            self.out[f"{edition.id}/{PAPERS}{VOLUME}"] = offered.volume
        for written in paper_pages(edition, offered.papers, own, self.series):
            page = self.page(written.path, written.title, written.description, card)
            # All of these pages have the same menu, for which the overview is read but once.
            overview = overview or self.prose_of(edition, page)
            prose = {**overview, **self.prose_of_people(edition, page)}
            values = {"has_volume": offered.volume is not None, **written.values}
            self.write_page(page, written.template, **values, **prose)
            for name, content in written.files.items():
                self.out[f"{written.path}{name}"] = content

    def addresses(self, edition: Edition, card: str) -> list[str]:
        """The addresses of the pictures that stand for an edition, if the workshop's is known."""
        if not self.series.url:
            return []
        photo = self.pictures_in(edition).photo
        files = [photo.file, card] if photo else [card]
        return [f"{self.series.url.rstrip('/')}/{file}" for file in files]

    # Pages of one's own

    def own_pages(self, edition: Edition, own: OwnFolder) -> None:
        """The pages that organizers wrote themselves.

        Args:
            edition: the edition whose facts they quote.
            own: the folder in which they stand, which may be that of the series.
        """
        of_edition = edition if own.path else None
        brand = edition.short_name if of_edition else self.series.acronym
        for written in own.pages:
            title = title_words(written, edition)
            path = path_of_page(own, written.name)
            about = description_of(written, edition, own)
            card = self.cards.of_own_page(path, title, of_edition)
            page = self.page(path, f"{title}: {brand}", about, card)
            read = read_page(written, edition)
            first, anchors = 3 - lowest_heading(read), anchors_of(read)
            text = self.html(read, edition, page, first, anchors)
            steps = [(self.series.acronym, ""), (title, path)]
            if of_edition:
                steps.insert(1, (brand, own.path))
            trail = structured.breadcrumbs(steps, self.series.url)
            values = {"edition": of_edition, "title": title, "text": text, "trail": trail}
            prose_of = self.prose_of if of_edition else self.prose_of_people
            shared = prose_of(edition, page)
            self.write_page(page, "own-page.html", brand=brand, **values, **shared)

    def own_menu(self, edition: Edition | None = None) -> list[dict[str, str]]:
        """The pages of one's own that menus lead to: those of an edition, or of the series."""
        site = self.series.current.site
        if site is None:
            return []
        own = site.of(edition.id) if edition else site.series
        return [
            {"path": path_of_page(own, name), "label": label}
            for name, label in menu_of(own, edition or self.series.current)
        ]

    # Prose

    def prose_of(self, edition: Edition, page: SitePage) -> dict[str, Any]:
        """What turns an edition's prose into HTML in the template of a page."""
        return {
            "overview": self.overview(edition, page),
            "picture": lambda person: self.picture(edition, person),
            **self.prose_of_people(edition, page),
        }

    def overview(self, edition: Edition, page: SitePage) -> Overview:
        text = edition.overview or edition.abstract
        read = read_prose(text, ProseKind.DOCUMENT, Facts(edition), edition.references)
        self.diagnostics += read.diagnostics
        return overview_of(read, lambda part, level: self.html(part, edition, page, level))

    def prose(self, edition: Edition, text: Prose, kind: ProseKind, page: SitePage) -> Markup:
        facts = Facts(edition) if kind is ProseKind.DOCUMENT else None
        return self.html(read_prose(text, kind, facts, edition.references), edition, page)

    def html(
        self,
        read: ReadProse,
        edition: Edition,
        page: SitePage,
        first_heading: int = 3,
        anchors: Iterable[str] = (),
    ) -> Markup:
        """A text as a page shows it."""
        self.diagnostics += read.diagnostics
        own = material_of(
            read,
            edition,
            self.shelf,
            lambda target: target.from_page(page.path),
            lambda path: from_page(path, page.path),
        )
        block = partial(self.block, edition, page)
        return html_of(read, block, first_heading, own, anchors)

    def block(self, edition: Edition, page: SitePage, fact: Collection[Any] | Prose) -> Markup:
        """A fact that a text sets in a paragraph of its own."""
        if isinstance(fact, Prose):
            return self.prose(edition, fact, ProseKind.STATEMENT, page)
        values = self.prose_of_people(edition, page)
        template = f"blocks/{fact.kind}.html"
        html = self.set(template, items=fact.items, edition=edition, **values)
        if page.path != f"{edition.id}/":  # where the parts stand to which blocks lead
            html = html.replace('href="#', f'href="{from_page(f"{edition.id}/", page.path)}#')
        return Markup(html)  # noqa: S704 - filled by templates, which escape

    def prose_of_people(self, edition: Edition, page: SitePage) -> dict[str, Any]:
        return {"statement": lambda text: self.prose(edition, text, ProseKind.STATEMENT, page)}

    def citation(self, edition: Edition, page: SitePage) -> Citation:
        return citation_of(edition, page.url)

    def gallery(self, edition: Edition) -> list[GalleryPhoto]:
        """The photos of the day, whose files are written."""
        gallery = gallery_of(edition, f"{edition.id}/")
        self.out |= gallery.files
        self.diagnostics += gallery.diagnostics
        return gallery.photos

    def portraits(self, edition: Edition) -> None:
        people = [organizer.person for organizer in edition.organizers]
        people += [person for talk in edition.speakers for person in talk.people]
        for person in {person.id: person for person in people}.values():
            if person.photo is None:
                continue
            try:
                made = picture_cache.portrait(person.photo, person.photo.stat().st_mtime)
            except PictureError as reason:
                self.diagnostics.append(not_shown(person.photo, person.photo_span, reason))
                continue
            for suffix, content in made.items():
                self.out[f"{edition.id}/people/{person.id}{suffix}"] = content

    def picture(self, edition: Edition, person: Person, here: str = "") -> Markup:
        """A person's portrait, or a drawn monogram; `here` leads to the edition's page."""
        path = f"{edition.id}/people/{person.id}"
        if f"{path}.webp" in self.out:
            return Markup(self.set("parts/portrait.html", person=person, here=here))  # noqa: S704
        drawn = monogram_svg(person.name, palette(self.series.accent).band)
        return Markup(drawn)  # noqa: S704 - an SVG of our own, in which the name is escaped

    def downloads(self, edition: Edition, offered: OfferedFiles) -> list[Download]:
        found = []
        public = [document for document in edition.documents.values() if document.is_public]
        offers = [document for document in public if document.name in offered.pdfs]
        versions = {document.kind: document for document in offers if document.is_version}
        for document in offers:
            pdf = offered.pdfs[document.name]
            path = f"{edition.id}/{document.name}"
            self.out[f"{path}.pdf"] = pdf
            if document.is_version:
                continue
            shown = picture_cache.first_page(pdf)
            for suffix, content in shown.files.items():
                self.out[f"{path}{suffix}"] = content
            version = versions.get(document.kind)
            found.append(Download(document, document.name, shown.width, shown.height, version))
        return found

    # Templates

    def set(self, template: str, **values: Any) -> str:
        """Fill a template."""
        language = self.series.language
        if (edition := values.get("edition")) is not None:
            language = edition.language
        text, diagnostics = fill(self.templates_in(language), template, values)
        self.diagnostics += diagnostics
        return text


def _path_of(edition_id: str | None) -> str:
    """The path of an edition's page, or of the home page, from the website's root."""
    return f"{edition_id}/" if edition_id else ""


def _offers(edition: Edition, offered: OfferedFiles) -> set[str]:
    """The files to which pages lead; nobody puts a day into a calendar that is called off."""
    return {
        name for name in offered.others if not (edition.is_called_off and name.endswith(".ics"))
    }


def _anchor(kind: str, name: str) -> str:
    """The stable anchor of a person, talk or paper on an edition's page."""
    return f"{kind}-{name}"
