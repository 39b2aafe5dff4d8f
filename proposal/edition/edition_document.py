"""A PDF that is made of an edition."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.model.document_format import FORMATS, DocumentFormat, PageFormat
from proposal.model.records.document_record import DocumentKind
from proposal.model.records.rights import Rights
from proposal.model.variant import AccessibleStandard, Variant
from proposal.source.text import Prose

SideKind = Literal["proceedings", "stamps", "agreements", "booklet", "door-signs"]
"""What is set beside documents: the pages around a volume's papers, what is stamped on these and
filled in their authors' agreements, and what is printed for the day."""


class Document(Struct, frozen=True, kw_only=True):
    """A PDF that is made of the edition."""

    name: str
    """The name of its files: `camera-ready`, or `camera-ready-preprint` if asked for beside it."""
    kind: DocumentKind | SideKind
    """The key in `edition.yaml`, or what it is else; the template that sets it."""
    variant: Variant
    format: DocumentFormat
    """How the pages are set, unless a template of the workshop's own says it otherwise."""
    standard: AccessibleStandard | None = None
    """The standard of a PDF with tags; nothing if it has none."""
    accessible_version: str | None = None
    """The name of its version with tags, `camera-ready-accessible`, if that is made beside it."""
    is_version: bool = False
    """Whether it is the version with tags of a document that is made, too."""
    text: Prose
    title: str
    subtitle: str | None = None
    rights: Rights | None = None
    """What ACM's message says; reviewers' variants have none."""
    year: int
    """The year of publication."""
    first_page: int | None = None
    short_title: str | None = None
    """The title in the running head, if one was written for it."""
    short_authors: str = ""
    authors_per_row: int | None = None
    prints_reference: bool = False
    """Whether the ACM Reference Format is printed."""
    prints_page_numbers: bool = True
    prints_native_names: bool = False
    """Whether names in the authors' own scripts stand in the author block."""
    is_public: bool = False
    """Whether the website offers it."""
    acknowledgments: Prose | None = None
    page_limit: int | None = None
    """The most pages that the conference's call allows, where all pages count."""
    answers: dict[str, str] = {}
    """Which section answers a demand of the call, where its heading does not tell."""
    span: Span | None = None
    """Where the document is described in `edition.yaml`."""

    @property
    def doi(self) -> str | None:
        """The DOI under which it has appeared, if it has one."""
        return self.rights.doi if self.rights else None

    @property
    def is_anonymous(self) -> bool:
        """Whether it must not tell who wrote it."""
        return self.variant == "anonymous"

    @property
    def is_accessible(self) -> bool:
        """Whether tags tell assistive technology what is a heading, a table or a picture."""
        return self.standard is not None

    @property
    def is_for_review(self) -> bool:
        """Whether its lines are numbered, and nothing says that it is published."""
        return self.variant in ("submission", "anonymous")

    @property
    def is_for_print(self) -> bool:
        """Whether production takes it, and so everything that production asks for."""
        is_final = self.kind == "camera-ready" and self.variant == "final"
        return is_final and not self.is_accessible and self.format != "article"

    @property
    def has_english_conference_line(self) -> bool:
        """Whether the conference's days stand below ACM's rights, which are in English."""
        is_published = self.rights is not None and self.variant != "preprint"
        return is_published and self.format != "article"

    @property
    def class_options(self) -> tuple[str, ...]:
        """What acmart is told besides the format (acmart's guide, "Invocation and options")."""
        if self.is_anonymous:
            return ("review", "anonymous")
        if self.is_for_review:
            return ("review",)
        is_acms = self.rights is not None and not self.rights.is_open
        # `nonacm` would drop the conference, the DOI and the reference; this keeps them and says
        # what ACM wants said of a paper that its authors post.
        return ("authorversion",) if self.variant == "preprint" and is_acms else ()

    @property
    def page_format(self) -> PageFormat:
        """The page of its format."""
        return FORMATS[self.format]

    @property
    def frame(self) -> str:
        """The template that it extends."""
        return "article.tex" if self.format == "article" else "sigconf.tex"
