"""Makes papers of the submissions that a source lists: those that are accepted, in one way for all.

What tells of a submission is its `Entry`, of whatever form; who wrote it is read by a grammar,
which a system has of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.diagnostics import Diagnostic, counted, error, first_few
from proposal.importers.author_cells import plain_names
from proposal.importers.author_faults import fault_of_author, warn_of_nameless
from proposal.importers.draft import (
    GonePaper,
    ImportSourceError,
    Record,
    SourceDiagnostics,
    Value,
    author,
)
from proposal.importers.exports.deciding_columns import DECIDING
from proposal.importers.exports.decision import Decision, beside_decision, form_of
from proposal.importers.exports.entry import (
    AuthorsGrammar,
    Entry,
    RowEntry,
    WrittenAuthor,
    WrittenAuthors,
    is_withheld,
)
from proposal.importers.exports.yes_and_no import answer_of
from proposal.importers.listed_paper import (
    ListedPaper,
    PaperAddress,
    leads_to_page,
    paper_address,
    said_pdf,
)
from proposal.importers.submission_decisions import (
    answer_if_empty,
    deciding,
    decision_on,
    refuse_unknown_decisions,
)
from proposal.importers.values import checked
from proposal.importers.written_markup import (
    MarkedTitle,
    WarnOfText,
    plain_title,
    statement_of_typed,
    tell_open_tags,
    tell_unread,
    text_of_typed,
    title_of,
)
from proposal.model.file_endings import names_file
from proposal.model.material_kinds import MATERIAL_KINDS, kind_of_name
from proposal.model.records.page_span import day_of_number
from proposal.reading.lines import line_of

_FORUM = re.compile(r"(?:https://openreview\.net/forum\?id=)?([\w-]+)")
"""An example: `https://openreview.net/forum?id=AbCdEfGhIj`."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]*)+\s\S|.*\S\s(?:[A-Z]\.?){1,3}$")
"""`A. B. Author`, `Author AB`"""
_LINKED = re.compile(r"^\[(?P<text>[^\[\]]+)\]\((?P<address>https?://[^\s()]+)\)$")
"""A title as a link of Markdown: `[A Title](https://example.org/1.pdf)`."""
_ABSTRACT_LABEL = re.compile(r"^\s*abstract\s*(?:[:\u2013\u2014]|\s-|\.\s|\n)\s*", re.IGNORECASE)
"""What stands before an abstract that was copied from a paper: `Abstract: `, `ABSTRACT—`."""
_KEYWORDS_LABEL = re.compile(
    r"^\s*(?:key\s?words|index terms)\s*(?:[:\u2013\u2014]|\s-)\s*", re.IGNORECASE
)
"""`Keywords: `, `Index Terms—`"""
_SAYING_MORE = ("form", "decision", "status")
"""What is said of a paper in words that may say more than that it is accepted."""
_FEW = 3
"""Examples in a message."""
_ORCID = re.compile(
    r"(?:orcid(?:\s*id)?\s*:?\s*)?(?:https?://orcid\.org/)?(?P<orcid>(?:\d{4}-){3}\d{3}[\dX])/?",
    re.IGNORECASE,
)
"""`0000-0002-1825-0097`, `https://orcid.org/0000-0002-1825-0097`"""


class ListedSubmissions(Struct, frozen=True):
    """What a source lists, and who reads the authors of its entries."""

    entries: tuple[Entry, ...]
    authors: AuthorsGrammar
    name: str
    """The source as messages begin with it."""


