"""Renders what needs no TeX: texts, calendars, the website, the tree for Jekyll."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.build.accessible import documents_made_here
from proposal.build.edition_rendering import (
    EditionInputs,
    EditionPages,
    EditionTexts,
    render_all,
    render_edition,
    render_texts,
)
from proposal.build.kept_pages import KeptPages
from proposal.build.outputs import RenderedPages
from proposal.build.request import Kind
from proposal.build.volume_files import volume_files
from proposal.edition.edition import Edition
from proposal.edition.participants import Person
from proposal.project import Project
from proposal.render.jekyll.jekyll_site import Portrait, render_jekyll
from proposal.render.rendered_files import RenderedFiles
from proposal.render.site.edition_pages import SitePart, Surroundings
from proposal.render.site.picture_cache import portrait
from proposal.render.site.site import render_site
from proposal.render.stored_files import ContentStore
from proposal.watching import Watch, nobody_watches

ALL_PAGES = frozenset({Kind.TEXT, Kind.SITE, Kind.JEKYLL})


class Rendering(Struct, frozen=True):
    """How pages are rendered."""

    waits: Mapping[str, Callable[[], None]] = field(default_factory=dict)
    """What to wait for before an edition's PDFs are looked at, by id. These editions come last,
    so that there is as little to wait for as can be."""
    known_texts: Mapping[str, RenderedFiles] = field(default_factory=dict)
    """Texts and calendars by id, for whom slightly older ones will do."""
    kept: KeptPages | None = None
    """What the last build has made for the website, which is not made again as long as nothing
    changes."""
    processes: int = 1
    """How many processes may render many editions at the same time; the others load the program
    that was started, which must be this one."""
    watch: Watch = nobody_watches
    """Is told how many editions are rendered."""


def render_pages(
    project: Project,
    kinds: Collection[Kind] = ALL_PAGES,
    *,
    edition_ids: Collection[str] | None = None,
    pdfs_in: str = "build",
    rendering: Rendering | None = None,
) -> RenderedPages:
    """Render texts, calendars and websites of a series.

    Args:
        project: the data, with a series.
        kinds: the kinds that are wanted; the others stay empty.
        edition_ids: the editions that are wanted, if a website is not, which shows all.
        pdfs_in: the folder below the workshop's in whose folders by id the finished PDFs stand.
        rendering: how they are rendered; nothing means in one process, and all of it.
    """
    nothing, root, series = RenderedFiles({}), project.root, project.series
    if series is None:
        return RenderedPages({}, nothing, nothing)
    has_site = Kind.SITE in kinds
    wanted = [
        edition for edition in series.editions if edition_ids is None or edition.id in edition_ids
    ]
    how = rendering or Rendering()
    how = how if has_site else replace(how, kept=None)
    editions = _Editions(root, wanted, root / pdfs_in, how)
    jekyll = render_jekyll(root, series, _portrait) if Kind.JEKYLL in kinds else nothing
    site = render_site(root, series, editions.site_parts) if has_site else nothing
    if Kind.TEXT in kinds and not has_site:
        for _ in editions.rendered(None):
            pass
    return RenderedPages(editions.texts, site, jekyll, editions.events)


class _Editions(Struct):
    """The rendering of editions, and what came of it."""

    root: Path
    editions: Sequence[Edition]
    pdfs_in: Path
    how: Rendering
    store: ContentStore = field(default_factory=ContentStore)
    texts: dict[str, RenderedFiles] = field(default_factory=dict)
    """Texts and calendars by id."""
    events: dict[str, bytes] = field(default_factory=dict)
    """What calendars know of editions, by id, as far as it was found out."""

    def site_parts(self, around: Surroundings) -> Iterator[SitePart]:
        """The pages of the editions for the website."""
        return (made.site for made in self.rendered(around) if made.site is not None)

    def rendered(self, around: Surroundings | None) -> Iterator[EditionPages]:
        """All that is made of the editions; those for which there is something to wait come last.

        Args:
            around: what their pages show of the series; nothing if no website is wanted.
        """
        how, render = self.how, partial(render_edition, self.root, around)
        site = self.editions[0].site if self.editions else None
        surroundings = how.kept.surroundings(around, site) if how.kept and around else ""
        now = [self.inputs(edition) for edition in self.editions if edition.id not in how.waits]
        found = {inputs.edition.id: self.find(inputs, surroundings) for inputs in now}
        missing = [inputs for inputs in now if found[inputs.edition.id] is None]
        made = render_all(render, missing, how.processes, self.stored, how.watch)
        for inputs in now:
            known = found.pop(inputs.edition.id)
            yield self.taken(inputs, surroundings, known or next(made), is_new=known is None)
        for edition in self.editions:
            if edition.id in how.waits:
                rendered = self.known_text(edition) or render_texts(self.root, edition)
                how.waits[edition.id]()
                inputs = replace(self.inputs(edition), texts=rendered)
                yield self.taken(inputs, surroundings, self.stored(render(inputs)), is_new=True)

    def inputs(self, edition: Edition) -> EditionInputs:
        """What an edition's texts and pages are made of, with its PDFs as they are now."""
        pdfs = _public_pdfs(self.pdfs_in, edition)
        papers, volume = _public_volume(self.root, edition)
        return EditionInputs(edition, pdfs, papers, volume, self.known_text(edition))

    def known_text(self, edition: Edition) -> EditionTexts | None:
        """Slightly older texts of an edition, if they will do."""
        known = self.how.known_texts.get(edition.id)
        return EditionTexts(known, b"") if known else None

    def find(self, inputs: EditionInputs, surroundings: str) -> EditionPages | None:
        """What the last build has made of an edition, if it would be the same again."""
        known = self.how.kept.find(inputs, surroundings) if self.how.kept else None
        return self.stored(known) if known else None

    def stored(self, made: EditionPages) -> EditionPages:
        """What was made of an edition, with its files put by until all are made."""
        put_by, site = self.store.stored, made.site
        return replace(
            made,
            texts=replace(made.texts, files=put_by(made.texts.files)),
            site=site and replace(site, files=put_by(site.files)),
        )

    def taken(
        self, inputs: EditionInputs, surroundings: str, made: EditionPages, *, is_new: bool
    ) -> EditionPages:
        """What was made of an edition, once it is among the results."""
        edition_id = inputs.edition.id
        if self.how.kept and is_new:
            self.how.kept.take(inputs, surroundings, made, self.store)
        self.texts[edition_id] = made.texts
        if edition_id not in self.how.known_texts:
            self.events[edition_id] = made.events
        return made


def _portrait(person: Person) -> Portrait | None:
    """A person's portrait, cut as the website shows it.

    Raises:
        PictureError: it cannot be read.
    """
    if person.photo is None:
        return None
    return Portrait(".jpg", portrait(person.photo, person.photo.stat().st_mtime)[".jpg"])


def _public_volume(root: Path, edition: Edition) -> tuple[dict[str, bytes], bytes | None]:
    """The stamped papers by their ids, and the volume, as far as they are made and public."""
    if edition.volume is None or not edition.volume.is_public:
        return {}, None
    whole, *stamped = (root / name for name in volume_files(edition))
    papers = {file.stem: file.read_bytes() for file in stamped if file.is_file()}
    return papers, whole.read_bytes() if whole.is_file() else None


def _public_pdfs(place: Path, edition: Edition) -> dict[str, bytes]:
    """The finished documents that everybody may read, by name."""
    folder = place / edition.id
    files = {
        name: folder / f"{name}.pdf"
        for name, document in documents_made_here(edition).items()
        if document.is_public
    }
    return {name: file.read_bytes() for name, file in files.items() if file.is_file()}
