"""The signs of Zapf Dingbats by their numbers."""

from __future__ import annotations

_OF_OTHER_BLOCKS = {
    37: "☎", 42: "☛", 43: "☞", 72: "★", 108: "●", 110: "■", 115: "▲", 116: "▼", 117: "◆",
    119: "◗", 168: "♣", 169: "♦", 170: "♥", 171: "♠", 213: "→", 214: "↔", 215: "↕",
}  # fmt: skip
"""Signs of the font that Unicode has elsewhere than among its dingbats."""


def dingbat(number: int) -> str | None:
    r"""The sign that `\ding` prints; nothing where the font has none."""
    if number in _OF_OTHER_BLOCKS:
        return _OF_OTHER_BLOCKS[number]
    if 172 <= number <= 181:
        return chr(0x2460 + number - 172)  # 1 to 10 in circles
    if 33 <= number <= 126 or 161 <= number <= 254:
        return chr(0x2700 + number - (32 if number < 127 else 64))
    return None
