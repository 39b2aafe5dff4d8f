"""The colours of every look are read on light and on dark pages, whatever the accent is."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator

import pytest

from proposal.model.looks import LOOKS, Look
from proposal.render.site.colours import Scheme, contrast, palette

ACCENTS = [
    None,
    "#000000",
    "#ffffff",
    "#808080",
    *(
        "#"
        + "".join(f"{round(255 * part):02x}" for part in colorsys.hls_to_rgb(hue / 12, light, 1))
        for hue in range(12)
        for light in (0.1, 0.5, 0.9)
    ),
]
ENOUGH = 4.5
"""What WCAG 2.2 asks for text of ordinary size (success criterion 1.4.3)."""


def pairs(scheme: Scheme) -> Iterator[tuple[str, str, str]]:
    """Texts with the grounds on which style sheets set them."""
    for ground in (scheme.ground, scheme.raised):
        for text in ("ink", "quiet", "accent"):
            yield text, getattr(scheme, text), ground
    yield "a button", scheme.ground, scheme.accent
    yield "a marked step", scheme.ground, scheme.ink
    yield "the title", scheme.hero_ink, scheme.hero


@pytest.mark.parametrize("look", LOOKS)
def test_all_text_has_the_contrast_that_wcag_asks_for(look: Look) -> None:
    weak = [
        (accent, name, what, text, ground)
        for accent in ACCENTS
        for name, scheme in (
            ("light", palette(accent, look).light),
            ("dark", palette(accent, look).dark),
        )
        for what, text, ground in pairs(scheme)
        if contrast(text, ground) < ENOUGH
    ]
    assert weak == []


def test_the_title_differs_from_the_page_in_all_looks_but_paper() -> None:
    alike = [
        look
        for look in LOOKS
        if palette("#0b5fa5", look).light.hero == palette("#0b5fa5", look).light.ground
    ]
    assert alike == ["paper"]


def test_cards_and_jekyll_pages_have_the_same_band_in_every_look() -> None:
    assert len({palette("#0b5fa5", look).band for look in LOOKS}) == 1
