"""A PDF that is made, as an edition describes it."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from proposal.model.demand_names import DemandName
from proposal.model.document_format import FormatWord
from proposal.model.fields import (
    Line,
    MarkdownFile,
    Prose,
    refuse,
)
from proposal.model.record import Record
from proposal.model.records.rights import Rights
from proposal.model.variant import AccessibleStandard, Variant

DocumentKind = Literal["proposal", "camera-ready"]


class DocumentRecord(Record):
    """A PDF in ACM's format that is made from the edition."""

    text: MarkdownFile = Field(examples=["proposal.md"])
    """The Markdown file beside `edition.yaml`; its headings are the document's sections."""
    title: Line | None = Field(None, examples=["A Proposal"])
    """A title in place of the workshop's own."""
    short_title: Line | None = Field(None, examples=["WSP 2026"])
    """The title in the running head, where that is to be another one than the edition's."""
    subtitle: Line | None = Field(None, examples=["Workshop Proposal"])
    """A line under the title."""
    format: FormatWord = Field("sigconf", examples=["manuscript"])
    """How the pages are set: acmart's `sigconf` or `sigplan` in two columns, its `manuscript` or
    `acmsmall` in one, or LaTeX's `article`, in one column without ACM's rights."""
    variant: Variant = Field("final", examples=["anonymous"])
    """For whom the PDF is: `final` for print, `submission` for reviewers (with line numbers),
    `anonymous` the same without the organizers' names, `preprint` for archives and homepages,
    `accessible` for people who have it read to them: with tags, by LuaLaTeX."""
    accessible: AccessibleStandard | None = Field(None, examples=["PDF/UA-1"])
    """The standard by which an accessible version of the PDF is made beside it, as
    `NAME-accessible.pdf`; of a document with `variant: accessible`, its own standard."""
    rights: Rights | None = Field(
        None, examples=[{"copyright": "rightsretained", "doi": "10.1145/3637528.3671486"}]
    )
    """What ACM's rights message says; without it no rights block is printed."""
    first_page: int | None = Field(None, ge=1, examples=[6737])
    """The number of the first page."""
    short_authors: Line | None = Field(None, examples=["Lovelace et al."])
    """The authors in the running head."""
    authors_per_row: int | None = Field(None, ge=1, le=4, examples=[3])
    """How many authors stand side by side, where acmart's own choice does not look well."""
    acm_reference: bool | None = Field(None, examples=[True])
    """Whether the ACM Reference Format is printed; with `rights` it is by default."""
    native_names: bool = Field(default=False, examples=[True])
    """Whether `name_native` stands behind the names in the author block."""
    page_numbers: bool = Field(default=True, examples=[False])
    """Whether page numbers are printed."""
    public: bool | None = Field(None, examples=[True])
    """Whether the website offers the PDF; a camera-ready is public by default."""
    acknowledgments: Prose | None = Field(None, examples=["We thank somebody."])
    """Thanks, in Markdown; they stand before the references."""
    answers: dict[DemandName, Line] = Field(
        default_factory=dict, examples=[{"audience": "Who Should Come"}]
    )
    """Which section answers a demand of the call, by its heading, where the wording is no hint."""

    @model_validator(mode="after")
    def _possible_in_this_format(self) -> Self:
        if self.rights is not None and self.format == "article":
            refuse(
                "format-without",
                "the format article has no place for the rights of a paper in ACM's proceedings",
                "write `format: sigconf`, or delete `rights`",
            )
        is_tagged = self.accessible is not None or self.variant == "accessible"
        if is_tagged and self.format != "sigconf":
            refuse(
                "format-without",
                f"PDFs with tags are made in the format sigconf only, and not in {self.format}",
                "write `format: sigconf`, or delete what asks for the accessible PDF",
            )
        return self
