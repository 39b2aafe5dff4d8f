"""Reads accepted papers from a bibliography."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from proposal.diagnostics import Diagnostic, Severity, error
from proposal.importers.author_faults import fault_of_author, warn_of_nameless
from proposal.importers.draft import ImportSourceError, Record, SourceDiagnostics, author
from proposal.importers.exports.entry import is_withheld
from proposal.importers.listed_paper import (
    ListedPaper,
    PaperAddress,
    paper_address,
    said_pdf,
    says_withdrawn,
)
from proposal.importers.values import accepted, checked
from proposal.importers.work_types import is_paper, no_paper, type_to_write
from proposal.importers.written_markup import (
    WarnOfText,
    statement_of_marked,
    tell_open_tags,
    tell_unread,
    text_of_fragments,
    title_of,
)
from proposal.model.material_kinds import MATERIAL_KINDS
from proposal.reading.lines import line_of
from proposal.reading.listed_names import ListedAuthor
from proposal.reading.names import Name, read_name, read_parts
from proposal.reading.person_titles import is_degree, is_suffix
from proposal.source.bib.bib_names import BibName, names_of
from proposal.source.bibtex import read_bibliography
from proposal.source.reference import Fragment, Reference


def papers_of_bibliography(source: Path) -> tuple[list[ListedPaper], SourceDiagnostics]:
    """The papers of a `.bib` file, and what was not understood of it.

    Raises:
        ImportSourceError: it has no entry of a paper, or several authors stand where BibTeX reads
            one.
    """
    references, found = read_bibliography(source)
    for reference in references.values():
        found += [*reference.diagnostics, *reference.diagnostics_aside]
    errors = [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR]
    if not references:
        first = errors[0] if errors else None
        reason = f"{first.span or source}: {first.message}" if first else f"{source} has no entry"
        raise ImportSourceError(f"{reason}; a bibliography in BibTeX was expected")
    diagnostics = SourceDiagnostics()
    diagnostics.add_as_warnings(map(_of_second_entry, errors))
    diagnostics.add_as_warnings(one for one in found if one.code == "escaped-latex")
    works = [
        _with_shared_fields(reference, references)
        for reference in references.values()
        if reference.kind != _SHARED
    ]
    listed = [work for work in works if _is_paper(work, diagnostics)]
    if not listed:
        raise ImportSourceError(
            f"{works[0].span if works else source}: {source.name} has no paper of a workshop; "
            f"{type_to_write('BibTeX')}"
        )
    _refuse_joined_authors(listed)
    _doubt_joined_authors(listed, diagnostics)
    decided = [reference for reference in listed if not _is_undecided(reference, diagnostics)]
    if not decided:
        raise ImportSourceError(f"{source} lists no accepted paper: {diagnostics[-1].message}")
    papers = [
        paper
        for reference in decided
        if (paper := _of_reference(reference, diagnostics)) is not None
    ]
    warn_of_nameless([paper.title for paper in papers if not paper.authors], diagnostics)
    _note_unread_fields(decided, diagnostics)
    return papers, diagnostics


def _refuse_joined_authors(references: Iterable[Reference]) -> None:
    """Refuse authors between whom commas or semicolons stand, which BibTeX reads as one.

    Raises:
        ImportSourceError: at least one entry has such a list.
    """
    joined = [
        reference
        for reference in references
        if any(map(_holds_several, names_of(reference.fields.get("author", ()))))
        or _LATEX_AND.search(reference.sources.get("author", ""))
    ]
    if joined:
        first, more = joined[0], len(joined) - 1
        others = f" ({more} more such {'entry' if more == 1 else 'entries'})" if more else ""
        raise ImportSourceError(
            f"{first.span}: the authors of `{first.key}`, `{line_of(first.text('author'))}`, are "
            "one name to BibTeX; write `and` between the names, `Ann Author and Bob Builder`, and "
            f"put an institution between braces: `{{Barnes & Sample}}`{others}"
        )


_LATEX_AND = re.compile(r"\\and\b", re.IGNORECASE)
r"""What parts authors in papers, and nothing in bibliographies. Example:
`Ada Placeholder \and Alan Example`."""


def _holds_several(name: BibName) -> bool:
    """Whether what stands between two "and" can be no single name in BibTeX.

    More than one comma is in `Sample, Jr., Martin`, `Sample, M.D., FRCS, Ann` and the like only.
    """
    parts = (name.suffix, name.given, *name.suffix.split(), *name.given.split())
    has_addition = any(is_suffix(part) or is_degree(part) for part in parts if part)
    return name.has_separator or (name.parts >= 3 and not has_addition)


_SHARED = "xdata"
"""Biblatex's type of entry, and field, for what several entries share."""