def papers_of_submissions(
    submissions: ListedSubmissions, diagnostics: SourceDiagnostics
) -> tuple[list[ListedPaper], list[GonePaper]]:
    """The accepted papers, and those that the source says not to be.

    A paper of which nobody can say who wrote it is left out, which is an error among the
    diagnostics.

    Raises:
        ImportSourceError: nobody can say what a decision means or who wrote any of the papers, or
            none is accepted.
    """
    refuse_unknown_decisions(submissions.entries)
    counts = _counts_among_pages(submissions.entries)
    reader = _SubmissionsReader(submissions, diagnostics, counts=counts)
    papers = [paper for entry in submissions.entries if (paper := reader.paper(entry))]
    if not papers:
        reader.refuse_unread()
    reader.note_omissions()
    if not papers:
        incomplete = f"{reader.incomplete} without a title or authors" if reader.incomplete else ""
        reasons = ", ".join(filter(None, (reader.reasons(), incomplete)))
        raise ImportSourceError(
            f"{submissions.name} lists no accepted paper{f' ({reasons})' if reasons else ''}"
            f"{answer_if_empty(submissions.entries)}"
        )
    return papers, reader.gone


class _SubmissionsReader(Struct):
    submissions: ListedSubmissions
    diagnostics: SourceDiagnostics
    left_out: Counter[Decision] = field(default_factory=Counter)
    """How many submissions became no papers, by their decisions."""
    incomplete: int = 0
    """How many submissions became no papers, since they have no title or no authors."""
    gone: list[GonePaper] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    """Decisions that say how a paper is presented, and how often."""
    beside: Counter[str] = field(default_factory=Counter)
    """What decisions say that is not kept, and how often."""
    addresses: int = 0
    """How many email addresses were taken out of lists of authors."""
    nameless: list[str] = field(default_factory=list)
    """The titles of papers whose authors the source does not name."""
    marks: Counter[str] = field(default_factory=Counter)
    """What stands at names and is left out, and how often."""
    names: list[str] = field(default_factory=list)
    """The names of all authors."""
    counts: tuple[str, ...] = ()
    """What stands in a column of pages and may be how many they are: `12`."""
    unread: dict[str, str] = field(default_factory=dict)
    """What to write for each list of authors that cannot be read, with its place."""

    def paper(self, entry: Entry) -> ListedPaper | None:
        """The paper of an entry; nothing if it is not accepted or not complete."""
        decision = decision_on(entry)
        if not decision.is_accepted:
            self.left_out[decision] += 1
            title, number = line_of(entry.text("title")), entry.text("number")
            self.gone.append(GonePaper(title, number, decision))
            meaning = deciding(entry)
            if decision is Decision.UNDECIDED and entry.text(meaning):
                message = (
                    f"`{line_of(entry.text(meaning))}` is no decision yet; the paper is left out"
                )
                entry.warn("undecided-paper", message, meaning)
            return None
        if decision is Decision.CONDITIONAL:
            meaning = deciding(entry)
            message = f"`{line_of(entry.text(meaning))}` is taken for accepted"
            entry.warn("undecided-paper", message, meaning)
        if pending := line_of(entry.text("pending")):
            message = f"`{pending}` is pending there; the paper is taken as it stands until now"
            entry.warn("undecided-paper", message, "pending")
        return self.accepted(entry)

    def accepted(self, entry: Entry) -> ListedPaper | None:
        """The paper of an accepted entry; nothing if it lacks title or authors, which is told."""
        marked = _title(entry)
        title = marked.text
        written = self.submissions.authors(entry) if entry.has("authors") else WrittenAuthors()
        written = written or WrittenAuthors()
        names_nobody = written.are_withheld or not entry.has("authors")
        authors = [] if names_nobody else self.authors(entry, written)
        if title and names_nobody:
            self.nameless.append(title)
        if written.is_incomplete and authors:
            entry.warn("incomplete-paper", "not all authors are named here", "authors")
        if title and str(entry.where) in self.unread:
            return None
        if not title or not (authors or names_nobody):
            self.incomplete += 1
            message = f"a paper without {'authors' if title else 'a title'} is left out"
            entry.warn("incomplete-paper", message, "title")
            return None
        links, address = _links(entry), _address(entry)
        if address.pdf:
            links.setdefault("pdf", address.pdf)
        return ListedPaper(
            title=title,
            emphasized=marked.emphasized,
            authors=authors,
            span=entry.span("title"),
            is_incomplete=written.is_incomplete,
            abstract=_abstract(entry) or None,
            award=_award(entry) or None,
            links=links,
            page="" if "pdf" in links else address.page,
            number=_number(entry.text("number")),
            details=self.details(entry, address.doi),
        )

    def authors(self, entry: Entry, written: WrittenAuthors) -> list[Value]:
        """The authors as the data hold them; what is not sure about them is told."""
        written = replace(written, people=tuple(map(_without_markup, written.people)))
        self.addresses += written.addresses
        self.marks.update(written.marks)
        for doubt in (*written.doubts, *(one.doubt for one in written.people if one.doubt)):
            hint = "correct it in papers.yaml, or here and import it again"
            entry.warn("doubtful-name", doubt, "authors", hint)
        refusals = list(written.refusals)
        refusals += [
            f"`{one.name}` {fault}"
            for one in written.people
            if not one.is_institution and (fault := fault_of_author(one.name))
        ]
        if refusals:
            self.unread.setdefault(str(entry.where), refusals[0])
            self.diagnostics.append(_unread(entry, refusals[0]))
        self.names += [one.name for one in written.people]
        return [_as_data(entry, one) for one in written.people]

    def refuse_unread(self) -> None:
        """Refuse the source if nobody can say who wrote a paper.

        Raises:
            ImportSourceError: one of its lists of authors cannot be read.
        """
        if self.unread:
            where, refusal = next(iter(self.unread.items()))
            more = len(self.unread) - 1
            others = f" (and {more} more such {'row' if more == 1 else 'rows'})" if more else ""
            raise ImportSourceError(f"{where}: {refusal}{others}")

    def reasons(self) -> str:
        """Why submissions were left out, each with their number."""
        return ", ".join(f"{count} {decision.value}" for decision, count in self.left_out.items())

    def note_omissions(self) -> None:
        """Note what was left out of the source."""
        diagnostics = self.diagnostics
        if self.left_out:
            count, of_all = sum(self.left_out.values()), len(self.submissions.entries)
            verb = "is" if count == 1 else "are"
            message = f"{count} of {of_all} submissions {verb} not accepted and {verb} left out"
            diagnostics.note("not-accepted", f"{message}: {self.reasons()}")
        if self.forms:
            listed = ", ".join(f"{said} ({count})" for said, count in self.forms.items())
            message = f"how papers are presented is not kept: {listed}"
            hint = "list them under `papers` of the schedule's slots"
            diagnostics.note("left-out-form", message, hint)
        if self.beside:
            listed = ", ".join(f"{said}" for said in self.beside)
            message = f"what decisions say beside is not kept: {listed}"
            hint = "write it in papers.yaml, as `award`, `archival: false`, `kind` or `track`"
            diagnostics.note("left-out-form", message, hint)
        if self.addresses:
            message = f"{self.addresses} email addresses in lists of authors are left out"
            diagnostics.note("left-out-address", message)
        if self.counts:
            message = (
                f"{counted(len(self.counts), 'number')} in the place of pages may be how many they "
                f"are, or the first ones, and {'is' if len(self.counts) == 1 else 'are'} left out: "
                f"{first_few(self.counts, _FEW)}"
            )
            hint = "write the first and the last page: 1-12"
            diagnostics.warn("not-pages", message, None, hint)
        if self.marks:
            listed = ", ".join(f"{mark} ({count})" for mark, count in self.marks.items())
            message = f"marks at the names of authors are left out: {listed}"
            hint = (
                "name those who present or are written to in a column Presenter or Corresponding "
                "author, or write `presenter: true` or `corresponding: true` in papers.yaml"
            )
            diagnostics.note("left-out-mark", message, hint)
        if self.names and all(_INITIALS.match(name) for name in self.names):
            message = f"of all authors only initials are given, such as {self.names[0]}"
            hint = "import a list with full names as well (HotCRP: Authors, or JSON)"
            diagnostics.warn("initials-only", message, None, hint)
        warn_of_nameless(self.nameless, diagnostics)

    def details(self, entry: Entry, doi: str) -> Record:
        """Kind, track, keywords, pages, DOI; a wrong value is reported and left out.

        Args:
            entry: the submission.
            doi: the DOI of its address, which counts where the source has no other one.
        """
        kind, track = (line_of(entry.text(meaning)) for meaning in ("kind", "track"))
        said = next((name for name in ("form", *DECIDING) if entry.has(name)), "")
        form = form_of(entry.text(said))
        if kind and form and kind_of_name(kind) != form:
            self.forms[line_of(entry.text(said))] += 1
        elif said in _SAYING_MORE and (more := beside_decision(entry.text(said))):
            self.beside[f"{more} (`{line_of(entry.text(said))}`)"] += 1
        kind = kind_of_name(kind) if kind else form
        found: Record = {key: value for key, value in (("kind", kind), ("track", track)) if value}
        words = _KEYWORDS_LABEL.sub("", entry.text("keywords"))
        words = re.sub(r"(?<=[^\W\d_]{4})\.\s*$", "", words)
        listed = [line_of(word) for word in re.split(r"[,;|\n·•]", words)]
        if keywords := [word for word in listed if word and checked("keyword", word).value]:
            found["keywords"] = list(dict.fromkeys(keywords))
        pages = "" if self.counts else _pages(entry)
        for name, text in (("pages", pages), ("doi", entry.text("doi") or doi)):
            result = checked(name, text) if text else None
            day = day_of_number(text) if name == "pages" and isinstance(entry, RowEntry) else None
            if day is not None:
                message = f"`{text}` may be what a spreadsheet keeps of {day}; it is left out"
                hint = (
                    "write the first and the last page: 1-5; if it is the only page, write "
                    f"`pages: {text}` in papers.yaml"
                )
                entry.warn("not-pages", message, name, hint)
            elif result and result.value:
                found[name] = result.value
            elif result:
                code = "not-a-doi" if name == "doi" else "not-pages"
                entry.warn(code, f"{result.error}; it is left out", name, result.hint)
        return found


