"""Turns a paper into what the data hold: people, host conference, edition and text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from num2words import num2words
from pylatexenc.latexwalker import LatexNode

from proposal.diagnostics import Diagnostic
from proposal.importers.draft import Assumed, Draft, ImportSourceError, Record, Value
from proposal.importers.latex.biographies import Section, find_biographies
from proposal.importers.latex.blocks_reader import Reading
from proposal.importers.latex.ccs_reader import read_concepts
from proposal.importers.latex.citations import Citations, read_references
from proposal.importers.latex.conference import (
    Conference,
    assumed_hours,
    is_sample,
    venue_of,
)
from proposal.importers.latex.environments import ENVIRONMENTS
from proposal.importers.latex.inline import COMMANDS
from proposal.importers.latex.markdown_writer import document_markdown, statement_markdown
from proposal.importers.latex.paper_tree import Block, Fact, Heading, Paragraph, line, plain
from proposal.importers.latex.parsing import (
    argument,
    document_of,
    last_argument,
    parse,
    verbatim,
)
from proposal.importers.latex.picture_files import Pictures
from proposal.importers.latex.rights_reader import read_rights
from proposal.importers.latex.source import complaint, read_source
from proposal.importers.latex.top_matter import TopMatter, commands, read_top_matter
from proposal.importers.latex.topics import find_topics
from proposal.importers.workshop_titles import read_title
from proposal.model.edition_record import EditionRecord
from proposal.model.fields import is_citation_key

_PROPOSES = re.compile(r"^(workshop\s+)?proposal(\s+for)?(\s+the)?\s*:?\s+", re.IGNORECASE)


def read_latex(source: Path, year: int) -> Draft:
    """Read a workshop's paper in ACM's format.

    Args:
        source: the paper's main file; what it takes in from its folder is read, too.
        year: the edition that the paper is about.

    Raises:
        ImportSourceError: the file is no such paper, or its braces do not match.
    """
    if source.is_dir():
        raise ImportSourceError(
            f"{source} is a folder; name the paper's main file, as in paper.tex"
        )
    remarks: list[Diagnostic] = []
    text = read_source(source, remarks)
    nodes = parse(text)
    _expect_paper(nodes, source)
    citations = Citations()
    pictures = Pictures(source.parent)
    reading = Reading(text, citations, pictures, COMMANDS, ENVIRONMENTS, remarks)
    matter = read_top_matter(nodes, reading)
    citations.references = read_references(matter.bibliographies, source.parent, remarks)
    pictures.folders += _picture_folders(nodes)
    return _Importing(year, nodes, reading, matter).draft()


def _expect_paper(nodes: Sequence[LatexNode], source: Path) -> None:
    """Refuse what is no paper in ACM's format."""
    declared = next((each for each in commands(nodes) if each.macroname == "documentclass"), None)
    if declared is None or document_of(nodes) is None:
        lacking = "\\documentclass" if declared is None else "\\begin{document}"
        raise ImportSourceError(f"{source} has no {lacking}; expected a whole paper in LaTeX")
    name = verbatim(last_argument(declared)).strip()
    if name != "acmart":
        message = f"{source} is of the class {name}; expected a paper of the class acmart"
        raise ImportSourceError(message)


def _picture_folders(nodes: Sequence[LatexNode]) -> list[str]:
    named = [each for each in commands(nodes) if each.macroname == "graphicspath"]
    texts = (verbatim([part]) for each in named for part in last_argument(each))
    return [text.strip("{} ") for text in texts]


