r"""Writes slides of beamer as a paper, each character in its place: frames become subsections.

What shows when, as `<2->`, is taken off, so that all that is ever shown is text.
"""

from __future__ import annotations

import re

_OVERLAY = re.compile(
    r"(?<=[A-Za-z*}\]])<(?:[\d+.,:|@ ()-]|handout|beamer|article|trans|alert){1,40}>"
    r"|\[<[^<>\n]{1,40}>\]"
)
r"""Examples: `<2->` in `\item<2-> Text`, `<1,3>` in `\only<1,3>{Text}`; `[<+->]`."""
_COMMANDS = re.compile(
    r"\\(?:only|uncover|visible|onslide|alert|pause|titlepage|frame(?=\s*[\[{]))(?![A-Za-z])"
    r"|\\end\{frame\}"
)
r"""What says when its argument is shown, or that a slide begins or ends. Example:
`\only<2>{Results}`."""
_FRAME = re.compile(
    r"\\begin\{frame\}(?P<options>(?:\s*\[[^\[\]]*\])?)(?P<title>\s*\{(?!\s*\\titlepage))?"
)
r"""Examples: `\begin{frame}{Title}`, `\begin{frame}[fragile]`."""
_FRAME_TITLE = re.compile(r"\\frametitle(?![A-Za-z])")
r"""`\frametitle{Title}`, but not `\frametitlecolor`."""
_SECTION = r"\subsection"


def slides_as_text(text: str) -> str:
    """Slides with subsections in place of frames, as long as before."""
    text = _OVERLAY.sub(lambda match: " " * len(match[0]), text)
    text = _FRAME.sub(_heading, text)
    text = _FRAME_TITLE.sub(lambda _: _SECTION, text)  # which has as many letters
    return _COMMANDS.sub(lambda match: " " * len(match[0]), text)


def _heading(match: re.Match[str]) -> str:
    if match["title"] is None:
        return " " * len(match[0])
    return _SECTION.ljust(len(match[0]) - len(match["title"])) + match["title"]
