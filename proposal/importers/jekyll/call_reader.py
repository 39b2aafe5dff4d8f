"""Reads what authors must know: dates, topics, where and how papers are sent in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.draft import DraftPerson, Record, SourceDiagnostics
from proposal.importers.jekyll.headline_reader import wrong_weekday
from proposal.importers.jekyll.page import PageSection
from proposal.importers.jekyll.people_collection import JekyllPeople
from proposal.importers.jekyll.prose_writer import statement
from proposal.importers.jekyll.terms_reader import (
    ORDER,
    TERMS,
    TracksReader,
    note_address,
    note_terms,
)
from proposal.importers.review_systems import review_system_of
from proposal.importers.values import checked
from proposal.model.deadline_kinds import DEADLINE_NAMES, LABELS, LABELS_OF_OTHER_CALLS
from proposal.model.name_comparison import identifier, same_text
from proposal.model.zone_hints import NAMES_ANYWHERE
from proposal.reading.conferences import BESIDE, is_misspelt
from proposal.reading.date_labels import name_of_date
from proposal.reading.days import FoundDay, find_days
from proposal.reading.hours import CLOCK_BEHIND, typed_clock
from proposal.reading.page_tree import Element, PageLine, StyledRun, lines_of
from proposal.reading.source_document import SourceDocument

_LONGEST_LABEL = 60
"""An example: `11:59 pm AoE`."""
_SAID_ANYWAY = (
    r"papers\s+(?:can|may|should|must)\s+be\s+submitted\s+(?:via|through|at|on|to)\s+.{1,40}",
    r"submissions?\s+(?:may|can|should|must)\s+be\s+[\w\s–—-]+\s*\(excluding[^()]*\)",
    r"submissions?\s+(?:may|can|should|must)\s+be\s+(?:up\s+to\s+)?(?:[\d\s–—-]|to)+pages(?:\s+long)?",
    r"(?:the\s+)?reviews?\s+(?:is|are)\s+(?:open|double[\s-]blind|single[\s-]blind)",
    r"accepted\s+\w+\s+are\s+(?:not\s+)?archived\s+in\s+(?:the\s+conference['’]s\s+)?proceedings",
    r"how\s+(?:papers\s+are\s+submitted|to\s+submit)\s+is\s+to\s+be\s+announced",
    r"participation\s+is\s+by\s+invitation\s+only",
    r"we\s+(?:will\s+)?(?:welcome|invite)\b.*\btopics\b.*",
    r"we\s+invite\s+submissions\s+to\b.*",
    r"topics\s+(?:of\s+interest\s+)?include\b.*",
    r"questions\s+are\s+answered\s+by\b.*",
    r"AoE\s+(?:means|is)\s+\W?anywhere\b.*",
    r"(?:other\s+)?days\s+(?:are\s+those\s+(?:of|at)|end\s+at\s+midnight\s+(?:in|at))\b.*",
    r"the\s+template\s+for\s+authors\s+is\s+here",
    r"length:\s+.*",
    r"submission\s+through\s+.{1,60}",
    r"review\s+is\s+(?:double|single)-blind",
    *(pattern.pattern for pattern in TERMS),
)
"""Sentences of which all that they say is in the data."""


class CallForPapers(Struct):
    """What authors must know."""

    dates: Record = field(default_factory=dict)
    day: FoundDay | None = None
    """The workshop's own day, where the dates give it."""
    submissions: Record = field(default_factory=dict)
    topics: list[str] = field(default_factory=list)
    contact: DraftPerson | str | None = None
    """The organizer who is written to, or an address that nobody is named beside."""
    further_contacts: list[str] = field(default_factory=list)
    """Other addresses that stand beside this organizer's."""


class _DatedLine(Struct, frozen=True):
    """A line that gives a date, and the days that it strikes out."""

    label: str
    behind: str
    text: str
    old: tuple[FoundDay, ...]
    new: tuple[FoundDay, ...]
    span: Span
    names_edition: bool = False
    """Whether its label is the edition's short name, as that of what is no workshop."""

    @property
    def is_range(self) -> bool:
        """Whether it gives several days, which nothing is due on."""
        return any(day.is_range for day in self.new)


