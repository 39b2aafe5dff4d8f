r"""Rewrites the HTML that publishers and programs leave in titles and abstracts as LaTeX.

`<i>E. coli</i>` is `\textit{E. coli}`, `H<sub>2</sub>O` is `H\textsubscript{2}O`, `&amp;` is `\&`,
and MathML is a formula. Crossref writes `$\less$i$\greater$` for `<i>` into BibTeX, and Mendeley
and Zotero `{\textless}i{\textgreater}`. Tags of JATS are read like those of HTML. What is no tag
of these, or is never closed, stays as it was typed.
"""

from __future__ import annotations

import html
import re
from html.entities import html5

from msgspec import Struct

from proposal.source.bib.reserved_characters import RESERVED
from proposal.source.math.mathml_source import source_of_mathml, words_of_mathml

_LESS = r"(?:<|\{\\textless(?:\{\})?\}|\\textless(?:\{\}|[ ])|\$(?:\\less|<)\$|(?:\{\\&\}|\\?&)lt;)"
_GREATER = (
    r"(?:>|\{\\textgreater(?:\{\})?\}|\\textgreater(?:\{\}|[ ])|\$(?:\\greater|>)\$"
    r"|(?:\{\\&\}|\\?&)gt;)"
)
_ATTRIBUTES = r"""(?:\s+[A-Za-z][\w:.-]*\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>{}$\\]+))*"""
_TAG = re.compile(
    rf"{_LESS}(?P<end>/?)(?P<name>[A-Za-z][\w:-]*)(?P<attributes>{_ATTRIBUTES})"
    rf"\s*(?P<empty>/?){_GREATER}"
)
r"""Examples: `<i>`, `</jats:italic>`, `<a href="https://example.org">`, `$\less$sub$\greater$`."""
_MATH = re.compile(
    rf"{_LESS}(?P<name>(?:\w+:)?math)\b(?:(?!{_GREATER}).)*{_GREATER}.*?"
    rf"{_LESS}/(?P=name)\s*{_GREATER}",
    re.DOTALL,
)
"""`<mml:math><mml:mi>k</mml:mi></mml:math>`"""
_ENTITY = re.compile(
    r"(?:\{\\&\}|\\?&)(?P<name>[A-Za-z][A-Za-z0-9]{1,30}|#\d{2,7}|#[xX][0-9A-Fa-f]{2,6});"
)
r"""Examples: `&amp;`, `\&eacute;`, `{\&}#8217;`."""
_TWICE = re.compile(r"(\{\\&\}|\\?&)amp;(?=#?\w+;)")
"""An example: `&amp;lt;`, which is `<` after two steps."""
_HREF = re.compile(r"""\bhref\s*=\s*["']?(?P<address>[^"'\s]+)""")
"""`href="https://example.org"`, `href=https://example.org`"""

_COMMANDS = {
    **dict.fromkeys(("i", "em", "italic", "cite", "var", "dfn"), r"\textit{"),
    **dict.fromkeys(("b", "strong", "bold"), r"\textbf{"),
    **dict.fromkeys(("sub", "inf"), r"\textsubscript{"),
    "sup": r"\textsuperscript{",
    **dict.fromkeys(("sc", "scp", "smallcaps"), r"\textsc{"),
    **dict.fromkeys(("tt", "code", "kbd", "monospace"), r"\texttt{"),
    **dict.fromkeys(("u", "underline"), r"\underline{"),
    "fixed-case": "{",
    "q": r"\enquote{",
}
_BARE = frozenset({"span", "font", "small", "big", "ref", "xref", "roman", "named-content",
                   "styled-content", "inline-formula", "alternatives", "nobr", "mark"})  # fmt: skip
"""Tags of which the words are kept."""
_BLOCKS = frozenset({"p", "div", "sec", "title", "abstract", "ul", "ol", "li", "list",
                     "list-item"})  # fmt: skip
"""Tags that begin and end a paragraph."""
_ALONE = {"br": " ", "break": " ", "wbr": "", "hr": " ", "par": "\n\n"}
_SPECIAL = {
    **RESERVED,
    "<": r"\textless{}", ">": r"\textgreater{}", "\N{NO-BREAK SPACE}": "~",
    "\N{THIN SPACE}": r"\,", "\N{SOFT HYPHEN}": r"\-",
}  # fmt: skip
_BRACE = re.compile(r"\\[{}]|[{}]")
r"""`\{`, `}`"""


