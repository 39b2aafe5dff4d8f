"""Reads what a site says of the edition as a whole: its title, host conference, day and place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from proposal.diagnostics import Span
from proposal.importers.site.date_lines import DatedLine
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import topic_in_path, topic_of
from proposal.importers.site.workshop_site import WorkshopPage, WorkshopSite
from proposal.importers.workshop_titles import WorkshopTitle, read_title
from proposal.model.countries import country_code
from proposal.model.name_comparison import words
from proposal.reading.cities import cities_called
from proposal.reading.conferences import HostConference, known_series, read_host
from proposal.reading.page_tree import lines_of
from proposal.reading.places import Place

_KINDS = r"(?:workshop|symposium|tutorial|seminar|forum|summit|challenge|special\s+day|day)"
_BESIDE = re.compile(
    r"(?:(?:held\s+|organi[sz]ed\s+)?in\s+(?:conjunction|cooperation|association"
    r"|collaboration)\s+with"
    r"|co-?\s?located\s+(?:with|at|@)|collocated\s+(?:with|at)|held\s+(?:at|with|during"
    r"|as\s+part\s+of)|alongside|workshop\s+(?:at|@)"
    r"|hosted\s+(?:at|by)|part\s+of|accepted\s+(?:at|to)|(?:an?\s+)?workshop\s+(?:of|in)"
    r"|takes?\s+place\s+at|inclusion\s+as\s+.{0,30}?workshop\s+(?:in|at))\s*:?\s*(?:the\s+)?",
    re.IGNORECASE,
)
_SHORT_HOST = re.compile(
    r"(?:@|\bat\b|\bin\b|\bof\b)\s*(?:the\s+)?(?P<host>(?:ACM\s+|IEEE\s+"
    r"|the\s+)?[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]+)*\s*[-\s]?(?:20\d\d|['’]\d\d))"
)
_HOST_NAME = re.compile(
    r"(?P<host>(?:ACM\s+"
    r"|IEEE(?:/CVF)?\s+)?[A-Z][A-Za-z]*[A-Z][A-Za-z&/]*(?:[-/][A-Z][A-Za-z]+)*[-\s]*(?:['’]?\s?(?:20\d\d)"
    r"|['’]\s?\d\d|-\d\d))"
)
"""Examples: `SIGIR 2026`, `AAAI-26`, `LREC-COLING 2024`, `VLDB'26`."""
_LONG_HOST = re.compile(
    r"(?P<long>[A-Z][^.;|()]{8,140}?Conference[^.;"
    r"|()]{0,120}?)\s*\((?P<host>[A-Z][\w'’ &/-]{2,24})\)"
)
_ORDINAL_TITLE = re.compile(
    rf"(?P<title>(?:\b(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)|first|second|third|fourth|fifth"
    rf"|sixth|seventh|eighth|ninth|tenth|[a-z]+(?:teenth|tieth))\s+)"
    rf"(?:[A-Z][\w/&-]*\s+){{0,4}}{_KINDS}\b(?:\s+(?:on|for|of|in|and|about|at)\b)?[^.!?|\n]*)",
    re.IGNORECASE,
)
_PLAIN_TITLE = re.compile(
    r"(?P<title>(?:[A-Z][\w/&-]*\s+){0,4}Workshop\s+(?:on|for|of|in)\s+[A-Z][^.!?|\n]*)"
)
_KIND_BEHIND = re.compile(
    r"^(?P<title>(?!(?:call|welcome|about|previous|past|full|half|one|this|our|what|why|the)\b)"
    r"[A-Z][\w/&-]*(?:\s+[\w/&-]+){2,10}\s+Workshop)\b(?:\s+(?:at\s+\S+\s*)?(?:20\d\d)?)?$"
)
"""An example: `Structured Sample Proposals Workshop 2026`."""
_HOST_WITH_YEAR = r"(?:ACM\s+|IEEE\s+)?[A-Z][\w/-]*[A-Z][\w-]*\s*['’]?\s?(?:20\d\d|\d\d)"
_BEHIND_HOST = re.compile(
    rf"^{_HOST_WITH_YEAR}\s+workshop\s*(?:[-–—:|]|(?P<on>on\s))\s*(?P<name>[^\W\d_].{{7,120}})$",
    re.IGNORECASE,
)
_BEFORE_HOST = re.compile(
    rf"^(?P<acronym>[A-Z]\w*[A-Z]\w*)\s*[:–—]\s*(?P<name>[A-Z][^@]{{7,120}}?)\s*@\s*{_HOST_WITH_YEAR}"
)
_HOST_IN_FRONT = re.compile(rf"^(?P<host>{_HOST_WITH_YEAR})\s+[Ww]orkshop\b")
_IN_TEXT = 3
"""How much a title counts that stands deep in the text."""
_BESIDE_HOST = 4
"""How much a title with its conference counts beside others."""
_ACRONYM = re.compile(
    r"\(\s*(?P<acronym>[A-Z][\w&+-]*[A-Z][\w&+-]*|[A-Z]{2,})(?:\s*[@-]?\s*['’]?\s?(?:20\d\d"
    r"|\d\d))?\s*\)"
)
_CITY_STATES = {"Singapore", "Monaco", "Luxembourg"}


@dataclass(slots=True)
class SiteHead:
    """What a site says of the edition as a whole."""

    title: WorkshopTitle | None = None
    title_span: Span | None = None
    host: HostConference | None = None
    host_name: str = ""
    """The host's full name, if the site has it."""
    host_address: str = ""
    host_span: Span | None = None
    days: tuple[dt.date, ...] = ()
    day_span: Span | None = None
    conference: tuple[dt.date, dt.date] | None = None
    """The days of the host conference."""
    place: Place | None = None
    place_span: Span | None = None
    is_online_too: bool = False
    hours: tuple[str, str] | None = None


