"""The graph of a build: its artefacts, and what each of them is made of.

It is data, so that it can be printed, and compared with what was made the last time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct, field

from proposal.build.request import Kind, Request


class Source(StrEnum):
    """Something that artefacts are made of."""

    DATA = "data/"
    """Every file below it, since an edition lists those before it and shares its people."""
    LATEX = "templates/latex/"
    SITE = "templates/site/"
    JEKYLL = "templates/jekyll/"
    TEXT = "templates/text/"
    PROGRAM = "this program"
    """Its modules, its own templates and its libraries."""
    TEX = "the installed TeX"
    PDFS = "build/*/*.pdf"
    """The public documents, which the website offers and whose pages BibTeX counts."""

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of the workshop, all of whose files count."""
        return self.value.endswith("/")


class Target(Struct, frozen=True):
    """Something that a build makes."""

    name: str
    """Its path from the workshop's folder; of several files that are made together, the first."""
    kind: Kind
    sources: tuple[Source, ...]

    edition_id: str | None = None
    """The edition, if it belongs to one."""

    def __str__(self) -> str:
        return f"{self.name}  from {', '.join(self.sources)}"


class Outline(Struct, frozen=True):
    """Which editions and documents there are, as far as a build has to know."""

    current: str
    """The edition that is built if none is named."""
    edition_ids: tuple[str, ...]
    """All editions."""
    documents: Mapping[str, Mapping[str, bool]]
    """The documents of the editions that were looked at, and whether everybody may read them."""
    volumes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The PDFs of public volumes, made or not, by the editions that were looked at."""

    def pdfs(self, edition_id: str | None = None) -> list[str]:
        """The public documents of an edition, or of all of them, whether or not they were made."""
        edition_ids = self.documents if edition_id is None else [edition_id]
        volumes = self.volumes.values() if edition_id is None else ()  # which no text is made of
        documents = [
            document(of, name).name
            for of in edition_ids
            for name, is_public in self.documents[of].items()
            if is_public
        ]
        return [*documents, *(pdf for volume in volumes for pdf in volume)]


def document(edition_id: str, name: str) -> Target:
    """A PDF, with its sources beside it."""
    sources = (Source.DATA, Source.LATEX, Source.PROGRAM, Source.TEX)
    return Target(f"build/{edition_id}/{name}.pdf", Kind.PDF, sources, edition_id)


def texts(edition_id: str) -> Target:
    """The texts and calendars of an edition."""
    sources = (Source.DATA, Source.TEXT, Source.PROGRAM, Source.PDFS)
    return Target(f"build/{edition_id}/cfp.txt", Kind.TEXT, sources, edition_id)


SITE = Target(
    "build/site/",
    Kind.SITE,
    (Source.DATA, Source.SITE, Source.TEXT, Source.PROGRAM, Source.PDFS),
)
JEKYLL = Target("build/jekyll/", Kind.JEKYLL, (Source.DATA, Source.JEKYLL, Source.PROGRAM))
TREES = {"site": SITE, "jekyll": JEKYLL}
"""The websites, by the folder below `build/` in which they stand."""


def artefacts(outline: Outline, request: Request) -> Iterator[Target]:
    """What a request asks for, in the order in which it is printed.

    The outline must hold the documents of all editions that are looked at.
    """
    edition_ids = ids_asked_for(outline, request)
    for edition_id in ids_needed(outline, request):
        for name, is_public in outline.documents[edition_id].items():
            if is_asked_for(
                request, name, is_edition=edition_id in edition_ids, is_public=is_public
            ):
                yield document(edition_id, name)
    if Kind.TEXT in request.kinds:
        yield from map(texts, edition_ids)
    if Kind.SITE in request.kinds:
        yield SITE
    if Kind.JEKYLL in request.kinds:
        yield JEKYLL


def ids_asked_for(outline: Outline, request: Request) -> list[str]:
    """The editions whose documents and texts are asked for."""
    if request.every_edition:
        return list(outline.edition_ids)
    return list(dict.fromkeys(request.edition_ids)) or [outline.current]


def ids_needed(outline: Outline, request: Request) -> list[str]:
    """The editions of which anything is shown: all of them, if a website is asked for."""
    if request.shows_all_editions:
        return list(outline.edition_ids)
    return ids_asked_for(outline, request)


def is_asked_for(request: Request, name: str, *, is_edition: bool, is_public: bool) -> bool:
    """Whether a document is to be made: because it was named, or because the website offers it.

    Args:
        request: what was asked for.
        name: the document's.
        is_edition: whether its edition is one that was named.
        is_public: whether everybody may read it.
    """
    is_named = not request.documents or name in request.documents
    return (is_edition and Kind.PDF in request.kinds and is_named) or (
        is_public and Kind.SITE in request.kinds
    )
