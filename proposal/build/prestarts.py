"""Which documents will most likely be made, and by which TeX? Told before the data are read."""

from __future__ import annotations

from pathlib import Path

from proposal.build import graph
from proposal.build.fingerprints import read_stamp
from proposal.build.request import Request
from proposal.build.source_fingerprints import Sources
from proposal.build.state import read_record
from proposal.build.up_to_date import if_current
from proposal.tex.engine import ENGINES
from proposal.tex.preamble_cache import kept_format
from proposal.tex.prestart import Prestarted


def started_for(request: Request) -> Prestarted:
    """TeX programs for the documents that a build will most likely make.

    Args:
        request: what is going to be built.
    """
    prestarted = Prestarted()
    record = read_record(request.root)
    if record is None or request.force or request.variant is not None:
        return prestarted
    sources = Sources(request.root)
    # What the website offers of other editions is most likely as it was.
    outdated = [
        (year, name)
        for year in graph.years_asked_for(record.outline, request)
        for name in record.outline.documents.get(year, ())
        if graph.is_asked_for(request, name, is_edition=True, is_public=False)
        and if_current(graph.document(year, name), record, sources) is None
    ]
    for year, name in outdated[: request.jobs]:
        start_for(request.root, year, name, prestarted)
    return prestarted


def start_for(root: Path, year: int, name: str, prestarted: Prestarted) -> None:
    """Start the TeX that will most likely make a document, if one has made it before.

    Args:
        root: the folder that holds `data/` and `build/`.
        year: the document's edition.
        name: the document's.
        prestarted: where the TeX is to wait.
    """
    folder = root / "build" / str(year)
    stamp = read_stamp(folder / f".{name}.json", root)
    if stamp is None or stamp.engine not in ENGINES:
        return
    try:
        tex = (folder / f"{name}.tex").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        tex = ""
    loaded = kept_format(tex, name, stamp.engine, stamp.epoch)
    prestarted.start(graph.document(year, name).name, name, stamp.engine, stamp.epoch, loaded)
