r"""Takes in the files that a paper names: `\input`, `\import`, `\subfile`, listings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from proposal.importers.draft import ImportSourceError
from proposal.importers.latex.braces import Command, behind_space, key_values
from proposal.importers.latex.text_reader import Handler, Origin, SourceFile, TextReader
from proposal.importers.latex.written_environments import print_code

_END_OF_NAME = re.compile(r"[\s\\}%]")
r"""An example: `\input intro \section`."""
_BODY = re.compile(r"\\begin\s*\{document\}(.*?)\\end\s*\{document\}", re.DOTALL)
r"""`\begin{document}Text\end{document}`"""


def _input(reader: TextReader, command: Command) -> int:
    start = behind_space(reader.text, command.end)
    if reader.text.startswith("{", start):
        name, end = reader.argument(start)
    else:
        found = _END_OF_NAME.search(reader.text, start)
        end = found.start() if found else len(reader.text)
        name = reader.text[start:end]
    if command.name == "InputIfFileExists":
        end = reader.argument(reader.argument(end)[1])[1]
    _take(reader, command, name.strip().strip('"'), end)
    return end


def _take(
    reader: TextReader, command: Command, name: str, end: int, base: Path | None = None
) -> None:
    """Read a file in place of the command that names it."""
    joiner, span = reader.joiner, reader.place(command, end)
    file = joiner.file(name, span, base)
    if file is None:
        return
    if "include" in command.name and not joiner.is_preamble:
        message = f"\\{command.name} begins a new page, which is not kept; {name} is read"
        joiner.diagnostics.warn("layout-not-kept", message, span)
    joiner.read(file.text, Origin(file), reader.depth + 1)


def _import(reader: TextReader, command: Command) -> int:
    r"""`\import{folder/}{file}`: files that it names are looked for in its folder."""
    start = command.end + reader.text.startswith("*", command.end)
    folder, end = reader.argument(start)
    name, end = reader.argument(end)
    joiner = reader.joiner
    before = joiner.base
    root = before if command.name.startswith("sub") else joiner.folder
    joiner.base = (root / folder.strip()).resolve()
    if joiner.base.is_relative_to(joiner.folder):
        joiner.folders.append(joiner.base)
    _take(reader, command, name.strip(), end, joiner.base)
    joiner.base = before
    return end


def _subfile(reader: TextReader, command: Command) -> int:
    """A file that is a paper of its own, of which only its text is taken."""
    name, end = reader.argument(command.end)
    file = reader.joiner.file(name.strip(), reader.place(command, end))
    if file is not None:
        body = _BODY.search(file.text)
        text, offset = (body[1], body.start(1)) if body else (file.text, 0)
        reader.joiner.read(text, Origin(file, offset), reader.depth + 1)
    return end


def _listing(reader: TextReader, command: Command) -> int:
    r"""`\lstinputlisting[options]{file}`, `\inputminted{python}{file}`, `\verbatiminput{file}`."""
    options, end = reader.option(command.end + reader.text.startswith("*", command.end))
    name, end = reader.argument(end)
    if command.name == "inputminted":
        name, end = reader.argument(end)
    file = _whole_file(reader, command, name.strip(), end)
    if file is not None and not reader.joiner.is_preamble:
        said = key_values(options or "")
        lines = _chosen_lines(file.text.rstrip("\n").split("\n"), said)
        code = "\n".join(lines).replace("\\end{verbatim}", "")
        print_code(reader, command, f"\n{code}\n", options or "")
    return end


def _chosen_lines(lines: list[str], said: Mapping[str, str]) -> list[str]:
    """The lines of a file that `firstline=3, lastline=9` or `linerange={1-3, 8-9}` choose."""
    if ranges := _RANGE.findall(said.get("linerange", "")):
        return [line for first, last in ranges for line in lines[int(first) - 1 : int(last)]]
    first, last = said.get("firstline", ""), said.get("lastline", "")
    return lines[
        int(first) - 1 if first.isdecimal() and int(first) else 0 : int(last)
        if last.isdecimal()
        else None
    ]


_RANGE = re.compile(r"(\d+)\s*-\s*(\d+)")
"""`1-3`"""


def _whole_file(reader: TextReader, command: Command, name: str, end: int) -> SourceFile | None:
    return reader.joiner.file(name, reader.place(command, end))


def _package(reader: TextReader, command: Command) -> int:
    r"""`\usepackage{macros}`, where the paper has a file of that name with commands of its own."""
    joiner = reader.joiner
    is_preamble = joiner.is_preamble
    end = reader.copy_with_arguments(command) if is_preamble else reader.unknown(command)
    if joiner.is_package or not is_preamble:
        return end
    _, start = reader.option(command.end)
    names, _ = reader.argument(start)
    for name in names.split(","):
        file = joiner.package(name.strip())
        if file is not None:
            joiner.is_package = joiner.has_at = True
            with suppress(
                ImportSourceError
            ):  # what only TeX can read is none of the authors' texts
                joiner.read(file.text, Origin(file), reader.depth + 1)
            joiner.is_package = joiner.has_at = False
    return end


def _end_input(reader: TextReader, _command: Command) -> int:
    return len(reader.text)


HANDLERS: Mapping[str, Handler] = {
    **dict.fromkeys(("input", "include", "InputIfFileExists"), _input),
    **dict.fromkeys(
        ("import", "subimport", "includefrom", "subincludefrom", "inputfrom", "subinputfrom"),
        _import,
    ),
    **dict.fromkeys(("subfile", "subfileinclude"), _subfile),
    **dict.fromkeys(
        ("lstinputlisting", "inputminted", "verbatiminput", "VerbatimInput", "BVerbatimInput"),
        _listing,
    ),
    **dict.fromkeys(("usepackage", "RequirePackage"), _package),
    "endinput": _end_input,
}
"""What takes files in, by the commands that name them."""
