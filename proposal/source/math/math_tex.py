"""Writes formulas for TeX again, in commands of the table alone."""

from __future__ import annotations

from proposal.source.math.math_tree import (
    Cells,
    Fenced,
    Formula,
    Marked,
    MathRow,
    Node,
    Scripts,
    Sign,
    Words,
)


def tex_of(formula: Formula) -> str:
    """A formula as TeX takes it between dollar signs; all of it is ASCII."""
    return _row(formula.tree).strip()


def _row(row: MathRow) -> str:
    text = ""
    for part in row.parts:
        piece = _node(part)
        needs_space = (
            text[-1:].isalpha()
            and _ends_with_name(text)
            and (piece[:1].isalpha() or piece[:1] == "*")
        )
        text += f" {piece}" if needs_space else piece
    return text


def _ends_with_name(text: str) -> bool:
    r"""Whether a letter behind the text would be taken for one of the command at its end."""
    name = text.rpartition("\\")[2]
    return "\\" in text and name.isalpha()


def _node(node: Node) -> str:
    match node:
        case Sign(tex=tex):
            return "~" if tex == "\\ " else tex
        case MathRow():
            return f"{{{_row(node)}}}"
        case Words(command=command, text=text):
            shown = text if command == "text" else text.replace(" ", "\\,")
            return f"\\{command}{{{shown}}}"
        case Scripts(base=base, lower=lower, upper=upper, primes=primes):
            below = f"_{_held(lower)}" if lower is not None else ""
            above = f"^{_held(upper)}" if upper is not None else ""
            # Behind primes TeX takes no superscript but one that follows at once.
            small = f"{above}{below}" if primes else f"{below}{above}"
            return f"{_node(base)}{chr(39) * primes}{small}"
        case Fenced(opening=opening, inner=inner, closing=closing):
            return f"\\left{opening} {_row(inner)}\\right{closing} "
        case Cells(kind=kind, rows=rows):
            lines = r"\\".join("&".join(map(_cell, row)) for row in rows)
            return f"\\begin{{{kind}}}{lines}\\end{{{kind}}}"
        case Marked(command=name, held=held, degree=degree):
            option = f"[{_held(degree)}]" if degree is not None else ""
            return f"\\{name}{option}{''.join(map(_held, held))}"
    raise AssertionError(node)


def _cell(cell: MathRow) -> str:
    """A cell, whose first sign TeX must not take for a part of what ends the row before it."""
    text = _row(cell)
    return f"{{}}{text}" if text.startswith(("*", "[")) else text


def _held(node: Node) -> str:
    """What a command holds, in braces."""
    return _node(node) if isinstance(node, MathRow) else f"{{{_node(node)}}}"
