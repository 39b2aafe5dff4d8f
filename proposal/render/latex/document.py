"""Renders a document of an edition: the `.tex` file, its bibliography, its pictures."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import jinja2
from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct
from msgspec.structs import replace
from pylatex import NoEscape

from proposal.diagnostics import Diagnostic, error
from proposal.edition import wording
from proposal.edition.collection import Collection
from proposal.edition.edition import Edition
from proposal.edition.edition_document import Document
from proposal.edition.participants import Organizer, Person
from proposal.model.fields import is_citation_key
from proposal.render.captions import with_captions
from proposal.render.latex.anonymity import disclosed_names
from proposal.render.latex.bibliography import bibliography
from proposal.render.latex.class_files import ClassFile, class_files
from proposal.render.latex.converted import TexPicture
from proposal.render.latex.document_class import format_of
from proposal.render.latex.escape import address_in_pdf, beyond_pdflatex, escape, escape_address
from proposal.render.latex.heads import heads_of
from proposal.render.latex.latex_math import has_formulas
from proposal.render.latex.latex_prose import CaptionedPicture, LatexContext, latex_of
from proposal.render.latex.latex_templates import latex_environment
from proposal.render.latex.math_glyphs import BRACKETS, LARGE, OTHERS
from proposal.render.latex.metadata import (
    is_plain,
    metadata_string,
    metadata_text,
    xmp_list,
    xmp_text,
)
from proposal.render.latex.runs import composed
from proposal.render.latex.scripts import SCRIPTS, Script
from proposal.render.latex.source_marks import PlacedLatex, Places, without_marks
from proposal.render.latex.table_layout import Placement, Table
from proposal.render.latex.tex_languages import TexLanguage, tex_language
from proposal.render.lost import lost_in_prose, without_same_links
from proposal.render.own_targets import OnWebsite
from proposal.render.prose import ProseKind, read_prose
from proposal.render.quoted_facts import Facts
from proposal.render.rendered_files import DIGEST_PLACE, with_digest
from proposal.render.templates import fill
from proposal.source.bib.style import PRINTED
from proposal.source.reference import Reference
from proposal.source.text import Prose
from proposal.words.marking import gettext_noop

Engine = Literal["pdflatex", "lualatex"]

_BEGIN = r"\begin{document}"
_END = r"\end{document}"
_GRAVE_SIGN = r"\textasciigrave"
_GRAVE = r"\DeclareTextSymbol{\textasciigrave}{T1}{0}"
"""Has pdfLaTeX take a backtick from the font around, not from a bitmap, which presses refuse."""
_SCRIPT = re.compile(r"\\script([A-Z][a-z]{3})\b")
r"""The font of a script, where a text asks for it: `\scriptArab`."""


class RenderedDocument(Struct, frozen=True):
    """Everything that TeX needs to make one PDF, and where it came from."""

    name: str
    tex: PlacedLatex
    bib: PlacedLatex | None
    """The bibliography; nothing if the document cites nothing."""
    pictures: tuple[TexPicture, ...]
    engine: Engine
    beyond_pdflatex: list[str]
    """The characters for which the engine is LuaLaTeX."""
    scripts: tuple[Script, ...]
    """The scripts whose fonts are needed beside ACM's."""
    diagnostics: list[Diagnostic]
    cited: frozenset[str] = frozenset()
    """The keys of the entries that the document cites."""
    class_files: tuple[ClassFile, ...] = ()
    """Classes and styles of the workshop's own."""
    language: TexLanguage | None = None
    """The language for babel; nothing for English."""
    is_for_print: bool = True
    """Whether production takes it, and asks for all that acmart warns of."""

    @property
    def format(self) -> str:
        """The format by which it is set, or the name of another class."""
        return format_of(self.tex.text)

    @property
    def inputs(self) -> dict[str, bytes]:
        """The files that TeX reads, by name."""
        files = {f"{self.name}.tex": self.tex.text.encode()}
        if self.bib is not None:
            files["references.bib"] = self.bib.text.encode()
        return files | self.beside

    @property
    def beside(self) -> dict[str, bytes]:
        """The files that stand beside the document as they are: pictures, classes, styles."""
        classes = {file.name: file.content for file in self.class_files}
        # Paths of Python 3.11 take no names of another class than text.
        return classes | {str(picture.name): picture.content for picture in self.pictures}


