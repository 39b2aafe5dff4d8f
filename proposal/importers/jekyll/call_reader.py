"""Reads what authors must know: dates, topics, where and how papers are sent in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from proposal.diagnostics import Span
from proposal.importers.draft import DraftPerson, Record, SourceDiagnostics
from proposal.importers.jekyll.headline_reader import wrong_weekday
from proposal.importers.jekyll.page import PageSection
from proposal.importers.jekyll.people_collection import JekyllPeople
from proposal.importers.jekyll.prose_writer import statement
from proposal.importers.values import checked
from proposal.model.deadline_kinds import DEADLINE_NAMES
from proposal.reading.conferences import is_misspelt
from proposal.reading.date_labels import name_of_date
from proposal.reading.days import FoundDay, find_days
from proposal.reading.page_tree import Element, PageLine, StyledRun, lines_of
from proposal.reading.source_document import SourceDocument

_LONGEST_LABEL = 60
_AOE = re.compile(r"\bAoE\b|anywhere\s+on\s+earth", re.IGNORECASE)
"""An example: `11:59 pm AoE`."""
_SYSTEMS = {
    "openreview.net": "OpenReview",
    "easychair.org": "EasyChair",
    "cmt3.research.microsoft.com": "CMT",
    "softconf.com": "Softconf",
    "hotcrp.com": "HotCRP",
}
_PAGES = re.compile(
    r"\b(?:(?P<min>\d{1,2})\s*(?:[-–—]|to)\s*)?(?P<max>\d{1,2})[\s-]*pages?\b", re.IGNORECASE
)
_EXCLUDING = re.compile(
    r"\b(?:excluding|not\s+(?:including|counting)|without|plus(?:\s+unlimited)?)\s+([^().;]+)",
    re.IGNORECASE,
)
_REVIEWS = (
    ("double-blind", r"double[\s-]*(?:blind|anonymous)"),
    ("single-blind", r"single[\s-]*blind"),
    ("open", r"\breviews?\s+(?:is|are)\s+open\b|\bopen\s+review(?!\.)\b(?!ing)"),
)
_ARCHIVED = re.compile(r"archiv|proceedings", re.IGNORECASE)
"""An example: `Papers are archived in the proceedings`."""
_NOT_ARCHIVED = re.compile(r"\bnon[\s-]*archival|\b(?:not|n't|never|neither)\b", re.IGNORECASE)
"""An example: `The workshop is non-archival`."""
_SAID_ANYWAY = (
    r"papers\s+(?:can|may|should|must)\s+be\s+submitted\s+(?:via|through|at|on|to)\s+.{1,40}",
    r"submissions?\s+(?:may|can|should|must)\s+be\s+[\w\s–—-]+\s*\(excluding[^()]*\)",
    r"submissions?\s+(?:may|can|should|must)\s+be\s+(?:up\s+to\s+)?[\d\s–—-]+pages(?:\s+long)?",
    r"(?:the\s+)?reviews?\s+(?:is|are)\s+(?:open|double[\s-]blind|single[\s-]blind)",
    r"accepted\s+papers\s+are\s+(?:not\s+)?archived\s+in\s+the\s+conference['’]s\s+proceedings",
    r"we\s+(?:will\s+)?(?:welcome|invite)\b.*\btopics\b.*",
    r"we\s+invite\s+submissions\s+to\b.*",
    r"topics\s+(?:of\s+interest\s+)?include\b.*",
    r"questions\s+are\s+answered\s+by\b.*",
    r"AoE\s+means\s+anywhere\b.*",
)
"""Sentences of which all that they say is in the data."""


@dataclass(slots=True)
class CallForPapers:
    """What authors must know."""

    dates: Record = field(default_factory=dict)
    day: FoundDay | None = None
    """The workshop's own day, where the dates give it."""
    submissions: Record = field(default_factory=dict)
    address_span: Span | None = None
    """Where the address stands to which papers are sent."""
    topics: list[str] = field(default_factory=list)
    contact: DraftPerson | str | None = None
    """The organizer who is written to, or an address that nobody is named beside."""


