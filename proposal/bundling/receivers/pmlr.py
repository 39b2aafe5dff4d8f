"""Packs a volume for the Proceedings of Machine Learning Research.

The format is that of https://proceedings.mlr.press/spec.html, version 1.3 of July 27, 2025, as
`lib/check_volume.rb` of https://github.com/mlresearch/papersite looks at it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bibtexparser.model import Entry

from proposal.bundling.receivers.bundled_volume import BundledPaper, BundledVolume, ending_of
from proposal.bundling.receivers.latex_forms import (
    ASCII_LATEX,
    ascii_latex,
    line_beyond_ascii,
    name_beyond_ascii,
)
from proposal.bundling.receivers.name_parts import name_parts
from proposal.bundling.receivers.packed_volume import PackedVolume
from proposal.bundling.receivers.signed_agreement import agreements_of
from proposal.bundling.receivers.text_forms import written_line, written_statement
from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.edition import wording
from proposal.edition.in_language import in_language
from proposal.edition.participants import Person
from proposal.edition.volume import CC_BY
from proposal.model.name_comparison import identifier
from proposal.source.bib.bib_writer import bib_text, entry_of
from proposal.words.language import ENGLISH

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOLUME = "300`, beside `series: Proceedings of Machine Learning Research"


def pmlr_volume(volume: BundledVolume) -> PackedVolume:
    """What PMLR gets, and what is missing for it."""
    keys = paper_keys(volume.papers, volume.edition.year)
    files: dict[str, bytes | Path] = {
        f"{key}.pdf": paper.file
        for key, paper in zip(keys, volume.papers, strict=True)
        if paper.file is not None
    }
    for key, paper in zip(keys, volume.papers, strict=True):
        supplement = volume.edition.own_files.get(str(paper.paper.supplement or ""))
        if supplement is not None:
            files[f"{key}-supp{ending_of(supplement)}"] = supplement
    entries = [_proceedings(volume)]
    entries += [
        entry_of("InProceedings", key, _values(volume, paper))
        for key, paper in zip(keys, volume.papers, strict=True)
    ]
    name = identifier(volume.edition.acronym, "workshop").replace("-", "")
    short_year = f"{volume.edition.year % 100:02}"
    files[f"{name}{short_year}.bib"] = bib_text(entries).encode()
    agreements = agreements_of(volume)
    found = [*_missing(volume), *agreements.diagnostics]
    names = [f"{key}Permission.pdf" for key in keys]  # as they are sent to the series' editors
    return PackedVolume(files, found, tables=agreements.table(names))


def paper_keys(papers: Sequence[BundledPaper], year: int) -> list[str]:
    """The papers' keys: the first author's family name, the year, and a letter for twins."""
    bases = [f"{_family(paper.paper.authors[0])}{year % 100:02}" for paper in papers]
    counts, used = Counter(bases), Counter[str]()
    keys = []
    for base in bases:
        keys.append(base + _letters(used[base]) if counts[base] > 1 else base)
        used[base] += 1
    return keys


def _family(person: Person) -> str:
    """A family name in small letters without accents; those of other scripts are no key."""
    return identifier(name_parts(person).family, "paper").replace("-", "")


def _letters(number: int) -> str:
    """What tells keys apart: a, b, …, z, aa, ab."""
    before, last = divmod(number, len(_LETTERS))
    return (_letters(before - 1) if before else "") + _LETTERS[last]


def _proceedings(volume: BundledVolume) -> Entry:
    edition, about = in_language(volume.edition, ENGLISH), volume.volume
    days = edition.when.date
    values = {
        "booktitle": written_line(about.title, ASCII_LATEX),
        "name": written_line(edition.name, ASCII_LATEX),
        "shortname": ascii_latex(edition.acronym),
        "editor": _names(about.editors),
        "volume": ascii_latex(about.number or ""),
        "year": str(edition.year),
        "start": days.date.isoformat(),
        "end": days.last.isoformat(),
        "published": about.date.date.isoformat() if about.is_dated else "",
        "conference_url": edition.url or "",
        "conference_number": str(edition.ordinal or ""),
        "address": ascii_latex(edition.venue.place),
        "sections": "|".join(ascii_latex(heading) for heading in _headings(volume)),
    }
    key = f"{identifier(edition.acronym, 'workshop')}-{edition.year}"
    return entry_of("Proceedings", key, _braced(values))


def _headings(volume: BundledVolume) -> list[str]:
    """The headings of sections, if each paper stands below one."""
    are_all = all(paper.section for paper in volume.papers)
    return list(volume.sections) if are_all and len(volume.sections) > 1 else []


def _values(volume: BundledVolume, paper: BundledPaper) -> dict[str, str]:
    shown = paper.paper
    abstract = written_statement(shown.abstract, ASCII_LATEX) if shown.abstract else ""
    values = {
        "title": written_line(shown.title, ASCII_LATEX),
        "author": _names(shown.authors),
        "pages": f"{paper.first_page}-{paper.last_page}" if paper.pages else "",
        "abstract": abstract,
        "section": ascii_latex(paper.section or "") if _headings(volume) else "",
        "software": shown.code or "",
        "video": shown.video or "",
    }
    return _braced(values)


def _braced(values: Mapping[str, str]) -> dict[str, str]:
    return {key: f"{{{value}}}" for key, value in values.items() if value}


def _names(people: Sequence[Person]) -> str:
    """Names as `Lastname, Firstnames`; what BibTeX would take for other parts stands in braces."""
    return " and ".join(map(_name, people))


def _name(person: Person) -> str:
    parts = name_parts(person)
    family, given = ascii_latex(parts.family), ascii_latex(parts.given)
    is_whole = not given or " and " in f" {family} " or _has_particle_within(parts.family)
    family = f"{{{family}}}" if is_whole else family
    return f"{family}, {given}" if given else family


def _has_particle_within(family: str) -> bool:
    """Whether BibTeX would end a particle within the name: the y of García y Muestra."""
    words = family.split()
    name = next((index for index, word in enumerate(words) if not word[0].islower()), 0)
    return any(word[0].islower() for word in words[name:])


def _missing(volume: BundledVolume) -> Iterator[Diagnostic]:
    about = volume.volume
    day = about.date.date.isoformat() if about.is_dated else None
    keys = {"volume": (about.number, _VOLUME), "date": (day, volume.example_day)}
    yield from volume.missing_keys(keys)
    if not volume.edition.url:
        message = "the address of the workshop's website is not said, which PMLR demands"
        hint = "write `url: https://…` into workshop.yaml"
        yield error("volume-without-key", message, volume.place("proceedings"), hint)
    yield from volume.other_licence("PMLR", CC_BY)
    yield from volume.missing_abstracts()
    yield from volume.missing_pages()
    yield from _other_supplements(volume)
    place = volume.place("proceedings", "editors")
    for editor in about.editors:
        letters = name_beyond_ascii(editor.name)
        yield from _beyond(letters, f"the editor {editor.name}", editor.span or place)
    for paper in volume.papers:
        shown, name = paper.paper, f"of the paper `{paper.paper.id}`"
        for index, author in enumerate(shown.authors):
            letters = name_beyond_ascii(author.name)
            yield from _beyond(letters, f"the author {author.name}", paper.place_of_author(index))
        letters = line_beyond_ascii(shown.title)
        yield from _beyond(letters, f"the title {name}", paper.place("title"))
        letters = line_beyond_ascii(shown.abstract or "")
        yield from _beyond(letters, f"the abstract {name}", paper.place("abstract"))


def _other_supplements(volume: BundledVolume) -> Iterator[Diagnostic]:
    """The supplements that PMLR does not get, or would not look for."""
    for paper in volume.papers:
        said = str(paper.paper.supplement or "")
        file = volume.edition.own_files.get(said)
        if not said or (file is not None and ending_of(file).casefold() in _SUPPLEMENTS):
            continue
        what = f"the supplement of the paper `{paper.paper.id}` is"
        message = f"{what} {'an address' if file is None else ending_of(file) or 'without ending'}"
        message += "; PMLR takes files that end with .pdf, .zip or .tar.gz"
        hint = "put such a file into `files/`, and write its name under `supplement`"
        yield warning("other-supplement", message, paper.place("supplement"), hint)


_SUPPLEMENTS = (".pdf", ".zip", ".tar.gz")
"""The endings that PMLR's check knows (`SUPP_PATTERN` of its `lib/check_volume.rb`)."""


def _beyond(letters: str, what: str, place: Span | None) -> Iterator[Diagnostic]:
    if letters:
        shown = wording.joined([f"“{letter}”" for letter in letters[:5]])
        message = f"{what} has what LaTeX cannot write in ASCII, as PMLR wants it: {shown}"
        hint = "write it in Latin letters; of people, the own script goes into `name_native`"
        yield error("beyond-ascii", message, place, hint)
