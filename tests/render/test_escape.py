"""Text can never become a command, whatever it holds."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from proposal.render.latex.escape import (
    beyond_pdflatex,
    escape,
    escape_address,
    escape_code,
    escape_line,
    shielded,
    shown_address,
    side_by_side,
)
from proposal.render.latex.runs import composed

PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]))
HOSTILE = st.lists(
    st.sampled_from(
        [
            *"\\{}$&#^_~%\"`'-<>,!?–—‘’€a []*研究語\u3099\u302a",
            "\\input{x}",
            "\\end{x}",
            "^^5c",
            "^^M",
        ]
    )
).map("".join)

PRINTED = {
    r"\textbackslash{}": "\\",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    r"\textquotedbl{}": '"',
    r"\textasciigrave{}": "`",
    r"\textquotesingle{}": "'",
    r"\mbox{-}": "\N{NON-BREAKING HYPHEN}",
    r"\textrm{€}": "€",
    r"\textemdash{}": "\N{EM DASH}",
    r"\textendash{}": "\N{EN DASH}",
    "---": "\N{EM DASH}",
    "--": "\N{EN DASH}",
    "‘‘": "“",
    "’’": "”",
    "''": "”",
    "!‘": "¡",
    "?‘": "¿",
    r"\hspace{0pt}": "\N{ZERO WIDTH SPACE}",
    **{f"\\{special}": special for special in "{}$&#_%"},
    r"\,": "\N{THIN SPACE}",
    r"\-": "\N{SOFT HYPHEN}",
    r"\/": "",
    **{f"{{{bracket}}}": bracket for bracket in "[]*"},
    **{rf"\hspace{{{width}em}}": " " for width in (0.5, 1, 0.333, 0.25, 0.167, 0.1, 0.222)},
    r"{\relax}": "",
    "~": "\N{NO-BREAK SPACE}",
}
"""What TeX prints other than as it is typed: all that escaping may write, and ligatures."""
_LONGEST_FIRST = sorted(PRINTED, key=len, reverse=True)
GROUP = r"\{\\(?:script[A-Z][a-z]{3}|righttoleft|lefttoright) |\\textrm\{(?!€)"
"""What opens a group that sets a stretch in another font or direction."""
TOKEN = re.compile(
    "|".join(map(re.escape, _LONGEST_FIRST))
    + rf"|{GROUP}|\\scriptbreak |\}}|[^\\{{}}$&#^_~%\"`\[\]*]",
    re.DOTALL,
)


def printed(latex: str) -> str:
    """What TeX would print, or a failure at the first character that is not plain text."""
    out, at, depth = [], 0, 0
    while at < len(latex):
        token = TOKEN.match(latex, at)
        assert token, f"a command or a special character stands in {latex[at:]!r}"
        if re.fullmatch(GROUP, token[0]):
            depth += 1
        elif token[0] == "}":
            depth -= 1
            assert depth >= 0, f"a group ends that did not begin, before {latex[at:]!r}"
        elif token[0] != r"\scriptbreak ":
            out.append(PRINTED.get(token[0], token[0]))
        at = token.end()
    assert depth == 0, "a group does not end"
    return "".join(out).replace("\u200c", "")


def as_printed(text: str) -> str:
    """The text up to differences that nobody sees on paper."""
    same = {"\N{NARROW NO-BREAK SPACE}": "\N{THIN SPACE}", "\t": " ", "\u200c": ""}
    same |= dict.fromkeys("\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u200a\u205f\u3000", " ")
    same |= dict.fromkeys("\u2028\u2029", " ")
    return "".join(same.get(character, character) for character in composed(text))


@given(PRINTABLE | HOSTILE)
@example("\\input{../secret} \\write18{id} $x^2$ 100% & #1 _a_ ~ ^ {")
@example("--- '' ,, << >> !` ?`")
def test_any_text_becomes_latex_that_prints_it_and_nothing_else(text: str) -> None:
    assert printed(escape(text)) == as_printed(text)


@given(PRINTABLE | HOSTILE)
@example("[0pt] at the start of a cell, behind a line break, in [an option]")
@example("* behind a line break")
def test_no_text_holds_what_latex_takes_for_an_argument_of_the_command_before_it(text: str) -> None:
    for latex in (escape(text), escape_line(text), escape_code(text)):
        assert not re.search(r"(?<!\{)[\[*]|\](?!\})", latex)


def test_a_line_may_end_between_letters_and_never_within_an_escaped_sign() -> None:
    sign = "&\N{COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK}"
    latex = escape(f"語の研究と{sign}語の研究")
    assert "\\&\u3099" in latex
    assert r"語\scriptbreak の\scriptbreak 研" in latex


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("-", "-", r"-\/-"),
        ("a,", ",b", r"a,\/,b"),
        ("<", "<", r"<\/<"),
        ("a", "-", "a-"),
        ("-", "a", "-a"),
    ],
)
def test_two_texts_side_by_side_make_no_ligature(before: str, after: str, joined: str) -> None:
    assert side_by_side(before, after) == joined


@pytest.mark.parametrize(
    ("value", "latex"),
    [
        ("-9", r"{\relax}-9"),
        ("pages 1-", r"pages 1-\/"),
        (",", r"{\relax},\/"),
        ("a-b", "a-b"),
        ("", ""),
    ],
)
def test_a_value_joins_no_comma_or_hyphen_that_a_template_sets_beside_it(
    value: str, latex: str
) -> None:
    assert shielded(value) == latex


@given(PRINTABLE | HOSTILE)
def test_no_line_of_text_holds_a_command(text: str) -> None:
    printed(escape_line(text))


@given(PRINTABLE | HOSTILE)
def test_code_prints_as_it_was_typed(text: str) -> None:
    typed = printed(escape_code(text)).replace("\N{NO-BREAK SPACE}", " ")
    assert typed == as_printed(text).replace("\N{NO-BREAK SPACE}", " ")


@given(PRINTABLE | HOSTILE)
def test_an_address_holds_no_command_and_no_brace(text: str) -> None:
    latex = escape_address(text)
    assert re.fullmatch(r"(?:\\[%#&_]|[^\\{}$&#^_~%\"`<>| ])*", latex, re.DOTALL)


@given(HOSTILE)
def test_tex_joins_no_two_characters_into_another(text: str) -> None:
    assert not re.search(r"----|['’]['’]|‘‘|,,|<<|>>|[!?][`‘]", escape(text))


@pytest.mark.parametrize(
    ("typed", "latex"),
    [
        ("R&D 100%", r"R\&D 100\%"),
        ("a–b — c", "a--b --- c"),
        ("pre-trained", "pre-trained"),
        ("two\nlines", "two\nlines"),
        ("Dr.\u00a0Jiang", "Dr.~Jiang"),
        ("co\u2011author", r"co\mbox{-}author"),
        ("dis\u00adcover", r"dis\-cover"),
        ("`x", r"\textasciigrave{}x"),
        ("Łukasz", "Łukasz"),
    ],
)
def test_hyphens_line_ends_and_letters_stay_as_they_are(typed: str, latex: str) -> None:
    assert escape(typed) == latex


@pytest.mark.parametrize(
    ("url", "latex"),
    [
        ("https://a.example/b?c=1&d=2#e", r"https://a.example/b?c=1\&d=2\#e"),
        ("https://a.example/%20_~", r"https://a.example/\%20\_\%7E"),
        ("ada_b@example.org", r"ada\_b@example.org"),
        ("https://a.example/\\end{x}", r"https://a.example/\%5Cend\%7Bx\%7D"),
    ],
)
def test_an_address_keeps_its_meaning(url: str, latex: str) -> None:
    assert escape_address(url) == latex


@pytest.mark.parametrize(
    ("url", "latex"),
    [
        ("https://example.org/~ann/a_b%20c#d&e", r"https://example.org/~ann/a\_b\%20c\#d\&e"),
        ("https://example.org/a b", None),
        ("https://example.org/$", None),
        ("https://example.org/{a}", None),
    ],
)
def test_an_address_is_printed_as_it_is_or_not_at_all(url: str, latex: str | None) -> None:
    assert shown_address(url) == latex


def test_characters_for_which_another_engine_is_needed_are_reported_once_in_order() -> None:
    assert beyond_pdflatex("Nguyễn Đặng, Łódź, țară, ễ “…”") == ["ễ", "Đ", "ặ", "ț"]
