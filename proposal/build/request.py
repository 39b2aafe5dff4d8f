"""What a build is asked for, what it tells while it goes on, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from proposal.diagnostics import Diagnostic, ProposalError, Severity, has_errors

if TYPE_CHECKING:
    from proposal.build.pages import Pages
    from proposal.model.folder import Folder
    from proposal.model.variant import Variant

MISSING_FONT = "missing-font"
"""The code of what is wrong when the machine lacks a font."""


class Kind(StrEnum):
    """A kind of artefact."""

    PDF = "pdf"
    SITE = "site"
    JEKYLL = "jekyll"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be built."""

    root: Path
    """The folder that holds `data/`."""
    years: Sequence[int] = ()
    """The editions; none means the workshop's current one."""
    every_edition: bool = False
    kinds: frozenset[Kind] = frozenset(Kind)
    """The kinds of artefacts."""
    documents: Sequence[str] = ()
    """The names of the documents; none means all."""
    variant: Variant | None = None
    """The variant of the documents; none means the one that the data say."""
    force: bool = False
    """Whether to make again what is up to date."""
    remembers_events: bool = True
    """Whether what calendars are told is written down, for what is made to be published."""
    jobs: int = 2
    """How many documents are made at the same time."""

    @property
    def is_for_everything(self) -> bool:
        """Whether all artefacts of the editions are asked for."""
        return self.kinds == frozenset(Kind) and not self.documents


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened during a build."""

    artefact: str
    """What it is about: a path from the workshop's folder."""
    text: str
    is_done: bool = False
    """Whether the artefact is finished."""
    is_good: bool = True
    """Whether it was made, if it is finished."""
    seconds: float = 0.0
    """How long it took; 0 if there was nothing to do."""
    pdf: bytes | None = None
    """A document that is finished, but not in its place yet."""


OnStep = Callable[[Step], None]
"""Called for everything that happens, from any thread."""

OnWait = Callable[["Folder"], None]
"""Called with the data when there is nothing to do but to wait; it may be called more than once."""


@dataclass(slots=True)
class Report:
    """What came of a build."""

    faults: list[Diagnostic] = field(default_factory=list)
    has_begun: bool = False
    """Whether anything was made, or only the data were looked through."""
    folder: Folder | None = None
    """The data as they were read; nothing if that was not necessary."""
    pages: Pages | None = None
    """Texts and websites of all editions as they were rendered, if they were."""

    @property
    def is_good(self) -> bool:
        """Whether everything that was asked for was made."""
        return not has_errors(self.faults)

    @property
    def lacks_fonts_only(self) -> bool:
        """Whether nothing is wrong but that this machine has not all fonts."""
        wrong = [each for each in self.faults if each.severity is Severity.ERROR]
        return bool(wrong) and all(each.code == MISSING_FONT for each in wrong)


class UnknownEditionError(ProposalError):
    """Somebody asked for an edition or a document that does not exist."""

    exit_code = 2