_UNNAMED_SYSTEM = "the submission page"
"""What our own pages call the place where papers are sent in, if it has no name."""
_AROUND_LABELS = " :–—-*|"
_OPENS = re.compile(r"\b(?:opens?|opening|begins?|starts?)\b", re.IGNORECASE)
"""An example: `Submission opens`."""
_NO_LABEL = re.compile(r"\b(?:where|when|location|venue|place|date|time|day)\b", re.IGNORECASE)
"""What stands before a day that is no date for authors: `When`, `Date and place`."""
_MOST_BEHIND = 4
"""Words that may stand behind a date: a time, a zone."""
_TIME = re.compile(
    r"[\s,(]*(?P<time>(?:[01]\d|2[0-3]):[0-5]\d)(?!\s*[ap]\.?m)"
    rf"(?:\s+(?-i:(?P<letters>{CLOCK_BEHIND}))\s+\(UTC"
    rf"|\s+(?:(?-i:(?P<clock>{CLOCK_BEHIND})),\s+)?(?P<zone>[A-Z][a-z]+/[A-Z]\w+))?",
    re.IGNORECASE,
)
"""Examples: `, 23:59 AoE`, ` 18:00 Europe/Lisbon`, ` 01:30 MST, America/Boise`,
` 01:30 MST (UTC−7)`."""
_WITH_LINK = re.compile(r"\s*\((?:Proceedings|Special issue)\)")
"""What stands behind a sentence on where papers are published, as a link. Example:
` (Proceedings)`."""
_LINK_LABELS = {"here": "Template for authors"}
"""What a link leads to in a sentence on the template."""


