"""Reads BibTeX as text: accents and symbols become Unicode, and no unknown command is kept.

A `.bib` file is LaTeX by nature, so it is taken apart here (`source.bib`): what is left of a field
is its text, which parts of it braces protect from a change of case, and which of a few known
commands it was typed with. The LaTeX that TeX reads is written anew from that
(`render.latex.bibliography`), so that it prints what plain BibTeX prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from msgspec.structs import replace

from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.source.bib.biblatex import MONTHS, for_bibtex
from proposal.source.bib.grammar import (
    Abbreviation,
    Abbreviations,
    Literal,
    Part,
    RawEntry,
    RawField,
    read_grammar,
)
from proposal.source.bib.html_markup import RewrittenHtml, latex_of_html
from proposal.source.bib.latex import address_of, read_latex
from proposal.source.bib.style import ABBREVIATIONS, PRINTED, TYPES, UNPRINTED
from proposal.source.file import read_text
from proposal.source.nesting import too_deep
from proposal.source.persistent_identifiers import DOI_RESOLVER, doi_address
from proposal.source.reference import Fragment, LetterForm, Reference

REQUIRED = {
    "article": ("author", "title", "journal", "year"),
    "book": ("title", "publisher", "year"),
    "incollection": ("author", "title", "booktitle", "year"),
    "inproceedings": ("author", "title", "booktitle", "year"),
    "mastersthesis": ("author", "title", "school", "year"),
    "misc": ("title",),
    "phdthesis": ("author", "title", "school", "year"),
    "techreport": ("author", "title", "institution", "year"),
    "online": ("title", "url"),
}
"""The fields without which ACM-Reference-Format prints a gap, by type of entry."""

_INSTEAD = {"author": ("editor", "organization", "key"), "url": ("howpublished", "doi", "eprint")}
"""Fields that fill the gap of another one."""

ADDRESSES = frozenset({"doi", "url", "eprint", "pdf", "code", "data"})
"""Fields that hold an identifier, in which a tilde or a percent sign means itself."""

_READ_ASIDE = frozenset(
    {
        "abstract",
        "pdf",
        "code",
        "data",
        "slides",
        "poster",
        "video",
        "supplement",
        "keywords",
        "award",
    }
)
"""Fields that no list of references prints, and that an import of papers takes."""

_READ = PRINTED | UNPRINTED | _READ_ASIDE


def read_bibliographies(
    files: Sequence[Path],
) -> tuple[dict[str, Reference], list[Diagnostic]]:
    """The entries of all files that a paper names, which BibTeX reads as if they were one.

    So an abbreviation of a file stands in those behind it, too, and an entry may inherit from one
    of another file.
    """
    diagnostics: list[Diagnostic] = []
    entries: list[RawEntry] = []
    abbreviations: Abbreviations = {}
    for file in files:
        text, found = read_text(file)
        diagnostics += found
        deep = too_deep(text, file) if text is not None else None
        diagnostics += [deep] if deep is not None else []
        if text is not None and deep is None:
            raw = read_grammar(text, file, abbreviations)
            entries += raw.entries
            diagnostics += raw.diagnostics
    return _references(entries), diagnostics


def read_bibliography(file: Path) -> tuple[dict[str, Reference], list[Diagnostic]]:
    """The entries of a `.bib` file by key, and what is wrong with the file.

    What is wrong with an entry stands with it (`Reference.diagnostics`): most libraries hold
    many entries that nobody cites.
    """
    text, diagnostics = read_text(file)
    if text is None:
        return {}, diagnostics
    return parse_bibliography(text, file)


def parse_bibliography(text: str, file: Path) -> tuple[dict[str, Reference], list[Diagnostic]]:
    """The entries of a bibliography by key, and what is wrong with it; places are in `file`.

    Entries without a key, which nobody can cite, stand under their places.
    """
    if (diagnostic := too_deep(text, file)) is not None:
        return {}, [diagnostic]
    raw = read_grammar(text, file)
    return _references(raw.entries), list(raw.diagnostics)


def _references(entries: Sequence[RawEntry]) -> dict[str, Reference]:
    """Entries by key, each with what it inherits."""
    references: dict[str, Reference] = {}
    keys: dict[str, str] = {}
    for entry in entries:
        if not entry.key:
            key = f"({entry.span})"
            references[key] = replace(_reference(entry), key=key)
            continue
        known = keys.setdefault(entry.key.casefold(), entry.key)
        if known in references:  # BibTeX does not tell large from small letters
            diagnostic = _duplicate(entry)
            first = references[known]
            references[known] = replace(first, diagnostics=(*first.diagnostics, diagnostic))
            continue
        references[entry.key] = _reference(entry)
    return {
        key: _with_parent(
            reference, references.get(keys.get((reference.parent or "").casefold(), ""))
        )
        for key, reference in references.items()
    }


def _duplicate(entry: RawEntry) -> Diagnostic:
    message = f"a second entry has the key `{entry.key}`"
    hint = "give it another key, or delete it"
    return error("duplicate-reference", message, entry.span, hint)


def _reference(entry: RawEntry) -> Reference:
    entry, diagnostics = for_bibtex(entry)
    aside: list[Diagnostic] = []
    fields: dict[str, tuple[Fragment, ...]] = {}
    sources: dict[str, str] = {}
    for field in entry.fields:
        is_printed = field.name in PRINTED
        if field.name in sources:
            message = f"the field {field.name} stands twice"
            diagnostic = error("duplicate-field", message, field.span, "keep one of them")
            (diagnostics if is_printed else aside).append(diagnostic)
            continue  # BibTeX takes the first
        sources[field.name] = _source(field.parts)
        if field.name not in _READ:
            continue
        fragments, found = _fragments(field)
        (diagnostics if is_printed else aside).extend(found)
        if field.name in UNPRINTED and found:
            continue
        fields[field.name] = fragments
    parent = "".join(part.text for part in fields.get("crossref", ())).strip() or None
    return Reference(
        entry.key,
        entry.kind,
        fields,
        entry.span,
        tuple(diagnostics),
        tuple(aside),
        parent,
        sources,
        is_in_comment=entry.is_in_comment,
    )


def _source(parts: Sequence[Part]) -> str:
    """A value as BibTeX takes it, with white space as BibTeX leaves it."""
    written: list[str] = []
    for are_literal, group in groupby(parts, lambda part: isinstance(part, Literal)):
        texts = [part.text if isinstance(part, Literal) else part.name for part in group]
        written += [f"{{{_squeezed(''.join(texts))}}}"] if are_literal else texts
    return " # ".join(written)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _fragments(field: RawField) -> tuple[tuple[Fragment, ...], list[Diagnostic]]:
    """What a field says, and what in it cannot be read."""
    if field.name == "crossref":
        return (Fragment(_literal(field).strip()),), []
    if field.name in ADDRESSES:
        return _address(field)
    fragments: list[Fragment] = []
    diagnostics: list[Diagnostic] = []
    for part in field.parts:
        if isinstance(part, Abbreviation):
            fragments += _abbreviation(part, field.name, diagnostics)
            continue
        rewritten = latex_of_html(part.text)
        read = read_latex(rewritten.latex)
        fragments += read.fragments
        diagnostics += [_unknown(latex, field.name, field.span) for latex in read.unknown]
        diagnostics += _html(rewritten, field)
    diagnostics += _escaped_latex(fragments, field)
    return _trimmed(fragments), diagnostics


def _html(rewritten: RewrittenHtml, field: RawField) -> Iterator[Diagnostic]:
    """Whoever copies from a web page brings these along, and plain BibTeX prints them."""
    for typed, letter in rewritten.entities:
        message = f"`{typed}` in `{field.name}` is a sign of HTML, and is read as {letter.strip()}"
        yield warning("html-entity", message, field.span, f"write {letter}")
    if rewritten.tags:
        listed = ", ".join(f"`{tag}`" for tag in rewritten.tags)
        message = f"HTML in `{field.name}` ({listed}) is read as what it means"
        hint = r"write it in LaTeX: \textit{…}, \textsubscript{…}, $…$"
        hint = "write what it links to alone" if field.name in ADDRESSES else hint
        yield warning("html-tag", message, field.span, hint)


_ESCAPED = re.compile(
    r"\\[A-Za-z]+|[_^]\{|\$[^$\s](?:[^$]*[^$\s])?\$(?!\d)|\{\$?[A-Za-z][^{}]*\}|\{\}"
)
r"""Examples: `\\beta` typed as `\textbackslash beta`, `Al\_\{x\}`, `\$x\$`, `\{USENIX\}`."""


def _escaped_latex(fragments: Sequence[Fragment], field: RawField) -> Iterator[Diagnostic]:
    """LaTeX of which a program took the signs for text, as Mendeley and Google Scholar do."""
    if field.name not in _PROSE:
        return
    text = "".join(
        fragment.text if fragment.form in {LetterForm.TEXT, LetterForm.SIGN} else "\n"
        for fragment in fragments
        if fragment.form is not LetterForm.MARKUP
    )
    if found := _ESCAPED.search(text):
        message = f"`{found[0]}` in `{field.name}` is printed as it stands"
        hint = r"if it is LaTeX, write it without the backslashes that make text of it: $x_{i}$"
        yield warning("escaped-latex", message, field.span, hint)


_PROSE = frozenset({"title", "booktitle", "journal", "series", "note", "publisher", "author"})


def _unknown(latex: str, field: str, place: Span) -> Diagnostic:
    message = f"`{latex}` in `{field}` cannot be read as text"
    return error("unknown-latex", message, place, "write the letters themselves, as in é or →")


def _abbreviation(
    part: Abbreviation, field: str, diagnostics: list[Diagnostic]
) -> tuple[Fragment, ...]:
    text = ABBREVIATIONS.get(part.name)
    if text is not None:
        return (Fragment(text, form=LetterForm.ABBREVIATION, latex=part.name),)
    message = f"`{part.name}` stands for nothing: neither this file nor ACM's style defines it"
    month = part.name[:3]
    is_month = field == "month" and month in MONTHS and part.name.isalpha()
    hint = f"put it between braces, `{field} = {{{part.name}}}`, or define it by @string"
    hint = f"write `month = {month}`" if is_month else hint
    diagnostics.append(error("unknown-abbreviation", message, part.span, hint))
    return ()


def text_of_latex(value: str) -> tuple[str, list[str]]:
    """A text with commands of LaTeX in it as plain text, and the commands that are not known."""
    read = read_latex(value)
    return "".join(fragment.text for fragment in read.fragments), list(read.unknown)


def _literal(field: RawField) -> str:
    return "".join(
        ABBREVIATIONS.get(part.name, "") if isinstance(part, Abbreviation) else part.text
        for part in field.parts
    )


def _address(field: RawField) -> tuple[tuple[Fragment, ...], list[Diagnostic]]:
    rewritten = latex_of_html(_literal(field))
    address = address_of(_DOI_BEFORE.sub("", rewritten.latex.strip()))
    if field.name == "doi":
        address = _DOI_ADDRESS.sub("", address)
    elif field.name == "url" and _BARE_DOI.match(address):
        address = _BARE_DOI.sub(doi_address(""), address)
    diagnostics = list(_html(rewritten, field))
    if re.search(r"[\\{}]", address):
        return (), [_unknown(_squeezed(address), field.name, field.span)]
    if field.name == "url" and address and not _WHOLE_ADDRESS.match(address):
        message = f"`{address}` in `url` is no address that a link can lead to"
        hint = f"write https://{address}" if _HOST.match(address) else "write the whole address"
        diagnostics.append(warning("reference-address", message, field.span, hint))
    return (Fragment(address),) if address else (), diagnostics


_DOI_BEFORE = re.compile(r"\Adoi:\s*(?=\\href|https?:)", re.IGNORECASE)
r"""An example: `doi:\href{https://doi.org/10.1145/1}{10.1145/1}`."""
_BARE_DOI = re.compile(r"\Adoi:\s*(?=10\.)", re.IGNORECASE)
"""`doi:10.1145/3637528`"""
_DOI_ADDRESS = re.compile(rf"\A(?:{DOI_RESOLVER}|doi:\s*)+", re.IGNORECASE)
"""`https://doi.org/`, `doi: `"""
_WHOLE_ADDRESS = re.compile(
    r"(?:https?|ftp)://(?:[^/?#\s]*@)?(?:[\w-]+\.)+[\w-]{2,}(?:[/:?#]|$)", re.IGNORECASE
)
"""`https://example.org/papers`"""
_HOST = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?:[/:?#]|$)")
"""An example: `www.example.org/page`."""


def _trimmed(fragments: Sequence[Fragment]) -> tuple[Fragment, ...]:
    """Fragments without the white space at both ends, which BibTeX takes away."""
    found = [fragment for fragment in fragments if fragment.text or fragment.latex]
    if found and found[0].form is LetterForm.TEXT:
        found[0] = replace(found[0], text=found[0].text.lstrip(" "))
    if found and found[-1].form is LetterForm.TEXT:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return tuple(fragment for fragment in found if fragment.text or fragment.latex)


# Entries that inherit

_PARTS_OF_BOOKS = frozenset({"inbook", "incollection", "inproceedings", "conference"})


def _with_parent(reference: Reference, parent: Reference | None) -> Reference:
    """An entry with its parent's own key, and with what is missing in both.

    Args:
        reference: the entry.
        parent: the entry that it inherits from, if the file has it.
    """
    diagnostics = list(reference.diagnostics)
    fields = reference.fields
    if parent is not None:
        if reference.kind in _PARTS_OF_BOOKS and "title" in parent.fields:
            # biblatex inherits so, and BibTeX field by field.
            own = {"booktitle": parent.fields.get("booktitle", parent.fields["title"])}
            reference = replace(reference, fields={**own, **fields})
        fields = {**parent.fields, **reference.fields}
        diagnostics += parent.diagnostics
    elif reference.parent:
        message = (
            f"`{reference.key}` inherits from `{reference.parent}`, and there is no such entry"
        )
        hint = "add that entry, or delete the field crossref"
        diagnostics.append(error("bad-crossref", message, reference.span, hint))
    diagnostics += _gaps(reference, fields)
    key = parent.key if parent is not None else None
    return replace(reference, diagnostics=tuple(diagnostics), parent=key)


def _gaps(reference: Reference, fields: Mapping[str, tuple[Fragment, ...]]) -> list[Diagnostic]:
    """The fields without which something is missing in print."""
    diagnostics = []
    if reference.kind not in TYPES:
        message = f"ACM's style knows no @{reference.kind}; `{reference.key}` is set as @misc"
        hint = "use @article, @inproceedings, @book, @techreport, @online, …"
        diagnostics.append(warning("unknown-entry-type", message, reference.span, hint))
    for name in REQUIRED.get(reference.kind, ("title",)):
        if any(fields.get(field) for field in (name, *_INSTEAD.get(name, ()))):
            continue
        message = f"`{reference.key}` has no {name}, which @{reference.kind} needs"
        hint = f"add `{name} = {{…}}`"
        diagnostics.append(warning("incomplete-reference", message, reference.span, hint))
    return diagnostics