class AuthorNote(Struct, frozen=True):
    """A mark at an author's name: the note's text where it comes first, its number after."""

    number: int
    text: str
    is_first: bool


def render_document(
    workshop: Path,
    edition: Edition,
    document: Document,
    *,
    texts: Sequence[Prose] = (),
    **values: Any,
) -> RenderedDocument:
    """Render one of an edition's documents, or what is set for the volume of its papers.

    Args:
        workshop: the folder that holds `data/`, for the workshop's own templates.
        edition: the resolved edition.
        document: one of `edition.documents`, or one of a volume.
        texts: what the template of a volume sets by its filter `text`.
        values: what the template of a volume gets beside these.
    """
    rendering = _DocumentRendering(workshop, edition, document, texts, values)
    tex = rendering.tex()
    own_files, of_files = class_files(workshop)
    characters = rendering.characters
    cited = rendering.cited
    return RenderedDocument(
        name=document.name,
        tex=tex,
        # All documents of an edition share one file, so it holds the entries of all of them.
        bib=bibliography(_citable(edition.references)) if cited else None,
        pictures=tuple(dict.fromkeys(rendering.pictures)),
        engine="lualatex" if characters or document.is_accessible else "pdflatex",
        beyond_pdflatex=characters,
        scripts=rendering.scripts,
        diagnostics=rendering.diagnostics + of_files + disclosed_names(edition, document, tex),
        cited=frozenset(cited),
        class_files=own_files,
        language=tex_language(edition.language),
        is_for_print=document.is_for_print,
    )


def diagnostics_of_prose(edition: Edition, texts: Iterable[Prose]) -> list[Diagnostic]:
    """What is wrong with the facts and citations in some texts of an edition, and lost of them."""
    listed = list(texts)
    diagnostics = [
        diagnostic
        for text in listed
        for diagnostic in read_prose(
            text, ProseKind.DOCUMENT, Facts(edition), edition.references
        ).diagnostics
    ]
    # An entry that two texts cite is told of once.
    lost = lost_in_prose(edition, listed)
    return [*without_same_links(dict.fromkeys(diagnostics), lost), *lost]


