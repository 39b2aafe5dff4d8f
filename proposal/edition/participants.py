"""The people of an edition, as they were on its day."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.edition import wording
from proposal.model.name_comparison import identifier
from proposal.source.text import Prose


class Affiliation(Struct, frozen=True):
    """A post as it was on the edition's day."""

    institution: str
    department: str | None
    city: str | None
    state: str | None
    country: str | None


class PersonLink(Struct, frozen=True):
    """A page on which somebody is found, other than their own and ORCID's."""

    id: str
    """The name of its kind, as `github`, or of its host."""
    label: str
    """What it is called: GitHub."""
    url: str


class Person(Struct, frozen=True):
    """Somebody as they were on the edition's day."""

    id: str
    name: str
    family_name: str | None = None
    """The part of the name that bibliographies sort by, where the data say it."""
    affiliations: tuple[Affiliation, ...] = ()
    honorific: str | None = None
    pronouns: str | None = None
    """How the person is spoken of: she/her."""
    email: str | None = None
    orcid: str | None = None
    homepage: str | None = None
    links: tuple[PersonLink, ...] = ()
    """Where else the person is found, in the order of their kinds."""
    photo: Path | None = None
    """The portrait's file."""
    photo_span: Span | None = None
    """Where the portrait is named."""
    biography: Prose | None = None
    name_native: str | None = None
    """The name in the person's own script."""
    native_language: str | None = None
    """Its language, if it is said."""
    span: Span | None = None
    """Where the person's file begins."""

    @property
    def affiliation(self) -> str | None:
        """The institutions in one line."""
        return ", ".join(post.institution for post in self.affiliations) or None

    @property
    def addressed(self) -> str:
        """The name as a talk is announced with it: Dr. Meng Jiang."""
        return wording.NO_BREAK_SPACE.join(filter(None, (self.honorific, self.name)))

    @property
    def introduced(self) -> str:
        """The same with the institutions behind a comma."""
        return ", ".join(filter(None, (self.addressed, self.affiliation)))

    @property
    def with_affiliation(self) -> str:
        """The same with the institutions in brackets, for several people in one sentence."""
        return self.addressed + wording.in_brackets(self.affiliation)

    @property
    def file_name(self) -> str:
        """The name of files on the person, who need not have an id."""
        return self.id or identifier(self.name, "somebody")


class Author(Person, frozen=True):
    """An author of a paper, as they were on the edition's day."""

    presenter: bool = False
    corresponding: bool = False
    """Whether readers write to this author, so that everybody may see the email address."""


class Organizer(Struct, frozen=True):
    """An organizer in the author block."""

    person: Person
    corresponding: bool
    equal: bool
    is_contact: bool
    role: str | None = None
    """The part in organizing: General Chair."""


class Committee(Struct, frozen=True):
    """A committee beside the program committee."""

    id: str
    """The name in plain letters: `steering-committee`."""
    name: str
    members: tuple[Person, ...]
    span: Span | None = None
    """Where it is described."""
