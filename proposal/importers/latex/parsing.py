"""Parses a paper, and says in a sentence where its braces or environments do not match."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexNode,
    LatexWalker,
    LatexWalkerParseError,
)

from proposal.importers.draft import ImportSourceError
from proposal.importers.latex.commands import context
from proposal.importers.latex.source import Source, complaint

Nodes = Sequence[LatexNode]


def parse(source: Source) -> list[LatexNode]:
    """The nodes of a paper.

    Raises:
        ImportSourceError: a brace or an environment is not closed.
    """
    walker = LatexWalker(source.text, latex_context=context(), tolerant_parsing=False)
    try:
        nodes, _, _ = walker.get_latex_nodes()
    except LatexWalkerParseError as reason:
        raise _told(reason, source) from None
    except RecursionError:
        raise complaint(source.place(0), "braces stand in each other too deeply") from None
    return [each for each in nodes if each is not None]


def _told(reason: LatexWalkerParseError, source: Source) -> ImportSourceError:
    """What is wrong, at the place where the unclosed thing begins."""
    here = source.place(reason.pos or 0)
    if reason.open_contexts:  # the innermost one comes first
        what, position = reason.open_contexts[0][:2]
        span = source.place(position)
        if what.startswith("begin environment"):
            name = what.split('"')[1]
            message = f"\\begin{{{name}}} has no \\end{{{name}}}"
        elif what.startswith("math mode"):
            message = "the formula that begins here is not ended"
        else:
            named = what.split('"')
            behind = f" behind \\{named[1]}" if len(named) > 1 else " that opens here"
            message = f"the brace{behind} is not closed"
        return complaint(span, f"{message} (noticed at line {here.line})")
    if "closing brace" in reason.msg:
        return complaint(here, "this brace closes nothing")
    if "closing environment" in reason.msg:
        name = reason.msg.split("'")[1]
        return complaint(here, f"\\end{{{name}}} has no \\begin{{{name}}}")
    return complaint(here, f"this cannot be read as LaTeX: {reason.msg}")


def argument(node: LatexNode, index: int) -> list[LatexNode] | None:
    """The content of a command's argument, counted from 0; nothing if it is absent."""
    arguments = getattr(node.nodeargd, "argnlist", None) or ()
    if index >= len(arguments) or arguments[index] is None:
        return None
    found = arguments[index]
    return list(found.nodelist) if isinstance(found, LatexGroupNode) else [found]


def last_argument(node: LatexNode) -> list[LatexNode]:
    """The content of a command's last argument, which is the one that it is about."""
    arguments = getattr(node.nodeargd, "argnlist", None) or ()
    return argument(node, len(arguments) - 1) or [] if arguments else []


def is_starred(node: LatexNode) -> bool:
    """Whether a command that may have a star has one."""
    arguments = getattr(node.nodeargd, "argnlist", None) or ()
    first = arguments[0] if arguments else None
    return isinstance(first, LatexCharsNode) and first.chars == "*"


def verbatim(nodes: Iterable[LatexNode]) -> str:
    """The source of some nodes."""
    return "".join(each.latex_verbatim() for each in nodes)


def document_of(nodes: Nodes) -> LatexEnvironmentNode | None:
    """The paper's `document` environment."""
    found = (each for each in nodes if isinstance(each, LatexEnvironmentNode))
    return next((each for each in found if each.environmentname == "document"), None)


def is_macro(node: LatexNode, *names: str) -> bool:
    """Whether a node is one of the named commands."""
    return isinstance(node, LatexMacroNode) and node.macroname in names
