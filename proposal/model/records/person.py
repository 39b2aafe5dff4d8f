"""A person: written once, reused by every edition, with a history."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from proposal.model.affiliated import name_and_affiliation
from proposal.model.fields import (
    Email,
    Identifier,
    Line,
    PictureName,
    Prose,
    PublicName,
    Since,
    refuse,
    refuse_foreign_family_name,
)
from proposal.model.id_form import ID_FORM
from proposal.model.name_comparison import identifier
from proposal.model.record import Record
from proposal.model.records.person_links import Links
from proposal.source.yaml import Node


class AffiliationRecord(Record):
    """A post that a person held from a certain day on."""

    institution: PublicName = Field(examples=["University of Somewhere"])
    """The university, company or institute."""
    department: Line | None = Field(None, examples=["School of Computing"])
    """The part of the institution."""
    city: Line | None = Field(None, examples=["Barcelona"])
    """The city; ACM asks for it in the author block."""
    state: Line | None = Field(None, examples=["California"])
    """The state or province, where it is usual to name it."""
    country: Line | None = Field(None, examples=["Spain"])
    """The country; ACM does not accept an author without it."""
    since: Since | None = Field(None, examples=["2024-09"])
    """The first day of the post; it lasts until the next one in the list begins."""
    alongside: bool = Field(default=False, examples=[True])
    """Whether the post is held at the same time as the one before it in the list."""
    email: Email | None = Field(None, examples=["name@example.org"])
    """The address that goes with this post, in place of the person's own."""


class Biography(Record):
    """What is said of a person from a certain day on."""

    text: Prose = Field(examples=["Somebody works on something."])
    """The biography, in Markdown."""
    since: Since | None = Field(None, examples=["2024-09"])
    """The first day on which the text is true."""
    length: Literal["full", "short"] = Field(default="full", examples=["short"])
    """`short` for a sentence or two, `full` for everything else."""


class PersonRecord(Record):
    """`data/people/NAME.yaml`: one person; the file's name is the person's id."""

    name: PublicName = Field(examples=["Ada Lovelace"])
    """The name as it is printed, in the order in which the person writes it."""
    family_name: Line | None = Field(None, examples=["Lovelace"])
    """The part of `name` by which BibTeX sorts and cites them, where it is not the last word."""
    name_native: Line | None = Field(None, examples=["阿達·洛芙萊斯"])
    """The name in the person's own script, where `name` is its Latin form."""
    native_language: str | None = Field(
        None, examples=["zh-Hant"], pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
    )
    """The language of `name_native`, as web pages name it: zh-Hans, zh-Hant, ja, ko, ar."""
    honorific: Line | None = Field(None, examples=["Dr."])
    """What stands before the name where a talk is announced: Dr. or Prof."""
    pronouns: Line | None = Field(None, examples=["she/her"])
    """How the person is spoken of; pages show it behind the name, and PDFs do not."""
    email: Email | None = Field(None, examples=["name@example.org"])
    """The address printed in the author block; the website shows only that of the contact."""
    links: Links = Field(default_factory=Links, examples=[{"homepage": "https://example.org"}])
    """Where the person is found on the web; a plain list of addresses will do."""
    affiliations: list[AffiliationRecord] = Field(
        default_factory=list,
        examples=[[{"institution": "University of Somewhere", "country": "Spain"}]],
    )
    """The person's posts, the oldest first."""
    bio: Prose | None = Field(None, examples=["Somebody works on something."])
    """The biography, in Markdown, where one serves every edition."""
    bios: list[Biography] = Field(
        default_factory=list,
        examples=[[{"text": "Somebody works on something.", "since": "2024-09"}]],
    )
    """Biographies by date and length, where one does not serve every edition."""
    photo: PictureName | None = Field(None, examples=["ada-lovelace.jpg"])
    """The name of a portrait in `people/photos/`."""

    @classmethod
    def in_long(cls, node: Node) -> Node:
        """A person's file, with the links by their kinds."""
        links = node.child("links")
        if not isinstance(node.value, dict) or links is None:
            return node
        return Node(node.span, node.value | {"links": Links.in_long(links)}, node.keys)

    @model_validator(mode="after")
    def _family_name_in_name(self) -> Self:
        refuse_foreign_family_name(self.family_name, self.name)
        return self

    @model_validator(mode="after")
    def _one_kind_of_biography(self) -> Self:
        if self.bio and self.bios:
            refuse(
                "two-biographies", "`bio` and `bios` stand side by side", "move `bio` into `bios`"
            )
        return self


def posts_on(day: dt.date, person: PersonRecord) -> list[AffiliationRecord]:
    """The posts held on a day: the last one that had begun, and those held alongside it."""
    held: list[AffiliationRecord] = []
    for post in person.affiliations:
        if (post.since or dt.date.min) <= day:
            held = [*held, post] if post.alongside else [post]
    return held


def dated_biography_on(day: dt.date, person: PersonRecord) -> Biography | None:
    """The last of `bios` that was true on a day, a full one rather than a short one."""
    true = [bio for bio in person.bios if (bio.since or dt.date.min) <= day]
    return max(true, key=lambda bio: (bio.length == "full", bio.since or dt.date.min), default=None)


def biography_on(day: dt.date, person: PersonRecord) -> str | None:
    """What is said of a person on a day: a biography with a date, or else the one without."""
    dated = dated_biography_on(day, person)
    return dated.text if dated else person.bio


def reference(value: Any) -> Any:
    """A person's id standing alone, as the record that it is short for."""
    return {"person": value} if isinstance(value, str) else value


def _id_and_no_name(value: Any) -> Any:
    """Refuse a name, of which only somebody without a file can be named."""
    if isinstance(value, str) and " " in value.strip():
        listed = re.split(r"\s+and\s+|\s*[,;&+]\s*", value.strip())
        if len(listed) > 1 and all(re.fullmatch(ID_FORM, item) for item in listed):
            message = f"`{value}` are several ids, and one is expected here"
            hint = f"write each as an item of its own: [{', '.join(listed)}]"
            refuse("not-an-id", message, hint)
        name, _ = name_and_affiliation(value)
        wanted = identifier(name, "ada-lovelace")
        hint = f"write `{wanted}`, and `name: {name}` into the file people/{wanted}.yaml"
        refuse("not-an-id", f"`{value}` is a name, and the id of a person is expected", hint)
    return value


class PersonReference(Record):
    """Somebody named by id."""

    person: Annotated[Identifier, BeforeValidator(_id_and_no_name)] = Field(
        examples=["ada-lovelace"]
    )
    """The name of a file in `people/`, without `.yaml`."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return reference(value)
