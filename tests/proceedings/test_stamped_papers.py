"""A stamp is drawn onto each page, where there is room; all else of a paper stays."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from proposal.pdf.page_stamps import Stamp
from proposal.pdf.qpdf import EncryptedPdfError
from proposal.pdf.readable import UnreadablePdfError
from proposal.pdf.stamped_paper import StampedPaper, pages_of_paper, stamped_paper
from tests.proceedings.papers import (
    SHEET,
    new_pdf,
    opened,
    paper,
    saved,
    stamps,
    with_bookmarks,
    with_links,
)

Box = tuple[float, float, float, float]


def stamped(content: bytes, first: int = 5) -> StampedPaper:
    count = pages_of_paper(content).count
    sheets = [Stamp(number, *SHEET) for number in range(count)]
    return stamped_paper(content, "one/", "A Title", opened(stamps(count)), sheets, first)


def box_of(content: bytes, text: str, number: int = 0) -> Box:
    """Where a text stands on a page as a reader sees it, from its lower left corner."""
    document = pypdfium2.PdfDocument(content)
    page = document[number]
    words = page.get_textpage()
    found = words.search(text).get_next()
    assert found is not None, words.get_text_range()
    boxes = [words.get_charbox(found[0] + index) for index in range(found[1])]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def test_pages_have_their_stamps_at_their_feet() -> None:
    made = stamped(paper(["words one", "words two"]))
    assert made.covered == ()
    for number in (0, 1):
        left, bottom, right, top = box_of(made.pdf, f"stamp {number}", number)
        assert 200 < left < right < 412
        assert 22 <= bottom < top <= 42
        assert box_of(made.pdf, "words", number)[1] > 590


def test_a_stamp_keeps_clear_of_what_stands_low_on_the_page() -> None:
    made = stamped(saved(new_pdf(["footnote"], at=(250, 38))))
    assert box_of(made.pdf, "stamp 0")[3] < box_of(made.pdf, "footnote")[1]
    assert made.covered == ()


def test_a_stamp_without_room_at_the_foot_stands_at_the_head() -> None:
    made = stamped(saved(new_pdf(["footnote"], at=(250, 12))))
    assert box_of(made.pdf, "stamp 0")[1] > 740
    assert made.covered == ()


def test_a_page_without_any_room_is_found() -> None:
    pdf = new_pdf(["high"], at=(250, 780))
    more = b" BT /F1 12 Tf 250 8 Td (low) Tj ET"
    words = pdf.pages[0].obj.Contents.read_bytes()
    pdf.pages[0].obj.Contents = pdf.make_stream(words + more)
    assert stamped(saved(pdf)).covered == (1,)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_stamp_stands_upright_at_the_foot_of_a_page_that_is_shown_rotated(rotation: int) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = rotation

    made = stamped(paper(["words"], turn))
    document = pypdfium2.PdfDocument(made.pdf)
    width, _ = document[0].get_size()
    picture = document[0].render(scale=1, grayscale=True).to_pil().convert("L")
    foot = picture.crop((0, picture.height - 45, picture.width, picture.height))
    dark = foot.point([255] * 128 + [0] * 128).getbbox()
    assert dark is not None
    assert width / 2 - 100 <= dark[0] < dark[2] <= width / 2 + 100
    assert dark[2] - dark[0] > 2 * (dark[3] - dark[1])  # it is read from left to right


def test_a_stamp_stands_within_what_is_shown_of_a_page_that_is_cut() -> None:
    def cut(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.CropBox = Array([100, 100, 500, 700])

    made = stamped(paper(["words"], cut))
    left, bottom, right, top = box_of(made.pdf, "stamp 0")
    assert 200 < left < right < 400
    assert 122 <= bottom < top < 142


@pytest.mark.parametrize("drawing", ["q 2 0 0 2 0 0 cm ", "Q Q 2 0 0 2 0 0 cm "])
def test_what_a_page_leaves_changed_does_not_move_its_stamp(drawing: str) -> None:
    def unbalance(pdf: pikepdf.Pdf) -> None:
        words = pdf.pages[0].obj.Contents.read_bytes()
        pdf.pages[0].obj.Contents = pdf.make_stream(drawing.encode() + words)

    def no_change(pdf: pikepdf.Pdf) -> None:
        del pdf

    assert box_of(stamped(paper(["w"], unbalance)).pdf, "stamp 0") == pytest.approx(
        box_of(stamped(paper(["w"], no_change)).pdf, "stamp 0"), abs=0.1
    )


def test_pages_that_inherit_and_share_what_they_draw_with_keep_it() -> None:
    def inherit(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.Resources = pdf.make_indirect(pdf.pages[0].obj.Resources)
        for page in pdf.pages:
            del page.obj["/Resources"]

    made = stamped(paper(["words one", "words two"], inherit))
    assert box_of(made.pdf, "words one", 0)
    assert box_of(made.pdf, "words two", 1)
    assert box_of(made.pdf, "stamp 1", 1)


def test_a_stamp_is_no_part_of_the_text_that_is_read_aloud_and_its_link_works() -> None:
    made = opened(stamped(paper(["words"], with_links)).pdf)
    steps = [str(step.operator) for step in pikepdf.parse_content_stream(made.pages[0])]
    assert steps[-6:] == ["BDC", "q", "cm", "Do", "Q", "EMC"]
    links = [
        str(link.A.URI) for link in made.pages[0].obj.Annots if "/A" in link and "/URI" in link.A
    ]
    assert links == ["https://example.org/", "https://doi.org/10.1234/5678"]
    assert made.check_pdf_syntax() == []


def test_a_stamped_paper_keeps_its_links_bookmarks_and_title() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        with_links(pdf)
        with_bookmarks(pdf)
        pdf.docinfo["/Title"] = "Its Own Title"

    made = opened(stamped(paper(["one", "two"], change)).pdf)
    assert str(made.docinfo["/Title"]) == "Its Own Title"
    with made.open_outline() as outline:
        assert [item.title for item in outline.root] == ["First", "Second"]
    assert str(made.pages[0].obj.Annots[0].Dest) == "one/section.1"
    assert made.pages[0].label == "5"
    assert made.pages[1].label == "6"


def test_a_paper_without_a_title_gets_that_of_the_data() -> None:
    made = opened(stamped(paper(["one"])).pdf)
    assert str(made.docinfo["/Title"]) == "A Title"


def test_the_same_paper_is_stamped_with_the_same_bytes() -> None:
    content = paper(["one", "two"], with_links)
    assert stamped(content) == stamped(content)


def test_a_page_as_large_as_a_poster_is_stamped_like_any_other() -> None:
    made = stamped(saved(new_pdf(["words"], (9000, 14400))))
    left, bottom, right, top = box_of(made.pdf, "stamp 0")
    assert 4400 < left < right < 4600
    assert 22 <= bottom < top <= 42


def numbered(numbers: list[str]) -> bytes:
    pdf = new_pdf([f"words of page {number}" for number in numbers])
    for page, number in zip(pdf.pages, numbers, strict=True):
        more = f" BT /F1 10 Tf 300 40 Td ({number}) Tj ET".encode()
        page.obj.Contents = pdf.make_stream(page.obj.Contents.read_bytes() + more)
    return saved(pdf)


@pytest.mark.parametrize(
    ("numbers", "are_found"),
    [
        (["1", "2", "3"], True),
        (["- 7 -", "- 8 -"], True),
        (["", "2", "3"], True),
        (["1"], True),
        (["3", "3", "3"], False),
        (["", "4", ""], False),
        (["page 1", "page 2"], False),
        (["", ""], False),
    ],
)
def test_page_numbers_of_a_paper_are_found(numbers: list[str], are_found: bool) -> None:
    assert stamped(numbered(numbers)).has_numbers is are_found


def test_a_form_is_found() -> None:
    def add_form(pdf: pikepdf.Pdf) -> None:
        field = pdf.make_indirect(Dictionary(FT=Name.Tx, T=pikepdf.String("name")))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))

    assert stamped(paper(["one"], add_form)).has_form
    assert not stamped(paper(["one"])).has_form


def test_encrypted_papers_are_refused_with_their_reason() -> None:
    pdf = new_pdf(["one"])
    for user, said in (("secret", "asks for a password"), ("", "restricts")):
        stream = io.BytesIO()
        pdf.save(stream, encryption=pikepdf.Encryption(owner="owner", user=user))
        with pytest.raises(EncryptedPdfError, match=said):
            pages_of_paper(stream.getvalue())


@pytest.mark.parametrize("content", [b"", b"words", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadablePdfError):
        pages_of_paper(content)


def test_a_paper_whose_end_is_lost_is_mended_and_said_to_be() -> None:
    whole = paper(["one", "two"])
    found = pages_of_paper(whole[: whole.rindex(b"startxref")])
    assert (found.count, found.is_mended) == (2, True)
    assert not pages_of_paper(whole).is_mended
