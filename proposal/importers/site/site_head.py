"""Reads what a site says of the edition as a whole: its day and place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.importers.site.date_lines import DatedLine
from proposal.importers.site.foreign_words import with_english_months
from proposal.importers.site.hybrid_words import says_hybrid
from proposal.importers.site.lone_cities import city_beside_a_day, is_known_city, lone_city
from proposal.importers.site.name_likeness import names_institution, person_name
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import is_of_others, topic_in_path
from proposal.importers.site.site_days import days_of
from proposal.importers.site.site_lines import SiteLine
from proposal.importers.site.workshop_site import WorkshopPage, WorkshopSite
from proposal.model.countries import country_code
from proposal.model.english_days import MONTHS
from proposal.reading.cities import cities_called
from proposal.reading.conferences import (
    HostConference,
)
from proposal.reading.days import first_and_last_day
from proposal.reading.places import Place
from proposal.reading.workshop_titles import WorkshopTitle

_CITY_STATES = ("Singapore", "Luxembourg", "Monaco", "Hong Kong", "Macau", "Macao")
"""Cities that are called like the country or the region that they are."""


class SiteHead(Struct):
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
        if page.topic in _OF_OTHER_THINGS or _TELLS_OF_OTHERS.search(
            Path(page.address.rstrip("/")).stem
        ):
            continue
        if page is not site.main and page.topic not in {Topic.CALL, Topic.VENUE, Topic.SCHEDULE}:
            yield from _of_page(page, is_main=False)


_OF_OTHER_THINGS = {Topic.SPEAKERS, Topic.ORGANIZERS, Topic.COMMITTEE, Topic.EARLIER}
"""What pages are about that tell of other places than the workshop's."""
_TELLS_OF_OTHERS = re.compile(
    r"^(?:resources?|links?|related(?:[-_]\w+)*|further[-_]reading|reading[-_]list"
    r"|(?:past|previous|other)(?:[-_]\w+)?|history|archives?)$",
    re.IGNORECASE,
)
"""The names of pages that tell of other events: `resources`, `past-editions`."""


def _of_front(page: WorkshopPage) -> Iterator[tuple[str, Span, list[str]]]:
    """The lines of a page's front matter that tell of the whole."""
    for shown, span in page.front_lines(_TEXTS_OF_FRONT):
        yield shown.text, span, [run.address for run in shown.runs if run.address]


_TEXTS_OF_FRONT = ("title", "excerpt", "subtitle", "description", "tagline", "profile")


def _of_page(page: WorkshopPage, *, is_main: bool) -> Iterator[tuple[str, Span, list[str]]]:
    yield from _of_front(page)
    is_programme = page.topic is Topic.SCHEDULE and not is_main
    has_rows = False
    for passage in page.passages:
        topic, _ = topic_in_path(passage.path)
        is_of_part = is_of_others(passage.path) or _HOURS_OF_PART.search(passage.title)
        if is_of_part or topic in _OF_OTHER_PARTS or (has_rows and topic is not Topic.VENUE):
            continue
        if passage.heading is not None:
            yield passage.title, passage.span, passage.heading.addresses
        lines = passage.lines
        if is_programme or topic is Topic.SCHEDULE:
            lines = list(takewhile(lambda line: not _BEGINS_ROW.match(line.text), lines))
            has_rows = has_rows or (is_programme and len(lines) < len(passage.lines))
        is_long = is_main or topic in {Topic.VENUE, Topic.CALL, Topic.OVERVIEW}
        if not is_long:  # elsewhere, `University of Testing, Lyon, France` is where authors work
            lines = [line for line in lines if not names_institution(line.text.split(",")[0])]
        yield from _of_lines(lines, passage.title, topic, 14 if is_long else 4)


def _of_lines(
    lines: list[SiteLine], title: str, topic: Topic | None, limit: int
) -> Iterator[tuple[str, Span, list[str]]]:
    """The first lines below a heading, with those further down that are of the whole, too."""
    for number, line in enumerate(lines):
        above = lines[number - 1].text if number else title
        if number and person_name(above):
            continue  # where somebody works, as in `Ann Author`, `Example Lab, Lyon, France`
        if _ONLY_LABEL.fullmatch(above):
            yield f"Location: {line.text}", line.span, line.addresses
        elif number < limit or (TELLS_OF_HOST.search(line.text) and topic in _OF_CALLS):
            yield line.text, line.span, line.addresses


_OF_OTHER_PARTS = {
    *(Topic.NEWS, Topic.EARLIER, Topic.ORGANIZERS, Topic.COMMITTEE, Topic.OTHER_COMMITTEE),
    *(Topic.SPEAKERS, Topic.PAPERS, Topic.SPONSORS),
}
"""What passages are about that tell of other places and days than the workshop's."""
_ONLY_LABEL = re.compile(r"\W*(?:location|place|city|where|ort|lieu|lugar|luogo)\W*", re.IGNORECASE)
"""A line that says what stands below it: `Location`, `📍 Where:`."""


