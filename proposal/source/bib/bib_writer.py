"""Writes `.bib` files: bibtexparser's model of a file, in this program's layout.

Values are handed over as BibTeX takes them, in braces or joined by `#` (`jul`, `{In } # jul`), so
none of bibtexparser's middleware touches them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat


def entry_of(kind: str, key: str, values: Mapping[str, str]) -> Entry:
    """An entry of a `.bib` file.

    Args:
        kind: its type: article, inproceedings.
        key: what it is cited by.
        values: its fields by name, each value as BibTeX takes it: `{Title}`, `jul`.
    """
    return Entry(kind, key, [Field(name, value) for name, value in values.items()])


def bib_text(entries: Iterable[Entry]) -> str:
    """Entries of different keys as the text of a file, each followed by an empty line but the last.

    Each field stands on a line of its own.
    """
    return write_string(Library(list(entries)), unparse_stack=(), bibtex_format=_layout())


def _layout() -> BibtexFormat:
    layout = BibtexFormat()
    layout.indent = "  "
    layout.block_separator = SEPARATOR
    layout.trailing_comma = True
    return layout


SEPARATOR = "\n"
"""What stands between two entries, each of which ends with its line: an empty line."""
