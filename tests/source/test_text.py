"""A text knows where each of its lines was written, however that is kept."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from proposal.diagnostics import Span
from proposal.source.text import Pieces, Prose, Text, Verbatim

FILE = Path("data/workshop.yaml")
FIRST, SECOND = Span(FILE, 3, 9, 14), Span(FILE, 4, 3, 8)


@pytest.mark.parametrize(
    ("place", "pieces"),
    [
        (FIRST, ((0, FIRST),)),
        (((0, FIRST),), ((0, FIRST),)),
        (((2, FIRST),), ((2, FIRST),)),
        (((0, FIRST), (6, SECOND)), ((0, FIRST), (6, SECOND))),
    ],
)
@pytest.mark.parametrize("kind", [Text, Verbatim, Prose])
def test_a_copy_of_a_text_stands_where_the_text_stands(
    kind: type[Text], place: Span | Pieces, pieces: Pieces
) -> None:
    text = kind("first second", place)
    for same in (text, copy.copy(text), pickle.loads(pickle.dumps(text))):  # noqa: S301 - our own
        assert (type(same), str(same), same.pieces) == (kind, "first second", pieces)
        assert same.span == FIRST


def test_a_letter_stands_in_the_line_in_which_it_was_written() -> None:
    text = Text("first second", ((0, FIRST), (6, SECOND)))
    assert text.place(2, 3) == Span(FILE, 3, 11, 14)
    assert text.place(7) == Span(FILE, 4, 4, 5)
    assert Text("first", FIRST).place(2, 3) == Span(FILE, 3, 11, 14)


def test_an_address_that_the_program_makes_stands_nowhere() -> None:
    assert Verbatim("https://example.org/").pieces == ()
    assert Verbatim("https://example.org/").replaced("https://example.net/").pieces == ()
