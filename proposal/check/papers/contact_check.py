"""Compares the institutions and addresses that a paper prints with those of the data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from proposal.check.papers.expected_paper import ExpectedPaper
from proposal.check.papers.paper_finding import PaperFinding
from proposal.check.papers.printed_text import PrintedText, plain
from proposal.model.affiliated import EMAIL
from proposal.model.name_comparison import plain_words
from proposal.reading.institutions import OUTSIDE_ACRONYMS, is_no_institution

_GROUP = re.compile(r"[{(\[](?P<names>[^{}()\[\]@]+)[})\]]\s*@\s*(?P<host>[\w.-]+\.\w+)")
"""Addresses of one host: `{ann, bob}@example.org`."""
_SMALL_WORDS = frozenset(
    plain_words(
        "and at center centre co company corp corporation de del department dept der des di do du "
        "faculty for GmbH group Inc institut institute la lab laboratory labs limited LLC Ltd of "
        "research school science sciences technology the u und univ universidad università "
        "Universität université university"
    )
)
"""Words that do not tell one institution from another."""
_ALMOST = 88
"""From this likeness on (0 to 100) a printed address is the one of the data with a typing error."""


def institutions(views: Sequence[PrintedText], expected: ExpectedPaper) -> Iterator[PaperFinding]:
    """The institutions of the data of which nothing is printed, in whatever form.

    Institutions have short names and names in several languages, so a name counts as printed if
    any word of its own is, or its initials are.
    """
    shown: set[str] = set()
    for number, author in enumerate(expected.authors):
        for name in author.institutions:
            if name in shown or is_no_institution(name) or _is_printed(name, views):
                continue
            shown.add(name)
            message = f"{name}, the institution of {author.name}, is not printed"
            advice = "print the institution, or tell us the new one"
            place = ("authors", number)
            brief = f"{name} missing"
            yield PaperFinding("paper-affiliation", brief, message, advice, (1,), place)


def _is_printed(name: str, views: Sequence[PrintedText]) -> bool:
    if any(view.holds(name) for view in views):
        return True
    words = plain_words(name)
    own = [word for word in words if word not in _SMALL_WORDS and len(word) > 2]
    initials = "".join(word[0] for word in words if word not in OUTSIDE_ACRONYMS)
    if any(plain(word) in view.letters for word in own for view in views):
        return True
    return len(initials) > 2 and any(initials in view.letters for view in views)


def addresses(views: Sequence[PrintedText], expected: ExpectedPaper) -> Iterator[PaperFinding]:
    """The addresses that are printed with a typing error, and that of whom readers write to."""
    printed = {address for view in views for address in addresses_in(view.text)}
    if not printed:
        return
    for number, author in enumerate(expected.authors):
        wanted = author.email.casefold()
        if not wanted or wanted in printed or any(view.holds(wanted) for view in views):
            continue
        likeness, nearest = max((fuzz.ratio(wanted, address), address) for address in printed)
        others = {other.email.casefold() for other in expected.authors}
        place = ("authors", number)
        advice = "print the address at which readers reach you, or tell us the new one"
        if likeness >= _ALMOST and nearest not in others and _is_typing_error(nearest, wanted):
            message = f"the address of {author.name} is printed as {nearest}"
            code, brief = "paper-email", "e-mail differs"
            yield PaperFinding(code, brief, message, advice, (1,), place, wanted)
        elif author.is_corresponding:
            message = f"{wanted}, to which readers write to {author.name}, is not printed"
            yield PaperFinding("paper-email", "e-mail missing", message, advice, (1,), place)


def _is_typing_error(printed: str, wanted: str) -> bool:
    """Whether either the name or the host of two addresses is the same."""
    name, _, host = printed.partition("@")
    other, _, other_host = wanted.partition("@")
    return name == other or host == other_host


def addresses_in(text: str) -> set[str]:
    """The addresses in a text in small letters, those of a group one by one."""
    found = {match[0].casefold() for match in EMAIL.finditer(text)}
    for group in _GROUP.finditer(text):
        names = (name.strip() for name in re.split(r"[,;|/\s]+", group["names"]))
        found |= {f"{name}@{group['host']}".casefold() for name in names if name}
    return found
