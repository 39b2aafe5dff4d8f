"""Compares somebody's pages and PDFs with the data of an edition, and says what was looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.audit.audit_summary import AuditSummary
from proposal.audit.given_documents import read_given
from proposal.audit.input_files import Gathered, GivenFile, gather
from proposal.audit.with_data.address_comparison import compare_addresses
from proposal.audit.with_data.calendar_comparison import compare_events
from proposal.audit.with_data.classify import ON_THE_WEB, About, DocumentKind, about
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
from proposal.audit.with_data.jekyll_syntax import jekyll_errors
from proposal.audit.with_data.missing_facts import (
    Missing,
    missing_from_calendar,
    missing_from_pages,
    missing_from_pdf,
    missing_from_references,
)
from proposal.audit.with_data.people_comparison import compare_people
from proposal.audit.with_data.provenance import digest_of, without_current
from proposal.audit.with_data.publication_comparison import compare_publication
from proposal.audit.with_data.references_comparison import compare_references
from proposal.audit.with_data.search import Search
from proposal.audit.with_data.structured_comparison import compare_structured
from proposal.audit.with_data.terms_comparison import compare_terms
from proposal.audit.with_data.title_comparison import (
    RELATED,
    changed_titles,
    compare_titles,
    titles_of,
)
from proposal.audit.with_each_other.conflicts import (
    conflicts_of,
    disagreements_among,
    in_order_of_places,
)
from proposal.audit.with_each_other.stated.document_statements import read_content
from proposal.audit.with_each_other.stated.statements import PageContent
from proposal.check.facts.stated_fact import StatedFact
from proposal.check.rules.context import Subject
from proposal.check.rules.run_rules import subject_of
from proposal.diagnostics import (
    Diagnostic,
    Severity,
    Span,
    error,
    has_errors,
    seen_from,
    shortened,
    warning,
)
from proposal.edition.edition import Edition
from proposal.edition.wording import ordinal_word
from proposal.model.small_letters import small_letters
from proposal.project import Project
from proposal.reading.document_forms import DocumentForm
from proposal.reading.document_text import Stretch
from proposal.reading.locations import Location
from proposal.reading.sites.site_sources import SitesOfFiles, is_published
from proposal.reading.source_document import SourceDocument
from proposal.source.file import read_text
from proposal.typed_commands import BUILD
from proposal.watching import Watch, nobody_watches

_BLOCK = 300
"""Letters that a list of editions has about one of them at most."""

_BESIDE = 2
"""Lines between a value and the line that is named for it."""

_TAG = re.compile(r"\{[{%]")
"""The beginning of a tag of Liquid, Jinja or Hugo: `{% include dates.html %}`, `{{ site.url }}`."""

_SHORT = 90
"""Letters of a value that a message quotes."""


class ComparedFile(Struct, frozen=True):
    """A file that was compared."""

    file: Path
    stated: int
    """How many facts it states."""
    agreeing: int
    """How many of them it states as the data do."""


class Audit(Struct):
    """What came of comparing."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    summary: AuditSummary = field(default_factory=AuditSummary)
    documents: dict[Path, str] = field(default_factory=dict)
    """The PDFs that are one of the edition's documents, with its name."""
    files: list[ComparedFile] = field(default_factory=list)
    """The files that are about the edition."""


class _Compared(Struct):
    """A file that is about the edition, and what it states of it."""

    search: Search
    kind: DocumentKind
    statements: Statements


