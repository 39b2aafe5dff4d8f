"""What is new of an edition or its series."""

from __future__ import annotations

from msgspec import Struct

from proposal.edition.marked_values import Day
from proposal.edition.prose_value import as_prose
from proposal.model.records.news_record import NewsRecord, news_ids
from proposal.source.text import Prose


class NewsItem(Struct, frozen=True):
    """A piece of news."""

    id: str
    """Its name among the news of the same edition, or of the series."""
    date: Day
    text: Prose


def news_of(written: list[NewsRecord]) -> tuple[NewsItem, ...]:
    """The news in the order in which they were written."""
    return tuple(
        NewsItem(name, Day(item.date), as_prose(item.text))
        for name, item in zip(news_ids(written), written, strict=True)
    )
