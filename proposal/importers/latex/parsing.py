"""Parses a paper, and says in a sentence where its braces or environments do not match."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

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
from proposal.importers.latex.known_commands import context
from proposal.importers.latex.source import PaperSource, source_error

Nodes = Sequence[LatexNode]


def parse(source: PaperSource, shapes: Mapping[str, str] | None = None) -> list[LatexNode]:
    """The nodes of a paper.

    Args:
        source: the paper.
        shapes: the arguments of commands that its class has otherwise than `acmart`.

    Raises:
        ImportSourceError: a brace or an environment is not closed.
    """
    walker = LatexWalker(source.text, latex_context=context(shapes), tolerant_parsing=False)
    try:
        nodes, _, _ = walker.get_latex_nodes()
    except LatexWalkerParseError as reason:
        raise _parse_error(reason, source) from None
    except RecursionError:
        raise source_error(source.place(0), "braces stand in each other too deeply") from None
    return [node for node in nodes if node is not None]


def _parse_error(reason: LatexWalkerParseError, source: PaperSource) -> ImportSourceError:
    """What is wrong, at the place where it begins."""
    here = source.place(reason.pos or 0)
    if "closing brace" in reason.msg:
        return source_error(here, "this brace closes nothing")
    what, position = reason.open_contexts[0][:2] if reason.open_contexts else ("", 0)
    named = what.split('"')[1] if '"' in what else ""
    ended = reason.msg.partition("closing environment: '")[2].partition("'")[0]
    if ended and (not what or named == "document"):
        return source_error(here, f"\\end{{{ended}}} has no \\begin{{{ended}}}")
    if what.startswith("begin environment"):
        message = f"\\begin{{{named}}} has no \\end{{{named}}}"
    elif what.startswith("math mode"):
        message = "the formula that begins here is not ended"
    elif what:
        message = f"the brace {f'behind {chr(92)}{named}' if named else 'here'} is not closed"
    else:
        return source_error(here, f"this cannot be read as LaTeX: {reason.msg}")
    return source_error(source.place(position), f"{message} (noticed in line {here.line})")


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
    return "".join(node.latex_verbatim() for node in nodes)


def document_of(nodes: Nodes) -> LatexEnvironmentNode | None:
    """The paper's `document` environment."""
    found = (node for node in nodes if isinstance(node, LatexEnvironmentNode))
    return next(
        (environment for environment in found if environment.environmentname == "document"), None
    )


def is_macro(node: LatexNode, *names: str) -> bool:
    """Whether a node is one of the named commands."""
    return isinstance(node, LatexMacroNode) and node.macroname in names
