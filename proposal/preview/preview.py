"""Runs the preview: one thread watches, one makes, and the others answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from proposal.model.loading.file_cache import FileCache
from proposal.preview.file_watcher import saves
from proposal.preview.http_server import served
from proposal.preview.pending_saves import PendingSaves
from proposal.preview.preview_state import Preview, Shown
from proposal.preview.worker import follow_saves
from proposal.project import load

_PATIENCE = 5.0
"""Seconds that TeX is given to end when the preview does."""


def run_preview(
    root: Path, edition_id: str | None, port: int, on_start: Callable[[int, Preview], None]
) -> None:
    """Serve a preview of a workshop until Ctrl-C is typed.

    Args:
        root: the folder that holds `data/`.
        edition_id: the edition to begin with; the current one if none is named.
        port: the port that is wanted; 0 for any.
        on_start: called with the port at which it is served, once it is.

    Raises:
        UnknownEditionError: there is no such edition.
        PortError: there is no free port.
        KeyboardInterrupt: Ctrl-C was typed.
    """
    files = FileCache.of(root)
    project = load(root, files=files)
    first = next(iter(project.chosen_ids([edition_id] if edition_id else [])), None)
    title = project.series.acronym if project.series else root.name
    preview = Preview(Shown(title, first))
    pending = PendingSaves()
    maker = threading.Thread(target=follow_saves, args=(root, preview, pending, files), daemon=True)
    with served(preview, root, port) as found:
        on_start(found, preview)
        pending.add([])
        maker.start()
        try:
            for saved in saves(root):
                pending.add(saved)
        finally:
            pending.end()
            maker.join(_PATIENCE)
