"""Sets a document by TeX, unless what it would become is kept from the last time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from msgspec import Struct

from proposal.delivery import deliver
from proposal.diagnostics import Diagnostic
from proposal.kept_result import KeptResult, read_kept, written_kept
from proposal.render.latex.document import RenderedDocument
from proposal.tex.aux_cache import written_aux_cache
from proposal.tex.passes import digest_of_sources, typeset


class SetDocument(Struct, frozen=True):
    """What became of a document."""

    pdf: bytes | None
    """The PDF; nothing if it cannot be made."""
    diagnostics: list[Diagnostic]


def set_or_kept(
    document: RenderedDocument, epoch: int, place: Path, stopped: Event, begin: Callable[[], None]
) -> SetDocument:
    """The PDF of a document.

    Args:
        document: the document.
        epoch: the time that the PDF carries, in seconds since 1970 (UTC).
        place: the file in which it is kept, beside which lies what TeX needs of its last run.
        stopped: set when somebody interrupts.
        begin: called before TeX runs.

    Raises:
        DeliveryError: the folder of the file cannot be written to.
    """
    key = digest_of_sources(document, epoch)
    known = read_kept(place, key)
    if known is not None:
        return SetDocument(known.content, [])
    begin()
    rest = place.with_name(f"{place.name}.rest")
    made = typeset(document, epoch, stopped=stopped, last=rest)
    if made.pdf is None:
        return SetDocument(None, made.diagnostics)
    files = {}
    if not made.diagnostics:  # which would have to be said again
        files[place] = written_kept(KeptResult({}, made.pdf.content), key)
    if made.aux_cache is not None:
        files[rest] = written_aux_cache(made.aux_cache)
    deliver(files)
    return SetDocument(made.pdf.content, made.diagnostics)
