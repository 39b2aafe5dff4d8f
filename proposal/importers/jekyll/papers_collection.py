"""Collects the accepted papers: from the site's data file, and from the schedule."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.draft import (
    AUTHORS_UNKNOWN,
    Record,
    SourceDiagnostics,
    Value,
    author,
    participant,
)
from proposal.importers.identifiers import paper_id
from proposal.importers.jekyll.page import line_at
from proposal.importers.jekyll.people_collection import placeholder
from proposal.importers.jekyll.prose_writer import statement
from proposal.importers.values import checked
from proposal.model.material_kinds import MATERIAL_KINDS, kind_of_name
from proposal.model.name_comparison import identifier, same_name, same_text, words
from proposal.model.paper_addresses import pdf_at
from proposal.reading.listed_names import split_authors
from proposal.reading.names import read_name
from proposal.reading.page_tree import Element, lines_of
from proposal.reading.placeholders import is_placeholder
from proposal.reading.source_document import tree_of
from proposal.source.persistent_identifiers import BEFORE_DOI
from proposal.source.yaml import Node

_LINKS = {word: kind.name for kind in MATERIAL_KINDS for word in (kind.name, *kind.words)}
_DETAILS = {"kind", "track", "keywords", "pages", "doi"}
_OF_PAGES = {"part", "presented", "corresponding"}
"""What our own pages say of a paper in words: its part of the list, and what authors do."""
_KNOWN_KEYS = {"id", "title", "authors", "author", "abstract", "award", "new_dataset"}
_KNOWN_KEYS |= {*_LINKS, *_DETAILS, *_OF_PAGES}
_ALIKE = 0.6
"""How alike two titles must be, from 0 to 1, to be those of one paper."""


class JekyllPapers(Struct):
    """The accepted papers of an edition."""

    diagnostics: SourceDiagnostics
    records: list[Record] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)
    """Where each paper's title stands, by its id."""
    listed: set[str] = field(default_factory=set)
    """The ids of those that a data file lists."""
    without_authors: list[tuple[str, Span]] = field(default_factory=list)
    """The titles of those whose authors nothing says, and where they stand."""

    def read(self, entries: Node) -> None:
        """Read a data file's list of papers."""
        for entry in entries.value if isinstance(entries.value, list) else []:
            if isinstance(entry.value, dict):
                self._entry(entry)
            else:
                message = "a paper is expected here, with `title` and `authors`"
                self.diagnostics.warn("not-understood", message, entry.span)

    def warn_without_authors(self) -> None:
        """Warn of the papers of which nothing says who wrote them."""
        if not self.without_authors:
            return
        title, span = self.without_authors[0]
        others = len(self.without_authors) - 1
        more = f" and {others} more" if others else ""
        message = f"nothing says who wrote “{title}”{more}"
        hint = f"write the authors in papers.yaml, where “{AUTHORS_UNKNOWN}” stands in for them"
        self.diagnostics.warn("to-confirm", message, span, hint)

    def _entry(self, entry: Node) -> None:
        title = line_at(entry, "title")
        if not title or is_placeholder(title):
            self.diagnostics.append(placeholder(title or "a paper without a title", entry.span))
            return
        if any(same_text(str(record["title"]), title) for record in self.records):
            message = f"a second paper is called {title}; it is left out"
            self.diagnostics.warn("paper-twice", message, entry.span)
            return
        record: Record = {"id": self._id(line_at(entry, "id"), title), "title": title}
        authors = list(_authors(entry))
        if not authors:
            self.without_authors.append((title, entry.span))
        record["authors"] = authors or [AUTHORS_UNKNOWN]
        if (abstract := entry.child("abstract")) is not None:
            record["abstract"] = statement(tree_of(abstract))
        record["award"] = line_at(entry, "award")
        self._links(entry, record)
        record |= _details(entry)
        self._add({key: value for key, value in record.items() if value}, entry.span)
        self.listed.add(str(record["id"]))

    def _links(self, entry: Node, record: Record) -> None:
        for key, node in (entry.value if isinstance(entry.value, dict) else {}).items():
            name = _LINKS.get(key.casefold())
            if key.casefold() not in _KNOWN_KEYS:
                message = f"`{key}` of a paper is not understood"
                self.diagnostics.warn("not-understood", message, entry.keys[key])
            if name is None or node.value is None:
                continue
            link = checked("url", str(node.value).strip())
            if link.value is not None:
                record.setdefault(name, link.value)
                continue
            message = f"the link `{key}` is left out: {link.error}"
            self.diagnostics.warn("not-understood", message, node.span, link.hint)
        title = entry.child("title")
        for link_of_title in tree_of(title).all("a") if title is not None else ():
            address = checked("url", link_of_title.attributes.get("href", "")).value
            if address and (pdf := pdf_at(address)):
                record.setdefault("pdf", pdf)
            elif address and "pdf" not in record:
                message = f"`{address}` leads to a page and to no PDF as it seems, and is left out"
                self.diagnostics.warn("left-out-page", message, entry.span)

    def presented(self, title: str, span: Span) -> str:
        """The id of the paper that the schedule names; it is added, if it is not known."""
        for record in self.records:
            if same_text(str(record["title"]), title):
                return str(record["id"])
        alike = max(self.records, key=lambda record: _likeness(record, title), default=None)
        if alike is not None and _likeness(alike, title) >= _ALIKE:
            where = self.spans[str(alike["id"])]
            message = f"the schedule's title “{title}” is “{alike['title']}”"
            message += f" in {where.file.name}:{where.line}"
            self.diagnostics.warn("two-titles", message, span, "the listed one is taken")
            return str(alike["id"])
        if self.listed:
            message = f"the paper “{title}” is not in the list of accepted papers"
            self.diagnostics.warn("unlisted-paper", message, span)
        self.without_authors.append((title, span))
        name = self._id("", title)
        self._add({"id": name, "title": title, "authors": [AUTHORS_UNKNOWN]}, span)
        return name

    def _add(self, record: Record, span: Span) -> None:
        self.records.append(record)
        self.spans[str(record["id"])] = span

    def _id(self, wanted: str, title: str) -> str:
        """The id that the site uses for a paper, or a new one made of its title."""
        own = identifier(wanted.removeprefix("paper-"), "")
        return own if own and own not in self.spans else paper_id(title, self.spans)


