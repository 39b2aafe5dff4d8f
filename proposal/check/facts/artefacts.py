"""Inspects the finished artefacts of some editions: whether they are there, current and right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml
from msgspec import Struct, field

from proposal.build import graph
from proposal.build.accessible import documents_made_here
from proposal.build.documents import expected_inputs
from proposal.build.output_tree import event_file, read_listing
from proposal.build.outputs import Outputs, RenderedPages
from proposal.build.state import document_state_file, read_build_state, read_document_state
from proposal.caching import digest
from proposal.check.facts.author_blocks import author_block, misplaced
from proposal.check.facts.comparison import Disagreement, changed_facts, missing_facts
from proposal.check.facts.inspection import NOT_MADE, PAGES, Agreement, ArtefactKind, Inspection
from proposal.check.facts.proofs import is_known, proof_of, remember
from proposal.check.facts.read_back import (
    read_calendar,
    read_html,
    read_jekyll,
    read_markdown,
    read_pdf,
)
from proposal.check.facts.stated_fact import StatedFact
from proposal.check.facts.stated_facts import stated_facts
from proposal.check.rules.context import Subject
from proposal.diagnostics import Diagnostic, Severity, error, shortened, warning
from proposal.edition.edition import Edition
from proposal.pdf import Pdf, UnreadablePdfError
from proposal.reading.searchable_text import SearchableText, searchable
from proposal.render.own_targets import CALL
from proposal.render.text.cited_paper import PAPERS
from proposal.typed_commands import BUILD
from proposal.words.language import Language

READERS: Mapping[ArtefactKind, Callable[[bytes, Language], SearchableText]] = {
    ArtefactKind.PAGE: lambda content, _language: read_html(content.decode()),
    ArtefactKind.CALL_PAGE: lambda content, _language: read_html(content.decode()),
    ArtefactKind.CFP_TEXT: lambda content, _language: searchable(content.decode()),
    ArtefactKind.CFP_MARKDOWN: lambda content, _language: read_markdown(content.decode()),
    ArtefactKind.SCHEDULE: read_calendar,
    ArtefactKind.DATES: read_calendar,
}
"""How the artefacts that are single files without TeX are read back."""

UNREADABLE = (ValueError, yaml.YAMLError)
"""What reading a file raises that somebody has damaged."""

CALENDARS = ("schedule.ics", "dates.ics")

_BESIDE = {
    "cfp.txt": ArtefactKind.CFP_TEXT,
    "cfp.md": ArtefactKind.CFP_MARKDOWN,
    "schedule.ics": ArtefactKind.SCHEDULE,
    "dates.ics": ArtefactKind.DATES,
}
"""The files in `build/EDITION/` in which facts are looked for."""


def is_built(root: Path, edition_id: str) -> bool:
    """Whether anything was made of an edition yet, even if it is gone."""
    return MadeBefore.read(root).anything_of(edition_id)


_MOST_SHOWN = 70
"""Characters of a value that a message shows."""


class MadeBefore(Struct, frozen=True):
    """What a build has made at any time, be it there still or not.

    What was asked for and made leaves its state or a listing beside it, and its name in the build's
    state; somebody who deletes the one rarely deletes the other.
    """

    build: Path
    recorded: frozenset[str]

    @classmethod
    def read(cls, root: Path) -> MadeBefore:
        """Look at what builds have left in a workshop's folder."""
        state = read_build_state(root)
        return cls(root / "build", frozenset(state.artefacts if state else ()))

    def anything_of(self, edition_id: str) -> bool:
        """Whether there was anything of an edition: documents, texts or a website's pages."""
        folder = self.build / edition_id
        return (
            self.texts(edition_id)
            or any(folder.glob("*.pdf"))
            or any(folder.glob(".*.json"))
            or any(name.startswith(f"build/{edition_id}/") for name in self.recorded)
            or any(self.tree(name) for name in graph.TREES)  # which show all editions
        )

    def document(self, edition_id: str, name: str) -> bool:
        """Whether a document was made."""
        state = document_state_file(self.build.parent, edition_id, name)
        return graph.document(edition_id, name).name in self.recorded or state.is_file()

    def texts(self, edition_id: str) -> bool:
        """Whether the texts and calendars of an edition were made."""
        listing = self.build / edition_id / ".texts"
        return graph.texts(edition_id).name in self.recorded or listing.is_file()

    def tree(self, name: str) -> bool:
        """Whether a website was made, with the pages of all editions."""
        return graph.TREES[name].name in self.recorded or (self.build / f".{name}").is_file()


