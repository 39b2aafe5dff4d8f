"""What a publisher would refuse in a document's sources, and where it comes from.

The sources are generated, but templates are the workshop's own if it likes, and pictures are
whatever somebody put beside the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from proposal.bundling.accepted import READ, SOURCE, is_accepted
from proposal.bundling.contents import Receiver
from proposal.diagnostics import Diagnostic, Severity, Span, error
from proposal.edition import wording
from proposal.render.latex.document import RenderedDocument

_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%.*")
r"""A comment of TeX, but not `\%`: `10 \% % a note`.→"""
_PACKAGES = re.compile(r"\\(?:usepackage|RequirePackage)\s*(?:\[[^\]]*\])?\s*\{([^}]*)\}")
r"""`\usepackage[all]{xy}`"""
_FILES = re.compile(
    r"\\(?:input|include|includegraphics|bibliography|usepackage|RequirePackage|graphicspath"
    r"|InputIfFileExists|verbatiminput|lstinputlisting)\s*\*?\s*(?:\[[^\]]*\])?\s*\{+([^}]*)\}"
)
r"""`\input{sections/one}`, `\includegraphics[width=3cm]{a.png}`"""
_OUTSIDE = re.compile(r"^\s*(?:/|~|[A-Za-z]:[\\/]|\\)|\.\.")
r"""A path that leads out of the bundle: `/home/ada/a.png`, `../a.png`, `C:\a.png`."""
_FIGURE = re.compile(r"\\begin\{figure\*?\}(.*?)\\end\{figure\*?\}", re.DOTALL)
r"""`\begin{figure*}…\end{figure*}`"""
_DESCRIPTION = re.compile(r"\\Description\s*(?:\[[^\]]*\])?\s*\{\s*[^\s}]")
r"""`\Description{A curve that rises}`, but no empty `\Description{}`."""
_MARK = wording.TO_BE_CONFIRMED.replace(" ", r"\s+")
_GUESS = re.compile(rf"\((?:[\w/]+,\s+)?{_MARK}\)")
"""A mark as the program sets it; in a sentence of its own the words may well be meant. Example:
`(to be confirmed)`."""
_NAME = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z]+")
"""A file's name that every system takes: `figure-1.pdf`."""


def refusals(root: Path, rendered: RenderedDocument, receiver: Receiver) -> list[Diagnostic]:
    """Everything that the receiver would send the document back for.

    Args:
        root: the folder that holds `data/`, and may hold templates.
        rendered: the document, without errors.
        receiver: who gets it; arXiv takes any package.
    """
    looking = _Sources(root, rendered)
    found = [*_one_class(looking), *_files_outside(looking), *_pictures(looking)]
    found += [*_descriptions(looking), *_guesses(looking)]
    if receiver is Receiver.TAPS:
        found += _packages(looking)
    return found


def as_taps_sees(diagnostic: Diagnostic) -> Diagnostic:
    """A diagnostic of the data as ACM's production takes it: no author without a country."""
    if diagnostic.code != "missing-country":
        return diagnostic
    return replace(diagnostic, severity=Severity.ERROR)


class _Sources:
    """The generated sources, without comments, and where their lines come from."""

    def __init__(self, root: Path, rendered: RenderedDocument) -> None:
        self.root = root
        self.rendered = rendered
        self.text = _COMMENT.sub(r"\1", rendered.tex.text)

    def place(self, offset: int, words: str) -> Span | None:
        """Where some words come from: in the data, in the workshop's own templates, or near."""
        line = self.text.count("\n", 0, offset) + 1
        tex = self.rendered.tex
        if placed := tex.places_of(line, line):
            return placed[0]
        if in_template := self.place_in_templates(words):
            return in_template
        before = (tex.places_of(number, number) for number in range(line, 0, -1))
        return next((placed[-1] for placed in before if placed), None)

    def place_in_templates(self, words: str) -> Span | None:
        for file in sorted((self.root / "templates" / "latex").rglob("*.tex")):
            for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
                if (column := line.find(words)) >= 0:
                    return Span(file, number, column + 1, column + 1 + len(words))
        return None


def _one_class(sources: _Sources) -> Iterator[Diagnostic]:
    """Production takes the file with the class for the main one, so there may be one only."""
    command = "\\documentclass"
    places = [match.start() for match in re.finditer(re.escape(command), sources.text)]
    if len(places) != 1:
        message = f"the document has {len(places)} lines with {command}; one is wanted"
        span = sources.place(places[-1], command) if places else None
        yield error("main-file", message, span, "compare it with the template of the program")


def _packages(sources: _Sources) -> Iterator[Diagnostic]:
    for match in _PACKAGES.finditer(sources.text):
        for package in filter(None, (name.strip() for name in match[1].split(","))):
            if not is_accepted(package):
                message = f"ACM's production does not accept the package {package}"
                hint = f"do without it; {SOURCE} lists what is accepted (read on {READ})"
                yield error("package", message, sources.place(match.start(), match[0]), hint)


def _files_outside(sources: _Sources) -> Iterator[Diagnostic]:
    for match in _FILES.finditer(sources.text):
        if _OUTSIDE.search(match[1]):
            message = f"`{match[1].strip()}` leads out of the bundle, so nobody else finds it"
            hint = "put the file beside the text, and write its name alone"
            yield error("outside", message, sources.place(match.start(), match[0]), hint)


def _pictures(sources: _Sources) -> Iterator[Diagnostic]:
    whole = sources.root.resolve()
    for picture in sources.rendered.pictures:
        offset = max(sources.text.find(f"{{{picture.name}}}"), 0)
        span = sources.place(offset, f"{{{picture.name}}}")
        target = picture.file.resolve()
        if not target.is_relative_to(whole):
            message = f"the picture {picture.name} is a link to {target}, outside of this folder"
            hint = f"put a copy of the picture in its place: cp {target} {picture.name}"
            yield error("outside", message, span, hint)
        if not _NAME.fullmatch(picture.name):
            message = f"`{picture.name}` is no name for a file that all servers take"
            yield error("file-name", message, span, "use letters, digits, - and _")


def to_be_confirmed(artefact: str, span: Span | None) -> Diagnostic:
    """The refusal of what says of a fact that it is to be confirmed."""
    message = f"the {artefact} says “{wording.TO_BE_CONFIRMED}”"
    hint = "`proposal check` lists what is tentative; settle it, and delete `tentative`"
    return error("to-be-confirmed", message, span, hint)


def _guesses(sources: _Sources) -> Iterator[Diagnostic]:
    """What is published stays as it is; nobody can confirm a value in it later."""
    for match in _GUESS.finditer(sources.text):
        span = sources.place(match.start(), wording.TO_BE_CONFIRMED)
        yield to_be_confirmed("document", span)
        return  # the list of all of them is that of `check`


def _descriptions(sources: _Sources) -> Iterator[Diagnostic]:
    """ACM wants each figure described for those who do not see it (acmart's guide)."""
    for match in _FIGURE.finditer(sources.text):
        if not _DESCRIPTION.search(match[1]):
            message = "a figure has no \\Description"
            span = sources.place(match.start(), "\\begin{figure")
            hint = "say in the brackets what it shows: ![A curve that rises](curve.pdf)"
            yield error("undescribed-picture", message, span, hint)
