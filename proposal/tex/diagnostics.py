"""Turns what TeX said about generated files into diagnostics at the data's own lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import PurePath

from msgspec.structs import replace

from proposal.caching import built_in_templates
from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.render.latex.document import RenderedDocument
from proposal.render.latex.runs import script_of_mark
from proposal.render.latex.scripts import SCRIPTS, script_of
from proposal.tex.engine import TimeLimitError
from proposal.tex.log import LogEntry, LogKind, read_log

_BIBITEM = re.compile(r"\\bibitem(?:\[.*?\])?%?\s*\{(?P<key>[^}]+)\}", re.DOTALL)
r"""`\bibitem[Koren(2009)]{koren2009matrix}`"""

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
    cited = {entry.subject for entry in entries if _is_cited_here(entry)}
    lacks_characters = any(entry.kind is LogKind.MISSING_CHARACTER for entry in entries)
    for entry in entries:
        if lacks_characters and _EMPTY_FONT in entry.message:
            continue
        if _is_uncited(entry) and entry.subject in cited:
            continue  # natbib has told where it is cited, and BibTeX says it again
        for diagnostic in _READERS[entry.kind](entry, document, bbl):
            found.setdefault((diagnostic.code, diagnostic.message, diagnostic.span), diagnostic)
    return list(found.values())


def _is_cited_here(entry: LogEntry) -> bool:
    """Whether an entry says in which line a citation stands that has no entry."""
    return entry.kind is LogKind.UNDEFINED_CITATION and entry.first > 0


def _is_uncited(entry: LogEntry) -> bool:
    """Whether an entry says only that a citation has no entry."""
    return entry.kind is LogKind.UNDEFINED_CITATION and not entry.first


_EMPTY_FONT = "there are no glyphs in the subset"
"""LuaTeX ends so where a font has none of the characters that were asked of it."""


def never_ended(reason: TimeLimitError, log: str, document: RenderedDocument) -> Diagnostic:
    """That TeX was stopped, at the place in the data that it was setting, if its log shows it."""
    entries = [entry for entry in read_log(log) if entry.message == _INTERRUPTED]
    message = (
        f"{reason.program} did not finish {document.name} in {reason.seconds:.0f} seconds "
        f"and was stopped"
    )
    found = [_template_of(entry, document) for entry in entries]
    places = [place for entry in entries for place in _places(entry, document, "")]
    place = _first((*filter(None, found), *places))
    return error("tex-timeout", message, place, _HINT_OF_TIME)


_INTERRUPTED = "Interruption."
"""What TeX says when it is stopped."""
_HINT_OF_TIME = "shorten what stands there; if a template of your own sets it, look at that"


def _places(entry: LogEntry, document: RenderedDocument, bbl: str) -> tuple[Span, ...]:
    """Where in the data stands what the entry is about."""
    if entry.in_bibliography:
        return _places_of_entry(_key_at(bbl, entry.first), document)
    if entry.in_database:
        return document.bib.places_of(entry.first, entry.last) if document.bib else ()
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
    if document.bib is None or not key:
        return ()
    for number, line in enumerate(document.bib.text.split("\n"), start=1):
        if line.startswith("@") and line.endswith(f"{{{key},"):
            return document.bib.places_of(number, number)
    return ()


def _first(places: tuple[Span, ...]) -> Span | None:
    return places[0] if places else None


def _template_of(entry: LogEntry, document: RenderedDocument) -> Span | None:
    """The line of a template that wrote what TeX stopped at; nothing if the data did."""
    if entry.in_bibliography or entry.file or not entry.first:
        return None
    line, column = _stop_of(entry, document.tex.text.split("\n"))
    while line > 1 and not document.tex.has_marks(line):
        line, column = line - 1, None  # a blank line ends what stands above it
    return _whole_line(document.tex.template_of(line, column))


def _stop_of(entry: LogEntry, lines: list[str]) -> tuple[int, int | None]:
    """The line, counted from 1, and the column, counted from 0, in which TeX met an error.

    A command in what acmart keeps for later, such as a title, is read long before it is set.
    """
    line = lines[entry.first - 1] if entry.first <= len(lines) else ""
    read = entry.read or ""
    end = len(read) - 1 if line.startswith(read) else -1
    if read.startswith("..."):
        end = line.find(read[3:]) + len(read) - 4
    if entry.command:
        command = re.compile(rf"{re.escape(entry.command)}(?![A-Za-z@])")
        for number in range(min(entry.first, len(lines)), 0, -1):
            within = lines[number - 1]
            within = within[: end + 1] if number == entry.first and end >= 0 else within
            if found := [match.start() for match in command.finditer(within)]:
                return number, found[-1]
    return entry.first, end if end >= 0 else None


def _whole_line(point: Span | None) -> Span | None:
    """A line of a template from its first letter to its last, if the file can be read."""
    if point is None:
        return None
    try:
        lines = point.file.read_text(encoding="utf-8", errors="replace").splitlines()
        line = lines[point.line - 1].rstrip()
    except (OSError, IndexError):
        return point
    start = len(line) - len(line.lstrip())
    return replace(point, column=start + 1, end_column=len(line) + 1)


def _error(entry: LogEntry, document: RenderedDocument, bbl: str) -> list[Diagnostic]:
    if "Fatal error" in entry.message or "Emergency stop" in entry.message:
        return []
    if _NO_CHARACTER in entry.message:
        return _unreadable(document)
    if match := re.search(r"File [`'](.+?)' not found", entry.message):  # File `a.sty' not found
        return [_not_found(match[1], entry, document)]
    template = _template_of(entry, document)
    if entry.content:
        template = template or _template_that_says(entry.content, document)
    place = template or _first(_places(entry, document, bbl))
    where = f" (in {entry.file})" if entry.file else ""
    at = f"`{entry.command}`" if entry.command else "this"
    message = f"TeX cannot set {at}: {entry.message.rstrip('. ')}{where}"
    return [error("tex-error", message, place, _hint_of(template) if template else None)]


def _not_found(file: str, entry: LogEntry, document: RenderedDocument) -> Diagnostic:
    """That TeX has no such file, where the document asks for it; TeX has read on by then."""
    name = PurePath(file)
    where = f", for which {entry.file} asks" if entry.file else ""
    message = f"TeX does not find {file}{where}"
    hint = _HINT_OF_READING
    if name.suffix in _OF_PACKAGES and name.name == file:
        hint = "type `proposal doctor --install`, which says what is missing"
    lines = document.tex.text.split("\n")
    last = min(entry.first or len(lines), len(lines))
    place = _template_that_says(str(name.with_suffix("")), document, last)
    return error("tex-error", message, place or _template_of(entry, document), hint)


def refused(file: str, document: RenderedDocument) -> Diagnostic:
    """That TeX gave up because it may not read a file, where the document names it."""
    place = _template_that_says(str(PurePath(file).with_suffix("")), document)
    return error("tex-error", f"TeX may not read {file}", place, _HINT_OF_READING)


_HINT_OF_READING = "a document reads nothing but TeX's own files and what is made for it"


def _template_that_says(words: str, document: RenderedDocument, last: int = 0) -> Span | None:
    """The line of a template that writes some words, the last one up to a line of the document."""
    lines = document.tex.text.split("\n")
    said = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for number in range(last or len(lines), 0, -1):
        if match := said.search(lines[number - 1]):
            return _whole_line(document.tex.template_of(number, match.start()))
    return None


_OF_PACKAGES = frozenset({".cfg", ".clo", ".cls", ".def", ".fd", ".ldf", ".sty"})


def _is_built_in(template: Span) -> bool:
    return template.file.is_relative_to(built_in_templates())


def _hint_of(template: Span) -> str:
    if _is_built_in(template):
        return "this template comes with the program: tell its makers"
    return "compare the template with the one of its name that comes with the program"


_NO_CHARACTER = "String contains an invalid utf-8 sequence"
"""LuaTeX takes U+FFFD for its own sign of this; what it is given is always valid."""


def _unreadable(document: RenderedDocument) -> list[Diagnostic]:
    """That the sign for a letter which another program could not read stands in a text."""
    sign = "\N{REPLACEMENT CHARACTER}"
    message = f"no font here has the character {_named(sign)}"
    hint = "write the letter that was lost when the text was copied"
    places = _places_of_text(sign, document)
    return [error("missing-character", message, place, hint) for place in places or (None,)]


def _lines_of_preamble(document: RenderedDocument) -> int:
    """How many lines come before the one in which the document begins."""
    preamble, begin, _ = document.tex.text.partition(r"\begin{document}")
    return preamble.count("\n") if begin else 0


def _place_of_warning(entry: LogEntry, document: RenderedDocument, bbl: str) -> Span | None:
    """Where what TeX warns of was written; what comes with the program is right by itself."""
    lines = range(entry.first, entry.last + 1)
    if not entry.in_bibliography and not document.tex.places_of(entry.first, entry.last):
        written = filter(None, map(document.tex.template_of, lines))
        own = [point for point in written if not _is_built_in(point)]
        if own:
            return _whole_line(own[0])
    return _first(_places(entry, document, bbl))


def _overfull(entry: LogEntry, document: RenderedDocument, bbl: str) -> list[Diagnostic]:
    if not entry.in_bibliography and entry.first == entry.last == _last_line(document):
        return []  # acmart sets a mark in a box of no width there, and none of the data
    place = _place_of_warning(entry, document, bbl)
    hint = "shorten it, or reword it so that the line can break elsewhere"
    message = f"a line of {document.name}.pdf sticks out of its column by {entry.message}"
    return [warning("overfull-box", message, place, hint)]


def _last_line(document: RenderedDocument) -> int:
    r"""The number of the line `\end{document}`, before which all paragraphs of the data end."""
    text, end, _ = document.tex.text.rpartition(r"\end{document}")
    return text.count("\n") + 1 if end else 0


def _overfull_column(_entry: LogEntry, _document: RenderedDocument, _bbl: str) -> list[Diagnostic]:
    return []  # the log cannot know; see page_check.py


def _tall_box(entry: LogEntry, document: RenderedDocument, bbl: str) -> list[Diagnostic]:
    place = _template_of(entry, document) or _first(_places(entry, document, bbl))
    message = f"a box of {document.name}.pdf is {entry.message} too low for what it holds"
    return [warning("overfull-box", message, place, "give the box more height, or put less in it")]


def _tall_float(entry: LogEntry, document: RenderedDocument, bbl: str) -> list[Diagnostic]:
    place = _place_of_warning(entry, document, bbl)
    message = f"a figure or table of {document.name}.pdf is {entry.message} too high for its page"
    return [warning("overfull-box", message, place, "make it smaller, or divide it")]


def _citation(entry: LogEntry, document: RenderedDocument, _bbl: str) -> list[Diagnostic]:
    key = entry.subject
    place = _place_of_command("cite", entry, document)
    message = f"the citation `{key}` is undefined"
    hint = "add the entry to references.bib"
    if document.bib is None:
        hint = "cite it in a text of the data as well; without that there is no list of references"
    return [error("undefined-citation", message, place, hint)]


def _reference(entry: LogEntry, document: RenderedDocument, _bbl: str) -> list[Diagnostic]:
    place = _place_of_command("ref", entry, document)
    message = f"nothing has the label `{entry.subject}`, so `??` is printed for it"
    hint = f"write \\label{{{entry.subject}}} where it belongs, or leave the reference out"
    return [warning("undefined-reference", message, place, hint)]


def _repeated(entry: LogEntry, document: RenderedDocument, _bbl: str) -> list[Diagnostic]:
    command = "label" if entry.message == "label" else "bibitem"
    place = _place_of_command(command, entry, document)
    message = f"the {entry.message} `{entry.subject}` is defined more than once"
    return [warning("repeated-label", message, place, "give each of them a name of its own")]


def _place_of_command(word: str, entry: LogEntry, document: RenderedDocument) -> Span | None:
    """Where a command stands that names an entry's key: in a template, or in the data.

    Args:
        word: a word that is part of the command's name.
        entry: it names a line at which or before which the command stands, or none.
        document: the rendered document.
    """
    lines = document.tex.text.split("\n")
    named = re.compile(
        rf"\\[A-Za-z]*{word}[A-Za-z]*\*?(?:\[[^\]]*\])*\{{[^}}]*?(?<![^{{,\s])"
        rf"{re.escape(entry.subject)}(?=[,\s}}])"
    )
    for number in range(min(entry.first or len(lines), len(lines)), 0, -1):
        found = [match.start() for match in named.finditer(lines[number - 1])]
        if found:
            template = _whole_line(document.tex.template_of(number, found[-1]))
            return template or _first(document.tex.places_of(number, number))
    return _first(_places(entry, document, ""))


def _missing(entry: LogEntry, document: RenderedDocument, _bbl: str) -> list[Diagnostic]:
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
    place = _place_of_warning(entry, document, bbl)
    message = " ".join(entry.message.split())
    return [warning("acmart", f"acmart says of {document.name}.pdf: {message}", place)]


def _citation_warning(entry: LogEntry, document: RenderedDocument, bbl: str) -> list[Diagnostic]:
    if entry.subject:
        place = _place_of_command("cit", entry, document)
    else:
        place = _template_of(entry, document) or _first(_places(entry, document, bbl))
    message = f"natbib says of {document.name}.pdf: {entry.message}"
    return [warning("natbib", message, place)]


def _bibliography(entry: LogEntry, document: RenderedDocument, _bbl: str) -> list[Diagnostic]:
    if entry.message.startswith(_CONSEQUENCES_IN_BIBTEX):
        return []
    if not document.is_for_print and entry.message.startswith(_ONLY_IN_PRINT):
        return []
    return [warning("bibtex", _of_bibtex(entry), _place_in_database(entry, document))]


def _bibliography_error(entry: LogEntry, document: RenderedDocument, _bbl: str) -> list[Diagnostic]:
    message = f"{_of_bibtex(entry)}; the list of references is not whole"
    return [error("bibtex-error", message, _place_in_database(entry, document))]


def _of_bibtex(entry: LogEntry) -> str:
    of = f" of `{entry.subject}`" if entry.subject else ""
    return f"BibTeX says{of}: {entry.message}"


def _place_in_database(entry: LogEntry, document: RenderedDocument) -> Span | None:
    """Where the entry of a bibliography stands that BibTeX names by its line or its key."""
    return _first(_places(entry, document, "")) or _first(_places_of_entry(entry.subject, document))


_READERS: dict[LogKind, Callable[[LogEntry, RenderedDocument, str], list[Diagnostic]]] = {
    LogKind.ERROR: _error,
    LogKind.OVERFULL: _overfull,
    LogKind.OVERFULL_COLUMN: _overfull_column,
    LogKind.TALL_BOX: _tall_box,
    LogKind.TALL_FLOAT: _tall_float,
    LogKind.UNDEFINED_CITATION: _citation,
    LogKind.UNDEFINED_REFERENCE: _reference,
    LogKind.REPEATED_KEY: _repeated,
    LogKind.MISSING_CHARACTER: _missing,
    LogKind.CLASS_WARNING: _class_warning,
    LogKind.CITATION_WARNING: _citation_warning,
    LogKind.BIBLIOGRAPHY: _bibliography,
    LogKind.BIBLIOGRAPHY_ERROR: _bibliography_error,
}