def audit(
    project: Project, edition_id: str, paths: Iterable[Path], watch: Watch = nobody_watches
) -> Audit:
    """Compare files that somebody made with the data of one edition.

    Somebody who types Ctrl-C gets what was found by then, and is not told what is missing.

    Args:
        project: the data, without errors.
        edition_id: the edition.
        paths: files and folders that exist.
        watch: is told how far it is.
    """
    subjects = {known: subject_of(project, known) for known in project.editions}
    others = [subject for other, subject in subjects.items() if other != edition_id]
    data_audit = _DataAudit(project, case_of(subjects[edition_id], others), subjects)
    gathered = gather(paths)
    summary = data_audit.summary
    try:
        data_audit.files(gathered, watch)
        data_audit.missing()
        data_audit.made_elsewhere()
    except KeyboardInterrupt:
        summary.stopped = summary.stopped or "before all was compared"
    summary.tell_not_read(data_audit.sites)
    summary.pass_over(gathered)
    data_audit.report()
    try:
        data_audit.each_other()
    except KeyboardInterrupt:
        summary.stopped = summary.stopped or "before the files were compared with each other"
    return data_audit.result


def compare_with_each_other(paths: Iterable[Path], watch: Watch = nobody_watches) -> Audit:
    """Compare files with each other alone; no data are consulted.

    Somebody who types Ctrl-C gets what was found by then.

    Args:
        paths: files and folders that exist.
        watch: is told how far it is.
    """
    gathered = gather(paths)
    result = Audit(list(gathered.diagnostics))
    summary, sites = result.summary, SitesOfFiles()
    contents: list[PageContent] = []
    try:
        for given in _watched(gathered, watch, summary):
            read = read_content(given.file, sites, is_named=given.is_named)
            _take(read, given, contents, result)
    except KeyboardInterrupt:
        pass  # the summary says so, and what was read is compared
    try:
        result.diagnostics.extend(disagreements_among(contents))
    except KeyboardInterrupt:
        summary.stopped = summary.stopped or "while the files were compared"
    result.diagnostics = in_order_of_places(result.diagnostics)
    summary.tell_not_read(sites)
    summary.pass_over(gathered)
    return result


def _watched(gathered: Gathered, watch: Watch, summary: AuditSummary) -> Iterator[GivenFile]:
    """The files one by one; the summary says at which one it was stopped if it did not end."""
    count = len(gathered.given)
    for number, given in enumerate(gathered.given):
        summary.stopped = f"when {number} of {count} files {'was' if number == 1 else 'were'} read"
        watch(number, count, given.name)
        yield given
    summary.stopped = ""
    watch(count, count, "")


def _take(
    read: PageContent | Diagnostic | None,
    given: GivenFile,
    contents: list[PageContent],
    result: Audit,
) -> None:
    """Keep what a file states, or why it cannot be read."""
    if read is None:
        result.summary.unpublished += 1
        return
    result.summary.count(given.form)
    if isinstance(read, PageContent):
        contents.append(read)
    else:
        result.diagnostics.append(read)


def diagnostics_of(project: Project) -> list[Diagnostic]:
    """What is wrong with the data, so that nothing can be compared with them."""
    unresolved = [
        diagnostic for diagnostics in project.unresolved.values() for diagnostic in diagnostics
    ]
    diagnostics = list(dict.fromkeys([*project.data.diagnostics, *unresolved]))
    return diagnostics if has_errors(diagnostics) else []


