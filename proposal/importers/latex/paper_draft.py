"""Turns a paper into what the data hold: people, host conference, edition and text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace
from num2words import num2words
from pylatexenc.latexwalker import LatexEnvironmentNode, LatexNode

from proposal.diagnostics import Span
from proposal.importers.draft import (
    Draft,
    DraftPerson,
    ImportSourceError,
    Placeholder,
    Record,
    SourceDiagnostics,
    marked_organizer,
)
from proposal.importers.found_links import note_link
from proposal.importers.latex.abstract_section import AbstractReader
from proposal.importers.latex.biographies import (
    BiographySection,
    UnreadBiographies,
    ends_thanks,
    find_biographies,
    unread_biographies,
)
from proposal.importers.latex.biography_portraits import take_portraits
from proposal.importers.latex.blocks_reader import PaperReader
from proposal.importers.latex.ccs_reader import read_concepts
from proposal.importers.latex.citations import Citations, read_references
from proposal.importers.latex.class_options import ClassOptions
from proposal.importers.latex.conference import AcmConference, assumed_hours, is_sample, venue_of
from proposal.importers.latex.dates_section import dates_in
from proposal.importers.latex.environments import ENVIRONMENTS
from proposal.importers.latex.fact_sections import fact_sections, tell_unread
from proposal.importers.latex.framed_environments import ENVIRONMENTS as FRAMED
from proposal.importers.latex.framed_environments import statement_reader, statements_of
from proposal.importers.latex.grouped_remarks import grouped
from proposal.importers.latex.inline import COMMANDS
from proposal.importers.latex.known_commands import ENVIRONMENTS_OF_PREAMBLE
from proposal.importers.latex.loose_notes import loose_notes
from proposal.importers.latex.markdown_writer import document_markdown, statement_markdown
from proposal.importers.latex.organizers_section import organizers_in, tell_others
from proposal.importers.latex.other_classes import (
    keywords_in,
    parted_words,
    read_other_matter,
    shapes_of,
)
from proposal.importers.latex.paper_tree import (
    Block,
    DataBlock,
    PaperFigure,
    Paragraph,
    SectionTitle,
    line,
    plain,
)
from proposal.importers.latex.parsing import (
    argument,
    document_of,
    is_macro,
    last_argument,
    parse,
    verbatim,
)
from proposal.importers.latex.picture_files import Pictures
from proposal.importers.latex.rights_reader import read_rights
from proposal.importers.latex.running_heads import authors_in_heads
from proposal.importers.latex.series_title import SeriesTitle, series_of
from proposal.importers.latex.slides import slides_as_text
from proposal.importers.latex.source import read_source, source_error
from proposal.importers.latex.title_notes import lines_of_title, without_notes
from proposal.importers.latex.titles_by_hand import make_title
from proposal.importers.latex.top_matter import PaperAuthor, TopMatter, commands, read_top_matter
from proposal.importers.latex.topics import find_topics
from proposal.importers.stand_ins import (
    ADD_PORTRAIT,
    MOVE_TOPICS,
    NO_ABSTRACT,
    NO_ACRONYM,
    NO_ORDINAL,
    UNCLEAR_PORTRAIT,
    UNCLEAR_TOPICS,
)
from proposal.importers.tentative_venue import tentative_venue
from proposal.model.document_format import FORMATS
from proposal.model.edition_id import year_of_id
from proposal.model.fields import is_citation_key
from proposal.model.records.edition_record import EditionRecord
from proposal.reading.workshop_titles import with_colon_behind_proposal, without_template_words


def read_latex(source: Path, edition_id: str) -> Draft:
    """Read a workshop's paper in ACM's format.

    Args:
        source: the paper's main file; what it takes in from its folder is read, too.
        edition_id: the edition that the paper is about.

    Raises:
        ImportSourceError: the file is no such paper, or its braces do not match.
    """
    if source.is_dir():
        raise ImportSourceError(
            f"{source} is a folder; name the paper's main file, as in paper.tex"
        )
    diagnostics = SourceDiagnostics()
    text = read_source(source, diagnostics)
    declared = _CLASS.search(text.text)
    if declared and declared[1] == "beamer":
        text = replace(text, text=slides_as_text(text.text))
    nodes = parse(text, diagnostics, shapes_of(declared[1] if declared else "", text.text))
    class_name = _class_of(nodes, source)
    citations = Citations()
    pictures = Pictures(source.parent)
    statements = {name: statement_reader(name, kind) for name, kind in text.theorems.items()}
    environments = {**FRAMED, **ENVIRONMENTS, **statements_of(class_name), **statements}
    reader = PaperReader(text, citations, pictures, COMMANDS, environments, diagnostics)
    reader.loose_notes = loose_notes(nodes)
    is_acmart = class_name == "acmart"
    make_title(nodes, reader)
    matter = read_top_matter(nodes, reader) if is_acmart else read_other_matter(nodes, reader)
    citations.references = read_references(matter.bibliographies, source, text.written, diagnostics)
    pictures.folders += _picture_folders(nodes)
    pictures.folders += [str(folder) for folder in text.folders]
    return _DraftBuilder(year_of_id(edition_id), nodes, reader, matter, class_name).draft()


def _class_of(nodes: Sequence[LatexNode], source: Path) -> str:
    """The class of a paper.

    Raises:
        ImportSourceError: it is no whole paper.
    """
    declared = next(
        (command for command in commands(nodes) if command.macroname == "documentclass"), None
    )
    if declared is None or document_of(nodes) is None:
        lacking = "\\documentclass" if declared is None else "\\begin{document}"
        raise ImportSourceError(f"{source} has no {lacking}; expected a whole paper in LaTeX")
    return verbatim(last_argument(declared)).strip()


def _printed_before(nodes: Sequence[LatexNode]) -> list[LatexNode]:
    """What stands in the preamble and is printed with the title, such as the abstract."""
    return [
        node
        for node in nodes
        if is_macro(node, "abstract", "IEEEtitleabstractindextext")
        or (
            isinstance(node, LatexEnvironmentNode)
            and node.environmentname in ENVIRONMENTS_OF_PREAMBLE
        )
    ]


def _picture_folders(nodes: Sequence[LatexNode]) -> list[str]:
    named = [command for command in commands(nodes) if command.macroname == "graphicspath"]
    texts = (verbatim([part]) for command in named for part in last_argument(command))
    return [text.strip("{} ") for text in texts]


class _DraftBuilder(Struct):
    """The making of one draft."""

    year: int
    nodes: list[LatexNode]
    reader: PaperReader
    matter: TopMatter
    class_name: str
    made: Draft = field(default_factory=Draft)
    rights: Record = field(default_factory=dict)
    day: str | None = None
    """The workshop's day, if a section on dates has it."""
    portraits: list[PaperFigure] = field(default_factory=list)
    """The pictures that became people's photos."""

    def draft(self) -> Draft:
        document = document_of(self.nodes)
        written = document.nodelist if document else []
        blocks = self.reader.blocks([*_printed_before(self.nodes), *written])
        has_keywords = self.reader.keywords is not None or "keywords" in self.matter.single
        found = AbstractReader(
            wants_abstract=self.reader.abstract is None, wants_keywords=not has_keywords
        )
        if not self.is_acmart:
            blocks = [block for block in blocks if not found.take(block)]
        if not self.matter.authors and not self.is_acmart:
            self.matter.authors = self.authors_of_section(blocks)
        self.made.people = [author.person for author in self.matter.authors]
        conference = self.conference()
        self.title(blocks)
        self.sections_of_facts(blocks)
        self.when(conference)
        self.edition()
        self.written_abstract(found)
        self.rights = read_rights(self.matter, self.reader)
        name = self.document_name()
        self.made.edition["documents"] = {name: self.document(name)}
        self.text(name, blocks)
        self.overlooked(conference)
        diagnostics = (
            *self.reader.diagnostics,
            *self.reader.summaries(),
            *self.reader.citations.diagnostics(),
        )
        # A title, say, is read more than once.
        kept = [found for found in diagnostics if self.is_acmart or found.code != "layout-not-kept"]
        self.made.diagnostics = grouped(kept)
        facts = self.made.edition
        self.made.edition = {key: facts[key] for key in EditionRecord.model_fields if key in facts}
        return self.made

    def authors_of_section(self, blocks: Sequence[Block]) -> list[PaperAuthor]:
        """The organizers whom a section names, where no authors stand on top."""
        place = self.reader.source.place(0)

        def report(code_: str, message: str, hint: str | None) -> None:
            self.reader.warn(code_, message, place, hint)

        return [
            PaperAuthor(found.person, place, found.is_equal, found.is_corresponding, found.part)
            for found in organizers_in(blocks, report)
        ]

    def warn(self, code: str, message: str, node: LatexNode | None, hint: str = "") -> None:
        """Add a warning about a command, or about the whole paper."""
        place = self.reader.place(node) if node else self.reader.source.place(0)
        self.reader.warn(code, message, place, hint or None)

    def words(self, name: str) -> str:
        """What a command of the top matter says."""
        node = self.matter.single.get(name)
        said = self.reader.words(without_notes(last_argument(node))) if node else ""
        if name != "title" or node is None:
            return said
        return without_template_words(with_colon_behind_proposal(said, self.title_lines()))

    # The series and the host conference

    def title(self, blocks: Sequence[Block]) -> None:
        node = self.matter.single.get("title")
        whole = self.words("title")
        if not whole:
            message = "the paper has no \\title; write the workshop's name into one, and its "
            message += "organizers into \\author"
            raise source_error(self.reader.source.place(0), message)
        title = self.series(blocks)
        self.made.workshop["name"] = title.series.name
        acronym, ordinal = title.series.acronym, title.series.ordinal
        if acronym and re.fullmatch(r"[\w-]+", acronym):
            self.made.workshop["acronym"] = acronym
        else:
            self.warn("guessed-acronym", NO_ACRONYM, node, "correct `acronym` in workshop.yaml")
        if ordinal is None:
            hint = "correct `ordinal` in edition.yaml"
            self.warn("guessed-ordinal", title.doubt or NO_ORDINAL, node, hint)
        guessed = Placeholder(str(title.said_ordinal or 1))
        self.made.edition["ordinal"] = str(ordinal) if ordinal else guessed

    def series(self, blocks: Sequence[Block]) -> SeriesTitle:
        """What the title and the text say of the series."""
        texts = [self.reader.words(self.reader.abstract)]
        texts += [plain(block.spans) for block in blocks if isinstance(block, Paragraph)]
        event = self.words("conference")
        return series_of(self.words("title"), self.title_lines(), event, texts)

    def title_lines(self) -> list[str]:
        """The lines of the title."""
        node = self.matter.single.get("title")
        lines = lines_of_title(last_argument(node)) if node else []
        return [without_template_words(self.reader.words(line)).strip() for line in lines]

    def conference(self) -> AcmConference | None:
        node = self.matter.single.get("acmConference")
        words = self.reader.words
        source = self.reader.source.place(0).file.name
        host = self.series(()).series.host
        if event := self.words("conference"):  # of CEUR-WS's class
            message = f"day and place are not taken from \\conference: {event}"
            hint = "write them into `when` in edition.yaml, and into the venue's file"
            self.warn("note-not-kept", message, self.matter.single["conference"], hint)
        if node is None:
            self.made.venue = tentative_venue(self.year, source, self.reader.diagnostics, host)
            return None
        short, name, dates, place = (words(argument(node, index)) for index in range(4))
        booktitle = self.words("acmBooktitle") or None
        conference = AcmConference(short, name, dates, place, booktitle, self.reader.place(node))
        if is_sample(conference):
            message = "\\acmConference says what acmart's sample says, and nothing of a conference"
            self.warn("sample-value", message, node, "fill it in, and import again")
            self.made.venue = tentative_venue(self.year, source, self.reader.diagnostics, host)
            return None
        self.made.venue = venue_of(conference, self.year, self.reader.diagnostics)
        return conference

    def when(self, conference: AcmConference | None) -> None:
        place = conference.line if conference else self.reader.source.place(0)
        first = Placeholder(self.made.venue.get("start", f"{self.year}-01-01"))
        day = self.day or first
        self.made.edition["when"] = assumed_hours(day, place, self.reader.diagnostics)

    def sections_of_facts(self, blocks: Sequence[Block]) -> None:
        """Take dates and committee out of their sections; the text keeps them, too."""
        sections = fact_sections(blocks)
        doubts: list[tuple[str, str, Span]] = []
        dates, day = dates_in(blocks, lambda *doubt: doubts.append(doubt))
        if dates or day:
            for code, message, place in doubts:
                self.reader.warn(code, message, place)
        if dates:
            self.made.edition["dates"] = dates
        day = day or self.series(()).day
        self.day = day if day and int(day[:4]) == self.year else None
        members = next((found.members for found in sections if found.kind == "committee"), [])
        if members:
            self.made.edition["committee"] = members
        read = {"dates"} if dates else set()
        read |= {"committee"} if members else set()
        tell_unread([one for one in sections if one.kind not in read], self.reader.warn)

    # The edition

    def edition(self) -> None:
        edition = self.made.edition
        if not self.matter.authors:
            hint = "write a file for each organizer in data/people/, and list them under "
            hint += "`organizers` in edition.yaml"
            self.warn("no-author", "the paper names no authors", None, hint)
        edition["organizers"] = [marked_organizer(author) for author in self.matter.authors]
        if self.reader.abstract is not None:
            edition["abstract"] = self.statement(self.reader.blocks(self.reader.abstract))
        node = self.matter.single.get("keywords") or keywords_in(self.nodes)
        listed = last_argument(node) if node else self.reader.keywords or []
        if keywords := parted_words(listed, self.reader):
            edition["keywords"] = keywords
        concepts = read_concepts(self.matter.concepts, self.reader)
        if concepts:
            edition["ccs"] = concepts

    def written_abstract(self, found: AbstractReader) -> None:
        """Abstract and keywords that the text itself has, in other classes than acmart."""
        edition = self.made.edition
        if found.keywords and "keywords" not in edition:
            edition["keywords"] = list(found.keywords)
        if found.abstract and "abstract" not in edition:
            edition["abstract"] = self.statement(found.abstract)
        if not edition.get("abstract"):
            message = "the paper has no abstract; a sentence stands in"
            self.warn("no-abstract", message, None)
            edition["abstract"] = NO_ABSTRACT

    def statement(self, blocks: Sequence[Block]) -> str:
        """Text that cannot cite and has no notes, such as an abstract."""
        return statement_markdown(blocks, self.reader.labels, self.reader.warn)

    def prose(self, blocks: Sequence[Block]) -> str:
        """A document's text, which may cite and have notes."""
        return document_markdown(blocks, self.reader.labels, self.reader.warn)

    # The document

    def document_name(self) -> str:
        """Which of an edition's documents the paper is."""
        if not self.is_acmart:
            return "proposal"
        is_published = bool({"doi", "isbn"} & self.rights.keys())
        if self.rights and not is_published:
            message = "the paper has no DOI or ISBN of its own, so it is taken for a proposal"
            hint = "once ACM's message has come, import it with `proposal import acm-rights`"
            self.warn("taken-for-proposal", message, self.matter.single["setcopyright"], hint)
        return "camera-ready" if is_published and not self.is_unpublished() else "proposal"

    @property
    def is_acmart(self) -> bool:
        """Whether the paper is in ACM's format."""
        return self.class_name == "acmart"

    def other_class(self) -> None:
        """Say once that the paper is of another class."""
        declared = next(e for e in commands(self.nodes) if e.macroname == "documentclass")
        message = f"the paper is of the class {self.class_name}, not acmart; what it says is read, "
        message += "and is set in the form that the data ask for"
        self.warn("other-class", message, declared, "look over authors and affiliations")

    def is_unpublished(self) -> bool:
        """Whether the class option says that ACM does not publish the paper."""
        return self.class_options().has("nonacm")

    def class_options(self) -> ClassOptions:
        """The options of the paper's class."""
        declared = next(
            command for command in commands(self.nodes) if command.macroname == "documentclass"
        )
        listed = verbatim(argument(declared, 0) or ()).split(",")
        return ClassOptions([option.strip() for option in listed])

    def document(self, name: str) -> Record:
        record: Record = {"text": _TEXTS[name]}
        self.titles(record)
        if not self.is_acmart:
            return record
        record |= self.class_options().record
        settings = self.matter.settings
        if name == "camera-ready":
            rights = self.rights
            if rights:
                record["rights"] = rights
            prints_reference = settings.get("printacmref", "true") != "false"
            if prints_reference != bool(rights):
                record["acm_reference"] = prints_reference
        if builder := self.first_page():
            record["first_page"] = builder
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
        short = self.reader.words(given) if given else self.matter.short_title
        if short and short != self.words("title"):
            record["short_title"] = short
        if any(macro.macroname == "\\" for macro in commands(last_argument(node))):
            self.warn("layout-not-kept", "the title's own line ends are not kept", node)

    def first_page(self) -> str | None:
        node = self.matter.builder or self.matter.single.get("startPage")
        if node is None:
            return None
        number = verbatim(last_argument(node)).strip()
        return number if number.isdecimal() and int(number) > 0 else None

    def running_heads(self) -> Record:
        names = [author.person.name for author in self.matter.authors]
        page = FORMATS[self.class_options().format]
        printed = authors_in_heads(names, self.matter.short_authors, page)
        return {"short_authors": printed} if printed else {}

    # The text

    def text(self, name: str, blocks: list[Block]) -> None:
        blocks = self.without_acknowledgments(name, blocks)
        blocks = self.with_biographies(blocks)
        blocks = self.with_topics(blocks)
        self.unnumbered(blocks)
        self.made.texts[_TEXTS[name]] = self.prose(blocks)
        self.made.bibliography = self.reader.citations.entries()
        self.made.pictures = dict(self.reader.pictures.files)
        self.without_portraits()

    def without_acknowledgments(self, name: str, blocks: list[Block]) -> list[Block]:
        """Take thanks out of the text; acmart sets them before the references."""
        thanks = [block for note in self.matter.credits for block in self.reader.blocks(note)]
        if self.reader.acknowledgments is not None:
            thanks += self.reader.blocks(self.reader.acknowledgments)
        for index, block in enumerate(blocks):
            if not isinstance(block, SectionTitle):
                continue
            if not _THANKS.fullmatch(plain(block.spans).strip(" .")):
                continue
            people = [author.person for author in self.matter.authors]
            behind = range(index + 1, len(blocks))
            ends = (at for at in behind if ends_thanks(blocks[at], people))
            end = next(ends, len(blocks))
            thanks += blocks[index + 1 : end]
            blocks = [*blocks[:index], *blocks[end:]]
            break
        documents = self.made.edition["documents"]
        if thanks and isinstance(documents, dict):
            documents[name]["acknowledgments"] = self.prose(thanks)
        return blocks

    def with_biographies(self, blocks: list[Block]) -> list[Block]:
        """Give people their biographies, and set the list of them in their place."""
        people = [author.person for author in self.matter.authors]
        section = find_biographies(blocks, people)
        if unread := unread_biographies(blocks, people, section):
            self.lacking(unread)
        strangers = section.strangers if section else ()
        tell_others(blocks, people, [name for name, _ in strangers], self.reader.warn)
        if section is None:
            return blocks
        portraits = take_portraits(section, blocks, self.reader.pictures.files)
        self.portraits = list(portraits.taken)
        for figure in portraits.others:
            self.reader.warn("unclear-portrait", UNCLEAR_PORTRAIT, figure.place, ADD_PORTRAIT)
        for entry in section.entries:
            entry.person.biography = self.statement(entry.blocks) or None
            if entry.address:
                note_link(entry.person, "homepage", entry.address)
            if _IS_CONTACT.search(entry.left_out):
                self.made.edition["contact"] = [entry.person]
            if entry.left_out and not _is_known(entry.left_out, entry.person):
                message = f"“{entry.left_out}” behind the name is left out; the file of"
                message += f" {entry.person.name} tells the affiliation"
                self.reader.warn("loose-affiliation", message, entry.place)
        for name, place in section.strangers:
            message = f"nobody among the authors is called {name}, so this stays text"
            self.reader.warn("unknown-person", message, place)
        if any(entry.is_run_in for entry in section.entries):
            message = "each biography begins on the line below its name"
            self.reader.warn("layout-not-kept", message, section.entries[0].place)
        fact = DataBlock(self.biographies(section), section.entries[0].place)
        return [*blocks[: portraits.start], fact, *section.kept, *blocks[section.end :]]

    def lacking(self, unread: UnreadBiographies) -> None:
        """Say whose biography was not found where biographies are."""
        names = ", ".join(person.name for person in unread.people)
        message = f"in the section “{unread.title}” no biography of {names} was found; what "
        message += "stands there stays text"
        hint = "write it into `bio` in the person's file, and take it out of the text"
        self.reader.warn("no-biography", message, unread.place, hint)

    def without_portraits(self) -> None:
        """Take portraits out of the text's pictures, and what was said of them."""
        places = {figure.place for figure in self.portraits}
        self.reader.diagnostics[:] = [
            found
            for found in self.reader.diagnostics
            if found.code != "undescribed-picture" or found.span not in places
        ]
        for name in {figure.file for figure in self.portraits}:
            if not any(f"({name})" in text for text in self.made.texts.values()):
                self.made.pictures.pop(name, None)

    def biographies(self, section: BiographySection) -> str:
        """The biographies as a fact, in the order in which the paper has them."""
        people = [author.person for author in self.matter.authors]
        described = [entry.person for entry in section.entries if entry.person.biography]
        ids = ", ".join(f'"{self.made.id_of(person)}"' for person in described)
        if [id(person) for person in described] == [id(person) for person in people]:
            return "biographies"
        selection = "order" if len(described) == len(people) else "only"
        return f"biographies | {selection}({ids})"

    def with_topics(self, blocks: list[Block]) -> list[Block]:
        found, doubtful = find_topics(blocks)
        for place in doubtful:
            self.reader.warn("unclear-topics", UNCLEAR_TOPICS, place, MOVE_TOPICS)
        if found is None:
            return blocks
        if found.loses:
            message = f"topics are plain text; {found.loses} of this list are left out"
            self.reader.warn("plain-topics", message, found.place)
        if any(topic.endswith((";", ",")) for topic in found.topics):
            message = "the topics end with signs that the website will show, too"
            self.reader.warn("punctuated-topics", message, found.place)
        self.made.edition["topics"] = list(found.topics)
        fact = DataBlock("topics", found.place)
        return [*blocks[: found.index], fact, *blocks[found.index + 1 :]]

    def unnumbered(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            if isinstance(block, SectionTitle) and block.level <= 3 and not block.is_numbered:
                message = f"the section “{line(block.spans)}” gets a number"
                self.reader.warn("layout-not-kept", message, block.place)
            elif isinstance(block, Paragraph) and block.goes_on:
                message = "the text behind this list begins a new paragraph"
                self.reader.warn("layout-not-kept", message, block.place)

    # What else there is to tell

    def overlooked(self, conference: AcmConference | None) -> None:
        if not self.is_acmart:
            self.other_class()
        options = self.class_options()
        if options.not_kept and self.is_acmart:
            message = f"the document is set as {options.format}, without "
            message += ", ".join(options.not_kept)
            declared = next(e for e in commands(self.nodes) if e.macroname == "documentclass")
            self.warn("layout-not-kept", message, declared)
        for key in self.reader.citations.cited:
            if not is_citation_key(key):
                self.warn("citation-key", f"`{key}` cannot be a citation key here; rename it", None)
        if conference and conference.booktitle and conference.short not in conference.booktitle:
            message = "the ACM reference also names the conference, its days and its place"
            self.warn("layout-not-kept", message, self.matter.single.get("acmBooktitle"))


def _is_known(said: str, person: DraftPerson) -> bool:
    """Whether all that stands beside a name is said by the person's file as well."""
    known = {str(value) for post in person.affiliations for value in post.values()}
    known |= {person.email} if person.email else set()
    parts = [part.strip(" ()") for part in said.split(",")]
    return all(not part or part in known or _IS_CONTACT.fullmatch(part) for part in parts)


_CLASS = re.compile(r"\\documentclass\s*(?:\[[^\]]*\])?\s*\{\s*([\w-]+)\s*\}")
"""An example: `\\documentclass[runningheads]{llncs}`."""
_TEXTS = {"camera-ready": "summary.md", "proposal": "proposal.md"}
_IS_CONTACT = re.compile(r"\b(?:primary|main)\s+contact\b", re.IGNORECASE)
"""An example: `(primary contact)`."""
_THANKS = re.compile(r"acknowledge?ments?", re.IGNORECASE)
"""An example: `Acknowledgements`."""
