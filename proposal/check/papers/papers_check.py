"""Reads all papers of an edition back, each once as long as neither it nor the data change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, json
from msgspec.structs import replace

from proposal.caching import digest, keep, kept, program_digest
from proposal.check.papers.expected_paper import ExpectedPaper, expected_paper
from proposal.check.papers.paper_finding import PaperFinding
from proposal.check.papers.paper_reading import PaperReading
from proposal.check.papers.printed_pages_check import shown_size
from proposal.check.papers.reading_processes import read_all
from proposal.check.rules.config import without_suppressed
from proposal.diagnostics import Diagnostic, Span, warning
from proposal.edition import wording
from proposal.edition.edition import Edition
from proposal.edition.schedule import Paper
from proposal.model.records.paper import PaperRecord
from proposal.proceedings.volume_plan import damaged_paper, usable_pdf
from proposal.project import Project
from proposal.watching import Watch, nobody_watches

_CACHE = "papers"
_FEWEST_OF_A_SIZE = 3
"""Papers of one size by which another size is an odd one."""


class UnusablePdf(NamedTuple):
    """What is said of a paper whose PDF is missing or cannot be read."""

    brief: str
    """What is wrong, in a few words for the organizers."""
    in_letter: str
    """The same as its authors read it, before the paper's title."""
    advice: str
    """What the authors do."""


UNUSABLE_PDFS = {
    "missing-paper": UnusablePdf(
        "no PDF yet", "we have no PDF yet of your paper", "send us the final PDF"
    ),
    "encrypted-paper": UnusablePdf(
        "encrypted",
        "a password or restrictions keep us from publishing the PDF of your paper",
        "send us a PDF without a password and without restrictions",
    ),
    "damaged-paper": UnusablePdf(
        "damaged", "we could not open the PDF of your paper", "send us the PDF again"
    ),
    "same-paper": UnusablePdf(
        "another paper's PDF",
        "we have got the PDF of another paper in place of that of your paper",
        "send us the PDF of this paper",
    ),
    "unreadable-file": UnusablePdf(
        "could not be opened", "we could not open the PDF of your paper", "send us the PDF again"
    ),
}
"""By the code of the diagnostic."""


class CheckedPaper(Struct, frozen=True):
    """A paper with what is wrong with its PDF."""

    paper: Paper
    file: Path | None
    pages: int | None
    """How many it has; nothing if it cannot be opened."""
    findings: tuple[PaperFinding, ...]
    """Those that no comment in the data allows."""
    diagnostics: tuple[Diagnostic, ...]
    """The same, as commands print them."""


def check_papers(
    project: Project, edition: Edition, *, only_known: bool = False, watch: Watch = nobody_watches
) -> list[CheckedPaper]:
    """Read the papers of an edition back, in the order of the data.

    Args:
        project: the data.
        edition: the edition, of which papers that were withdrawn are no part.
        only_known: leave out the papers that would have to be read now.
        watch: is told how many of those were read.
    """
    opened = list(_opened(edition))
    readings = _readings([paper for paper in opened if paper.key], only_known, watch)
    usual = _usual_size(readings.values())
    records = {str(record.id): record for record in project.data.editions[edition.id].shown_papers}
    checked = [
        _checked(paper, readings.get(paper.key), usual, records[str(paper.paper.id)])
        for paper in opened
        if not paper.key or paper.key in readings
    ]
    return _without_allowed(checked, project)


def is_published_nowhere(edition: Edition, paper: Paper) -> bool:
    """Whether nobody waits for a paper's PDF: it is in no volume, and has none here."""
    return not paper.is_archival and paper.id not in edition.paper_files


class _OpenedPaper(Struct, frozen=True):
    """A paper, of which it is known whether its PDF can be opened."""

    paper: Paper
    expected: ExpectedPaper
    file: Path | None
    key: str
    """The digest of all that its reading depends on; empty if it cannot be opened."""
    refusal: Diagnostic | None


def _opened(edition: Edition) -> Iterator[_OpenedPaper]:
    known: dict[str, Paper] = {}
    program = program_digest()
    for paper in edition.papers:
        if is_published_nowhere(edition, paper):
            continue
        expected = expected_paper(edition, paper)
        file = edition.paper_files.get(paper.id)
        found = usable_pdf(edition, paper, known)
        if isinstance(found, Diagnostic):
            yield _OpenedPaper(paper, expected, file, "", found)
            continue
        file, content, _ = found
        known[content] = paper
        key = digest(program, content, expected.key)
        yield _OpenedPaper(paper, expected, file, key, None)


