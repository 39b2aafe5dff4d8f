"""The pattern beside the title belongs to a workshop, and is small."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from proposal.model.looks import LOOKS, Look
from proposal.render.site.colours import palette
from proposal.render.site.pattern import pattern_svg

SHAPES = ("#111111", "#222222", "#333333", "#444444")


@pytest.mark.parametrize("look", LOOKS)
def test_a_pattern_is_the_workshop_s_own_and_always_the_same(look: Look) -> None:
    drawn = [pattern_svg(name, SHAPES, look) for name in ("WSP", "WSP", "GenAIRecP", "eCom", "Ω")]
    assert drawn[0] == drawn[1]
    assert len(set(drawn)) == 4


@pytest.mark.parametrize("look", LOOKS)
def test_a_pattern_is_a_small_drawing_of_the_given_colours(look: Look) -> None:
    drawn = pattern_svg("WSP", SHAPES, look)
    assert len(drawn) < 12_000
    assert ET.fromstring(drawn).tag.endswith("svg")  # noqa: S314 - our own
    assert set(re.findall("#[0-9a-f]{6}", drawn)) <= set(SHAPES)
    assert "href" not in drawn


def test_an_accent_without_colour_still_draws_something() -> None:
    for accent in ("#000000", "#ffffff"):
        shapes = palette(accent, "band").light.shapes
        assert len(set(shapes)) > 1
