"""Makes the files of sponsors' logos for websites, and works out how large each one is shown."""

from __future__ import annotations

import math

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, error
from proposal.edition.edition import Edition
from proposal.edition.sponsor import Logo, Sponsor
from proposal.model.free_names import distinct_names
from proposal.model.name_comparison import identifier
from proposal.render.picture_kinds import PictureError
from proposal.render.site import picture_cache

_AREAS = (24_000, 15_000, 10_000, 7_000)
"""Square pixels of a logo by the place of its tier; the last one is that of all tiers behind it."""

_AREA_OF_ALL = 15_000
"""Square pixels of a logo where there are no tiers."""

_WIDEST, _HIGHEST = 300, 140
"""Pixels that no logo exceeds, however wide or high it is for its area."""


class ShownPicture(Struct, frozen=True):
    """A logo as a page names it."""

    suffixes: tuple[str, ...]
    """The endings of its files, the best one first."""
    name: str
    """The name that its files have in common."""
    width: int
    """Pixels of the page, as `height`."""
    height: int

    @property
    def files(self) -> tuple[str, ...]:
        """Its files, the best one first."""
        return tuple(f"{self.name}{suffix}" for suffix in self.suffixes)

    @property
    def is_drawing(self) -> bool:
        """Whether it is drawn by the browser, sharp at every size."""
        return self.suffixes == (".svg",)


class ShownSponsor(Struct, frozen=True):
    """A sponsor with what a page shows of it."""

    sponsor: Sponsor
    logo: ShownPicture | None = None
    dark: ShownPicture | None = None
    """The logo for dark grounds."""


class Tier(Struct, frozen=True):
    """Sponsors of one level."""

    level: str | None
    sponsors: tuple[ShownSponsor, ...]


class SponsorWall(Struct):
    """All sponsors of an edition, and the files that show them."""

    tiers: tuple[Tier, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    """The logos' files by name."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def sponsor_wall(edition: Edition) -> SponsorWall:
    """The sponsors of an edition by tiers, with their logos.

    A logo that cannot be shown is a diagnostic; the sponsor's name stands in its place.
    """
    wall = SponsorWall()
    levels = list(dict.fromkeys(sponsor.level for sponsor in edition.sponsors))
    has_tiers = levels != [None]
    names = distinct_names(identifier(sponsor.name, "sponsor") for sponsor in edition.sponsors)
    tiers = []
    for place, level in enumerate(levels):
        area = _AREAS[min(place, len(_AREAS) - 1)] if has_tiers else _AREA_OF_ALL
        shown = [
            ShownSponsor(
                sponsor,
                _shown(wall, sponsor.logo, name, area),
                _shown(wall, sponsor.logo_dark, f"{name}-dark", area),
            )
            for sponsor, name in zip(edition.sponsors, names, strict=True)
            if sponsor.level == level
        ]
        tiers.append(Tier(level, tuple(shown)))
    wall.tiers = tuple(tiers)
    return wall


def _shown(wall: SponsorWall, logo: Logo | None, name: str, area: int) -> ShownPicture | None:
    if logo is None:
        return None
    try:
        made = picture_cache.logo(logo.file, logo.file.stat().st_mtime)
    except PictureError as reason:
        message = f"{logo.file.name} cannot be shown: {reason}"
        hint = reason.hint(logo.file.name)
        wall.diagnostics.append(error("not-a-picture", message, logo.span, hint))
        return None
    wall.files |= {f"{name}{suffix}": content for suffix, content in made.files.items()}
    width, height = size_of_area(made.width / made.height, area)
    return ShownPicture(tuple(made.files), name, width, height)


def size_of_area(ratio: float, area: int) -> tuple[int, int]:
    """The width and height of a picture that is as large as others of the same area.

    Args:
        ratio: its width in heights.
        area: in square pixels; a very wide or very high picture gets less.
    """
    width, height = math.sqrt(area * ratio), math.sqrt(area / ratio)
    scale = min(1, _WIDEST / width, _HIGHEST / height)
    return max(round(width * scale), 1), max(round(height * scale), 1)
