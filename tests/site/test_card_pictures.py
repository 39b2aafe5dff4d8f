"""The social card shows the workshop's logo and photo, is read on them, and says so in words."""

from __future__ import annotations

import io
import re
import time
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops

from proposal.model.looks import LOOKS, Look
from proposal.render.site.colours import contrast, palette
from proposal.render.site.lettering import Lettering
from proposal.render.site.page_cards import card_of
from proposal.render.site.rasterized import rasterized
from proposal.render.site.social_card import (
    CARD_SIZE,
    LOGO_BOX,
    MOST_BYTES,
    CardPictures,
    CardStyle,
    CardText,
    social_card,
)
from tests.site.sites import without_documents
from tests.workspace import Workspace

COLOURS = palette("#0b5fa5").light
STYLE = CardStyle(COLOURS.hero, COLOURS.hero_ink)
PANEL = 384
"""Pixels of the photo, or the pattern."""
LINES = ("September\N{NO-BREAK SPACE}14, 2027", "CONF ’27, Bogotá, Colombia")
MARGIN = 78
"""Pixels at each edge in which no letter stands."""


def saved(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


PHOTOS = {
    "white": Image.new("RGB", (1600, 800), "white"),
    "black": Image.new("RGB", (1600, 800), "black"),
    "noise": Image.effect_noise((1600, 800), 200).convert("RGB"),
    "high": Image.new("RGB", (300, 1200), "yellow"),
    "tiny": Image.new("RGB", (4, 2), "white"),
}


def card(
    title: str = "A Title", lines: tuple[str, ...] = LINES, **shown: Any
) -> tuple[Image.Image, int]:
    pictures = CardPictures(**shown)
    text = CardText("WSP 2027" if title else "", title, lines)
    made = social_card(text, STYLE, (), pictures)[".card"]
    return Image.open(io.BytesIO(made)).convert("RGB"), len(made)


def pixel(picture: Image.Image, place: tuple[int, int]) -> tuple[int, ...]:
    found = picture.getpixel(place)
    assert isinstance(found, tuple)
    return found


ARABIC = "ورشة عمل"


def panel(made: Image.Image, title: str) -> Image.Image:
    """The part of a card beside the text."""
    width, height = CARD_SIZE
    return made.crop(
        (0, 0, PANEL, height) if title == ARABIC else (width - PANEL, 0, width, height)
    )


def beside_panel(made: Image.Image, title: str) -> Image.Image:
    width, height = CARD_SIZE
    return made.crop(
        (PANEL, 0, width, height) if title == ARABIC else (0, 0, width - PANEL, height)
    )


@pytest.mark.parametrize("name", PHOTOS)
@pytest.mark.parametrize("title", ["A Title", ARABIC, "Trustworthy " * 60])
def test_letters_stand_beside_any_photo_which_fills_its_place(name: str, title: str) -> None:
    made, size = card(title, photo=saved(PHOTOS[name]))
    assert size < MOST_BYTES
    assert made.size == CARD_SIZE
    ground = Image.new("RGB", (CARD_SIZE[0] - PANEL, CARD_SIZE[1]), COLOURS.hero)
    written = beside_panel(made, title)
    ink = ImageChops.difference(written, ground).convert("L").point(lambda x: 255 * (x > 60))
    box = ink.crop((24, 0, written.width - 24, CARD_SIZE[1])).getbbox()
    assert box is not None
    assert box[0] + 24 >= (56 if title == ARABIC else MARGIN)
    assert written.width - (box[2] + 24) >= (MARGIN if title == ARABIC else 56)
    assert box[1] >= MARGIN
    assert box[3] <= CARD_SIZE[1] - 60
    if name in {"white", "black", "high", "tiny"}:
        expected = pixel(PHOTOS[name], (0, 0))
        shown = panel(made, title).crop((24, 0, PANEL - 24, CARD_SIZE[1]))
        flat = Image.new("RGB", shown.size, expected)
        difference = ImageChops.difference(shown, flat).convert("L")
        assert difference.getextrema()[1] <= 4  # type: ignore[operator]  # of one channel


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("accent", [None, "#ffd400", "#b00020", "#101010", "#ffffff"])
def test_letters_are_read_on_the_ground_of_every_look(look: Look, accent: str | None) -> None:
    scheme = palette(accent, look).light
    assert contrast(scheme.hero, scheme.hero_ink) >= 4.5


@pytest.mark.parametrize("title", ["A Title", ARABIC])
def test_a_pattern_fills_its_place_without_a_gap(title: str) -> None:
    square = Image.new("RGBA", (512, 512), "#ff0000")
    made, _ = card(title, pattern=saved(square))
    assert panel(made, title).getcolors() == [(PANEL * CARD_SIZE[1], (255, 0, 0))]
    assert pixel(made, (PANEL if title == ARABIC else CARD_SIZE[0] - PANEL - 1, 300)) != (255, 0, 0)


def test_letters_have_serifs_where_those_of_pages_have() -> None:
    texts = CardText("WSP 2027", "A Title", LINES)
    plain = social_card(texts, STYLE, ())[".card"]
    serif = social_card(texts, replace(STYLE, has_serifs=True), ())[".card"]
    assert plain != serif
    lettering = Lettering(is_bold=False, has_serifs=True)
    for text in ("Émile Łukasz Nguyễn", "Εργαστήριο", "Семинар", "ورشة", "कार्यशाला", "→ ≥"):
        assert lettering.missing(text) == ""
        assert all(glyph.number for glyph in lettering.line(text).glyphs)
    faces = {glyph.face.file.name for glyph in lettering.line("Workshop").glyphs}
    assert faces == {"NotoSerif-Regular.ttf"}


@pytest.mark.parametrize("size", [(900, 300), (300, 300), (40, 400), (3000, 30)])
@pytest.mark.parametrize("has_plate", [True, False])
def test_a_logo_stands_beside_the_brand_within_its_box(
    size: tuple[int, int], *, has_plate: bool
) -> None:
    logo = saved(Image.new("RGB", size, "#ff0000"))
    made, _ = card("", (), logo=logo, has_plate=has_plate)
    ground, _ = card("", ())
    box = ImageChops.difference(made, ground).getbbox()
    assert box is not None
    assert box[:2] == (80, 66)
    around = 28 if has_plate else 0
    assert box[2] - box[0] <= LOGO_BOX[0] + around
    assert box[3] - box[1] <= LOGO_BOX[1] + around
    middle = ((box[0] + box[2]) // 2, (box[1] + box[3]) // 2)
    assert pixel(made, middle) == (255, 0, 0)
    if has_plate:
        assert pixel(made, (middle[0], box[1] + 4)) == (255, 255, 255)


def test_a_brand_and_a_title_keep_clear_of_a_logo() -> None:
    logo = saved(Image.new("RGB", (300, 96), "#ff0000"))
    with_logo, _ = card("Trustworthy " * 20, logo=logo, has_plate=True)
    alone, _ = card("", (), logo=logo, has_plate=True)
    plate = (80, 66, 80 + 328, 66 + 124)
    assert with_logo.crop(plate) == alone.crop(plate)


def test_a_short_title_has_large_letters_and_a_long_one_all_its_words() -> None:
    heights = []
    for title in ("Care", "Workshop on Careful Engines and Their Careful Engineers"):
        made, _ = card(title, ())
        ground, _ = card("", ())
        box = ImageChops.difference(made, ground).getbbox()
        assert box is not None
        heights.append(box[3])
    assert heights[0] > 230


def test_a_drawing_becomes_points_with_the_programs_letters() -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">'
        b'<text x="10" y="80" font-size="80" font-family="Nothing">WSP</text></svg>'
    )
    made = rasterized(drawing, 300, 100)
    assert made is not None
    assert made == rasterized(drawing, 300, 100)
    with Image.open(io.BytesIO(made)) as opened:
        assert opened.size == (300, 100)
        assert opened.getchannel("A").getbbox() is not None


def test_a_drawing_that_asks_for_too_much_is_given_up() -> None:
    ten = [f'<use href="#a{number}"/>' * 10 for number in range(30)]
    shapes = "".join(f'<g id="a{number}">{uses}</g>' for number, uses in enumerate(ten, start=1))
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
        f'<rect id="a0" width="1" height="1"/>{shapes}</svg>'
    )
    start = time.monotonic()
    assert rasterized(drawing.encode(), 100, 100) is None
    assert time.monotonic() - start < 15


