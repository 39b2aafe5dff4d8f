"""Computes the website's colours from the workshop's one accent colour, with enough contrast.

Contrast is that of WCAG 2.2, success criterion 1.4.3: the ratio of the relative luminances of
text and background, at least 4.5 for text of ordinary size.
"""

from __future__ import annotations

import colorsys
from functools import cache

from msgspec import Struct
from msgspec.structs import asdict

from proposal.model.looks import Look

ENOUGH = 4.6
"""A little more than the 4.5 that WCAG asks for, since browsers round."""

DEFAULT_ACCENT = "#2457a6"

Rgb = tuple[float, float, float]


class Scheme(Struct, frozen=True):
    """All colours of a page, of light or of dark ones; style sheets use them by these names."""

    ground: str
    raised: str
    """The ground of what stands out: boxes, and the foot of pages."""
    ink: str
    quiet: str
    """Text that is not as important."""
    line: str
    accent: str
    """The workshop's colour as text on both grounds, and as the ground of text in `ground`."""
    hero: str
    """The ground of the title."""
    hero_ink: str
    """The text on it."""
    shapes: tuple[str, ...]
    """What is drawn beside the title."""

    @property
    def variables(self) -> dict[str, str]:
        """The colours by the names of a style sheet's variables."""
        named = {key: str(value) for key, value in asdict(self).items() if key != "shapes"}
        return {key.replace("_", "-"): value for key, value in named.items()}


class Palette(Struct, frozen=True):
    """The colours of a website, for light and for dark pages."""

    light: Scheme
    dark: Scheme
    band: str
    """The accent as the ground of white text, wherever it stands."""
    band_end: str
    """The colour into which that ground runs."""


_GROUNDS: dict[Look, dict[str, tuple[str, str, str, str, str]]] = {
    "band": {
        "light": ("#ffffff", "#f4f5f8", "#1a1f2b", "#535b6b", "#d9dde5"),
        "dark": ("#12151c", "#1b202a", "#e7eaf0", "#a7afbf", "#323a49"),
    },
    "paper": {
        "light": ("#fffdf8", "#f6f2e9", "#211d17", "#5f584c", "#d8d0c0"),
        "dark": ("#171511", "#221f19", "#ece6da", "#b3ab9b", "#403a2f"),
    },
    "poster": {
        "light": ("#ffffff", "#f1f1f2", "#0c0c0e", "#4b4b50", "#0c0c0e"),
        "dark": ("#0c0c0e", "#1b1b1f", "#f6f6f7", "#b5b5bb", "#8d8d94"),
    },
}
"""Of each look: the ground, what stands out of it, text, quiet text, and lines."""

_BAND_RATIO = 7.0
"""Contrast of words on a band of colour: that of AAA for texts (WCAG 2.2, 1.4.6)."""


@cache
def palette(accent: str | None, look: Look = "band") -> Palette:
    """The colours of a website with the given accent colour and look."""
    colour = accent or DEFAULT_ACCENT
    band = readable(colour, ("#ffffff",), darker=True, ratio=_BAND_RATIO)
    return Palette(
        light=_scheme(colour, band, look, "light"),
        dark=_scheme(colour, band, look, "dark"),
        band=band,
        band_end=_turned(band),
    )


def _scheme(colour: str, band: str, look: Look, name: str) -> Scheme:
    ground, raised, ink, quiet, line = _GROUNDS[look][name]
    accent = readable(colour, (ground, raised), darker=name == "light")
    shapes: tuple[str, ...]
    match look:
        case "band":
            hero, hero_ink = band, "#ffffff"
            shapes = (_mixed(band, "#ffffff", 0.12), _mixed(band, "#ffffff", 0.3))
            shapes += (_beside(band, 0.08, 0.55), _beside(band, -0.08, 0.72))
        case "paper":
            hero, hero_ink, shapes = ground, ink, (accent,)
        case "poster" if name == "light":
            hero, hero_ink = readable(colour, (ink,), darker=False, ratio=_BAND_RATIO), ink
            shapes = (ink, "#ffffff", _mixed(hero, "#ffffff", 0.45), _beside(band, 0.0, 0.3))
        case "poster":
            hero, hero_ink = band, "#ffffff"
            shapes = ("#0c0c0e", "#ffffff", _mixed(band, "#ffffff", 0.3), _beside(band, 0.0, 0.65))
    return Scheme(ground, raised, ink, quiet, line, accent, hero, hero_ink, shapes)


def readable(
    colour: str, backgrounds: tuple[str, ...], *, darker: bool, ratio: float = ENOUGH
) -> str:
    """The colour of the same hue, as much darker or lighter as it takes to be read.

    Args:
        colour: the colour, as `#1f6feb`.
        backgrounds: the colours on which it has to be read.
        darker: whether it is made darker, and not lighter.
        ratio: the least contrast ratio (WCAG 2.2, 1.4.3).
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*rgb_of(colour))
    for step in range(101):
        moved = lightness * (1 - step / 100) if darker else lightness + (1 - lightness) * step / 100
        candidate = _hex(colorsys.hls_to_rgb(hue, moved, saturation))
        if all(contrast(candidate, background) >= ratio for background in backgrounds):
            return candidate
    return "#000000" if darker else "#ffffff"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _turned(colour: str) -> str:
    """A darker neighbour of a colour on the colour wheel."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*rgb_of(colour))
    return _hex(colorsys.hls_to_rgb((hue + 0.07) % 1, lightness * 0.62, saturation))


def _beside(colour: str, turn: float, lightness: float) -> str:
    """A colour of the same strength elsewhere on the colour wheel."""
    hue, _, saturation = colorsys.rgb_to_hls(*rgb_of(colour))
    return _hex(colorsys.hls_to_rgb((hue + turn) % 1, lightness, saturation))


def _mixed(one: str, other: str, share: float) -> str:
    """A colour between two, with the given share of the second."""
    pairs = zip(rgb_of(one), rgb_of(other), strict=True)
    red, green, blue = (part * (1 - share) + its * share for part, its in pairs)
    return _hex((red, green, blue))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in rgb_of(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def rgb_of(colour: str) -> Rgb:
    """The channels of a colour as `#1f6feb`, each from 0 to 1."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in rgb)