class _DataAudit(Struct):
    project: Project
    case: Case
    subjects: dict[str, Subject]
    result: Audit = field(default_factory=Audit)
    compared: list[_Compared] = field(default_factory=list)
    sites: SitesOfFiles = field(default_factory=SitesOfFiles)

    @property
    def summary(self) -> AuditSummary:
        return self.result.summary

    @property
    def editions(self) -> list[Edition]:
        return [subject.edition for subject in self.subjects.values()]

    def files(self, gathered: Gathered, watch: Watch) -> None:
        """Read every file, and compare those that are about the edition."""
        self.result.diagnostics += gathered.diagnostics
        edition_id = self.summary.edition_id = self.case.edition.id
        for given in _watched(gathered, watch, self.summary):
            document, diagnostics = _read(given, self.sites)
            if document is None:
                self.result.diagnostics += diagnostics
                continue
            if not is_published(document):
                self.summary.unpublished += 1
                continue
            search = Search(document)
            found = about(search, given.name, self.editions)
            if edition_id not in found.editions:
                self.summary.leave_alone(found.editions)
                continue
            self.result.diagnostics += [*diagnostics, *jekyll_errors(document)]
            if document.form is DocumentForm.PDF:
                self.result.documents[document.file] = str(found.kind)
            self.summary.count(document.form)
            self.compared.append(self.one(search, found))

    def one(self, search: Search, found: About) -> _Compared:
        """Compare one file."""
        document = search.document
        if found.kind is DocumentKind.CALENDAR:
            parts = [compare_events(self.case, document)]
        elif found.kind is DocumentKind.REFERENCES:
            parts = [compare_references(self.case, document)]
        elif found.kind is DocumentKind.LIST and found.main != self.case.edition.id:
            block = _block(self.case, document)
            parts = [compare_entry(self.case, search, block)] if block else []
        else:
            parts = [
                compare_headline(self.case, search),
                compare_days(self.case, search),
                compare_hours(self.case, document),
                compare_publication(self.case, document),
                compare_people(self.case, search),
                compare_titles(self.case, search),
                compare_addresses(self.case, search),
                compare_terms(self.case, search),
                compare_structured(self.case, document),
            ]
        statements = Statements(
            {fact for part in parts for fact in part.agreed},
            _without_repetition(deviation for part in parts for deviation in part.deviations),
        )
        return _Compared(search, found.kind, statements)

    def missing(self) -> None:
        """Tell what stands nowhere: for pages together, for PDFs and calendars one by one."""
        pages = [file for file in self.compared if file.kind in ON_THE_WEB - {DocumentKind.LIST}]
        kinds = {page.kind for page in pages}
        if pages:
            self.lacking(pages, lambda stated: missing_from_pages(self.case, kinds, stated))
        for file in self.compared:
            if file.kind in {DocumentKind.PROPOSAL, DocumentKind.CAMERA_READY}:
                has_heads = len(file.search.document.page_starts) > 1
                ask = partial(missing_from_pdf, self.case, file.kind, has_heads=has_heads)
                self.lacking([file], ask)
            elif file.kind is DocumentKind.CALENDAR:
                self.lacking([file], partial(missing_from_calendar, self.case))
            elif file.kind is DocumentKind.REFERENCES:
                self.lacking([file], partial(missing_from_references, self.case))

    def lacking(
        self, files: Sequence[_Compared], ask: Callable[[set[StatedFact]], Missing]
    ) -> None:
        """Tell what some files do not say; what stands there half is reported as different."""
        titles = set(titles_of(self.case))
        missing = ask(_stated(files))
        wanted = [fact for fact in missing.facts if fact in titles]
        for file in files:
            found = changed_titles(self.case, file.search, wanted, RELATED) if wanted else []
            kept = file.statements.deviations
            file.statements.deviations = _without_repetition([*kept, *found])
        missing = ask(_stated(files) | _shown_days(self.case, files))
        left_out = [fact for fact in missing.facts if not _is_shown(fact, files)]
        for fact in left_out:
            self.result.diagnostics.append(_missing_fact(fact, files))
        self.summary.missing += len(left_out)
        self.summary.nothing_of += missing.groups

    def made_elsewhere(self) -> None:
        """Tell which files this program made from other data."""
        documents = [compared.search.document for compared in self.compared]
        made = {document: digest for document in documents if (digest := digest_of(document))}
        if not made or self.project.series is None:
            return
        other = without_current(made.values(), self.project)
        for document, digest in made.items():
            if digest in other:
                message = f"{document.file} was made by this program, from other data than these"
                hint = f"{BUILD}, and publish it again"
                span = None if document.form is DocumentForm.PDF else Span.of_file(document.file)
                self.result.diagnostics.append(warning("other-data", message, span, hint))

    def report(self) -> None:
        """Put what was found into words, and count it."""
        if not self.compared and not self.summary.stopped:
            message = f"none of these files is about {self.case.edition.distinct_name}"
            hint = "name the folder or the files that hold its pages, or another edition"
            self.result.diagnostics.append(error("nothing-to-compare", message, hint=hint))
        for compared in self.compared:
            deviations = compared.statements.deviations
            wrong = {other.fact for other in deviations}
            agreeing = len(compared.statements.agreed - wrong)
            self.summary.agreed += agreeing
            file, stated = compared.search.document.file, len(compared.statements.facts)
            self.result.files.append(ComparedFile(file, stated, agreeing))
        found = [other for compared in self.compared for other in compared.statements.deviations]
        for other in _reported_once(found):
            self.summary.differing += 1
            self.result.diagnostics.append(_diagnostic_of(other, self.project.root))

    def each_other(self) -> None:
        """Tell where the files contradict each other, if the data have not told which is wrong."""
        reported = {
            place
            for compared in self.compared
            for deviation in compared.statements.deviations
            for place in _places_around(deviation.location)
        }
        for conflict in conflicts_of([compared.search.document for compared in self.compared]):
            if reported.isdisjoint(map(_place_of, conflict.locations)):
                self.result.diagnostics.append(conflict.diagnostic)


