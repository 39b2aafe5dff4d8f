"""The picture that networks show with a link: read back by its pixels and its letters."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from proposal import doctor
from proposal.build.request import Kind, Request
from proposal.build.up_to_date import report_if_up_to_date
from proposal.render.site.bidi import runs_in_order
from proposal.render.site.colours import palette
from proposal.render.site.faces import fonts_of_machine
from proposal.render.site.lettering import Lettering
from proposal.render.site.social_card import CARD_SIZE, CardStyle, CardText, social_card
from tests.site.sites import without_documents
from tests.workspace import Workspace

COLOURS = palette("#0b5fa5").light
STYLE = CardStyle(COLOURS.hero, COLOURS.hero_ink)
DAY, PLACE = "September\N{NO-BREAK SPACE}14, 2027", "CONF ’27, Bogotá, Colombia"

TITLES = {
    "accents": "Émile, Łukasz, Ørsted, Ðiệp and Žižek",
    "Vietnamese": "Hội thảo về hệ thống gợi ý của Nguyễn",
    "Greek": "Εργαστήριο για συστήματα",
    "Cyrillic": "Семинар по системам",
    "Arabic": "ورشة عمل حول الأنظمة",
    "Hebrew": "סדנה על מערכות",
    "Hindi": "प्रणालियों पर कार्यशाला",
    "Bengali": "ব্যবস্থা নিয়ে কর্মশালা",
    "Tamil": "அமைப்புகள் பற்றிய பட்டறை",
    "Thai": "การประชุมเรื่องระบบ",
    "Khmer": "សិក្ខាសាលាអំពីប្រព័ន្ធ",
    "Georgian": "სემინარი სისტემებზე",
    "Armenian": "Սեմինար համակարգերի մասին",
    "Amharic": "ስለ ሥርዓቶች አውደ ጥናት",
    "arrows and signs": "A → B: ≥ 2² €, £ and ∞",
    "an accent of its own": "x̌ and q̃",
}
EAST_ASIAN = {
    "Chinese": "第三届推荐系统国际研讨会：「面向大规模语言模型的可信推荐、解释与评测方法」",
    "Japanese": "第3回 推薦システムと情報検索に関する国際ワークショップ",
    "Korean": "제3회 추천 시스템 국제 워크숍",
}


def drawn(
    title: str, *lines: str, fonts: tuple[tuple[str, Path], ...] = ()
) -> tuple[Image.Image, dict[str, str]]:
    text = CardText("WSP 2027", title, lines)
    made = social_card(text, STYLE, fonts)
    return Image.open(io.BytesIO(made[".card"])).convert("RGB"), json.loads(made[".json"])[
        "left out"
    ]


def ink(card: Image.Image) -> tuple[int, int, int, int]:
    """The box around all that is written on a card."""
    empty, _ = drawn("")
    box = ImageChops.difference(card, empty).getbbox()
    assert box is not None
    return box


def colour(card: Image.Image, x: int, y: int) -> tuple[int, ...]:
    found = card.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def of_this_machine(text: str) -> tuple[tuple[str, Path], ...]:
    return tuple(doctor.fonts_here(fonts_of_machine(text), doctor.this_host()).items())


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
@pytest.mark.parametrize("is_bold", [True, False])
def test_every_letter_is_one_of_a_font_that_comes_with_the_program(
    title: str, is_bold: bool
) -> None:
    lettering = Lettering(is_bold)
    assert lettering.missing(title) == ""
    glyphs = lettering.line(title).glyphs
    assert len(glyphs) >= len(title.split())
    assert all(glyph.number for glyph in glyphs)
    _, left_out = drawn(title)
    assert left_out == {}


@pytest.mark.parametrize("title", EAST_ASIAN.values(), ids=EAST_ASIAN.keys())
def test_east_asian_letters_are_drawn_with_the_machines_fonts(title: str) -> None:
    fonts = of_this_machine(title)
    if not fonts:
        pytest.skip("Noto CJK is not installed")
    lettering = Lettering(is_bold=True, others=fonts)
    assert all(glyph.number for glyph in lettering.line(title).glyphs)
    card, left_out = drawn(title, DAY, fonts=fonts)
    assert left_out == {}
    assert ink(card)[2] <= CARD_SIZE[0] - 80


def test_the_ground_fills_the_whole_card() -> None:
    empty, _ = drawn("")
    assert empty.size == CARD_SIZE
    written, _ = drawn("A Title", DAY, PLACE)
    width, height = written.size
    edge = {colour(written, x, y) for x in (0, width - 1) for y in range(height)}
    edge |= {colour(written, x, y) for x in range(width) for y in (0, height - 1)}
    assert {f"#{bytes(found).hex()}" for found in edge} == {COLOURS.hero}


def test_a_no_break_space_is_a_space() -> None:
    assert drawn("A\N{NO-BREAK SPACE}Title")[0] == drawn("A Title")[0]


def test_text_without_a_font_is_left_out_and_said_instead_of_boxes() -> None:
    card, left_out = drawn("推薦 Systems", DAY)
    assert left_out == {"推薦 Systems": "推薦"}
    assert card == drawn("", DAY)[0]


def test_a_pictograph_without_a_font_leaves_the_words_beside_it() -> None:
    card, left_out = drawn("A \N{PARTY POPPER} Title")
    assert left_out == {"A \N{PARTY POPPER} Title": "\N{PARTY POPPER}"}
    assert card == drawn("A Title")[0]


def test_letters_are_joined_and_run_from_right_to_left() -> None:
    lettering = Lettering(is_bold=True)
    together = lettering.line("سلام").glyphs
    alone = [lettering.line(letter).glyphs[0].number for letter in "سلام"]
    assert [glyph.number for glyph in together] != alone
    assert ink(drawn("سلام")[0])[2] > CARD_SIZE[0] - 100
    assert ink(drawn("Salam")[0])[2] < CARD_SIZE[0] / 2


_MIRRORED = str.maketrans("()", ")(")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Talk by אבג, 2027", "Talk by 2027 ,גבא"),
        ("Talk by אבג (2027)", "Talk by (2027) גבא"),
        ("Talk (by אבג) now", "Talk (by גבא) now"),
        ("אבג RAG 2027 דה", "הד RAG 2027 גבא"),
        ("אב (CD) 12%, ו", "ו ,12% (CD) בא"),
        ("abc", "abc"),
        ("ג", "ג"),
    ],
)
def test_words_of_two_directions_stand_as_the_bidirectional_algorithm_says(
    text: str, shown: str
) -> None:
    runs = runs_in_order(text, from_right=text[0] in "אג")
    pieces = [
        text[start:end][::-1].translate(_MIRRORED) if is_rtl else text[start:end]
        for start, end, is_rtl in runs
    ]
    assert "".join(pieces) == shown


@pytest.mark.parametrize("count", [1, 12, 25, 60, 400])
def test_a_title_of_any_length_keeps_to_its_place(count: int) -> None:
    left, top, right, bottom = ink(drawn("Trustworthy " * count, DAY, PLACE)[0])
    assert left >= 78
    assert top >= 78
    assert right <= CARD_SIZE[0] - 78
    assert bottom <= CARD_SIZE[1] - 60


def test_a_long_place_keeps_to_its_line() -> None:
    place = "CONF ’27, Ciudad Autónoma de Buenos Aires, Provincia de Buenos Aires, Argentina"
    assert ink(drawn("A Title", DAY, place * 2)[0])[2] <= CARD_SIZE[0] - 78


def test_a_line_never_begins_with_a_small_letter_of_the_one_before_it() -> None:
    title = "情報ワークショップ" * 8
    fonts = of_this_machine(title)
    if not fonts:
        pytest.skip("Noto CJK is not installed")
    lines, _ = Lettering(is_bold=True, others=fonts).lines(title, 500, 60)
    assert len(lines) > 3
    assert not any(line[0] in "ョッー" for line in lines)


def test_a_built_website_names_the_letters_that_its_card_lacks(tmp_path: Path) -> None:
    workspace = Workspace.of_the_real_workshop(tmp_path)
    without_documents(workspace)
    letter = "\N{WANCHO LETTER AA}"  # of a script that none of the fonts here holds
    workspace.replace("workshop.yaml", "acronym: ", f"acronym: {letter}")
    finished = workspace.run("build", "--only", "site")
    assert finished.code == 0
    said = finished.output + finished.errors
    assert "letter-without-font" in said
    assert "WANCHO LETTER AA" in said
    card = (workspace.root / "build/site/2026/card.png").read_bytes()
    assert Image.open(io.BytesIO(card)).size == CARD_SIZE
    # The font may have been installed since, so that nobody calls the website up to date.
    request = Request(workspace.root, every_edition=True, kinds=frozenset({Kind.SITE}))
    assert report_if_up_to_date(request, lambda step: None) is None


def test_a_city_with_an_accent_is_no_reason_to_say_anything(tmp_path: Path) -> None:
    workspace = Workspace.of_the_real_workshop(tmp_path)
    without_documents(workspace)
    finished = workspace.run("build", "--only", "site")
    assert finished.code == 0
    assert "letter-without-font" not in finished.output + finished.errors
