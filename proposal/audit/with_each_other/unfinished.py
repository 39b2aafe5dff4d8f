"""What was left for later: placeholders, links without addresses, misspelt addresses?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from proposal.audit.with_each_other.locations import Spot, unlikely
from proposal.audit.with_each_other.statements import Told
from proposal.diagnostics import Diagnostic
from proposal.reading.conferences import KNOWN, is_misspelt
from proposal.reading.placeholders import is_placeholder

_ANYWHERE = re.compile(
    r"""
    (?<!IEEE\ )(?<!Trans\.\ )(?<!ACM\ )\b(?:TBA|TBC|TBD|TODO|FIXME)\b
    | (?i:\blorem\ ipsum\b)
    | (?i:\bto\ be\ (?:announced|determined|replaced)\b)
    | (?i:\breplace\ this\b)
    | \bYour\ (?:Name|Institution|Affiliation|Title)\b
    | \[(?:Insert|Your|Add)\b[^\]]*\]
    """,
    re.VERBOSE,
)
_CONFERENCE = re.compile(r"\b([A-Z]{3,8})\s*[’']?(?:20)?\d\d\b")
_PLURAL = re.compile(r"(?:[\w-]+\s+){0,2}\w+s")
"""A heading over several, such as "Keynote speakers", is not one that is to be named."""

_JOURNAL = re.compile(r"\b(?:IEEE|ACM)\s+T[A-Z]{2}\b")
"""Journals are called by letters that hold places elsewhere: IEEE TBD."""

_LONGEST_ITEM = 120


def placeholders(edition: Sequence[Told]) -> Iterator[Diagnostic]:
    """Words that stand where somebody meant to write something else."""
    told_of: set[Spot] = set()
    for told in edition:
        for said in told.said:
            found = _placeholder(said.text, is_item=said.is_item)
            if found is None:
                continue
            spot = told.find(found, said.spot)
            if spot not in told_of:
                told_of.add(spot)
                shown = found if len(found) <= 60 else f"{found[:59]}…"
                message = f"“{shown}” holds the place of something else"
                yield unlikely("placeholder", message, spot, "write what is meant, or take it out")


def _placeholder(text: str, *, is_item: bool) -> str | None:
    if match := _ANYWHERE.search(text):
        return match[0]
    bare = _JOURNAL.sub("", text)
    is_short = is_item and " " in bare and len(bare) <= _LONGEST_ITEM
    return text if is_short and is_placeholder(bare) and not _PLURAL.fullmatch(bare) else None


def empty_links(edition: Sequence[Told]) -> Iterator[Diagnostic]:
    """Links that lead nowhere, and texts between brackets whose address was never written."""
    for told in edition:
        for link in told.links:
            if link.address in {"", "#"} and not link.is_button:
                what = f"the link “{link.text}”" if link.text else "a link"
                yield unlikely("empty-link", f"{what} leads nowhere", link.spot, "give its address")
        for said in told.left_brackets:
            message = f"“[{said.text}]” is no link, and its brackets are printed"
            hint = "write the address behind it, [text](address), or delete the brackets"
            yield unlikely("empty-link", message, said.spot, hint)


def misspelt_conferences(edition: Sequence[Told]) -> Iterator[Diagnostic]:
    """Addresses in which the acronym of the host conference has its letters mixed up."""
    known: dict[str, Spot] = {}
    for told in edition:
        for said in told.said:
            for acronym in _CONFERENCE.findall(said.text):
                known.setdefault(acronym, told.find(acronym, said.spot))
    for told in edition:
        for link in told.links:
            for word in sorted(set(re.findall(r"[A-Za-z]{3,8}", link.address))):
                right = next((each for each in known if is_misspelt(word, each)), None)
                if right is None or word.upper() in known or (word in KNOWN):
                    continue
                spot = told.find(word, link.spot)
                where = known[right].seen_from(spot)
                message = f"“{word}” in the address is “{right}” elsewhere ({where})"
                hint = "look whether the address is right"
                yield unlikely("acronym-spelling", message, spot, hint, known[right])
