"""Pages of their own for which people write keys, and where their texts or addresses stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from proposal.model.examples import in_yaml
from proposal.model.nearest_word import as_key
from proposal.source.text import Text
from proposal.source.yaml import Node


def _page(name: str, heading: str) -> str:
    return (
        f"make a page of it: a file pages/{name}.md beside this file, which begins with a heading, "
        f"`# {heading}`"
    )


_OWN_PAGES: Sequence[tuple[str, str]] = (
    (
        "faqs?|questions(?:_and_answers)?|q_?and_?a|frequently_asked_questions",
        _page("faq", "Frequently Asked Questions"),
    ),
    (
        (
            "travel(?:_information)?|travell?ing|directions|(?:how_to_)?get(?:ting)?_there|visas?|"
            "accommodation|hotels?|venue_information|local_information"
        ),
        _page("travel", "Travel"),
    ),
    ("accessibility", _page("accessibility", "Accessibility")),
    (
        "(?:travel_)?grants?|funding|financial_support|scholarships?",
        _page("grants", "Travel Grants"),
    ),
    ("challenges?|competitions?", _page("challenge", "Challenge")),
    ("(?:shared_)?tasks?", _page("shared-task", "Shared Task")),
    ("leader_?boards?|results|rankings?", _page("results", "Results")),
    ("prizes?|rules", _page("rules", "Rules and Prizes")),
    (
        "(?:own_|sub_?|extra_|other_)?pages?|site",
        (
            "a page is a Markdown file of its own, without a key: pages/faq.md beside this file "
            "becomes the page faq/, with a place in the menu"
        ),
    ),
    (
        "files|downloads|attachments|materials?|resources",
        (
            "a file needs no key: put it into files/ beside this file, and link to it from a text, "
            "as [the data](files/data.csv)"
        ),
    ),
)
"""Regular expressions of whole keys, each with the hint for those that match it."""


def hint_for_own_page(record: str, key: str, value: Node | None) -> str | None:
    """Where a page is written that somebody gave a key; its address is a link, if it has one.

    Args:
        record: the name of the record that has no such key, as `Edition`.
        key: the key that was written, as `faq`.
        value: what stands behind it.
    """
    plain = as_key(key)
    for pattern, hint in _OWN_PAGES if record == "Edition" else ():
        if re.fullmatch(pattern, plain):
            return hint_for_page(record, key, value) or hint
    return None


def hint_for_page(record: str, key: str, value: Node | None) -> str | None:
    """Where the address of a page is written that somebody gave a key of its own.

    Args:
        record: the name of the record that has no such key, as `Edition`.
        key: the key that was written, as `travel_grants`.
        value: what stands behind it: an address, or a record with `url`.
    """
    url = value and (value.child("url") or value)
    is_among_links = record in {"EditionLinks", "SeriesLinks"}
    is_known = is_among_links or record in {"Edition", "Workshop"}
    if not is_known or not url or not isinstance(url.value, Text):
        return None
    if not url.value.startswith(("https://", "http://")):
        return None
    label = re.sub(r"[\s_-]+", " ", key).strip()
    link = in_yaml([{"label": label[:1].upper() + label[1:], "url": str(url.value)}])
    return f"write `others: {link}`" if is_among_links else f"write `links: {{others: {link}}}`"
