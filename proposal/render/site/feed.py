"""Makes the feed of news (Atom, RFC 4287), for the website and for the tree for Jekyll."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from proposal.edition.series import Series
from proposal.render.rendered_files import RenderedFiles
from proposal.render.shown_news import ShownNews
from proposal.render.site.site_templates import site_environment
from proposal.render.templates import fill
from proposal.source.text import Verbatim

FEED = "feed.xml"
"""Where the feed is, from the website's root; themes for Jekyll link to it there, too."""

_MOST = 100
"""Items of a feed, which is fetched again and again; pages have all news."""


class FeedEntry(Struct, frozen=True):
    """A piece of news in a feed."""

    news: ShownNews
    address: Verbatim
    """Where it stands, which is its id, too."""
    html: Verbatim
    """The text as HTML with whole addresses, which is escaped once more."""


def news_feed(
    workshop: Path,
    series: Series,
    news: Sequence[ShownNews],
    page: str,
    place_of: Callable[[ShownNews], str],
) -> RenderedFiles:
    """The feed by its path; nothing without news, or if the website's address is not known.

    It says no moment but those of the news, so that it changes with them alone.

    Args:
        workshop: the folder that holds `data/`, for the workshop's own template.
        series: the series.
        news: all news, the newest first.
        page: the path of a page of news, from the website's root.
        place_of: where an item stands, from the website's root.
    """
    if not (news and series.url):
        return RenderedFiles({})
    root = series.url.rstrip("/") + "/"
    entries = [
        FeedEntry(item, Verbatim(f"{root}{place_of(item)}"), _whole(item.html_from(root), root))
        for item in news[:_MOST]
    ]
    values = {
        "series": series,
        "entries": entries,
        "home": Verbatim(root),
        "feed": Verbatim(f"{root}{FEED}"),
        "page": Verbatim(f"{root}{page}"),
    }
    text, diagnostics = fill(site_environment(workshop, series.language), "feed.xml", values)
    return RenderedFiles({FEED: text.encode()}, diagnostics)


def _whole(html: str, root: str) -> Verbatim:
    """HTML in which addresses that begin at the root of their host are whole."""
    # such as href="/2026/"
    return Verbatim(re.sub(r'(?<= )(href|src)="(?=/[^/])', rf'\1="{_host(root)}', str(html)))


def _host(root: str) -> str:
    parts = urlsplit(root)
    return f"{parts.scheme}://{parts.netloc}"
