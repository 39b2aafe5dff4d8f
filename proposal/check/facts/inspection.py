"""What came of looking at finished artefacts."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Severity


class ArtefactKind(StrEnum):
    """Something that is made of an edition and read by people."""

    PROPOSAL = "proposal.pdf"
    CAMERA_READY = "camera-ready.pdf"
    ACCESSIBLE_PROPOSAL = "proposal-accessible.pdf"
    ACCESSIBLE_CAMERA_READY = "camera-ready-accessible.pdf"
    PAGE = "the edition's page"
    CALL_PAGE = "the call's page"
    PAPER_PAGES = "the papers' pages"
    JEKYLL = "the Jekyll pages"
    CFP_TEXT = "cfp.txt"
    CFP_MARKDOWN = "cfp.md"
    SCHEDULE = "schedule.ics"
    DATES = "dates.ics"


SUMMARIES = frozenset({ArtefactKind.CAMERA_READY, ArtefactKind.ACCESSIBLE_CAMERA_READY})
"""The summary in the conference's proceedings, with tags for screen readers or without."""
ACCESSIBLE = frozenset({ArtefactKind.ACCESSIBLE_PROPOSAL, ArtefactKind.ACCESSIBLE_CAMERA_READY})
PDFS = frozenset(kind for kind in ArtefactKind if kind.endswith(".pdf"))
PAGES = frozenset({ArtefactKind.PAGE, ArtefactKind.JEKYLL})
CFP_FILES = frozenset({ArtefactKind.CFP_TEXT, ArtefactKind.CFP_MARKDOWN})
CALLS = frozenset({ArtefactKind.CALL_PAGE}) | CFP_FILES


NOT_MADE = "missing-artefact"
"""The code of what is not there; a note where it was never made, and else an error."""


class Inspection(Struct):
    """What came of looking at one artefact of an edition."""

    edition_id: str
    """The edition."""
    artefact: ArtefactKind
    stated: int = 0
    """How many facts it must state; 0 if it could not be compared with them."""
    agreeing: int = 0
    """How many of them it states as the data do."""
    pages: int | None = None
    """How many pages a PDF has, if it is current."""
    tags: str = ""
    """What a tagged PDF says of its tags: "PDF/UA-1, language en"."""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        """Whether the artefact was never made, so that there was nothing to look at."""
        return any(
            found.code == NOT_MADE and found.severity is Severity.NOTE for found in self.diagnostics
        )


class Agreement(Struct):
    """What came of looking at the artefacts of some editions."""

    inspections: list[Inspection] = field(default_factory=list)
    others: list[Diagnostic] = field(default_factory=list)
    """What is wrong with files in which no fact of one edition is looked for."""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All that is wrong."""
        return [
            found for inspection in self.inspections for found in inspection.diagnostics
        ] + self.others

    @property
    def stated(self) -> int:
        """How many statements of facts were looked up."""
        return sum(inspection.stated for inspection in self.inspections)

    @property
    def agreeing(self) -> int:
        """How many of them agree with the data."""
        return sum(inspection.agreeing for inspection in self.inspections)

    def of(self, edition_id: str, artefact: ArtefactKind) -> Inspection:
        """The inspection of one artefact, which begins if it has not begun yet."""
        for inspection in self.inspections:
            if (inspection.edition_id, inspection.artefact) == (edition_id, artefact):
                return inspection
        begun = Inspection(edition_id, artefact)
        self.inspections.append(begun)
        return begun