class CallReader:
    """Reads the call for papers in the sections of one or more pages."""

    def __init__(self, people: JekyllPeople, series: str | None) -> None:
        self._people = people
        self._series = series
        self.call = CallForPapers()
        self._policy: list[str] = []
        self._nobodys: list[tuple[str, Element]] = []  # addresses beside which no name stands
        self._lists_of_topics: list[Element] = []

    @property
    def _diagnostics(self) -> SourceDiagnostics:
        return self._people.diagnostics

    def dates(self, page: SourceDocument, section: PageSection) -> None:
        """Read the lines of a section that give dates."""
        for block in section.blocks:
            for line, span in _dated_lines(block):
                self._date(page, line, span)

    def _date(self, page: SourceDocument, line: PageLine, span: Span) -> None:
        label = line.text[: find_days(line.text)[0].start]
        name = name_of_date(label)
        old = find_days(line.with_style("struck"))
        new = find_days(line.without_style("struck"))
        for day in (*old, *new):
            if day.contradicts_weekday and day.weekday:
                self._diagnostics.append(wrong_weekday(day, page.find(day.weekday, span)))
        if name is None or not (new or old):
            message = f"“{line.text}” has no place among the dates, and is left out"
            self._diagnostics.warn("not-understood", message, span)
            return
        if name == "workshop":
            self.call.day = self.call.day or (new or old)[0]
            return
        record: Record = {"date": (new or old)[-1].date.isoformat()}
        earlier = [day.date.isoformat() for day in (*old, *new) if day is not (new or old)[-1]]
        if earlier:
            record["was"] = earlier
        if _AOE.search(line.text):
            record["zone"] = "AoE"
        known = self.call.dates.setdefault(name, record)
        if isinstance(known, dict) and known["date"] != record["date"]:
            message = f"the date of {name.replace('_', ' ')} is {known['date']} in another place"
            self._diagnostics.warn("two-dates", message, span, "that one is taken")

    def topics(self, section: PageSection) -> None:
        """Read the list of topics in a section."""
        for block in section.blocks:
            if block.tag in {"ul", "ol"}:
                self._lists_of_topics.append(block)
                items = [_own_text(item) for item in block.all("li")]
                self.call.topics += [
                    item for item in items if item and item not in self.call.topics
                ]

    def submission(self, page: SourceDocument, section: PageSection, *, has_policy: bool) -> None:
        """Read how papers are sent in.

        Args:
            page: the page that the section stands on.
            section: the section.
            has_policy: whether what is not understood is something that authors must know.
        """
        for block in section.blocks:
            is_read = any(block is topics for topics in self._lists_of_topics)
            if is_read or _is_label(block) or any(True for _ in _dated_lines(block)):
                continue
            self._address(page, block)
            for sentence in _sentences(block.text):
                self._limits(sentence)
            if has_policy and (left := _left_of(block)):
                self._policy.append(left)

    def _address(self, page: SourceDocument, block: Element) -> None:
        for link in block.all("a"):
            address = link.attributes.get("href", "")
            host = urlsplit(address).hostname or ""
            system = next((name for end, name in _SYSTEMS.items() if host.endswith(end)), None)
            is_submitting = re.search(r"submi", block.text, re.IGNORECASE)
            is_web = address.startswith(("http://", "https://"))
            if not is_web or not (system or is_submitting):
                continue
            span = page.find(address, link.span)
            self._spelling(address, page, span)
            known = self.call.submissions.get("url")
            if known is None and (url := checked("url", address).value):
                self.call.submissions["url"] = url
                self.call.address_span = span
                shown = link.text if not link.text.startswith("http") else ""
                self.call.submissions["system"] = system or shown
            elif system and known is not None and known != address:
                message = f"papers are sent to {known} in another place"
                self._diagnostics.warn("two-addresses", message, span, "that one is taken")

    def _spelling(self, address: str, page: SourceDocument, span: Span) -> None:
        """Warn of an address in which the host conference's acronym has its letters mixed up."""
        for word in re.findall(r"[A-Za-z]+", address):
            if self._series and is_misspelt(word, self._series):
                message = f"“{word}” in the address may be a misspelt {self._series}"
                hint = "the address is kept; look whether it is right"
                where = page.find(word, span)
                self._diagnostics.warn("misspelt-acronym", message, where, hint)

    def _limits(self, sentence: str) -> None:
        facts = self.call.submissions
        if (match := _PAGES.search(sentence)) and "pages" not in facts:
            pages: Record = {"max": match["max"]}
            facts["pages"] = {"min": match["min"], **pages} if match["min"] else pages
            if excluding := _EXCLUDING.search(sentence):
                listed = re.split(r"\s*(?:,|\band\b|\bor\b|&)\s*", excluding[1])
                facts["excludes"] = [part.strip() for part in listed if part.strip()]
        for review, words in _REVIEWS:
            if re.search(words, sentence, re.IGNORECASE):
                facts.setdefault("review", review)
        if re.search(r"non[\s-]*archival", sentence, re.IGNORECASE) or (
            _ARCHIVED.search(sentence)
            and re.search(r"\baccepted|\bpapers\b", sentence, re.IGNORECASE)
        ):
            facts.setdefault("archival", not _NOT_ARCHIVED.search(sentence))

    def contact(self, page: SourceDocument) -> None:
        """Find who is written to: the organizer beside an email address."""
        for block in page.tree.all("p", "li", "td"):
            for link in block.all("a"):
                address = link.attributes.get("href", "")
                if not address.startswith("mailto:"):
                    continue
                email = checked("email", address.partition("?")[0]).value
                person = self._people.find_in(block.text)
                if email is None or person is None:
                    self._nobodys.append((email or "", link))
                    continue
                person.email = person.email or email
                self.call.contact = self.call.contact or person

    def shared_address(self) -> None:
        """Take the first address without a name for all organizers', if no other is known."""
        for email, link in self._nobodys:
            if email and self.call.contact in {None, email}:
                self.call.contact = email
                continue
            address = link.attributes.get("href", "").removeprefix("mailto:")
            message = f"whose address {address} is, is not said"
            self._diagnostics.warn("not-understood", message, link.span)

    def finish(self) -> CallForPapers:
        """All that was read."""
        self.shared_address()
        order = ("url", "system", "pages", "excludes", "review", "archival")
        facts = self.call.submissions
        ordered = {key: facts[key] for key in order if facts.get(key, "") != ""}
        if self._policy:
            ordered["policy"] = "\n\n".join(dict.fromkeys(self._policy))
        self.call.submissions = ordered
        found = self.call.dates
        self.call.dates = {name: found[name] for name in DEADLINE_NAMES if name in found}
        return self.call


