"""Turns what TeX said about generated files into diagnostics at the data's own lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.render.latex.document import RenderedDocument
from proposal.render.latex.runs import script_of_mark
from proposal.render.latex.scripts import SCRIPTS, script_of
from proposal.tex.engine import TimeLimitError
from proposal.tex.log import LogEntry, LogKind, read_log

_BIBITEM = re.compile(r"\\bibitem(?:\[.*?\])?%?\s*\{(?P<key>[^}]+)\}", re.DOTALL)

_IGNORED_CLASS_WARNINGS = ("Do not put several", "The macro \\acmPrice")
"""The second says since acmart 2.01 that no price is printed, which is what is wanted."""

_CONSEQUENCES_IN_BIBTEX = ("using n.d.", "using date")
"""What ACM's style does, since acmart 2.11, about an empty year of which it has just warned."""

_ONLY_IN_PRINT = (
    "ACM reference format is mandatory",
    "ACM keywords are mandatory",
    "CCS concepts are mandatory",
    "No city present",
    "Authors' addresses are mandatory",
    "empty address",
    "page numbers missing",
    "no number and no volume",
    "articleno or eid",
)
"""What ACM's production asks for, and workshop chairs do not."""


def diagnostics_of(
    entries: list[LogEntry], document: RenderedDocument, bbl: str
) -> list[Diagnostic]:
    """The entries as diagnostics, each at the place in the data that caused it, each once."""
    found: dict[tuple[str, str, Span | None], Diagnostic] = {}
    lacks_characters = any(entry.kind is LogKind.MISSING_CHARACTER for entry in entries)
    for entry in entries:
        if lacks_characters and _EMPTY_FONT in entry.message:
            continue
        for diagnostic in _READERS[entry.kind](entry, document, bbl):
            found.setdefault((diagnostic.code, diagnostic.message, diagnostic.span), diagnostic)
    return list(found.values())


_EMPTY_FONT = "there are no glyphs in the subset"
"""LuaTeX ends so where a font has none of the characters that were asked of it."""


def never_ended(reason: TimeLimitError, log: str, document: RenderedDocument) -> Diagnostic:
    """That TeX was stopped, at the place in the data that it was setting, if its log shows it."""
    entries = [entry for entry in read_log(log) if entry.message == _INTERRUPTED]
    message = (
        f"{reason.program} did not finish {document.name} in {reason.seconds:.0f} seconds "
        f"and was stopped"
    )
    places = [place for entry in entries for place in _places(entry, document, "")]
    return error("tex-timeout", message, _first(tuple(places)), _HINT_OF_TIME)


_INTERRUPTED = "Interruption."
"""What TeX says when it is stopped."""
_HINT_OF_TIME = "shorten what stands there; if a template of your own sets it, look at that"


def _places(entry: LogEntry, document: RenderedDocument, bbl: str) -> tuple[Span, ...]:
    """Where in the data stands what the entry is about."""
    if entry.in_bibliography:
        return _places_of_entry(_key_at(bbl, entry.first), document)
    if not entry.first or entry.first <= _lines_of_preamble(document):
        return ()  # what a preamble holds of the data is only stored by it
    places = document.tex.places_of(entry.first, entry.last)
    # A warning of a line of the template alone belongs to the value before it.
    line = entry.first
    while not places and line > 1:
        line -= 1
        places = document.tex.places_of(line, line)[-1:]
    return places


def _key_at(bbl: str, line: int) -> str:
    """The key of the entry that stands at a line of the `.bbl` file."""
    before = "\n".join(bbl.split("\n")[:line])
    keys = _BIBITEM.findall(before)
    return keys[-1] if keys else ""


def _places_of_entry(key: str, document: RenderedDocument) -> tuple[Span, ...]:
    if document.bib is None:
        return ()
    for number, line in enumerate(document.bib.text.split("\n"), start=1):
        if line.startswith("@") and line.endswith(f"{{{key},"):
            return document.bib.places_of(number, number)
    return ()


def _first(places: tuple[Span, ...]) -> Span | None:
    return places[0] if places else None


def _error(entry: LogEntry, document: RenderedDocument, bbl: str) -> list[Diagnostic]:
    place = _first(_places(entry, document, bbl))
    if match := re.search(r"File [`'](.+?)' not found", entry.message):
        hint = "type `proposal doctor --install`, which says what is missing"
        return [error("tex-error", f"TeX does not find {match[1]}", place, hint)]
    if "Fatal error" in entry.message or "Emergency stop" in entry.message:
        return []
    if _NO_CHARACTER in entry.message:
        return _unreadable(document)
    if line := _line_of_template(entry, document):
        message = (
            f"TeX cannot set `{line}`, which a template says and not the data: {entry.message}"
        )
        before = f"; the value before it stands in {place.file}:{place.line}" if place else ""
        return [error("tex-error", message, None, f"{_HINT_OF_TEMPLATE}{before}")]
    return [error("tex-error", f"TeX cannot set this: {entry.message}", place)]


_NO_CHARACTER = "String contains an invalid utf-8 sequence"
"""LuaTeX takes U+FFFD for its own sign of this; what it is given is always valid."""


def _unreadable(document: RenderedDocument) -> list[Diagnostic]:
    """That the sign for a letter which another program could not read stands in a text."""
    sign = "\N{REPLACEMENT CHARACTER}"
    message = f"no font here has the character {_named(sign)}"
    hint = "write the letter that was lost when the text was copied"
    places = _places_of_text(sign, document)
    return [error("missing-character", message, place, hint) for place in places or (None,)]


