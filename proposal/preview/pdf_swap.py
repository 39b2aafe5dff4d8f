"""Puts a new version of a PDF in the place of the one that is shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from proposal.pdf import Pdf
from proposal.preview.page_images import page_images
from proposal.preview.preview_state import Name, Preview, ShownPdf


def show_pdf(preview: Preview, file: Path, pdf: Pdf) -> None:
    """Show a PDF that has just been made, whether or not it is in its place.

    Which of its pages say something new follows a moment later, since reading them takes longer
    than drawing the one that is seen.

    Args:
        preview: where it is shown.
        file: where it stands or will stand: `EDITION/NAME.pdf` in `build/`.
        pdf: the PDF.
    """
    name = (int(file.parent.name), file.stem)
    old = preview.shown.pdfs.get(name)
    if old is not None and old.pdf == pdf:
        return
    pages = len(pdf.sizes)  # read here, not for a request
    now = dt.datetime.now().astimezone()
    new = ShownPdf(old.version + 1 if old else 1, pdf, page_images(pdf), (), now)
    seen = preview.seen_page
    if old is not None and seen is not None and seen.page <= pages:
        new.image(seen.page, seen.width)  # which the browser is going to ask for
    _exchange(preview, name, new)
    texts = pdf.texts
    changed = _changed_pages(old.pdf.texts, texts) if old else ()
    _exchange(preview, name, replace(new, changed=changed))


def _exchange(preview: Preview, name: Name, pdf: ShownPdf) -> None:
    preview.change(lambda shown: {"pdfs": {**shown.pdfs, name: pdf}})


def _changed_pages(before: Sequence[str], now: Sequence[str]) -> tuple[int, ...]:
    """The pages, counted from 1, that say something else than before."""
    return tuple(
        number
        for number, (old, new) in enumerate(zip_longest(before[: len(now)], now), start=1)
        if old != new
    )
