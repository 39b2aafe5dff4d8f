"""Renders the pages of one edition, of what the edition and its series alone say.

Whatever is not given here has no influence on them, so that they stay as they are until
something that is given changes, and many editions may be rendered at the same time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup
from msgspec import Struct, field
from msgspec.structs import replace

from proposal.diagnostics import Diagnostic
from proposal.edition.edition import Edition
from proposal.edition.edition_document import Document
from proposal.edition.own_files import with_addresses, with_whole_addresses
from proposal.edition.participants import Person
from proposal.edition.public import public
from proposal.edition.series import Series, SeriesSummary
from proposal.edition.volume import VOLUME_FILE
from proposal.model.own_file_names import OWN_FILES
from proposal.render.gallery import GalleryPhoto, gallery_of
from proposal.render.logos import sponsor_wall
from proposal.render.monogram import monogram_svg
from proposal.render.own_file_contents import own_file_contents
from proposal.render.own_targets import CALL
from proposal.render.picture_kinds import PictureError
from proposal.render.prose import ProseKind, read_prose
from proposal.render.quoted_facts import Facts
from proposal.render.rendered_files import with_digest
from proposal.render.shown_news import shown_news
from proposal.render.shown_pictures import (
    ShownPictures,
    not_shown,
    shown_in_edition,
)
from proposal.render.site import picture_cache, structured
from proposal.render.site.citation import citation_of
from proposal.render.site.colours import palette
from proposal.render.site.listed_editions import ListedEdition, listed_editions
from proposal.render.site.moved_page import at_root
from proposal.render.site.overview import Overview, overview_of
from proposal.render.site.page_rendering import (
    MenuEntry,
    PageRendering,
    PageTemplates,
    SitePage,
    footer_of,
    path_of_edition,
)
from proposal.render.site.paper_pages import (
    paper_pages,
    with_papers_beside,
    without_stamps,
)
from proposal.render.text.cited_paper import PAPERS
from proposal.words.language import Language

MOST_OTHERS = 12
"""Other editions that an edition's page lists; a link on every page leads to all of them."""


class OfferedFiles(Struct, frozen=True):
    """What was made of an edition elsewhere, for the website to offer."""

    pdfs: Mapping[str, bytes] = field(default_factory=dict)
    """The finished documents by name."""
    others: Mapping[str, bytes] = field(default_factory=dict)
    """Calendars and texts by file name."""
    papers: Mapping[str, bytes] = field(default_factory=dict)
    """The stamped PDFs of papers, as far as everybody may read them, by the papers' ids."""
    volume: bytes | None = None
    """The volume of all papers, if everybody may read it."""


class Download(Struct, frozen=True):
    """A PDF that a page offers, with a picture of its first page."""

    document: Document
    name: str
    """The document's name."""
    width: int
    """Pixels of the picture, as `height`."""
    height: int
    accessible: Document | None
    """The version for screen readers that is offered beside it."""


class Surroundings(Struct, frozen=True):
    """All that the pages of an edition show of what is not the edition's own."""

    series: SeriesSummary
    templates: PageTemplates
    footer: tuple[MenuEntry, ...]
    """The pages of the series to which the foot of all pages leads."""
    pictures: ShownPictures
    """The series' logo and photo, whose files are the series' to write."""
    newest: Mapping[Language, tuple[ListedEdition, ...]]
    """The newest editions by the language of the list: one more than a page shows of others."""


class SitePart(Struct, frozen=True):
    """A part of the website."""

    files: Mapping[str, bytes]
    """By their paths from the website's root."""
    diagnostics: list[Diagnostic]
    paths: tuple[str, ...]
    """Where the pages stand that search engines are to know, from the website's root."""
    in_place: Mapping[str, str] = field(default_factory=dict)
    """The digests of the files, if these were found where they are to stand."""


def surroundings_of(workshop: Path, series: Series, pictures: ShownPictures) -> Surroundings:
    """What the pages of all editions of a series show of it.

    Args:
        workshop: the folder that holds `data/`, for the workshop's own templates.
        series: the series as everybody may see it.
        pictures: its logo and its photo.
    """
    languages = {edition.language for edition in series.editions}
    return Surroundings(
        series.summary,
        PageTemplates(workshop, series.summary),
        footer_of(series),
        replace(pictures, files={}, diagnostics=[]),
        {
            language: tuple(listed_editions(series, language)[: MOST_OTHERS + 1])
            for language in sorted(languages, key=str)
        },
    )


