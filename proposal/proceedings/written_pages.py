"""Puts the pages that papers have in a volume into `papers.yaml`."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Span, error
from proposal.model.data_writer import dump, load
from proposal.proceedings.proceedings import MadeProceedings


class PageChanges(Struct, frozen=True):
    """What changes in a list of papers by their pages."""

    files: dict[Path, bytes] = field(default_factory=dict)
    """The list as it is to be, if anything changes."""
    lines: tuple[str, ...] = ()
    """A line for each paper of which the pages change."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Why nothing is to be written."""


def page_changes(folder: Path, made: MadeProceedings) -> PageChanges:
    """The list with the pages of each paper; all else in the file stays as it is.

    As long as a paper is missing in the volume nothing is written, since pages would change again.

    Args:
        folder: the edition's folder.
        made: the volume.
    """
    file = folder / "papers.yaml"
    plan = made.plan
    if plan is None or plan.missing or not made.is_made:
        message = "the pages were not written, since papers are missing in the volume"
        hint = "correct what is said of these papers, and try again"
        refusal = error("pages-not-written", message, Span.of_file(file), hint)
        return PageChanges(diagnostics=(refusal,))
    wanted = {
        str(entry.paper.id): entry.pages.replace("\N{EN DASH}", "-") for entry in plan.entries
    }
    papers = load(file.read_text(encoding="utf-8"))
    lines = []
    for paper in papers:
        pages = wanted.get(str(paper.get("id")))
        if pages is not None and str(paper.get("pages", "")) != pages:
            lines.append(f"{file.parent.name}/{file.name}: {paper['id']}: pages {pages}")
            paper["pages"] = int(pages) if pages.isdecimal() else pages  # which needs no quotes
    return PageChanges({file: dump(papers).encode()} if lines else {}, tuple(lines))
