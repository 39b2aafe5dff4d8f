"""Looks at the finished artefacts of some editions: are they there, current, unchanged, right?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pypdf.errors import PyPdfError

from proposal.building.documents import expected_inputs
from proposal.building.finished import pages_of
from proposal.building.pages import Pages, render_pages
from proposal.building.stamp import read_stamp
from proposal.building.tree import read_listing
from proposal.caching import digest
from proposal.diagnostics import Diagnostic, Span, error
from proposal.edition.edition import Edition
from proposal.edition.series import Series
from proposal.verify.agreement.comparing import Disagreement, changed_facts, missing_facts
from proposal.verify.agreement.facts import Artefact, StatedFact, stated_facts
from proposal.verify.agreement.reading import (
    Reading,
    read_calendar,
    read_html,
    read_jekyll,
    read_markdown,
    read_pdf,
    reading_of,
)
from proposal.verify.subject import Subject

BUILD = "type `make proposal`, or `proposal build`"


@dataclass(slots=True)
class Agreement:
    """What came of looking at the artefacts."""

    findings: list[Diagnostic] = field(default_factory=list)
    proved: Counter[Artefact] = field(default_factory=Counter)
    """How many facts were found in each kind of artefact."""

    @property
    def summary(self) -> str:
        """How much was proved, in a line; empty if nothing was built yet."""
        if not self.proved:
            return ""
        count, kinds = sum(self.proved.values()), len(self.proved)
        return f"{count} statements of facts were looked up in {kinds} kinds of artefacts."


def is_built(root: Path, year: int) -> bool:
    """Whether anything was made of an edition yet."""
    folder = root / "build" / str(year)
    return any(folder.glob("*.pdf")) or (folder / ".texts").is_file()


def check_artefacts(root: Path, series: Series, subjects: Mapping[int, Subject]) -> Agreement:
    """Prove that the artefacts of some editions agree with the data.

    Args:
        root: the folder that holds `data/` and `build/`.
        series: the workshop with all editions that its websites show.
        subjects: the editions whose artefacts are looked at, by year.
    """
    # The PDFs that the website offers are those that it was made with; each is looked at itself.
    pages = render_pages(root, series, pdfs_in="build/site")
    looking = _Looking(root, pages, Agreement())
    for subject in subjects.values():
        looking.edition(subject)
    looking.trees()
    return looking.agreement


@dataclass(slots=True)
class _Looking:
    root: Path
    pages: Pages
    agreement: Agreement
    told: set[Path] = field(default_factory=set)
    """Files that were spoken of, so that nothing is said of them twice."""

    @property
    def build(self) -> Path:
        return self.root / "build"

    def edition(self, subject: Subject) -> None:
        facts = stated_facts(subject)
        year = subject.edition.year
        for name in subject.edition.documents:
            self.document(subject.edition, name, facts)
        texts = self.pages.texts[year].files
        listing = self.build / str(year) / ".texts"
        plain: dict[str, tuple[Artefact, Callable[[bytes], Reading]]] = {
            "cfp.txt": (Artefact.CFP_TEXT, lambda content: reading_of(content.decode())),
            "cfp.md": (Artefact.CFP_MARKDOWN, lambda content: read_markdown(content.decode())),
            "schedule.ics": (Artefact.SCHEDULE, read_calendar),
            "dates.ics": (Artefact.DATES, read_calendar),
        }
        for name, content in texts.items():
            artefact, read = plain.get(name, (None, None))
            file = self.build / str(year) / name
            self.file(file, listing, name, content, artefact, facts, read)
        site = self.pages.site.files
        for name, artefact in (
            (f"{year}/index.html", Artefact.PAGE),
            (f"{year}/call-for-papers/index.html", Artefact.CALL_PAGE),
        ):
            self.file(
                self.build / "site" / name,
                self.build / ".site",
                name,
                site[name],
                artefact,
                facts,
                lambda content: read_html(content.decode()),
            )
        self.jekyll(subject.edition, facts)

    def document(self, edition: Edition, name: str, facts: list[StatedFact]) -> None:
        """A PDF: is it made of these data, was it changed, does it say the facts?"""
        file = self.build / str(edition.year) / f"{name}.pdf"
        artefact = Artefact(f"{name}.pdf")
        self.told.add(file)
        if not file.is_file():
            self.complain("missing-artefact", f"{self.shown(file)} was not made yet", BUILD)
            return
        stamp = read_stamp(file.with_name(f".{name}.json"), self.root)
        pdf = file.read_bytes()
        if stamp is None or stamp.inputs != expected_inputs(self.root, edition, name):
            self.stale(file)
            return
        is_changed = stamp.files.get(file.name) != digest(pdf)
        try:
            reading = read_pdf(pages_of(pdf) if is_changed else stamp.words)
        except (PyPdfError, ValueError):
            self.complain("unreadable-pdf", f"{self.shown(file)} cannot be read as a PDF", BUILD)
            return
        expected = read_pdf(stamp.words) if is_changed else None
        offered = self.build / "site" / str(edition.year) / file.name
        if edition.documents[name].is_public and not is_changed and not _holds(offered, pdf):
            self.stale(offered)
        self.compare(file, artefact, facts, reading, expected)

    def file(
        self,
        file: Path,
        listing: Path,
        name: str,
        content: bytes,
        artefact: Artefact | None,
        facts: list[StatedFact],
        read: Callable[[bytes], Reading] | None,
    ) -> None:
        """A file that is made without TeX, in which facts are looked for if it is one of those."""
        self.told.add(file)
        if not file.is_file():
            self.complain("missing-artefact", f"{self.shown(file)} was not made yet", BUILD)
            return
        actual = file.read_bytes()
        recorded = read_listing(listing).get(name)
        if actual != content and recorded == digest(actual):
            self.stale(file)
        elif artefact is None or read is None:
            if actual != content:
                self.changed(file, [])
        else:
            expected = read(content) if actual != content else None
            self.compare(file, artefact, facts, read(actual), expected)

    def jekyll(self, edition: Edition, facts: list[StatedFact]) -> None:
        """The pages and data files of one edition in the tree for Jekyll, which belong together."""
        slug = f"{edition.acronym}{edition.year}"
        folder = self.build / "jekyll"
        names = [
            name
            for name in self.pages.jekyll.files
            if name.startswith(f"pages/{slug}/")
            or (name.startswith("_data/") and name.endswith(f"{edition.year}.yml"))
        ]
        recorded = read_listing(self.build / ".jekyll")
        self.told.update(folder / name for name in names)
        actual = {name: (folder / name) for name in names}
        missing = [file for file in actual.values() if not file.is_file()]
        if missing:
            self.complain("missing-artefact", f"{self.shown(missing[0])} was not made yet", BUILD)
            return
        contents = {name: file.read_bytes() for name, file in actual.items()}
        differing = [name for name in names if contents[name] != self.pages.jekyll.files[name]]
        stale = [name for name in differing if recorded.get(name) == digest(contents[name])]
        if stale:
            for name in stale:
                self.stale(folder / name)
            return
        reading = read_jekyll(each.decode() for each in contents.values())
        expected = None
        if differing:
            expected = read_jekyll(self.pages.jekyll.files[name].decode() for name in names)
        place = folder / (differing[0] if differing else names[0])
        self.compare(place, Artefact.JEKYLL, facts, reading, expected)

    def trees(self) -> None:
        """All other files of the websites: are they there, and as they were made?"""
        for name, rendered in (("site", self.pages.site), ("jekyll", self.pages.jekyll)):
            recorded = read_listing(self.build / f".{name}")
            for path, content in rendered.files.items():
                file = self.build / name / path
                if file in self.told:
                    continue
                if not file.is_file():
                    self.complain("missing-artefact", f"{self.shown(file)} was not made yet", BUILD)
                elif (actual := file.read_bytes()) != content:
                    if recorded.get(path) == digest(actual):
                        self.stale(file)
                    else:
                        self.changed(file, [])

    def compare(
        self,
        file: Path,
        artefact: Artefact,
        facts: list[StatedFact],
        reading: Reading,
        expected: Reading | None,
    ) -> None:
        """Look for the facts; `expected` is what the file said before somebody changed it."""
        wanted = [fact for fact in facts if artefact in fact.shown_in]
        if expected is None:
            found = list(missing_facts(wanted, reading))
        else:
            found, others = changed_facts(wanted, expected, reading)
            if others or not found:
                self.changed(file, others)
        for each in found:
            self.disagreement(file, each)
        self.agreement.proved[artefact] += len(wanted) - len(found)

    def disagreement(self, file: Path, each: Disagreement) -> None:
        fact, shown = each.fact, self.shown(file)
        value = _short(fact.value)
        if each.found:
            message = f"{shown} says “{_short(each.found)}” where {fact.id} is “{value}”"
        else:
            message = f"{shown} does not say {fact.id}, which is “{value}”"
        code = "different-fact" if each.found else "missing-fact"
        hint = f"{BUILD}; if {file.name} is right, change the data instead"
        self.agreement.findings.append(error(code, message, fact.span, hint))

    def changed(self, file: Path, others: list[tuple[str, str]]) -> None:
        message = f"{self.shown(file)} was changed after it was made"
        if others:
            old, new = others[0]
            message += f": “{_short(old)}” became “{_short(new)}”"
        self.complain("changed-artefact", message, f"bring the change into data/, then {BUILD}")

    def stale(self, file: Path) -> None:
        self.complain("stale-artefact", f"{self.shown(file)} is older than the data", BUILD)

    def complain(self, code: str, message: str, hint: str, span: Span | None = None) -> None:
        self.agreement.findings.append(error(code, message, span, hint))

    def shown(self, file: Path) -> str:
        return str(file.relative_to(self.root))


def _holds(file: Path, content: bytes) -> bool:
    return file.is_file() and file.read_bytes() == content


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 70 else f"{line[:69]}…"


def artefacts_of(facts: list[StatedFact]) -> Iterator[Artefact]:
    """The artefacts in which facts are stated, in a fixed order."""
    shown = {artefact for fact in facts for artefact in fact.shown_in}
    return (artefact for artefact in Artefact if artefact in shown)
