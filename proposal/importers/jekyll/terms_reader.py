"""Reads what a call says of papers of one kind: length, form, review, where they are published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from proposal.importers.draft import Record, Value
from proposal.importers.jekyll.page import PageSection
from proposal.importers.jekyll.prose_writer import statement
from proposal.importers.values import checked
from proposal.model.name_comparison import identifier, same_text
from proposal.model.publication_places import NOWHERE, PUBLICATION_PLACES
from proposal.reading.page_tree import Element, lines_of

_LONGEST_LABEL = 60
_PAGES = re.compile(
    r"\b(?:(?P<min>\d{1,2})\s*(?:[-–—]|to)\s*)?(?P<max>\d{1,2})[\s-]*pages?\b", re.IGNORECASE
)
"""`4–8 pages`, `8-page`"""
_WORDS = re.compile(
    r"\b(?:(?P<min>\d[\d,]{1,6})\s*(?:[-–—]|to)\s*)?(?P<max>\d[\d,]{1,6})\s*words\b", re.IGNORECASE
)
"""Examples: `1,000 to 2,500 words`, `at most 4,000 words`."""
_EXACT = re.compile(r"length:\s+[\d,]+\s+(?:pages?|words?)\b", re.IGNORECASE)
"""`Length: 4 pages`, and neither `Length: at most 4 pages` nor `Length: 2 to 4 pages`"""
_EXCLUDING = re.compile(
    r"\b(?:excluding|not\s+(?:including|counting)|without|plus(?:\s+unlimited)?)\s+([^().;]+)",
    re.IGNORECASE,
)
"""`excluding references`, `plus unlimited references`"""
_REVIEWS = (
    ("double-blind", r"double[\s-]*(?:blind|anonymous)"),
    ("single-blind", r"single[\s-]*blind"),
    ("open", r"\breviews?\s+(?:is|are)\s+open\b|\bopen\s+review(?!\.)\b(?!ing)"),
)
_ARCHIVED = re.compile(r"archiv|proceedings", re.IGNORECASE)
"""An example: `Papers are archived in the proceedings`."""
_NOT_ARCHIVED = re.compile(r"\bnon[\s-]*archival|\b(?:not|n't|never|neither)\b", re.IGNORECASE)
"""An example: `The workshop is non-archival`."""
_FORMAT = re.compile(r"format:\s+(?P<format>.+)", re.IGNORECASE)
"""`Format: two columns`"""
_PUBLISHED = re.compile(
    r"accepted\s+(?:papers|contributions)\s+appear\s+(?P<where>(?:in|on)\s+.+)", re.IGNORECASE
)
"""`Accepted papers appear in the proceedings`"""
_NOT_PUBLISHED = re.compile(
    r"accepted\s+(?:papers|contributions)\s+are\s+presented,?\s+and\s+not\s+published",
    re.IGNORECASE,
)
"""`Accepted papers are presented, and not published`"""
_SPECIAL_ISSUE = re.compile(
    r"authors\s+of\s+selected\s+(?:papers|contributions)\s+are\s+invited\s+to\s+a\s+special\s+issue"
    r"\s+of\s+(?P<name>.+)",
    re.IGNORECASE,
)
"""`Authors of selected papers are invited to a special issue of a journal`"""
_THROUGH = re.compile(r"submission(?:\s+through\s+(?P<system>.+))?", re.IGNORECASE)
"""`Submission through OpenReview`"""

_TRACKS = re.compile(r"Tracks:\s+(?P<names>.+)\.")
"""`Tracks: Theory; Systems.`"""

TERMS = (_FORMAT, _PUBLISHED, _NOT_PUBLISHED, _SPECIAL_ISSUE)
"""Sentences of which all that they say is in the data."""

ORDER = (
    *("url", "system", "pages", "words", "excludes", "review", "archival", "published"),
    *("special_issue", "format", "template", "policy"),
)
"""The keys of what holds for papers, in the order in which data files have them."""


def note_terms(sentence: str, facts: Record) -> bool:
    """Note what a sentence says of papers, of which the first one decides; whether it says any."""
    found = dict(_terms(sentence.strip().rstrip(".")))
    for key, value in found.items():
        facts.setdefault(key, value)
    return bool(found)


def _terms(sentence: str) -> Iterator[tuple[str, Value]]:
    for key, pattern in (("pages", _PAGES), ("words", _WORDS)):
        if match := pattern.search(sentence):
            is_exact = _EXACT.match(sentence) is not None
            limits = {"min": match["max"] if is_exact else match["min"], "max": match["max"]}
            shown: Record = {name: text.replace(",", "") for name, text in limits.items() if text}
            yield key, shown
            if excluding := _EXCLUDING.search(sentence):
                # such as references, appendices and figures
                listed = re.split(r"\s*(?:,|\band\b|\bor\b|&)\s*", excluding[1])
                yield "excludes", [part.strip() for part in listed if part.strip()]
    if match := _FORMAT.fullmatch(sentence):
        yield "format", match["format"]
    for review, words in _REVIEWS:
        if re.search(words, sentence, re.IGNORECASE):
            yield "review", review
            break
    yield from _publication(sentence)


def _publication(sentence: str) -> Iterator[tuple[str, Value]]:
    if match := _SPECIAL_ISSUE.fullmatch(sentence):
        yield "special_issue", {"journal": match["name"]}
        return
    if _NOT_PUBLISHED.fullmatch(sentence):
        yield "published", NOWHERE.name
        return
    published = _PUBLISHED.fullmatch(sentence)
    of_conference = re.search(r"conference['’]s proceedings", sentence, re.IGNORECASE)
    if published and not of_conference:
        where = published["where"]
        known = (place.name for place in PUBLICATION_PLACES if same_text(place.phrase, where))
        yield "published", {"name": next(known, re.sub(r"^(?:in|on)\s+", "", where))}
    elif re.search(r"non[\s-]*archival", sentence, re.IGNORECASE) or (
        _ARCHIVED.search(sentence) and re.search(r"\baccepted|\bpapers\b", sentence, re.IGNORECASE)
    ):
        yield "archival", not _NOT_ARCHIVED.search(sentence)


def note_address(label: str, address: str, facts: Record) -> bool:
    """Note what a link leads to, by its words; whether it is one of papers' terms."""
    url = checked("url", address).value
    plain = " ".join(label.split()).casefold()
    through = _THROUGH.fullmatch(" ".join(label.split()))
    if url is None:
        return False
    if plain == "template for authors":
        facts.setdefault("template", url)
    elif through:
        facts.setdefault("url", url)
        if through["system"]:
            facts.setdefault("system", through["system"])
    elif key := {"proceedings": "published", "special issue": "special_issue"}.get(plain):
        place = facts.get(key)
        if not isinstance(place, dict):
            return False
        place.setdefault("url", url)
    else:
        return False
    return True


