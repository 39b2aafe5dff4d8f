"""Which documents will most likely be made, and by which TeX? Told before the data are read."""

from __future__ import annotations

from pathlib import Path

from proposal.building import graph
from proposal.building.current import if_current
from proposal.building.record import read_record
from proposal.building.request import Request
from proposal.building.sources import Sources
from proposal.building.stamp import read_stamp
from proposal.typeset.ahead import Ahead
from proposal.typeset.engine import ENGINES
from proposal.typeset.formats import kept_format


def started_for(request: Request) -> Ahead:
    """TeX programs for the documents that a build will most likely make.

    Args:
        request: what is going to be built.
    """
    ahead = Ahead()
    record = read_record(request.root)
    if record is None or request.force or request.variant is not None:
        return ahead
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
        start_for(request.root, year, name, ahead)
    return ahead


def start_for(root: Path, year: int, name: str, ahead: Ahead) -> None:
    """Start the TeX that will most likely make a document, if one has made it before.

    Args:
        root: the folder that holds `data/` and `build/`.
        year: the document's edition.
        name: the document's.
        ahead: where the TeX is to wait.
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
    ahead.start(graph.document(year, name).name, name, stamp.engine, stamp.epoch, loaded)
