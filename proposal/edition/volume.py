"""The volume of an edition's papers."""

from __future__ import annotations

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.edition.marked_values import Day
from proposal.edition.participants import Person
from proposal.source.text import Prose, Verbatim

VOLUME_FILE = "proceedings.pdf"
"""The name of the whole volume, where it is built and beside the list of papers on the website."""

_LICENCES = "https://creativecommons.org"
CC_BY = f"{_LICENCES}/licenses/by/4.0/"
"""The address of CC BY 4.0."""


class Licence(Struct, frozen=True):
    """A Creative Commons licence."""

    name: str
    """As it is called in short: CC BY 4.0."""
    url: str


def licence_of(code: str, version: str | None) -> Licence:
    """The licence of a code such as `by-nc`."""
    if code == "zero":
        return Licence("CC0 1.0", Verbatim(f"{_LICENCES}/publicdomain/zero/1.0/"))
    number = version or "4.0"
    url = f"{_LICENCES}/licenses/{code}/{number}/"
    return Licence(f"CC {code.upper()} {number}", Verbatim(url))


class Volume(Struct, frozen=True):
    """The volume of an edition's papers."""

    title: str
    editors: tuple[Person, ...]
    prefaces: tuple[Prose, ...]
    publisher: str | None
    series: str | None
    number: str | None
    """Its number in the series."""
    date: Day
    """The day on which it is published, or that of the workshop."""
    is_dated: bool
    """Whether the data say the day on which it is published."""
    isbn: str | None
    issn: str | None
    doi: str | None
    rights: str | None
    """What stands about rights on each paper's first page."""
    licence: Licence | None
    copyright: Prose | None
    """What stands on the page behind the title."""
    first_page: int
    is_public: bool
    """Whether the website offers the volume and each of its papers."""
    span: Span | None
    """Where it is described."""

    @property
    def is_described(self) -> bool:
        """Whether the data say anything of it, so that papers are cited as parts of it."""
        return self.span is not None

    @property
    def series_line(self) -> str | None:
        """The series with its number: A Series of Proceedings, 1234."""
        return ", ".join(filter(None, (self.series, self.number))) or None

    @property
    def has_imprint(self) -> bool:
        """Whether anything is known that stands on the page behind the title."""
        known = (self.publisher, self.series, self.isbn, self.issn, self.doi, self.rights)
        return any(known) or self.licence is not None or self.copyright is not None