class TracksReader(Struct):
    """The tracks of a call: a name in bold, a list of what holds for it, and paragraphs."""

    is_own: bool = False
    """Whether the page is one of ours, on which nothing else looks like this."""
    tracks: dict[str, Record] = field(default_factory=dict)
    """By name, in order."""
    blocks: list[Element] = field(default_factory=list)
    """What was read."""

    def read(self, section: PageSection) -> None:
        """Read the tracks in a section."""
        track: Record | None = None
        for index, block in enumerate(section.blocks):
            following = section.blocks[index + 1 : index + 2]
            is_name = _is_name(block) and (self.is_own or _is_kind_of_papers(block.text))
            if is_name and any(map(_is_of_terms, following)):
                name = block.text.strip().rstrip(":")
                track = self.tracks.setdefault(name, {"name": name})
                is_new = len(track) == 1  # of the whole call, which has them after another page
                self.blocks.append(block)
            elif self.is_own and (match := _TRACKS.fullmatch(block.text.strip())):
                for name in match["names"].split("; "):
                    self.tracks.setdefault(name, {"name": name})
                self.blocks.append(block)
            elif track is not None and block.tag == "ul":
                _read_items(block, track)
                self.blocks.append(block)
            elif track is not None and block.tag == "p" and is_new:
                prose = statement(Element("page", block.span, {}, [block]))
                track["policy"] = "\n\n".join(filter(None, (str(track.get("policy", "")), prose)))
                self.blocks.append(block)
            elif track is not None and block.tag == "p":
                self.blocks.append(block)

    def has_read(self, block: Element) -> bool:
        """Whether a block is of a track."""
        return any(block is read for read in self.blocks)

    def hoist(self, common: Record) -> list[Record]:
        """The tracks, without what holds for all of them, which is put where it is said once."""
        tracks = list(self.tracks.values())
        for key in ORDER:
            values = [track.get(key) for track in tracks]
            is_shared = (
                len(values) > 1 and values[0] and all(value == values[0] for value in values)
            )
            if is_shared and common.get(key, values[0]) == values[0]:
                common[key] = tracks[0][key]
                for track in tracks:
                    del track[key]
        return [
            {key: track[key] for key in ("name", "id", *ORDER) if key in track} for track in tracks
        ]

    def id_of(self, name: str) -> str | None:
        """The id of a track by its name."""
        known = next((own for own in self.tracks if same_text(own, name)), None)
        return identifier(known, "track") if known else None


def _is_kind_of_papers(name: str) -> bool:
    """Whether a name is sure to be one of papers: `Short papers`, and not `Paper submission`."""
    return bool(_KINDS.search(name)) and not _OTHER_WORDS.search(name)


_KINDS = re.compile(
    r"\b(?:papers|tracks?|demos?|demonstrations|posters|abstracts)\b", re.IGNORECASE
)
"""Headings that name a track: `Short papers`, `Demos`."""
_OTHER_WORDS = re.compile(
    r"\b(?:submi\w+|guidelines?|instructions?|format\w*|requirements?|important|information|how"
    r"|accepted|camera|all)\b",
    re.IGNORECASE,
)
"""Headings that name none: `Submission guidelines`, `Important information`."""


def _is_name(block: Element) -> bool:
    lines = lines_of(block)
    is_bold = block.tag == "p" and len(lines) == 1 and lines[0].is_all("bold")
    return is_bold and 0 < len(lines[0].text) < _LONGEST_LABEL


def _is_of_terms(block: Element) -> bool:
    """Whether a list says how papers are sent in."""
    items = block.all("li") if block.tag == "ul" else []
    return bool(items) and all(_read_item(item, {}) for item in items[:1])


def _read_items(block: Element, track: Record) -> None:
    for item in block.all("li"):
        _read_item(item, track)


def _read_item(item: Element, facts: Record) -> bool:
    links = item.all("a")
    if len(links) == 1 and links[0].text.strip() == item.text.strip():
        return note_address(links[0].text, links[0].attributes.get("href", ""), facts)
    return note_terms(item.text, facts)