def check_artefacts(
    root: Path, outputs: Outputs, pages: RenderedPages, subjects: Iterable[Subject]
) -> Agreement:
    """Prove that the artefacts of some editions agree with the data.

    Args:
        root: the folder that holds `data/` and `build/`.
        outputs: the documents as the data make them now.
        pages: the pages of all editions as the data make them now.
        subjects: the editions whose artefacts are looked at.
    """
    inspector = _ArtefactInspector(root, outputs, pages, MadeBefore.read(root))
    for subject in subjects:
        inspector.edition(subject)
    inspector.trees()
    return inspector.agreement


class _File(Struct, frozen=True):
    """A file that is made without TeX."""

    place: Path
    content: bytes
    """What is made of the data as they are now."""
    recorded: str | None
    """The digest of what was made last."""


class _Files(Struct, frozen=True):
    """Files that state facts together."""

    place: Path
    """The one that messages name."""
    actual: Sequence[bytes]
    """What they hold."""
    expected: Sequence[bytes]
    """What is made of the data as they are now."""

    @property
    def are_as_made(self) -> bool:
        return self.actual == self.expected


class _ArtefactInspector(Struct):
    root: Path
    outputs: Outputs
    pages: RenderedPages
    before: MadeBefore
    agreement: Agreement = field(default_factory=Agreement)
    seen: set[Path] = field(default_factory=set)
    """Files that were spoken of, so that nothing is said of them twice."""
    languages: dict[str, Language] = field(default_factory=dict)
    """Those of the editions by id."""

    @property
    def build(self) -> Path:
        return self.root / "build"

    def edition(self, subject: Subject) -> None:
        facts = stated_facts(subject)
        edition_id = subject.edition.id
        self.languages[edition_id] = subject.edition.language
        for name in documents_made_here(subject.edition):
            inspection = self.agreement.of(edition_id, ArtefactKind(f"{name}.pdf"))
            inspection.diagnostics += self.document(inspection, subject.edition, name, facts)
        recorded = _recorded(self.build / ".site")
        for name, artefact in (
            (f"{edition_id}/index.html", ArtefactKind.PAGE),
            (f"{edition_id}/{CALL}index.html", ArtefactKind.CALL_PAGE),
        ):
            place, content = self.build / "site" / name, self.pages.site.files[name]
            self.page(artefact, _File(place, content, recorded(name)), edition_id, facts)
        if subject.edition.papers:
            self.paper_pages(subject.edition, facts)
        if not self.is_new("site"):
            for page in subject.edition.own.pages:
                name = f"{edition_id}/{page.name}/index.html"
                content = self.pages.site.files[name]
                file = _File(self.build / "site" / name, content, recorded(name))
                self.agreement.others += self.own_page(file, facts)
        jekyll = self.agreement.of(edition_id, ArtefactKind.JEKYLL)
        jekyll.diagnostics += self.jekyll(jekyll, subject.edition, facts)
        self.texts(edition_id, facts)

    def paper_pages(self, edition: Edition, facts: list[StatedFact]) -> None:
        """The pages of an edition's papers, each of which states what is known of its paper."""
        whole = self.agreement.of(edition.id, ArtefactKind.PAPER_PAGES)
        if self.is_new("site"):
            whole.diagnostics.append(self.not_made(self.build / "site"))
            return
        recorded = _recorded(self.build / ".site")
        for paper in edition.papers:
            name = f"{edition.id}/{PAPERS}{paper.id}/index.html"
            place, content = self.build / "site" / name, self.pages.site.files[name]
            file = _File(place, content, recorded(name))
            diagnostics = list(self.as_made(file))
            whole.diagnostics += diagnostics
            if diagnostics:
                continue
            about = [fact for fact in facts if fact.fact.owners and fact.fact.owners[0] == paper]
            files = _Files(place, [place.read_bytes()], [content])
            page = Inspection(edition.id, ArtefactKind.PAPER_PAGES)
            whole.diagnostics += self.prove(
                page, about, files, lambda contents: read_html(contents[0].decode())
            )
            whole.stated += page.stated
            whole.agreeing += page.agreeing

    def texts(self, edition_id: str, facts: list[StatedFact]) -> None:
        """The texts and calendars of an edition."""
        folder, files = self.build / edition_id, self.pages.texts[edition_id].files
        if not self.before.texts(edition_id) and not any(
            (folder / name).is_file() for name in files
        ):
            for artefact in _BESIDE.values():
                self.agreement.of(edition_id, artefact).diagnostics.append(
                    self.not_made(folder / "cfp.txt")
                )
            return
        recorded = _recorded(self.build / edition_id / ".texts")
        for name, content in files.items():
            file = _File(self.build / edition_id / name, content, recorded(name))
            if name in _BESIDE:
                self.page(_BESIDE[name], file, edition_id, facts)
            else:
                self.agreement.others += self.unread(file)
        self.agreement.others += self.events(edition_id)

    def events(self, edition_id: str) -> Iterator[Diagnostic]:
        """Whether what the calendars of an edition say now was written down beside its data.

        Of calendars that are older than the data, nothing but that is told.
        """
        made, place = self.pages.texts[edition_id].files, self.build / edition_id
        are_current = all(_holds(place / name, made[name]) for name in CALENDARS)
        file, remembered = event_file(self.root, edition_id), self.pages.events.get(edition_id)
        if are_current and remembered is not None and not _holds(file, remembered):
            message = f"{self.shown(file)} does not hold what the calendars of {edition_id} say now"
            hint = f"{BUILD}, and commit the file; a preview does not write it"
            yield warning("unremembered-events", message, hint=hint)

    def document(
        self, inspection: Inspection, edition: Edition, name: str, facts: list[StatedFact]
    ) -> Iterator[Diagnostic]:
        """Check that a PDF is made of these data, was not changed, and says the facts."""
        file = self.build / edition.id / f"{name}.pdf"
        self.seen.add(file)
        if not file.is_file():
            was_made = self.before.document(edition.id, name)
            yield self.missing(file) if was_made else self.not_made(file)
            return
        state = read_document_state(self.root, edition.id, name)
        pdf = file.read_bytes()
        rendered = self.outputs.documents[edition.id, name]
        if state is None or state.inputs != expected_inputs(rendered):
            yield self.stale(file)
            return
        is_changed = state.files.get(file.name) != digest(pdf)
        try:
            reading = read_pdf(Pdf(pdf).searchable_texts if is_changed else state.words)
        except UnreadablePdfError:
            message = f"{self.shown(file)} cannot be read as a PDF"
            yield error("unreadable-pdf", message, hint=BUILD)
            return
        inspection.pages = len(state.words)
        if not is_changed:
            yield from state.warnings  # what TeX said when it was made, such as overfull boxes
        offered = self.build / "site" / edition.id / file.name
        if edition.documents[name].is_public and not is_changed and not _holds(offered, pdf):
            yield self.stale(offered)
        expected = read_pdf(state.words) if is_changed else None
        if inspection.pages == 1 and not edition.documents[name].prints_reference:
            facts = [fact for fact in facts if not fact.is_in_heads]
        block = author_block(edition, edition.documents[name], facts)
        placed = list(misplaced(block, reading))
        yield from self.compare(file, inspection, facts, reading, expected, placed)

    def page(
        self, artefact: ArtefactKind, file: _File, edition_id: str, facts: list[StatedFact]
    ) -> None:
        """A single file that states facts."""
        inspection = self.agreement.of(edition_id, artefact)
        if artefact in PAGES | {ArtefactKind.CALL_PAGE} and self.is_new("site"):
            inspection.diagnostics.append(self.not_made(self.build / "site"))
            return
        diagnostics = list(self.as_made(file))
        if diagnostics:
            inspection.diagnostics += diagnostics
            return
        files = _Files(file.place, [file.place.read_bytes()], [file.content])
        read, language = READERS[artefact], self.languages[edition_id]
        inspection.diagnostics += self.prove(
            inspection, facts, files, lambda contents: read(contents[0], language)
        )

    def unread(self, file: _File) -> Iterator[Diagnostic]:
        """Check that a file in which no fact is looked for is there, and as it was made."""
        diagnostics = list(self.as_made(file))
        yield from diagnostics
        if not diagnostics and file.place.read_bytes() != file.content:
            yield self.changed(file.place, [])

    def own_page(self, file: _File, facts: list[StatedFact]) -> Iterator[Diagnostic]:
        """Check that a page that organizers wrote is as it was made; name the facts that are not.

        No fact has to stand on it but those that it quotes.
        """
        diagnostics = list(self.as_made(file))
        yield from diagnostics
        actual = file.place.read_bytes() if not diagnostics else file.content
        if actual == file.content:
            return
        said = [fact for fact in facts if fact.moment is None]
        try:
            reading = read_html(actual.decode())
        except UNREADABLE:
            yield self.changed(file.place, [])
            return
        found, others = changed_facts(said, read_html(file.content.decode()), reading)
        if others or not found:
            yield self.changed(file.place, others)
        yield from (self.disagreement(file.place, disagreement) for disagreement in found)

    def as_made(self, file: _File) -> Iterator[Diagnostic]:
        """Whether a file is missing or older than the data."""
        self.seen.add(file.place)
        if not file.place.is_file():
            yield self.missing(file.place, was_made=file.recorded is not None)
            return
        actual = file.place.read_bytes()
        if actual != file.content and file.recorded == digest(actual):
            yield self.stale(file.place)

    def jekyll(
        self, inspection: Inspection, edition: Edition, facts: list[StatedFact]
    ) -> Iterator[Diagnostic]:
        """The pages and data files of one edition in the tree for Jekyll, which belong together."""
        slug = f"{edition.acronym}{edition.id}"
        folder = self.build / "jekyll"
        if self.is_new("jekyll"):
            yield self.not_made(folder)
            return
        recorded = _recorded(self.build / ".jekyll")
        files = [
            _File(folder / name, content, recorded(name))
            for name, content in self.pages.jekyll.files.items()
            if name.startswith(f"pages/{slug}/")
            or (name.startswith("_data/") and name.endswith(f"{edition.id}.yml"))
        ]
        diagnostics = [found for file in files for found in self.as_made(file)]
        if diagnostics:
            is_missing = [diagnostic for diagnostic in diagnostics if diagnostic.code == NOT_MADE]
            yield from is_missing[:1] or diagnostics
            return
        contents = [file.place.read_bytes() for file in files]
        changed = [
            file.place for file, now in zip(files, contents, strict=True) if now != file.content
        ]
        place = changed[0] if changed else files[0].place
        made = _Files(place, contents, [file.content for file in files])
        yield from self.prove(
            inspection,
            facts,
            made,
            lambda contents: read_jekyll(text.decode() for text in contents),
        )

    def trees(self) -> None:
        """Check that all other files of the websites are there, and as they were made."""
        for name, rendered in (("site", self.pages.site), ("jekyll", self.pages.jekyll)):
            if self.is_new(name):
                continue
            recorded = _recorded(self.build / f".{name}")
            for path, content in rendered.files.items():
                place = self.build / name / path
                if place not in self.seen:
                    self.agreement.others += self.unread(_File(place, content, recorded(path)))

    def prove(
        self,
        inspection: Inspection,
        facts: list[StatedFact],
        files: _Files,
        read: Callable[[Sequence[bytes]], SearchableText],
    ) -> Iterator[Diagnostic]:
        """Read files and look for the facts, unless they were found in the same files before."""
        wanted = [fact for fact in facts if inspection.artefact in fact.shown_in]
        proof = proof_of(inspection.artefact, wanted, files.actual)
        if files.are_as_made and is_known(proof):
            inspection.stated = inspection.agreeing = len(wanted)
            return
        try:
            reading = read(files.actual)
        except UNREADABLE:
            yield self.changed(files.place, [])
            return
        expected = None if files.are_as_made else read(files.expected)
        found = list(self.compare(files.place, inspection, facts, reading, expected))
        if files.are_as_made and not found:
            remember(proof)
        yield from found

    def compare(
        self,
        file: Path,
        inspection: Inspection,
        facts: list[StatedFact],
        reading: SearchableText,
        expected: SearchableText | None,
        misplaced: Sequence[Disagreement] = (),
    ) -> Iterator[Diagnostic]:
        """Look for the facts; `expected` is what the file said before somebody changed it.

        `misplaced` are facts that stand where they do not belong.
        """
        wanted = [fact for fact in facts if inspection.artefact in fact.shown_in]
        if expected is None:
            found = list(missing_facts(wanted, reading))
        else:
            found, others = changed_facts(wanted, expected, reading)
            if others or not found:
                yield self.changed(file, others)
        named = {disagreement.fact for disagreement in found}
        found += [disagreement for disagreement in misplaced if disagreement.fact not in named]
        for disagreement in found:
            yield self.disagreement(file, disagreement)
        inspection.stated, inspection.agreeing = len(wanted), len(wanted) - len(found)

    def disagreement(self, file: Path, disagreement: Disagreement) -> Diagnostic:
        fact, shown = disagreement.fact, self.shown(file)
        value = shortened(fact.value, _MOST_SHOWN)
        if disagreement.under:
            message = f"{shown} prints “{value}”, which is {fact.id}, under {disagreement.under}"
        elif disagreement.away_from:
            author = disagreement.away_from
            message = f"{shown} does not print “{value}”, which is {fact.id}, under {author}"
        elif disagreement.found:
            found = shortened(disagreement.found, _MOST_SHOWN)
            message = f"{shown} says “{found}” where {fact.id} is “{value}”"
        else:
            message = f"{shown} does not say {fact.id}, which is “{value}”"
        code = "different-fact" if disagreement.found or disagreement.under else "missing-fact"
        hint = f"{BUILD}; if {file.name} is right, change the data instead"
        return error(code, message, fact.span, hint)

    def changed(self, file: Path, others: list[tuple[str, str]]) -> Diagnostic:
        message = f"{self.shown(file)} was changed after it was made"
        if others:
            old, new = (shortened(text, _MOST_SHOWN) for text in others[0])
            message += f": “{old}” became “{new}”"
        hint = f"bring the change into data/, then {BUILD}"
        return error("changed-artefact", message, hint=hint)

    def is_new(self, tree: str) -> bool:
        """Whether a website was never made, so that nobody misses its pages."""
        return not self.before.tree(tree) and not (self.build / tree).exists()

    def missing(self, file: Path, *, was_made: bool = True) -> Diagnostic:
        state = "is not there any more" if was_made else "was not made yet"
        return error(NOT_MADE, f"{self.shown(file)} {state}", hint=BUILD)

    def not_made(self, place: Path) -> Diagnostic:
        """What nobody has asked for yet is missed by nobody."""
        message = f"{self.shown(place)} was not made yet"
        return Diagnostic(Severity.NOTE, NOT_MADE, message, None, BUILD)

    def stale(self, file: Path) -> Diagnostic:
        return error("stale-artefact", f"{self.shown(file)} is older than the data", hint=BUILD)

    def shown(self, file: Path) -> str:
        return str(file.relative_to(self.root))


def _recorded(listing: Path) -> Callable[[str], str | None]:
    """The digest of a file when it was made; an empty one if the listing of all is gone, too."""
    known = read_listing(listing)
    return known.get if known else lambda _: ""


def _holds(file: Path, content: bytes) -> bool:
    return file.is_file() and file.read_bytes() == content