_Readings = dict[str, PaperReading | None]
"""What was read of papers by their keys; nothing of one that turned out to be damaged."""


def _readings(papers: Sequence[_OpenedPaper], only_known: bool, watch: Watch) -> _Readings:
    found: _Readings = {}
    for paper in papers:
        stored = kept(_CACHE, paper.key)
        if stored is not None:
            found[paper.key] = json.decode(stored, type=PaperReading)
    if only_known:
        return found
    new = [paper for paper in papers if paper.key not in found and paper.file is not None]
    jobs = [(paper.file, paper.expected) for paper in new if paper.file is not None]
    for paper, reading in zip(new, read_all(jobs, watch), strict=True):
        found[paper.key] = reading
        if reading is not None:
            keep(_CACHE, paper.key, json.encode(reading, enc_hook=str))
    return found


class _UsualSize(Struct, frozen=True):
    """The size that most papers have, or as many as have another one."""

    size: tuple[int, int]
    whose: str


def _usual_size(readings: Iterable[PaperReading | None]) -> _UsualSize | None:
    """The commonest size; of a volume that is half A4 and half Letter, that of its first paper."""
    sizes = Counter(reading.size for reading in readings if reading is not None)
    size, count = sizes.most_common(1)[0] if sizes else ((0, 0), 0)
    if count < _FEWEST_OF_A_SIZE:
        return None
    is_most = 2 * count > sizes.total()
    return _UsualSize(size, "those of most papers" if is_most else f"those of {count} other papers")


def _checked(
    opened: _OpenedPaper,
    reading: PaperReading | None,
    usual: _UsualSize | None,
    record: PaperRecord,
) -> CheckedPaper:
    paper, file = opened.paper, opened.file
    if opened.refusal is not None or file is None:
        refusal = opened.refusal
        found = (_no_pdf(refusal),) if refusal else ()
        return CheckedPaper(paper, file, None, found, (refusal,) if refusal else ())
    if reading is None:
        damage = damaged_paper(file)
        return CheckedPaper(paper, file, None, (_no_pdf(damage),), (damage,))
    findings = [*_other_size(reading, usual), *reading.findings]
    diagnostics = tuple(_diagnostic(found, file, record) for found in findings)
    return CheckedPaper(paper, file, reading.pages, tuple(findings), diagnostics)


def _no_pdf(refusal: Diagnostic) -> PaperFinding:
    unusable = UNUSABLE_PDFS[refusal.code]
    return PaperFinding(refusal.code, unusable.brief, refusal.message, unusable.advice)


def _other_size(reading: PaperReading, usual: _UsualSize | None) -> Iterator[PaperFinding]:
    if usual is None or shown_size(usual.size) == shown_size(reading.size):
        return
    wanted = shown_size(usual.size)
    message = f"its pages are {shown_size(reading.size)}, {usual.whose} {wanted}"
    advice = f"set it for {wanted}"
    yield PaperFinding("paper-page-size", f"{shown_size(reading.size)} pages", message, advice)


def _diagnostic(found: PaperFinding, file: Path, record: PaperRecord) -> Diagnostic:
    where = ""
    if found.pages:
        numbers = wording.joined([str(number) for number in found.pages])
        where = f", page{'s' if len(found.pages) > 1 else ''} {numbers}"
    message = f"{file.name}{where}: {found.sentence('the data say')}"
    hint = f"ask its authors to {found.advice}"
    return warning(found.code, message, record.place(*found.place), hint)


def _without_allowed(checked: Sequence[CheckedPaper], project: Project) -> list[CheckedPaper]:
    """The papers without what comments in the data allow, or `rules` in `workshop.yaml` leave out.

    Findings of one paper and line have one sentence each, by which they are known again.
    """
    every = [found for paper in checked for found in paper.diagnostics]
    remaining = {_identity(found): found for found in without_suppressed(every, project.data)}
    return [_remaining(paper, remaining) for paper in checked]


_Identity = tuple[str, str, Span | None]


def _identity(found: Diagnostic) -> _Identity:
    return found.code, found.message, found.span


def _remaining(paper: CheckedPaper, remaining: Mapping[_Identity, Diagnostic]) -> CheckedPaper:
    pairs = [
        (finding, remaining[_identity(found)])
        for finding, found in zip(paper.findings, paper.diagnostics, strict=True)
        if _identity(found) in remaining
    ]
    return replace(
        paper,
        findings=tuple(finding for finding, _ in pairs),
        diagnostics=tuple(found for _, found in pairs),
    )
