"""Turns a Word document into what the data hold: people, edition and text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace
from num2words import num2words

from proposal.diagnostics import Diagnostic, Span, counted
from proposal.importers.author_block import BlockAuthor
from proposal.importers.draft import (
    Draft,
    ImportSourceError,
    Placeholder,
    Record,
    SourceDiagnostics,
    marked_organizer,
)
from proposal.importers.latex.abstract_section import AbstractReader
from proposal.importers.latex.biographies import find_biographies, unread_biographies
from proposal.importers.latex.dates_section import dates_in
from proposal.importers.latex.fact_sections import fact_sections, tell_unread
from proposal.importers.latex.markdown_writer import document_markdown, statement_markdown
from proposal.importers.latex.organizers_section import organizers_in, plain_of, tell_others
from proposal.importers.latex.paper_tree import (
    Block,
    DataBlock,
    Emphasis,
    Labels,
    PaperFigure,
    Paragraph,
    SectionTitle,
    TypedText,
    line,
    plain,
    trimmed,
)
from proposal.importers.latex.topics import find_topics
from proposal.importers.stand_ins import (
    ADD_PORTRAIT,
    CONFIRM_HOURS,
    MOVE_TOPICS,
    NO_ABSTRACT,
    NO_ACRONYM,
    NO_ORDINAL,
    UNCLEAR_PORTRAIT,
    UNCLEAR_TOPICS,
    UNKNOWN_END,
    UNKNOWN_START,
)
from proposal.importers.tentative_venue import tentative_venue
from proposal.importers.word.package import open_package
from proposal.importers.word.preparation import (
    FORMULA_END,
    FORMULA_START,
    PreparedDocument,
    prepare,
)
from proposal.importers.word.word_biographies import take_portraits
from proposal.importers.word.word_blocks import WordBlock, WordBlocks
from proposal.importers.word.word_forms import label_of
from proposal.importers.word.word_formulas import formula_source
from proposal.importers.word.word_html import html_of
from proposal.importers.word.word_people import IS_OPEN, read_front_matter
from proposal.importers.word.word_pictures import WordPictures
from proposal.importers.written_names import is_name
from proposal.model.edition_id import year_of_id
from proposal.model.records.edition_record import EditionRecord
from proposal.reading.page_tree import read_html
from proposal.reading.workshop_titles import read_title, without_proposal

_TYPED_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[IVX]+\.|[A-H]\.)\s+(?=\S)")
"""The number that somebody typed before a heading: `1.2 Aims`, `IV. Aims`."""
_NO_TITLE = re.compile(
    r"(?:(?:a\s+)?(?:workshop\s+)?proposal(?:\s+(?:form|template|document))?|(?:first|second|third|final)?"
    r"\s*call\s+for\s+(?:papers?|participation|contributions)(?:\s*\(cfp\))?)\W*(?:\S+\s+20\d\d)?",
    re.IGNORECASE,
)
"""What stands above a title: `Workshop Proposal`, `Call for Papers`."""
_THANKS = re.compile(r"acknowledge?ments?\W*", re.IGNORECASE)
"""`Acknowledgments`"""
_LONGEST_TITLE = 30
_FRONT = 12
"""Lines at the beginning that may give title and acronym behind labels."""
_LONGEST_EXCERPT = 8
"""Words of a paragraph that a message shows."""
_TEXT = "proposal.md"


def read_word(source: Path, edition_id: str) -> Draft:
    """Read a proposal in Word's format.

    Args:
        source: the document.
        edition_id: the edition that it is about.

    Raises:
        ImportSourceError: it is no .docx, is damaged, or has no title.
    """
    prepared = prepare(open_package(source))
    diagnostics = SourceDiagnostics()
    pictures = WordPictures()
    formulas: dict[str, str] = {}

    def formula(number: int, place: Span) -> str:
        written, is_formula = formula_source(prepared.formulas[number], place, diagnostics.warn)
        if not is_formula:
            return written
        formulas[f"{FORMULA_START}{number}{FORMULA_END}"] = written
        return f"{FORMULA_START}{number}{FORMULA_END}"

    reader = WordBlocks(source, diagnostics.warn, pictures, formula)
    blocks = reader.read(read_html(html_of(prepared, pictures.add), [Span.of_file(source)]))
    year = year_of_id(edition_id)
    builder = _WordDraft(source, year, prepared, blocks, diagnostics, pictures.files)
    draft = builder.draft()
    _write_formulas(draft, formulas)
    draft.pictures = {
        name: content
        for name, content in pictures.files.items()
        if any(f"]({name}" in text for text in draft.texts.values())
    }
    found = [_with_words(diagnostic, reader) for diagnostic in draft.diagnostics]
    draft.diagnostics = SourceDiagnostics(dict.fromkeys(found))
    return draft


def _write_formulas(draft: Draft, formulas: Mapping[str, str]) -> None:
    """Put formulas where their numbers stand."""
    if not formulas:
        return

    def written(value: Any) -> Any:
        if isinstance(value, str):
            for number, formula in formulas.items():
                value = type(value)(value.replace(number, formula)) if number in value else value
            return value
        if isinstance(value, dict):
            return {key: written(part) for key, part in value.items()}
        return [written(part) for part in value] if isinstance(value, list) else value

    for number, formula in formulas.items():
        displayed = formula if formula.startswith("$$") else f"${formula}$"
        displayed = displayed.replace("\\", "\\\\")
        alone = re.compile(rf"(?:(?<=\n\n)|^){number}(?=\n\n|$)")
        for name, text in draft.texts.items():
            draft.texts[name] = alone.sub(displayed, text)
    draft.texts = written(draft.texts)
    draft.edition = written(draft.edition)
    for person in draft.people:
        person.biography = written(person.biography)


def _with_words(diagnostic: Diagnostic, reader: WordBlocks) -> Diagnostic:
    """A diagnostic whose place is told in words, since a document has no lines."""
    span = diagnostic.span
    if span is None or span.file != reader.file:
        return diagnostic
    heading, words = reader.excerpts.get(span.line, ("", ""))
    first = words.split()
    excerpt = " ".join(first[:_LONGEST_EXCERPT]) + (" …" if len(first) > _LONGEST_EXCERPT else "")
    where = [f"under “{heading}”"] if heading and heading != words else []
    where += [f"at “{excerpt}”"] if excerpt else []
    place = ", ".join([reader.file.name, *where])
    return replace(diagnostic, span=None, message=f"{place}: {diagnostic.message}")


class _WordDraft(Struct):
    """The making of one draft."""

    file: Path
    year: int
    prepared: PreparedDocument
    blocks: list[WordBlock]
    diagnostics: SourceDiagnostics
    pictures: Mapping[str, bytes]
    made: Draft = field(default_factory=Draft)
    authors: list[BlockAuthor] = field(default_factory=list)
    thanks: list[Block] = field(default_factory=list)
    day: str | None = None
    """The day of the workshop, if the document gives it among its dates."""

    def draft(self) -> Draft:
        """All that was understood."""
        title, start = self.title()
        front = read_front_matter(self.blocks, start, self.report)
        rest = [block for block in self.blocks[front.end :] if block.kind != "empty"]
        self.authors = front.authors
        text = self.with_headings([*front.rest, *rest])
        text = self.abstract_and_keywords(text)
        blocks = [block.block for block in text]
        if not self.authors:
            self.authors = organizers_in(blocks, self.report)
        self.made.people = [author.person for author in self.authors]
        self.names(title)
        self.organizers()
        blocks = self.with_biographies(self.without_acknowledgments(blocks))
        blocks = self.with_topics(blocks)
        self.dates(blocks)
        self.abstract(blocks)
        self.made.venue = tentative_venue(
            self.year, self.file.name, self.diagnostics, read_title(without_proposal(title)).host
        )
        self.made.texts[_TEXT] = document_markdown(self.described(blocks), Labels(), self.warn)
        record = self.document(title)
        if self.thanks:
            record["acknowledgments"] = document_markdown(self.thanks, Labels(), self.warn)
        self.made.edition["documents"] = {"proposal": record}
        self.summary()
        facts = self.made.edition
        self.made.edition = {key: facts[key] for key in EditionRecord.model_fields if key in facts}
        self.made.diagnostics = self.diagnostics
        return self.made

    def warn(self, code_: str, message: str, place: Span, hint: str | None = None) -> None:
        """Add a warning about a block."""
        self.diagnostics.warn(code_, message, place, hint)

    def report(self, code_: str, message: str, hint: str | None) -> None:
        """Add a warning about the authors."""
        self.diagnostics.warn(code_, f"{self.file.name}, authors: {message}", None, hint)

    # Title and people

    def title(self) -> tuple[str, int]:
        """The title, and the index of the block behind it."""
        self.take_labelled()
        acronym = self.acronym()
        styled = [index for index, block in enumerate(self.blocks) if block.kind == "form-title"]
        styled = styled or [at for at, block in enumerate(self.blocks) if block.kind == "title"]
        named = [one for one in styled if not _NO_TITLE.fullmatch(plain_of(self.blocks[one].block))]
        if styled := named or styled:
            words = " ".join(plain_of(self.blocks[index].block) for index in styled)
            words = words if acronym.strip() in words else f"{words}{acronym}"
            return " ".join(words.split()), styled[-1] + 1
        for index, block in enumerate(self.blocks):
            words = plain_of(block.block)
            if not words or _NO_TITLE.fullmatch(words):
                continue
            if len(words.split()) > _LONGEST_TITLE or block.kind == "abstract":
                break
            words, end = self.whole_title(words, index + 1)
            message = f"no paragraph has the style Title; the first line is taken: {words}"
            self.warn(
                "guessed-title", message, block.block.place, "correct `name` in workshop.yaml"
            )
            return words, end
        message = "has no title: no paragraph has the style Title, and it begins with no short line"
        raise ImportSourceError(f"{self.file} {message}; give the title that style, and save it")

    def whole_title(self, words: str, end: int) -> tuple[str, int]:
        """A title with the lines that end it: `Fifth Workshop on` goes on in the next one."""
        while end < len(self.blocks) and IS_OPEN.search(words):
            said = plain_of(self.blocks[end].block)
            if len(words.split()) + len(said.split()) > _LONGEST_TITLE:
                break
            words, end = f"{words} {said}".strip(), end + 1
        return words, end

    def take_labelled(self) -> None:
        """Read a title and an acronym that stand behind labels, where nothing else is a title."""
        titles = [plain_of(block.block) for block in self.blocks if block.kind == "title"]
        if not all(map(_NO_TITLE.fullmatch, titles)):
            return
        found = [(at, _labelled(block)) for at, block in enumerate(self.blocks[:_FRONT])]
        kinds = {labelled.kind for _, labelled in found if labelled}
        if "form-title" in kinds and not any(block.kind == "form-title" for block in self.blocks):
            for at, labelled in found:
                self.blocks[at] = labelled or self.blocks[at]

    def acronym(self) -> str:
        """The acronym of a form, in brackets behind the title; it is taken out of the blocks."""
        found = [block for block in self.blocks if block.kind == "acronym"]
        self.blocks = [block for block in self.blocks if block.kind != "acronym"]
        return f" ({plain_of(found[0].block)})" if found else ""

    def names(self, title: str) -> None:
        """Name, acronym and ordinal of the series."""
        read = read_title(without_proposal(title))
        place = self.blocks[0].block.place
        self.made.workshop["name"] = line((TypedText(read.name),))
        if read.acronym:
            self.made.workshop["acronym"] = read.acronym
        else:
            self.warn("guessed-acronym", NO_ACRONYM, place, "correct `acronym` in workshop.yaml")
        if read.ordinal is None:
            self.warn("guessed-ordinal", NO_ORDINAL, place, "correct `ordinal` in edition.yaml")
        self.made.edition["ordinal"] = (
            Placeholder("1") if read.ordinal is None else str(read.ordinal)
        )

    def organizers(self) -> None:
        """The organizers in the order of the document."""
        organizers = [marked_organizer(author) for author in self.authors]
        if organizers:
            self.made.edition["organizers"] = organizers
        else:
            message = (
                f"{self.file.name}: no authors are found below the title, nor in a section on "
            )
            message += "organizers"
            hint = "write each name on a line of its own below the title, and import again"
            self.diagnostics.warn("no-author", message, None, hint)

    # The text

    def with_headings(self, blocks: Sequence[WordBlock]) -> list[WordBlock]:
        """The text with headings from level 1 on, and without numbers that were typed."""
        made = [self.heading_by_look(block) for block in blocks]
        titles = [block.block for block in made if isinstance(block.block, SectionTitle)]
        if not titles:
            return made
        highest = min(title.level for title in titles)
        numbered = [title for title in titles if _TYPED_NUMBER.match(plain(title.spans))]
        has_numbers = len(numbered) > 1 and 2 * len(numbered) > len(titles)
        return [
            replace(block, block=_heading(block.block, highest, has_numbers=has_numbers))
            if isinstance(block.block, SectionTitle)
            else block
            for block in made
        ]

    def heading_by_look(self, block: WordBlock) -> WordBlock:
        """A line in bold as a heading, unless it is a person's name."""
        paragraph = block.block
        if not block.kind.startswith("look") or not isinstance(paragraph, Paragraph):
            return block
        if is_name(plain(paragraph.spans)):
            return block
        spans = tuple(
            inner
            for span in paragraph.spans
            for inner in (span.spans if isinstance(span, Emphasis) and span.is_bold else (span,))
        )
        number = _TYPED_NUMBER.match(plain(spans))
        depth = number[0].strip(" .").count(".") if number and number[0][0].isdigit() else 0
        level = max(int(block.kind.removeprefix("look")), depth + 1)
        return WordBlock(SectionTitle(level, trimmed(spans), paragraph.place), block.kind)

    def abstract_and_keywords(self, blocks: list[WordBlock]) -> list[WordBlock]:
        """Take abstract and keywords out of the text."""
        found = AbstractReader()
        rest = [block for block in blocks if not found.take(block.block, block.kind)]
        if found.abstract:
            self.made.edition["abstract"] = statement_markdown(found.abstract, Labels(), self.warn)
        if found.keywords:
            self.made.edition["keywords"] = list(dict.fromkeys(found.keywords))
        return rest

    def abstract(self, blocks: Sequence[Block]) -> None:
        """A paragraph that stands in for an abstract, where the document has none."""
        if "abstract" in self.made.edition:
            return
        for block in blocks:
            words = plain_of(block)
            if len(words.split()) > 15 and words.endswith((".", "!", "?", "”")):
                message = "the document has no abstract; its first paragraph stands in for it"
                hint = "write an abstract into edition.yaml"
                self.warn("to-confirm", message, block.place, hint)
                text = statement_markdown([block], Labels(), lambda *_: None)
                self.made.edition["abstract"] = Placeholder(text)
                return
        self.made.edition["abstract"] = NO_ABSTRACT
        message = f"{self.file.name}: the document has no abstract; a sentence stands in"
        self.diagnostics.warn("no-abstract", message, None, "write `abstract` into edition.yaml")

    def with_biographies(self, blocks: list[Block]) -> list[Block]:
        """Give people their biographies, and set the list of them in their place."""
        people = self.made.people
        section = find_biographies(blocks, people) if people else None
        if people and (unread := unread_biographies(blocks, people, section)):
            names = ", ".join(person.name for person in unread.people)
            message = f"no biography of {names} was found; what stands there stays text"
            hint = "write it into `bio` in the person's file, and take it out of the text"
            self.warn("no-biography", message, unread.place, hint)
        strangers = section.strangers if section else ()
        tell_others(blocks, people, [name for name, _ in strangers], self.warn)
        if section is None:
            return blocks
        before = blocks[section.start - 1] if section.start else None
        unclear = take_portraits(section, before, self.pictures)
        start = section.start
        if isinstance(before, PaperFigure) and not before.caption:
            unclear, start = [before, *unclear], start - 1
        for figure in unclear:
            self.warn("unclear-portrait", UNCLEAR_PORTRAIT, figure.place, ADD_PORTRAIT)
        for entry in section.entries:
            entry.person.biography = (
                statement_markdown(entry.blocks, Labels(), self.warn).strip() or None
            )
        for name, place in section.strangers:
            message = f"nobody among the authors is called {name}, so this stays text"
            self.warn("unknown-person", message, place)
        described = [entry.person for entry in section.entries if entry.person.biography]
        if not described:
            return blocks
        ids = ", ".join(f'"{self.made.id_of(person)}"' for person in described)
        expression = "biographies"
        if [id(person) for person in described] != [id(person) for person in people]:
            selection = "order" if len(described) == len(people) else "only"
            expression = f"biographies | {selection}({ids})"
        fact = DataBlock(expression, section.entries[0].place)
        return [*blocks[:start], fact, *section.kept, *blocks[section.end :]]

    def with_topics(self, blocks: list[Block]) -> list[Block]:
        """Take the list of topics out of the text."""
        found, doubtful = find_topics(blocks)
        for place in doubtful:
            self.warn("unclear-topics", UNCLEAR_TOPICS, place, MOVE_TOPICS)
        if found is None:
            return blocks
        if found.loses:
            message = f"topics are plain text; {found.loses} of this list are left out"
            self.warn("plain-topics", message, found.place)
        self.made.edition["topics"] = [topic.rstrip(" ;,.") for topic in found.topics]
        fact = DataBlock("topics", found.place)
        return [*blocks[: found.index], fact, *blocks[found.index + 1 :]]

    def dates(self, blocks: Sequence[Block]) -> None:
        """The deadlines that are sure; the text keeps its list."""
        dates, self.day = dates_in(blocks, self.warn)
        if dates:
            self.made.edition["dates"] = dates
        self.other_facts(blocks)
        if self.day and int(self.day[:4]) != self.year:
            message = f"{self.file.name}: the workshop is on {self.day}, but the edition is "
            message += f"{self.year}"
            hint = f"import with --edition {self.day[:4]}?"
            self.diagnostics.warn("other-year", message, None, hint)

    def other_facts(self, blocks: Sequence[Block]) -> None:
        """The committee, if its list leaves no doubt; of other facts, that they stay text."""
        sections = fact_sections(blocks)
        members = next((one.members for one in sections if one.kind == "committee"), [])
        if members:
            self.made.edition["committee"] = members
        read = {"committee": bool(members), "dates": "dates" in self.made.edition}
        tell_unread([one for one in sections if not read.get(one.kind)], self.warn)

    def document(self, title: str) -> Record:
        """The record of the proposal."""
        record: Record = {"text": _TEXT}
        number, name = int(str(self.made.edition["ordinal"])), self.made.workshop["name"]
        words = line((TypedText(title),))
        if words != f"{str(num2words(number, to='ordinal')).capitalize()} {name}":
            record["title"] = words
        return record

    def without_acknowledgments(self, blocks: list[Block]) -> list[Block]:
        """Take thanks out of the text; documents set them before the references."""
        for index, block in enumerate(blocks):
            is_title = isinstance(block, SectionTitle) and _THANKS.fullmatch(plain(block.spans))
            if not is_title:
                continue
            behind = range(index + 1, len(blocks))
            titles = (at for at in behind if isinstance(blocks[at], SectionTitle))
            end = next(titles, len(blocks))
            self.thanks = blocks[index + 1 : end]
            return [*blocks[:index], *blocks[end:]]
        return blocks

    def described(self, blocks: Sequence[Block]) -> list[Block]:
        """Blocks of which each picture has a description."""
        found: list[Block] = []
        for block in blocks:
            if isinstance(block, PaperFigure) and not block.description:
                message = "what a picture shows is not said; its caption or name is taken instead"
                hint = "right-click the picture in Word, choose Alt Text, and describe it"
                self.warn("undescribed-picture", message, block.place, hint)
                found.append(replace(block, description=plain(block.caption) or block.file))
            else:
                found.append(block)
        return found

    def when(self) -> None:
        """Day and hours, of which documents say at most the day."""
        day = self.day or Placeholder(f"{self.year}-01-01")
        self.made.edition["when"] = {
            "date": day,
            "start": UNKNOWN_START,
            "end": UNKNOWN_END,
            "tentative": True,
        }
        message = f"{self.file.name}: the document does not say when the workshop is; where data/ "
        message += f"does not either, {day}, {UNKNOWN_START}–{UNKNOWN_END} stands for it"
        self.diagnostics.warn("guessed-hours", message, None, CONFIRM_HOURS)

    def summary(self) -> None:
        """What of the document is not in the data, each kind once."""
        prepared, name = self.prepared, self.file.name
        left_out = prepared.left_out
        self.when()
        kinds = (
            (prepared.comments, "comment is", "comments are", "left out"),
            (prepared.changes, "tracked change is", "tracked changes are", "read as accepted"),
            (prepared.text_boxes, "text box stands", "text boxes stand", "behind its paragraph"),
            (prepared.hidden, "piece of hidden text is", "pieces of hidden text are", "left out"),
            (
                left_out.struck,
                "piece of struck out text is",
                "pieces of struck out text are",
                "left out",
            ),
            (
                left_out.placeholders,
                "empty field of a form is",
                "empty fields of a form are",
                "left out",
            ),
            (
                left_out.drawings,
                "chart or drawing is",
                "charts and drawings are",
                "left out; save each as a picture, and insert that",
            ),
            (
                left_out.parts,
                "document within the document is",
                "documents within the document are",
                "left out; open it in Word, and save it again",
            ),
            (prepared.looks_only, "line is", "lines are", "taken for a heading"),
        )
        for count, one, several, what in kinds:
            if count:
                message = f"{name}: {counted(count, one, several)} {what}"
                self.diagnostics.warn("word-not-kept", message)
        if prepared.has_contents:
            self.diagnostics.warn("word-not-kept", f"{name}: the table of contents is left out")


def _labelled(block: WordBlock) -> WordBlock | None:
    """A line such as `Title: Workshop on X` or `Acronym: WX`, as the answer of a form."""
    if not isinstance(block.block, Paragraph) or block.kind not in {"", "text"}:
        return None
    label, sign, said = plain_of(block.block).partition(":")
    kind = label_of(label) if sign and said.strip() else ""
    if kind not in {"title", "acronym"}:
        return None
    answer = replace(block.block, spans=(TypedText(said.strip()),))
    return WordBlock(answer, "form-title" if kind == "title" else kind)


def _heading(title: SectionTitle, highest: int, *, has_numbers: bool) -> SectionTitle:
    spans = title.spans
    if has_numbers and spans and isinstance(spans[0], TypedText):
        spans = (TypedText(_TYPED_NUMBER.sub("", spans[0].text)), *spans[1:])
    spans = tuple(
        inner
        for span in spans
        for inner in (span.spans if isinstance(span, Emphasis) and span.is_bold else (span,))
    )
    return SectionTitle(min(title.level - highest + 1, 4), trimmed(spans), title.place)
