"""Reads the files of an aclpub2 folder: YAML, and pieces of LaTeX that it names."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field

from proposal.diagnostics import Severity, Span
from proposal.importers.author_cells import plain_names
from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.forbidden import refuse_forbidden_escapes
from proposal.importers.fragments import read_fragment
from proposal.reading.lines import line_of
from proposal.source.file import read_text
from proposal.source.yaml import Node, read_yaml


class Aclpub2Files(Struct):
    """An aclpub2 folder."""

    folder: Path
    diagnostics: SourceDiagnostics = field(default_factory=SourceDiagnostics)

    def node(self, name: str) -> Node | None:
        """The value of a YAML file, whose name older folders write with hyphens.

        Raises:
            ImportSourceError: the file is no YAML.
        """
        for spelling in (name, name.replace("_", "-")):
            for suffix in (".yml", ".yaml"):
                file = self.folder / f"{spelling}{suffix}"
                if not file.is_file():
                    continue
                node, diagnostics = read_yaml(file)
                errors = [
                    diagnostic
                    for diagnostic in diagnostics
                    if diagnostic.severity is Severity.ERROR
                ]
                if node is None:
                    raise ImportSourceError(f"{errors[0].span}: {errors[0].message}")
                refuse_forbidden_escapes(errors)
                self.diagnostics.add_as_warnings(errors)
                return node
        return None

    def entries(self, name: str) -> list[Node]:
        """The items of a YAML file that is a list; none if there is no such file.

        Raises:
            ImportSourceError: the file is something else than a list.
        """
        node = self.node(name)
        if node is None or node.value is None:
            return []
        if not isinstance(node.value, list):
            raise ImportSourceError(f"{node.span}: a list was expected in {node.span.file.name}")
        return node.value

    def warn(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Add a warning about a place in the folder."""
        self.diagnostics.warn(code, message, span, hint)

    def latex(self, node: Node | None) -> str:
        """The text of a value that is a piece of LaTeX."""
        if node is None or not isinstance(node.value, str):
            return ""
        return self._plain(str(node.value), node.span)

    def latex_file(self, place: str, name: Node | None) -> str:
        """The text of a LaTeX file that a value names, beneath a folder; empty without one."""
        if name is None or not text_of(name):
            return ""
        home = (self.folder / place).resolve()
        file = (home / text_of(name)).resolve()
        if not file.is_relative_to(self.folder.resolve()):
            self.warn("no-file", f"{text_of(name)} does not stand in the folder", name.span)
            return ""
        if not file.is_file():
            self.warn("no-file", f"there is no file {place}/{text_of(name)}", name.span)
            return ""
        text, diagnostics = read_text(file)
        if text is None:
            self.warn(
                "no-file", f"{diagnostics[0].message}; the file is left out", diagnostics[0].span
            )
            return ""
        return self._plain(text, Span.of_file(file))

    def _plain(self, latex: str, span: Span) -> str:
        fragment = read_fragment(latex)
        if fragment.lost:
            names = ", ".join(fragment.lost)
            self.warn("unknown-latex", f"{names} has no text and is left out", span)
        return fragment.text


def text_of(node: Node | None, *keys: str) -> str:
    r"""A value as one line of text; with keys, that of the first of them that is there.

    The folder's files are pieces of LaTeX, as in `Sample Institute \& University of Y`.
    """
    for key in keys:
        if node is not None and (child := node.child(key)) is not None and text_of(child):
            return text_of(child)
    if keys or node is None:
        return ""
    text = line_of(str(node.value)) if isinstance(node.value, str) else ""
    return plain_names(text) if "\\" in text else text


def items_of(node: Node, *keys: str) -> list[Node]:
    """The items under the first of the keys that holds a list."""
    for key in keys:
        child = node.child(key)
        if child is not None and isinstance(child.value, list):
            return child.value
    return []
