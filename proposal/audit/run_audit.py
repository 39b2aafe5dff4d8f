"""Compares somebody's pages and PDFs with the data of an edition, and says what was looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from proposal.audit.audit_summary import Looked
from proposal.audit.audited_document import Exhibit, Form, read_exhibit
from proposal.audit.document_text import Stretch
from proposal.audit.input_files import Gathered, gather
from proposal.audit.with_data.address_comparison import compare_addresses
from proposal.audit.with_data.calendar_comparison import compare_events
from proposal.audit.with_data.classify import ON_THE_WEB, About, Kind, about
from proposal.audit.with_data.deadline_comparison import compare_days
from proposal.audit.with_data.expected import (
    MISSING,
    SPELLING,
    Case,
    Deviation,
    Statements,
    case_of,
)
from proposal.audit.with_data.headline_comparison import compare_entry, compare_headline
from proposal.audit.with_data.hours_comparison import compare_hours
from proposal.audit.with_data.missing_facts import (
    Missing,
    missing_from_calendar,
    missing_from_pages,
    missing_from_pdf,
)
from proposal.audit.with_data.people_comparison import compare_people
from proposal.audit.with_data.provenance import digests_of
from proposal.audit.with_data.search import Search
from proposal.audit.with_data.title_comparison import (
    RELATED,
    changed_titles,
    compare_titles,
    titles_of,
)
from proposal.audit.with_each_other import disagreements
from proposal.check.facts.stated_facts import StatedFact
from proposal.check.rules.context import Subject
from proposal.check.rules.run_rules import subject_of
from proposal.diagnostics import Diagnostic, Severity, Span, error, has_errors, warning
from proposal.edition.edition import Edition
from proposal.edition.series import series_of
from proposal.edition.wording import ordinal_word
from proposal.model.folder import Folder

_BLOCK = 300
"""Letters that a list of editions has about one of them at most."""

_BESIDE = 2
"""Lines between a value and the line that is named for it."""

_SHORT = 90
"""Letters of a value that a message quotes."""


@dataclass(frozen=True, slots=True)
class Exhibited:
    """A file that was compared."""

    file: Path
    stated: int
    """How many facts it states."""
    agreeing: int
    """How many of them it states as the data do."""


@dataclass(slots=True)
class Audit:
    """What came of comparing."""

    findings: list[Diagnostic] = field(default_factory=list)
    looked: Looked = field(default_factory=Looked)
    documents: dict[Path, str] = field(default_factory=dict)
    """The PDFs that are one of the edition's documents, with its name."""
    exhibits: list[Exhibited] = field(default_factory=list)
    """The files that are about the edition."""


@dataclass(slots=True)
class _Compared:
    """A file that is about the edition, and what it states of it."""

    search: Search
    kind: Kind
    statements: Statements


def audit(folder: Folder, year: int, paths: Iterable[Path]) -> Audit:
    """Compare files that somebody made with the data of one edition.

    Args:
        folder: the data, without faults.
        year: the edition.
        paths: files and folders that exist.
    """
    subjects = {each: subject_of(folder, each)[0] for each in sorted(folder.editions)}
    others = [subject for each, subject in subjects.items() if each != year]
    auditing = _Auditing(folder, case_of(subjects[year], others), subjects)
    gathered = gather(paths)
    auditing.files(gathered)
    auditing.missing()
    auditing.made_elsewhere()
    auditing.result.looked.note(gathered)
    auditing.tell()
    auditing.each_other()
    return auditing.result


def compare_with_each_other(paths: Iterable[Path]) -> Audit:
    """Compare files with each other alone; no data are consulted.

    Args:
        paths: files and folders that exist.
    """
    gathered = gather(paths)
    result = Audit(list(gathered.findings))
    result.findings += disagreements([given.file for given in gathered.given])
    for given in gathered.given:
        result.looked.looked_at(given.form)
    result.looked.note(gathered)
    return result


def faults_of(folder: Folder) -> list[Diagnostic]:
    """What is wrong with the data, so that nothing can be compared with them."""
    unresolved = [fault for year in folder.editions for fault in subject_of(folder, year)[1]]
    faults = list(dict.fromkeys([*folder.faults, *unresolved]))
    return faults if has_errors(faults) else []


