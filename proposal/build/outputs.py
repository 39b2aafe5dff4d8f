"""What is rendered of a project: each document, text and page once, for builds and checks alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from proposal.build.accessible import documents_made_here, not_accessible
from proposal.diagnostics import Diagnostic, Severity
from proposal.project import Project
from proposal.render.latex.document import RenderedDocument, diagnostics_of_prose, render_document
from proposal.render.rendered_files import RenderedFiles

DocumentName = tuple[int, str]
"""An edition's year and the name of one of its documents."""


@dataclass(frozen=True, slots=True)
class RenderedPages:
    """What is made without TeX, before it is put into place."""

    texts: Mapping[int, RenderedFiles]
    """Texts and calendars by edition, for `build/EDITION/`."""
    site: RenderedFiles
    """The website, for `build/site/`."""
    jekyll: RenderedFiles
    """The tree for Jekyll, for `build/jekyll/`."""
    events: Mapping[int, bytes] = field(default_factory=dict)
    """What calendars know of each edition when they have taken in these, for `data/`."""

    def tree(self, name: Literal["site", "jekyll"]) -> RenderedFiles:
        """The tree that is put into `build/NAME/`."""
        return self.site if name == "site" else self.jekyll


@dataclass(frozen=True, slots=True)
class Outputs:
    """What was rendered of some editions."""

    documents: Mapping[DocumentName, RenderedDocument]
    prose: Mapping[int, Sequence[Diagnostic]]
    """What the texts of each edition quote and cite that is not known, or lost in it."""
    pages: RenderedPages | None = None
    """Texts and websites of all editions, once they are rendered."""

    def documents_of(self, year: int) -> list[RenderedDocument]:
        """The documents of an edition."""
        return [document for (of, _), document in self.documents.items() if of == year]

    def diagnostics_of(self, year: int) -> list[Diagnostic]:
        """What is wrong with the documents and texts of an edition."""
        of_documents = [
            found for document in self.documents_of(year) for found in document.diagnostics
        ]
        return [*of_documents, *self.prose.get(year, ())]


def render_documents(
    project: Project, names: Iterable[DocumentName], years: Iterable[int]
) -> Outputs:
    """Render documents, and look through the texts of editions.

    Args:
        project: the data.
        names: the documents.
        years: the editions whose texts are looked through.
    """
    documents = {}
    for year, name in names:
        edition = project.editions[year]
        document = edition.documents[name]
        is_version_made = document.accessible_version in documents_made_here(edition)
        shown = document if is_version_made else replace(document, accessible_version=None)
        rendered = render_document(project.root, edition, shown)
        rendered.diagnostics.extend(not_accessible(edition, document))
        documents[year, name] = rendered
    prose = {
        year: diagnostics_of_prose(
            project.editions[year], project.data.editions[year].texts.values()
        )
        for year in years
    }
    return Outputs(documents, prose)


def render_editions(project: Project, years: Sequence[int]) -> Outputs:
    """Render all documents of some editions, and look through their texts."""
    return render_documents(project, all_documents(project, years), years)


def all_documents(project: Project, years: Iterable[int]) -> list[DocumentName]:
    """The documents of some editions that this machine can make."""
    return [(year, name) for year in years for name in documents_made_here(project.editions[year])]


def diagnostics_before_build(
    project: Project, outputs: Outputs, years: Sequence[int]
) -> list[Diagnostic]:
    """All that is wrong with some editions before anything is made of them, without repetition."""
    found = project.diagnostics_of(years)
    found += [
        diagnostic for document in outputs.documents.values() for diagnostic in document.diagnostics
    ]
    found += [diagnostic for year in years for diagnostic in outputs.prose[year]]
    return list(dict.fromkeys(found))


def refusals(project: Project, year: int) -> list[Diagnostic]:
    """The errors for which a build of an edition would make nothing, in the order of reading."""
    years = sorted(project.editions)
    outputs = render_documents(project, all_documents(project, [year]), years)
    found = diagnostics_before_build(project, outputs, years)
    return [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR]