class RewrittenHtml(Struct, frozen=True):
    """A value without the HTML that was in it."""

    latex: str
    tags: tuple[str, ...]
    """The tags that were read, as `<i>`."""
    entities: tuple[tuple[str, str], ...]
    """The entities that were read as they were typed, and the letters that they stand for."""


def latex_of_html(value: str) -> RewrittenHtml:
    """The value of a field with LaTeX in place of the HTML in it."""
    if "<" not in value and "&" not in value and r"\textless" not in value and "less$" not in value:
        return RewrittenHtml(value, (), ())
    tags: dict[str, None] = {}
    value = _TWICE.sub(r"\1", value)
    if _MATH.search(value):
        tags["<math>"] = None
        value = _MATH.sub(_formula, value)
    value = _without_tags(value, tags)
    entities: dict[str, str] = {}

    def letter(entity: re.Match[str]) -> str:
        text = html.unescape(f"&{entity['name']};")
        if text == entity[0] or (entity["name"][0] != "#" and f"{entity['name']};" not in html5):
            return entity[0]
        entities[entity[0]] = text
        return latex_of_text(text)

    value = _ENTITY.sub(letter, value)
    return RewrittenHtml(value, tuple(tags), tuple(entities.items()))


def latex_of_text(text: str) -> str:
    """Plain text in which no sign means anything to TeX."""
    return "".join(_SPECIAL.get(sign, sign) for sign in text)


def _formula(math: re.Match[str]) -> str:
    markup = re.sub(_GREATER, ">", re.sub(_LESS, "<", math[0]))
    source = source_of_mathml(markup)
    return f"${source}$" if source else latex_of_text(words_of_mathml(markup))


def _without_tags(value: str, tags: dict[str, None]) -> str:
    """The value with commands in place of its tags, whose names are added to `tags`."""
    found = list(_TAG.finditer(value))
    instead: dict[int, str] = {}
    waiting: list[int] = []
    for number, tag in enumerate(found):
        name = _name_of(tag)
        if name in _ALONE:
            instead[number] = _ALONE[name]
        elif tag["end"]:
            begun = next((at for at in reversed(waiting) if _name_of(found[at]) == name), None)
            if begun is None:
                continue
            waiting = waiting[: waiting.index(begun)]
            if _is_balanced(value[found[begun].end() : tag.start()]):
                instead[begun], instead[number] = _around(found[begun])
        elif not tag["empty"] and _is_known(name):
            waiting.append(number)
    for number, tag in enumerate(found):
        if _name_of(tag) in _BLOCKS:  # HTML does not demand that they are closed
            instead.setdefault(number, "\n\n")
    text, end = "", 0
    for number, tag in enumerate(found):
        if number in instead:
            tags[f"<{_name_of(tag)}>"] = None
            text += value[end : tag.start()] + instead[number]
            end = tag.end()
    return text + value[end:]


def _name_of(tag: re.Match[str]) -> str:
    return tag["name"].lower().rpartition(":")[2]


def _is_known(name: str) -> bool:
    return name in _COMMANDS or name in _BARE or name in _BLOCKS or name in {"a", "tex-math"}


def _around(tag: re.Match[str]) -> tuple[str, str]:
    """What stands in place of a tag and of the one that closes it."""
    name = _name_of(tag)
    if name == "tex-math":
        return "$", "$"
    if name in _BLOCKS:
        return "\n\n", "\n\n"
    if name == "span" and "nocase" in tag["attributes"]:
        return "{", "}"
    if name == "span" and "small-caps" in tag["attributes"]:
        return r"\textsc{", "}"
    if name == "a" and (href := _HREF.search(tag["attributes"])):
        address = html.unescape(href["address"])
        return (rf"\href{{{address}}}{{", "}") if _is_balanced(address) else ("", "")
    command = _COMMANDS.get(name, "")
    return command, "}" if command else ""


def _is_balanced(text: str) -> bool:
    """Whether braces are closed in a text, so that one around it holds just that."""
    depth = 0
    for brace in _BRACE.finditer(text):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth < 0:
            return False
    return not depth