def _pages(entry: Entry) -> str:
    """The pages of a submission, as one column or two have them."""
    first, last = entry.text("first_page"), entry.text("last_page")
    return entry.text("pages") or (f"{first}-{last}".rstrip("-") if first else "")


def _counts_among_pages(entries: Sequence[Entry]) -> tuple[str, ...]:
    """What a table has under Pages if all of it are lone numbers, which may be how many they are.

    Pages that follow each other are those of papers that have one page each.
    """
    rows = [entry for entry in entries if isinstance(entry, RowEntry)]
    found = tuple(text for entry in rows if (text := line_of(_pages(entry))))
    if not found or not all(re.fullmatch(r"\d{1,3}", text) for text in found):
        return ()
    numbers = sorted(map(int, found))
    follow = len(numbers) > 1 and all(two - one == 1 for one, two in pairwise(numbers))
    return () if follow else found


def _unread(entry: Entry, refusal: str) -> Diagnostic:
    """What to say of a paper that is left out, since its authors cannot be read."""
    title, span = line_of(entry.text("title")), entry.span("authors")
    where = "" if span else f"{entry.where}: "
    message = f"{where}“{title}” is left out: {refusal}"
    return error("unread-authors", message, span, "mend it there, and import it again")


def _title(entry: Entry) -> MarkedTitle:
    """A title, of which LaTeX, HTML and formulas are read."""
    text = _LINKED.sub(r"\g<text>", line_of(entry.text("title")))
    marked = text_of_typed(text)
    if marked is None:
        title = MarkedTitle(plain_title(text), ())
    else:
        tell_unread(marked, "title", _warner(entry, "title"))
        title = title_of(marked)
    tell_open_tags(title.text, "title", _warner(entry, "title"))
    return title