def _with_shared_fields(reference: Reference, references: Mapping[str, Reference]) -> Reference:
    """An entry with the fields that it takes from entries of the type xdata."""
    keys = re.findall(r"[^\s,{}\"]+", reference.sources.get(_SHARED, ""))
    shared = [references[key] for key in keys if key in references]
    fields = {name: text for one in reversed(shared) for name, text in one.fields.items()}
    sources = {name: text for name, text in reference.sources.items() if name != _SHARED}
    return replace(reference, fields={**fields, **reference.fields}, sources=sources)


def _is_paper(reference: Reference, diagnostics: SourceDiagnostics) -> bool:
    """Whether an entry is no comment and of a type of papers; a warning says what others are."""
    if reference.is_in_comment:
        message = f"`{reference.key}` stands in a `@comment` and is left out"
        hint = "if it is a paper, take it out of the braces of the comment"
        diagnostics.warn("not-a-paper", message, reference.span, hint)
        return False
    if is_paper("BibTeX", reference.kind):
        return True
    message = no_paper(f"@{reference.kind}", line_of(reference.text("title")) or reference.key)
    diagnostics.warn("not-a-paper", message, reference.span, type_to_write("BibTeX"))
    return False


_NOTES = re.compile(
    r"(?:paper |manuscript |submission )?(?:is |was )?(?:withdrawn|retracted|(?:desk[ -])?rejected"
    r"|(?:currently )?(?:under|in) (?:double[ -]blind |peer )?review|submitted|in preparation)\.?",
    re.IGNORECASE,
)
"""What a note says of a paper that is none of the workshop: `under review`."""


def _is_undecided(reference: Reference, diagnostics: SourceDiagnostics) -> bool:
    """Whether an entry says that its paper is not accepted, which is reported."""
    title = line_of(reference.text("title"))
    texts = {name: line_of(reference.text(name)) for name in ("note", "booktitle")}
    said = [
        *(["note"] if _NOTES.fullmatch(texts["note"]) else []),
        *(["booktitle"] if texts["booktitle"].startswith("Submitted to ") else []),
        *(["title"] if says_withdrawn(title) else []),
    ]
    if not said:
        return False
    text = texts.get(said[0], title)
    message = f"`{reference.key}` is left out: its {said[0]} says `{text}`"
    hint = f"if it is a paper of the workshop, take that out of its {said[0]}"
    diagnostics.warn("undecided-paper", message, reference.span, hint)
    return True


def _of_second_entry(found: Diagnostic) -> Diagnostic:
    """What is wrong with a bibliography, and that a second entry of one key is left out."""
    is_second = found.code == "duplicate-reference"
    return replace(found, message=f"{found.message}, and is left out") if is_second else found


_READ_FIELDS = {"title", "author", "abstract", "url", "doi", "pages", "keywords", "award"} | {
    kind.name for kind in MATERIAL_KINDS
}
"""Fields of which something is made wherever they stand."""