def _reported_once(deviations: Sequence[Deviation]) -> list[Deviation]:
    """Deviations without a second one on its line, and without what a template puts in.

    What a template puts in stands in a data file or in front matter, which is reported itself.
    """
    reported: dict[tuple[str, str, object], Deviation] = {}
    for deviation in deviations:
        said = deviation.fact.id, deviation.found
        reported.setdefault((*said, _place_of(deviation.location)), deviation)
    written = {(id_, found) for (id_, found, _), other in reported.items() if not _is_put_in(other)}
    return [
        other
        for (id_, found, _), other in reported.items()
        if not _is_put_in(other) or (id_, found) not in written
    ]


def _is_put_in(deviation: Deviation) -> bool:
    """Whether a value stands at its place only by a tag, as at `<b>{{ paper.title }}</b>`."""
    span = deviation.location.span
    if deviation.location.part:
        return False
    text, _ = read_text(span.file)
    line = (text or "").split("\n")[span.line - 1 : span.line]
    return bool(line and _TAG.search(line[0])) and deviation.found not in line[0]


def _place_of(location: Location) -> tuple[Path, int | None, int]:
    """A line of a file, or a page of a PDF."""
    return location.span.file, location.page, location.span.line


def _places_around(location: Location) -> Iterator[tuple[Path, int | None, int]]:
    """The place of a value, and the lines near it, of which a conflict may name one."""
    file, page, line = _place_of(location)
    for step in range(-_BESIDE, _BESIDE + 1):
        yield file, page, line + step


def _read(given: GivenFile, sites: SitesOfFiles) -> tuple[SourceDocument | None, list[Diagnostic]]:
    """A file with words in it; nothing, and the reason, if it has none or cannot be read."""
    document, found = read_given(given.file, given.form, sites)
    if document is None or document.form is not DocumentForm.PDF or document.text.strip():
        return document, found
    message = f"{given.file.name} holds no words that can be copied, so nothing can be compared"
    hint = "ask for one that is no scan"
    return None, [error("unreadable-pdf", message, Span.of_file(given.file), hint)]


def _shown_days(case: Case, files: Iterable[_Compared]) -> set[StatedFact]:
    """Days that stand in a file word for word, though not what they are, as in wrapped rows."""
    days = [(fact, fact.value) for fact in case.of("dates.", "when.date")]
    for name, deadline in case.edition.dates.named.items():
        day = str(replace(deadline.day, time=None).plain)
        days += [(fact, day) for fact in case.of(f"dates.{name}") if fact.id == f"dates.{name}"]
    return {fact for file in files for fact, words in days if file.search.has(words)}


def _is_shown(fact: StatedFact, files: Iterable[_Compared]) -> bool:
    """Whether the hours of a part of the schedule stand in a file, whatever it calls that part."""
    is_of_part = fact.id.startswith("schedule.") and fact.fact.attribute == "hours"
    return is_of_part and any(file.search.has(fact.value) for file in files)


