"""The elements of MathML Core that formulas here are written in."""

from __future__ import annotations

IN_LINE = frozenset(
    {
        *("math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "msub", "msup", "msubsup"),
        *("munder", "mover", "munderover", "mfrac", "msqrt", "mroot", "mpadded", "mstyle"),
    }
)
"""Elements that stand in a line of text, and begin none."""

OF_TABLES = frozenset({"mtable", "mtr", "mtd"})
"""Elements of matrices and of formulas in several lines."""
