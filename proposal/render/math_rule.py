"""Has the Markdown parser find formulas, so that `_` and `*` in them are no markup."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from proposal.source.math.dollar_signs import DollarSpan, formula_at, unclosed_at
from proposal.source.math.math_grammar import FormulaError, open_formula_error, read_formula

INLINE, BLOCK = "formula", "block_formula"
"""The types of tokens that stand for formulas; their `meta` has a formula, or an error."""


def add_formulas(parser: MarkdownIt) -> MarkdownIt:
    """Let a Markdown parser find `$…$` in text, and `$$…$$` on lines of its own."""
    parser.inline.ruler.before("escape", INLINE, _inline_rule)
    parser.block.ruler.before(
        "blockquote", BLOCK, _block_rule, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    return parser


def _inline_rule(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$":
        return False
    span = formula_at(state.src, state.pos, state.posMax)
    if span is None:
        return _open_formula(state, silent=silent)
    if not silent:
        token = state.push(INLINE, "math", 0)
        _describe(token, state.src[state.pos : span.end], span)
    state.pos = span.end
    return True


def _open_formula(state: StateInline, *, silent: bool) -> bool:
    """A dollar sign that begins what looks like a formula, and is never closed; it stays text."""
    typed = unclosed_at(state.src, state.pos, state.posMax)
    if not typed:
        return False
    if not silent:
        token = state.push(INLINE, "math", 0)
        token.content = "$"
        token.meta = {"error": open_formula_error(typed), "offset": 0}
    state.pos += 1
    return True


def _block_rule(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    start = state.bMarks[first] + state.tShift[first]
    if not state.src.startswith("$$", start) or state.is_code_block(first):
        return False
    lines: list[str] = []
    for line in range(first, last):
        if state.isEmpty(line) or (line > first and state.sCount[line] < state.blkIndent):
            return False
        lines.append(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])
        if lines[-1].rstrip().endswith("$$") and (line > first or len(lines[-1].strip()) > 2):
            break
    typed = "\n".join(lines).rstrip()
    span = formula_at(typed, 0)
    if span is None or not span.is_display or span.end != len(typed):
        return False
    if silent:
        return True
    token = state.push(BLOCK, "math", 0)
    token.block = True
    token.map = [first, first + len(lines)]
    _describe(token, typed, span)
    state.line = first + len(lines)
    return True


def _describe(token: Token, typed: str, span: DollarSpan) -> None:
    """Have a token say what was typed, and what that means."""
    token.content = typed
    try:
        formula = read_formula(span.source, is_display=span.is_display)
        token.meta = {"formula": formula}
    except FormulaError as reason:
        token.meta = {"error": reason, "offset": typed.index(span.source) + reason.offset}
