"""Writes the page of all commands that formulas may use, from their table."""

from __future__ import annotations

from collections.abc import Iterable

from proposal.source.math import math_commands as known
from proposal.source.math.math_grammar import DEEPEST, LONGEST, read_formula
from proposal.source.math.math_words import formula_words

_HEAD = f"""# Formulas

<!-- Written by `proposal schema --formulas docs/reference/formulas.md` from the table in
`proposal/source/math/math_commands.py`. -->

`$…$` is a formula in a line, and `$$…$$` one on a line of its own. Formulas may stand in Markdown
(prose, abstracts, biographies) and in titles of papers and talks (`$…$` alone). PDFs set them
with TeX and pages with MathML; texts, calendars, structured data and bookmarks show them in
characters: `x²`, `∑ᵢ aᵢ`. `papers.bib` keeps them as formulas.

- A dollar sign begins a formula if no space follows it, and the next one ends it if no space
  stands before it and no digit follows it. So `$5 and $10` and `US$ 200` are money.
- Without `\\`, `^`, `_` and braces, what has a word of three letters or more in it is text, as in
  `$HOME/$USER`; so is a number with a word of two letters or more behind it.
- `\\$` is a dollar sign, in prose, in titles and in formulas.
- All that is not listed here is an error at its place, with what to write instead where that is
  known.
- Three letters or more side by side are refused (`word-in-formula`), since TeX prints them as a
  product: write `\\mathrm{{nDCG}}` for a word, `a b c` for a product.
- A formula has at most {LONGEST:,} characters and {DEEPEST} levels of braces.
- YAML reads `\\` in double quotes as its own sign. Put titles with formulas between single
  quotes, or between none: `title: 'Sorting in $O(n \\log n)$'`.
- A fact such as `{{{{ title }}}}` cannot stand in a formula; between two braces put a space: `^{{
  {{a}} }}`.
- In a table, write `\\vert` or `\\mid` for a bar.

Letters from a to z, digits and `+ - * / = < > : ( ) [ ] | , ; . ! ? @ '` stand for themselves,
`^` and `_` set what follows above and below, `~` is a space, and braces hold things together.
Characters such as `α`, `≤` and `×` may be typed in place of the commands that show them.
"""

_EXAMPLES = (
    r"\frac{a + b}{c}",
    r"\sqrt{x}",
    r"\sqrt[3]{x}",
    r"\binom{n}{k}",
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
    r"\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}",
    r"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}",
    r"\underbrace{a + b}_{n \text{ times}}",
    r"\overbrace{a + b}^{n}",
    r"\overset{a}{b}",
    r"\underset{a}{b}",
    r"\stackrel{a}{=}",
    r"\left( \frac{a}{b} \right)",
    r"\xrightarrow{f}",
    r"a \equiv b \pmod{n}",
    r"\sum_{\substack{i \in A \\ j \in B}} x_{ij}",
    r"\text{if } x > 0",
    r"\operatorname{softmax}(x)",
    r"\operatorname*{arg max}_{x} f(x)",
    r"\mathrm{nDCG}",
    r"\mathbb{R}^d",
    r"\mathcal{O}(n)",
)


def formula_reference() -> str:
    """The page in Markdown."""
    parts = [_HEAD]
    for group in known.GROUPS:
        if group.title != "White space":
            signs = (f"`\\{name}` {_cell(shown)}" for name, shown in group.signs.items())
            parts.append(f"## {group.title}\n\n{' · '.join(signs)}\n")
    spaces = [f"`\\{name}`" for name in known.SIGNS if known.SIGNS[name].spacing.name == "SPACE"]
    parts.append(f"## White space\n\n{' · '.join(spaces)}\n")
    accents = (f"`\\{name}{{x}}` {_accented(name)}" for name in known.ACCENTS)
    parts.append(f"## Accents\n\n{' · '.join(accents)}\n")
    parts.append(f"## Typefaces\n\n{_names(known.ALPHABETS)}\n\n{_CAPITALS}\n")
    structures = (
        *(*known.FRACTIONS, known.BINOMIAL, known.ROOT, *known.STACKS, *known.BRACES),
        *(*known.ARROWS, known.MODULUS, known.UNDER_SUM),
    )
    environments = " · ".join(f"`\\begin{{{kind}}} … \\end{{{kind}}}`" for kind in known.ARRAYS)
    parts.append(f"## Structures\n\n{_names(structures)}\n")
    parts.append(f"## Matrices and cases\n\n{environments}\n\n{_ROWS}\n")
    parts.append(f"## Lines and numbers\n\n{_LINES}\n")
    large = (*known.TEXTS, known.LEFT, known.MIDDLE, known.RIGHT, *known.SIZES)
    parts.append(f"## Words and large brackets\n\n{_names(large)}\n")
    rows = "\n".join(f"| `{source}` | {_cell(_shown(source))} |" for source in _EXAMPLES)
    parts.append(f"## Examples\n\n| you write | texts show |\n| --- | --- |\n{rows}\n")
    return "\n".join(parts)


_CAPITALS = ", ".join(f"`\\{name}`" for name in sorted(known.CAPITALS_ALONE)) + (
    " have capital letters alone."
)


_MOST = {name: known.ARRAYS[name].most_cells for name in ("pmatrix", "cases")}
_ROWS = (
    f"`{known.NEXT_CELL}` stands between cells, and `{known.NEXT_ROW}` between rows. All rows have "
    f"as many cells,\nat most {_MOST['pmatrix']} in a matrix and {_MOST['cases']} in cases."
)


_LINES = r"""A displayed formula may have a number at its end: `$$x = 1 \tag{1}$$`. Several lines
are one displayed formula in `\begin{align*} … \end{align*}`, with `&` before the sign that stands
below the others, or in `\begin{gather*} … \end{gather*}`; each line may have a number at its end:

```markdown
$$
\begin{align*}
a &= b + c \tag{1} \\
  &= d \tag{2}
\end{align*}
$$
```"""


def _names(names: Iterable[str]) -> str:
    return " · ".join(f"`\\{name}`" for name in names)


def _shown(source: str) -> str:
    return formula_words(read_formula(source))


def _accented(name: str) -> str:
    return _shown(f"\\{name}{{x}}")


def _cell(text: str) -> str:
    """Characters in a line of Markdown, in which they are no markup."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>|#$&~^" else sign for sign in text)
