"""Says where in a text a formula is wrong, and leaves it in the text as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.render.math_rule import BLOCK, INLINE
from proposal.source.math.math_grammar import FormulaError

_NEAREST = re.compile(r"\\(?:[A-Za-z]+|.)|[A-Za-z]+|.")
r"""`\alpha`, `\{`, `mm`, `+`"""


def formula_errors(
    tokens: Iterable[Token], lines: Sequence[str], places: Sequence[Span]
) -> Iterator[Diagnostic]:
    """What is wrong in the formulas of a parsed text, which become text where they are.

    Args:
        tokens: the parsed text, which is changed.
        lines: its lines, as they are written.
        places: where each of them stands.
    """
    for token in tokens:
        if token.type == BLOCK and "error" in token.meta:
            yield _diagnostic(token, (token.map or [0])[0], lines, places)
            token.type, token.tag = "fence", "code"
        line = token.map[0] if token.map else 0
        for child in token.children or ():
            if child.type == INLINE and "error" in child.meta:
                yield _diagnostic(child, line, lines, places)
                child.type, child.tag = "text", ""
            line += child.type in {"softbreak", "hardbreak"}
            line += child.content.count("\n") if "$" in child.content else 0


def _diagnostic(
    token: Token, line: int, lines: Sequence[str], places: Sequence[Span]
) -> Diagnostic:
    reason: FormulaError = token.meta["error"]
    before = token.content[: token.meta["offset"]]
    line += before.count("\n")
    row = before.rpartition("\n")[2]
    nearest = _NEAREST.match(token.content, len(before))
    place = None
    if line < len(places):
        typed = token.content.split("\n")[before.count("\n")]
        written = lines[line] if line < len(lines) else ""
        start = places[line].column + max(written.find(typed), 0) + len(row)
        width = len(nearest[0]) if nearest else 1
        place = Span(places[line].file, places[line].line, start, start + width)
    if reason.code == "unclosed-formula":
        return warning(reason.code, reason.message, place, reason.hint)
    return error(reason.code, reason.message, place, reason.hint)
