r"""Reads biblatex's commands for several citations: `\parencites[3]{one}[4]{two}`."""

from __future__ import annotations

from collections.abc import Mapping

from proposal.importers.latex.braces import Command, behind_space
from proposal.importers.latex.text_reader import Handler, TextReader

_SINGLE = {
    "cites": "cite", "Cites": "cite", "parencites": "parencite", "Parencites": "parencite",
    "footcites": "footcite", "textcites": "textcite", "Textcites": "textcite",
    "autocites": "autocite", "Autocites": "autocite", "smartcites": "smartcite",
    "supercites": "supercite",
}  # fmt: skip
"""The commands for a single citation, by those for several."""


def _citations(reader: TextReader, command: Command) -> int:
    """Each citation by the command for one."""
    position, separator = command.end, ""
    while True:
        start = behind_space(reader.text, position)
        end, options = start, ""
        while reader.text.startswith("[", behind_space(reader.text, end)):
            given, end = reader.option(end)
            options += f"[{given}]"
        if not reader.text.startswith("{", behind_space(reader.text, end)):
            return position
        keys, position = reader.argument(end)
        reader.read_instead(f"{separator}\\{_SINGLE[command.name]}{options}{{{keys}}}", command)
        separator = " "


HANDLERS: Mapping[str, Handler] = dict.fromkeys(_SINGLE, _citations)
"""What reads several citations, by their commands."""
