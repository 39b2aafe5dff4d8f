"""The photos of an edition's gallery."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import Diagnostic, Span
from proposal.edition.own_pictures import own_picture
from proposal.model.free_names import distinct_names
from proposal.model.loading.folder import EditionFiles, Folder
from proposal.model.name_comparison import identifier
from proposal.model.records.photo_record import PHOTOS


class Photo(Struct, frozen=True):
    """A photo of the day."""

    id: str
    """Its name in addresses, which no other photo of the edition has."""
    file: Path
    alt: str | None
    """What it shows, in words."""
    caption: str | None
    credit: str | None
    """Whose it is."""
    span: Span | None
    """Where its file is named."""


def photos_of(
    folder: Folder, files: EditionFiles, diagnostics: list[Diagnostic]
) -> tuple[Photo, ...]:
    """The photos that an edition lists, in that order.

    Args:
        folder: the data.
        files: the edition's files.
        diagnostics: takes the photos that are missing.
    """
    found: list[Photo] = []
    listed = files.edition.photos
    stems = (identifier(source.file.rpartition(".")[0], "photo") for source in listed)
    for unique, source in zip(distinct_names(stems), listed, strict=True):
        span = source.place("file")
        name = f"editions/{files.id}/{PHOTOS}/{source.file}"
        file = own_picture(folder, name, span, diagnostics)
        if file is not None:
            found.append(Photo(unique, file, source.alt, source.caption, source.credit, span))
    return tuple(found)