def head_lines(site: WorkshopSite) -> Iterator[tuple[str, Span, list[str]]]:
    """The lines of the site that tell of the whole, the surest first, with their links."""
    for page in site.pages:
        if page is site.main or page.topic in {Topic.CALL, Topic.VENUE, Topic.SCHEDULE}:
            yield from _of_page(page, is_main=page is site.main)
    for page in site.pages:
        if _TELLS_OF_OTHERS.search(Path(page.address.rstrip("/")).stem):
            continue
        if page is not site.main and page.topic not in {Topic.CALL, Topic.VENUE, Topic.SCHEDULE}:
            yield from _of_page(page, is_main=False)


_TELLS_OF_OTHERS = re.compile(
    r"^(?:resources?|links?|related(?:[-_]\w+)*|further[-_]reading|reading[-_]list"
    r"|(?:past|previous|other)[-_]\w+|history|archives?)$",
    re.IGNORECASE,
)
"""The names of pages that tell of other events: `resources`, `past-editions`."""


def _of_page(page: WorkshopPage, *, is_main: bool) -> Iterator[tuple[str, Span, list[str]]]:
    front = page.document.front
    for key in ("title", "excerpt", "subtitle", "description", "tagline"):
        node = front.child(key)
        tree = page.document.front_tree(key)
        if node is not None and tree is not None:
            for shown in lines_of(tree):
                yield shown.text, node.span, [run.address for run in shown.runs if run.address]
    for passage in page.passages:
        topic, _ = topic_in_path(passage.path)
        if topic in {
            Topic.NEWS,
            Topic.EARLIER,
            Topic.ORGANIZERS,
            Topic.COMMITTEE,
            Topic.SPEAKERS,
            Topic.PAPERS,
            Topic.SPONSORS,
            Topic.OTHER_COMMITTEE,
        }:
            continue
        if passage.heading is not None:
            yield passage.title, passage.span, passage.heading.addresses
        limit = 14 if is_main or topic in {Topic.VENUE, Topic.CALL, Topic.OVERVIEW} else 4
        for line in passage.lines[:limit]:
            yield line.text, line.span, line.addresses


def read_title_of(site: WorkshopSite) -> tuple[WorkshopTitle | None, Span | None]:
    """The workshop's title, the one with most to tell."""
    found: list[tuple[int, WorkshopTitle, Span | None]] = []
    start = site.main.document.spans[0]
    for page in site.pages:
        if page.title and not topic_of(page.title):
            _add_title(found, page.title, page.document.front.span, 6 if page is site.main else 4)
    for key in ("title", "subtitle", "name", "description", "tagline"):
        if isinstance(value := site.config.get(key), str):
            _add_title(found, value, start, 2)
    for count, (text, span, _) in enumerate(head_lines(site)):
        if len(text) < 400:
            _add_title(found, text, span, 5 if count < 12 and len(text) < 160 else 3)
        if count > 120:
            break
    own = _own_title(site)
    best = max(found, key=lambda one: one[0], default=None)
    if best is None or (own is not None and _is_of_another(best[1], best[0], own)):
        return own, start if own is not None else None
    _, title, where = best
    ordinal = title.ordinal or next(
        (
            one.ordinal
            for _, one, _ in sorted(found, key=lambda one: -one[0])
            if one.ordinal and _same(one.name, title.name)
        ),
        None,
    )
    acronym = title.acronym or next(
        (one.acronym for _, one, _ in sorted(found, key=lambda one: -one[0]) if one.acronym), None
    )
    return WorkshopTitle(title.name, ordinal, acronym, title.year), where


