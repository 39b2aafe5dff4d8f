"""Puts new versions of the website and of PDFs in the place of those that are shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from msgspec.structs import replace

from proposal.pdf import Pdf
from proposal.preview.page_images import page_images
from proposal.preview.preview_state import Name, Preview, ShownPdf, Website

_ASSETS = (".css", ".js", ".svg", ".webp", ".jpg", ".png")
"""Endings of the files that pages of the website load."""


def show_pdf(preview: Preview, file: Path, pdf: Pdf) -> None:
    """Show a PDF that has just been made, whether or not it is in its place.

    Which of its pages say something new follows a moment later, since reading them takes longer
    than drawing the one that is seen.

    Args:
        preview: where it is shown.
        file: where it stands or will stand: `EDITION/NAME.pdf` in `build/`.
        pdf: the PDF.
    """
    name = (file.parent.name, file.stem)
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


def newer_website(old: Website | None, files: Mapping[str, bytes]) -> Website:
    """The website, with new numbers for what is new in it."""
    if old is not None and old.files == files:
        return old
    now = dt.datetime.now().astimezone()
    version = old.version + 1 if old else 1
    is_text = old is not None and _assets(old.files) == _assets(files)
    return Website(version, old.assets if old and is_text else version, files, now)


def _assets(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that pages load, and that are not seen anew until a page is loaded anew."""
    return {path: content for path, content in files.items() if path.endswith(_ASSETS)}
