"""The names that ACM's fonts for formulas (newtx) give to signs, and the characters that they are.

TeX's own list (`glyphtounicode.tex`) lacks them.
"""

from __future__ import annotations


def _numbers(named: str) -> list[tuple[str, str]]:
    """Pairs of a glyph's name and its character's number, of `name character` pairs."""
    words = named.split()
    return [(name, f"{ord(sign):04X}") for name, sign in zip(words[::2], words[1::2], strict=True)]


BRACKETS = _numbers(
    "parenleft ( parenright ) bracketleft [ bracketright ] braceleft { braceright } "
    "floorleft ⌊ floorright ⌋ ceilingleft ⌈ ceilingright ⌉ angbracketleft ⟨ angbracketright ⟩ "
    "slash / backslash \\ bar | bardbl ‖ arrowvert | radical √"
)
"""Those that come in many sizes, and in pieces for larger ones."""

LARGE = _numbers(
    "summation ∑ product ∏ coproduct ∐ integral ∫ contintegral ∮ union ⋃ intersection ⋂ "
    "logicaland ⋀ logicalor ⋁ circleplus ⨁ circlemultiply ⨂ circledot ⨀ unionmulti ⨄ unionsq ⨆"
)
"""Those that are larger on a line of their own."""

OTHERS = _numbers(
    "hatwide ˆ hatwider ˆ hatwidest ˆ hat4 ˆ hat5 ˆ hat6 ˆ tildewide ˜ tildewider ˜ "
    "tildewidest ˜ tilde4 ˜ tilde5 ˜ tilde6 ˜ arrowvertexdbl ‖ "
    "bracehtipdownleft ⏞ bracehtipdownright ⏞ bracehtipupleft ⏟ bracehtipupright ⏟"
)