@dataclass(slots=True)
class _Auditing:
    folder: Folder
    case: Case
    subjects: dict[int, Subject]
    result: Audit = field(default_factory=Audit)
    compared: list[_Compared] = field(default_factory=list)

    @property
    def looked(self) -> Looked:
        return self.result.looked

    @property
    def editions(self) -> list[Edition]:
        return [subject.edition for subject in self.subjects.values()]

    def files(self, gathered: Gathered) -> None:
        """Read every file, and compare those that are about the edition."""
        self.result.findings += gathered.findings
        year = self.looked.year = self.case.edition.year
        for given in gathered.given:
            exhibit, faults = read_exhibit(given.file, given.form)
            if exhibit is None:
                self.result.findings += faults
                continue
            search = Search(exhibit)
            found = about(search, given.name, self.editions)
            if year not in found.years:
                self.looked.left_alone(found.years)
                continue
            self.result.findings += faults
            if exhibit.form is Form.PDF:
                self.result.documents[exhibit.file] = str(found.kind)
            self.looked.looked_at(exhibit.form)
            self.compared.append(self.one(search, found))

    def one(self, search: Search, found: About) -> _Compared:
        """Compare one file."""
        exhibit = search.exhibit
        if found.kind is Kind.CALENDAR:
            parts = [compare_events(self.case, exhibit)]
        elif found.kind is Kind.LIST and found.main != self.case.edition.year:
            block = _block(self.case, exhibit)
            parts = [compare_entry(self.case, search, block)] if block else []
        else:
            parts = [
                compare_headline(self.case, search),
                compare_days(self.case, exhibit),
                compare_hours(self.case, exhibit),
                compare_people(self.case, search),
                compare_titles(self.case, search),
                compare_addresses(self.case, search),
            ]
        statements = Statements(
            {fact for part in parts for fact in part.agreed},
            _each_once(each for part in parts for each in part.deviations),
        )
        return _Compared(search, found.kind, statements)

    def missing(self) -> None:
        """Tell what stands nowhere: for pages together, for PDFs and calendars one by one."""
        pages = [each for each in self.compared if each.kind in ON_THE_WEB - {Kind.LIST}]
        kinds = {each.kind for each in pages}
        if pages:
            self.lacking(pages, lambda stated: missing_from_pages(self.case, kinds, stated))
        for each in self.compared:
            if each.kind in {Kind.PROPOSAL, Kind.CAMERA_READY}:
                ask = partial(missing_from_pdf, self.case, each.kind)
                self.lacking([each], ask)
            elif each.kind is Kind.CALENDAR:
                self.lacking([each], partial(missing_from_calendar, self.case))

    def lacking(
        self, files: Sequence[_Compared], ask: Callable[[set[StatedFact]], Missing]
    ) -> None:
        """Tell what some files do not say; what stands there half is told as different."""
        titles = set(titles_of(self.case))
        missing = ask(_stated(files))
        wanted = [fact for fact in missing.facts if fact in titles]
        for each in files:
            found = changed_titles(self.case, each.search, wanted, RELATED) if wanted else []
            kept = each.statements.deviations
            each.statements.deviations = _each_once([*kept, *found])
        missing = ask(_stated(files))
        for fact in missing.facts:
            self.result.findings.append(_told_missing(fact, files))
        self.looked.missing += len(missing.facts)
        self.looked.nothing_of += missing.groups

    def made_elsewhere(self) -> None:
        """Tell which files this program made from other data."""
        made = [each for each in self.compared if each.search.exhibit.digest]
        workshop = self.folder.workshop
        if not made or workshop is None:
            return
        editions = {year: subject.edition for year, subject in self.subjects.items()}
        current = digests_of(self.folder.root, series_of(self.folder, workshop, editions))
        for each in made:
            exhibit = each.search.exhibit
            if exhibit.digest not in current:
                message = f"{exhibit.file} was made by this program, from other data than these"
                hint = "type `proposal build`, and publish it again"
                span = None if exhibit.form is Form.PDF else Span(exhibit.file, 1, 1, 1)
                self.result.findings.append(warning("other-data", message, span, hint))

    def tell(self) -> None:
        """Put what was found into words, and count it."""
        if not self.compared:
            year = self.case.edition.year
            message = f"none of these files is about {self.case.edition.acronym} {year}"
            hint = "name the folder or the files that hold its pages, or another edition"
            self.result.findings.append(error("nothing-to-compare", message, hint=hint))
        for each in self.compared:
            deviations = each.statements.deviations
            wrong = {other.fact for other in deviations}
            agreeing = len(each.statements.agreed - wrong)
            self.looked.agreed += agreeing
            file, stated = each.search.exhibit.file, len(each.statements.facts)
            self.result.exhibits.append(Exhibited(file, stated, agreeing))
            for other in deviations:
                self.looked.differing += 1
                self.result.findings.append(_told(other, self.folder.root))

    def each_other(self) -> None:
        """Tell where the files contradict each other, if the data have not told which is wrong."""
        told = {
            (each.span.file, each.span.line + step)
            for each in self.result.findings
            if each.span is not None
            for step in range(-_BESIDE, _BESIDE + 1)
        }
        for found in disagreements([each.file for each in self.result.exhibits]):
            own = (found.span,) if found.span is not None else ()
            places = {(span.file, span.line) for span in (*own, *found.related)}
            if found.code != "cannot-be-read" and not places & told:
                self.result.findings.append(found)


