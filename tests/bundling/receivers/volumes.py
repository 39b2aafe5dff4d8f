"""A volume of an invented workshop that is handed over without TeX: PDFs as authors sent them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from proposal.bundling.receivers.bundled_volume import BundledVolume, VolumePdfs, bundled_volume
from proposal.diagnostics import Diagnostic, Severity
from proposal.proceedings.volume_plan import plan_of
from tests.proceedings.papers import paper
from tests.workspace import Workspace

EDITION = "editions/2027"
VOLUME = """
proceedings:
  title: Proceedings of the Second Workshop on Very Careful Engines
  editors: [ada-lovelace, charles-babbage]
  date: 2027-03-30
  licence: by
  first_page: 12
"""
PAGES = {"careful-engines": 8, "short-engines": 1}


def workshop_with_papers(
    root: Path, text: Callable[[str, int], str] = lambda name, leaf: f"{name} leaf {leaf}"
) -> Workspace:
    """The invented workshop with a PDF for each paper, and something said of the volume.

    Args:
        root: the folder for it.
        text: what stands on a page, by the paper's id and the page, counted from 0.
    """
    workspace = Workspace.of_careful_engines(root)
    folder = workspace.data / EDITION / "papers"
    folder.mkdir()
    for name, count in PAGES.items():
        content = paper([text(name, leaf) for leaf in range(count)])
        (folder / f"{name}.pdf").write_bytes(content)
    workspace.append(f"{EDITION}/edition.yaml", VOLUME)
    return workspace


def volume_of(workspace: Workspace, year: str = "2027", *, with_pdfs: bool = True) -> BundledVolume:
    """The volume as a receiver gets it, with the authors' PDFs in place of stamped ones."""
    project = workspace.load()
    edition, files = project.editions[year], project.data.editions[year]
    assert edition.volume is not None
    plan = plan_of(edition, edition.volume.first_page)
    pdfs = {str(entry.paper.id): entry.file for entry in plan.entries} if with_pdfs else {}
    volume = bundled_volume(workspace.root, edition, files, plan, VolumePdfs(pdfs))
    assert volume is not None
    return volume


def errors_of(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """The codes of all errors."""
    return [item.code for item in diagnostics if item.severity is Severity.ERROR]


def place_of(diagnostics: Iterable[Diagnostic], code: str) -> str:
    """Where the first diagnostic of a code points, as `name:line`."""
    span = next(item.span for item in diagnostics if item.code == code)
    assert span is not None
    return f"{span.file.name}:{span.line}"
