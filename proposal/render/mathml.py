"""Writes formulas as MathML, which browsers show and screen readers read out."""

from __future__ import annotations

import re
from functools import cache, lru_cache, reduce
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markupsafe import Markup, escape

from proposal.render.typography import typographic
from proposal.source.math import mathml_elements
from proposal.source.math.math_line import MathLine
from proposal.source.math.math_tex import tex_of
from proposal.source.math.math_tree import Formula

if TYPE_CHECKING:
    from math_core import LatexToMathML

_ATTRIBUTES = frozenset(
    [
        "display",
        "accent",
        "accentunder",
        "stretchy",
        "symmetric",
        "lspace",
        "rspace",
        "width",
        "minsize",
        "maxsize",
        "displaystyle",
        "scriptlevel",
        "form",
        "fence",
        "separator",
        "mathvariant",
        "movablelimits",
        "largeop",
        "linethickness",
    ]
)
"""What is kept of the converter's output; it writes nothing else that pages need."""

_SIZES = {"1.2em": "1.2em", "1.623em": "1.8em", "2.047em": "2.4em", "2.470em": "3em"}
r"""The sizes of `\big`, `\Big`, `\bigg` and `\Bigg` in TeX, by those that the converter writes,
which are smaller: a bracket around a fraction would end within it."""

_STYLES_OF_SIZE = frozenset({"displaystyle", "scriptlevel"})
_STYLED = {
    "math": frozenset({"displaystyle"}),
    "mtable": frozenset({"displaystyle"}),
    "mstyle": _STYLES_OF_SIZE,
}
"""Which elements say by themselves how large their signs are."""

_INSTEAD = (
    (r"\widetilde", r"\tilde"),
    (r"\begin{subarray}{c}", r"\begin{matrix}"),
    (r"\end{subarray}", r"\end{matrix}"),
)
"""What the converter does not know, and what looks alike."""

_LEFT = "text-align: left;justify-items: start;padding-right: 0;"
_SIDE = "width: 50%"
_NUMBER = f"{_SIDE};text-align: right;justify-items: end;"
_STYLES = frozenset(
    {
        _LEFT,
        f"{_LEFT}padding-left:1em;",
        "text-align: right;justify-items: end;padding-right: 0;",
        "text-align: left;justify-items: start;padding-left: 0;",
        "text-align: right;justify-items: end;padding-left: 1em;padding-right: 0;",
        "width: 100%",
        _SIDE,
        _NUMBER,
    }
)
"""The styles of cells: those of cases stand at the left, relations below each other, and numbers
at the right."""


def mathml_of(formula: Formula) -> Markup:
    """A formula as an element that stands in a line of HTML, or on a line of its own.

    It says how it was typed, for whoever reads the page back.
    """
    typed = _SIGN.sub(lambda sign: f"&#{ord(sign[0][0])};{sign[0][1:]}", _in_a_line(formula.source))
    element = _mathml(tex_of(formula), formula.is_display)
    return Markup(f'<math data-tex="{typed}"{element.removeprefix("<math")}')  # noqa: S704 - of which all was escaped


def _in_a_line(source: str) -> str:
    return " ".join(source.split())


def with_mathml(line: str) -> Markup:
    """A line of text as HTML, with its formulas if it has any."""
    if not isinstance(line, MathLine):
        return escape(typographic(line))
    parts = line.parts(typographic(line.pattern))
    return Markup("").join(
        escape(part) if isinstance(part, str) else mathml_of(part) for part in parts
    )


@lru_cache(maxsize=1024)
def _mathml(tex: str, is_display: bool) -> Markup:
    written = _converter().convert_with_local_state(
        reduce(lambda text, pair: text.replace(*pair), _INSTEAD, tex),
        displaystyle=is_display,
    )
    named = written.replace("&ApplyFunction;", "\N{FUNCTION APPLICATION}")
    root = ET.fromstring(_VARIANTS.sub("", named))  # noqa: S314 - made of our own commands
    for element in root.iter():
        if element.tag not in mathml_elements.IN_LINE | mathml_elements.OF_TABLES:
            raise AssertionError(f"the converter wrote <{element.tag}> for {tex}")
        kept = _ATTRIBUTES | ({"style"} if element.attrib.get("style") in _STYLES else frozenset())
        for name in set(element.attrib) - kept:
            del element.attrib[name]
        for name in {"minsize", "maxsize"} & element.attrib.keys():
            element.attrib[name] = _SIZES.get(element.attrib[name], element.attrib[name])
    if "{subarray}" in tex:
        _keep_lines_small(root)
    for element in list(root.iter()):
        _put_style_around(element)
    text = _without_signs(ET.tostring(root, encoding="unicode", short_empty_elements=False))
    return Markup(text)  # noqa: S704 - elements that were looked at, in which text is escaped


def _keep_lines_small(root: ET.Element) -> None:
    """Let lines below a sum have the size of what stands there, and not that of a matrix."""
    for element in root.iter():
        if element.tag in {"munder", "munderover", "mover", "msub", "msup", "msubsup"}:
            for script in list(element)[1:]:
                for table in script.iter("mtable"):
                    table.attrib.pop("scriptlevel", None)


def _put_style_around(element: ET.Element) -> None:
    """Have an element around another say how large its signs are.

    MathML Core lets each element say it; the Nu checker knows it of those in `_STYLED` alone.
    """
    outer = _STYLES_OF_SIZE & set(element.attrib) - _STYLED.get(element.tag, frozenset())
    if not outer:
        return
    inner = ET.Element(element.tag, {n: v for n, v in element.items() if n not in outer})
    inner.text = element.text
    inner.extend(element)
    style = {name: element.attrib[name] for name in sorted(outer)}
    tail = element.tail
    element.clear()
    element.tag, element.attrib, element.tail = "mstyle", style, tail
    element.append(inner)


def _without_signs(xml: str) -> str:
    """XML in which no text holds a sign that Markdown or Liquid might take for its own."""
    return _TEXT.sub(lambda text: _SIGN.sub(_escaped, text[0]), xml)


def _escaped(sign: re.Match[str]) -> str:
    """A sign by its number; what is an entity already stays."""
    return sign[0] if len(sign[0]) > 1 else f"&#{ord(sign[0])};"


_TEXT = re.compile("(?<=>)[^<]+(?=<)")
"""What stands between two tags: `<mi>x</mi>`."""
_SIGN = re.compile(r"&#?\w+;|[!-/:-@\[-`{-~]")
"""`&lt;`, `*`"""
_VARIANTS = re.compile("[\ufe00\ufe01\u2063]")
"""What tells one form of a script letter from another, which few fonts have; and an invisible sign
in place of the bracket that cases do not have."""


@cache
def _converter() -> LatexToMathML:
    import math_core  # noqa: PLC0415 - pages without formulas need none

    return math_core.LatexToMathML()
