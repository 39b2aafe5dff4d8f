"""Pages on which each letter is placed by itself, as browsers and Google Docs set them."""

from __future__ import annotations

import io

import pypdf
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from proposal.pdf.paper_sizes import LETTER
from proposal.pdf.placed_text import page_texts
from proposal.pdf.sigconf import excess, is_below_text


def page_of(*lines: tuple[str, float, float]) -> bytes:
    """A page with lines at places, whose letters are six points apart."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(*LETTER)
    names = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica"}
    font = DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{names[key]}") for key in names})
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    content = StreamObject()
    content.set_data(
        "".join(
            f"BT /F1 11 Tf {left + 6 * place} {bottom} Td ({letter}) Tj ET\n"
            for words, left, bottom in lines
            for place, letter in enumerate(words)
            if letter != " "
        ).encode()
    )
    page[NameObject("/Contents")] = writer._add_object(content)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_letters_of_a_line_are_one_text() -> None:
    (page,) = page_texts(page_of(("Words, as here.", 72, 78)), lambda _: True, 0)
    (piece,) = page.pieces
    assert "".join(piece.text.split()) == "Words,ashere."
    assert ", as" in piece.text
    assert not is_below_text(piece.box)  # as its comma alone would be
    assert excess(piece.box) is None


def test_the_digits_of_a_page_number_are_one_number() -> None:
    pages = page_texts(page_of(("Some words", 72, 300), ("12", 300, 30)), is_below_text, 0)
    assert [piece.text for piece in pages[0].pieces] == ["12"]


def test_columns_side_by_side_are_two_texts() -> None:
    lines = (("left words", 72, 300), ("right words", 320, 300))
    (page,) = page_texts(page_of(*lines), lambda _: True, 0)
    assert ["".join(piece.text.split()) for piece in page.pieces] == ["leftwords", "rightwords"]