def _own_title(site: WorkshopSite) -> WorkshopTitle | None:
    """What the site calls itself, in its first page's title or in its configuration."""
    for text in (
        site.main.title,
        *(str(site.config.get(key) or "") for key in ("title", "name")),
    ):
        named = _without_host(text)
        if not named or topic_of(text) or _STANDS_IN.fullmatch(text.strip()):
            continue
        if short := _SHORT_TITLE.fullmatch(named):
            return WorkshopTitle(short["acronym"], acronym=short["acronym"])
        if len(text.split()) >= 2:
            return read_title(named)
    return None


def _is_of_another(title: WorkshopTitle, weight: int, own: WorkshopTitle) -> bool:
    """Whether a title from within the text has no word of what the site calls itself."""
    shared = {*words(title.name)} & {*words(own.name)} - {"workshop", "on", "the", "of", "for"}
    return weight <= _WITHIN_TEXT and not shared and len(own.name.split()) >= _SURE_TITLE


_WITHIN_TEXT = 6
"""At most so much counts a title that stands deep in the text and has no ordinal."""
_SURE_TITLE = 4
"""So many words has a title that a site surely has chosen."""
_SHORT_TITLE = re.compile(
    r"(?P<acronym>[A-Z][\w&+-]*[A-Z][\w&+-]*?)\s*['’]?\s?(?:20)?\d\d(?:\s+(?:at|in|@)\s.*)?"
)
"""A title that is an acronym alone: `WSP '26 at SIGIR`."""
_STANDS_IN = re.compile(
    r"home(?:\s*page)?|(?:my|your)\s+(?:awesome\s+|new\s+|cool\s+)?(?:web\s?)?(?:site|title|page)"
    r"(?:\s+(?:name|title))?|(?:website|site|page)\s+(?:title|name)|untitled.*|new\s+site"
    r"|(?:just\s+)?another\s+\w+\s+site",
    re.IGNORECASE,
)
"""What themes call sites that nobody has named yet: `My website`, `Your awesome title`."""


def _same(one: str, other: str) -> bool:
    first, second = one.casefold(), other.casefold()
    return first in second or second in first


_HOME = re.compile(r"^(?:home|welcome|index)\s*[|–—:·-]\s*|\s*[|–—·]\s*home$", re.IGNORECASE)
"""What a page's title says of the page: `Home | Workshop on Structured Proposals`."""


def _add_title(
    found: list[tuple[int, WorkshopTitle, Span | None]], text: str, span: Span | None, weight: int
) -> None:
    text = _HOME.sub("", " ".join(text.split())).strip('"“”«»')
    if beside := _beside_host(text):
        found.append((weight + _BESIDE_HOST, beside, span))
        return
    for pattern, more in ((_ORDINAL_TITLE, 3), (_PLAIN_TITLE, 1), (_KIND_BEHIND, 0)):
        if pattern is _KIND_BEHIND and weight <= _IN_TEXT:
            continue
        match = pattern.search(text)
        if match is None:
            continue
        written = (
            text
            if text.casefold().startswith(match["title"][:12].casefold()) and len(text) < 200
            else match["title"]
        )
        before = text[: match.start()].strip(" :–—-|·(")
        title = _tidy_title(written)
        if title is None or not 2 <= len(title.name.split()) <= 25:
            continue
        acronym = title.acronym
        if acronym is None and re.fullmatch(
            r"[A-Z][\w&+-]*[A-Z][\w&+-]*(?:\s*['’]?\s?(?:20)?\d\d)?", before
        ):
            acronym = re.sub(r"\s*['’]?\s?(?:20)?\d\d$", "", before)
        score = (
            weight
            + more
            + (2 if len(title.name.split()) >= 4 else 0)
            + (1 if acronym else 0)
            + (1 if title.ordinal else 0)
        )
        found.append((score, WorkshopTitle(title.name, title.ordinal, acronym, title.year), span))
        return


