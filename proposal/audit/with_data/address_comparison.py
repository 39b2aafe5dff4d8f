"""Compares addresses, numbers and limits: where papers go, how long they are, DOI and ISBN."""

from __future__ import annotations

import re
from urllib.parse import unquote

from rapidfuzz import fuzz

from proposal.audit.with_data.expected import (
    DIFFERENT,
    STALE,
    Case,
    Comparison,
    Deviation,
    Statements,
)
from proposal.audit.with_data.search import Search
from proposal.check.facts.stated_fact import StatedFact
from proposal.reading.document_forms import DocumentForm
from proposal.reading.searchable_text import normalize
from proposal.source.web_address import split_address

_DOI = re.compile(r"\b10\.\d{4,9}/[\w.;()/:-]*[\w)]", re.IGNORECASE)
"""`10.1145/3637528.3671486`"""
_ISBN = re.compile(
    r"(?:ACM\s+)?ISBN:?\s*((?:97[89][\s-]?)?\d[\d\s-]{8,16}[\dX](?:/\d\d/\d\d)?)", re.IGNORECASE
)
"""`ISBN: 979-8-4007-0490-1`, `ACM ISBN 979-8-4007-0490-1/24/08`"""
_PAGES = re.compile(
    r"\b(?:(?P<min>\d{1,2})\s*(?:[-–—]|to|and|bis|a)\s*)?(?P<max>\d{1,2})\s*[- ]?"
    r"(?:pages?|seiten|páginas?)\b",
    re.IGNORECASE,
)
"""`4–8 pages`, `up to 8 pages`, `6 bis 10 Seiten`"""
_LIMIT = re.compile(
    r"\b(?:submissions?|papers?|manuscripts?|length|at most|up to|maximum|limit\w*"
    r"|umfang|einreichungen|beiträge|trabalhos|artigos|artículos|höchstens"
    r"|extensão|extensión|no máximo|como máximo)\b",
    re.IGNORECASE,
)
"""`Papers of up to 8 pages`, and not "The book has 300 pages"."""
_ASIDE = r"(?:references|appendi\w+|supplement\w*|extra|additional|poster|abstracts?|proposals?)"
_OF_ASIDE_BEFORE = re.compile(rf"\b{_ASIDE}\W+(?:\w+\W+){{0,3}}$", re.IGNORECASE)
"""What stands before a number that counts other pages: `references of up to `."""
_OF_ASIDE_BEHIND = re.compile(rf"\s*(?:for|of)\s+(?:the\s+)?{_ASIDE}", re.IGNORECASE)
"""What stands behind one: ` for references`, ` of appendices`."""
_AT_MOST = re.compile(
    r"(?:up to|at most|limit\w*|höchstens|bis zu|no máximo|como máximo|\b(?:até|hasta)"
    r"|\b(?:papers|beiträge|artículos|trabalhos|artigos)\s*\()\W*$",
    re.IGNORECASE,
)
"""What stands before a limit: `up to`, `limited: `, `full papers (`."""
_AT_MOST_BEHIND = re.compile(
    r"\s*(?:\(?(?:at most|maximum|max\b|como máximo|no máximo))", re.IGNORECASE
)
"""What stands behind one: ` at most`, ` como máximo`."""
_REFERENCES = r"(?:references|bibliograph\w+|literatur\w*|referências|referencias|bibliograf\w+)"
_ABOUT_REFERENCES = re.compile(
    r"[\s,(;]*(?:(?P<without>excluding|excl\.?|without|not\s+(?:including|counting)|exclusive\s+of"
    r"|plus|\+|ohne|zuzüglich|sem\s+contar|sin\s+contar)"
    r"|including|incl\.?|inclusive\s+of|inklusive|einschließlich|incluindo|incluyendo)"
    rf"\s+(?:(?:any|the|all|unlimited|die|as|las|los)\s+)*{_REFERENCES}",
    re.IGNORECASE,
)
"""What stands behind a limit: ` including references`, ` (ohne Literatur)`."""
_RELATED = 85
"""From this likeness on (RapidFuzz's ratio) an address is the right one with a slip."""


def compare_addresses(case: Case, search: Search) -> Statements:
    """Compare addresses, page limits, DOI and ISBN."""
    comparing = _AddressComparison(case, search)
    if url := case.one("submissions.url"):
        comparing.url(url)
    for contact in case.of("contact.email", "other_contacts."):
        if contact.fact.attribute == "email":
            comparing.contact(contact)
    if template := case.one("submissions.template"):
        comparing.link(template)
    for link in case.of("links."):
        comparing.link(link)
    comparing.pages()
    comparing.street()
    if search.document.form in {DocumentForm.PDF, DocumentForm.TEXT}:
        documents = case.of("documents.")
        for name, pattern in ((".rights.doi", _DOI), (".rights.isbn", _ISBN)):
            if fact := next((fact for fact in documents if fact.id.endswith(name)), None):
                comparing.number(fact, pattern)
    return comparing.found


