"""Formulas are understood as far as the table of commands goes, and no further."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposal.source.math import math_commands as known
from proposal.source.math.dollar_signs import formula_at, unclosed_at
from proposal.source.math.math_grammar import FormulaError, read_formula
from proposal.source.math.math_line import MathLine, read_math_line
from proposal.source.math.math_tex import tex_of
from proposal.source.math.math_words import LetterOrder, formula_words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("x^2 + y_i", "x² + yᵢ"),
        (r"\mathcal O(n\log n)", "O(n log n)"),
        (r"\sum_{i=1}^{n} \frac{a+b}{c}", "∑ᵢ₌₁ⁿ (a + b)/c"),
        (r"\sqrt[3]{x_i} \le \sqrt{a b}", "³√xᵢ ≤ √ab"),
        (r"\hat\theta \in \mathbb{R}^d", "θ̂ ∈ ℝ^d"),
        (r"\operatorname*{arg max}_{x} f'(x)", "arg maxₓ f′(x)"),
        (r"-x, {(-1)}^{n+1}", "−x, (−1)ⁿ⁺¹"),
        (r"\left\lVert \frac{x}{y} \right\rVert", "‖x/y‖"),
        (r"\text{if } x > 0", "if x > 0"),
        ("α ≤ β·2", "α ≤ β ⋅ 2"),
        (r"\mathrm{nDCG}@k = 0.5", "nDCG@k = 0.5"),
        (r"\begin{bmatrix} a & b \\ c & d \\ \end{bmatrix}^\top", "[a, b; c, d]⊤"),
        (
            r"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{else}\end{cases}",
            "{x, if x > 0; 0, else",
        ),
        (r"\binom{n+1}{k}", "(n + 1 choose k)"),
        (r"\underbrace{a+b}_{n\text{ times}}", "(a + b)_(n times)"),
    ],
)
def test_a_formula_is_read_in_characters(typed: str, words: str) -> None:
    assert formula_words(read_formula(typed)) == words


def test_letters_follow_each_other_as_in_every_form_of_output() -> None:
    formula = read_formula(r"\sqrt[3]{x_i^2}")
    orders = [formula_words(formula, order) for order in LetterOrder]
    assert orders == ["³√xᵢ²", "³√x²ᵢ", "√xᵢ²³"]


@pytest.mark.parametrize(
    ("typed", "code", "offset", "hint"),
    [
        (r"a\foo", "unknown-math", 1, "docs/reference/formulas.md"),
        (r"\alhpa", "unknown-math", 0, r"\alpha"),
        (r"\bm{x}", "unknown-math", 0, r"\boldsymbol"),
        (r"\input{/etc/passwd}", "unknown-math", 0, ""),
        (r"\def\x{1}", "unknown-math", 0, ""),
        ("a & b", "unknown-math", 2, r"\&"),
        ("x^", "formula-syntax", 1, "^{…}"),
        ("x^2^3", "formula-syntax", 3, "braces"),
        (r"\frac{1}", "formula-syntax", 0, r"\frac{…}"),
        ("{x", "formula-syntax", 0, "}"),
        ("x}", "formula-syntax", 1, r"\}"),
        (r"\left( x", "formula-syntax", 0, r"\right"),
        (r"x \right)", "formula-syntax", 2, r"\left"),
        (r"\mathbb{r}", "formula-syntax", 0, "capitals"),
        (r"\text{a_b}", "formula-syntax", 0, "letters"),
        ("a + nDCG", "word-in-formula", 4, r"\mathrm{nDCG}"),
        (r"\begin{pmatrx} a \end{pmatrx}", "unknown-math", 0, "pmatrix"),
        (r"x \begin{align} a \end{align}", "unknown-math", 2, "cases"),
        (r"\begin{cases} a", "formula-syntax", 0, r"\end{cases}"),
        (r"\begin{cases} a \end{pmatrix}", "formula-syntax", 16, r"\end{cases}"),
        (r"\begin{cases} a & b & c \end{cases}", "formula-syntax", 0, "between cells"),
        (r"\begin{pmatrix} a & b \\ c \end{pmatrix}", "formula-syntax", 0, "between cells"),
        (r"\begin{pmatrix} & \end{pmatrix}", "formula-syntax", 0, ""),
        (r"\begin{pmatrix} a \\[2pt] b \end{pmatrix}", "formula-syntax", 18, "braces"),
        (r"a \end{pmatrix}", "formula-syntax", 2, r"\begin"),
        (r"a \\ b", "unknown-math", 2, "matrices"),
        ("x" + "^{x" * 20 + "}" * 20, "formula-too-long", 38, ""),
        ("1+" * 600, "formula-too-long", 0, ""),
    ],
)
def test_what_is_not_known_is_refused_at_its_place(
    typed: str, code: str, offset: int, hint: str
) -> None:
    with pytest.raises(FormulaError) as caught:
        read_formula(typed)
    assert (caught.value.code, caught.value.offset) == (code, offset)
    assert hint in caught.value.hint


PIECES = st.sampled_from(
    [
        *(f"\\{name}" for name in sorted(known.KNOWN)),
        *"abx019+-=<>()[]|,;.!?'^_{}&%#~$@*/ \n\\é∑",
        *(rf"\{which}{{{name}}}" for which in ("begin", "end") for name in known.ARRAYS),
        r"\\",
        r"\input",
        r"\csname",
        "^^5c",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_is_typed_is_understood_or_refused_and_written_again_in_known_commands(
    typed: str,
) -> None:
    try:
        formula = read_formula(typed)
    except FormulaError:
        return
    tex = tex_of(formula)
    assert tex.isascii()
    again = read_formula(tex.replace(r"\,", " ")) if "operatorname" in tex else read_formula(tex)
    assert formula_words(again).replace(" ", "") == formula_words(formula).replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 and $10.",
        "US$ 200 and US$5, CA$7",
        "$5 for students, 10$ for others",
        "a $ b $ c",
        "$HOME/$USER and $PATH",
        "$x and y",
        "$nDCG$",
        "$$$",
        r"\$x\$",
    ],
)
def test_money_and_words_stay_text(text: str) -> None:
    found = [formula_at(text, at) for at, sign in enumerate(text) if sign == "$"]
    assert [span for span in found if span and text[: span.start - 1][-1:] != "\\"] == []


@pytest.mark.parametrize(
    ("text", "open_formulas"),
    [
        ("from $x^2 on", ["$x^2"]),
        (
            r"($\alpha), $\frac{a + b}{c}, $\mathrm{nDCG}_5",
            [r"$\alpha", r"$\frac{a", r"$\mathrm{nDCG}_5"],
        ),
        (r"$$\sum_i x_i", [r"$$\sum_i"]),
        ("$5, $5_000, US$x^2, $HOME_DIR, $PATH, ${HOME}, $x, a/$x_1", []),
        ("$x^2 $ has a space", ["$x^2"]),
    ],
)
def test_what_looks_like_a_formula_that_is_never_closed_is_known(
    text: str, open_formulas: list[str]
) -> None:
    signs = [at for at, sign in enumerate(text) if sign == "$" and not formula_at(text, at)]
    assert [typed for at in signs if (typed := unclosed_at(text, at))] == open_formulas


def test_a_title_is_a_line_of_text_and_formulas() -> None:
    title = read_math_line(r'"Fast" in $O(n^2)$ for \$5, not $7 or $8')
    assert isinstance(title, MathLine)
    assert title == '"Fast" in O(n²) for $5, not $7 or $8'
    assert [tex_of(formula) for formula in title.formulas] == ["O(n^{2})"]
    assert read_math_line("Nothing to see") == "Nothing to see"
    with pytest.raises(FormulaError) as caught:
        read_math_line(r"Fast in $\foo$")
    assert caught.value.offset == len("Fast in $")