_BEGINS_ROW = re.compile(r"\W*\d{1,2}\s*(?:[:.h]\s?\d\d|[ap]\.?m\b)", re.IGNORECASE)
"""Hours of a programme's row: `9:00 AM - 10:00 AM`, below which people and institutions stand."""
_HOURS_OF_PART = re.compile(r"\d{1,2}[:.]\d\d\s*[-–—]\s*\d{1,2}[:.]\d\d")
"""Hours in the heading of a part of a programme, below which people stand: `Talk: 8:00-8:55`."""
_OF_CALLS = {Topic.CALL, Topic.DATES, Topic.SUBMISSION, Topic.OVERVIEW, None}
TELLS_OF_HOST = re.compile(
    r"\bco-?\s?located\b|\bcollocated\b|\bin\s+conjunction\s+with\b", re.IGNORECASE
)
"""What a call says of the conference, however far down. Example: `co-located with EXC 2027`."""


def read_stretch_of(site: WorkshopSite, year: int) -> tuple[dt.date, dt.date] | None:
    """From when to when an event of several days lasts, as its site says first."""
    for text in (*(text for text, _, _ in head_lines(site)), *site.config_texts):
        english = with_english_months(text)
        for found in (first_and_last_day(english), _two_days(english)):
            if found is not None and found[0] < found[1] and found[0].year == year:
                return found
    return None


_AND_NEXT_DAY = re.compile(r"(?<=\d)(?:st|nd|rd|th)?\s+(?:and|&)\s+(?:the\s+)?(?=\d)")
"""What parts two days that follow each other: `on the 8th and 9th of May 2026`."""


def _two_days(text: str) -> tuple[dt.date, dt.date] | None:
    """Two days that follow each other; nothing if they do not, as those of two events."""
    found = first_and_last_day(_AND_NEXT_DAY.sub("-", text))
    return found if found is not None and found[1] - found[0] == dt.timedelta(1) else None


def read_place_of(site: WorkshopSite, year: int) -> tuple[Place | None, Span | None, bool]:
    """City and country, where they stand, and whether people take part from afar, too.

    A city of which no line names the country has an empty one.
    """
    online = False
    found: tuple[Place, Span] | None = None
    alone: tuple[Place, Span] | None = None
    unknown: tuple[Place, Span] | None = None
    for text, span, _ in head_lines(site):
        if (
            re.search(r"\b(?:hybrid|virtual(?:ly)?|online)\b", text, re.IGNORECASE)
            and find_place(text) is not None
        ) or says_hybrid(text):
            online = True
        place = find_place(text) if found is None and _may_tell_place(text) else None
        if place is not None and is_known_city(place):
            found = place, span
        elif place is not None and (_SAYS_WHERE.search(text) or days_of(text, year)):
            unknown = unknown or (place, span)
        if alone is None and _may_tell_place(text) and (city := lone_city(text)) is not None:
            alone = city, span
    beside = ((city_beside_a_day(text, year), span) for text, span in _first_lines(site))
    if found is None and alone is None:
        places = filter(None, map(find_place, site.config_texts))
        unknown = next(((one, site.main.document.spans[0]) for one in places), unknown)
    best = found or alone or next(((city, span) for city, span in beside if city), unknown)
    return (best[0], best[1], online) if best else (None, None, online)


_SAYS_WHERE = re.compile(r"\b(?:held|location|venue|place|where|hosted)\b", re.IGNORECASE)
"""Words of a line that may name a small town that no table has: `held in Sampleville, USA`."""
_MOST_FIRST_LINES = 6
"""Lines at the head of the first page."""


def _first_lines(site: WorkshopSite) -> Iterator[tuple[str, Span]]:
    """The lines at the head of the first page, above all that has a topic."""
    lines = [(text, span) for text, span, _ in _of_front(site.main)]
    for passage in site.main.passages:
        if topic_in_path(passage.path)[0] is not None or len(lines) >= _MOST_FIRST_LINES:
            break
        lines += [(passage.title, passage.span)] if passage.title else []
        lines += [(line.text, line.span) for line in passage.lines]
    return iter(lines[:_MOST_FIRST_LINES])


def _may_tell_place(text: str) -> bool:
    """Whether a line may say where the workshop is, and not where somebody works."""
    return _TELLS_OF_SOMEBODY.search(text) is None and (
        len(text) < 120
        or re.search(
            # `Held in conjunction with …`, `Venue: …`
            r"held|place|conjunction|located|venue|conference|workshop",
            text,
            re.IGNORECASE,
        )
        is not None
    )


_TELLS_OF_SOMEBODY = re.compile(
    r"\b(?:professor|lecturer|researcher|scientist|director|ph\.?\s?d|laboratory|his|her|he|she)\b"
    r"|\b(?:chairs?|speakers?|organi[sz]ers?|members?|committee|presenters?)\s*:",
    re.IGNORECASE,
)
"""Words of a biography: `Ann Author is a director at the Sample Laboratory, Lyon, France`.

And of a list of people in one line: `Chairs: Ann Author, Example Lab, Lyon, France`.
"""


