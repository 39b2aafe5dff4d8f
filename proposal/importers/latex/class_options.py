"""Reads the options of acmart: the format of the pages, and for whom the PDF is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from msgspec import Struct

from proposal.importers.draft import Record
from proposal.model.document_format import DocumentFormat

_FORMATS = {
    *("manuscript", "acmsmall", "acmlarge", "acmtog", "sigconf", "siggraph", "sigplan", "sigchi"),
    *("sigchi-a", "acmengage", "acmcp"),
}
"""The formats of acmart (its guide, "Invocation and options"); without one it is `manuscript`."""

_MADE = set(get_args(DocumentFormat)) & _FORMATS
"""Those that documents of the data have, too."""

_USUAL = {
    "nonacm",
    "10pt",
    "9pt",
    "letterpaper",
    "balance=true",
    "balance",
    "screen",
    "screen=true",
}
"""Options that change nothing of what is printed here."""

_ON = ("", "=true")


class ClassOptions(Struct, frozen=True):
    """The options of acmart in a paper."""

    listed: Sequence[str]

    def has(self, name: str) -> bool:
        """Whether an option is switched on."""
        return any(f"{name}{value}" in self.listed for value in _ON)

    @property
    def format(self) -> DocumentFormat:
        """The format of the pages; `sigconf` for one in which no document of the data is made."""
        named = next(
            (option for option in reversed(self.listed) if option in _FORMATS), "manuscript"
        )
        made: tuple[DocumentFormat, ...] = get_args(DocumentFormat)
        return next((name for name in made if name == named), "sigconf")

    @property
    def record(self) -> Record:
        """The keys of a document: its format and its variant, where they are not the usual ones."""
        record: Record = {"format": self.format} if self.format != "sigconf" else {}
        if self.has("anonymous"):
            record["variant"] = "anonymous"
        elif self.has("review"):
            record["variant"] = "submission"
        return record

    @property
    def not_kept(self) -> list[str]:
        """The options that documents of the data do not have."""
        said = _USUAL | _MADE | {f"{name}{on}" for name in ("anonymous", "review") for on in _ON}
        said |= {"anonymous=false", "review=false", "screen=false"}
        return [option for option in self.listed if option and option not in said]
