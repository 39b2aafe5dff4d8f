"""Draws the pattern beside the title, which the letters of the workshop's acronym decide."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from proposal.edition.series import SeriesSummary
from proposal.model.looks import Look
from proposal.render.site.colours import palette

_SIDE = 512
"""The width and the height of the drawing, which repeats without a seam."""


def patterns(series: SeriesSummary) -> dict[str, str]:
    """The drawings of a workshop by the names of their files; dark pages may have their own."""
    colours = palette(series.accent, series.look)
    found = {"pattern.svg": pattern_svg(series.acronym, colours.light.shapes, series.look)}
    if colours.dark.hero != colours.light.hero:
        dark = pattern_svg(series.acronym, colours.dark.shapes, series.look)
        found["pattern-dark.svg"] = dark
    return found


@lru_cache(maxsize=16)
def pattern_svg(acronym: str, shapes: tuple[str, ...], look: Look) -> str:
    """A square drawing; the same acronym makes the same one.

    Args:
        acronym: the workshop's.
        shapes: the colours that are drawn.
        look: which way of drawing belongs to the pages.
    """
    chance = _Chance(acronym)
    match look:
        case "band":
            drawn = _mosaic(chance, shapes, 8)
        case "paper":
            drawn = _arcs(chance, shapes[0], 4)
        case "poster":
            drawn = _mosaic(chance, shapes, 4)
    inner = "".join(drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE} {_SIDE}" '
        f'width="{_SIDE}" height="{_SIDE}">{inner}</svg>\n'
    )


class _Chance:
    """Numbers that look like chance, and are the same for the same word."""

    def __init__(self, word: str) -> None:
        self._numbers = _bytes(word)

    def below(self, limit: int) -> int:
        return next(self._numbers) % limit


def _bytes(word: str) -> Iterator[int]:
    digest = word.encode()
    while True:
        digest = hashlib.sha256(digest).digest()
        yield from digest


_FORMS = (
    "M0 0H{s}A{s} {s} 0 0 1 0 {s}Z",  # a quarter of a disc
    "M0 0H{s}A{h} {h} 0 0 1 0 0Z",  # a half of one
    "M{h} 0A{h} {h} 0 1 1 {h} {s}A{h} {h} 0 1 1 {h} 0Z",  # all of it
    "M0 0H{s}L0 {s}Z",  # a triangle
    "M0 0H{s}A{s} {s} 0 0 1 0 {s}V{h}A{h} {h} 0 0 0 {h} 0Z",  # a quarter of a ring
    "M0 0H{s}V{h}H0Z",  # a half of the square
)


def _mosaic(chance: _Chance, shapes: Sequence[str], count: int) -> Iterator[str]:
    """Squares in rows, each with a form of another colour on its ground."""
    side = _SIDE // count
    for row in range(count):
        for column in range(count):
            ground, form, turn = (chance.below(n) for n in (len(shapes) + 1, len(_FORMS), 4))
            on_it = (ground + 1 + chance.below(len(shapes))) % (len(shapes) + 1)
            if ground < len(shapes):
                box = f"M{column * side} {row * side}h{side}v{side}h-{side}Z"
                yield f'<path fill="{shapes[ground]}" d="{box}"/>'
            if on_it < len(shapes):
                move = f"translate({column * side} {row * side})"
                turned = f"{move} rotate({turn * 90} {side // 2} {side // 2})"
                path = _FORMS[form].format(s=side, h=side // 2)
                yield f'<path fill="{shapes[on_it]}" transform="{turned}" d="{path}"/>'


def _arcs(chance: _Chance, colour: str, count: int) -> Iterator[str]:
    """Squares in rows, each crossed by two bundles of fine arcs that go on in the next one."""
    side = _SIDE // count
    radii = [side * part / 10 for part in range(3, 8)]
    bundle = "".join(
        f"M{radius:g} 0A{radius:g} {radius:g} 0 0 1 0 {radius:g}"
        f"M{side - radius:g} {side}A{radius:g} {radius:g} 0 0 1 {side} {side - radius:g}"
        for radius in radii
    )
    for row in range(count):
        for column in range(count):
            turn = chance.below(2) * 90
            move = f"translate({column * side} {row * side})"
            turned = f"{move} rotate({turn} {side // 2} {side // 2})"
            yield f'<path fill="none" stroke="{colour}" transform="{turned}" d="{bundle}"/>'