class _AddressComparison(Comparison):
    def url(self, fact: StatedFact) -> None:
        """Where papers are sent; an address of the same system for another group is a slip."""
        wanted = _plain(fact.value)
        others = {
            _plain(edition.submissions.url): edition.year
            for edition in self.case.others
            if edition.submissions.url
        }
        for link in self.document.words.links:
            said = _plain(link.address)
            if said == wanted:
                self.found.agreed.add(fact)
            elif said in others or self.is_slip(said, wanted):
                code = STALE if said in others else DIFFERENT
                since = f"which it was in {others[said]}" if said in others else ""
                end = link.place + len(link.address)
                location = self.document.source_location(link.place, end)
                self.found.deviations.append(
                    Deviation(fact, link.address, self.document, location, code, since)
                )
        if normalize(fact.value) in self.document.searchable.normalized:
            self.found.agreed.add(fact)

    def link(self, fact: StatedFact) -> None:
        """Where something else is found; the address that it had in another edition is a slip."""
        wanted = _plain(fact.value)
        former = {
            _plain(known.url): edition.year
            for edition in self.case.others
            if (known := edition.links.named.get(fact.id.rpartition(".")[2])) is not None
        }
        for link in self.document.words.links:
            said = _plain(link.address)
            if said == wanted:
                self.found.agreed.add(fact)
            elif said in former:
                since = f"which it was in {former[said]}"
                location = self.document.source_location(link.place, link.place + len(link.address))
                self.found.deviations.append(
                    Deviation(fact, link.address, self.document, location, STALE, since)
                )

    def is_slip(self, said: str, wanted: str) -> bool:
        one, other = split_address(said), split_address(wanted)
        if one is None or other is None:
            return False
        same_page = one.netloc == other.netloc and one.path == other.path
        queried = bool(one.query) and bool(other.query)
        return same_page and queried and fuzz.ratio(one.query, other.query) >= _RELATED

    def contact(self, fact: StatedFact) -> None:
        addresses = [link.address.casefold() for link in self.document.words.links]
        spelt = normalize(fact.value.replace("@", " at ").replace(".", " dot "))
        if (
            self.search.has(fact.value)
            or any(fact.value.casefold() in address for address in addresses)
            or spelt in self.document.searchable.normalized
        ):
            self.found.agreed.add(fact)

    def pages(self) -> None:
        """How long papers may be, where a line speaks of them: all papers, or those of a track."""
        terms = self.case.edition.submissions
        fact = self.case.one("submissions.pages")
        limits = [terms.pages] if terms.pages else [track.pages for track in terms.tracks]
        if fact is None:
            of_tracks = self.case.of("submissions.tracks.")
            fact = next((of for of in of_tracks if of.id.endswith(".pages")), None)
        if fact is None or None in limits or self.document.form is DocumentForm.PDF:
            return
        text = self.document.text
        wrong = []
        for match in _PAGES.finditer(text):
            line = self.document.text_lines[self.document.text_line_at(match.start())]
            before, behind = text[line[0] : match.start()], text[match.end() : match.end() + 25]
            if any(
                limit
                and int(match["max"]) == limit.max
                and (match["min"] is None or int(match["min"]) == limit.min)
                for limit in limits
            ):
                self.found.agreed.add(fact)
                self.references(fact, *match.span())
            elif (
                (match["min"] or _AT_MOST.search(before) or _AT_MOST_BEHIND.match(behind))
                and (
                    _LIMIT.search(before[-120:] + behind)
                    or not re.search(r"\w", before + text[match.end() : line[1]])
                )
                and not _OF_ASIDE_BEFORE.search(before)
                and not _OF_ASIDE_BEHIND.match(behind)
            ):
                wrong.append(match.span())
        if fact not in self.found.agreed or len(limits) > 1:
            for start, end in wrong[:1]:
                self.differs(self.of_track_before(start) or fact, start, end)

    def references(self, fact: StatedFact, start: int, end: int) -> None:
        """Compare whether references are counted, where no track has terms of its own."""
        terms = self.case.edition.submissions
        behind = _ABOUT_REFERENCES.match(self.document.text, end)
        in_policy = re.search(_REFERENCES, terms.policy or "", re.IGNORECASE)
        if behind is None or terms.tracks or in_policy:
            return
        excluded = any(re.match(_REFERENCES, part, re.IGNORECASE) for part in terms.excludes)
        if excluded != bool(behind["without"]):
            since = f"while the data {'do not count' if excluded else 'leave out no'} references"
            self.differs(fact, start, behind.end(), since=since)

    def street(self) -> None:
        """The street with another number, where the right one stands nowhere."""
        fact, address = self.case.known("venue.address"), self.case.edition.venue.address
        if fact is None or address is None or not re.search(r"[^\W\d]{3}", address):
            return
        if self.document.form is DocumentForm.PDF or self.search.has(address):
            return
        words = re.split(r"\d+", address)
        pattern = r"\d+".join(r"\s+".join(map(re.escape, re.split(r"\s+", word))) for word in words)
        if len(words) > 1 and (match := re.search(rf"(?<!\w){pattern}(?!\w)", self.document.text)):
            self.differs(fact, *match.span())

    def of_track_before(self, place: int) -> StatedFact | None:
        """How long papers of the track may be whose name stands last before a place."""
        before = self.document.text[:place]
        tracks = [track for track in self.case.edition.submissions.tracks if track.name in before]
        last = max(tracks, key=lambda track: before.rfind(track.name), default=None)
        return self.case.one(f"submissions.tracks.{last.id}.pages") if last else None

    def number(self, fact: StatedFact, pattern: re.Pattern[str]) -> None:
        """The DOI or the ISBN on the first page; references name those of others."""
        if self.search.has(fact.value):
            self.found.agreed.add(fact)
            return
        pages = self.document.page_starts
        first_page = self.document.text[: pages[1] if len(pages) > 1 else None]
        for match in pattern.finditer(first_page):
            group = 1 if pattern.groups else 0
            self.differs(fact, *match.span(group))
            return


def _plain(url: str) -> str:
    """An address without what makes no difference."""
    address = unquote(url.strip()).replace("&amp;", "&")
    parts = split_address(address)
    if parts is None:
        return address
    host = parts.netloc.casefold().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"https://{host}{parts.path.rstrip('/')}{query}".rstrip("/")