def _abstract(entry: Entry) -> str:
    """An abstract in Markdown, of which LaTeX, HTML and formulas are read."""
    text = _ABSTRACT_LABEL.sub("", entry.text("abstract"))
    if is_withheld(text):
        return ""
    abstract, marked = statement_of_typed(text)
    tell_unread(marked, "abstract", _warner(entry, "abstract"))
    return abstract


def _warner(entry: Entry, meaning: str) -> WarnOfText:
    """Warns of one of an entry's texts."""

    def warn(code: str, message: str, hint: str | None) -> None:
        entry.warn(code, message, meaning, hint)

    return warn


def _award(entry: Entry) -> str:
    """An award; "no" is none, and "yes" names none, which is reported."""
    text = line_of(entry.text("award"))
    answer = answer_of(text)
    if answer:
        message = f"`{text}` does not say which award a paper has; it is left out"
        entry.warn("unnamed-award", message, "award", "write its name there: Best Paper Award")
    return text if answer is None else ""


def _number(text: str) -> str | int:
    """A submission's number as data files write it: a number, unless zeros stand before it.

    Programs for tables write 7 as `7.0` where other cells of its column are empty.
    """
    line = re.sub(r"^[#']+(?=\w)|(?<=\d)\.0+$", "", line_of(text))
    return int(line) if re.fullmatch(r"[1-9]\d{0,8}", line) else line


