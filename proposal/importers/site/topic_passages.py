"""Sorts the passages of an edition's pages by what they are about."""

from __future__ import annotations

import re

from msgspec import Struct

from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import topic_in_path, topic_of
from proposal.importers.site.site_lines import Passage
from proposal.importers.site.workshop_site import WorkshopPage, WorkshopSite


class TopicPassage(Struct, frozen=True):
    """A passage and what it is about."""

    page: WorkshopPage
    passage: Passage
    topic: Topic | None
    is_inner: bool
    """Whether a heading above its own says what it is about."""

    @property
    def headings(self) -> str:
        """All headings that it stands under, and the page's title."""
        return " ".join((*self.passage.path, self.page.title))


def sorted_passages(site: WorkshopSite) -> list[TopicPassage]:
    """The passages of all pages, each with what it is about."""
    found = []
    for page in site.pages:
        is_telling = page is not site.main or page.topic is Topic.SCHEDULE
        page_topic = page.topic if is_telling else None
        above: Passage | None = None
        for passage in page.passages:
            topic, index = topic_in_path(passage.path)
            is_inner = 0 <= index < len(passage.path) - 1
            if _is_title_of_row(passage, above):
                topic, is_inner = Topic.SCHEDULE, True
            above = passage
            if topic is None:
                topic, is_inner = page_topic, bool(passage.title)
            found.append(TopicPassage(page, passage, topic, is_inner))
    return found


_HOURS = re.compile(
    r"\W*(?:\d{1,2}(?:[:.h]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[-–—]|to)\s*)?\d{1,2}"
    r"(?:[:.h]\d\d\s*(?:[ap]\.?m\.?|h)?|\s*(?:[ap]\.?m\.?|h))\W*",
    re.IGNORECASE,
)
"""Hours that are a line of their own, as in `10:15 – 11:45 am`, `9 am`."""


def _is_title_of_row(passage: Passage, above: Passage | None) -> bool:
    """Whether a heading in a programme is the title of the row whose hours stand at it, or these.

    There `Poster Session` is a part of the day, and no list of posters.
    """
    if Topic.SCHEDULE not in {topic_of(title) for title in passage.path[:-1]}:
        return False
    last = "" if above is None else above.lines[-1].text if above.lines else above.title
    ends = _HOURS.fullmatch(last)
    begins = passage.lines and _HOURS.fullmatch(passage.lines[0].text)
    return bool(ends or begins or _HOURS.fullmatch(passage.title))


def passages_about(passages: list[TopicPassage], *topics: Topic) -> list[TopicPassage]:
    """The passages about something."""
    return [found for found in passages if found.topic in topics]
