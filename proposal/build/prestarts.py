"""Starts the TeX programs that a build will most likely need, before the data are read."""

from __future__ import annotations

from pathlib import Path

from proposal.build import graph
from proposal.build.fingerprints import Fingerprints
from proposal.build.request import Request
from proposal.build.state import read_build_state, read_document_state
from proposal.build.up_to_date import if_up_to_date
from proposal.tex.engine import ENGINES
from proposal.tex.preamble_cache import kept_format
from proposal.tex.prestart import Prestarted


def started_for(request: Request) -> Prestarted:
    """TeX programs for the documents that a build will most likely make.

    Args:
        request: what is going to be built.
    """
    prestarted = Prestarted()
    state = read_build_state(request.root)
    if state is None or request.force or request.variant is not None:
        return prestarted
    now = Fingerprints(request.root)
    # What the website offers of other editions is most likely as it was.
    outdated = [
        (edition_id, name)
        for edition_id in graph.ids_asked_for(state.outline, request)
        for name in state.outline.documents.get(edition_id, ())
        if graph.is_asked_for(request, name, is_edition=True, is_public=False)
        and if_up_to_date(graph.document(edition_id, name), state, now) is None
    ]
    for edition_id, name in outdated[: request.jobs]:
        start_for(request.root, edition_id, name, prestarted)
    return prestarted


def start_for(root: Path, edition_id: str, name: str, prestarted: Prestarted) -> None:
    """Start the TeX that will most likely make a document, if one has made it before.

    Args:
        root: the folder that holds `data/` and `build/`.
        edition_id: the document's edition.
        name: the document's.
        prestarted: where the TeX is to wait.
    """
    folder = root / "build" / edition_id
    state = read_document_state(root, edition_id, name)
    if state is None or state.engine not in ENGINES:
        return
    try:
        tex = (folder / f"{name}.tex").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        tex = ""
    loaded = kept_format(tex, name, state.engine, state.epoch)
    prestarted.start(graph.document(edition_id, name).name, name, state.engine, state.epoch, loaded)