@dataclass(slots=True)
class _Importing:
    """The making of one draft."""

    year: int
    nodes: list[LatexNode]
    reading: Reading
    matter: TopMatter
    made: Draft = field(default_factory=Draft)
    rights: Record = field(default_factory=dict)

    def draft(self) -> Draft:
        document = document_of(self.nodes)
        blocks = self.reading.blocks(document.nodelist if document else [])
        self.made.people = [each.person for each in self.matter.authors]
        conference = self.conference()
        self.title(blocks)
        self.when(conference)
        self.edition()
        self.rights = read_rights(self.matter, self.reading)
        name = self.document_name()
        self.made.edition["documents"] = {name: self.document(name)}
        self.text(name, blocks)
        self.overlooked(conference)
        told = (
            *self.reading.remarks,
            *self.reading.summaries(),
            *self.reading.citations.remarks(),
        )
        self.made.remarks = list(dict.fromkeys(told))  # a title, say, is read more than once
        told_of = self.made.edition
        self.made.edition = {
            key: told_of[key] for key in EditionRecord.model_fields if key in told_of
        }
        return self.made

    def remark(self, code: str, message: str, node: LatexNode | None, hint: str = "") -> None:
        """Tell something of a command, or of the paper as a whole."""
        place = self.reading.place(node) if node else self.reading.source.place(0)
        self.reading.remark(code, message, place, hint or None)

    def words(self, name: str) -> str:
        """What a command of the top matter says."""
        node = self.matter.single.get(name)
        return self.reading.words(last_argument(node)) if node else ""

    # The series and the host conference

    def title(self, blocks: Sequence[Block]) -> None:
        node = self.matter.single.get("title")
        whole = self.words("title")
        if not whole:
            raise complaint(self.reading.source.place(0), "the paper has no \\title")
        title = read_title(_PROPOSES.sub("", whole))
        self.made.workshop["name"] = title.name
        acronym = title.acronym or self.acronym(title.name, blocks)
        if acronym and re.fullmatch(r"[\w-]+", acronym):
            self.made.workshop["acronym"] = acronym
        else:
            message = "the title has no short name of the workshop; where data/ has none either, "
            message += "the initials stand for it"
            self.remark("guessed-acronym", message, node, "correct `acronym` in workshop.yaml")
        if title.ordinal is None:
            message = "the title does not say which edition it is; where data/ does not either, "
            message += "it is taken for the first"
            self.remark("guessed-ordinal", message, node, "correct `ordinal` in edition.yaml")
            self.made.edition["ordinal"] = Assumed("1")
        else:
            self.made.edition["ordinal"] = str(title.ordinal)

    def acronym(self, name: str, blocks: Sequence[Block]) -> str | None:
        """The short name in brackets behind the workshop's name in the text."""
        texts = [self.reading.words(self.reading.abstract)]
        texts += [plain(each.spans) for each in blocks if isinstance(each, Paragraph)]
        named = re.compile(re.escape(name) + r"\s*\(([\w-]+)(?:\s*['’]?\d+)?\)", re.IGNORECASE)
        found = (named.search(text) for text in texts)
        return next((match[1] for match in found if match), None)

    def conference(self) -> Conference | None:
        node = self.matter.single.get("acmConference")
        words = self.reading.words
        if node is None:
            message = "the paper does not name its conference"
            hint = "add \\acmConference to the paper, or write the venue's file by hand"
            self.remark("no-conference", message, None, hint)
            return None
        short, name, dates, place = (words(argument(node, index)) for index in range(4))
        booktitle = self.words("acmBooktitle") or None
        conference = Conference(short, name, dates, place, booktitle, self.reading.place(node))
        if is_sample(conference):
            message = "\\acmConference says what acmart's sample says, and nothing of a conference"
            self.remark("sample-value", message, node, "fill it in, and import again")
            return None
        self.made.venue = venue_of(conference, self.year, self.reading.remarks)
        return conference

    def when(self, conference: Conference | None) -> None:
        place = conference.line if conference else self.reading.source.place(0)
        day = str(self.made.venue.get("start", f"{self.year}-01-01"))
        self.made.edition["when"] = assumed_hours(day, place, self.reading.remarks)

    # The edition

    def edition(self) -> None:
        edition = self.made.edition
        if not self.matter.authors:
            self.remark("no-author", "the paper names no authors", None)
        organizers: list[Value] = []
        for each in self.matter.authors:
            marks: Record = {}
            if each.is_corresponding:
                marks["corresponding"] = True
            if each.is_equal:
                marks["equal"] = True
            organizers.append({"person": each.person, **marks} if marks else each.person)
        edition["organizers"] = organizers
        if self.reading.abstract is not None:
            edition["abstract"] = self.statement(self.reading.blocks(self.reading.abstract))
        else:
            self.remark("no-abstract", "the paper has no abstract", None)
        keywords = [each.strip() for each in re.split(r"[,;]", self.words("keywords"))]
        if any(keywords):
            edition["keywords"] = [each for each in keywords if each]
        concepts = read_concepts(self.matter.concepts, self.reading)
        if concepts:
            edition["ccs"] = concepts

    def statement(self, blocks: Sequence[Block]) -> str:
        """Text that cannot cite and has no notes, such as an abstract."""
        return statement_markdown(blocks, self.reading.labels, self.reading.remark)

    def prose(self, blocks: Sequence[Block]) -> str:
        """A document's text, which may cite and have notes."""
        return document_markdown(blocks, self.reading.labels, self.reading.remark)

    # The document

    def document_name(self) -> str:
        """Which of an edition's documents the paper is."""
        prints_reference = self.matter.settings.get("printacmref", "true") != "false"
        is_published = bool(self.rights) or prints_reference
        return "camera-ready" if is_published and not self.is_unpublished() else "proposal"

    def is_unpublished(self) -> bool:
        """Whether the class option says that ACM does not publish the paper."""
        return "nonacm" in self.class_options()

    def class_options(self) -> list[str]:
        declared = next(each for each in commands(self.nodes) if each.macroname == "documentclass")
        return [each.strip() for each in verbatim(argument(declared, 0) or ()).split(",")]

    def document(self, name: str) -> Record:
        record: Record = {"text": _TEXTS[name]}
        self.titles(record)
        settings = self.matter.settings
        if name == "camera-ready":
            rights = self.rights
            if rights:
                record["rights"] = rights
            prints_reference = settings.get("printacmref", "true") != "false"
            if prints_reference != bool(rights):
                record["acm_reference"] = prints_reference
        if page := self.first_page():
            record["first_page"] = page
        record |= self.running_heads()
        per_row = settings.get("authorsperrow", "0")
        if per_row in {"1", "2", "3", "4"}:
            record["authors_per_row"] = per_row
        if settings.get("printfolios", "false") != "true":
            record["page_numbers"] = False
        return record

    def titles(self, record: Record) -> None:
        """The title in the paper's own words, where it is not ordinal and name alone."""
        node = self.matter.single["title"]
        number, name = int(str(self.made.edition["ordinal"])), self.made.workshop["name"]
        usual = f"{str(num2words(number, to='ordinal')).capitalize()} {name}"
        if self.words("title") != usual:
            record["title"] = self.words("title")
        if subtitle := self.words("subtitle"):
            record["subtitle"] = subtitle
        given = argument(node, 0)
        short = self.reading.words(given) if given else self.matter.short_title
        if short and short != self.words("title"):
            record["short_title"] = short
        if any(macro.macroname == "\\" for macro in commands(last_argument(node))):
            self.remark("layout-not-kept", "the title's own line ends are not kept", node)

    def first_page(self) -> str | None:
        node = self.matter.page or self.matter.single.get("startPage")
        if node is None:
            return None
        number = verbatim(last_argument(node)).strip()
        return number if number.isdecimal() and int(number) > 0 else None

    def running_heads(self) -> Record:
        names = [each.person.name for each in self.matter.authors]
        usual = f"{names[0]} et al." if len(names) > 1 else "".join(names)
        printed = self.matter.short_authors
        if printed is None:  # what acmart prints by itself
            last = ", and " if len(names) > 2 else " and "
            printed = last.join(filter(None, (", ".join(names[:-1]), "".join(names[-1:]))))
        return {"short_authors": printed} if printed and printed != usual else {}

    # The text

    def text(self, name: str, blocks: list[Block]) -> None:
        blocks = self.without_acknowledgments(name, blocks)
        blocks = self.with_biographies(blocks)
        blocks = self.with_topics(blocks)
        self.unnumbered(blocks)
        self.made.texts[_TEXTS[name]] = self.prose(blocks)
        self.made.bibliography = self.reading.citations.entries()
        self.made.pictures = dict(self.reading.pictures.files)

    def without_acknowledgments(self, name: str, blocks: list[Block]) -> list[Block]:
        """Take thanks out of the text; acmart sets them before the references."""
        thanks: list[Block] = []
        if self.reading.acknowledgments is not None:
            thanks = self.reading.blocks(self.reading.acknowledgments)
        for index, block in enumerate(blocks):
            if not isinstance(block, Heading) or block.level != 1:
                continue
            if not _THANKS.fullmatch(plain(block.spans).strip(" .")):
                continue
            end = next(
                (at for at, each in enumerate(blocks) if at > index and isinstance(each, Heading)),
                len(blocks),
            )
            thanks += blocks[index + 1 : end]
            blocks = [*blocks[:index], *blocks[end:]]
            break
        documents = self.made.edition["documents"]
        if thanks and isinstance(documents, dict):
            documents[name]["acknowledgments"] = self.prose(thanks)
        return blocks

    def with_biographies(self, blocks: list[Block]) -> list[Block]:
        """Give people their biographies, and set the list of them in their place."""
        people = [each.person for each in self.matter.authors]
        section = find_biographies(blocks, people)
        if section is None:
            return blocks
        for entry in section.entries:
            entry.person.biography = self.statement(entry.blocks) or None
            if entry.left_out:
                message = f"“{entry.left_out}” behind the name is left out; the file of"
                message += f" {entry.person.name} tells the affiliation"
                self.reading.remark("loose-affiliation", message, entry.place)
        for name, place in section.strangers:
            message = f"nobody among the authors is called {name}, so this stays text"
            self.reading.remark("unknown-person", message, place)
        if any(entry.is_run_in for entry in section.entries):
            message = "each biography begins on the line below its name"
            self.reading.remark("layout-not-kept", message, section.entries[0].place)
        fact = Fact(self.biographies(section), section.entries[0].place)
        return [*blocks[: section.start], fact, *section.kept, *blocks[section.end :]]

    def biographies(self, section: Section) -> str:
        """The biographies as a fact, in the order in which the paper has them."""
        people = [each.person for each in self.matter.authors]
        described = [each.person for each in section.entries if each.person.biography]
        ids = ", ".join(f'"{self.made.id_of(each)}"' for each in described)
        if [id(each) for each in described] == [id(each) for each in people]:
            return "biographies"
        selection = "order" if len(described) == len(people) else "only"
        return f"biographies | {selection}({ids})"

    def with_topics(self, blocks: list[Block]) -> list[Block]:
        found, doubtful = find_topics(blocks)
        for place in doubtful:
            message = "several lists could be the topics, so all of them stay text"
            hint = "move the right one to `topics` in edition.yaml, and write {{ topics }} here"
            self.reading.remark("unclear-topics", message, place, hint)
        if found is None:
            return blocks
        if found.loses:
            message = f"topics are plain text; {found.loses} of this list are left out"
            self.reading.remark("plain-topics", message, found.place)
        if any(each.endswith((";", ",")) for each in found.topics):
            message = "the topics end with signs that the website will show, too"
            self.reading.remark("punctuated-topics", message, found.place)
        self.made.edition["topics"] = list(found.topics)
        fact = Fact("topics", found.place)
        return [*blocks[: found.index], fact, *blocks[found.index + 1 :]]

    def unnumbered(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            if isinstance(block, Heading) and block.level <= 3 and not block.is_numbered:
                message = f"the section “{line(block.spans)}” gets a number"
                self.reading.remark("layout-not-kept", message, block.place)
            elif isinstance(block, Paragraph) and block.goes_on:
                message = "the text behind this list begins a new paragraph"
                self.reading.remark("layout-not-kept", message, block.place)

    # What else there is to tell

    def overlooked(self, conference: Conference | None) -> None:
        options = [each for each in self.class_options() if each and each not in _USUAL_OPTIONS]
        if options:
            message = f"the document is set as sigconf, without {', '.join(options)}"
            declared = next(e for e in commands(self.nodes) if e.macroname == "documentclass")
            self.remark("layout-not-kept", message, declared)
        for key in self.reading.citations.cited:
            if not is_citation_key(key):
                message = f"`{key}` cannot be a citation key here; rename it"
                self.remark("citation-key", message, None)
        if conference and conference.booktitle and conference.short not in conference.booktitle:
            message = "the ACM reference also names the conference, its days and its place"
            self.remark("layout-not-kept", message, self.matter.single.get("acmBooktitle"))


_TEXTS = {"camera-ready": "summary.md", "proposal": "proposal.md"}
_USUAL_OPTIONS = {"sigconf", "nonacm", "10pt", "9pt", "letterpaper", "balance=true", "balance"}
_THANKS = re.compile(r"acknowledge?ments?", re.IGNORECASE)
