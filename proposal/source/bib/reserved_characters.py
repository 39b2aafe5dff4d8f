"""The characters that LaTeX reserves, and how text has them printed."""

from __future__ import annotations

RESERVED = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "^": r"\textasciicircum{}",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "%": r"\%",
}
"""The ten characters that LaTeX reserves, each as a command that prints it."""

BRACES_IN_BIBTEX = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
"""Braces of a text within a field of BibTeX, which counts `\\{` as one that opens a group."""
