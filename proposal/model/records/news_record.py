"""A piece of news, as an edition or its series says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import Field, model_validator

from proposal.model.examples import in_yaml
from proposal.model.fields import Day, Identifier, Prose, refuse
from proposal.model.free_names import free_name
from proposal.model.record import Record


class NewsRecord(Record):
    """A piece of news on the website and in its feed."""

    date: Day = Field(examples=["2027-05-01"])
    """The day of the news."""
    text: Prose = Field(examples=["The call for papers is out."])
    """What is new, in Markdown: a sentence or a few."""
    id: Identifier | None = Field(None, examples=["call"])
    """The name by which readers of the feed tell it from other news, whatever becomes of its words;
    without one, its day. Of several on one day, those without are counted."""

    @model_validator(mode="before")
    @classmethod
    def _with_date(cls, value: Any) -> Any:
        if isinstance(value, str):
            hint = f"write its day, too: {{date: 2027-05-01, text: {in_yaml(value)}}}"
            refuse("not-a-record", "news have a `date` and a `text`", hint)
        return value


def news_ids(news: Iterable[NewsRecord]) -> list[str]:
    """The ids of news in order: their own ones, or their days, counted from the second on."""
    written = {item.id for item in news if item.id}
    found: list[str] = []
    for item in news:
        found.append(item.id or free_name(item.date.isoformat(), {*found, *written}))
    return found
