"""All formulas that are tried."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.source.math import math_commands as known


def all_formulas() -> Iterator[str]:
    """Formulas in which every command of the table stands."""
    for name in known.SIGNS:
        yield rf"a \{name} * b"
    for name in known.ACCENTS:
        yield rf"\{name}{{x}}"
    for name in known.ALPHABETS:
        yield rf"\{name}{{A}}"
    for name in (*known.FRACTIONS, known.BINOMIAL, *known.STACKS):
        yield rf"\{name}{{a}}{{b}}"
    for name in known.BRACES:
        yield rf"\{name}{{a + b}} + \{name}{{a + b}}_{{n}}^{{\text{{many times}}}}"
    for name in known.ARRAYS:
        inner = rf"\begin{{{name}}} d \\ e \end{{{name}}}"
        second = " & b" if known.ARRAYS[name].most_cells > 1 else ""
        third = f" & {inner}" if second else ""
        yield rf"\begin{{{name}}} {{[a]}}{second} \\ *c{third} \end{{{name}}}^2"
    yield r"\sqrt{x} + \sqrt[3]{x}"
    for name in known.TEXTS:
        yield rf"\{name}{{of (a), b: c; d! e? f' g/h + i = -j.}}"
    for sign in sorted(known.DELIMITERS):
        yield rf"\left{sign} \frac{{\frac{{a}}{{b}}}}{{c}} \right{sign}"
        yield rf"\left( a \middle{sign.replace('.', '|')} b \right)"
    for name in known.SIZES:
        yield rf"a \{name}[ b \{name}\langle c"
    for name in known.ARROWS:
        yield rf"a \{name}{{b}} c \{name}[d]{{}} e"
    yield r"a \equiv b \pmod{n}, \sum_{\substack{i \\ *j}} x"
    for sign in known.TYPED:
        yield f"a {sign} b"
    yield "^2_3' + x'' + y'''_1^{z}"
