"""What a receiver gets of a volume, and what is still missing for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from proposal.bundling.receivers.bundled_volume import BundledVolume
from proposal.diagnostics import Diagnostic, Severity, in_order, seen_from


class PackedVolume(Struct, frozen=True):
    """What is handed over, and what is said of it."""

    files: Mapping[str, bytes | Path]
    """The contents of the bundle by name: as they are, or in files."""
    diagnostics: Sequence[Diagnostic]
    """What is missing or would be sent back: errors, and warnings of what may stay so."""
    beside: Mapping[str, bytes] = field(default_factory=dict)
    """Files for the organizers themselves, which stand beside the bundle."""
    tables: Sequence[str] = ()
    """Lines that stand below the list of what is missing."""


class VolumeReceiver(Struct, frozen=True):
    """Somebody who gets a volume."""

    title: str
    """What the receiver is called."""
    ending: str
    """The ending of what is handed over: `.zip`, or that of the single file that it is."""
    pack: Callable[[BundledVolume], PackedVolume]
    takes_pdfs: bool = False
    """Whether the papers' PDFs are handed over, so that the volume has to be made before."""
    says_when_held: bool = True
    """Whether what is handed over says on which day and where the workshop was held."""


def list_of_missing(
    title: str, root: Path, diagnostics: Sequence[Diagnostic], tables: Sequence[str]
) -> str:
    """A text that says what is missing, and where it is to be written.

    Args:
        title: what the receiver is called.
        root: the folder that holds `data/`, from which files are named.
        diagnostics: what is missing.
        tables: lines that stand below.
    """
    lines = [f"For {title}", ""]
    for severity, heading in _HEADINGS.items():
        found = [diagnostic for diagnostic in diagnostics if diagnostic.severity is severity]
        if found:
            lines += [f"{heading} ({len(found)}):", ""]
            lines += [line for item in in_order(found) for line in _lines(root, item)]
            lines.append("")
    if len(lines) == 2:
        lines += ["Nothing is missing.", ""]
    return "\n".join([*lines, *tables]).rstrip("\n") + "\n"


_HEADINGS = {
    Severity.ERROR: "Still missing",
    Severity.WARNING: "Worth a look",
    Severity.NOTE: "To know",
}


def _lines(root: Path, diagnostic: Diagnostic) -> list[str]:
    place = ""
    if diagnostic.span is not None:
        place = f"{seen_from(root, diagnostic.span.file)}:{diagnostic.span.line}: "
    hint = [f"    {diagnostic.hint}"] if diagnostic.hint else []
    return [f"{place}{diagnostic.message}", *hint]
