"""Rules on news: each is told once, on its day, and keeps its name in the feed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic
from proposal.edition.marked_values import Day
from proposal.model.records.news_record import NewsRecord


def future_news(subject: Subject) -> Iterator[Diagnostic]:
    """A website does not know what day it is: what is dated ahead is shown at once."""
    for item in _news(subject):
        if item.date > subject.today:
            message = f"this news is of {Day(item.date)}, which is still to come, and is shown now"
            hint = "write the day on which it is announced, or add it on that day"
            yield diagnostic("future-news", message, item.place("date"), hint)


def repeated_news(subject: Subject) -> Iterator[Diagnostic]:
    """The same news twice are two entries of the feed and two lines of each page."""
    seen: set[tuple[object, str]] = set()
    for item in _news(subject):
        words = " ".join(item.text.casefold().split())
        if (item.date, words) in seen:
            message = f"the same news of {Day(item.date)} stands twice"
            yield diagnostic("repeated-news", message, item.place("text"), "delete one of them")
        seen.add((item.date, words))


def news_of_one_day(subject: Subject) -> Iterator[Diagnostic]:
    """Without names, news of one day are told apart by their order alone.

    One more before them would take the name of another one, and readers of the feed would have the
    old one as new.
    """
    for news in _lists(subject):
        days = Counter(item.date for item in news if item.id is None)
        first = set[object]()
        for item in news:
            if item.id is None and days[item.date] > 1 and item.date in first:
                message = f"several news are of {Day(item.date)}, and this one has no `id`"
                hint = "add one, such as `id: call`, so that the feed can tell it from the others"
                yield diagnostic("news-without-id", message, item.place("date"), hint)
            first.add(item.date)


def fact_in_news(subject: Subject) -> Iterator[Diagnostic]:
    """News say what was so on their day, and would say something else when a fact changes."""
    for item in _news(subject):
        if match := _FACT.search(item.text):
            message = f"news quote no facts: `{match[0]}` is printed as it is typed"
            yield diagnostic("fact-in-news", message, item.place("text"), "write the words")


_FACT = re.compile(r"\{\{[^{}\n]*\}\}")
"""Example: `{{ dates.submission }}`."""


def _lists(subject: Subject) -> Iterator[Sequence[NewsRecord]]:
    """The news of the edition, and beside the current one those of the series."""
    yield subject.files.edition.news
    if subject.is_current and subject.folder.workshop:
        yield subject.folder.workshop.news


def _news(subject: Subject) -> list[NewsRecord]:
    return [item for news in _lists(subject) for item in news]


NEWS: tuple[Rule, ...] = (future_news, repeated_news, news_of_one_day, fact_in_news)
