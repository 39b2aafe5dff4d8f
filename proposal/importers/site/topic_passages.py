"""Sorts the passages of an edition's pages by what they are about."""

from __future__ import annotations

from msgspec import Struct

from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import topic_in_path
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
        page_topic = page.topic if page is not site.main else None
        for passage in page.passages:
            topic, index = topic_in_path(passage.path)
            is_inner = 0 <= index < len(passage.path) - 1
            if topic is None:
                topic, is_inner = page_topic, bool(passage.title)
            found.append(TopicPassage(page, passage, topic, is_inner))
    return found


def passages_about(passages: list[TopicPassage], *topics: Topic) -> list[TopicPassage]:
    """The passages about something."""
    return [found for found in passages if found.topic in topics]
