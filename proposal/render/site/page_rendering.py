"""Renders pages of the website, one by one: their heads, their texts, their pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from msgspec import Struct

from proposal.diagnostics import Diagnostic
from proposal.edition import wording
from proposal.edition.collection import Collection
from proposal.edition.edition import Edition
from proposal.edition.in_language import in_language
from proposal.edition.series import Series, SeriesSummary
from proposal.edition.steps import steps_of
from proposal.model.loading.own_site import OwnFolder
from proposal.model.talk_roles import ROLES, TALK_ROLES
from proposal.render.html import html_of
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
from proposal.render.prose import ProseKind, ReadProse, read_prose
from proposal.render.quoted_facts import Facts
from proposal.render.rendered_files import DIGEST_PLACE, with_digest
from proposal.render.shown_news import FROM_ROOT, NEWEST, ShownNews
from proposal.render.shown_pictures import ShownPictures
from proposal.render.site import structured
from proposal.render.site.colours import palette
from proposal.render.site.page_cards import PageCards
from proposal.render.site.site_templates import site_environment
from proposal.render.templates import fill
from proposal.source.text import Prose, Verbatim
from proposal.words.language import Language


class SitePage(Struct, frozen=True):
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


class MenuEntry(Struct, frozen=True):
    """A page of one's own, as menus and the foot of pages lead to it."""

    path: str
    """From the website's root."""
    label: str


class PageTemplates:
    """The templates of pages of one series, in each language that is asked for."""

    def __init__(self, workshop: Path, series: Series | SeriesSummary) -> None:
        """Have no template yet.

        Args:
            workshop: the folder that holds `data/`, for the workshop's own templates.
            series: what templates know of the series.
        """
        self.workshop, self.series = workshop, series
        self._made: dict[Language, jinja2.Environment] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Compiled templates stay in the process that uses them."""
        return PageTemplates, (self.workshop, self.series)

    def in_language(self, language: Language) -> jinja2.Environment:
        """The templates with their fixed words in a language."""
        if language not in self._made:
            series = in_language(self.series, language)
            summary = series.summary if isinstance(series, Series) else series
            templates = site_environment(self.workshop, language)
            templates.globals.update(
                series=series,
                colours=palette(summary.accent, summary.look),
                look=summary.look,
                slug_of=anchor,
                talk_roles=TALK_ROLES,
                roles=ROLES,
                steps_of=steps_of,
                has_one_edition=summary.has_one_edition,
                ordinal_word=lambda number: wording.ordinal_word(number, language),
                digest=DIGEST_PLACE,
                newest=NEWEST,
                has_feed=bool(summary.has_news and summary.url),
            )
            self._made[language] = templates
        return self._made[language]


@dataclass(slots=True)
class PageRendering:
    """Pages that are rendered one after the other, and what was made on the way."""

    series: SeriesSummary
    first: Edition
    """The edition whose facts pages quote that belong to none."""
    footer: tuple[MenuEntry, ...]
    """The pages of one's own to which the foot of all pages leads."""
    templates: PageTemplates
    out: dict[str, bytes] = field(default_factory=dict)
    """The files by their paths from the website's root."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    """Where the pages stand that search engines are to know."""
    pictures: ShownPictures = field(default_factory=ShownPictures)
    """The series' logo and photo."""
    news: tuple[ShownNews, ...] = ()
    cards: PageCards = field(init=False)
    shelf: PictureShelf = field(init=False)

    def __post_init__(self) -> None:
        self.cards = PageCards(self.series, self.first)
        self.shelf = PictureShelf(self.out, lambda own: f"{own.path}pictures/")

    def page(self, path: str, title: str, description: str, card: str | None) -> SitePage:
        """A page at a path, with what its head says."""
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

    def write_page(self, page: SitePage, template: str, **values: Any) -> str:
        """Fill a template for a page, and give the page's HTML without its digest."""
        self.paths.append(page.path)
        text = self.set(template, page=page, **values)
        self.out[f"{page.path}index.html"] = with_digest(text).encode()
        return text

    def set(self, template: str, **values: Any) -> str:
        """Fill a template."""
        language = self.series.language
        if (edition := values.get("edition")) is not None:
            language = edition.language
        shared = {"pictures": self.pictures, "own_menu": self.own_menu, "news": self.news}
        templates = self.templates.in_language(language)
        text, diagnostics = fill(templates, template, {**shared, **values})
        self.diagnostics += diagnostics
        return text

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

    def own_menu(self, edition: Edition | None = None) -> tuple[MenuEntry, ...]:
        """The pages of one's own that menus lead to: those of an edition, or of the series."""
        return menu_entries(edition.own, edition) if edition else self.footer

    # Prose

    def prose_of(self, edition: Edition, page: SitePage) -> Mapping[str, Any]:
        """What turns an edition's prose into HTML in the template of a page."""
        return self.prose_of_people(edition, page)

    def prose_of_people(self, edition: Edition, page: SitePage) -> dict[str, Any]:
        """What turns the prose of people into HTML in the template of a page."""
        return {"statement": lambda text: self.prose(edition, text, ProseKind.STATEMENT, page)}

    def prose(self, edition: Edition, text: Prose, kind: ProseKind, page: SitePage) -> Markup:
        """A text that is not read yet, as a page shows it."""
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

    def news_text(self, text: Prose) -> Markup:
        """The text of a piece of news, in which links to what is ours begin with a sign."""
        read = read_prose(text, ProseKind.STATEMENT)
        self.diagnostics += read.diagnostics
        own = material_of(
            read,
            self.first,
            self.shelf,
            lambda target: f"{FROM_ROOT}{target.path}{target.behind}",
            lambda path: f"{FROM_ROOT}{path}",
        )
        return html_of(read, lambda _: Markup(), own=own)


def menu_entries(own: OwnFolder, edition: Edition) -> tuple[MenuEntry, ...]:
    """The pages of a folder to which menus lead.

    Args:
        own: the folder.
        edition: the edition whose facts the titles quote.
    """
    return tuple(MenuEntry(path_of_page(own, name), label) for name, label in menu_of(own, edition))


def footer_of(series: Series) -> tuple[MenuEntry, ...]:
    """The pages of the series to which the foot of all pages leads."""
    current = series.current
    return menu_entries(current.site.series, current) if current.site else ()


def anchor(kind: str, name: str) -> str:
    """The stable anchor of a person, talk or paper on an edition's page."""
    return f"{kind}-{name}"


def path_of_edition(edition_id: str | None) -> str:
    """The path of an edition's page, or of the home page, from the website's root."""
    return f"{edition_id}/" if edition_id else ""
