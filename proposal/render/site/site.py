"""Renders what of the website is of the series, and puts the website together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import rcssmin
from msgspec.structs import replace

from proposal.edition.in_language import in_language
from proposal.edition.series import Series, public_series
from proposal.model.own_file_names import OWN_FILES
from proposal.render.lost import lost_in_statement
from proposal.render.monogram import monogram_svg
from proposal.render.own_file_contents import own_file_contents
from proposal.render.rendered_files import RenderedFiles, with_digest
from proposal.render.shown_news import shown_news
from proposal.render.shown_pictures import shown_in_edition, shown_pictures
from proposal.render.site import structured
from proposal.render.site.colours import palette
from proposal.render.site.edition_pages import (
    SitePart,
    Surroundings,
    portrait_or_monogram,
    surroundings_of,
)
from proposal.render.site.feed import news_feed
from proposal.render.site.listed_editions import ListedEdition, listed_editions
from proposal.render.site.page_rendering import (
    PageRendering,
    PageTemplates,
    SitePage,
    anchor,
    footer_of,
    path_of_edition,
)
from proposal.render.site.pattern import patterns
from proposal.render.stored_files import JoinedFiles

NEWS = "news/"
"""Where the page of all news is."""


def render_site(
    workshop: Path, series: Series, parts_of: Callable[[Surroundings], Iterable[SitePart]]
) -> RenderedFiles:
    """Render the website of a series.

    Args:
        workshop: the folder that holds `data/`, for the workshop's own templates.
        series: the series with all its editions.
        parts_of: gives the pages of all editions, in any order.
    """
    shown = public_series(series)
    templates = PageTemplates(workshop, shown)
    rendering = _SeriesRendering(shown.summary, shown.current, footer_of(shown), templates)
    rendering.whole = shown
    rendering.assets()
    around = surroundings_of(workshop, shown, rendering.pictures)
    parts = list(parts_of(around))
    rendering.of_editions = JoinedFiles(part.files for part in parts)
    rendering.paths += [path for part in parts for path in part.paths]
    rendering.series_pages()
    of_editions = [found for part in parts for found in part.diagnostics]
    of_series = [*rendering.diagnostics, *rendering.cards.diagnostics]
    own = {**rendering.out, **rendering.cards.files}
    in_place = {
        name: known for part in parts for name, known in part.in_place.items() if name not in own
    }
    files = JoinedFiles([rendering.of_editions, own])
    return RenderedFiles(files, list(dict.fromkeys([*of_editions, *of_series])), in_place)


@dataclass(slots=True)
class _SeriesRendering(PageRendering):
    whole: Series = field(init=False)
    of_editions: Mapping[str, bytes] = field(default_factory=dict)
    """The files of all editions' pages."""

    def assets(self) -> None:
        """What stands on every page."""
        self.pictures = shown_pictures(self.series.pictures, "assets/")
        self.news = shown_news(
            self.whole.editions, self.whole.news, self.news_text, path_of_edition
        )
        for sheet in ("assets/site.css", "assets/print.css"):
            self.out[sheet] = rcssmin.cssmin(self.set(sheet)).encode()
        self.out["assets/site.js"] = self.set("assets/site.js").encode()
        for name, drawn in patterns(self.series).items():
            self.out[f"assets/{name}"] = drawn.encode()
        icon = monogram_svg(self.series.acronym, palette(self.series.accent).band)
        self.out["assets/icon.svg"] = icon.encode()
        self.out |= self.pictures.files
        self.diagnostics += self.pictures.diagnostics

    def series_pages(self) -> None:
        if not self.series.has_one_edition:
            self.home_page()
            self.list_of_editions()
        if self.news:
            self.news_pages()
        current = in_language(self.first, self.series.language)
        if current.site:
            for name, content in own_file_contents(current.site.series):
                self.out[f"{OWN_FILES}/{name}"] = content
            self.own_pages(current, current.site.series)
        self.not_found()
        home = self.page("", self.series.acronym, self.series.name, None)
        self.out["robots.txt"] = self.set("robots.txt", home=home).encode()
        if self.series.url:
            pages = [self.page(path, "", "", None) for path in sorted(self.paths)]
            self.out["sitemap.xml"] = self.set("sitemap.xml", pages=pages).encode()

    def home_page(self) -> None:
        """The page of the series, which begins with its current edition."""
        series, gettext = self.series, self.series.language.gettext
        current = in_language(self.first, series.language)
        card = self.cards.of_edition(self.first)
        names = {"name": series.name, "acronym": series.acronym}
        description = gettext(
            "%(name)s (%(acronym)s): the next edition and all earlier ones.", **names
        )
        home = self.page("", f"{series.acronym}: {series.name}", description, card)
        logo = self.pictures.logo.light.files[-1] if self.pictures.logo else None
        photo = shown_in_edition(
            current, path_of_edition(current.id), series.pictures, self.pictures
        ).photo
        self.write_page(
            home,
            "home.html",
            edition=current,
            past=self.past(),
            pictures=replace(self.pictures, photo=photo),
            picture=lambda person: portrait_or_monogram(
                self, current, person, self.of_editions, path_of_edition(current.id)
            ),
            organization=structured.organization(series, logo),
            **self.prose_of_people(current, home),
        )

    def list_of_editions(self) -> None:
        """The page of all editions."""
        gettext = self.series.language.gettext
        title = gettext("All editions of %(acronym)s", acronym=self.series.acronym)
        card = self.cards.of_series("editions/", gettext("All editions"))
        description = gettext("Every edition of the %(name)s.", name=self.series.name)
        listing = self.page("editions/", title, description, card)
        self.write_page(listing, "editions.html", past=self.past())

    def past(self) -> Sequence[ListedEdition]:
        """Every edition of the series for a list of them, the newest first."""
        return listed_editions(self.whole, self.series.language)

    def news_pages(self) -> None:
        """The page of all news, and the feed, which needs the website's address."""
        series = self.series
        gettext, names = series.language.gettext, {"name": series.name, "acronym": series.acronym}
        description = gettext("All news of the %(name)s (%(acronym)s).", **names)
        for item in self.whole.news:  # those of editions are looked through with their other texts
            self.diagnostics += lost_in_statement(item.text, self.first)
        card = self.cards.of_series(NEWS, gettext("News"))
        page = self.page(
            NEWS, gettext("News of %(acronym)s", acronym=series.acronym), description, card
        )
        self.write_page(page, "news.html")
        feed = news_feed(
            self.templates.workshop,
            self.whole,
            self.news,
            NEWS,
            lambda shown: f"{NEWS}#{anchor('news', shown.anchor)}",
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
