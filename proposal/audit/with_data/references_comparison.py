"""Compares the workshop's papers and their volume in a list of references with the data."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace
from rapidfuzz import fuzz

from proposal.audit.reference_records import NamedPeople, ReferenceRecord, place_of, records_in
from proposal.audit.with_data.expected import (
    DIFFERENT,
    SPELLING,
    STALE,
    Case,
    Deviation,
    Statements,
)
from proposal.audit.with_data.headline_comparison import compare_headline
from proposal.audit.with_data.search import Search
from proposal.check.facts.stated_fact import StatedFact
from proposal.edition.schedule import Paper
from proposal.edition.wording import joined
from proposal.model.name_comparison import may_be_same, plain_words, same_name, surname
from proposal.reading.document_forms import DocumentForm
from proposal.reading.locations import Location
from proposal.reading.searchable_text import normalize
from proposal.reading.source_document import SourceDocument

_ALIKE = 82
"""From this likeness on (RapidFuzz's ratio of the letters) a title is a paper's, changed."""

_RELATED = 50
"""The same for a title whose authors are those of a paper that stands nowhere else."""

_EDITORS = "volume.editors"
_MISSPELT = 75
"""From this likeness on a name is that of somebody who is named nowhere else."""


def compare_references(case: Case, document: SourceDocument) -> Statements:
    """Compare each paper of the workshop, and its volume, with the data."""
    comparing = _ReferencesComparison(case, document)
    records = [record for record in records_in(document) if record.is_part or record.is_volume]
    known = {paper.id: paper for paper in case.edition.papers}
    titled = {id(record): paper for record in records if (paper := _titled(record, known.values()))}
    is_volume = bool(titled) and 2 * len(titled) >= sum(record.is_part for record in records)
    found = _without_other_versions(case, records, titled)
    for paper in found.values():
        known.pop(paper.id, None)
    for record in records:
        is_own = _names_workshop(case, record)
        if record.is_volume and _is_own_volume(case, record):
            comparing.volume(record)
        if not record.is_part or not (is_own or is_volume):
            continue
        if id(record) in titled and id(record) not in found:
            continue
        paper = found.get(id(record)) or _likeliest(record, known.values())
        if paper is not None:
            known.pop(paper.id, None)
            comparing.paper(record, paper)
    return comparing.found


def _titled(record: ReferenceRecord, papers: Iterable[Paper]) -> Paper | None:
    letters = normalize(record.field("title"))
    return next((paper for paper in papers if normalize(paper.title) == letters), None)


def _likeliest(record: ReferenceRecord, papers: Iterable[Paper]) -> Paper | None:
    """The paper whose title, or whose DOI and authors, a record has with changes."""
    letters, doi = normalize(record.field("title")), record.field("doi")
    scores = [(fuzz.ratio(letters, normalize(paper.title)), paper) for paper in papers]
    score, best = max(scores, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or score >= _ALIKE:
        return best
    if doi and (same := [paper for _, paper in scores if (paper.doi or "").casefold() == doi]):
        return same[0]
    families = {surname(name) for name in record.authors.names}
    own = {surname(author.name) for author in best.authors}
    return best if score >= _RELATED and families == own else None


def _names_workshop(case: Case, record: ReferenceRecord) -> bool:
    """Whether a record says that it is of the workshop, be it of another edition by mistake."""
    said = record.field("container")
    is_named = normalize(case.edition.name) in normalize(said)
    return is_named or bool(re.search(rf"\b{re.escape(case.edition.acronym)}\b", said))


def _is_own_volume(case: Case, record: ReferenceRecord) -> bool:
    """Whether a volume is the edition's, by the workshop's whole name and a year: others are cited.

    An acronym alone is often that of another event, too.
    """
    said = f"{record.field('title')} {record.field('container')}"
    years = {int(year) for year in re.findall(r"\b\d{4}\b", f"{said} {record.field('year')}")}
    return normalize(case.edition.name) in normalize(said) and bool(years & _years(case))


def _years(case: Case) -> set[int]:
    """The year of the workshop, and that in which its volume appeared."""
    volume = case.edition.volume
    return {case.edition.year} | ({volume.date.date.year} if volume else set())


def _without_other_versions(
    case: Case, records: Iterable[ReferenceRecord], titled: Mapping[int, Paper]
) -> dict[int, Paper]:
    """The papers by record, without what appeared elsewhere or earlier with the title of one."""
    years = _years(case)

    def likeness(record: ReferenceRecord) -> tuple[bool, bool]:
        said = re.search(r"\b\d{4}\b", record.field("year"))
        return _names_workshop(case, record), said is not None and int(said[0]) in years

    best: dict[str, tuple[bool, bool]] = {}
    likenesses = {id(record): likeness(record) for record in records if id(record) in titled}
    for key, found in likenesses.items():
        best[titled[key].id] = max(best.get(titled[key].id, found), found)
    return {key: paper for key, paper in titled.items() if likenesses[key] == best[paper.id]}


class _ReferencesComparison:
    """The comparison of one list with the data."""

    def __init__(self, case: Case, document: SourceDocument) -> None:
        self.case, self.document = case, document
        self.found = Statements()

    def paper(self, record: ReferenceRecord, paper: Paper) -> None:
        """Compare one paper."""
        owner = f"papers.{paper.id}"
        if fact := self.case.known(f"{owner}.title"):
            is_same = normalize(record.field("title")) == normalize(paper.title)
            self.tell(fact, record, "title", is_same=is_same)
        self.people(record, record.authors, f"{owner}.authors")
        if paper.pages and (fact := self.case.known(f"{owner}.pages")) and record.field("pages"):
            is_same = _same_pages(record.field("pages"), paper.pages)
            self.tell(fact, record, "pages", is_same=is_same)
        if paper.doi and (fact := self.case.known(f"{owner}.doi")) and record.field("doi"):
            self.tell(fact, record, "doi", is_same=record.field("doi") == paper.doi.casefold())
        self.imprint(record)

    def volume(self, record: ReferenceRecord) -> None:
        """Compare the volume itself, whose title says where and when it was."""
        self.imprint(record, named="title")

    def imprint(self, record: ReferenceRecord, named: str = "container") -> None:
        """Compare what papers have from their volume, and what its name says of the workshop."""
        self.year(record)
        self.place(record)
        self.container(record, named)
        volume = self.case.edition.volume
        if volume is None or not volume.is_described:
            return
        if volume.editors and record.editors.names:
            self.people(record, record.editors, _EDITORS)
        for name, own, same in (
            ("publisher", volume.publisher, _same_publisher),
            ("volume", volume.number, _same_number),
            ("isbn", volume.isbn or volume.issn, _same_number),
        ):
            attribute = "number" if name == "volume" else name
            fact = self.case.known(f"volume.{attribute}")
            if own and fact and (said := record.field(name)):
                self.tell(fact, record, name, is_same=same(said, own))

    def year(self, record: ReferenceRecord) -> None:
        """The year is that of the workshop, or that in which the volume appeared."""
        said = re.search(r"\b\d{4}\b", record.field("year"))
        fact = self.case.known("when.date")
        if fact and said:
            self.tell(fact, record, "year", is_same=int(said[0]) in _years(self.case))

    def place(self, record: ReferenceRecord) -> None:
        """The address, which is often the publisher's, is no other edition's place."""
        said, fact = normalize(record.field("address")), self.case.known("venue.place")
        city = normalize(self.case.edition.venue.city or "")
        if not fact or not said or (city and city in said):
            return
        for other in self.case.others:
            if other.venue.city and normalize(other.venue.city) in said:
                self.add_deviation(
                    fact,
                    record,
                    "address",
                    record.field("address"),
                    STALE,
                    f"which it was in {other.year}",
                )
                return

    def container(self, record: ReferenceRecord, named: str) -> None:
        """What the volume's name says of the ordinal, the host conference and the place."""
        words = record.field(named)
        if not words:
            return
        title = SourceDocument(self.document.file, DocumentForm.TEXT, words)
        said = compare_headline(self.case, Search(title))
        self.found.agreed |= said.agreed
        for deviation in said.deviations:
            self.add_deviation(
                deviation.fact, record, named, deviation.found, deviation.code, deviation.since
            )

    def people(self, record: ReferenceRecord, said: NamedPeople, owner: str) -> None:
        """Compare authors or editors: who they are, how they are spelt, and in which order."""
        kind = "editor" if owner == _EDITORS else "author"
        facts = {
            fact.value: StatedFact(fact, frozenset())
            for fact in self.case.subject.facts.values()
            if fact.id.startswith(f"{owner}.") and fact.attribute == "name"
        }
        pairs = _paired(said.names, list(facts))
        for name, written in pairs:
            fact = facts[name]
            if not may_be_same(name, written):
                self.add_deviation(fact, record, kind, written)
            elif same_name(name, written) and not _same_signs(name, written):
                self.add_deviation(fact, record, kind, written, SPELLING)
            else:
                self.found.agreed.add(fact)
        paired = {name for name, _ in pairs}
        more = [name for name in said.names if name not in {written for _, written in pairs}]
        left_out = [name for name in facts if name not in paired] if not said.is_incomplete else []
        order = [name for name, _ in sorted(pairs, key=lambda pair: said.names.index(pair[1]))]
        is_moved = order != [name for name in facts if name in paired]
        if facts and said.names and (more or left_out or (is_moved and owner != _EDITORS)):
            first = next(iter(facts.values()))
            whole = dataclasses.replace(first.fact, id=owner, value=joined(list(facts)))
            self.add_deviation(
                replace(first, fact=whole, plain=""), record, kind, joined(list(said.names))
            )

    def tell(self, fact: StatedFact, record: ReferenceRecord, name: str, *, is_same: bool) -> None:
        """Keep whether a field says what a fact says."""
        if is_same:
            self.found.agreed.add(fact)
        else:
            self.add_deviation(fact, record, name, record.field(name))

    def add_deviation(
        self,
        fact: StatedFact,
        record: ReferenceRecord,
        name: str,
        said: str,
        code: str = DIFFERENT,
        since: str = "",
    ) -> None:
        """Keep that words of a record are not what a fact says."""
        place = place_of(self.document, record, name, said)
        found = Deviation(fact, said, self.document, Location(place), code, since)
        self.found.deviations.append(found)


def _paired(said: Sequence[str], own: Sequence[str]) -> list[tuple[str, str]]:
    """The names in the data, each with the one that a record has for it, if it has one."""
    pairs: list[tuple[str, str]] = []
    open_names, open_said = list(own), list(said)
    for least in (100, _MISSPELT):
        for name in list(open_names):
            for written in open_said:
                is_one = may_be_same(name, written)
                if is_one or fuzz.ratio(normalize(name), normalize(written)) >= least:
                    pairs.append((name, written))
                    open_names.remove(name)
                    open_said.remove(written)
                    break
    return pairs


def _same_signs(one: str, other: str) -> bool:
    """Whether two names have the same accents, in whatever case and order."""
    signs = [sorted(re.findall(r"\w", name.casefold())) for name in (one, other)]
    return signs[0] == signs[1]


def _same_pages(said: str, own: str) -> bool:
    """Whether pages are the same; their first one, or how many they are, stands for them, too."""
    numbers, known = _page_numbers(said), _page_numbers(own)
    if len(numbers) > 1 or len(known) == 1:
        return numbers == known
    is_count = all(part.isdecimal() for part in (*known, *numbers))
    count = int(known[-1]) - int(known[0]) + 1 if is_count else 0
    return numbers == known[:1] or (is_count and int(numbers[0]) == count)


def _page_numbers(pages: str) -> list[str]:
    """The numbers of pages: 112 and 119 of `112–119`, `pp. 112–119` and `112–19`."""
    numbers = re.findall(r"\w+", re.sub(r"\b(?:pp?|pages?)\b", "", pages, flags=re.IGNORECASE))
    if len(numbers) == 2 and all(part.isdecimal() for part in numbers):
        first, last = numbers
        return [first, first[: -len(last)] + last if len(last) < len(first) else last]
    return numbers


def _same_number(said: str, own: str) -> bool:
    """Whether two numbers of a series or of a book are the same, written with hyphens or not."""
    return normalize(own) in normalize(said)


_SHORT_PUBLISHERS = {
    "associationforcomputingmachinery": "acm",
    "instituteofelectricalandelectronicsengineers": "ieee",
    "associationforcomputationallinguistics": "acl",
    "proceedingsofmachinelearningresearch": "pmlr",
}
"""Short names of publishers, by the letters of their whole ones."""


def _short_publisher(letters: str) -> str:
    """The short name of a publisher, also of `The Association for Computing Machinery, Inc.`."""
    shorts = (short for name, short in _SHORT_PUBLISHERS.items() if name in letters)
    return next(shorts, letters)


def _same_publisher(said: str, own: str) -> bool:
    """Whether two names of a publisher are the same, one of which may be short."""
    one, other = (_short_publisher(normalize(name)) for name in (said, own))
    return one in other or other in one or plain_words(said)[:1] == plain_words(own)[:1]
