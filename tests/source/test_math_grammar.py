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


@pytest.mark.parametrize(
    ("typed", "tex", "words"),
    [
        (r"x = 1 \tag{2a}", r"\begin{gather*}x=1\tag{2a}\end{gather*}", "x = 1 (2a)"),
        (
            r"\begin{align*} a &= b \tag{1} \\ &= c \end{align*}",
            r"\begin{align*}a&=b\tag{1}\\&=c\end{align*}",
            "a = b (1); = c",
        ),
        (
            r"\begin{gather*} a \\ b \tag{3} \\ \end{gather*}",
            r"\begin{gather*}a\\b\tag{3}\end{gather*}",
            "a; b (3)",
        ),
        (
            r"y = \begin{aligned} a &= b \\ c &= d \end{aligned}",
            r"y=\begin{aligned}a&=b\\c&=d\end{aligned}",
            "y = a = b; c = d",
        ),
    ],
)
def test_a_displayed_formula_has_lines_and_numbers(typed: str, tex: str, words: str) -> None:
    formula = read_formula(typed, is_display=True)
    assert (tex_of(formula), formula_words(formula)) == (tex, words)
    assert tex_of(read_formula(tex, is_display=True)) == tex


@pytest.mark.parametrize(
    ("typed", "tex", "words"),
    [
        (r"\bigl( a \Big| b \bigr)", r"\bigl( a\Big| b\bigr)", "(a|b)"),
        (r"\left( a \middle| b \right)", r"\left( a\middle| b\right)", "(a | b)"),
        (r"a \xrightarrow[x]{f} b", r"a\xrightarrow[{x}]{f}b", "a →_(x)^(f) b"),
        (r"a \equiv b \pmod n", r"a\equiv b\pmod{n}", "a ≡ b (mod n)"),
        (
            r"\sum_{\substack{i\\j}} x",
            r"\sum_{\begin{subarray}{c}i\\j\end{subarray}}x",
            "∑_(i; j) x",
        ),
        (r"\text{max\_len, 5\,\%}", r"\text{max\_len, 5 \%}", "max_len, 5 %"),
    ],
)
def test_brackets_arrows_and_lines_in_small(typed: str, tex: str, words: str) -> None:
    formula = read_formula(typed)
    assert (tex_of(formula), formula_words(formula)) == (tex, words)


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
        (r"x \tag{1}", "unknown-math", 2, "displayed"),
        (r"\big. x", "formula-syntax", 0, "bracket"),
        (r"a \middle| b", "unknown-math", 2, ""),
        (r"\substack a", "formula-syntax", 0, "substack{"),
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


@pytest.mark.parametrize(
    ("typed", "offset", "hint"),
    [
        (r"x \tag{1} y", 10, "before"),
        (r"x \tag{}", 2, "number"),
        (r"x \tag{a, b}", 2, "number"),
        (r"\begin{align} a \end{align}", 0, r"\begin{align*}"),
        (r"\begin{align*} a \tag{1} & b \end{align*}", 25, "end of its line"),
        (r"\begin{align*} a \end{align*} + b", 30, "before"),
        (r"\begin{gather*} a & b \end{gather*}", 0, "between cells"),
    ],
)
def test_numbers_and_lines_stand_where_they_are_read(typed: str, offset: int, hint: str) -> None:
    with pytest.raises(FormulaError) as caught:
        read_formula(typed, is_display=True)
    assert caught.value.offset == offset
    assert hint in caught.value.hint


PIECES = st.sampled_from(
    [
        *(f"\\{name}" for name in sorted(known.KNOWN)),
        *"abx019+-=<>()[]|,;.!?'^_{}&%#~$@*/ \n\\é∑",
        *(
            rf"\{which}{{{name}}}"
            for which in ("begin", "end")
            for name in (*known.ARRAYS, *known.SYSTEMS)
        ),
        r"\tag",
        r"\\",
        r"\input",
        r"\csname",
        "^^5c",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.booleans())
def test_whatever_is_typed_is_understood_or_refused_and_written_again_in_known_commands(
    typed: str, is_display: bool
) -> None:
    try:
        formula = read_formula(typed, is_display=is_display)
    except FormulaError:
        return
    tex = tex_of(formula)
    assert tex.isascii()
    for written, typed_again in (
        (r"\begin{subarray}{c}", r"\substack{"),
        (r"\end{subarray}", "}"),
        *([(r"\,", " ")] if "operatorname" in tex else []),
    ):
        tex = tex.replace(written, typed_again)
    again = read_formula(tex, is_display=is_display)
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