def render_edition_pages(around: Surroundings, edition: Edition, offered: OfferedFiles) -> SitePart:
    """Render the pages of an edition.

    Args:
        around: what they show of the series.
        edition: the edition.
        offered: what they offer of it.
    """
    shown = public(edition)
    rendering = _EditionRendering(around.series, shown, around.footer, around.templates)
    rendering.pictures = around.pictures
    rendering.read_news()
    rendering.edition_pages(shown, offered, around)
    files = {**rendering.out, **rendering.cards.files}
    diagnostics = [*rendering.diagnostics, *rendering.cards.diagnostics]
    return SitePart(files, diagnostics, tuple(rendering.paths))


@dataclasses.dataclass(slots=True)
class _EditionRendering(PageRendering):
    own_pictures: ShownPictures = dataclasses.field(default_factory=ShownPictures)
    """The logo and the photo that the edition's pages show."""

    def read_news(self) -> None:
        self.news = shown_news([self.first], self.series.news, self.news_text, path_of_edition)

    def write_page(self, page: SitePage, template: str, **values: Any) -> str:
        text = PageRendering.write_page(
            self, page, template, **{"pictures": self.own_pictures, **values}
        )
        if self.series.has_one_edition and template == "edition.html":
            self.out["index.html"] = with_digest(at_root(text, page.path)).encode()
        return text

    def put(self, folder: str, files: Mapping[str, bytes]) -> None:
        """Put files into a folder of the website.

        Args:
            folder: its path, with a slash behind it.
            files: their contents, by their names in the folder.
        """
        self.out.update({f"{folder}{name}": content for name, content in files.items()})

    def edition_pages(self, edition: Edition, offered: OfferedFiles, around: Surroundings) -> None:
        path = f"{edition.id}/"
        card = self.cards.of_edition(edition)
        self.own_pictures = self.pictures_of(edition)
        self.portraits(edition)
        wall = sponsor_wall(edition)
        self.diagnostics += wall.diagnostics
        self.put(f"{path}sponsors/", wall.files)
        downloads = self.downloads(edition, offered)
        self.put(path, offered.others)
        own = dict(own_file_contents(edition.own))
        self.put(f"{path}{OWN_FILES}/", own)
        self.diagnostics += without_stamps(edition, offered.papers)
        whole = edition
        edition = with_papers_beside(edition, offered.papers, "")
        edition = with_addresses(edition, f"{OWN_FILES}/")
        about = f"{edition.title}. {edition.place}, {edition.dated}."
        page = self.page(path, f"{edition.short_name}: {edition.title}", about, card)
        shared = {"edition": edition, "files": _offers(edition, offered)}
        newest = around.newest[edition.language]
        others = [listed for listed in newest if listed.id != edition.id]
        self.write_page(
            page,
            "edition.html",
            downloads=downloads,
            citation=citation_of(edition, page.url),
            event=structured.event(
                with_whole_addresses(whole), page.url, wall.tiers, self.addresses(card)
            ),
            others=others[:MOST_OTHERS],
            tiers=wall.tiers,
            gallery=self.gallery(edition),
            organization=self.organization() if self.series.has_one_edition else None,
            **shared,
            **self.prose_of(edition, page),
        )
        self.call_page(edition, shared)
        self.own_pages(edition, edition.own)
        self.paper_pages(whole, offered, own)

    def call_page(self, edition: Edition, shared: Mapping[str, Any]) -> None:
        """The page of the call for papers.

        Args:
            edition: the edition, with the addresses of what it shows.
            shared: what the edition's own page shows, too.
        """
        gettext = edition.language.gettext
        name, title = edition.short_name, edition.title
        where = f"{edition.place}, {edition.dated}"
        heading = edition.call_name
        if edition.submissions.call or (edition.by_invitation and not edition.has_call):
            called, about = f"{heading}: {name}", f"{heading}: {title}. {where}."
        elif edition.has_call:
            called = gettext("Call for papers: %(name)s", name=name)
            about = gettext(
                "Call for papers of the %(title)s. %(where)s.", title=title, where=where
            )
        else:
            called = gettext("Call for participation: %(name)s", name=name)
            about = f"{title}. {where}."
        card = self.cards.below(edition, CALL, heading)
        page = self.page(f"{edition.id}/{CALL}", called, about, card)
        self.write_page(page, "call-for-papers.html", **shared, **self.prose_of(edition, page))

    def paper_pages(
        self, edition: Edition, offered: OfferedFiles, own: Mapping[str, bytes]
    ) -> None:
        """The list of the edition's papers, and a page for each; they share the edition's card.

        Args:
            edition: the edition, with its own files by their names.
            offered: what was made of it elsewhere.
            own: the contents of its own files by their names.
        """
        if not edition.papers:
            return
        card = self.cards.of_edition(edition)
        overview: Mapping[str, Any] = {}
        if offered.volume is not None:
            self.out[f"{edition.id}/{PAPERS}{VOLUME_FILE}"] = offered.volume
        for written in paper_pages(edition, offered.papers, own, self.series):
            page = self.page(written.path, written.title, written.description, card)
            # All of these pages have the same menu, for which the overview is read but once.
            overview = overview or self.prose_of(edition, page)
            prose = {**overview, **self.prose_of_people(edition, page)}
            values = {"has_volume": offered.volume is not None, **written.values}
            self.write_page(page, written.template, **values, **prose)
            for name, content in written.files.items():
                self.out[f"{written.path}{name}"] = content

    def prose_of(self, edition: Edition, page: SitePage) -> Mapping[str, Any]:
        return {
            "overview": self.overview(edition, page),
            "picture": lambda person: portrait_or_monogram(self, edition, person, self.out),
            **self.prose_of_people(edition, page),
        }

    def overview(self, edition: Edition, page: SitePage) -> Overview:
        text = edition.overview or edition.abstract
        read = read_prose(text, ProseKind.DOCUMENT, Facts(edition), edition.references)
        self.diagnostics += read.diagnostics
        return overview_of(read, lambda part, level: self.html(part, edition, page, level))

    # Pictures and files

    def pictures_of(self, edition: Edition) -> ShownPictures:
        """The logo and the photo of the edition, whose own files are written."""
        shown = shown_in_edition(edition, f"{edition.id}/", self.series.pictures, self.pictures)
        self.out |= shown.files
        self.diagnostics += shown.diagnostics
        return shown

    def addresses(self, card: str) -> list[str]:
        """The addresses of the pictures that stand for the edition, if the workshop's is known."""
        if not self.series.url:
            return []
        photo = self.own_pictures.photo
        files = [photo.file, card] if photo else [card]
        return [f"{self.series.url.rstrip('/')}/{file}" for file in files]

    def organization(self) -> Markup | None:
        """What search engines read of the series."""
        logo = self.pictures.logo.light.files[-1] if self.pictures.logo else None
        return structured.organization(self.series, logo)

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
                self.out[f"{_portrait(edition, person)}{suffix}"] = content

    def downloads(self, edition: Edition, offered: OfferedFiles) -> list[Download]:
        found = []
        of_all = [document for document in edition.documents.values() if document.is_public]
        offers = [document for document in of_all if document.name in offered.pdfs]
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


def portrait_or_monogram(
    rendering: PageRendering,
    edition: Edition,
    person: Person,
    files: Container[str],
    here: str = "",
) -> Markup:
    """A person's portrait, or a drawn monogram.

    Args:
        rendering: sets the templates.
        edition: the edition in whose folder portraits are.
        person: the person.
        files: the files of the edition's pages, the portraits among them.
        here: what leads to the edition's page.
    """
    if f"{_portrait(edition, person)}.webp" in files:
        return Markup(rendering.set("parts/portrait.html", person=person, here=here))  # noqa: S704 - filled by a template
    drawn = monogram_svg(person.name, palette(rendering.series.accent).band)
    return Markup(drawn)  # noqa: S704 - an SVG of our own, in which the name is escaped


def _portrait(edition: Edition, person: Person) -> str:
    """What the names of a portrait's files have in common."""
    return f"{edition.id}/people/{person.id}"


def _offers(edition: Edition, offered: OfferedFiles) -> set[str]:
    """The files to which pages lead; nobody puts a day into a calendar that is called off."""
    return {
        name for name in offered.others if not (edition.is_called_off and name.endswith(".ics"))
    }
