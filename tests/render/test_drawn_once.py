"""What was drawn once is taken from the user's cache, as long as it is whole there."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from proposal.caching import cache_folder
from proposal.render.site.drawing import encoded
from proposal.render.site.picture_cache import drawn_once

FILES = {".webp": b"\x00\xff", ".sizes": b"{}"}


class Drawing:
    """Something that is drawn, and counts how often."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.times = 0

    def draw(self) -> dict[str, bytes]:
        self.times += 1
        return dict(self.files)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_a_picture_is_drawn_again_only_where_its_entry_is_damaged() -> None:
    drawing = Drawing(FILES)
    assert [drawn_once(("a", b"b"), drawing.draw) for _ in range(3)] == [FILES] * 3
    assert drawing.times == 1
    assert drawn_once(("a", b"c"), drawing.draw) == FILES
    assert drawing.times == 2
    for entry in (cache_folder() / "pictures").iterdir():
        entry.write_bytes(entry.read_bytes()[:-1])
    assert drawn_once(("a", b"b"), drawing.draw) == FILES
    assert drawing.times == 3


def test_what_could_not_be_drawn_is_tried_again() -> None:
    drawing = Drawing({})
    assert [drawn_once(("a",), drawing.draw) for _ in range(2)] == [{}, {}]
    assert drawing.times == 2


def test_a_picture_with_a_palette_keeps_every_point() -> None:
    picture = Image.linear_gradient("L").convert("RGB").quantize(256)
    with Image.open(io.BytesIO(encoded(picture, "PNG"))) as read:
        assert read.mode == "P"
        assert read.convert("RGB").tobytes() == picture.convert("RGB").tobytes()
