"""Collects the accepted papers of a site, each one once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from urllib.parse import urljoin

from msgspec import Struct, field

from proposal.diagnostics import Span, counted
from proposal.importers.draft import AUTHORS_UNKNOWN, Record, SourceDiagnostics, Value, author
from proposal.importers.identifiers import paper_id
from proposal.importers.site.material_links import SAID, note_materials
from proposal.importers.site.paper_lines import FoundPaper, read_paper_lines
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.site_lines import Passage, SiteLine
from proposal.importers.site.topic_passages import TopicPassage, passages_about
from proposal.importers.values import checked
from proposal.model.file_endings import names_file
from proposal.model.material_kinds import PAPER_KINDS, kind_of_name
from proposal.model.name_comparison import same_text, words
from proposal.model.paper_addresses import pdf_at
from proposal.reading.days import find_days
from proposal.reading.listed_names import ListedAuthor

_ALIKE = 0.9
"""How alike the words of two titles must be, from 0 to 1, to be those of one paper."""


_VOLUME = re.compile(
    r"(?:(?:the\s+)?proceedings|papers)\s+(?:of|from)\s+the\b|.*\bproceedings\s+of\s+the\b"
    r"|.*\bvol(?:ume|\.)\s*\d",
    re.IGNORECASE,
)
"""`Proceedings of the Third Annual Meeting of Samples`, `Papers from the Panels: Volume 2`"""


_CITED = re.compile(r"\((?P<inner>(?:19|20)\d\d)[a-z]?\)|\b(?P<last>(?:19|20)\d\d)[a-z]?\s*\.?$")
"""Where references have their year: `Author, A. (1992). On Samples.`, `…, pp. 1-10, 2019.`"""


def _is_cited(text: str, year: int) -> bool:
    """Whether a line is a reference whose years all lie before the year before the edition."""
    years = [int(match["inner"] or match["last"]) for match in _CITED.finditer(text.strip())]
    return bool(years) and max(years) < year - 1


class SitePapers(Struct):
    """The accepted papers of an edition."""

    diagnostics: SourceDiagnostics
    records: list[Record] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)
    lists: dict[str, int] = field(default_factory=dict)
    """The list in which each paper stands, by its id: two of one list are never one."""
    count: int = 0
    address: str = ""
    """Where the site stands on the web."""
    year: int = 0
    """The year of the edition."""

    def read(self, listed: TopicPassage) -> None:
        """Read the papers that a passage lists; one below another heading may itself be a paper."""
        passage = listed.passage
        heading = passage.heading if listed.is_inner else None
        lines = [heading, *passage.lines] if heading is not None else passage.lines
        if self.are_of_others(lines):
            return
        found = read_paper_lines(self.without_withdrawn(lines))
        if heading is not None and len(found) > 1 and not found[0].authors:
            found = found[1:]  # the heading of a part of the list
        volumes = [paper for paper in found if _VOLUME.match(paper.title)]
        if len(volumes) * 2 > len(found):
            self.say_volumes(volumes)
            return
        with_authors = [paper for paper in found if paper.authors]
        if with_authors:
            found = [
                paper for paper in found if paper.authors or not _IS_NO_TITLE.match(paper.title)
            ]
        if len(with_authors) * 2 < len(found) and not self._is_list(passage):
            found = with_authors
        if not found:
            self.say_unread(lines)
            return
        self.say_items_unread(lines, found)
        self.count += 1
        for paper in found:
            own = same_text(passage.title, paper.title)  # a heading of one paper is no kind
            self.add(paper, self.count, kind="" if own else _kind_of(passage.title))

    def say_unread(self, lines: list[SiteLine]) -> None:
        """Say that no paper is understood in a list that has lines of some words."""
        read = [line for line in lines if _is_long(line) and not line.is_heading]
        self._say_lost(read if len(read) > 1 and len(read) * 2 > len(lines) else [])

    def say_items_unread(self, lines: list[SiteLine], found: list[FoundPaper]) -> None:
        """Say that no paper is understood in some items of a list in which others are papers."""
        spans = [paper.span for paper in found]
        read = {line.item for line in lines if line.span in spans}
        lost = [line for line in lines if line.item and line.item not in read and _is_long(line)]
        self._say_lost(lost if read - {0} else [])

    def _say_lost(self, read: list[SiteLine]) -> None:
        if read:
            message = f"no paper is understood in {counted(len(read), 'line')}, such as "
            message += f"“{read[0].text[:70]}”"
            hint = "add them to papers.yaml, if they are papers of this edition"
            self.diagnostics.warn("not-understood", message, read[0].span, hint)

    def are_of_others(self, lines: list[SiteLine]) -> bool:
        """Whether most lines are references with years long before the edition; say so."""
        listed = [line for line in lines if not line.is_heading and len(line.text.split()) > 2]
        old = [line for line in listed if _is_cited(line.text, self.year)]
        if not old or len(old) * 2 <= len(listed):
            return False
        message = f"“{old[0].text[:70]}” and others beside it are works of before, and left out"
        hint = "add them to papers.yaml, if they are papers of this edition nevertheless"
        self.diagnostics.warn("not-a-paper", message, old[0].span, hint)
        return True

    def without_withdrawn(self, lines: list[SiteLine]) -> list[SiteLine]:
        """The lines without those of papers that are withdrawn or struck through; say which."""
        gone = [line for line in lines if _WITHDRAWN.search(line.text) or _is_struck(line)]
        items = {line.item for line in gone} - {0}
        for line in gone:
            message = f"“{line.text[:70]}” is withdrawn, and left out"
            hint = "add it to papers.yaml with `status: withdrawn`, if pages are to say so"
            self.diagnostics.warn("not-a-paper", message, line.span, hint)
        return [one for one in lines if one.item not in items and not any(one is g for g in gone)]

    def say_volumes(self, volumes: list[FoundPaper]) -> None:
        """Say that a list is one of volumes of proceedings, of which none is a paper."""
        message = f"“{volumes[0].title[:70]}” and others beside it are volumes, and left out"
        hint = "add them to papers.yaml, if they are papers of this edition nevertheless"
        self.diagnostics.warn("not-a-paper", message, volumes[0].span, hint)

    def read_lists(self, passages: list[TopicPassage]) -> None:
        """Read the papers of all passages that list accepted ones."""
        for found in passages_about(passages, Topic.PAPERS):
            headings = found.headings
            if re.search(r"submission|format|guideline|call|polic", headings, re.IGNORECASE):
                continue
            is_call = found.page.topic in {Topic.CALL, Topic.SUBMISSION}
            if not is_call or re.search(r"accepted", headings, re.IGNORECASE):
                self.read(found)

    def _is_list(self, passage: Passage) -> bool:
        return re.search(
            r"accepted|papers|posters", passage.title, re.IGNORECASE
        ) is not None and any(line.item or line.card for line in passage.lines)

    def add(self, paper: FoundPaper, number: int, kind: str = "") -> str:
        """Add a paper, unless another list has it already; its id."""
        known = self.find(paper.title, but_of=number)
        if known is not None:
            if known["authors"] == [AUTHORS_UNKNOWN] and paper.authors:
                known["authors"] = authors_of(paper.authors)
            self.note_materials(known, paper.materials, paper.span)
            return str(known["id"])
        in_list = (record for record in self.records if self.lists[str(record["id"])] == number)
        if any(same_text(str(record["title"]), paper.title) for record in in_list):
            same = next(
                record for record in self.records if same_text(str(record["title"]), paper.title)
            )
            self.diagnostics.warn(
                "paper-twice", f"a second paper is called {paper.title}; it is left out", paper.span
            )
            return str(same["id"])
        return self._added(paper, number, kind)

    def add_alone(self, paper: FoundPaper) -> str:
        """Add a paper that stands in no list with others; its id."""
        self.count += 1
        return self.add(paper, self.count)

    def _added(self, paper: FoundPaper, number: int, kind: str) -> str:
        name = paper_id(paper.title, self.spans)
        record: Record = {
            "id": name,
            "title": paper.title,
            "authors": authors_of(paper.authors) or [AUTHORS_UNKNOWN],
        }
        if paper.award:
            record["award"] = paper.award
        if pdf := self.pdf_at(paper.address, paper.span):
            record["pdf"] = pdf
        note_doi(record, paper.address)
        if kind:
            record["kind"] = kind
        self.note_materials(record, paper.materials, paper.span)
        self.records.append(record)
        self.spans[name] = paper.span
        self.lists[name] = number
        if not paper.authors:
            self.diagnostics.warn(
                "to-confirm",
                f"nothing says who wrote “{paper.title}”",
                paper.span,
                "write the authors in papers.yaml",
            )
        return name

    def note_materials(self, record: Record, materials: dict[str, str], span: Span) -> None:
        """Keep where the slides of a paper, its poster and so on are."""
        if "pdf" not in record and (pdf := self.pdf_at(materials.get("pdf", ""), span)):
            record["pdf"] = pdf
        note_doi(record, materials.get("pdf", ""))
        note_materials(record, materials, SAID, self.address, self.diagnostics, span)

    def pdf_at(self, address: str, span: Span) -> str | None:
        """The address of a PDF, if a link leads to one; a file without the site's address is left.

        Args:
            address: where the link leads.
            span: where it stands.
        """
        whole = address
        if self.address and address.startswith("/"):
            whole = urljoin(self.address, address.lstrip("/"))
        if re.match(r"https?:", whole) is None and names_file(whole.rsplit("/", 1)[-1]):
            if whole.casefold().endswith(".pdf"):
                message = f"a link to a PDF, {address[:60]}, is left out"
                hint = "copy the file into `papers/` beside papers.yaml, under its paper's id"
                self.diagnostics.warn("not-understood", message, span, hint)
            return None
        url = checked("url", whole).value if whole else None
        return pdf_at(url) if url else None

    def find(self, title: str, but_of: int = 0) -> Record | None:
        """A paper that has a title, in other signs at most; not one of a certain list."""
        others = [
            record
            for record in self.records
            if not but_of or self.lists[str(record["id"])] != but_of
        ]
        for record in others:
            if same_text(str(record["title"]), title):
                return record
        wanted = " ".join(words(title))
        best = max(others, key=lambda record: _likeness(record, wanted), default=None)
        return (
            best
            if best is not None and len(wanted) > 15 and _likeness(best, wanted) >= _ALIKE
            else None
        )


def _likeness(record: Record, wanted: str) -> float:
    known = " ".join(words(str(record["title"])))
    if min(len(known), len(wanted)) > 30 and (known.endswith(wanted) or wanted.endswith(known)):
        return 1.0
    matcher = difflib.SequenceMatcher(None, known, wanted)
    return (
        matcher.ratio()
        if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE
        else 0.0
    )


def authors_of(listed: Iterable[ListedAuthor]) -> list[Value]:
    """Authors as the data name them."""
    return [
        author(one.name, [one.affiliation] if one.affiliation else [], family=one.family)
        for one in listed
    ]


def _is_long(line: SiteLine) -> bool:
    """Whether a line may be a title, or authors: it has words, and is no sentence on the list."""
    count = len(line.text.split())
    return _FEWEST_WORDS <= count <= _MOST_WORDS and _TELLS.search(line.text) is None


_FEWEST_WORDS = 3
_MOST_WORDS = 60
"""Words of a title with many authors; what has more is prose, such as an abstract."""
_TELLS = re.compile(
    r"\b(?:will|are|is|be|please|tba|tbd|announced?|proceedings|submi\w+|accepted)\b", re.IGNORECASE
)
"""A sentence on a list: `The papers will be available here.`"""


_WITHDRAWN = re.compile(r"[(\[]\s*withdrawn\b[^()\[\]]*[)\]]", re.IGNORECASE)
"""`On Samples (withdrawn)`"""


def _is_struck(line: SiteLine) -> bool:
    """Whether all words of a line are struck through."""
    return bool(line.text) and line.line.is_all("struck")


_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/10\.\d")
"""`https://doi.org/10.1145/3637528`"""


def note_doi(record: Record, address: str) -> None:
    """Keep the DOI to which the link of a paper leads."""
    if "doi" not in record and _DOI.match(address) and (doi := checked("doi", address).value):
        record["doi"] = doi


_HOURS = re.compile(r"\s*[(\[][^()\[\]]*\d[:.]\d\d[^()\[\]]*[)\]]")
"""When the papers of a list are shown: `Posters (11:45 - 1:30 and 3:00 - 4:00)`."""


_IS_NO_TITLE = re.compile(
    r"(?:(?:oral|poster|paper|technical)\s+)?(?:session|block|part)\s+(?:\d+|[IVX]+|[A-H])\b"
    r"|.*\w{3}[.!?]\s+[A-Z].*[.!?]$|(?:poster|paper)\s+(?:number|id)\b"
    r"|.*\b(?:(?:is|are)\s+(?:now\s+)?available|(?:may|might|will)\s+be\s+(?:updated|announced))\b"
    r"|\d{1,3}[\s-]*min(?:ute)?s?\b.*\b(?:presentations?|talks?|q\s?&\s?a|questions?)\b",
    re.IGNORECASE,
)
"""What stands among papers without authors and is none.

