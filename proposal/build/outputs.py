"""What is rendered of a project: each document, text and page once, for builds and checks alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.build.accessible import documents_made_here, not_accessible
from proposal.diagnostics import Diagnostic, errors_in
from proposal.project import Project
from proposal.render.latex.document import RenderedDocument, diagnostics_of_prose, render_document
from proposal.render.lost import without_same_links
from proposal.render.rendered_files import RenderedFiles
from proposal.render.text.form import texts_of_form
from proposal.source.text import Prose

DocumentName = tuple[str, str]
"""An edition's id and the name of one of its documents."""


class RenderedPages(Struct, frozen=True):
    """What is made without TeX, before it is put into place."""

    texts: Mapping[str, RenderedFiles]
    """Texts and calendars by edition, for `build/EDITION/`."""
    site: RenderedFiles
    """The website, for `build/site/`."""
    jekyll: RenderedFiles
    """The tree for Jekyll, for `build/jekyll/`."""
    events: Mapping[str, bytes] = field(default_factory=dict)
    """What calendars know of each edition when they have taken in these, for `data/`."""

    def tree(self, name: Literal["site", "jekyll"]) -> RenderedFiles:
        """The tree that is put into `build/NAME/`."""
        return self.site if name == "site" else self.jekyll


class Outputs(Struct, frozen=True):
    """What was rendered of some editions."""

    documents: Mapping[DocumentName, RenderedDocument]
    prose: Mapping[str, Sequence[Diagnostic]]
    """What the texts of each edition quote and cite that is not known, or lost in it."""
    pages: RenderedPages | None = None
    """Texts and websites of all editions, once they are rendered."""

    def documents_of(self, edition_id: str) -> list[RenderedDocument]:
        """The documents of an edition."""
        return [document for (of, _), document in self.documents.items() if of == edition_id]

    def diagnostics_of(self, edition_id: str) -> list[Diagnostic]:
        """What is wrong with the documents and texts of an edition."""
        of_documents = [
            found for document in self.documents_of(edition_id) for found in document.diagnostics
        ]
        of_texts = self.prose.get(edition_id, [])
        return [*without_same_links(of_documents, of_texts), *of_texts]


def render_documents(
    project: Project, names: Iterable[DocumentName], edition_ids: Iterable[str]
) -> Outputs:
    """Render documents, and look through the texts of editions.

    Args:
        project: the data.
        names: the documents.
        edition_ids: the editions whose texts are looked through.
    """
    documents = {}
    for edition_id, name in names:
        edition = project.editions[edition_id]
        document = edition.documents[name]
        is_version_made = document.accessible_version in documents_made_here(edition)
        shown = document if is_version_made else replace(document, accessible_version=None)
        rendered = render_document(project.root, edition, shown)
        rendered.diagnostics.extend(not_accessible(edition, document))
        documents[edition_id, name] = rendered
    prose = {
        edition_id: diagnostics_of_prose(
            project.editions[edition_id],
            [
                *project.data.editions[edition_id].all_texts,
                *_texts_of_series(project, edition_id),
                *texts_of_form(project.editions[edition_id]),
            ],
        )
        for edition_id in edition_ids
    }
    return Outputs(documents, prose)


def _texts_of_series(project: Project, edition_id: str) -> list[Prose]:
    """The texts of pages of the series, which quote the facts of the edition that comes first."""
    is_first = project.series is not None and project.series.current.id == edition_id
    pages = project.data.site.series.pages if is_first else ()
    return [text for page in pages for text in (page.title, page.text)]


def render_editions(project: Project, edition_ids: Sequence[str]) -> Outputs:
    """Render all documents of some editions, and look through their texts."""
    return render_documents(project, all_documents(project, edition_ids), edition_ids)


def all_documents(project: Project, edition_ids: Iterable[str]) -> list[DocumentName]:
    """The documents of some editions that this machine can make."""
    return [
        (edition_id, name)
        for edition_id in edition_ids
        for name in documents_made_here(project.editions[edition_id])
    ]


def diagnostics_before_build(
    project: Project, outputs: Outputs, edition_ids: Sequence[str]
) -> list[Diagnostic]:
    """All that is wrong with some editions before anything is made of them, without repetition.

    Facts that texts quote are not called unset where an error in edition.yaml can have hidden them.
    """
    found = project.diagnostics_of(edition_ids)
    hidden = _with_hidden_facts(project)
    for edition_id in dict.fromkeys([*(of for of, _ in outputs.documents), *edition_ids]):
        found += [
            diagnostic
            for diagnostic in outputs.diagnostics_of(edition_id)
            if diagnostic.code != "unset-fact" or edition_id not in hidden
        ]
    return list(dict.fromkeys(found))


def _with_hidden_facts(project: Project) -> set[str]:
    """The editions whose edition.yaml has an error, so that less is known of them than it says."""
    faulty = project.data.faulty
    return {
        edition_id
        for edition_id, files in project.data.editions.items()
        if files.folder / "edition.yaml" in faulty
    }


def refusals(project: Project, edition_id: str) -> list[Diagnostic]:
    """The errors for which a build of an edition would make nothing, in the order of reading."""
    edition_ids = sorted(project.editions)
    outputs = render_documents(project, all_documents(project, [edition_id]), edition_ids)
    return errors_in(diagnostics_before_build(project, outputs, edition_ids))
