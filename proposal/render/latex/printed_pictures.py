"""Gives booklets and volumes their pictures: portraits, the workshop's logo, those of sponsors."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.edition.edition import Edition
from proposal.edition.participants import Person
from proposal.edition.sponsor import Logo
from proposal.model.name_comparison import identifier
from proposal.render.latex.converted import TexPicture
from proposal.render.latex.document import RenderedDocument
from proposal.render.latex.tex_names import TexName
from proposal.render.picture_kinds import PictureError
from proposal.render.site import picture_cache
from proposal.render.site.rasterized import rasterized

_PIXELS = 1200
"""Width and height of what is made of a drawing, in print finer than 300 points an inch."""


class PrintedPictures(Struct):
    """The pictures of a document by what they show; those that cannot be shown are left out.

    What is wrong with one is told by the website, which shows it, too.
    """

    files: dict[str, TexPicture] = field(default_factory=dict)
    """By name."""

    def portrait(self, person: Person) -> TexName | None:
        """The name of a person's portrait."""
        if person.photo is None:
            return None
        try:
            made = picture_cache.portrait(person.photo, person.photo.stat().st_mtime)
        except (PictureError, OSError):
            return None
        return self._kept(f"portrait-{person.file_name}.jpg", made[".jpg"])

    def logo(self, logo: Logo | None, name: str) -> TexName | None:
        """The name of a logo's picture."""
        if logo is None:
            return None
        try:
            made = picture_cache.logo(logo.file, logo.file.stat().st_mtime).files
        except (PictureError, OSError):
            return None
        content = made.get(".png") or rasterized(made.get(".svg", b""), _PIXELS, _PIXELS)
        return self._kept(f"logo-{identifier(name, 'logo')}.png", content) if content else None

    def beside(self, rendered: RenderedDocument) -> RenderedDocument:
        """A document with these pictures beside its own."""
        return replace(rendered, pictures=(*rendered.pictures, *self.files.values()))

    def _kept(self, name: str, content: bytes) -> TexName:
        self.files[name] = TexPicture(Path(name), content)
        return TexName(name)


def sponsor_logos(edition: Edition, pictures: PrintedPictures) -> dict[str, TexName]:
    """The logos of sponsors by their names."""
    logos = {
        sponsor.name: pictures.logo(sponsor.logo, f"{number}-{sponsor.name}")
        for number, sponsor in enumerate(edition.sponsors)
    }
    return {name: logo for name, logo in logos.items() if logo is not None}
