"""Says in which font files the letters of a picture stand, without opening any.

The letters of most living scripts come with the program, so that a picture has the same bytes
on every machine. Chinese, Japanese, Korean, rare scripts and signs are drawn with the fonts that
PDFs need for them (`render.latex.scripts`), where they are installed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from proposal.render.latex.scripts import HAN, SCRIPTS, Script, han_variant, script_of

FONTS = Path(__file__).parent / "fonts"
"""The fonts that come with the program."""

_ALWAYS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_SERIF = "NotoSerif-Regular.ttf"
_SIGNS = "NotoSansMath-Regular.ttf"


class Face(Struct, frozen=True):
    """A font in a file."""

    file: Path
    number: int = 0
    """Its number in a file that holds several."""


def faces(
    cluster: str,
    variant: str,
    others: dict[str, Path],
    *,
    is_bold: bool,
    has_serifs: bool = False,
) -> Iterator[Face]:
    """The fonts that may hold a letter with the marks on it, the best one first.

    Args:
        cluster: the letter and its marks.
        variant: how Chinese characters around it are drawn (`han_variant`).
        others: the font files of this machine that are to be used, by name.
        is_bold: whether bold letters are wanted; other scripts than Latin, Greek and Cyrillic
            that come with the program are always bold.
        has_serifs: whether letters with serifs are wanted, which are Latin, Greek or Cyrillic.
    """
    if has_serifs:
        yield Face(FONTS / _SERIF)
    yield Face(FONTS / _ALWAYS[is_bold])
    yield Face(FONTS / _SIGNS)
    script = _script(cluster, variant)
    regular, bold = script.sans
    if _is_here(script):
        yield Face(FONTS / bold.name)
    for font in (bold, regular) if is_bold else (regular, bold):
        if font.name in others:
            yield Face(others[font.name], font.face or 0)


def fonts_of_machine(text: str) -> frozenset[str]:
    """The names of the font files that a text may need beside those of the program."""
    if text.isascii():
        return frozenset()
    variant = han_variant(text)
    scripts = {_script(character, variant) for character in text if not _is_common(character)}
    lacking = [script for script in scripts if not _is_here(script)]
    return frozenset(font.name for script in lacking for font in script.sans)


def collection(character: str) -> str:
    """The collection of fonts that holds a character: `noto`, `noto-cjk` or `symbola`."""
    return _script(character, "Hans").collection


def _script(cluster: str, variant: str) -> Script:
    code = next(filter(None, map(script_of, cluster)), "Zsym")
    return SCRIPTS[variant if code == HAN else code]


def _is_here(script: Script) -> bool:
    """Whether the script's letters come with the program."""
    return (FONTS / script.sans[1].name).is_file()


def _is_common(character: str) -> bool:
    """Whether the program's own fonts certainly hold a character that has no script."""
    return script_of(character) is None and unicodedata.category(character)[0] != "S"
