"""Writes `references.bib` anew, so that what TeX reads is text and what this program knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from bibtexparser.model import Entry

from proposal.render.latex.escape import beyond_pdflatex, escape, escape_address
from proposal.render.latex.runs import runs_from_right
from proposal.render.latex.source_marks import Placed, PlacedLatex
from proposal.source.bib.bib_writer import SEPARATOR, bib_text, entry_of
from proposal.source.bib.reserved_characters import BRACES_IN_BIBTEX, RESERVED
from proposal.source.bib.style import PRINTED, UNPRINTED
from proposal.source.reference import Fragment, LetterForm, Reference

Letters = Callable[[str], str]
"""How text is written as LaTeX."""

_NAMES = {"author", "editor"}
_ADDRESSES = {"url", "doi"}
_WRITTEN = PRINTED | UNPRINTED
_BRACES = {RESERVED[brace]: command for brace, command in BRACES_IN_BIBTEX.items()}


def bibliography(
    references: Mapping[str, Reference],
    also: frozenset[str] = frozenset(),
    letters: Letters = escape,
) -> PlacedLatex:
    """The `.bib` file with the given entries, and the places that they came from.

    Args:
        references: the entries by key.
        also: fields that are written although the style does not know them.
        letters: how text is written; by default as in a document of ours, with its fonts.
    """
    texts: list[str] = []
    places: list[tuple[Placed, ...]] = []
    for reference in _children_first(references):
        text = bib_text([_entry(reference, also, letters)]) + SEPARATOR
        texts.append(text)
        places += [((0, reference.span),)] * text.count("\n")
    return PlacedLatex("".join(texts), [*places, ()])


def _children_first(references: Mapping[str, Reference]) -> list[Reference]:
    """The entries in their order, but those from which others inherit behind these.

    BibTeX demands it, and biblatex does not.
    """
    generations = dict.fromkeys(references, 0)
    for key, reference in references.items():
        above = references.get(reference.parent or "")
        line = [key]
        while above is not None and above.key not in line:
            generations[above.key] = max(generations[above.key], len(line))
            line.append(above.key)
            above = references.get(above.parent or "")
    return sorted(references.values(), key=lambda reference: generations[reference.key])


def _entry(reference: Reference, also: frozenset[str], letters: Letters) -> Entry:
    values = {
        name: _value(name, fragments, letters)
        for name, fragments in reference.fields.items()
        if name in _WRITTEN | also
    }
    if reference.parent:
        # Behind all other fields, and by the key that the parent itself has.
        values.pop("crossref", None)
        values["crossref"] = f"{{{reference.parent}}}"
    return entry_of(reference.kind, reference.key, values)


def _value(name: str, fragments: Iterable[Fragment], letters: Letters) -> str:
    """A field's value: text in braces, joined to the names of what the style abbreviates."""
    if name in _ADDRESSES:
        return f"{{{_address(''.join(fragment.text for fragment in fragments))}}}"
    if name == "eprint":
        return f"{{{escape_address(''.join(fragment.text for fragment in fragments))}}}"
    read = _name_in_reading_order if name in _NAMES else str
    parts: list[str] = []
    text: list[str] = []
    for fragment in fragments:
        if fragment.form is LetterForm.ABBREVIATION:
            parts += [f"{{{''.join(text)}}}"] if text else []
            parts.append(fragment.latex)
            text = []
        else:
            text.append(_latex(fragment, read(fragment.text), letters))
    if text or not parts:
        parts.append(f"{{{''.join(text)}}}")
    return " # ".join(parts)


def _latex(fragment: Fragment, text: str, letters: Letters) -> str:
    match fragment.form:
        case LetterForm.TEXT:
            return _text(text, letters)
        case LetterForm.ADDRESS:
            return f"\\url{{{_address(text)}}}"
        case LetterForm.LINK:
            return f"\\href{{{escape_address(fragment.latex)}}}{{"
        case LetterForm.SIGN if beyond_pdflatex(text):
            return _text(text, letters)  # which finds the font that has it
        case _:
            return fragment.latex


def _address(address: str) -> str:
    r"""An address for `\\url`, which prints all but these signs as they are."""
    encoded = "".join(
        f"%{ord(sign):02X}" if sign in "\\{}" else sign for sign in address if not sign.isspace()
    )
    return re.sub(r"([%#&])", r"\\\1", encoded)


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


def _text(text: str, letters: Letters) -> str:
    """Text in a field, in which BibTeX counts braces even behind a backslash."""
    latex = str(letters(text))
    for brace, command in _BRACES.items():
        latex = latex.replace(brace, command)
    return latex
