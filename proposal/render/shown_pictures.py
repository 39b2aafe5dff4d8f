"""Makes the files of the workshop's logo and wide photo, and says how templates name them."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.diagnostics import Diagnostic, Span, error
from proposal.edition.edition import Edition
from proposal.edition.site_pictures import Picture, SitePictures
from proposal.edition.sponsor import Logo
from proposal.render.logos import ShownPicture
from proposal.render.picture_kinds import PictureError
from proposal.render.site import picture_cache

LOGO_HEIGHT, LOGO_WIDTH = 40, 200
"""Pixels of a page that a logo in the head of pages has at most."""


class ShownLogo(Struct, frozen=True):
    """The workshop's logo, its files named from the website's root on."""

    light: ShownPicture
    dark: ShownPicture | None = None
    """The logo for dark grounds."""


class ShownPhoto(Struct, frozen=True):
    """A wide photo, its files named from the website's root on."""

    alt: str
    credit: str | None
    name: str
    """What the names of its files have in common: `assets/picture`."""
    sizes: tuple[tuple[int, int], ...]
    """Width and height in pixels of each of its files, the smallest first."""

    @property
    def width(self) -> int:
        """Pixels of the largest file, as `height`."""
        return self.sizes[-1][0]

    @property
    def height(self) -> int:
        """Pixels of the largest file."""
        return self.sizes[-1][1]

    @property
    def file(self) -> str:
        """The largest file, as JPEG."""
        return f"{self.name}-{self.width}.jpg"

    def srcset(self, to_root: str, suffix: str) -> str:
        """The value of `srcset` for a page.

        Args:
            to_root: the way from the page to the website's root.
            suffix: the kind of the files: `webp` or `jpg`.
        """
        names = (f"{to_root}{self.name}-{width}.{suffix} {width}w" for width, _ in self.sizes)
        return ", ".join(names)


class ShownPictures(Struct):
    """What a page shows of the workshop's own pictures, and the files for it."""

    logo: ShownLogo | None = None
    photo: ShownPhoto | None = None
    icon: str | None = None
    """The file of a square logo, for the place beside a page's title."""
    files: dict[str, bytes] = field(default_factory=dict)
    """By their paths from the website's root."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def shown_pictures(pictures: SitePictures, folder: str) -> ShownPictures:
    """What pages show of a series' or an edition's own pictures.

    A picture that cannot be shown is a diagnostic, and is left out.

    Args:
        pictures: the pictures.
        folder: what stands before the names of their files: `assets/`.
    """
    shown = ShownPictures()
    if pictures.logo and (light := _logo(shown, pictures.logo, f"{folder}logo")):
        dark = pictures.logo_dark
        shown.logo = ShownLogo(light, _logo(shown, dark, f"{folder}logo-dark") if dark else None)
        shown.icon = _icon(shown, pictures.logo, f"{folder}icon")
    if pictures.picture:
        shown.photo = _photo(shown, pictures.picture, f"{folder}picture")
    return shown


def shown_in_edition(
    edition: Edition, folder: str, of_series: SitePictures, series: ShownPictures
) -> ShownPictures:
    """What pages of an edition show: its own pictures, and those of the series where it has none.

    Only its own ones have files.

    Args:
        edition: the edition.
        folder: what stands before the names of these files: `2026/`.
        of_series: the pictures of its series.
        series: what pages show of these.
    """
    given = edition.pictures
    has_own_logo = (given.logo, given.logo_dark) != (of_series.logo, of_series.logo_dark)
    has_own_photo = given.picture is not None and not given.picture.is_of_series
    own = replace(
        given,
        logo=given.logo if has_own_logo else None,
        picture=given.picture if has_own_photo else None,
    )
    shown = shown_pictures(own, folder)
    if not has_own_logo:
        shown.logo, shown.icon = series.logo, series.icon
    if not has_own_photo:
        shown.photo = series.photo
    return shown


def _logo(shown: ShownPictures, logo: Logo, name: str) -> ShownPicture | None:
    try:
        made = picture_cache.logo(logo.file, _changed(logo.file))
    except PictureError as reason:
        shown.diagnostics.append(not_shown(logo.file, logo.span, reason))
        return None
    shown.files |= {f"{name}{suffix}": content for suffix, content in made.files.items()}
    scale = min(LOGO_HEIGHT / made.height, LOGO_WIDTH / made.width)
    width, height = round(made.width * scale), round(made.height * scale)
    return ShownPicture(tuple(made.files), name, max(width, 1), max(height, 1))


def _icon(shown: ShownPictures, logo: Logo, name: str) -> str | None:
    made = picture_cache.square_icon(logo.file, _changed(logo.file))
    if made is None:
        return None
    suffix, content = made
    shown.files[f"{name}{suffix}"] = content
    return f"{name}{suffix}"


def _photo(shown: ShownPictures, picture: Picture, name: str) -> ShownPhoto | None:
    try:
        made = picture_cache.wide_photo(picture.file, _changed(picture.file))
    except PictureError as reason:
        shown.diagnostics.append(not_shown(picture.file, picture.span, reason))
        return None
    for (width, _), webp, jpeg in zip(made.sizes, made.webp, made.jpeg, strict=True):
        shown.files |= {f"{name}-{width}.webp": webp, f"{name}-{width}.jpg": jpeg}
    return ShownPhoto(picture.alt, picture.credit, name, made.sizes)


def _changed(file: Path) -> float:
    return file.stat().st_mtime


def not_shown(file: Path, span: Span | None, reason: PictureError) -> Diagnostic:
    """That a picture cannot be read, at the line that names it."""
    message = f"{file.name} cannot be shown: {reason}"
    return error("not-a-picture", message, span, reason.hint(file.name))
