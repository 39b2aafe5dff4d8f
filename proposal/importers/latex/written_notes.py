r"""Leaves out what authors write for themselves: `\todo`, notes in the margin, struck out words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from proposal.importers.latex.braces import Command, behind_arguments
from proposal.importers.latex.known_commands import NOTES
from proposal.importers.latex.text_reader import Handler, TextReader

_STRUCK = {"sout": "{", "xout": "{", "st": "{", "deleted": "[{"}
"""Commands that strike their text out, with their arguments."""


def _note(reader: TextReader, command: Command) -> int:
    """A note, which is left out and told once, unless it stands in the preamble."""
    shape = NOTES[command.name]
    end = behind_arguments(reader.text, command.end, shape)
    if shape and reader.text[end - 1 : end] not in {"}", "]"}:
        return reader.unknown(command)
    if shape and not reader.joiner.is_preamble:
        places = reader.joiner.notes.setdefault(f"\\{command.name}", [])
        places.append(reader.place(command))
    return end


def _struck(reader: TextReader, command: Command) -> int:
    end = behind_arguments(reader.text, command.end, _STRUCK[command.name])
    if reader.joiner.is_preamble:
        return end
    if reader.text[end - 1 : end] != "}":
        return reader.unknown(command)
    places = reader.joiner.struck.setdefault(f"\\{command.name}", [])
    places.append(reader.place(command))
    return end


def _replaced(reader: TextReader, command: Command) -> int:
    r"""`\replaced{new words}{old words}`."""
    _, start = reader.option(command.end)
    begin, stop, end = reader.argument_range(start)
    reader.run(begin, stop)
    return reader.argument_range(end)[2]


def has_name_of_note(name: str) -> bool:
    r"""Whether an unknown command is called as those for notes are: `\todoinline`, `\fixmeann`."""
    return _NAME_OF_NOTE.match(name) is not None


_NAME_OF_NOTE = re.compile(r"(?i)(?:todo|fixme)")
"""`todo`, `fixmeAda`"""


def unknown_note(reader: TextReader, command: Command) -> int:
    """A note by a command that some package defines, which is left out and told."""
    end = behind_arguments(reader.text, command.end)
    if end == command.end or reader.joiner.is_preamble:
        return reader.unknown(command)
    places = reader.joiner.notes.setdefault(f"\\{command.name}", [])
    places.append(reader.place(command))
    return end


HANDLERS: Mapping[str, Handler] = {
    **dict.fromkeys(NOTES, _note),
    **dict.fromkeys(_STRUCK, _struck),
    "replaced": _replaced,
}
"""What leaves notes out, by their commands."""