class CallReader:
    """Reads the call for papers in the sections of one or more pages."""

    def __init__(self, people: JekyllPeople, series: str | None, *, is_own: bool) -> None:
        self._people = people
        self._series = series
        self._is_own = is_own  # then labels are those of the data
        self.call = CallForPapers()
        self._policy: list[str] = []
        self._nobodys: list[tuple[str, Element]] = []  # addresses beside which no name stands
        self._lists_of_topics: list[Element] = []
        self._dated: list[_DatedLine] = []
        self._tracks = TracksReader(is_own)

    @property
    def _diagnostics(self) -> SourceDiagnostics:
        return self._people.diagnostics

    def dates(self, page: SourceDocument, section: PageSection) -> None:
        """Read the lines of a section that give dates."""
        for block in section.blocks:
            for line, span in _dated_lines(block):
                self._date(page, line, span)

    def _date(self, page: SourceDocument, line: PageLine, span: Span) -> None:
        first = find_days(line.text)[0]
        label = line.text[: first.start]
        old = find_days(line.with_style("struck"))
        new = find_days(line.without_style("struck"))
        for day in (*old, *new):
            if day.contradicts_weekday and day.weekday:
                self._diagnostics.append(wrong_weekday(day, page.find(day.weekday, span)))
        said = line.without_style("struck")
        behind = said[new[-1].end :] if new else ""
        names = [page.front_text(key) for key in ("browser-title", "masthead-title")]
        own_name = label.strip(_AROUND_LABELS).rpartition(": ")[2]
        days = tuple(old), tuple(new)
        self._dated.append(
            _DatedLine(label, behind, line.text, *days, span, names_edition=own_name in names)
        )

    def _read_dates(self) -> None:
        """Find out of which kind each date is, now that the tracks are known."""
        for dated in self._dated:
            label, track = self._label_and_track(dated.label)
            name = name_of_date(label)
            days = dated.new or dated.old
            if (name == "workshop" or dated.names_edition) and days:
                self.call.day = self.call.day or days[0]
            elif days and (key := self._key_of(name, label, track, dated)):
                self._add_date(key, dated, self._named(name, label, track, key))
            else:
                message = f"“{dated.text}” has no place among the dates, and is left out"
                self._diagnostics.warn("not-understood", message, dated.span)

        self._use_usual_keys()

    def _use_usual_keys(self) -> None:
        """Let the only date of a usual kind have the key of that kind, though it is of a track."""
        for key, date in list(self.call.dates.items()):
            kind = str(date.get("kind", "")) if isinstance(date, dict) else ""
            if isinstance(date, dict) and kind and kind not in self.call.dates:
                self.call.dates[kind] = {name: date[name] for name in date if name != "kind"}
                del self.call.dates[key]

    def _label_and_track(self, label: str) -> tuple[str, str | None]:
        """A label without the track that stands in brackets behind it, and the track's id."""
        label = label.strip(_AROUND_LABELS)
        match = re.search(r"\s*\(([^()]+)\)$", label)
        track = self._tracks.id_of(match[1]) if match else None
        return (label[: match.start()], track) if match and track else (label, None)

    def _key_of(
        self, name: str | None, label: str, track: str | None, dated: _DatedLine
    ) -> str | None:
        """The key of a date; nothing for a line that is not sure to give one."""
        own = identifier(label, "").replace("-", "_")
        if name and not _OPENS.search(label):
            return f"{name}_{track.replace('-', '_')}" if track else name
        is_label = own and len(label) < _LONGEST_LABEL and not _NO_LABEL.search(label)
        rest = re.sub(r"\([^()]*\)", "", dated.behind).split()
        return own if is_label and len(rest) <= _MOST_BEHIND and not dated.is_range else None

    def _named(self, name: str | None, label: str, track: str | None, key: str) -> Record:
        """What a date says beside its day that its key does not."""
        record: Record = {}
        usual = {labels.get(name or "", "") for labels in (LABELS, LABELS_OF_OTHER_CALLS)}
        is_opening = bool(_OPENS.search(label))
        if key != name and track and name and not is_opening:
            record["kind"] = name
        elif key != name or (self._is_own and not any(same_text(label, own) for own in usual)):
            record["label"] = label
        if is_opening:
            record["opens"] = True
        return record | ({"track": track} if track else {})

    def _add_date(self, key: str, dated: _DatedLine, named: Record) -> None:
        days = dated.new or dated.old
        record: Record = {"date": days[-1].date.isoformat()}
        if time := _TIME.match(dated.behind):
            record["time"] = (
                f"{time['time']} {typed_clock(time['letters'] or time['clock'])}".strip()
            )
        earlier = [day.date.isoformat() for day in (*dated.old, *dated.new) if day is not days[-1]]
        if earlier:
            record["was"] = earlier
        if NAMES_ANYWHERE.search(dated.text):
            record["zone"] = "AoE"
        elif time and time["zone"]:
            record["zone"] = time["zone"]
        known = self.call.dates.setdefault(key, record | named)
        if isinstance(known, dict) and known["date"] != record["date"]:
            message = f"the date of {key.replace('_', ' ')} is {known['date']} in another place"
            self._diagnostics.warn("two-dates", message, dated.span, "that one is taken")

    def tracks(self, section: PageSection) -> None:
        """Read the tracks of a section, before anything else of it."""
        self._tracks.read(section)

    def topics(self, section: PageSection) -> None:
        """Read the list of topics in a section."""
        for block in section.blocks:
            if block.tag in {"ul", "ol"} and not self._tracks.has_read(block):
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
            is_read = is_read or self._tracks.has_read(block)
            if is_read or _is_label(block) or any(True for _ in _dated_lines(block)):
                continue
            self._address(page, block)
            for sentence in _sentences(block.text):
                note_terms(_WITH_LINK.sub("", sentence), self.call.submissions)
            if has_policy and (left := _left_of(block)):
                self._policy.append(left)

    def _address(self, page: SourceDocument, block: Element) -> None:
        for link in block.all("a"):
            address = link.attributes.get("href", "")
            system = review_system_of(address)
            is_submitting = re.search(r"submi", block.text, re.IGNORECASE)
            is_web = address.startswith(("http://", "https://"))
            if note_address(_LINK_LABELS.get(link.text, link.text), address, self.call.submissions):
                continue
            is_host = not system and BESIDE.search(block.text)
            if not is_web or is_host or not (system or is_submitting):
                continue
            span = page.find(address, link.span)
            self._spelling(address, page, span)
            known = self.call.submissions.get("url")
            if known is None and (url := checked("url", address).value):
                self.call.submissions["url"] = url
                is_name = not (link.text.startswith("http") or link.text == _UNNAMED_SYSTEM)
                shown = link.text if is_name else ""
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

    def contact(self, page: SourceDocument) -> None:
        """Find who is written to: the organizer beside an email address."""
        for block in page.tree.all("p", "li", "td"):
            for link in block.all("a"):
                address = link.attributes.get("href", "")
                if not address.startswith("mailto:"):
                    continue
                email = checked("email", address.partition("?")[0]).value
                person = self._people.find_in(block.text)
                is_theirs = person is not None and person.email in {None, email}
                if email and person is not None and not is_theirs and self.call.contact is person:
                    self.call.further_contacts.append(email)
                    continue
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
        facts = self.call.submissions
        tracks = self._tracks.hoist(facts)
        ordered = {key: facts[key] for key in ORDER if facts.get(key, "") != ""}
        if self._policy:
            ordered["policy"] = "\n\n".join(dict.fromkeys(self._policy))
        self.call.submissions = ordered | ({"tracks": tracks} if tracks else {})
        self._read_dates()
        found = self.call.dates
        names = (*DEADLINE_NAMES, *(name for name in found if name not in DEADLINE_NAMES))
        self.call.dates = {name: found[name] for name in names if name in found}
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
    # such as Papers are due. They
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
