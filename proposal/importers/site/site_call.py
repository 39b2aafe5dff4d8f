"""Reads what authors must know of a call beside its dates: topics, where papers go, whom to ask."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.importers.draft import DraftPerson, Record, Value
from proposal.importers.review_systems import review_system_of
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.site_dates import is_other_track
from proposal.importers.site.site_lines import LABEL_LEVEL, Passage, SiteLine
from proposal.importers.site.topic_passages import TopicPassage, passages_about
from proposal.importers.values import checked
from proposal.model.affiliated import EMAIL

_NO_CONTACT = re.compile(r"conference@|info@(?:acm|ieee)", re.IGNORECASE)
"""`conference@example.org`, `info@acm.org`"""
_ASKS = re.compile(
    r"question|contact|inquir|enquir|reach|information|comments|e-?mail", re.IGNORECASE
)
"""`For questions, write to`"""
_ASKS_ABOVE = re.compile(r"\b(?:questions?|inquir\w+|enquir\w+|contact|reach)\b", re.IGNORECASE)
"""What a line says above the address: `Should you have any questions, write to us:`"""
_LONGEST_TOPIC = 300
_OF_GUIDELINES = re.compile(
    r"polic(?:y|ies)|template|style-?_?(?:files?|sheets?|guides?)|guideline|instruction|\.pdf|overleaf|format|authors?-|license",
    re.IGNORECASE,
)
"""Addresses of what authors read, to which no paper is sent: `/authors-kit.pdf`."""


class SiteCall(Struct):
    """What the pages of an edition ask of authors."""

    passages: list[TopicPassage]
    config: dict[str, Any]
    organizers: list[DraftPerson]

    def topics(self) -> list[str]:
        """The topics of the call, in the order of the pages."""
        found: list[str] = []
        passages = passages_about(self.passages, Topic.TOPICS)
        lists = [self.listed(one.passage, _of_label(one.passage)) for one in passages]
        if not any(lists):
            for one in passages_about(self.passages, Topic.CALL, Topic.OVERVIEW, Topic.SUBMISSION):
                lists.append(self.listed(one.passage, _below_topics(_in_scope(one.passage))))
                if lists[-1]:
                    break
        for items in lists:
            for text in items:
                if text not in found:
                    found.append(text)
        return found

    def listed(self, passage: Passage, among: list[SiteLine] | None = None) -> list[str]:
        """The items of the lists of a passage, or of some of its lines."""
        items: dict[int, list[SiteLine]] = {}
        for line in _in_scope(passage) if among is None else among:
            if line.item and not line.table:
                items.setdefault(line.item, []).append(line)
            elif _BULLET.match(line.text):
                items.setdefault(-line.block * 1000 - line.position, []).append(line)
        topics = []
        for lines in items.values():
            text = re.sub(r"^[•‣▪✓✔✅●○◦-]\s*", "", lines[0].line.typed)
            text = text.strip().rstrip(";.,").strip()
            if 2 <= len(text) <= _LONGEST_TOPIC and _LETTERS.search(text):
                topics.append(text)
        return topics

    def submissions(self) -> Record:
        """Where papers are sent."""
        best: tuple[int, str, str, Span] | None = None
        for found in self.passages:
            if found.topic in {Topic.NEWS, Topic.EARLIER, Topic.SPONSORS, Topic.PAPERS}:
                continue
            for line in _with_heading(found.passage):
                for address in line.addresses:
                    system = review_system_of(address)
                    is_submitting = re.search(r"submi", line.text, re.IGNORECASE)
                    if not re.match(r"https?://", address) or not (system or is_submitting):
                        continue
                    weight = (
                        (4 if system else 0)
                        + (2 if is_submitting else 0)
                        + (1 if found.topic in {Topic.SUBMISSION, Topic.CALL} else 0)
                    )
                    if not system and (
                        _OF_GUIDELINES.search(address)
                        or weight < 3
                        or not _leads_to_submission(line, address)
                    ):
                        continue
                    if re.search(r"accepted\s+papers", line.text, re.IGNORECASE):
                        weight -= 3
                    if any(map(is_other_track, found.passage.path)):
                        weight -= 3
                    if weight > 0 and (best is None or weight > best[0]):
                        best = (weight, address, system, line.span)
        if best is None or not (url := checked("url", best[1]).value):
            return {}
        return {"url": url, "system": best[2]} if best[2] else {"url": url}

    def contact(self) -> Value:
        """Who is written to: an organizer, or an address that the pages give for questions."""
        found = [
            (self._weight(passage, line, above), address)
            for passage in self.passages
            for above, line in pairwise([None, *_with_heading(passage.passage)])
            if line is not None
            for address in _addresses_in(line)
        ]
        best = max((weight for weight, _ in found), default=0)
        if best <= 0:
            values = (self.config.get(key) for key in ("email", "contact", "contact_email"))
            given = (
                value
                for value in values
                if isinstance(value, str)
                and not (_OF_TEMPLATE.search(value) or _OF_EXAMPLES.search(value))
            )
            return next((value for value in given if checked("email", value).value), "")
        address = next(address for weight, address in found if weight == best)
        for person in self.organizers:
            if person.email and person.email.casefold() == address.casefold():
                return person
        return address

    @staticmethod
    def _weight(found: TopicPassage, line: SiteLine, above: SiteLine | None) -> int:
        """How surely a line gives the address of the workshop, and not that of a person."""
        weight = 4 if found.topic is Topic.CONTACT else 0
        is_alone = EMAIL.fullmatch(line.text.strip(" .:")) is not None
        asks = _ASKS_ABOVE.search(above.text) if is_alone and above is not None else None
        if found.topic in {Topic.SPEAKERS, Topic.PANELISTS}:
            weight -= 3  # biographies say how to reach their people, too
        elif _ASKS.search(line.text) or asks:
            weight += 3
        elif found.topic in {Topic.ORGANIZERS, Topic.COMMITTEE}:
            weight -= 3
        return weight


_LETTERS = re.compile(r"[^\W\d_]")
_NAMES_TOPICS = re.compile(
    r"\btopics\b|areas\s+of\s+interest|includ(?:es?|ing),?\s*\(?\s*but\b",
    re.IGNORECASE,
)
"""`Topics include, but are not limited to`"""
_BULLET = re.compile(r"^[•‣▪✓✔✅●○◦-]\s*\S")
"""`• Engines`, `✓ Engines`"""


_OF_PAPERS = re.compile(r"\b(?:we|submissions?|submit|papers?|formats?)\b", re.IGNORECASE)
"""A label of a list of other things than topics: `We welcome:`, `Formats of submissions`."""
_FEWEST_OF_SENTENCE = 5
"""Words."""


def _is_sentence(text: str) -> bool:
    """Whether a line is no label of a group of topics, as `All papers have at most 8 pages.` is."""
    words = text.split()
    return len(words) >= _FEWEST_OF_SENTENCE and words[-1].endswith((".", "!"))


_OUT_OF_SCOPE = re.compile(
    r"\b(?:out(?:side)?\s+(?:of\s+)?(?:the\s+|our\s+)?scope|not\s+(?:in\s+scope|of\s+interest|accept\w*"
    r"|consider\w*|welcome)|excluded|beyond\s+the\s+scope)\b",
    re.IGNORECASE,
)
"""What stands above topics that are none: `The following topics are excluded:`"""


_AIMS = re.compile(
    r"^(?!.*\btopics?\b).*\b(?:objectives|goals|aims)\b(?:\s+[\w-]+){0,7}\s*:$", re.IGNORECASE
)
"""What stands above aims, which are no topics: `The objectives of this workshop are:`."""


def _in_scope(passage: Passage) -> list[SiteLine]:
    """The lines of a passage that are not of a list of what is out of the scope."""
    is_out = _OUT_OF_SCOPE.search(passage.title) is not None
    lines: list[SiteLine] = []
    for line in passage.lines:
        if not line.item:
            is_out = bool(_OUT_OF_SCOPE.search(line.text) or _AIMS.match(line.text))
        lines += [] if is_out else [line]
    return lines


def _of_label(passage: Passage) -> list[SiteLine] | None:
    """The lines below a sentence that serves as a heading, up to the next sentence after a list.

    Below other headings all lines count.
    """
    if passage.level != LABEL_LEVEL:
        return None
    lines: list[SiteLine] = []
    for line in _in_scope(passage):
        if lines and lines[-1].item and not line.item and _is_sentence(line.text):
            break
        lines.append(line)
    return lines


def _below_topics(lines: list[SiteLine]) -> list[SiteLine]:
    """The items of the lists that stand right below a sentence on topics, in groups or not.

    `Announcements` below a paragraph that names its topics itself has no list of these.
    """
    for number, line in enumerate(lines):
        if line.item or not _NAMES_TOPICS.search(line.text):
            continue
        is_whole = line.text.rstrip().endswith(".")
        items: list[SiteLine] = []
        for below in lines[number + 1 :]:
            if (below.item and not below.table) or _BULLET.match(below.text):
                items.append(below)
            elif is_whole or _is_sentence(below.text) or (items and _OF_PAPERS.search(below.text)):
                break
        if items:
            return items
    return []


def _with_heading(passage: Passage) -> list[SiteLine]:
    """The lines of a passage below its heading, which may be a sentence in large type."""
    return [*([passage.heading] if passage.heading is not None else []), *passage.lines]


_SUBMITS = re.compile(
    r"submi|portal|upload|\bform\b|\bhere\b|\bsystem\b|\bsite\b|\bplatform\b|\blink\b",
    re.IGNORECASE,
)
"""`Submit here`, `Submission portal`"""


def _leads_to_submission(line: SiteLine, address: str) -> bool:
    """Whether a link in a sentence on submissions leads to where they go, by its own words.

    Of `For submissions, see the [reproducibility appendices](https://example.org/badges)` it does
    not.
    """
    said = "".join(run.text for run in line.line.runs if run.address == address)
    return _SUBMITS.search(f"{said} {address}") is not None or not said


_OF_EXAMPLES = re.compile(r"@(?:\w+\.)*example\.(?:com|org|net|edu)$", re.IGNORECASE)
"""An address in a configuration that is nobody's: `you@example.com`."""
_OF_TEMPLATE = re.compile(r"^(?:your|my)[-_.]?\w*@|@(?:your|domain\.|email\.com)", re.IGNORECASE)
"""An address that a template of sites was left with: `your-email@domain.com`."""


def _addresses_in(line: SiteLine) -> list[str]:
    """The email addresses of a line that may be somebody's."""
    links = (one.removeprefix("mailto:") for one in line.addresses if one.startswith("mailto:"))
    found = [*(link.partition("?")[0] for link in links), *EMAIL.findall(line.text)]
    return [
        address
        for address in dict.fromkeys(found)
        if not (_NO_CONTACT.search(address) or _OF_TEMPLATE.search(address))
        and checked("email", address).value
    ]
