"""What is documented of a diagnostic's code, and of its chapter."""

from __future__ import annotations

from msgspec import Struct

from proposal.diagnostics.model import Severity


class DiagnosticKind(Struct, frozen=True):
    """One code, and what it means to an organizer. Texts are Markdown of one paragraph."""

    code: str
    severity: Severity
    """How much it matters, unless the place or `rules` in `workshop.yaml` say otherwise."""
    meaning: str
    """What is the case when the code is reported; also when it has another severity."""
    why: str
    """Why an organizer should care."""
    action: str
    """What to type or do."""
    also: tuple[Severity, ...] = ()
    """Other severities that it has in some places, which `meaning` names."""

    @property
    def severities(self) -> frozenset[Severity]:
        """Every severity that a diagnostic of this code can have by default."""
        return frozenset({self.severity, *self.also})


class CodeChapter(Struct, frozen=True):
    """The codes of one part of the work, such as reading dates or checking PDFs."""

    name: str
    """A short name, as `proposal explain` lists it."""
    title: str
    """A heading for the page of all codes."""
    introduction: str
    """When these codes are reported; Markdown of some paragraphs."""
    kinds: tuple[DiagnosticKind, ...]
    is_about_data: bool = True
    """Whether diagnostics stand at places of the data, where a comment can allow them."""