def _without_markup(one: WrittenAuthor) -> WrittenAuthor:
    """An author whose name and institutions are read where they hold LaTeX or an ORCID iD."""
    ids = [match["orcid"] for place in one.affiliations if (match := _ORCID.fullmatch(place))]
    places = (place for place in one.affiliations if not _ORCID.fullmatch(place))
    return replace(
        one,
        name=plain_names(one.name),
        family=plain_names(one.family) if one.family else one.family,
        affiliations=tuple(map(plain_names, places)),
        orcid=one.orcid or next(iter(ids), ""),
    )


def _as_data(entry: Entry, one: WrittenAuthor) -> Value:
    """An author as the data hold them; a wrong address or iD is reported and left out."""
    found: Record = {}
    for key, code, text in (
        ("email", "not-an-email", one.email),
        ("orcid", "not-an-orcid", one.orcid),
    ):
        result = checked(key, text) if text else None
        if result and result.value:
            found[key] = result.value
        elif result:
            entry.warn(code, f"{result.error}; it is left out", key, result.hint)
    roles: Record = {"presenter": one.presenter, "corresponding": one.corresponding}
    return author(one.name, one.affiliations, {**found, **roles}, one.family)


def _links(entry: Entry) -> dict[str, str]:
    found = {}
    for name in (kind.name for kind in MATERIAL_KINDS):
        text = entry.text(name)
        is_page = name == "pdf" and leads_to_page(text)
        result = checked("url", text) if text and not is_page else None
        if result and result.value:
            found[name] = said_pdf(result.value) if name == "pdf" else result.value
        elif result and name == "pdf" and names_file(re.split(r"[/\\]", text)[-1]):
            if not text.startswith("/pdf/"):  # OpenReview's own column holds a path of its host
                message = f"`{text}` is a file, and no web address; it is left out"
                hint = "copy the file into `papers/` beside papers.yaml, under its paper's id"
                entry.warn("not-a-url", message, name, hint)
        elif result and name != "pdf":
            entry.warn("not-a-url", f"{result.error}; it is left out", name, result.hint)
    forum = _FORUM.fullmatch(entry.text("forum"))
    if forum and "pdf" not in found:
        found = {"pdf": f"https://openreview.net/pdf?id={forum[1]}", **found}
    return found


def _address(entry: Entry) -> PaperAddress:
    """What is at the address of a submission, whose heading does not say what it leads to."""

    def refuse(error: str, hint: str | None) -> None:
        entry.warn("not-a-url", f"{error}; it is left out", "link", hint)

    said = entry.text("pdf")
    linked = _LINKED.fullmatch(line_of(entry.text("title")))
    texts = [
        *(entry.text("link"), said if leads_to_page(said) else ""),
        linked["address"] if linked else "",
    ]
    text = " ".join(filter(None, texts))
    return paper_address(text, refuse) if text else PaperAddress()
