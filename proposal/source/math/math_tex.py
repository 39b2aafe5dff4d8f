"""Writes formulas for TeX again, in commands of the table alone."""

from __future__ import annotations

from proposal.source.math.math_tree import (
    Cells,
    Fenced,
    Formula,
    Marked,
    MathRow,
    Node,
    NumberedLines,
    Scripts,
    Sign,
    Sized,
    Words,
)

_SIGNS_IN_WORDS = str.maketrans({sign: f"\\{sign}" for sign in "_&%#"})


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
            signs = text.translate(_SIGNS_IN_WORDS)
            shown = signs if command == "text" else signs.replace(" ", "\\,")
            return f"\\{command}{{{shown}}}"
        case Scripts(base=base, lower=lower, upper=upper, primes=primes):
            below = f"_{_held(lower)}" if lower is not None else ""
            above = f"^{_held(upper)}" if upper is not None else ""
            # Behind primes TeX takes no superscript but one that follows at once.
            small = f"{above}{below}" if primes else f"{below}{above}"
            return f"{_node(base)}{chr(39) * primes}{small}"
        case Fenced(opening=opening, inner=inner, closing=closing):
            return f"\\left{opening} {_row(inner)}\\right{closing} "
        case Cells(kind="substack", rows=rows):
            return f"\\begin{{subarray}}{{c}}{_lines(rows)}\\end{{subarray}}"
        case Cells(kind=kind, rows=rows):
            return f"\\begin{{{kind}}}{_lines(rows)}\\end{{{kind}}}"
        case Sized(command=command, delimiter=delimiter):
            return f"\\{command}{delimiter} "
        case NumberedLines(kind=kind, rows=rows, tags=tags):
            return f"\\begin{{{kind}}}{_lines(rows, tags)}\\end{{{kind}}}"
        case Marked(command=name, held=held, degree=degree):
            option = f"[{_held(degree)}]" if degree is not None else ""
            return f"\\{name}{option}{''.join(map(_held, held))}"
    raise AssertionError(node)


def in_a_line(formula: Formula) -> str:
    """A formula as TeX takes it in a line, where lines have no numbers of their own."""
    if not (formula.tree.parts and isinstance(formula.tree.parts[0], NumberedLines)):
        return tex_of(formula)
    lines = formula.tree.parts[0]
    kind = "aligned" if lines.kind == "align*" else "gathered"
    numbers = "".join(rf"\quad\text{{({tag})}}" for tag in lines.tags if tag)
    return f"{_node(Cells(kind, lines.rows))}{numbers}"


def _lines(rows: tuple[tuple[MathRow, ...], ...], tags: tuple[str, ...] = ()) -> str:
    numbers = (f"\\tag{{{tag}}}" if tag else "" for tag in tags or ("",) * len(rows))
    lines = ("&".join(map(_cell, row)) for row in rows)
    return r"\\".join(f"{line}{number}" for line, number in zip(lines, numbers, strict=True))


def _cell(cell: MathRow) -> str:
    """A cell, whose first sign TeX must not take for a part of what ends the row before it."""
    text = _row(cell)
    return f"{{}}{text}" if text.startswith(("*", "[")) else text


def _held(node: Node) -> str:
    """What a command holds, in braces."""
    return _node(node) if isinstance(node, MathRow) else f"{{{_node(node)}}}"