def pictured(root: Path) -> Workspace:
    workspace = Workspace.of_the_real_workshop(root)
    without_documents(workspace)
    folder = workspace.data / "site" / "pictures"
    folder.mkdir(parents=True)
    Image.new("RGB", (1600, 700), "teal").save(folder / "harbour.jpg")
    shape = '<rect width="3" height="1"/>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1">{shape}</svg>'
    (folder / "logo.svg").write_text(drawing, encoding="utf-8")
    return workspace


def head(page: Path) -> dict[str, str]:
    text = page.read_text(encoding="utf-8")
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', text)
    return dict(found)


def test_pages_name_their_cards_with_what_these_say(tmp_path: Path) -> None:
    workspace = pictured(tmp_path)
    workspace.append("workshop.yaml", "logo: logo.svg\n")
    finished = workspace.run("build", "--only", "site")
    assert finished.code == 0, finished.output
    site = workspace.root / "build/site"
    address = "https://genai-personalization.github.io/"
    pages = {"index.html", "editions/index.html", "2026/index.html"}
    cards = {}
    for page in (*pages, "2026/call-for-papers/index.html"):
        said = head(site / page)
        card_file = site / said["og:image"].removeprefix(address)
        cards[page] = card_file.relative_to(site).as_posix()
        assert card_file.stat().st_size < 300_000
        with Image.open(card_file) as opened:
            size = (said["og:image:width"], said["og:image:height"])
            assert tuple(map(str, opened.size)) == size
            assert pixel(opened.convert("RGB"), (150, 120)) == (0, 0, 0)
        assert said["og:image:alt"] == said["twitter:image:alt"]
    assert cards == {
        "index.html": "2026/card.png",
        "editions/index.html": "editions/card.png",
        "2026/index.html": "2026/card.png",
        "2026/call-for-papers/index.html": "2026/call-for-papers/card.png",
    }
    alt = head(site / "2026/index.html")["og:image:alt"]
    assert alt == (
        "GenAIRecP 2026. Third Workshop on Generative AI for Recommender Systems and "
        "Personalization. February\N{NO-BREAK SPACE}26, 2026. WSDM ’26, Boise, Idaho, USA"
    )
    call = head(site / "2026/call-for-papers/index.html")["og:image:alt"]
    assert call.startswith("GenAIRecP 2026 · Call for papers. ")
    listing = head(site / "editions/index.html")["og:image:alt"]
    assert listing.endswith("Personalization. All editions")