_HINT_OF_TEMPLATE = "compare the templates of your own with those that come with the program"


def _line_of_template(entry: LogEntry, document: RenderedDocument) -> str:
    """The line of the document in which TeX met an error, if nothing of it comes from the data."""
    if entry.in_bibliography or not entry.first:
        return ""
    is_in_preamble = entry.first <= _lines_of_preamble(document)
    if not is_in_preamble and document.tex.places_of(entry.first, entry.last):
        return ""
    lines = document.tex.text.split("\n")[entry.first - 1 : entry.first]
    return "".join(lines).strip()


def _lines_of_preamble(document: RenderedDocument) -> int:
    """How many lines come before the one in which the document begins."""
    preamble, begin, _ = document.tex.text.partition(r"\begin{document}")
    return preamble.count("\n") if begin else 0


def _overfull(entry: LogEntry, document: RenderedDocument, bbl: str) -> list[Diagnostic]:
    place = _first(_places(entry, document, bbl))
    hint = "shorten it, or reword it so that the line can break elsewhere"
    message = f"a line of {document.name}.pdf sticks out of its column by {entry.message}"
    return [warning("overfull-box", message, place, hint)]


def _overfull_column(entry: LogEntry, document: RenderedDocument, bbl: str) -> list[Diagnostic]:
    place = _first(_places(entry, document, bbl))
    message = f"a column of {document.name}.pdf is too full by {entry.message}"
    return [warning("overfull-box", message, place, "add or cut a line of text before it ends")]


def _citation(entry: LogEntry, document: RenderedDocument, bbl: str) -> list[Diagnostic]:
    place = _first(_places(entry, document, bbl))
    return [error("undefined-citation", entry.message, place, "add the entry to references.bib")]


def _missing(entry: LogEntry, document: RenderedDocument, bbl: str) -> list[Diagnostic]:
    marked = _marked_in(document, entry)
    if marked:
        return [diagnostic for letter in marked for diagnostic in _lacks_marked(letter, document)]
    character = entry.subject
    message = f"no font here has the character {_named(character)}"
    hint = "write it in Latin letters, or leave it out"
    places = _places_of_text(character, document)
    return [error("missing-character", message, place, hint) for place in places or (None,)]


def _lacks_marked(letter: str, document: RenderedDocument) -> list[Diagnostic]:
    marks = " and ".join(map(_named, letter[1:]))
    message = f"no font here has the character {_named(letter[0])} together with its mark {marks}"
    hint = "leave the mark out, or write it on a letter of its own script"
    places = _places_of_text(letter, document)
    return [error("missing-character", message, place, hint) for place in places]


def _named(character: str) -> str:
    name = unicodedata.name(character, "unnamed")
    return f"{character} (U+{ord(character):04X}, {name})"


def _places_of_text(text: str, document: RenderedDocument) -> tuple[Span, ...]:
    places = document.tex.places_of_character(text)
    if not places and document.bib is not None:
        places = document.bib.places_of_character(text)
    return places


def _marked_in(document: RenderedDocument, entry: LogEntry) -> list[str]:
    """The letters with marks for whose marks another font was asked, which lacks the letter.

    A digit with a Hebrew vowel is set in a Hebrew font: the log names the digit, which stands
    everywhere and is wrong nowhere.
    """
    letter = entry.subject
    asked = {code for code, script in SCRIPTS.items() if entry.font in script.files}
    if not asked or script_of(letter) in asked:
        return []
    written = "\n".join(part.text for part in (document.tex, document.bib) if part)
    found = [
        _with_marks(written, match.start()) for match in re.finditer(re.escape(letter), written)
    ]
    return [
        marked
        for marked in dict.fromkeys(found)
        if asked & {script_of_mark(mark) for mark in marked[1:]}
    ]


def _with_marks(text: str, start: int) -> str:
    """The letter at an offset of a text, with the marks on it."""
    end = start + 1
    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return text[start:end]


def _class_warning(entry: LogEntry, document: RenderedDocument, bbl: str) -> list[Diagnostic]:
    if entry.message.startswith(_IGNORED_CLASS_WARNINGS):
        return []
    if not document.is_for_print and entry.message.startswith(_ONLY_IN_PRINT):
        return []
    place = _first(_places(entry, document, bbl))
    message = " ".join(entry.message.split())
    return [warning("acmart", f"acmart says of {document.name}.pdf: {message}", place)]


def _bibliography(entry: LogEntry, document: RenderedDocument, _bbl: str) -> list[Diagnostic]:
    if entry.message.startswith(_CONSEQUENCES_IN_BIBTEX):
        return []
    if not document.is_for_print and entry.message.startswith(_ONLY_IN_PRINT):
        return []
    place = _first(_places_of_entry(entry.subject, document))
    return [warning("bibtex", f"BibTeX says of `{entry.subject}`: {entry.message}", place)]


_READERS: dict[LogKind, Callable[[LogEntry, RenderedDocument, str], list[Diagnostic]]] = {
    LogKind.ERROR: _error,
    LogKind.OVERFULL: _overfull,
    LogKind.OVERFULL_COLUMN: _overfull_column,
    LogKind.UNDEFINED_CITATION: _citation,
    LogKind.MISSING_CHARACTER: _missing,
    LogKind.CLASS_WARNING: _class_warning,
    LogKind.BIBLIOGRAPHY: _bibliography,
}