_CAPITALIZED = re.compile(
    r"(?P<city>(?:[A-Z][\w.'’-]*|of|de|do|la|le|del|am|an|der|den|upon"
    r"|sur)(?:\s+(?:[A-Z][\w.'’-]*|of|de|do|la|le|del|am|an|der|den|upon|sur))*)$"
)
"""`in Santiago de Compostela`"""


_ZONE_WITH_CITIES = re.compile(
    r"\(?\b(?:GMT|UTC)\s*[+−–-]\s*\d{1,2}(?::\d\d)?\)?\s*[A-Z][\w.]*(?:(?:,|\s)\s*[A-Z][\w.]*)*"
)
"""The places whose clock a zone is: `(GMT +8:00) Beijing, Perth, Singapore, Hong Kong`."""


_BETWEEN_PARTS = re.compile(
    r"[,;|(•·]|\s[–—-]\s|/|\b(?:on|from)\b|(?:(?<=\d)|(?<=[a-z]{4}))\.\s(?=[A-Z])"
)
"""What parts a city from what stands before it: `Co-located with SIGIR'26. Lyon, France`."""


def find_place(text: str) -> Place | None:
    """The city with its country that some words name: "… in Lyon, France, on June 26"."""
    text = _ZONE_WITH_CITIES.sub("", text)
    parts = [
        "" if names_institution(between) else part.strip()
        for between in _BETWEEN_PARTS.split(text)
        for part in re.split(r"\band\b", between)
    ]
    for index, part in enumerate(parts):
        words = part.strip(" .:)!").split()
        for count in (3, 2, 1):
            name = " ".join(words[:count]).strip(" .:)")
            if len(words) < count or not name or not name[0].isupper() or len(name) < 2:
                continue
            if country_code(name) is None or (len(name) == 2 and name not in {"UK", "US"}):
                continue
            if name.casefold() in _ENGLISH_WORDS:
                continue
            ends = words[count - 1].endswith((".", ")", "!"))
            follows = words[count] if count < len(words) else ""
            is_longer = re.match(r"[A-Z]", follows) and not _BEGINS_DAY.match(follows)
            if not ends and is_longer and index:
                continue
            before = parts[index - 1] if index else ""
            place = _city_before(before, name, parts[index - 2] if index > 1 else "")
            if place is not None:
                return place
    line, city_state = " ".join(text.split()), f"({'|'.join(_CITY_STATES)})"
    match = re.search(rf"\bin\s+{city_state}\b", line) or re.fullmatch(rf"\W*{city_state}\W*", line)
    return Place(match[1], None, match[1]) if match else None


_ENGLISH_WORDS = {
    *("chin", "chip", "end", "greek", "indie", "male", "malt", "man", "my", "pain", "pole"),
    *("sad", "sin", "sip", "swede", "swiss"),
}
"""Words that are names of countries in other languages: `End of February`."""
_BEGINS_DAY = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    r"(?:[a-z]*day|[a-z]*ary|ch|il|ust|ember|ober|tember)?\b"
)
"""What may stand behind a country without a comma: `Lyon, France June 26`."""


def _city_before(before: str, country: str, further: str) -> Place | None:
    bare = re.sub(
        # `The workshop is held in `, `Location: `
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
    if all(re.fullmatch(r"[A-Z]+[a-z]?[A-Z]+", word) for word in city.split()) and len(city) > 2:
        return None  # as in `SnT, Luxembourg` and `FORTH ICS, Greece`, of a house
    if names_institution(city):
        return None  # as in `Ann Author, Example University, France`
    if re.fullmatch(r"[A-Z]{2}", city) or city in _STATE_NAMES:
        inner = _city_before(further, country, "") if further else None
        return Place(inner.city, city, country) if inner else None
    if re.search(
        # `Hotel Example`, `SIGIR`: no city
        r"\b(?:conference|workshop|university|center|centre|hotel|room|hall|sigir|acm|ieee"
        r"|convention)\b",
        city,
        re.IGNORECASE,
    ) or re.search(r"\d", city):
        return None
    if city.casefold() in MONTHS or len(city) < 3:
        return None
    first, _, rest = city.partition(" ")
    if re.fullmatch(r"[A-Z&]{2,}", first) and cities_called(country_code(country) or "", rest):
        return Place(rest, None, country)  # as in `EIT Lyon`, of a house and its city
    return Place(city, None, country)


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
    for distance in (0, 1):  # a day of another year may be a misprint, where others are of this one
        for line in [*named, *head]:
            days = [day for day in line.days if abs(day.year - year) <= distance]
            if len(set(days)) == 1 and not line.is_range:
                return (days[0],), line.span, False
    return (), None, False


def _of_conference(line: DatedLine) -> bool:
    return re.search(r"conference", line.label, re.IGNORECASE) is not None or line.is_range
