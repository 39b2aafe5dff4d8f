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

from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.latex.known_commands import context
from proposal.importers.latex.source import PaperSource, source_error

Nodes = Sequence[LatexNode]


def parse(
    source: PaperSource,
    diagnostics: SourceDiagnostics,
    shapes: Mapping[str, str] | None = None,
) -> list[LatexNode]:
    """The nodes of a paper.

    TeX closes braces that are open at a paper's end; so does this, and tells it.

    Args:
        source: the paper.
        diagnostics: what is mended is added here.
        shapes: the arguments of commands that its class has otherwise than `acmart`.

    Raises:
        ImportSourceError: a brace or an environment is not closed.
    """
    known = context(shapes, source.theorems)
    text = source.text
    for _ in range(_MOST_MENDED + 1):
        try:
            nodes, _, _ = LatexWalker(text, known, tolerant_parsing=False).get_latex_nodes()
        except LatexWalkerParseError as reason:
            end = _end_with_open_brace(reason, text)
            if end is None:
                raise _parse_error(reason, source) from None
            place = source.place(reason.open_contexts[0][1])
            message = "this brace is open as far as the paper's end, where it is taken for closed"
            diagnostics.warn("open-brace", message, place, "close it where it should end")
            text = f"{text[:end]}}}{text[end:]}"
        except RecursionError:
            raise source_error(source.place(0), "braces stand in each other too deeply") from None
        else:
            return [node for node in nodes if node is not None]
    raise source_error(source.place(0), "too many braces are not closed")


_MOST_MENDED = 5
"""Braces that are closed at a paper's end."""


def _end_with_open_brace(reason: LatexWalkerParseError, text: str) -> int | None:
    """Where the paper ends, if a brace is all that is open there."""
    end = text.rfind("\\end{document}")
    opened = [what for what, *_ in reason.open_contexts or ()]
    is_brace_alone = set(opened[:-1]) == {"open brace"} and "document" in opened[-1]
    return end if is_brace_alone and reason.pos == end else None


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
    begin = source.place(position)
    where = f"line {here.line}" if here.file == begin.file else f"{here.file}:{here.line}"
    return source_error(begin, f"{message} (noticed in {where})")


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
