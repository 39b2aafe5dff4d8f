"""Writes `references.bib` anew, so that what TeX reads is text and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from proposal.render.latex.escape import escape, escape_address
from proposal.render.latex.places import Placed, PlacedLatex
from proposal.render.latex.runs import runs_from_right
from proposal.source.reference import Fragment, Reference

_NAMES = {"author", "editor"}
_ADDRESSES = {"url", "doi", "eprint"}
_BRACES = {r"\{": r"\textbraceleft{}", r"\}": r"\textbraceright{}"}


def bibliography(references: Mapping[str, Reference]) -> PlacedLatex:
    """The `.bib` file with the given entries, and the places that they came from."""
    lines: list[str] = []
    places: list[tuple[Placed, ...]] = []
    for reference in references.values():
        entry = _entry(reference)
        lines += entry
        places += [((0, reference.span),)] * len(entry)
    return PlacedLatex("\n".join(lines) + "\n", [*places, ()])


def _entry(reference: Reference) -> list[str]:
    fields = [
        f"  {name} = {{{_value(name, fragments)}}}," for name, fragments in reference.fields.items()
    ]
    return [f"@{reference.kind}{{{reference.key},", *fields, "}", ""]


def _value(name: str, fragments: Iterable[Fragment]) -> str:
    if name in _ADDRESSES:
        return str(escape_address("".join(fragment.text for fragment in fragments)))
    read = _name_in_reading_order if name in _NAMES else str
    return "".join(
        f"{{{_text(fragment.text)}}}" if fragment.protected else _text(read(fragment.text))
        for fragment in fragments
    )


def _name_in_reading_order(names: str) -> str:
    """Names in which those from right to left stand as they are read, given names first.

    BibTeX would put the two parts of such a name together from left to right.
    """
    return " and ".join(
        " ".join(reversed([part.strip() for part in name.split(",")]))
        if runs_from_right(name) and name.count(",") == 1
        else name
        for name in names.split(" and ")
    )


def _text(text: str) -> str:
    """Text in a field, in which BibTeX counts braces even behind a backslash."""
    latex = str(escape(text))
    for brace, command in _BRACES.items():
        latex = latex.replace(brace, command)
    return latex
