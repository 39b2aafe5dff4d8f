"""Writes MathML, as publishers put it into titles and abstracts, as a formula of data files.

Rows, scripts, fractions, roots, accents and words are understood, as MathML Core names them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from xml.etree import ElementTree as ET

from proposal.source.math.math_grammar import FormulaError, read_formula

_PREFIX = re.compile(r"(</?)[A-Za-z][\w.-]*:")
"""The prefix of an element's name: `<mml:math>`."""
_ATTRIBUTE = re.compile(
    r"""\s(?!(?:mathvariant|linethickness)\b)[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*')"""
)
"""` stretchy="false"`, but not `mathvariant`, which changes a letter, nor `linethickness`."""
_NO_LINE = re.compile(r"(?:0+(?:\.0*)?|\.0+)\s*(?:[a-z]+|%)?", re.IGNORECASE)
"""The thickness of a fraction whose line is not drawn: `0`, `0px`, `0.0pt`."""
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)\w+;")
"""An entity that XML itself does not know: `&alpha;`."""
_VARIANTS = {
    "normal": "mathrm",
    "bold": "mathbf",
    "bold-italic": "boldsymbol",
    "double-struck": "mathbb",
    "script": "mathcal",
    "fraktur": "mathfrak",
    "monospace": "mathtt",
    "sans-serif": "mathsf",
}
_ACCENTS = {
    "^": "hat", "ˆ": "hat", "~": "tilde", "˜": "tilde", "∼": "tilde", "¯": "bar", "―": "bar",
    "‾": "bar", "→": "vec", "˙": "dot", "¨": "ddot",
}  # fmt: skip
_SIGNS = str.maketrans({
    "−": "-", "∗": "*", "′": "'", "\N{INVISIBLE TIMES}": "", "\N{FUNCTION APPLICATION}": "",
    "\N{NO-BREAK SPACE}": " ", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#",
    "$": r"\$", "_": r"\_", "\\": r"\backslash ",
})  # fmt: skip
_FUNCTIONS = frozenset(
    {
        *("log", "ln", "exp", "sin", "cos", "tan", "min", "max", "sup", "inf", "lim"),
        *("arg", "det", "dim", "ker", "deg", "gcd", "Pr"),
    }
)


class _UnknownElementError(Exception):
    """An element that is not understood."""


def source_of_mathml(markup: str) -> str | None:
    """A formula as data files write it between dollar signs; nothing if it is not understood.

    Args:
        markup: the element `math` as it was typed, of which names may have a prefix: `mml:math`.
    """
    bare = _ATTRIBUTE.sub("", _PREFIX.sub(r"\1", markup))
    bare = _ENTITY.sub(lambda entity: html.escape(html.unescape(entity[0])), bare)
    try:
        # It begins with `<math`, so that it cannot define entities.
        source = " ".join(_row(ET.fromstring(bare)).split())  # noqa: S314 - see above
        read_formula(source)
    except (ET.ParseError, _UnknownElementError, FormulaError):
        return None
    return source


def words_of_mathml(markup: str) -> str:
    """The letters and signs of an element `math` without its structure."""
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", " ", markup)).split())


def _row(element: ET.Element) -> str:
    parts = list(element)
    written = []
    while parts:
        if _is_binomial(parts[:3]):
            above, below = _children(parts[1], 2)
            written.append(rf"\binom{_group(above)}{_group(below)}")
            del parts[:3]
        else:
            written.append(_part(parts.pop(0)))
    return " ".join(written)


def _is_binomial(parts: Sequence[ET.Element]) -> bool:
    """Whether a fraction without a line stands between two round brackets."""
    match parts:
        case [opening, fraction, closing] if _is_without_line(fraction):
            return (_part(opening).strip(), _part(closing).strip()) == ("(", ")")
    return False


def _is_without_line(element: ET.Element) -> bool:
    thickness = element.get("linethickness", "").strip()
    return element.tag == "mfrac" and _NO_LINE.fullmatch(thickness) is not None


def _part(element: ET.Element) -> str:
    write = _PARTS.get(element.tag)
    if write is None or (element.tag != "mfrac" and "linethickness" in element.attrib):
        raise _UnknownElementError
    return write(element)


def _group(element: ET.Element) -> str:
    return f"{{{_part(element).strip()}}}"


def _base(element: ET.Element) -> str:
    """What a script stands behind, in braces unless it is one letter or sign."""
    written = _part(element).strip()
    return written if len(written) == 1 else f"{{{written}}}"


def _children(element: ET.Element, count: int) -> list[ET.Element]:
    children = list(element)
    if len(children) != count:
        raise _UnknownElementError
    return children


def _letters(element: ET.Element) -> str:
    """An identifier: one letter leans, more are a word, unless a variant says otherwise."""
    text = (element.text or "").strip()
    if text in _FUNCTIONS:
        return f"\\{text} "
    variant = element.get("mathvariant", "normal" if len(text) > 1 else "")
    written = text.translate(_SIGNS)
    if not variant or variant == "italic" or not text.isascii():
        return written
    if variant not in _VARIANTS:
        raise _UnknownElementError
    return f"\\{_VARIANTS[variant]}{{{written}}}"


def _signs(element: ET.Element) -> str:
    return (element.text or "").strip().translate(_SIGNS)


def _words(element: ET.Element) -> str:
    words = " ".join((element.text or "").split())
    return rf"\text{{{words.translate(_SIGNS)}}}" if words else r"\ "


def _scripts(*signs: str) -> Callable[[ET.Element], str]:
    def write(element: ET.Element) -> str:
        base, *scripts = _children(element, len(signs) + 1)
        written = (f"{sign}{_group(script)}" for sign, script in zip(signs, scripts, strict=True))
        return f"{_base(base)}{''.join(written)}"

    return write


def _around_sum(*signs: str) -> Callable[[ET.Element], str]:
    """What stands below and above: limits of a sum, or the accent of a letter."""

    def write(element: ET.Element) -> str:
        base, *others = _children(element, len(signs) + 1)
        mark = (others[0].text or "").strip()
        if signs == ("^",) and mark in _ACCENTS:
            return f"\\{_ACCENTS[mark]}{_group(base)}"
        written = (f"{sign}{_group(other)}" for sign, other in zip(signs, others, strict=True))
        return f"{_part(base).strip()}{''.join(written)}"

    return write


def _fraction(element: ET.Element) -> str:
    if _is_without_line(element):
        raise _UnknownElementError
    above, below = _children(element, 2)
    return rf"\frac{_group(above)}{_group(below)}"


def _root(element: ET.Element) -> str:
    held, degree = _children(element, 2)
    return rf"\sqrt[{_part(degree).strip()}]{_group(held)}"


def _meaning(element: ET.Element) -> str:
    """What is shown of an element that has notes for machines beside it."""
    return _part(element[0]) if len(element) else ""


_PARTS: Mapping[str, Callable[[ET.Element], str]] = {
    **dict.fromkeys(("math", "mrow", "mstyle", "mpadded"), _row),
    "semantics": _meaning,
    "mi": _letters,
    **dict.fromkeys(("mn", "mo"), _signs),
    "mtext": _words,
    "mspace": lambda _: r"\ ",
    "msub": _scripts("_"),
    "msup": _scripts("^"),
    "msubsup": _scripts("_", "^"),
    "munder": _around_sum("_"),
    "mover": _around_sum("^"),
    "munderover": _around_sum("_", "^"),
    "mfrac": _fraction,
    "msqrt": lambda element: rf"\sqrt{{{_row(element)}}}",
    "mroot": _root,
}