def test_a_card_with_a_photo_is_a_jpeg_that_says_what_it_shows(tmp_path: Path) -> None:
    workspace = pictured(tmp_path)
    workspace.append("workshop.yaml", "picture: {file: harbour.jpg, alt: The harbour}\n")
    finished = workspace.run("build", "--only", "site")
    assert finished.code == 0, finished.output
    said = head(workspace.root / "build/site/2026/index.html")
    assert said["og:image"].endswith("/2026/card.jpg")
    assert said["og:image:alt"].endswith("USA. Photo: The harbour")
    with Image.open(workspace.root / "build/site/2026/card.jpg") as opened:
        assert opened.format == "JPEG"
        assert opened.size == CARD_SIZE
    assert not (workspace.root / "build/site/2026/card.png").exists()


def test_a_broken_picture_leaves_the_card_without_it(tmp_path: Path) -> None:
    workspace = pictured(tmp_path)
    (workspace.data / "site/pictures/harbour.jpg").write_bytes(b"nothing")
    workspace.append("workshop.yaml", "picture: {file: harbour.jpg, alt: The harbour}\n")
    finished = workspace.run("build", "--only", "site")
    assert finished.code == 1
    assert "harbour.jpg cannot be shown" in finished.output + finished.errors


def test_the_pattern_and_a_drawn_logo_are_rasterized_once_for_all_cards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[int, int]] = []

    def counted(svg: bytes, width: int, height: int) -> bytes | None:
        made.append((width, height))
        return rasterized(svg, width, height)

    monkeypatch.setattr("proposal.render.site.rasterized.rasterized", counted)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    workspace = pictured(tmp_path / "workshop")
    workspace.append("workshop.yaml", "logo: logo.svg\n")
    edition = workspace.edition("2026")
    drawn = [card_of(edition, heading=heading) for heading in (None, "Call", "News")]
    assert len({card.content for card in drawn}) == len(drawn)
    assert len(made) == len(set(made)) == 2