def _stated(files: Iterable[_Compared]) -> set[StatedFact]:
    return {fact for each in files for fact in each.statements.facts}


def _each_once(deviations: Iterable[Deviation]) -> list[Deviation]:
    """Each deviation once, and one a place: what two comparisons found is told by the first."""
    kept: dict[object, Deviation] = {}
    for each in deviations:
        place = each.span or (each.page, each.found)
        kept.setdefault((each.fact, place), each)
    return list(kept.values())


def _block(case: Case, exhibit: Exhibit) -> Stretch | None:
    """The part of a list of all editions that is about this one."""
    edition = case.edition
    ordinals = {edition.ordinal: edition.year} | {
        each.ordinal: each.year for each in edition.editions
    }
    ordinals |= {each.ordinal: each.year for each in case.others}
    words = {ordinal_word(number).casefold(): year for number, year in ordinals.items()}
    named = re.compile(
        rf"{re.escape(edition.acronym)}[\s’'@-]{{0,2}}(20\d\d)(?!\d)"
        rf"|\b({'|'.join(words)})\s+(?:edition|workshop)\b",
        re.IGNORECASE,
    )
    found = [
        (match.start(), int(match[1]) if match[1] else words[match[2].casefold()])
        for match in named.finditer(exhibit.text)
    ]
    for number, (start, year) in enumerate(found):
        if year == edition.year:
            behind = [begin for begin, other in found[number + 1 :] if other != year]
            line = exhibit.lines[exhibit.line_at(start)]
            return line[0], min([*behind, start + _BLOCK, len(exhibit.text)])
    return None


def _told(each: Deviation, root: Path) -> Diagnostic:
    """A deviation as a sentence that names both places."""
    fact = each.fact
    said, value, where = _short(each.found), _short(fact.value), _place(fact, root)
    data = f"{_name(fact)} is “{value}”{where}"
    rest = f"“{said}”, {each.since}; {data}" if each.since else f"“{said}” where {data}"
    if each.span is None:
        page = f", page {each.page}" if each.page else ""
        message = f"{each.exhibit.file}{page}: it says {rest}"
        hint = "have the file mended; if it is right, change the data"
    else:
        message = f"this says {rest}"
        hint = "change it here; if it is right, change the data"
    severity = Severity.WARNING if each.code == SPELLING else Severity.ERROR
    return Diagnostic(severity, each.code, message, each.span or fact.span, hint)


def _told_missing(fact: StatedFact, files: Sequence[_Compared]) -> Diagnostic:
    """A fact that stands nowhere; the file is named that says most things of its kind."""
    kind = fact.id.partition(".")[0]
    likely = max(
        files, key=lambda each: sum(other.id.startswith(kind) for other in each.statements.agreed)
    )
    subject = f"{likely.search.exhibit.file} does not say"
    if len(files) > 1:
        others = "the other file" if len(files) == 2 else f"any of the {len(files) - 1} others"
        subject += f", nor does {others},"
    message = f"{subject} {_name(fact)}, which is “{_short(fact.value)}”"
    hint = "add it there; if it is not so any more, change the data"
    return error(MISSING, message, fact.span, hint)


def _name(fact: StatedFact) -> str:
    """The name of a fact; a topic has none but itself."""
    kind, _, name = fact.id.partition(".")
    return f"a {kind.removesuffix('s')}" if name == fact.value and kind != "committee" else fact.id


def _place(fact: StatedFact, root: Path) -> str:
    if fact.span is None:
        return ""
    file = fact.span.file
    shown = file.relative_to(root) if file.is_relative_to(root) else file
    return f" ({shown}:{fact.span.line}:{fact.span.column})"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"
