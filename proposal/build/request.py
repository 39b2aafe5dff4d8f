"""What a build is asked for, the steps that it reports, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, errors_in, has_errors

if TYPE_CHECKING:
    from proposal.build.fingerprints import Fingerprints
    from proposal.build.outputs import Outputs
    from proposal.model.variant import Variant
    from proposal.pdf import Pdf
    from proposal.project import Project

MISSING_FONT = "missing-font"
"""The code of the diagnostic that the machine lacks a font."""


class Kind(StrEnum):
    """A kind of artefact."""

    PDF = "pdf"
    SITE = "site"
    JEKYLL = "jekyll"
    TEXT = "text"


class Request(Struct, frozen=True):
    """What is to be built."""

    root: Path
    """The folder that holds `data/`."""
    edition_ids: Sequence[str] = ()
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
    stores_events: bool = True
    """Whether what calendars know is written down, for what is made to be published."""
    jobs: int = 2
    """How many documents are made at the same time."""

    @property
    def is_for_everything(self) -> bool:
        """Whether all artefacts of the editions are asked for."""
        return self.kinds == frozenset(Kind) and not self.documents

    @property
    def shows_all_editions(self) -> bool:
        """Whether something of all editions is shown, as on a website."""
        return bool(self.kinds & {Kind.SITE, Kind.JEKYLL})


class Step(Struct, frozen=True):
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
    pdf: Pdf | None = None
    """A document that is finished, but not in its place yet."""


OnStep = Callable[[Step], None]
"""Called for everything that happens, from any thread."""

OnWait = Callable[["Project", "Outputs"], None]
"""Called with what is known when there is nothing to do but to wait, perhaps more than once."""


class BuildReport(Struct):
    """What came of a build."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    has_begun: bool = False
    """Whether anything was made, or only the data were looked through."""
    project: Project | None = None
    """The data as they were loaded; nothing if that was not necessary."""
    outputs: Outputs | None = None
    """What was rendered, if anything was."""
    fingerprints: Fingerprints | None = None
    """What was found to be as it was, if nothing had to be made."""

    @property
    def is_good(self) -> bool:
        """Whether everything that was asked for was made."""
        return not has_errors(self.diagnostics)

    @property
    def lacks_fonts_only(self) -> bool:
        """Whether nothing is wrong but that this machine has not all fonts."""
        errors = errors_in(self.diagnostics)
        return bool(errors) and all(found.code == MISSING_FONT for found in errors)
