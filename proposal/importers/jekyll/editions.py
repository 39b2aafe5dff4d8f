"""Reads the page of all editions: cards with day, place, host conference and address."""

from __future__ import annotations

import re

from msgspec import Struct

from proposal.importers.draft import Record, Value
from proposal.importers.jekyll.site_files import JekyllSite, year_of
from proposal.importers.values import checked
from proposal.reading.conferences import BESIDE
from proposal.reading.days import find_days
from proposal.reading.page_tree import lines_of
from proposal.reading.places import read_place
from proposal.reading.source_document import SourceDocument, tree_of
from proposal.source.yaml import Node


class _Card(Struct, frozen=True):
    year: int
    record: Record


def earlier_editions(site: JekyllSite, year: int, ordinal: int | None) -> list[Record]:
    """Editions of the series that have no page on the site, the first one first.

    Args:
        site: the site.
        year: the edition that is imported, from which the others are counted.
        ordinal: which edition of the series that is.
    """
    known = {year, *(page_year for page in site.others if (page_year := year_of(page)))}
    for page in site.others:
        cards = sorted(_cards(page), key=lambda card: card.year)
        years = [card.year for card in cards]
        if ordinal is None or year not in years or len(set(years)) != len(years):
            continue
        first = ordinal - years.index(year)
        return [
            {"ordinal": str(first + index), **card.record}
            for index, card in enumerate(cards)
            if first >= 1 and card.year < year and card.year not in known
        ]
    return []


def _cards(page: SourceDocument) -> list[_Card]:
    row = page.front.child("feature_row")
    entries = row.value if row is not None and isinstance(row.value, list) else []
    return [card for entry in entries if (card := _card(entry))]


def _card(entry: Node) -> _Card | None:
    excerpt = entry.child("excerpt")
    lines = lines_of(tree_of(excerpt)) if excerpt else []
    day = next((days[0] for line in lines if (days := find_days(line.text))), None)
    if day is None:
        return None
    record: dict[str, Value] = {"date": day.date.isoformat()}
    address = entry.child("url")
    for line in lines:
        if match := BESIDE.search(line.text):
            record["host"] = line.text[match.end() :]
        elif days := find_days(line.text):
            rest = line.text[: days[0].start] + line.text[days[0].end :]
            if place := read_place(rest.strip(" ,;")):
                record |= {"city": place.city, "country": place.country}
    if not {"host", "city"} <= record.keys():
        return None
    written = str(address.value) if address is not None and address.value else ""
    if re.match(r"https?://", written) and (url := checked("url", written).value):
        record["url"] = url
    keys = ("date", "host", "city", "country", "url")
    ordered: Record = {key: record[key] for key in keys if key in record}
    return _Card(day.date.year, ordered)
