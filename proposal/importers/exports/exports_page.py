"""Writes the page of all exports that are known, from the registry."""

from __future__ import annotations

from proposal.importers.exports.export import Export
from proposal.importers.exports.registry import EXPORTS

_HEAD = """\
# Exports of other systems

<!-- Written by scripts/exports.py from the program's registry. Change it there. -->

`proposal import` recognizes these by the headings of a table or by the form of a document, and
reads each as its system writes it. Everything else is read by the meaning of its headings: see
[Importing](../guide/importing.md). The last column says by what each form is known, since systems
change; if yours looks otherwise, please report it.

| system | export | form | what is read | source of the form |
| --- | --- | --- | --- | --- |
"""


def exports_page() -> str:
    """The page in Markdown."""
    return _HEAD + "".join(f"{_row(export)}\n" for export in EXPORTS)


def _row(export: Export) -> str:
    source = f"[{export.version}]({export.source})"
    cells = (export.system, export.name, export.form, _what_is_read(export), source)
    return f"| {' | '.join(cells)} |"


def _what_is_read(export: Export) -> str:
    """The kinds of import that read an export, with what they read, or what to do instead."""
    found = []
    for kind in export.kinds:
        what = {"papers": export.gives, "people": _of_people(export)}.get(kind, "")
        found.append(f"`import {kind}`{f': {what}' if what else ''}")
    if not found and export.beside:
        return export.gives
    return "; ".join(found) or f"refused: {export.advice}"


def _of_people(export: Export) -> str:
    meanings = dict.fromkeys(meaning for meaning in export.people.values() if meaning)
    return ", ".join(meaning.replace("_", " ") for meaning in meanings)