def _details(entry: Node) -> Record:
    """Kind, track, keywords, pages and DOI of a paper, as far as they are right."""
    kind = line_at(entry, "kind")
    pages = line_at(entry, "pages").removeprefix("Pages ")
    doi = BEFORE_DOI.sub("", line_at(entry, "doi"))
    keywords = [word.strip() for word in re.split("[,;]", line_at(entry, "keywords"))]
    found: Record = {
        "kind": kind_of_name(kind),
        "track": line_at(entry, "track"),
        "keywords": [word for word in keywords if word],
        "pages": (checked("pages", pages).value or "") if pages else "",
        "doi": (checked("doi", doi).value or "") if doi else "",
    }
    return {key: value for key, value in found.items() if value}


def _likeness(record: Record, title: str) -> float:
    known, other = " ".join(words(str(record["title"]))), " ".join(words(title))
    begins = known.split(" ")[:1] == other.split(" ")[:1] and known.split(" ")[0] != ""
    return difflib.SequenceMatcher(None, known, other).ratio() + (0.1 if begins else 0)


def _authors(entry: Node) -> Iterator[Value]:
    """The authors of a paper, who stand in a list or in one line."""
    node = entry.child("authors") or entry.child("author")
    if node is None:
        return
    if isinstance(node.value, list):
        for member in node.value:
            name = (
                line_at(member, "name") if isinstance(member.value, dict) else tree_of(member).text
            )
            affiliation = line_at(member, "affiliation") if isinstance(member.value, dict) else ""
            if words(name):
                yield participant(name, affiliation)
        return
    text, iris = _without_iris(tree_of(node))
    presenters = re.sub(r"^presented by\s+", "", line_at(entry, "presented"), flags=re.IGNORECASE)
    presenting = [presenter.name for presenter in split_authors(presenters)] if presenters else []
    emails = _corresponding(entry)
    for listed in split_authors(text):
        if words(listed.name):
            written = next((name for name in emails if same_name(name, listed.name)), None)
            details: Record = {
                "orcid": _iri_behind(listed.name, text, iris),
                "email": emails[written] if written else "",
                "presenter": any(same_name(name, listed.name) for name in presenting),
                "corresponding": written is not None,
            }
            yield author(listed.name, [listed.affiliation] if listed.affiliation else [], details)


def _without_iris(tree: Element) -> tuple[str, list[tuple[int, str]]]:
    """A line of authors without links to ORCID, and where in it each of them stood."""
    text, found = "", []
    for run in (run for line in lines_of(tree) for run in line.runs):
        iri = _ORCID.search(run.address or "")
        if iri is not None:
            text = text.rstrip()
            found.append((len(text), iri[0]))
        else:
            text += run.text
    return text, found


def _iri_behind(name: str, text: str, iris: list[tuple[int, str]]) -> str:
    """The ORCID iD that stands behind an author and before the next comma outside of brackets."""
    begin = text.find(name)
    behind = [(place, iri) for place, iri in iris if begin != -1 and place >= begin + len(name)]
    if not behind:
        return ""
    place, iri = behind[0]
    between = re.sub(r"\([^()]*\)", "", text[begin + len(name) : place])
    return iri if "," not in between else ""


def _corresponding(entry: Node) -> dict[str, str]:
    """The corresponding authors with their addresses, as our own pages name them."""
    node = entry.child("corresponding")
    text = line_at(entry, "corresponding").partition(":")[2]
    if node is None or not text:
        return {}
    return {
        read_name(_EMAIL.sub("", part)).text: (found[0] if (found := _EMAIL.search(part)) else "")
        for part in text.split(",")
        if part.strip()
    }


_ORCID = re.compile(r"(?<=orcid\.org/)\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
"""`orcid.org/0000-0000-0000-0000`"""
_EMAIL = re.compile(r"[^\s<>(),]+@[^\s<>(),]+")
"""`ada@example.org`"""
