"""Prepares news for pages and for the feed: in order, each with its place, its title, its HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape
from msgspec import Struct

from proposal.edition.edition import Edition
from proposal.edition.news import NewsItem
from proposal.render.plain import plain_statement
from proposal.render.typography import typographic
from proposal.source.text import Prose, Verbatim

NEWEST = 3
"""News that pages show at once; the others are a step away."""

_LONGEST_TITLE = 100
"""Characters of a title in a feed; lists of readers have room for no more."""


class ShownNews(Struct, frozen=True):
    """A piece of news as websites show it."""

    item: NewsItem
    edition_id: str | None
    """The edition that it is news of; nothing for news of the series."""
    edition_name: str
    """That edition's name with its year; empty for news of the series."""
    path: str
    """The page, from the website's root, to whose parts links such as `#schedule` lead."""
    html: Markup
    """The text, in which such links are as they were written, and `FROM_ROOT` stands before
    those to files and pages of ours."""

    @property
    def anchor(self) -> str:
        """Its name on the page of all news."""
        return f"{self.edition_id or 'series'}-{self.item.id}"

    def html_from(self, root: str) -> Markup:
        """The text for a page from which `root` leads to the website's root."""
        start = escape(f"{root}{self.path}" if root or self.path else "./")
        html = _OWN_PART.sub(lambda match: f"{match[1]}{start}#", str(self.html))
        html = html.replace(f'{FROM_ROOT}"', f'{root or "./"}"').replace(FROM_ROOT, root)
        return Markup(html)  # noqa: S704 - HTML of ours, in which an address is put before `#`

    @property
    def title(self) -> str:
        """The beginning of the text without markup, for lists of headlines."""
        words = plain_statement(self.item.text, shows_addresses=False)
        line = " ".join(typographic(words.partition("\n\n")[0]).split())
        if len(line) <= _LONGEST_TITLE:
            return line
        return f"{line[:_LONGEST_TITLE].rpartition(' ')[0] or line[:_LONGEST_TITLE]} …"

    @property
    def moment(self) -> Verbatim:
        """Its day for programs: noon in UTC, which is that day nearly everywhere on Earth."""
        return Verbatim(f"{self.item.date.isoformat()}T12:00:00Z")


FROM_ROOT = "\ue002"
"""What stands in texts before the path of something of ours from the website's root."""

_OWN_PART = re.compile(r'(<a href=")#')
"""The beginning of a link to a part of the page: `<a href="#schedule">`."""


def shown_news(
    editions: Iterable[Edition],
    of_series: Iterable[NewsItem],
    html_of: Callable[[Prose], Markup],
    path_of: Callable[[str | None], str],
) -> tuple[ShownNews, ...]:
    """The news of editions and of their series, the newest first; those of one day as written.

    Args:
        editions: the editions.
        of_series: the news of the series.
        html_of: makes HTML of the text of an item; it is asked once for each.
        path_of: the path of an edition's page from the website's root, by the edition's id; of
            the page of the series if there is no id.
    """
    of_editions = [
        (item, edition.id, edition.short_name) for edition in editions for item in edition.news
    ]
    sources = [*of_editions, *((item, None, "") for item in of_series)]
    return tuple(
        ShownNews(item, edition, name, path_of(edition), html_of(item.text))
        for item, edition, name in sorted(
            sources, key=lambda source: source[0].date.date, reverse=True
        )
    )
