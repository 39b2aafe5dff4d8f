"""Computes the website's colours from the workshop's one accent colour, with enough contrast.

Contrast is that of WCAG 2.2, success criterion 1.4.3: the ratio of the relative luminances of
text and background, at least 4.5 for text of ordinary size.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from functools import cache

ENOUGH = 4.6
"""A little more than the 4.5 that WCAG asks for, since browsers round."""

DEDIAGNOSTIC_ACCENT = "#2457a6"

LIGHT_BACKGROUNDS = ("#ffffff", "#f4f5f8")
DARK_BACKGROUNDS = ("#12151c", "#1b202a")

Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours that depend on the accent, for light and for dark pages."""

    light_accent: str
    """The accent as text on a light page."""
    dark_accent: str
    """The accent as text on a dark page."""
    band: str
    """The ground of the title, on which white text is read."""
    band_end: str
    """The colour into which that ground runs."""


@cache
def palette(accent: str | None) -> Palette:
    """The colours of a website with the given accent colour."""
    colour = accent or DEDIAGNOSTIC_ACCENT
    band = readable(colour, ("#ffffff",), darker=True, ratio=7.0)
    return Palette(
        light_accent=readable(colour, LIGHT_BACKGROUNDS, darker=True),
        dark_accent=readable(colour, DARK_BACKGROUNDS, darker=False),
        band=band,
        band_end=_turned(band),
    )


def readable(
    colour: str, backgrounds: tuple[str, ...], *, darker: bool, ratio: float = ENOUGH
) -> str:
    """The colour of the same hue, as much darker or lighter as it takes to be read."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(colour))
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
    hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    return _hex(colorsys.hls_to_rgb((hue + 0.07) % 1, lightness * 0.62, saturation))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in rgb)