@dataclass(slots=True)
class _DocumentRendering:
    """The rendering of one document."""

    workshop: Path
    edition: Edition
    document: Document
    volume_texts: Sequence[Prose] = ()
    """The texts of a volume; what they need stands in its preamble, so they are set before it."""
    values: Mapping[str, Any] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    pictures: list[TexPicture] = field(default_factory=list)
    placements: set[Placement] = field(default_factory=set)
    """How tables stand on the page."""
    cited: dict[str, Reference] = field(default_factory=dict)
    characters: list[str] = field(default_factory=list)
    """The characters that pdfLaTeX's fonts lack."""
    scripts: tuple[Script, ...] = ()
    templates: jinja2.Environment = field(init=False)
    set_texts: dict[int, NoEscape] = field(init=False)
    """The LaTeX of the volume's texts, by the identity of each; two may have the same words."""

    def __post_init__(self) -> None:
        self.templates = latex_environment(self.workshop, self.places, self.edition.language)
        self.templates.filters.update(
            address=escape_address,
            address_in_pdf=address_in_pdf,
            ordinal_word=lambda number: wording.ordinal_word(number, self.edition.language),
            prose=self.statement,
            text=self.volume_text,
            native=self.native_name,
            metadata=metadata_string,
            metadata_text=metadata_text,
            xmp_list=xmp_list,
            xmp_text=xmp_text,
            xml=lambda text: NoEscape(html.escape(text)),
        )
        self.templates.globals.update(
            place=lambda record: self.places.mark_line(record.span),
            digest=DIGEST_PLACE,
            document=self.document,
            tex_language=tex_language(self.edition.language),
            notes=self.author_notes(),
        )

    def tex(self) -> PlacedLatex:
        body = self.prose(self.document.text, ProseKind.DOCUMENT)
        self.set_texts = {id(text): self.document_prose(text) for text in self.volume_texts}
        thanks = self.document.acknowledgments
        heads = heads_of(self.edition, self.document)
        self.diagnostics += heads.diagnostics
        text = self.set(
            f"{self.document.kind}.tex",
            edition=self.edition,
            body=body,
            heads=heads,
            acknowledgments=self.prose(thanks, ProseKind.DOCUMENT) if thanks else "",
            cites=bool(self.cited),
            has_plain_metadata=self.has_plain_metadata(),
            accessible_version=self.accessible_version(),
            has_undated_references=self.has_undated_references(),
            has_figures=bool(self.pictures) or Placement.ACROSS in self.placements,
            has_breaking_tables=Placement.BREAKING in self.placements,
            **self.values,
        )
        placed = self.resolved(self.with_fonts(text))
        return replace(placed, text=with_digest(placed.text))

    def resolved(self, marked: str) -> PlacedLatex:
        return self.places.resolved(marked, self.file_of)

    def file_of(self, template: str) -> Path:
        """The file of a template that has been filled."""
        return Path(self.templates.get_template(template).filename or template)

    def accessible_version(self) -> str | None:
        """Where the website offers the version for screen readers; nothing if it does not."""
        name, url = self.document.accessible_version, self.edition.url
        if not (name and url and self.document.is_public):
            return None
        return f"{url.rstrip('/')}/{self.edition.id}/{name}.pdf"

    def has_plain_metadata(self) -> bool:
        edition, document = self.edition, self.document
        names = [organizer.person.name for organizer in edition.organizers]
        titles = [document.title, document.subtitle or edition.title, edition.acronym]
        event = edition.event(document)
        host = [event.acronym, event.days, event.place]
        return is_plain([*titles, *names, *host], edition.keywords)

    def with_fonts(self, text: str) -> str:
        """The document with the fonts that it needs beside ACM's, if there are any."""
        cited = "".join(map(escape, self.cited_text()))
        self.characters = beyond_pdflatex(without_marks(text) + cited)
        if has_formulas(text.partition(_BEGIN)[2]):
            signs = {"brackets": BRACKETS, "large_signs": LARGE, "other_signs": OTHERS}
            part = self.set("parts/formulas.tex", **signs)
            text = text.replace(_BEGIN, f"{part}\n{_BEGIN}", 1)
        if not self.characters and not self.document.is_accessible:
            return text.replace(_BEGIN, f"{_GRAVE}\n{_BEGIN}", 1) if _GRAVE_SIGN in text else text
        codes = sorted(set(_SCRIPT.findall(text + cited)))
        self.scripts = tuple(SCRIPTS[code] for code in codes)
        # Not in a template, since what is needed is only known when all of them are filled.
        fonts = self.set("parts/fonts.tex", characters=self.characters, scripts=self.scripts)
        number = self.set("parts/pdf_number.tex")
        before, end, behind = text.replace(_BEGIN, f"{fonts}\n{_BEGIN}", 1).rpartition(_END)
        return f"{before}{number}\n{end}{behind}"

    def has_undated_references(self) -> bool:
        """Whether more than one of the cited entries has no year (`??` is none to ACM's style)."""
        parents = self.edition.references
        years = [
            reference.text("year") or parents[reference.parent].text("year")
            if reference.parent in parents
            else reference.text("year")
            for reference in self.cited.values()
        ]
        return sum(year.startswith("??") or not year.strip() for year in years) > 1

    def cited_text(self) -> list[str]:
        """What the list of references may print."""
        return [
            composed(reference.letters(name))
            for reference in self.cited.values()
            for name in reference.fields
            if name in PRINTED
        ]

    def set(self, template: str, **values: Any) -> NoEscape:
        """Fill a template; what comes of it is LaTeX."""
        text, diagnostics = fill(self.templates, template, values)
        self.diagnostics += diagnostics
        return NoEscape(text)

    def prose(self, text: Prose, kind: ProseKind) -> NoEscape:
        is_document = kind is ProseKind.DOCUMENT
        facts = Facts(self.edition) if is_document else None
        read = read_prose(text, kind, facts, self.edition.references)
        self.note_citations(read.tree)
        latex = latex_of(read, self.context())
        self.diagnostics += read.diagnostics
        return latex

    def document_prose(self, text: Prose) -> NoEscape:
        """A text that may quote facts and cite."""
        return self.prose(text, ProseKind.DOCUMENT)

    def volume_text(self, text: Prose) -> NoEscape:
        """One of the volume's texts, set before; a template of one's own may set others, too."""
        latex = self.set_texts.get(id(text))
        return self.document_prose(text) if latex is None else latex

    def context(self) -> LatexContext:
        """How the parts of a text are set that templates lay out."""
        page = self.document.page_format
        own = OnWebsite(self.edition)
        return LatexContext(self.places, self.block, self.figure, self.table, page, own)

    def statement(self, text: Prose) -> NoEscape:
        """Somebody's own text, such as a biography."""
        return self.prose(text, ProseKind.STATEMENT)

    def native_name(self, person: Person) -> NoEscape:
        """A person's name in their own script, which their language says how to draw."""
        name = person.name_native or ""
        return NoEscape(f"{self.places.of(name)}{escape(name, person.native_language)}")

    def note_citations(self, tree: SyntaxTreeNode) -> None:
        for node in with_captions(tree):
            if node.type == "citation":
                for key in node.meta["keys"]:
                    if is_citation_key(key) and key in self.edition.references:
                        self.note_reference(self.edition.references[key])

    def note_reference(self, reference: Reference) -> None:
        """Note an entry that is cited, and the one whose fields it inherits."""
        self.cited[reference.key] = reference
        parent = self.edition.references.get(reference.parent or "")
        if parent is not None and parent.key not in self.cited:
            self.note_reference(parent)

    def block(self, fact: Collection[Any] | Prose) -> NoEscape:
        if isinstance(fact, Prose):
            return self.statement(fact)
        if not fact.items:
            return NoEscape("")
        if self.document.is_anonymous and fact.kind in _OF_AUTHORS:
            words = self.edition.language.gettext("Left out for anonymous review.")
            return NoEscape(rf"\emph{{{escape(words)}}}")
        text = self.set(f"blocks/{fact.kind}.tex", items=fact.items, edition=self.edition)
        return NoEscape(text.strip("\n"))

    def figure(self, figure: CaptionedPicture) -> NoEscape:
        if any(p.name == figure.file.name and p != figure.file for p in self.pictures):
            name = figure.file.name
            message = f"there are two pictures of the name {name}, of different folders or kinds"
            place, hint = self.document.text.span, "rename one of them; publishers take no folders"
            self.diagnostics.append(error("duplicate-picture", message, place, hint))
        self.pictures.append(figure.file)
        return self.set("figure.tex", figure=figure)

    def table(self, table: Table) -> NoEscape:
        self.placements.add(table.layout.placement)
        return self.set("table.tex", table=table)

    def author_notes(self) -> Mapping[str, list[AuthorNote]]:
        """The notes of the author block by person: equal contribution, corresponding author."""
        numbers: dict[str, int] = {}
        notes: dict[str, list[AuthorNote]] = {}
        for organizer in self.edition.organizers:
            notes[organizer.person.id] = []
            for message in _note_texts(organizer):
                text = self.edition.language.gettext(message)
                is_first = text not in numbers
                number = numbers.setdefault(text, len(numbers) + 1)
                notes[organizer.person.id].append(AuthorNote(number, text, is_first))
        return notes


_OF_AUTHORS = ("organizers", "biographies")
"""Blocks that tell who the authors are."""


def _citable(references: Mapping[str, Reference]) -> dict[str, Reference]:
    return {key: reference for key, reference in references.items() if is_citation_key(key)}


def _note_texts(organizer: Organizer) -> list[str]:
    texts = {
        gettext_noop("These authors contributed equally."): organizer.equal,
        gettext_noop("Corresponding author."): organizer.corresponding,
    }
    return [text for text, holds in texts.items() if holds]
