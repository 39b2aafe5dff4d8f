"""An accepted paper."""

from __future__ import annotations

from typing import Any, Self

from pydantic import ConfigDict, Field, model_validator

from proposal.model.affiliated import name_and_affiliation, without_pronouns
from proposal.model.fields import (
    Doi,
    Email,
    Identifier,
    Keywords,
    Line,
    Orcid,
    Prose,
    PublicName,
    Title,
    Url,
    refuse,
    refuse_foreign_family_name,
)
from proposal.model.own_file_names import UrlOrFile
from proposal.model.record import Record, in_short
from proposal.model.records.page_span import PageSpan


def named(text: str) -> dict[str, str]:
    """What a line says of somebody without a file: name, affiliation and pronouns."""
    whole, pronouns = without_pronouns(text)
    name, affiliation = name_and_affiliation(whole)
    found = {"name": name, "affiliation": affiliation, "pronouns": pronouns}
    return {key: part for key, part in found.items() if part is not None}


class Participant(Record):
    """Somebody who is named: by the id of a person's file, or by name and affiliation."""

    model_config = ConfigDict(
        json_schema_extra=in_short(
            description="A name, `Name (Affiliation)`, or the id of a file in `people/`."
        )
    )

    person: Identifier | None = Field(None, examples=["ada-lovelace"])
    """The name of a file in `people/`, without `.yaml`."""
    name: PublicName | None = Field(None, examples=["Ada Lovelace"])
    """The name, of somebody who has no file."""
    family_name: Line | None = Field(None, examples=["Lovelace"])
    """The part of `name` by which BibTeX sorts and cites them, where it is not the last word."""
    affiliation: PublicName | None = Field(None, examples=["University of Somewhere"])
    """The institution, of somebody who has no file."""

    pronouns: Line | None = Field(None, examples=["she/her"])
    """How somebody who has no file is spoken of; pages show it in lists of people."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return named(value) if isinstance(value, str) else value

    @property
    def is_bare(self) -> bool:
        """Whether a text alone is written, without an affiliation or pronouns behind it."""
        is_text = self._node is not None and isinstance(self._node.value, str)
        return is_text and self.affiliation is None and self.pronouns is None

    @model_validator(mode="after")
    def _family_name_in_name(self) -> Self:
        refuse_foreign_family_name(self.family_name, self.name)
        return self

    @model_validator(mode="after")
    def _person_or_name(self) -> Self:
        if (self.person is None) == (self.name is None):
            refuse(
                "person-or-name",
                "somebody is named either by `person` or by `name`",
                "keep one of the two",
            )
        return self


class AuthorRecord(Participant):
    """An author of a paper: by the id of a person's file, or by name and affiliations."""

    affiliations: list[PublicName] = Field(
        default_factory=list, examples=[["University of Somewhere", "Institute of Examples"]]
    )
    """The institutions, if there are several, of somebody who has no file."""
    orcid: Orcid | None = Field(None, examples=["0000-0002-1825-0097"])
    """The ORCID iD, of somebody who has no file."""
    email: Email | None = Field(None, examples=["ada@example.org"])
    """The email address, of somebody who has no file. Pages show it only with `corresponding`."""
    presenter: bool = Field(default=False, examples=[True])
    """Whether this author presents the paper."""
    corresponding: bool = Field(default=False, examples=[True])
    """Whether readers write to this author, so that pages show the author's email address."""

    @model_validator(mode="after")
    def _once(self) -> Self:
        if self.affiliation is not None and self.affiliations:
            refuse(
                "two-affiliations",
                "both `affiliation` and `affiliations` say where the author works",
                "write all institutions under `affiliations`",
            )
        of_person = [key for key in ("affiliations", "orcid", "email") if getattr(self, key)]
        if self.person is not None and of_person:
            refuse(
                "key-of-person",
                f"`{of_person[0]}` of somebody who has a file stands there",
                f"write it in people/{self.person}.yaml, and delete it here",
            )
        return self


class PaperRecord(Record):
    """An accepted paper."""

    id: Identifier = Field(examples=["short-title"])
    """The id by which the schedule names the paper."""
    number: Line | None = Field(None, examples=["42"])
    """The number under which the review system knows the paper; by it, an import recognizes the
    paper under another title. Nothing shows it."""
    title: Title = Field(examples=["A Paper"])
    """The title, which stands here and nowhere else; it may hold formulas."""
    authors: list[AuthorRecord] = Field(min_length=1, examples=[["Ada Lovelace"]])
    """The authors in order: a name, `Name (Affiliation)`, or a record."""
    abstract: Prose | None = Field(None, examples=["We show something."])
    """The abstract, in Markdown."""
    award: Line | None = Field(None, examples=["Best Paper"])
    """An award that the paper won."""
    pdf: UrlOrFile | None = Field(None, examples=["https://example.org/paper.pdf"])
    """Where the paper is read: an address, or the name of a file in `files/`."""
    code: Url | None = Field(None, examples=["https://example.org/code"])
    """Where its code is."""
    data: Url | None = Field(None, examples=["https://example.org/data"])
    """Where its data are."""
    slides: UrlOrFile | None = Field(None, examples=["https://example.org/slides.pdf"])
    """Where the slides of its talk are."""
    poster: UrlOrFile | None = Field(None, examples=["https://example.org/poster.pdf"])
    """Where its poster is."""
    video: UrlOrFile | None = Field(None, examples=["https://example.org/video"])
    """Where a recording of its talk is."""
    supplement: UrlOrFile | None = Field(None, examples=["https://example.org/appendix.pdf"])
    """Where what belongs to it beside the paper is, such as an appendix."""
    kind: Line | None = Field(None, examples=["short"])
    """Of what kind it is: long, short, poster, demo, oral, spotlight, or any other text."""
    track: Line | None = Field(None, examples=["Industry"])
    """The track that it was sent to: the id of one of `submissions.tracks`, or any text. Lists of
    papers are parted by it."""
    keywords: Keywords = Field(default_factory=list, examples=[["Recommendation"]])
    """Its keywords."""
    pages: PageSpan | None = Field(None, examples=["12-19"])
    """Its pages in the proceedings: the first and the last, or a single one."""
    doi: Doi | None = Field(None, examples=["10.1145/3637528.3671486"])
    """Its DOI, without the address of the resolver."""
    archival: bool | None = Field(None, examples=[False])
    """Whether it is a part of the workshop's proceedings; without it, all are but those of a track
    that is not published."""
    third_party: bool = Field(default=False, examples=[True])
    """Whether it has figures or other material of others, so that its authors sign another
    agreement with CEUR-WS."""
    withdrawn: bool = Field(default=False, examples=[True])
    """Whether its authors have withdrawn it, so that no list shows or counts it."""
