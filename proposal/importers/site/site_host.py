"""Reads which conference a site says its workshop is beside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.diagnostics import Span
from proposal.importers.site.hosts_in_passing import is_said_in_passing, tells_of_another_year
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import topic_in_path
from proposal.importers.site.site_head import TELLS_OF_HOST, SiteHead, head_lines
from proposal.importers.site.workshop_site import WorkshopSite
from proposal.reading.conferences import (
    HostConference,
    is_known_conference,
    known_series,
    read_host,
)

_BESIDE = re.compile(
    r"(?:(?:held\s+|organi[sz]ed\s+)?in\s+(?:conjunction|cooperation|association"
    r"|collaboration)\s+with"
    r"|associated\s+with(?=\s+(?:the\s+)?[A-Z][\w-]*\s*(?:20\d\d|['’]\d\d))"
    r"|co-?\s?located\s+(?:with|at|@)|collocated\s+(?:with|at)|held\s+(?:at|with|during"
    r"|as\s+part\s+of)|alongside|workshop\s+(?:at|@)"
    r"|hosted\s+(?:at|by(?=\s+(?:the\s+)?(?:[A-Z][\w/-]*\s+){0,3}"
    r"[A-Z][\w/-]*\s*(?:20\d\d|['’]\d\d)))|(?<!ern )part\s+of|accepted\s+(?:at|to)"
    r"|(?:an?\s+)?workshop\s+(?:of|in)"
    r"|im\s+rahmen\s+de[rs]|gemeinsam\s+mit|en\s+el\s+marco\s+de(?:l|\s+la)?|junto\s+con"
    r"|dans\s+le\s+cadre\s+d[eu]|nell['’]ambito\s+d\w+|no\s+âmbito\s+d[ao]|em\s+conjunto\s+com"
    r"|takes?\s+place\s+at|inclusion\s+as\s+.{0,30}?workshop\s+(?:in|at))\s*:?\s*(?:the\s+)?",
    re.IGNORECASE,
)
"""`held in conjunction with`, `co-located with`, `im Rahmen der`"""
_SHORT_HOST = re.compile(
    r"(?:@|\bat\b|\bin\b|\bof\b)\s*(?:the\s+)?(?P<host>(?:ACM\s+|IEEE\s+"
    r"|the\s+)?[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]+)*\s*[-\s]?(?:20\d\d|['’]\d\d))"
)
"""`Workshop at ACM WSDM 2026`, `@ KDD'26`"""
_HOST_NAME = re.compile(
    r"(?P<host>(?:ACM\s+"
    r"|IEEE(?:/CVF)?\s+)?[A-Z][A-Za-z]*[A-Z][A-Za-z&/]*(?:[-/][A-Z][A-Za-z]+)*[-\s]*(?:['’]?\s?(?:20\d\d)"
    r"|['’]\s?\d\d|-\d\d))"
)
"""Examples: `SIGIR 2026`, `AAAI-26`, `LREC-COLING 2024`, `VLDB'26`."""
_LONG_HOST = re.compile(
    r"(?P<long>[A-Z][^.;|()]{8,140}?(?:Conference|Symposium|Congress)[^.;"
    r"|()]{0,120}?)\s*\((?P<host>[A-Z][\w'’ &/-]{2,24})\)"
)
"""`Nineteenth International Conference on Examples (EXC)`"""
HOST_WITH_YEAR = r"(?:ACM\s+|IEEE\s+)?[A-Z][\w/-]*[A-Z][\w-]*\s*['’]?\s?(?:20\d\d|\d\d)"
_HOST_IN_FRONT = re.compile(rf"^(?P<host>{HOST_WITH_YEAR})\s+[Ww]orkshop\b")
"""`KDD 2026 Workshop`"""


def read_host_of(site: WorkshopSite, year: int, acronym: str | None) -> SiteHead:
    """The host conference, with its full name, address and days as far as the site has them."""
    head = SiteHead()
    said = list(head_lines(site))
    for want_beside, lines in ((True, said), (False, said), (True, list(_news_of(site, year)))):
        for text, span, addresses in lines:
            found = _host_in(text, year, acronym, want_beside)
            if found is None:
                continue
            head.host, head.host_name = _with_acronym(*found, addresses), found[1]
            head.host_span = span
            head.host_address = next(
                (
                    one
                    for one in addresses
                    if re.match(r"https?://", one)
                    # where papers are sent, mail and films: `https://openreview.net/…`
                    and not re.search(r"easychair|openreview|cmt3|softconf|forms|mailto|youtu", one)
                ),
                "",
            )
            return head
    for key in ("title", "description", "subtitle", "name", "url", "baseurl"):
        value = site.config.get(key)
        found = None
        if isinstance(value, str):
            found = _host_in(value, year, acronym, False) or _host_named(value, year, acronym)
        if found is not None:
            head.host, head.host_name = found
            head.host_span = site.main.document.spans[0]
            return head
    return head


_NO_HOST = (
    r"\b(?:workshop|university|members|with|hotel|resort|campus|building|room|hall|center|centre"
    r"|institute|college|school|island|street|museum|online|zoom)\b"
)
"""Words of what holds a workshop and is no conference: a house, an institution."""


_SMALL_WORDS = re.compile(
    r"\b(?!(?:edition|annual|international|conference|symposium|week|congress|meeting|with|from"
    r"|and|for|the|des|der|für|sur)\b)[a-zà-ÿ]{3,}\b(?!')"
)
"""Words that no name of a conference has, so that a sentence goes on: `TREC sample track`."""


def _host_in(
    text: str, year: int, acronym: str | None, want_beside: bool
) -> tuple[HostConference, str] | None:
    if want_beside:
        match = _BESIDE.search(text)
        return _host_beside(text, match.end(), year, acronym) if match is not None else None
    if alone := _LONG_HOST.fullmatch(text.strip(" .")):
        host = _checked(read_host(_bare(alone["host"]), year), year, acronym)
        if host is not None and host.year is not None:
            return host, " ".join(alone["long"].split())
    if in_front := _HOST_IN_FRONT.match(text):
        host = _checked(read_host(_bare(in_front["host"]), year), year, acronym)
        return (host, "") if host is not None else None
    if (short := _SHORT_HOST.search(text)) and not is_said_in_passing(text, short.start()):
        host = _checked(read_host(_bare(short["host"]), year), year, acronym)
        return (host, "") if host is not None else None
    return _known_host_in(text, year, acronym)


def _known_host_in(text: str, year: int, acronym: str | None) -> tuple[HostConference, str] | None:
    """A well-known conference that is a part of a short line.

    `Lyon, France | SIGIR 2026`, `Where: Lyon, France (SIGIR 2026)`
    """
    line = _PLACE_LABEL.sub("", text) if len(text) < _LONGEST_HEAD else ""
    parts = [part.strip() for part in re.split(r"[|,;·•()]", line) if part.strip()]
    named = [part for part in parts if re.fullmatch(HOST_WITH_YEAR, part)]
    for part in named if len(parts) > 1 or line != text else ():
        host = _checked(read_host(_bare(part), year), year, acronym)
        if host is not None and is_known_conference(host.series):
            return host, ""
    return None


_LONGEST_HEAD = 120
"""Characters of a line with day, place and conference."""
_PLACE_LABEL = re.compile(
    r"^\W*(?:location|place|venue|where|ort|lieu|lugar|luogo|local)\W*:\W*", re.IGNORECASE
)
"""What says that a place follows: `Where: `."""


def _host_beside(
    text: str, place: int, year: int, acronym: str | None
) -> tuple[HostConference, str] | None:
    """The conference that a text names from a place on, behind `co-located with`."""
    rest = text[place:]
    if long := _LONG_HOST.search(rest[:260]):
        host = _checked(read_host(_bare(long["host"]), year), year, acronym)
        if host is not None:
            return host, " ".join(long["long"].split()) if long.start() < 40 else ""
    for found in _HOST_NAME.finditer(rest[:200]):
        host = _checked(read_host(_bare(found["host"]), year), year, acronym)
        if host is not None:
            return host, ""
    if tells_of_another_year(text, year):
        return None
    if full := _FULL_NAME.match(rest):
        name = " ".join(full["name"].split())
        host = _checked(read_host(_bare(name), year), year, acronym)
        return (host, name) if host is not None else None
    named = re.split(
        # `KDD 2026, in Graz`, `KDD 2026 – Monday`
        r"[,;|.(:!]|\s(?:taking|in|on|held|which|and|as|that|will|to)\s|\s[–—-]\s"
        r"|\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
        rest,
    )[0].strip()
    if (
        2 <= len(named) <= 60
        and re.match(r"[A-Z]", named)
        and not re.search(_NO_HOST, named, re.IGNORECASE)
        and not _SMALL_WORDS.search(named)
        # what stands behind `in` is a city, as in `a workshop in Lyon`, but for conferences
        and (not _ENDS_WITH_IN.search(text[:place]) or known_series(named) is not None)
    ):
        return _checked_pair(read_host(_bare(named), year), year, acronym)
    return None


_ENDS_WITH_IN = re.compile(r"\b(?:workshop|inclusion\s.*)\s+in\s+$", re.IGNORECASE)
"""`A one-day workshop in `"""


def _host_named(text: str, year: int, acronym: str | None) -> tuple[HostConference, str] | None:
    """A conference that a site's title names beside the workshop's acronym: `SIGIR '23 WSP`."""
    for match in _HOST_NAME.finditer(text if acronym else ""):
        host = _checked(read_host(_bare(match["host"]), year), year, acronym)
        if host is not None:
            return host, ""
    return None


def _checked_pair(
    host: HostConference, year: int, acronym: str | None
) -> tuple[HostConference, str] | None:
    checked = _checked(host, year, acronym)
    return (checked, "") if checked is not None else None


def _bare(text: str) -> str:
    plain = " ".join(text.split())
    # such as KDD-2026
    plain = re.sub(r"(?<=[A-Za-z])-(?=(?:20)?\d\d$)", " ", plain)
    plain = re.sub(r"\s(\d\d)$", r" '\1", plain)
    # such as the ACM KDD
    return re.sub(r"^(?:the|acm|ieee)\s+(?=[A-Z]{2,}\b)", "", plain, flags=re.IGNORECASE)


_YEAR_BEHIND = re.compile(r"[-\s]*(?:20)?\d\d$")
"""The year of `WSP2026`."""


_FULL_NAME = re.compile(
    r"(?:\d{1,3}(?:st|nd|rd|th)\s+)?(?P<name>(?:[A-Z][\w&/-]*\s+){0,4}(?:Conference|Symposium|Congress)\s+(?:on|for|of)\s+"
    r"[A-Z][\w-]*(?:(?:,?\s+(?:and|&|of|for|the)\s+|,?\s+)[A-Z][\w-]*)*)"
)
"""`IEEE International Conference on Sample Texts and Placeholders in Lyon`, up to `in`."""
_SMALL_IN_NAMES = {"on", "for", "of", "and", "the", "in", "&"}


def _with_acronym(host: HostConference, name: str, addresses: list[str]) -> HostConference:
    """A conference with its initials for an acronym, where the link to it has them, too."""
    initials = _initials_of(name) if name and host.series in name else ""
    hosts = (re.sub(r"^https?://", "", one).casefold() for one in addresses)
    is_sure = len(initials) > 2 and any(initials.casefold() in one for one in hosts)
    return read_host(initials, host.year) if is_sure else host


def _initials_of(name: str) -> str:
    """The initials of a conference: ICST of IEEE International Conference on Sample Texts."""
    bare = re.sub(r"^(?:(?:The|Annual|ACM|IEEE|AAAI|IFIP|USENIX|\d+\w\w)\s+)+", "", name)
    words = [word for word in re.findall(r"[\w&]+", bare) if word not in _SMALL_IN_NAMES]
    return "".join(word[0] for word in words).upper()


_YEAR_IN_ONE = re.compile(r"(?P<series>[A-Z][A-Za-z/-]*[A-Z])(?P<year>20\d\d|\d\d)")
"""A conference written in one word with its year: `SIGIR26`, `SIGIR2026`."""


def _checked(host: HostConference, year: int, acronym: str | None) -> HostConference | None:
    in_one = _YEAR_IN_ONE.fullmatch(host.series)
    if in_one and int(in_one["year"]) % 100 == year % 100:
        host = read_host(f"{in_one['series']} {year}", year)
    if not host.series or (host.year is not None and host.year not in {year, year - 1, year + 1}):
        return None
    if host.year is not None and host.year != year:
        return None
    if acronym and _YEAR_BEHIND.sub("", host.series).casefold() == acronym.casefold():
        return None
    if re.search(r"\b(?:workshop|cfp|call|paper)s?\b", host.series, re.IGNORECASE):
        return None
    return host


def _news_of(site: WorkshopSite, year: int) -> Iterator[tuple[str, Span, list[str]]]:
    """The lines of news that name the edition's year, and what it is beside."""
    for page in site.pages:
        for passage in page.passages:
            if topic_in_path(passage.path)[0] is Topic.NEWS:
                for line in passage.lines:
                    if TELLS_OF_HOST.search(line.text) and str(year) in line.text:
                        yield line.text, line.span, line.addresses
