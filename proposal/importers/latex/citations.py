"""Reads what a paper cites, and writes the bibliography that the citations need."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bibtexparser.model import Entry
from msgspec import Struct, field
from pylatexenc.latexwalker import LatexEnvironmentNode, LatexMacroNode, LatexNode

from proposal.diagnostics import Span
from proposal.importers.draft import TO_BE_ANNOUNCED, Placeholder, SourceDiagnostics, Warn
from proposal.importers.latex.paper_tree import NO_BREAK_SPACE, CitedKeys, Inline, TypedText
from proposal.importers.latex.parsing import argument, is_macro, last_argument, verbatim
from proposal.model.fields import is_citation_key
from proposal.source.bib.bib_names import names_of
from proposal.source.bib.bib_writer import bib_text, entry_of
from proposal.source.bib.reserved_characters import BRACES_IN_BIBTEX, RESERVED
from proposal.source.bib.style import ABBREVIATIONS
from proposal.source.bibtex import parse_bibliography, read_bibliographies
from proposal.source.reference import Reference

ReadWords = Callable[[Sequence[LatexNode]], str]

_IN_BRACKETS = {
    "cite", "citep", "Citep", "citealp", "citealt", "parencite", "footcite", "shortcite",
    "citenum", "citeyearpar", "autocite", "Autocite", "Parencite", "smartcite", "supercite",
    "footfullcite", "fullcite", "footcitetext", "citealt*", "citealp*", "citeN", "citeNP",
    "shortciteN", "shortciteNP", "onlinecite",
}  # fmt: skip
_IN_SENTENCE = {"citet", "Citet", "textcite", "Textcite"}
_OF_AUTHORS = {"citeauthor", "Citeauthor", "citefullauthor"}

_NOISE = re.compile(
    r"abstract|annote|bdsk-.*|biburl|bibsource|creationdate|date-added|date-modified|file|"
    r"keywords|owner|timestamp|urldate|month_numeric|readstatus|groups"
)
"""Fields that programs for references keep for themselves: `date-added`."""

_NAME = re.compile(r"[A-Za-z][^\s{}\"#,=]*")
"""What may name an abbreviation: `jul`, `bp-cvpr`."""


class Citations(Struct):
    """The bibliography of a paper, and what of it is cited."""

    references: dict[str, Reference] = field(default_factory=dict)
    cited: dict[str, None] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)
    """The texts of entries that are written out in the paper."""
    missing: dict[str, Span] = field(default_factory=dict)

    commands = _IN_BRACKETS | _IN_SENTENCE | _OF_AUTHORS | {"citeyear", "citedate", "citetitle"}

    def spans(
        self, node: LatexMacroNode, warn: Warn, place: Span, words: ReadWords
    ) -> list[Inline]:
        """What a citation prints."""
        listed = verbatim(last_argument(node)).split(",")
        keys = tuple(key for entry in listed if (key := entry.strip()))
        for key in keys:
            self.cited[key] = None
            if key not in self.references:
                self.missing.setdefault(key, place)
        if not keys:
            warn("empty-citation", "nothing is cited here", place)
            return []
        if node.macroname in _OF_AUTHORS:
            return [TypedText(" and ".join(self.authors(key) for key in keys))]
        if node.macroname == "citetitle":
            titles = (self.references[key].text("title") for key in keys if key in self.references)
            return [TypedText(", ".join(titles))]
        if node.macroname in {"citeyear", "citedate"}:
            return [TypedText(", ".join(self.year(key) for key in keys))]
        first, second = (words(argument(node, index) or ()) for index in (1, 2))
        before, behind = (first, second) if argument(node, 2) is not None else ("", first)
        lead: list[Inline] = [TypedText(f"{before} ")] if before else []
        if node.macroname in _IN_SENTENCE:
            return [*lead, *self.in_sentence(keys, behind)]
        return [*lead, CitedKeys(keys, behind)]

    def in_sentence(self, keys: Sequence[str], locator: str) -> list[Inline]:
        """Authors with the number behind them: Kang and McAuley [3]."""
        spans: list[Inline] = []
        for index, key in enumerate(keys):
            if index:
                spans.append(TypedText(", "))
            if names := self.authors(key):
                spans.append(TypedText(f"{names}{NO_BREAK_SPACE}"))
            spans.append(CitedKeys((key,), locator if index == len(keys) - 1 else ""))
        return spans

    def authors(self, key: str) -> str:
        """The authors' last names, as ACM's style prints them in a sentence."""
        reference = self.references.get(key)
        fields = reference.fields if reference else {}
        listed = names_of(fields.get("author") or fields.get("editor") or ())
        names = [name.last for name in listed]
        if len(names) > 2 or names[1:] == ["others"]:
            return f"{names[0]} et{NO_BREAK_SPACE}al."
        return " and ".join(names)

    def year(self, key: str) -> str:
        """The year of publication."""
        reference = self.references.get(key)
        return reference.text("year") if reference else ""

    def read_items(self, node: LatexEnvironmentNode, words: ReadWords) -> None:
        """Take entries out of a bibliography that is written out in the paper."""
        key, inside = "", dict[str, list[LatexNode]]()
        for child in node.nodelist:
            if is_macro(child, "bibitem"):
                key = verbatim(last_argument(child)).strip()
                inside[key] = []
            elif key:
                inside[key].append(child)
        self.items |= {key: words(nodes) for key, nodes in inside.items()}

    def diagnostics(self) -> SourceDiagnostics:
        """What is cited and stands in no bibliography."""
        found = SourceDiagnostics()
        for key, place in self.missing.items():
            if key in self.items:
                continue
            message = f"`{key}` is cited, but no bibliography of the paper has it; an entry to be "
            message += "filled in stands in references.bib"
            hint = "fill in its title, authors and year, or take the citation out"
            found.warn("unknown-citation", message, place, hint)
        if self.items:
            message = "the bibliography is written out in the paper"
            hint = "replace the entries of references.bib by BibTeX's own, with author and year"
            found.warn("plain-bibliography", message, None, hint)
        cited = (self.references[key] for key in self.cited if key in self.references)
        of_cited = (diagnostic for reference in cited for diagnostic in reference.diagnostics)
        found.add_as_warnings(one for one in of_cited if one.code != "incomplete-reference")
        return found

    def ancestors(self, key: str) -> list[str]:
        """The entries from which one inherits, the nearest first."""
        found: list[str] = []
        reference = self.references.get(key)
        while reference is not None and reference.parent and reference.parent not in (key, *found):
            found.append(reference.parent)
            reference = self.references.get(reference.parent)
        return found

    def entries(self) -> dict[str, str]:
        """The entries that are cited, by key, as a `.bib` file has them."""
        wanted = {ancestor for key in self.cited for ancestor in (key, *self.ancestors(key))}
        # BibTeX wants an entry before the one from which it inherits.
        ordered = sorted(self.references.items(), key=lambda item: -len(self.ancestors(item[0])))
        entries = [_entry(reference) for key, reference in ordered if key in wanted]
        entries += [
            entry_of("misc", key, {"title": f"{{{{{_escaped(text)}}}}}"})
            for key, text in self.items.items()
            if key in self.cited and key not in self.references
        ]
        to_come = [
            entry_of("misc", key, {"title": f"{{{{{TO_BE_ANNOUNCED} ({_escaped(key)})}}}}"})
            for key in self.missing
            if key not in self.items and is_citation_key(key)
        ]
        written = {entry.key: bib_text([entry]) for entry in entries}
        return written | {entry.key: Placeholder(bib_text([entry])) for entry in to_come}


def read_references(
    names: Mapping[str, Span],
    paper: Path,
    written: Mapping[str, str],
    diagnostics: SourceDiagnostics,
) -> dict[str, Reference]:
    """The entries of the `.bib` files that a paper names, with what is wrong with the files.

    Args:
        names: what the paper calls them, and where.
        paper: the paper, beside which they lie.
        written: those that the paper writes itself, by their names.
        diagnostics: takes what is wrong.
    """
    files: list[Path] = []
    folder = paper.parent
    own: dict[str, Reference] = {}
    for name, place in names.items():
        named = name if name.endswith(".bib") else f"{name}.bib"
        file = (folder / named).resolve()
        if named in written and not file.is_file():
            found, errors = parse_bibliography(written[named], paper)
            own |= found
            diagnostics.add_as_warnings(errors)
        elif not file.is_relative_to(folder.resolve()) or not file.is_file():
            message = f"there is no bibliography {name} in the paper's folder"
            diagnostics.warn("missing-file", message, place)
        elif file not in files:
            files.append(file)
    references, errors = read_bibliographies(files)
    diagnostics.add_as_warnings(errors)
    return own | references


def _entry(reference: Reference) -> Entry:
    """An entry as the paper's authors typed it."""
    values = {
        name: _defined(value)
        for name, value in reference.sources.items()
        if not _NOISE.fullmatch(name) and not (name == "crossref" and reference.parent is None)
    }
    return entry_of(reference.kind, reference.key, values)


def _defined(value: str) -> str:
    """A value as text if it is a word that abbreviates nothing, and that BibTeX would not print."""
    is_undefined = _NAME.fullmatch(value) and value.lower() not in ABBREVIATIONS
    return f"{{{value}}}" if is_undefined else value


_SPECIAL = str.maketrans(
    RESERVED | BRACES_IN_BIBTEX | {"^": "^", "\N{NO-BREAK SPACE}": "~"}  # 2^k stays as it is
)


def _escaped(text: str) -> str:
    """Text as a field holds it, with letters as they are."""
    return text.translate(_SPECIAL)
