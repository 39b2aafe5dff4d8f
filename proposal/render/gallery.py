"""Makes the files of an edition's photos, and says how templates name them."""

from __future__ import annotations

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, error
from proposal.edition.edition import Edition
from proposal.edition.photos import Photo
from proposal.model.records.photo_record import PHOTOS
from proposal.render.picture_kinds import PictureError
from proposal.render.shown_pictures import ShownPhoto
from proposal.render.site import picture_cache


class GalleryPhoto(Struct, frozen=True):
    """A photo of a gallery, its files named from the website's root on."""

    photo: Photo
    shown: ShownPhoto

    @property
    def small(self) -> str:
        """The smallest file, as JPEG."""
        return f"{self.shown.name}-{self.shown.sizes[0][0]}.jpg"

    @property
    def medium(self) -> str:
        """The file for where there is no choice of sizes, as JPEG."""
        return f"{self.shown.name}-{self.shown.sizes[min(1, len(self.shown.sizes) - 1)][0]}.jpg"


class Gallery(Struct):
    """The photos of an edition, and the files that show them."""

    photos: list[GalleryPhoto] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    """By their paths from the website's root."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def gallery_of(edition: Edition, folder: str) -> Gallery:
    """The gallery of an edition; a photo that cannot be shown is a diagnostic, and is left out.

    Nothing of what a camera or a phone wrote into a photo (its place, its owner) is in the files.

    Args:
        edition: the edition.
        folder: what stands before the names of the files: `2026/`.
    """
    gallery = Gallery()
    for photo in edition.photos:
        try:
            made = picture_cache.gallery_photo(photo.file, photo.file.stat().st_mtime)
        except (PictureError, OSError) as reason:
            known = reason if isinstance(reason, PictureError) else PictureError("it is gone")
            message = f"{photo.file.name} cannot be shown: {known}"
            hint = known.hint(photo.file.name)
            gallery.diagnostics.append(error("not-a-picture", message, photo.span, hint))
            continue
        name = f"{folder}{PHOTOS}/{photo.id}"
        for (width, _), webp, jpeg in zip(made.sizes, made.webp, made.jpeg, strict=True):
            gallery.files |= {f"{name}-{width}.webp": webp, f"{name}-{width}.jpg": jpeg}
        shown = ShownPhoto(photo.alt or "", photo.credit, name, made.sizes)
        gallery.photos.append(GalleryPhoto(photo, shown))
    return gallery