`Session 1 - Samples`, two sentences, `Poster number: 12`, `5 min presentation + 2 min Q&A`.
"""
_ACCEPTED = re.compile(
    r"papers|contributions|articles"
    r"|(?:[\w.'’-]+\s+(?:20\d\d\s+)?(?:[-–—:|]\s+)?)??(?:(?:list\s+of|all|the|our|final)\s+)*"
    r"(?:accepted\s+(?:(?:workshop|research)\s+)?"
    r"(?:papers?|contributions?|submissions?|articles?|works?)(?:\s+20\d\d)?"
    r"|articles\s+accept[ée]s|art[ií]culos\s+aceptados|trabajos\s+aceptados|artigos\s+aceitos"
    r"|akzeptierte\s+beitr[äa]ge|angenommene\s+beitr[äa]ge|articoli\s+accettati)"
    r"(?:\s*(?:[:–—-]\s*(?P<behind>.+)|\((?P<inner>[^()]+)\)))?",
    re.IGNORECASE,
)
"""Of `Accepted Papers (Oral Presentation)` the list's own name is in brackets or behind a sign."""


def _kind_of(title: str) -> str:
    """What a list of papers is called; nothing where its heading only says when they are shown."""
    title = _HOURS.sub("", title).strip()
    if match := _ACCEPTED.fullmatch(title.strip(" :.")):
        title = match["behind"] or match["inner"] or ""
    if find_days(f"{title}, 2000") or find_days(title):
        return ""
    bare = re.sub(r"^accepted\s+", "", title, flags=re.IGNORECASE)
    usual = kind_of_name(bare.removesuffix("s"))
    return usual if usual in PAPER_KINDS else kind_of_name(title)
