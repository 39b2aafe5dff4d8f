"""Writes Word's formulas (OMML) as the formulas that data files have, where they are simple.

Fractions, roots, scripts, brackets, sums and plain signs are understood. Whatever else there is,
the signs of the formula stay as text, and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

from proposal.diagnostics import Span
from proposal.importers.draft import Warn
from proposal.importers.word.package import M
from proposal.source.math.math_grammar import FormulaError, read_formula

Element = ET.Element

_GREEK = (
    "α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu "
    "ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega ϵ epsilon ϕ phi "
    "Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Φ Phi Ψ Psi Ω Omega"
)
_RELATIONS = (
    "∈ in ∉ notin ⊂ subset ⊆ subseteq ∪ cup ∩ cap ∅ emptyset ≤ leq ≥ geq ≠ neq ≈ approx ≡ equiv "
    "∞ infty × times ⋅ cdot · cdot ± pm → to ⇒ Rightarrow ∀ forall ∃ exists ∂ partial ∇ nabla "
    "… dots ⋯ cdots ∼ sim ∝ propto ∑ sum ∏ prod ∫ int"
)
_WORDS = f"{_GREEK} {_RELATIONS}".split()
_SIGNS = {**dict(zip(_WORDS[::2], _WORDS[1::2], strict=True)), "−": "-", "∗": "*"}
"""The names of signs, which stand behind a backslash, and two signs that keyboards have."""
_BRACKETS = {"(": "(", ")": ")", "[": "[", "]": "]", "{": r"\{", "}": r"\}", "|": "|", "": "."} | {
    "⌊": r"\lfloor", "⌋": r"\rfloor", "⌈": r"\lceil", "⌉": r"\rceil", "‖": r"\Vert",
    "⟨": r"\langle", "⟩": r"\rangle", "〈": r"\langle", "〉": r"\rangle",
}  # fmt: skip
_LARGE = {"∑": "sum", "∏": "prod", "∫": "int", "∮": "oint", "⋃": "bigcup", "⋂": "bigcap"} | {
    "⋁": "bigvee", "⋀": "bigwedge", "∬": "iint",
}  # fmt: skip
"""Signs that have limits."""
_ROW_END = r" \\ "
_FUNCTIONS = {
    *("sin", "cos", "tan", "log", "ln", "exp", "min", "max", "arg", "lim", "det", "dim", "sup"),
    *("inf", "Pr"),
}


class _UnknownError(Exception):
    """A part of a formula that is not understood."""


def formula_source(formula: Element, place: Span, warn: Warn) -> tuple[str, bool]:
    """A formula as data files write it, or its signs as text, which is said; whether it is one.

    Args:
        formula: an `m:oMath` or `m:oMathPara`.
        place: where it stands.
        warn: takes that it became text.
    """
    plain = " ".join("".join(node.text or "" for node in formula.iter(f"{M}t")).split())
    try:
        source = _row(formula)
        read_formula(source)
    except (_UnknownError, FormulaError):
        message = f"the formula {plain} became text; write it as $…$ in proposal.md"
        warn("formula", message, place)
        return plain, False
    is_displayed = formula.tag == f"{M}oMathPara"
    return (f"$${source}$$" if is_displayed else f"${source}$"), True


def _row(parent: Element | None) -> str:
    if parent is None:
        return ""
    return "".join(_part(child) for child in parent)


def _group(parent: Element | None) -> str:
    return f"{{{_row(parent)}}}"


def _part(node: Element) -> str:
    name = node.tag.removeprefix(M)
    if name in _TRANSPARENT:
        return _row(node)
    if name.endswith("Pr"):
        return ""
    if name not in _PARTS:
        raise _UnknownError
    return _PARTS[name](node)


def _run(node: Element) -> str:
    return "".join(_signs(text.text or "", node) for text in node.findall(f"{M}t"))


def _fraction(node: Element) -> str:
    if _value(node, "fPr", "type", "bar") != "bar":
        raise _UnknownError
    return rf"\frac{_group(_child(node, 'num'))}{_group(_child(node, 'den'))}"


def _lowered(node: Element) -> str:
    return f"{_base(node)}_{_group(_child(node, 'sub'))}"


def _raised(node: Element) -> str:
    return f"{_base(node)}^{_group(_child(node, 'sup'))}"


def _both(node: Element) -> str:
    return f"{_lowered(node)}^{_group(_child(node, 'sup'))}"


def _root(node: Element) -> str:
    degree = _row(_child(node, "deg"))
    return rf"\sqrt{f'[{degree}]' if degree else ''}{_group(_child(node, 'e'))}"


def _function(node: Element) -> str:
    function = _row(_child(node, "fName")).strip()
    command = rf"\{function} " if function in _FUNCTIONS else function
    command += " " * bool(re.search(r"\\[A-Za-z]+$", command))
    return f"{command}{_row(_child(node, 'e'))}"


def _accented(node: Element) -> str:
    return rf"\{_accent(node)}{_group(_child(node, 'e'))}"


def _child(node: Element, name: str) -> Element | None:
    return node.find(f"{M}{name}")


def _base(node: Element) -> str:
    base = _row(_child(node, "e"))
    return base if len(base) == 1 or re.fullmatch(r"\\[A-Za-z]+ ", base) else f"{{{base}}}"


def _value(node: Element, properties: str, name: str, otherwise: str) -> str:
    found = node.find(f"{M}{properties}/{M}{name}")
    return otherwise if found is None else found.get(f"{M}val", otherwise)


def _brackets(node: Element) -> str:
    begin, end = _value(node, "dPr", "begChr", "("), _value(node, "dPr", "endChr", ")")
    parts = [_row(part) for part in node.findall(f"{M}e")]
    if begin not in _BRACKETS or end not in _BRACKETS:
        raise _UnknownError
    separator = _value(node, "dPr", "sepChr", "|")
    return rf"\left{_BRACKETS[begin]} {separator.join(parts)} \right{_BRACKETS[end]}"


def _sum(node: Element) -> str:
    sign = _value(node, "naryPr", "chr", "∫")
    if sign not in _LARGE:
        raise _UnknownError
    lower, upper = _row(_child(node, "sub")), _row(_child(node, "sup"))
    scripts = (f"_{{{lower}}}" if lower else "") + (f"^{{{upper}}}" if upper else "")
    return rf"\{_LARGE[sign]}{scripts} {_row(_child(node, 'e'))}"


def _matrix(node: Element) -> str:
    rows = [" & ".join(_row(cell) for cell in row) for row in node.findall(f"{M}mr")]
    return rf"\begin{{matrix}}{_ROW_END.join(rows)}\end{{matrix}}"


def _lines(node: Element) -> str:
    """Formulas below each other, which an ampersand may set in line."""
    lines = [_row(line).replace(r"\&", "&") for line in node.findall(f"{M}e")]
    return rf"\begin{{aligned}}{_ROW_END.join(lines)}\end{{aligned}}"


def _below(node: Element) -> str:
    """A word with something below it: a limit, or a sign under which something stands."""
    base, below = _row(_child(node, "e")).strip(), _row(_child(node, "lim"))
    bare = base.removeprefix("\\mathrm{").removesuffix("}")
    name = base if base.startswith("\\") and base[1:] in _FUNCTIONS else ""
    name = name or (rf"\{bare}" if bare in _FUNCTIONS else "")
    return rf"{name}_{{{below}}} " if name else rf"\underset{{{below}}}{{{base}}}"


def _above(node: Element) -> str:
    return rf"\overset{_group(_child(node, 'lim'))}{_group(_child(node, 'e'))}"


def _before(node: Element) -> str:
    """Signs raised and lowered before what they belong to."""
    scripts = rf"{{}}_{_group(_child(node, 'sub'))}^{_group(_child(node, 'sup'))}"
    return f"{scripts}{_row(_child(node, 'e'))}"


def _braced(node: Element) -> str:
    """Something with a brace above or below it."""
    sign, place = _value(node, "groupChrPr", "chr", "⏟"), _value(node, "groupChrPr", "pos", "bot")
    if sign not in {"⏟", "⏞"}:
        raise _UnknownError
    return rf"\{'overbrace' if place == 'top' else 'underbrace'}{_group(_child(node, 'e'))}"


def _accent(node: Element) -> str:
    if node.tag == f"{M}bar":
        return "overline" if _value(node, "barPr", "pos", "bot") == "top" else "underline"
    names = {"\u0302": "hat", "\u0303": "tilde", "\u0304": "bar", "\u0305": "bar", "\u20d7": "vec"}
    names |= {"\u0307": "dot", "\u0308": "ddot", "\u030c": "check"}
    sign = _value(node, "accPr", "chr", "\u0302")
    if sign not in names:
        raise _UnknownError
    return names[sign]


def _signs(text: str, run: Element) -> str:
    """The signs of a run in the commands that data know."""
    is_words = run.find(f"{M}rPr/{M}nor") is not None
    if is_words:
        return rf"\text{{{text}}}" if text.strip() else " "
    style = _value(run, "rPr", "sty", "i")
    if len(text) > 1 and text.isalpha() and text.isascii():
        if text in _FUNCTIONS:
            return rf"\{text} "
        return rf"\mathrm{{{text}}}" if style == "p" else " ".join(text)
    found = ""
    for sign in text:
        command = _SIGNS.get(sign, sign)
        is_name = command != sign and command.isalpha()
        found += rf"\{command} " if is_name else _escaped(command)
    return found


def _escaped(sign: str) -> str:
    return f"\\{sign}" if sign in "{}%#&_$" else sign


_TRANSPARENT = {"oMath", "e", "lim", "num", "den", "sub", "sup", "box", "fName", "deg"}
_PARTS: Mapping[str, Callable[[Element], str]] = {
    "r": _run,
    "f": _fraction,
    "sSup": _raised,
    "sSub": _lowered,
    "sSubSup": _both,
    "rad": _root,
    "d": _brackets,
    "nary": _sum,
    "func": _function,
    "bar": _accented,
    "acc": _accented,
    "m": _matrix,
    "eqArr": _lines,
    "limLow": _below,
    "limUpp": _above,
    "sPre": _before,
    "groupChr": _braced,
}
"""What writes the parts of a formula, by their names in OMML."""
