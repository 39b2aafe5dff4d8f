"""Puts a new version of a PDF in the place of the one that is shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from proposal.preview.page_images import page_picture
from proposal.preview.preview_state import Name, Pdf, Preview
from proposal.render.pdf import opened, sizes_of, texts_of


def show_pdf(preview: Preview, file: Path, content: bytes) -> None:
    """Show a PDF that has just been made, whether or not it is in its place.

    Which of its pages say something new is told a moment later, since reading them takes longer
    than drawing the one that is seen.

    Args:
        preview: where it is shown.
        file: where it stands or will stand: `EDITION/NAME.pdf` in `build/`.
        content: the PDF.
    """
    name = (int(file.parent.name), file.stem)
    old = preview.shown.pdfs.get(name)
    if old is not None and old.content == content:
        return
    with opened(content) as document:
        sizes = tuple(sizes_of(document))
    now = dt.datetime.now().astimezone()
    pdf = Pdf(old.version + 1 if old else 1, content, sizes, (), (), now)
    sight = preview.sight
    if old is not None and sight is not None and sight.page <= len(sizes):
        page_picture(content, sight.page, sight.width)  # which the browser is going to ask for
    _exchange(preview, name, pdf)
    with opened(content) as document:
        texts = tuple(texts_of(document))
    changed = _changed_pages(old.texts, texts) if old else ()
    _exchange(preview, name, replace(pdf, texts=texts, changed=changed))


def _exchange(preview: Preview, name: Name, pdf: Pdf) -> None:
    preview.change(lambda shown: {"pdfs": {**shown.pdfs, name: pdf}})


def _changed_pages(before: Sequence[str], now: Sequence[str]) -> tuple[int, ...]:
    """The pages, counted from 1, that say something else than before."""
    return tuple(
        number
        for number, (old, new) in enumerate(zip_longest(before[: len(now)], now), start=1)
        if old != new
    )
