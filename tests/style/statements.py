"""The statements of a module, without the expressions in them: most of what it consists of."""

from __future__ import annotations

import ast
from collections.abc import Iterator

_PARTS = ("body", "orelse", "finalbody", "handlers", "cases")
"""Where statements, and handlers and cases that hold some, stand in another statement."""


def statements_of(node: ast.AST) -> Iterator[ast.AST]:
    """All that stands in a module, class, function or statement, at any depth."""
    for name in _PARTS:
        parts = getattr(node, name, ())
        if isinstance(parts, list):  # and not the expression of `lambda` or `a if b else c`
            for part in parts:
                yield part
                yield from statements_of(part)