def _beside_host(text: str) -> WorkshopTitle | None:
    """A title with its conference in front or behind: `WSP: Structured Proposals @ SIGIR 2026`."""
    if match := _BEHIND_HOST.match(text):
        name = f"Workshop on {match['name']}" if match["on"] else match["name"]
        return _tidy_title(name)
    if match := _BEFORE_HOST.match(text):
        title = _tidy_title(match["name"])
        if title is not None:
            return WorkshopTitle(title.name, title.ordinal, match["acronym"], title.year)
    return None


def _tidy_title(text: str) -> WorkshopTitle | None:
    """A title without what follows it in a sentence: the acronym's bracket, the conference."""
    acronym = None
    if match := _ACRONYM.search(text):
        inner = match["acronym"]
        if known_series(inner) is None:
            acronym = re.sub(r"[-@]?(?:20)?\d\d$", "", inner)
        text = text[: match.start()]
    bare = _without_host(text)
    title = read_title(bare)
    name = re.sub(r"\s+(?:20\d\d|['’]\d\d)$", "", title.name).strip(" ,;:–—-(@|")
    if not name or len(name) < 8 or not _is_whole(name):
        return None
    return WorkshopTitle(name, title.ordinal, title.acronym or acronym, title.year)


_FRAGMENT = re.compile(
    r"^(?:day\s+(?:of|at)|of|in|on|for|at|to|and|this|that|our)\b|\b(?:of|in|on|for|at|to|and|the|be|is|a|an)$"
    r"|\bworkshop\s+series\b",
    re.IGNORECASE,
)
_ONLY_KIND = re.compile(
    rf"(?:(?:the|an?|ieee|acm|international|annual|half-day|full-day)\s+)*{_KINDS}s?", re.IGNORECASE
)


def _is_whole(name: str) -> bool:
    """Whether some words may be a title, and no piece of one: `International Workshop on`."""
    return _FRAGMENT.search(name) is None and _ONLY_KIND.fullmatch(name) is None


_MONTH_NAMES = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DAY_BEHIND = re.compile(
    rf"[\s,|–—-]+(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH_NAMES}"
    rf"|{_MONTH_NAMES}\s+\d{{1,2}}(?:st|nd|rd|th)?)\b[\s,]*(?:20\d\d)?$"
)
"""A day behind a title: `Workshop on Structured Proposals 1st November`."""


def _without_host(text: str) -> str:
    """A title without the conference behind it: "… at SIGIR 2026"."""
    bare = re.sub(r"\s*\(?[@]\s*[A-Z].*$", "", text)
    bare = re.sub(
        r"\s*\(?,?\s*(?:co-?\s?located|collocated|held\b|in\s+conjunction|in\s+collaboration"
        r"|hosted\s+(?:at|by)|part\s+of\s+the|will\s|takes?\s+place|is\s|was\s|has\s|aims?\s"
        r"|brings?\s|invites?\s|which\s|that\s|to\s+be\s).*$",
        "",
        bare,
        flags=re.IGNORECASE,
    )
    bare = re.sub(
        r"\s+(?:at|in)\s+(?:the\s+)?(?:ACM\s+|IEEE\s+)?[A-Z][A-Za-z]*[A-Z][\w-]*[\s'’-]*\d{2,4}.*$",
        "",
        bare,
    )
    bare = re.sub(
        r"\s+(?:at|in)\s+(?:the\s+)?(?:(?:\d+\w\w|[A-Z]\w+th)\s+)?[^,]*\bConference\b.*$", "", bare
    )
    bare = _DAY_BEHIND.sub("", bare)
    bare = re.sub(
        r",\s*(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September"
        r"|October|November|December)\b.*$",
        "",
        bare,
    )
    return bare.strip(" ,;:–—-(|")