def _stated(files: Iterable[_Compared]) -> set[StatedFact]:
    return {fact for file in files for fact in file.statements.facts}


def _without_repetition(deviations: Iterable[Deviation]) -> list[Deviation]:
    """Each deviation once, and one a place: what two comparisons found is told by the first."""
    kept: dict[object, Deviation] = {}
    for deviation in deviations:
        in_page = deviation.found if deviation.location.page else None
        kept.setdefault((deviation.fact, deviation.location, in_page), deviation)
    return list(kept.values())


def _block(case: Case, document: SourceDocument) -> Stretch | None:
    """The part of a list of all editions that is about this one."""
    edition = case.edition
    ordinals = {edition.ordinal: edition.id} | {
        earlier.ordinal: earlier.edition_id or str(earlier.year) for earlier in edition.editions
    }
    ordinals |= {other.ordinal: other.id for other in case.others}
    words = {
        ordinal_word(number).casefold(): edition_id
        for number, edition_id in ordinals.items()
        if number
    }
    named = re.compile(
        rf"{re.escape(edition.acronym)}[\s’'@-]{{0,2}}(20\d\d)(?!\d)"
        rf"|\b({'|'.join(words)})\s+(?:edition|workshop)\b",
        re.IGNORECASE,
    )
    found = [
        (match.start(), match[1] or words[small_letters(match[2])])
        for match in named.finditer(document.text)
    ]
    for number, (start, edition_id) in enumerate(found):
        if edition_id == edition.id:
            behind = [begin for begin, other in found[number + 1 :] if other != edition_id]
            line = document.text_lines[document.text_line_at(start)]
            return line[0], min([*behind, start + _BLOCK, len(document.text)])
    return None


def _diagnostic_of(deviation: Deviation, root: Path) -> Diagnostic:
    """A deviation as a sentence that names both places."""
    fact, location = deviation.fact, deviation.location
    said, value = (shortened(text, _SHORT) for text in (deviation.found, fact.value))
    data = f"{_name(fact)} is “{value}”{_place(fact, root)}"
    rest = f"“{said}”, {deviation.since}; {data}" if deviation.since else f"“{said}” where {data}"
    severity = Severity.WARNING if deviation.code == SPELLING else Severity.ERROR
    if location.part:
        message = f"{location.span.file}, {location.part}: it says {rest}"
        hint = "have the file mended; if it is right, change the data"
        return Diagnostic(severity, deviation.code, message, fact.span, hint)
    hint = "change it here; if it is right, change the data"
    return Diagnostic(severity, deviation.code, f"this says {rest}", location.span, hint)


def _missing_fact(fact: StatedFact, files: Sequence[_Compared]) -> Diagnostic:
    """A fact that stands nowhere; the file is named that says most things of its kind."""
    kind = fact.id.partition(".")[0]
    likely = max(
        files, key=lambda file: sum(other.id.startswith(kind) for other in file.statements.agreed)
    )
    subject = f"{likely.search.document.file} does not say"
    if len(files) > 1:
        others = "the other file" if len(files) == 2 else f"any of the {len(files) - 1} others"
        subject += f", nor does {others},"
    message = f"{subject} {_name(fact)}, which is “{shortened(fact.value, _SHORT)}”"
    hint = "add it there; if it is not so any more, change the data"
    return error(MISSING, message, fact.span, hint)


def _name(fact: StatedFact) -> str:
    """The name of a fact; a topic has none but itself."""
    kind = fact.id.partition(".")[0]
    return f"a {kind.removesuffix('s')}" if kind in {"topics", "keywords"} else fact.id


def _place(fact: StatedFact, root: Path) -> str:
    if fact.span is None:
        return ""
    return f" ({seen_from(root, fact.span.file)}:{fact.span.line}:{fact.span.column})"