def _note_unread_fields(references: Iterable[Reference], diagnostics: SourceDiagnostics) -> None:
    """Note which fields of a bibliography are left out, and how often."""
    counts = Counter(
        name
        for reference in references
        for name in reference.sources
        if not (
            name in _READ_FIELDS
            or (name == "note" and _award_of(reference))
            or (name in _OF_EPRINTS and _eprint(reference))
        )
    )
    if counts:
        listed = ", ".join(f"{name} ({count})" for name, count in counts.items())
        message = f"fields that are left out, with the number of entries: {listed}"
        diagnostics.note("unread-fields", message)


_OF_EPRINTS = {"eprint", "eprinttype", "archiveprefix", "primaryclass", "eprintclass"}
_ARXIV = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}")
"""Examples: `2402.01234v2`, `cs.IR/0701001`."""

_AWARD = re.compile(
    r"(?:best|outstanding|honou?rable)[\w\s-]{0,40}(?:award|mention|paper|runner-?up)[\w\s-]{0,20}",
    re.IGNORECASE,
)
"""Examples: `Best Paper Award`, `Honorable Mention`."""


def _award_of(reference: Reference) -> str:
    """The award that an entry states, in a field of its own or as a note."""
    note = line_of(reference.text("note")).rstrip(".")
    return line_of(reference.text("award")) or (note if _AWARD.fullmatch(note) else "")


def _eprint(reference: Reference) -> str:
    """The address of an entry's preprint at arXiv; empty if it has none."""
    number = reference.text("eprint").strip()
    is_arxiv = _ARXIV.fullmatch(number) is not None
    kind = (reference.text("archiveprefix") or reference.text("eprinttype") or "arxiv").casefold()
    return f"https://arxiv.org/pdf/{number}" if is_arxiv and kind == "arxiv" else ""


def _details_of(
    reference: Reference, address: PaperAddress, diagnostics: SourceDiagnostics
) -> Record:
    """DOI, pages and keywords of an entry; a wrong value is reported and left out."""
    keywords = [line_of(word) for word in re.split(r"[,;]", reference.text("keywords"))]
    found: Record = {"keywords": [word for word in keywords if checked("keyword", word).value]}
    doi = reference.text("doi").strip() or address.doi
    for name, text in (("pages", reference.text("pages").strip()), ("doi", doi)):
        result = checked(name, text) if text else None
        if result and result.value:
            found[name] = result.value
        elif result:
            message = f"`{reference.key}`: {result.error}; it is left out"
            code = "not-a-doi" if name == "doi" else "not-pages"
            diagnostics.warn(code, message, reference.span, result.hint)
    return {key: value for key, value in found.items() if value}


def _of_reference(reference: Reference, diagnostics: SourceDiagnostics) -> ListedPaper | None:
    marked = text_of_fragments(reference.fields.get("title", ()))
    title = title_of(marked)
    authors, doubts, is_incomplete = _authors_of_field(reference.fields.get("author", ()))
    if not title.text or not authors:
        missing = "author" if title.text else "title"
        message = f"`{reference.key}` has no {missing} and is left out"
        diagnostics.warn("incomplete-paper", message, reference.span)
        return None
    if is_incomplete:
        message = f"`{reference.key}` does not name all of its authors"
        diagnostics.warn("incomplete-paper", message, reference.span)
    if all(is_withheld(one.name) for one in authors):
        authors = []
    wrong = next(
        (one.name for one in authors if one.name != one.family and fault_of_author(one.name)),
        "",
    )
    if wrong:
        message = f"“{title.text}” is left out: `{wrong}` is no name of an author alone"
        hint = "take marks and institutions out of `author`, and import it again"
        diagnostics.append(error("unread-authors", message, reference.span, hint))
        return None
    for doubt in doubts:
        diagnostics.warn("doubtful-name", f"`{reference.key}`: {doubt}", reference.span)

    tell_open_tags(title.text, "title", _warner(reference, diagnostics))
    abstract = text_of_fragments(reference.fields.get("abstract", ()))
    for name, text in (("title", marked), ("abstract", abstract)):
        tell_unread(text, name, _warner(reference, diagnostics))

    def refuse(error: str, hint: str | None) -> None:
        diagnostics.warn("not-a-url", error, reference.span, hint)

    url = reference.text("url")
    address = paper_address(url, refuse) if url else PaperAddress()
    links = {kind.name: reference.text(kind.name) for kind in MATERIAL_KINDS}
    links["pdf"] = said_pdf(links["pdf"]) or address.pdf or _eprint(reference)
    good = {key: accepted("url", link, refuse) for key, link in links.items()}
    return ListedPaper(
        title=title.text,
        emphasized=title.emphasized,
        authors=[author(one.name, family=one.family) for one in authors],
        span=reference.span,
        is_incomplete=is_incomplete,
        abstract=statement_of_marked(abstract) or None,
        award=_award_of(reference) or None,
        details=_details_of(reference, address, diagnostics),
        links={key: link for key, link in good.items() if link},
        page="" if good["pdf"] else address.page,
    )


