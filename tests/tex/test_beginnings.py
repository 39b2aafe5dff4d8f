"""How much of a document TeX is given before the rest of it is known."""

from __future__ import annotations

import pytest

from proposal.tex.beginnings import LastEdit, beginnings, front_matter, last_edit

PREAMBLE = "\\documentclass{article}\n\n\\begin{document}\nTitle\n\n"
PARAGRAPHS = [f"Paragraph {number} of nine.\n\n" for number in range(1, 10)]
TEXT = PREAMBLE + "".join(PARAGRAPHS)


def ends(edit: LastEdit) -> list[str]:
    """The last paragraphs of the beginnings."""
    return [text.rstrip().rpartition("\n")[2] for text in beginnings(edit)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("9 of", "nine of", ["Paragraph 8 of nine.", "Paragraph 2 of nine."]),
        ("5 of", "5 out of", ["Paragraph 4 of nine.", "Paragraph 2 of nine."]),
        ("2 of", "2  of", ["Paragraph 1 of nine."]),
        ("Title", "A title", []),
        ("article", "book", []),
        ("Paragraph 9 of nine.\n\n", "", ["Paragraph 8 of nine.", "Paragraph 1 of nine."]),
    ],
    ids=["last", "middle", "in the first third", "title", "preamble", "end"],
)
def test_beginnings_end_before_the_paragraph_that_was_changed(
    old: str, new: str, expected: list[str]
) -> None:
    edit = last_edit(last_edit(None, TEXT), TEXT.replace(old, new, 1))
    assert ends(edit) == expected
    assert all(edit.text.startswith(text) for text in beginnings(edit))


def test_until_something_is_changed_the_last_third_is_expected_to_be() -> None:
    assert ends(last_edit(None, TEXT)) == ["Paragraph 5 of nine.", "Paragraph 2 of nine."]


def test_what_stays_as_it_was_does_not_move_the_place() -> None:
    edit = last_edit(last_edit(None, TEXT), TEXT.replace("9 of", "nine of"))
    assert last_edit(edit, edit.text) == edit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\\section{0}\\maketitle\n\\section{1}\n\\section*{2}", "\\section{0}\\maketitle\n"),
        ("Title\\maketitle Text\\section*{Thanks}", "Title\\maketitle Text"),
        ("\\maketitle Text", ""),
        ("Text\\section{1}", ""),
    ],
    ids=["headings", "heading without a number", "no heading", "no title"],
)
def test_the_front_matter_ends_at_the_first_heading(text: str, expected: str) -> None:
    assert front_matter(text) == expected