def read_host_of(site: WorkshopSite, year: int, acronym: str | None) -> SiteHead:
    """The host conference, with its full name, address and days as far as the site has them."""
    head = SiteHead()
    for want_beside in (True, False):
        for text, span, addresses in head_lines(site):
            found = _host_in(text, year, acronym, want_beside)
            if found is None:
                continue
            head.host, head.host_name = found
            head.host_span = span
            head.host_address = next(
                (
                    one
                    for one in addresses
                    if re.match(r"https?://", one)
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
    match = _BESIDE.search(text)
    if want_beside and match is None:
        return None
    rest = text[match.end() :] if match is not None and want_beside else text
    if want_beside and (long := _LONG_HOST.search(rest[:260])):
        host = _checked(read_host(_bare(long["host"]), year), year, acronym)
        if host is not None:
            return host, " ".join(long["long"].split()) if long.start() < 40 else ""
    if want_beside:
        for found in _HOST_NAME.finditer(rest[:200]):
            host = _checked(read_host(_bare(found["host"]), year), year, acronym)
            if host is not None:
                return host, ""
        named = re.split(
            r"[,;|.(:]|\s(?:taking|in|on|held|which|and|as|that|will|to)\s|\s[–—-]\s", rest
        )[0].strip()
        if (
            2 <= len(named) <= 60
            and not _tells_of_another_year(text, year)
            and re.match(r"[A-Z]", named)
            and not re.search(_NO_HOST, named, re.IGNORECASE)
            and not _SMALL_WORDS.search(named)
        ):
            return _checked_pair(read_host(_bare(named), year), year, acronym)
        return None
    if alone := _LONG_HOST.fullmatch(text.strip(" .")):
        host = _checked(read_host(_bare(alone["host"]), year), year, acronym)
        if host is not None and host.year is not None:
            return host, " ".join(alone["long"].split())
    if in_front := _HOST_IN_FRONT.match(text):
        host = _checked(read_host(_bare(in_front["host"]), year), year, acronym)
        return (host, "") if host is not None else None
    if short := _SHORT_HOST.search(text):
        host = _checked(read_host(_bare(short["host"]), year), year, acronym)
        return (host, "") if host is not None else None
    return None


def _tells_of_another_year(text: str, year: int) -> bool:
    """Whether a sentence names years, and only others: what an earlier edition was part of."""
    years = {int(found) for found in re.findall(r"\b((?:19|20)\d\d)\b", text)}
    years |= {2000 + int(found) for found in re.findall(r"['’](\d\d)\b", text)}
    return bool(years) and year not in years


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
    plain = re.sub(r"(?<=[A-Za-z])-(?=(?:20)?\d\d$)", " ", plain)
    plain = re.sub(r"\s(\d\d)$", r" '\1", plain)
    return re.sub(r"^(?:the|acm|ieee)\s+(?=[A-Z]{2,}\b)", "", plain, flags=re.IGNORECASE)


_YEAR_BEHIND = re.compile(r"[-\s]*(?:20)?\d\d$")
"""The year of `WSP2026`."""


def _checked(host: HostConference, year: int, acronym: str | None) -> HostConference | None:
    if not host.series or (host.year is not None and host.year not in {year, year - 1, year + 1}):
        return None
    if host.year is not None and host.year != year:
        return None
    if acronym and _YEAR_BEHIND.sub("", host.series).casefold() == acronym.casefold():
        return None
    if re.search(r"\b(?:workshop|cfp|call|paper)s?\b", host.series, re.IGNORECASE):
        return None
    return host


def read_place_of(site: WorkshopSite) -> tuple[Place | None, Span | None, bool]:
    """City and country, where they stand, and whether people take part from afar, too."""
    online = False
    found: tuple[Place, Span] | None = None
    for text, span, _ in head_lines(site):
        if (
            re.search(r"\b(?:hybrid|virtual(?:ly)?|online)\b", text, re.IGNORECASE)
            and find_place(text) is not None
        ):
            online = True
        if found is None and (place := find_place(text)) is not None and _may_tell_place(text):
            found = place, span
    return (found[0], found[1], online) if found else (None, None, online)


def _may_tell_place(text: str) -> bool:
    return (
        len(text) < 120
        or re.search(
            r"held|place|conjunction|located|venue|conference|workshop", text, re.IGNORECASE
        )
        is not None
    )


_CAPITALIZED = re.compile(
    r"(?P<city>(?:[A-Z][\w.'’-]*|of|de|do|la|le|del|am|an|der|den|upon"
    r"|sur)(?:\s+(?:[A-Z][\w.'’-]*|of|de|do|la|le|del|am|an|der|den|upon|sur))*)$"
)


_ZONE_WITH_CITIES = re.compile(
    r"\(?\b(?:GMT|UTC)\s*[+−–-]\s*\d{1,2}(?::\d\d)?\)?\s*[A-Z][\w.]*(?:(?:,|\s)\s*[A-Z][\w.]*)*"
)
"""The places whose clock a zone is: `(GMT +8:00) Beijing, Perth, Singapore, Hong Kong`."""


def find_place(text: str) -> Place | None:
    """The city with its country that some words name: "… in Lyon, France, on June 26"."""
    text = _ZONE_WITH_CITIES.sub("", text)
    parts = [part.strip() for part in re.split(r"[,|;(•·]|\s[–—-]\s|/|\b(?:on|from|and)\b", text)]
    for index, part in enumerate(parts):
        words = part.strip(" .:)!").split()
        for count in (3, 2, 1):
            name = " ".join(words[:count]).strip(" .:)")
            if len(words) < count or not name or not name[0].isupper() or len(name) < 2:
                continue
            if country_code(name) is None or (len(name) == 2 and name not in {"UK", "US"}):
                continue
            ends = words[count - 1].endswith((".", ")", "!"))
            if not ends and count < len(words) and re.match(r"[A-Z]", words[count]) and index:
                continue
            before = parts[index - 1] if index else ""
            place = _city_before(before, name, parts[index - 2] if index > 1 else "")
            if place is not None:
                return place
    match = re.search(r"\bin\s+(Singapore|Luxembourg|Monaco|Hong\s+Kong|Macau)\b", text)
    if match:
        return Place(match[1], None, match[1])
    return None


def _city_before(before: str, country: str, further: str) -> Place | None:
    bare = re.sub(
        r"^.*\b(?:in|at|to|near|place:|location:|venue:|where:)\s+",
        "",
        before.strip(),
        flags=re.IGNORECASE,
    )
    bare = re.sub(r"^.*(?:20\d\d|:)\s+", "", bare).strip(" .")
    match = _CAPITALIZED.search(bare)
    if match is None or (
        country_code(match["city"]) is not None and match["city"] not in _CITY_STATES
    ):
        return None
    city = (
        re.sub(r"^(?:in|at|The)\s+", "", match["city"])
        if not re.match(r"The\s+Hague", match["city"])
        else match["city"]
    )
    if re.fullmatch(r"[A-Z]+[a-z]?[A-Z]+", city) and len(city) > 2:
        return None  # as in `SnT, Luxembourg`, of a house
    if re.fullmatch(r"[A-Z]{2}", city) or city in _STATE_NAMES:
        inner = _city_before(further, country, "") if further else None
        return Place(inner.city, city, country) if inner else None
    if re.search(
        r"\b(?:conference|workshop|university|center|centre|hotel|room|hall|sigir|acm|ieee"
        r"|convention)\b",
        city,
        re.IGNORECASE,
    ) or re.search(r"\d", city):
        return None
    if city.casefold() in _MONTHS or len(city) < 3:
        return None
    first, _, rest = city.partition(" ")
    if re.fullmatch(r"[A-Z&]{2,}", first) and cities_called(country_code(country) or "", rest):
        return Place(rest, None, country)  # as in `EIT Lyon`, of a house and its city
    return Place(city, None, country)


_MONTHS = {
    dt.date(2000, month, 1).strftime(form).casefold()
    for month in range(1, 13)
    for form in ("%B", "%b")
}
_STATE_NAMES = {
    *("Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut"),
    *("Delaware", "Florida", "Georgia", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa"),
    *("Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan"),
    *("Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "Ohio"),
    *("Oklahoma", "Oregon", "Pennsylvania", "Tennessee", "Texas", "Utah", "Vermont"),
    *("Virginia", "Washington", "Wisconsin", "Wyoming", "Ontario", "Quebec", "Alberta"),
    *("Manitoba", "Victoria", "Queensland", "Bavaria", "Scotland", "England", "Wales"),
    *("Hawai'i"),
}


def days_of_workshop(
    dated: list[DatedLine], head: list[DatedLine], year: int
) -> tuple[tuple[dt.date, ...], Span | None, bool]:
    """The day of the workshop, where it stands, and whether it is one of several days."""
    named = [
        line for line in dated if line.kind == "workshop" and line.days and not _of_conference(line)
    ]
    for line in [*named, *head]:
        days = [day for day in line.days if abs(day.year - year) <= 1]
        if len(set(days)) == 1 and not line.is_range:
            return (days[0],), line.span, False
    return (), None, False


def _of_conference(line: DatedLine) -> bool:
    return re.search(r"conference", line.label, re.IGNORECASE) is not None or line.is_range
