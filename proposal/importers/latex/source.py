r"""Puts a paper's files together: one text without comments and private commands.

`\\input` and `\\include` are replaced by what the files say, and commands that the paper
defines by what they stand for, so that what reads the text meets LaTeX's and acmart's own
commands only. Nothing is executed: a definition is text with places for arguments. Every
character of the text knows the file and the line that it came from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import Span, first_few
from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.latex import (
    acronyms,
    conditions,
    counters,
    definitions,
    multiple_citations,
    taken_files,
    unbraced_arguments,
    units,
    written_environments,
    written_notes,
)
from proposal.importers.latex.babel import language_of
from proposal.importers.latex.braces import Command
from proposal.importers.latex.paper_text import encoding_of, read_paper_text
from proposal.importers.latex.text_reader import (
    Handler,
    Origin,
    SourceFile,
    TextJoiner,
    TextReader,
    Theorem,
    source_error,
)

__all__ = ["PaperSource", "also_in", "read_source", "source_error"]


class PaperSource(Struct, frozen=True):
    """A paper as one text."""

    text: str
    pieces: list[tuple[int, Origin]]
    """The offsets at which pieces of the text begin, and where those pieces stand."""
    concepts: str
    """The XML of the paper's CCS concepts."""
    theorems: Mapping[str, Theorem]
    """The environments for numbered statements that the paper defines."""
    language: str = ""
    """The main language, if it has marks of its own."""
    folders: tuple[Path, ...] = ()
    """The folders of files that the paper imports, in which their pictures are."""
    written: Mapping[str, str] = {}
    """The files that the paper writes itself, by their names, each as far down as it is there."""

    def place(self, offset: int, length: int = 1) -> Span:
        """Where the characters from `offset` on were written."""
        index = max(bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1, 0)
        start, origin = self.pieces[index]
        return origin.place(offset - start, length)


def read_source(file: Path, diagnostics: SourceDiagnostics) -> PaperSource:
    """Put a paper together.

    Args:
        file: the paper's main file.
        diagnostics: what is wrong with the files is added here.

    Raises:
        ImportSourceError: the main file cannot be read, or is no LaTeX.
    """
    text, errors = read_paper_text(file, encoding_of(file))
    if text is None:
        error = errors[0]
        raise ImportSourceError(f"{error.span}: {error.message}; expected a paper in LaTeX")
    joiner = _joined(file, text, diagnostics)
    return PaperSource(
        "".join(joiner.out),
        joiner.pieces or [(0, Origin(SourceFile.of(file, text)))],
        joiner.concepts,
        joiner.theorems,
        language_of(text),
        tuple(joiner.folders),
        {
            match["name"].strip(): "\n" * text.count("\n", 0, match.start("text")) + match["text"]
            for match in _WRITTEN.finditer(text)
        },
    )


_WRITTEN = re.compile(
    r"^[ \t]*\\begin\{filecontents\*?\}[ \t]*(?:\[[^]]*\])?[ \t]*\{(?P<name>[^{}]+)\}(?P<text>.*?)"
    r"\\end\{filecontents",
    re.DOTALL | re.MULTILINE,
)
r"""`\begin{filecontents}{refs.bib}@misc{…}\end{filecontents}`"""


def _joined(file: Path, text: str, diagnostics: SourceDiagnostics) -> TextJoiner:
    r"""A paper's text, read again where an abstract uses what is defined behind it.

    TeX sets title and abstract at `\maketitle` only, and knows by then what follows them.
    """
    found = SourceDiagnostics()
    encoding = encoding_of(file)
    joiner = TextJoiner(file.resolve().parent, found, _HANDLERS, _handler_of, encoding)
    joiner = _read(file, text, joiner)
    definitions = {
        name: joiner.definitions[name] for name in joiner.missed & set(joiner.definitions)
    }
    acronyms = {name: joiner.acronyms[name] for name in joiner.missed & set(joiner.acronyms)}
    if definitions or acronyms:
        found = SourceDiagnostics()
        again = TextJoiner(file.resolve().parent, found, _HANDLERS, _handler_of, encoding)
        again.definitions |= definitions
        again.acronyms |= acronyms
        joiner = _read(file, text, again)
    _tell(joiner)
    diagnostics += found
    return joiner


def _read(file: Path, text: str, joiner: TextJoiner) -> TextJoiner:
    try:
        joiner.read(text, Origin(SourceFile.of(file, text)), 0)
    except RecursionError:
        message = "braces stand in each other too deeply"
        raise source_error(Span(file, 1, 1, 2), message) from None
    return joiner


_HANDLERS: Mapping[str, Handler] = {
    **written_notes.HANDLERS,
    **taken_files.HANDLERS,
    **definitions.HANDLERS,
    **conditions.HANDLERS,
    **acronyms.HANDLERS,
    **counters.HANDLERS,
    **units.HANDLERS,
    **multiple_citations.HANDLERS,
    **unbraced_arguments.HANDLERS,
    **written_environments.HANDLERS,
}
"""What is done about commands while a paper is put together."""


def _handler_of(reader: TextReader, command: Command) -> Handler | None:
    if handler := _HANDLERS.get(command.name):
        return handler
    if command.name in reader.joiner.verbs:
        return written_environments.verb
    if command.name == "acro":  # by whose name papers also call commands of their own
        return acronyms.listed
    if command.name == "link":
        return written_environments.link
    if written_notes.has_name_of_note(command.name):
        return written_notes.unknown_note
    if counters.is_value(reader, command.name):
        return counters.value
    if conditions.is_setter(reader, command.name):
        return conditions.set_switch
    return conditions.condition if conditions.is_condition(reader, command) else None


def _tell(joiner: TextJoiner) -> None:
    """Say once for each command what was left out or could not be decided."""
    for name, places in joiner.undecided.items():
        message = f"only TeX can decide {name}; what stands first is taken{also_in(places)}"
        joiner.diagnostics.warn("unknown-latex", message, places[0], "compare it with the PDF")
    for name, places in joiner.notes.items():
        message = f"{name} is a note of the authors to themselves and is left out{also_in(places)}"
        joiner.diagnostics.warn("note-not-kept", message, places[0])
    for name, places in joiner.struck.items():
        message = f"{name} strikes its text out, so it is left out{also_in(places)}"
        joiner.diagnostics.warn("note-not-kept", message, places[0])
    for name, places in joiner.fillers.items():
        message = f"{name} prints words that say nothing and is left out{also_in(places)}"
        joiner.diagnostics.warn("note-not-kept", message, places[0])
    for name, places in joiner.drawings.items():
        message = f"{name} is drawn by TeX and is left out{also_in(places)}"
        hint = "export it as PDF or PNG, and add it as a picture"
        joiner.diagnostics.warn("no-picture", message, places[0], hint)


def also_in(places: list[Span]) -> str:
    """Where else something stands, as it is said behind the first place."""
    first = places[0]
    lines = sorted({place.line for place in places[1:] if place.file == first.file} - {first.line})
    named = [f"line {lines[0]}"] if len(lines) == 1 else []
    if len(lines) > 1:
        named = [f"lines {first_few(map(str, lines), _MOST_LINES)}"]
    files = sorted({place.file.name for place in places if place.file != first.file})
    named += files[:_MOST_FILES]
    if len(files) > _MOST_FILES:
        named.append(f"{len(files) - _MOST_FILES} more files")
    return f" (also in {', '.join(named)})" if named else ""


_MOST_LINES = 12
"""Lines that a message names."""
_MOST_FILES = 5
"""Files that a message names."""
