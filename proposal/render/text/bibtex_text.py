"""Writes BibTeX for citing an edition: its accepted papers and its summary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from proposal.diagnostics import Span
from proposal.edition.edition import Edition
from proposal.edition.edition_document import Document
from proposal.edition.own_files import with_whole_addresses
from proposal.edition.participants import Person
from proposal.model.family_names import SUFFIX, is_family_first, shown_family_name
from proposal.render.latex.bibliography import bibliography
from proposal.render.latex.escape import escape_for_others
from proposal.render.latex.latex_math import formula_in_line
from proposal.render.plain import printable
from proposal.render.text.cited_paper import CitedPaper, cited_papers, edition_key
from proposal.render.typography import typographic
from proposal.source.bib.bib_names import BibName, names_of
from proposal.source.math.math_line import MathLine
from proposal.source.math.math_words import formula_words
from proposal.source.reference import Fragment, LetterForm, Reference, braced

FILE = "papers.bib"

_JOINS_NAMES = re.compile(r",|\band\b|\bothers\b", re.IGNORECASE)
"""What BibTeX would take a name apart at: `Institute of Arts and Crafts`."""


def papers_bib(edition: Edition, summary_pages: int | None = None) -> str:
    """The BibTeX of an edition's accepted papers and of its summary; empty if there are none.

    What would cite a workshop that does not take place on its day is left out.

    Args:
        edition: the resolved edition.
        summary_pages: how many pages the camera-ready summary has, if that is known.
    """
    edition = with_whole_addresses(edition)
    entries = [_of_paper(cited) for cited in cited_papers(edition)]
    summary = edition.cited_summary
    if summary is not None:
        entries.append(_of_summary(edition, summary, summary_pages))
    if not entries:
        return ""
    return _written(entries)


def paper_bib(cited: CitedPaper) -> str:
    """The BibTeX of one paper, the same as among all."""
    return _written([_of_paper(cited)])


def _written(entries: Sequence[Reference]) -> str:
    by_key = {entry.key: entry for entry in entries}
    text = bibliography(by_key, frozenset({"keywords"}), escape_for_others).text
    return text.rstrip("\n") + "\n"


def _of_paper(cited: CitedPaper) -> Reference:
    paper, volume = cited.paper, cited.volume
    return _reference(
        cited.key,
        author=_authors(paper.authors),
        editor=_authors(cited.editors),
        title=_kept(paper.title),
        booktitle=_kept(cited.container),
        series=_kept(volume.series) if volume and volume.series else (),
        volume=_text(volume.number if volume else None),
        year=_text(str(cited.year)),
        pages=_text(paper.pages),
        publisher=_text(volume.publisher if volume else None),
        isbn=_text(volume.isbn if volume else None),
        issn=_text(volume.issn if volume else None),
        doi=_verbatim(paper.doi),
        url=_verbatim(paper.pdf),
        keywords=_text(typographic(printable(", ".join(paper.keywords)))),
    )


def _of_summary(edition: Edition, summary: Document, pages: int | None) -> Reference:
    rights = summary.rights
    number = rights.isbn.partition("/")[0] if rights and rights.isbn else None
    return _reference(
        edition_key(edition),
        author=_authors(tuple(organizer.person for organizer in edition.organizers)),
        title=_kept(summary.title),
        booktitle=_kept(edition.booktitle),
        year=_text(str(summary.year)),
        pages=_text(_pages(summary.first_page, pages)),
        publisher=_text("Association for Computing Machinery" if rights else None),
        isbn=_text(number),
        doi=_verbatim(rights.doi if rights else None),
    )


def _reference(key: str, **fields: tuple[Fragment, ...]) -> Reference:
    known = {name: fragments for name, fragments in fields.items() if fragments}
    return Reference(key, "inproceedings", known, Span.of_file(Path(FILE)))


def _authors(people: tuple[Person, ...]) -> tuple[Fragment, ...]:
    fragments: list[Fragment] = []
    for person in people:
        if fragments:
            fragments.append(Fragment(" and "))
        fragments += _author(person.name, person.family_name)
    return tuple(fragments)


@lru_cache(maxsize=4096, typed=True)
def _author(written: str, written_family: str | None) -> tuple[Fragment, ...]:
    """A name as BibTeX takes it apart rightly: "{Sample Jr.}, Martin", "{García Sample}, Ana"."""
    name = typographic(printable(written))
    if match := _SUFFIX_BETWEEN_COMMAS.fullmatch(name):
        return (*braced(f"{match['family']} {match['suffix']}"), Fragment(f", {match['given']}"))
    if is_family_first(name):  # with a comma, styles would print the given name first
        return braced(name)
    plain = (Fragment(name),)
    family = typographic(printable(written_family or ""))
    if not family and "," not in name:
        shown = shown_family_name(name)
        taken = next((part.last for part in names_of(plain)), "")
        family = shown if shown != taken or SUFFIX.fullmatch(name.split()[-1]) else ""
    if family and f" {family} " in f" {name} ":
        given = " ".join(f" {name} ".replace(f" {family} ", " ", 1).split())
        return (*braced(family), Fragment(f", {given}")) if given else braced(family)
    return braced(name) if _JOINS_NAMES.search(name) else plain


def family_name(person: Person) -> str:
    """What BibTeX takes for the family name of an author in `papers.bib`: van Sample, Sample Jr."""
    return name_parts(person).last


def name_parts(person: Person) -> BibName:
    """A name in its parts, as BibTeX takes it apart; one that stays whole is a family name."""
    return _parts(person.name, person.family_name)


@lru_cache(maxsize=4096, typed=True)
def _parts(written: str, written_family: str | None) -> BibName:
    whole = BibName("", "", written, "")
    return next(iter(names_of(_author(written, written_family))), whole)


_SUFFIX_BETWEEN_COMMAS = re.compile(
    rf"(?P<family>[^,]+), (?P<suffix>{SUFFIX.pattern}), (?P<given>[^,]+)", re.IGNORECASE
)
"""A name as BibTeX has it: Sample, Jr., Martin."""


def _kept(title: str) -> tuple[Fragment, ...]:
    """A title whose capitals no bibliography style changes."""
    if isinstance(title, MathLine):
        return _with_formulas(title)
    return braced(typographic(printable(title)))


def _with_formulas(title: MathLine) -> tuple[Fragment, ...]:
    opening, _, closing = braced("")
    parts = title.parts(typographic(printable(title.pattern)))
    fragments = (
        Fragment(part, protected=True)
        if isinstance(part, str)
        else Fragment(
            formula_words(part),
            protected=True,
            form=LetterForm.FORMULA,
            latex=formula_in_line(part),
        )
        for part in parts
    )
    return (opening, *fragments, closing)


def _text(value: str | None) -> tuple[Fragment, ...]:
    return (Fragment(value),) if value else ()


_verbatim = _text


def _pages(first: int | None, count: int | None) -> str | None:
    if first is None or count is None or count == 1:
        return str(first) if first else None
    return f"{first}\N{EN DASH}{first + count - 1}"