def _dated_lines(block: Element) -> Iterator[tuple[PageLine, Span]]:
    """The lines of a block that give a date and say of what: items, rows, lines with a colon."""
    for element in block.all("li", "tr") or [block]:
        if element.tag == "tr":
            runs = [run for cell in element.elements for run in (*_runs(cell), StyledRun(" "))]
            lines = [PageLine(tuple(runs))]
        else:
            lines = lines_of(element)
        for line in lines:
            days = find_days(line.text)
            is_short = len(line.text.split()) <= 25
            is_listed = (
                element.tag in {"li", "tr"} or ":" in line.text[: days[0].start + 1 if days else 0]
            )
            if days and is_listed and is_short:
                yield line, element.span


def _is_label(block: Element) -> bool:
    """Whether a paragraph in bold only says what the list below it is."""
    lines = lines_of(block)
    return len(lines) == 1 and lines[0].is_all("bold") and len(lines[0].text) < _LONGEST_LABEL


def _runs(element: Element) -> list[StyledRun]:
    return [run for line in lines_of(element) for run in line.runs]


def _own_text(item: Element) -> str:
    """The text of a list's item, without the items below it."""
    own = [
        child for child in item.children if isinstance(child, str) or child.tag not in {"ul", "ol"}
    ]
    return Element(item.tag, item.span, {}, own).text.strip(" ;.")


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text) if part]


def _left_of(block: Element) -> str:
    """What a block says that is in no other place of the data, in Markdown."""
    sentences = _sentences(block.text)
    left = [sentence for sentence in sentences if not _is_said(sentence)]
    if not left:
        return ""
    whole = statement(Element("page", block.span, {}, [block]))
    if len(left) == len(sentences):
        return whole
    # Sentences are cut out of the Markdown, in which they have their links.
    written = _sentences(" ".join(whole.split()))
    if len(written) != len(sentences):
        return whole
    return " ".join(
        sentence for sentence, plain in zip(written, sentences, strict=True) if not _is_said(plain)
    )


def _is_said(sentence: str) -> bool:
    bare = sentence.strip().rstrip(".:")
    return any(re.fullmatch(pattern, bare, re.IGNORECASE | re.DOTALL) for pattern in _SAID_ANYWAY)
