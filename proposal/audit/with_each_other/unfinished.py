"""Finds what was left for later: placeholders, links without addresses, misspelt addresses."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely
from proposal.audit.with_each_other.stated.statements import PageContent
from proposal.diagnostics import shortened
from proposal.model.acm_samples import SAMPLE_CONFERENCE, SAMPLE_DOI, SAMPLE_ISBN
from proposal.reading.conferences import KNOWN, is_misspelt
from proposal.reading.locations import Location
from proposal.reading.placeholders import is_placeholder, is_to_come_elsewhere
from proposal.source.web_address import split_address

_ANYWHERE = re.compile(
    r"""
    (?<!IEEE\ )(?<!Trans\.\ )(?<!ACM\ )\b(?:TBA|TBC|TBD|TODO|FIXME)\b
    | (?i:\blorem\ ipsum\b)
    | (?i:\bto\ be\ (?:announced|determined|replaced)\b(?!\ by\b))
    | (?i:\breplace\ this\b)
    | \bYour\ (?:Name|Institution|Affiliation|Title)\b
    | \[(?:Insert|Your|Add)\b[^\]]*\]
    """,
    re.VERBOSE,
)
"""`Room TBA`, `[Your name here]`, but no "TBD" of a journal such as "IEEE TBD"."""
_SAMPLE = re.compile(f"{SAMPLE_DOI}|{SAMPLE_ISBN}|{SAMPLE_CONFERENCE}")
"""What acmart's sample files print: DOIs, ISBNs and conferences that nobody has filled in."""
_ALONE = re.compile(
    r"""
    \W*(?: tb[acd] | t\.b\.[acd]
      | to\ be\ (?:announced|confirmed|decided|determined|defined|added|updated|released)
      | (?:(?:more|further)\ )?(?:(?:details?|information|infos?|updates?)\ )?
        (?:(?:are|will\ be|is)\ )?coming\ (?:very\ )?soon
      | stay\ tuned | under\ construction | work\ in\ progress
      | x{2,} | \?{3,} | x{2}:x{2}(?:\W+x{2}:x{2})?
    )
    (?:\W+(?:soon|shortly|later|here))?\W*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A line that says nothing else: `tba.`, `Coming soon!`, `XX`."""

_BESIDE_LABEL = re.compile(
    r"""
    (?: [:=|–—-]\s* | \bby\s | \( ) (?P<value> tb[acd] | x{2,} | \?{3,} | coming\ soon | xx:xx )
      (?:\s+soon)? [\s.!)]* $
    | \b(?P<soon> (?:coming|announced|available|posted|published)\ soon ) [\s.!…)]* $
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands behind a label: `Room: tba`, `Keynote by xxx`, and at the end of a short line."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY_TO_COME = re.compile(
    rf"\b{_MONTH}\s+(?:XX?|xx|\?\?)(?!\w)|(?<!\w)(?:XX?|xx|\?\?)(?:st|nd|rd|th)?\s+{_MONTH}(?!\w)"
    r"|\b20\d\d-(?:\d\d-[Xx]{2}|[Xx]{2}-[Xx]{2})\b|(?<!\w)(?:\d{1,2}|[Xx]{2}):[Xx]{2}\b"
)
"""A date that is not known yet: `May XX, 2026`, `XX June`, `2026-05-XX`."""

_SHORT_LINE = 80
_CONFERENCE = re.compile(r"\b([A-Z]{3,8})\s*[’']?(?:20)?\d\d\b")
"""`WSDM 2026`, `KDD '26`"""
_PLURAL = re.compile(r"(?:[\w-]+\s+){0,2}\w+s")
"""A heading over several, such as "Keynote speakers", is not one that is to be named."""

_JOURNAL = re.compile(r"\b(?:IEEE|ACM)\s+T[A-Z]{2}\b")
"""Journals are called by letters that hold places elsewhere: IEEE TBD."""

_LISTED_JOURNAL = re.compile(r"(?<=[A-Z]{3},\ )(?:and\ )?TBD\b|(?<=[A-Z]{3}\ and\ )TBD\b")
"""One of several that are called by letters: `TKDE, TOIS, and TBD`."""

_LABEL = re.compile(
    r"\W*(?:invited\s+)?keynote(?:\s+(?:speaker|talk|speech))?\s*\d*\W*", re.IGNORECASE
)
"""What stands over something: `Keynote Speaker`, `Keynote 1`."""

_LONGEST_ITEM = 120
"""Characters of an item of a list that may be a note."""


def placeholders(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Words that stand where somebody meant to write something else."""
    seen: set[tuple[Location, str]] = set()
    for content in edition:
        for run in content.runs:
            found = _placeholder(run.text, is_item=run.is_item)
            if found is None:
                continue
            location = content.find(found, run.location)
            if (location, found) not in seen and not _is_unseen(content, location):
                seen.add((location, found))
                message = f"“{shortened(found, 60)}” holds the place of something else"
                yield unlikely(
                    "placeholder", message, location, "write what is meant, or take it out"
                )


def _placeholder(text: str, *, is_item: bool) -> str | None:
    bare = _JOURNAL.sub("", _LISTED_JOURNAL.sub("", text))
    if match := _ANYWHERE.search(bare) or _SAMPLE.search(bare):
        return match[0]
    if _LABEL.fullmatch(bare):
        return None
    if _ALONE.fullmatch(bare) or is_to_come_elsewhere(bare):
        return text
    if match := _DAY_TO_COME.search(bare):
        return match[0]
    if len(bare) <= _SHORT_LINE and (match := _BESIDE_LABEL.search(bare)):
        return match["value"] or match["soon"]
    if text.rstrip().endswith(":") and not _ANYWHERE.search(text):
        return None  # a label
    is_short = is_item and " " in bare and len(bare) <= _LONGEST_ITEM
    return text if is_short and is_placeholder(bare) and not _PLURAL.fullmatch(bare) else None


_ADDRESS_TO_COME = re.compile(
    r"""
    (?: (?:https?://)? (?:www\.)? (?: x{2,12} | tb[acd] | todo | your[-_]?(?:link|url|site|page)
        | (?:insert|add|put)[-_ ]?(?:link|url)[-_ ]?(?:here)? | (?:link|url)[-_ ]?here | \.{3} | … )
      (?:\.(?:com|org|html?|pdf|jpe?g|png))? /? | https?:/{0,2} )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands for an address that is not known yet: `xxx.pdf`, `your-link`, `https://`."""

_CAPITAL_ADDRESS = re.compile(r"(?:https?://)?(?:LINK|URL|HREF|ADDRESS|PDF|WEBSITE|HOMEPAGE)/?")
"""`LINK`, `https://URL`"""


def is_address_to_come(address: str) -> bool:
    """Whether an address only keeps the place of another one."""
    is_capital = _CAPITAL_ADDRESS.fullmatch(address) is not None
    return is_capital or _ADDRESS_TO_COME.fullmatch(address) is not None


_MANY = 3
"""Pages from which on a link belongs to what the site puts around all of them."""


def empty_links(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Links that lead nowhere, and texts between brackets whose address was never written.

    One that stands around all pages of a site is told once.
    """
    pages = Counter(
        link
        for content in edition
        for link in {(stated.address, stated.text) for stated in content.links}
    )
    reported: set[tuple[str, str]] = set()
    for content in edition:
        for link in content.links:
            if is_address_to_come(link.address):
                message = f"“{link.address}” holds the place of an address"
                yield unlikely("empty-link", message, link.location, "give the address")
            elif _is_made_by_the_site(content, link.location, "{{"):
                continue
            elif link.address in {"", "#"} and not link.is_button:
                count = pages[link.address, link.text]
                if count > _MANY and (link.address, link.text) in reported:
                    continue
                reported.add((link.address, link.text))
                what = f"the link “{link.text}”" if link.text else "a link"
                also = f", here and on {count - 1} other pages" if count > _MANY else ""
                yield unlikely(
                    "empty-link", f"{what} leads nowhere{also}", link.location, "give its address"
                )
        for run in content.left_brackets:
            if _is_made_by_the_site(content, run.location, "]("):
                continue
            message = f"“[{run.text}]” is no link, and its brackets are printed"
            hint = "write the address behind it, [text](address), or delete the brackets"
            yield unlikely("empty-link", message, run.location, hint)


def _is_made_by_the_site(content: PageContent, location: Location, mark: str) -> bool:
    """Whether the program that makes the site puts something in a line of its sources.

    It may be the address of a link, `{{`, or Markdown in an element of HTML, `](`.
    """
    return mark in content.document.written_line(location.span)


_UNSEEN = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|\shidden[\s>=])",
    re.IGNORECASE,
)
"""`display: none`, `<div hidden>`"""


def _is_unseen(content: PageContent, location: Location) -> bool:
    """Whether a word stands in an element that a page does not show."""
    span = location.span
    before = content.document.written_line(span)[: span.column - 1]
    tag = before[before.rfind("<") :] if "<" in before else ""
    return not tag.startswith("</") and _UNSEEN.search(tag) is not None


_MONTHS = {month.upper() for month in calendar.month_abbr if month}
_RANDOM = re.compile(r"(?=[^/]*\d)(?=[^/]*[a-z])(?=[^/]*[A-Z])[\w-]{12,}")
"""A step of an address that a program made, as of a form or a document: `1FAIpQLSdPlaceholder0`."""


def _words_of_address(address: str) -> set[str]:
    """The words of an address that its owner chose, without those of the domain."""
    parts = split_address(address)
    if parts is None:
        return set()
    host = ".".join(label for label in (parts.hostname or "").split(".") if re.search(r"\d", label))
    chosen = _RANDOM.sub(" ", f"{host}/{parts.path}?{parts.query}#{parts.fragment}")
    return set(re.findall(r"[A-Za-z]{4,8}", chosen))


def misspelt_conferences(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Addresses in which the acronym of the host conference has its letters mixed up."""
    known: dict[str, Location] = {}
    for content in edition:
        for run in content.runs:
            for acronym in set(_CONFERENCE.findall(run.text)) - _MONTHS:
                known.setdefault(acronym, content.find(acronym, run.location))
    for content in edition:
        for link in content.links:
            for word in sorted(_words_of_address(link.address)):
                right = next((meant for meant in known if is_misspelt(word, meant)), None)
                if right is None or word.upper() in known or (word in KNOWN):
                    continue
                location = content.find(word, link.location)
                where = known[right].seen_from(location)
                message = f"“{word}” in the address is “{right}” elsewhere ({where})"
                hint = "look whether the address is right"
                yield unlikely("acronym-spelling", message, location, hint, known[right])
