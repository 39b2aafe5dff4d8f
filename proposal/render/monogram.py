"""Draws a monogram for somebody without a portrait: the initials on the workshop's colour."""

from __future__ import annotations

import colorsys
import hashlib
import unicodedata

from markupsafe import escape

from proposal.render.site.colours import ENOUGH, contrast, rgb_of

_SIZE = 480
"""The width and the height of the drawing, in pixels."""
_HUE_RANGE = 0.1
"""How far hues differ from the accent's, in turns of the colour wheel, so that neighbours do."""
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "phd", "md"}
"""What stands behind a name and is not the last part of it."""
_JOINER = "\N{ZERO WIDTH NON-JOINER}"

_DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" \
height="{size}" role="img" aria-label="{name}">\
<rect width="{size}" height="{size}" fill="{ground}"/>\
<circle cx="{size}" cy="0" r="{radius}" fill="{ink}" fill-opacity="0.08"/>\
<text x="50%" y="50%" dy="0.35em" text-anchor="middle" fill="{ink}" font-size="{height}" \
font-weight="600" font-family="system-ui, 'Segoe UI', 'Noto Sans', sans-serif">{letters}</text>\
</svg>
"""


def monogram_svg(name: str, accent: str) -> str:
    """A square picture with the initials of a name; the same name makes the same picture.

    Args:
        name: the name of a person, in any script.
        accent: the workshop's colour, as `#` and six digits.
    """
    letters = initials(name)
    ground = _ground(name, accent)
    return _DRAWING.format(
        size=_SIZE,
        radius=_SIZE // 2,
        name=escape(_drawable(name)),
        ground=ground,
        ink=_ink(ground),
        height=_SIZE * 2 // 5,
        # Without the sign between them, the letters of some scripts would join into a word.
        letters=escape(_JOINER.join(letters)),
    )


def initials(name: str) -> list[str]:
    """The first letters of the first and the last word of a name, none if it has no letters.

    A letter keeps the signs that belong to it, such as the vowels of Indian scripts.
    """
    words = [letter for letter in map(_first_letter, _words(name)) if letter]
    return words if len(words) < 2 else [words[0], words[-1]]


def _words(name: str) -> list[str]:
    words = unicodedata.normalize("NFC", name).split()
    while len(words) > 1 and words[-1].strip(".,").replace(".", "").lower() in _SUFFIXES:
        words.pop()
    return words


def _first_letter(word: str) -> str:
    """The first letter or digit of a word as a capital, with the marks on it."""
    for start, character in enumerate(word):
        if character.isalnum():
            end = start + 1
            while end < len(word) and unicodedata.category(word[end]).startswith("M"):
                end += 1
            capital = word[start:end].upper()
            return capital if len(capital) == end - start else word[start:end]
    return ""


def _drawable(text: str) -> str:
    """A text without the characters that XML does not know."""
    return "".join(character for character in text if character.isprintable() or character == " ")


def _ground(name: str, accent: str) -> str:
    red, green, blue = rgb_of(accent)
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    drawn = hashlib.sha256(name.encode("utf-8", "replace")).digest()[0] / 255
    shifted = colorsys.hls_to_rgb((hue + (drawn - 0.5) * _HUE_RANGE) % 1, lightness, saturation)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in shifted)


def _ink(ground: str) -> str:
    """White, where it can be read, or black: one of the two always has a contrast of 4.5."""
    return "#ffffff" if contrast("#ffffff", ground) >= ENOUGH else "#000000"