def _warner(reference: Reference, diagnostics: SourceDiagnostics) -> WarnOfText:
    """Warns of an entry."""

    def warn(code: str, message: str, hint: str | None) -> None:
        diagnostics.warn(code, f"`{reference.key}`: {message}", reference.span, hint)

    return warn


def _authors_of_field(fragments: Iterable[Fragment]) -> tuple[list[ListedAuthor], list[str], bool]:
    """The authors of a field of BibTeX, what is not sure, and whether the list ends with "others".

    As in BibTeX, an "and" between braces parts no names, and a name that stands in braces as a
    whole is an institution's, which is kept as it is.
    """
    authors: list[ListedAuthor] = []
    doubts: list[str] = []
    is_incomplete = False
    for name in names_of(fragments):
        if name.is_others:
            is_incomplete = True
        elif name.last == name.family == name.in_reading_order and " " in name.family:
            institution = line_of(name.family)
            authors.append(ListedAuthor(institution, None, institution))
        else:
            read = _without_marks(_read(name))
            doubts += [read.doubt] if read.doubt else []
            authors += [ListedAuthor(read.text, None, read.family)] if read.text else []
    return authors, doubts, is_incomplete


def _doubt_joined_authors(references: Iterable[Reference], diagnostics: SourceDiagnostics) -> None:
    """Doubt `Ann Author, Bob Builder`, which is one name to BibTeX, as are two family names."""
    lists = [(reference, names_of(reference.fields.get("author", ()))) for reference in references]
    for reference, listed in lists:
        if len(listed) == 1 and _may_be_two(listed[0]):
            name = listed[0]
            message = (
                f"`{reference.key}`: `{name.last}, {name.given}` is one name to BibTeX, "
                f"{_read(name).text}; if it is two, write `and` in place of the comma"
            )
            diagnostics.warn("doubtful-name", message, reference.span)


def _may_be_two(name: BibName) -> bool:
    """Whether whole names may stand on both sides of a comma: "Ann Author, Bob Builder"."""
    sides = [side.split() for side in (name.last, name.given)]
    is_plain = name.is_inverted and not (name.particle or name.suffix)
    return is_plain and all(sum(len(word.rstrip(".")) > 1 for word in side) > 1 for side in sides)


_MARKS = re.compile(r"(?<![\s*†‡§¶])\s*[*†‡§¶]+(?=\s|$)")
"""Marks of footnotes that a list for a website keeps behind names: `Ann Author*†`."""


def _without_marks(name: Name) -> Name:
    """A name without the marks of footnotes behind a part of it."""
    family = _MARKS.sub("", name.family) if name.family else name.family
    return dataclasses.replace(name, text=_MARKS.sub("", name.text), family=family)


def _read(name: BibName) -> Name:
    """A name whose family name the entry shows by a comma or by braces, or does not show."""
    if is_suffix(name.given) and not is_suffix(name.suffix):  # Sample, Martin, Jr.
        return read_parts(name.suffix, name.last, name.given)
    if name.is_inverted or " " in name.family:
        return read_parts(name.given, name.last, name.suffix)
    return read_name(name.in_reading_order)
