"""Finds what a site calls its workshop."""

from __future__ import annotations

import re

from proposal.diagnostics import Span
from proposal.importers.site.section_topics import topic_of
from proposal.importers.site.site_head import head_lines
from proposal.importers.site.site_host import HOST_WITH_YEAR
from proposal.importers.site.workshop_site import WorkshopSite, without_tags
from proposal.model.name_comparison import words
from proposal.reading.conferences import is_known_conference
from proposal.reading.workshop_titles import WorkshopTitle, read_title, says_about_what

_KINDS = r"(?:workshop|symposium|tutorial|seminar|forum|summit|challenge|special\s+day|day)"
_ORDINAL_TITLE = re.compile(
    rf"(?P<title>(?:(?<![\w-])(?:the\s+)?(?:\d{{1,3}}(?:st|nd|rd|th)|(?:[a-z]+ty[\s-])?(?:first|second"
    rf"|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|[a-z]+(?:teenth|tieth))\s+)"
    rf"(?:(?:Int(?:l|ern)?\.|Int['’]l\.?|(?-i:[A-Z])[\w/&-]*|international|annual|joint|online)\s+){{0,4}}"
    rf"{_KINDS}\b(?:\s+(?:on|for|of|in|and|about|at)\b)?[^.!?|\n]*)",
    re.IGNORECASE,
)
"""`the Third Workshop on Samples`, `Twenty-First International Workshop on Samples`"""
_ORDINAL_AND_ACRONYM = re.compile(
    rf"\b\d{{1,3}}(?:st|nd|rd|th)\s+(?:(?:[A-Z][\w/&-]*|and|of|for|on|in|the)\s+){{1,12}}?"
    rf"(?i:{_KINDS})\s*\([A-Z][\w-]*[A-Z][\w-]*\)"
)
"""A long name in a sentence: `The 15th Samples of Systems and Tests Symposium (SSTS) is …`."""
_PLAIN_TITLE = re.compile(
    r"(?P<title>(?:[A-Z][\w/&-]*\s+){0,4}Workshop\s+(?:on|for|of|in)\s+[A-Z][^.!?|\n]*)"
)
"""`International Workshop on Careful Engines`"""
_OF_OTHER_KIND = re.compile(
    r"(?:The\s+)?(?:[A-Z][\w/&-]*\s+){0,4}(?:Symposium|Colloquium|Seminar|Forum|Summit|Meeting|School|workshop)\s+"
    r"(?:on|for|of|in)\s+[A-Z]"
)
"""What a site calls itself in its first heading: `Symposium on Samples`, `ABC workshop on Code`."""
_OWN_HEADING = 9
"""How much a title counts that is the page's first heading, in whatever language."""
_MOST_HEADS = 2
"""A page's first heading, and what stands above it."""
_KIND_BEHIND = re.compile(
    r"^(?P<title>(?!(?:call|welcome|about|previous|past|full|half|one|this|our|what|why|the)\b)"
    r"[A-Z][\w/&-]*(?:\s+[\w/&-]+){2,10}\s+Workshop)\b(?:\s+(?:at\s+\S+\s*)?(?:20\d\d)?)?$"
)
"""An example: `Structured Sample Proposals Workshop 2026`."""
_BEHIND_HOST = re.compile(
    rf"^{HOST_WITH_YEAR}\s+workshop\s*(?:[-–—:|]|(?P<on>on\s))\s*(?P<name>[^\W\d_].{{7,120}})$",
    re.IGNORECASE,
)
"""`KDD 2026 Workshop on Careful Engines`"""
_BEFORE_HOST = re.compile(
    rf"^(?P<acronym>[A-Z]\w*[A-Z]\w*)\s*[:–—]\s*(?P<name>[A-Z][^@]{{7,120}}?)\s*@\s*{HOST_WITH_YEAR}"
)
"""`WCE: Careful Engines @ KDD 2026`"""
_AT_HOST_BEFORE = re.compile(
    rf"^(?P<acronym>[A-Z]\w*[A-Z]\w*)\s*@\s*{HOST_WITH_YEAR}\s*[|·:–—-]\s*(?P<name>\S+\s+\S.*)$"
)
"""`WCE @ KDD 2026 · Careful Engines`"""
_WITH_SUBTITLE = re.compile(
    r"[A-Z][^.!?|:\n]{3,80}\s*[:–—]\s+An?\s+(?:[\w-]+\s+){0,3}(?:Workshop|Symposium|Seminar)\b"
    r"(?:\s+(?:on|for|of|about|in)\s[^.!?|\n]{3,100})?"
)
"""`Samples Together: A Workshop`, `Samples Together: A Workshop on Tests`"""
_IN_TEXT = 3
"""How much a title counts that stands deep in the text."""
_BESIDE_HOST = 4
"""How much a title with its conference counts beside others."""
_ACRONYM = re.compile(
    r"\(\s*(?P<acronym>[A-Z][\w&+-]*[A-Z][\w&+-]*|[A-Z]{2,})(?:\s*[@-]?\s*['’]?\s?(?:20\d\d"
    r"|\d\d))?\s*\)"
)
"""`Workshop on Careful Engines (WCE 2026)`"""


def read_title_of(site: WorkshopSite) -> tuple[WorkshopTitle | None, Span | None]:
    """The workshop's title, the one with most to tell."""
    found: list[tuple[int, WorkshopTitle, Span | None]] = []
    start = site.main.document.spans[0]
    for page in site.pages:
        if page.title and not topic_of(page.title):
            _add_title(found, page.title, page.document.front.span, 6 if page is site.main else 4)
    for value in site.config_texts:
        _add_title(found, value, start, 2)
    for count, (text, span, _) in enumerate(head_lines(site)):
        if named := _ORDINAL_AND_ACRONYM.search(text):
            _add_title(found, named[0].strip(), span, 5)
        if len(text) < 400:
            _add_title(found, text, span, 5 if count < 12 and len(text) < 160 else 3)
        if count > 120:
            break
    for passage in site.main.passages[:_MOST_HEADS]:
        text = _WELCOME.sub("", " ".join(passage.title.split()))
        title = _tidy_title(text) if passage.level and _OF_OTHER_KIND.match(text) else None
        found += [(5, title, passage.span)] if title is not None else []
        title = _tidy_title(text) if passage.level and says_about_what(text) else None
        found += [(_OWN_HEADING, title, passage.span)] if title is not None else []
    own = _own_title(site)
    best = max(found, key=lambda one: one[0], default=None)
    if best is None or (
        own is not None
        and (
            _is_of_another(best[1], best[0], own)
            or _is_of_conference(site, own, [title for _, title, _ in found])
        )
    ):
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
    titles = [one for _, one, _ in [best, *sorted(found, key=lambda one: -one[0])]]
    titles += [own] if own is not None else []
    acronyms = (one.acronym for one in titles)
    acronym = next((one for one in acronyms if one and not is_known_conference(one)), None)
    return WorkshopTitle(title.name, ordinal, acronym, title.year), where


def _own_title(site: WorkshopSite) -> WorkshopTitle | None:
    """What the site calls itself, in its first page's title or in its configuration."""
    heads = (one.title for one in site.main.passages if one.level == 1 and len(one.path) == 1)
    for text in (
        site.main.title,
        *(without_tags(str(site.config.get(key) or "")) for key in ("title", "name")),
        next(heads, ""),
    ):
        if alone := _ACRONYM_AT_HOST.fullmatch(text.strip()):
            return WorkshopTitle(alone["acronym"], acronym=alone["acronym"])
        if beside := _beside_acronym(text):
            return beside
        named = _without_host(text)
        is_of_page = topic_of(text) or _ABOUT.match(text) or _ONLY_HOST.fullmatch(text.strip())
        if not named or is_of_page or _STANDS_IN.fullmatch(text.strip()):
            continue
        if short := _SHORT_TITLE.fullmatch(named):
            return WorkshopTitle(short["acronym"], acronym=short["acronym"])
        if len(text.split()) >= 2:
            return read_title(named)
    return None


_ACRONYM_AND_NAME = re.compile(
    r"(?P<acronym>[A-Z]\w*[A-Z]\w*)[\s'’-]*(?:20)?\d\d\s*(?:[|·:–—]|\s-\s)\s*(?P<name>\S+\s\S.*)"
)
"""`WSP 2026 | Sample Proposals Workshop`"""
_NAME_AND_ACRONYM = re.compile(
    r"(?P<name>\S+\s\S.*?)\s*(?:[|·:–—]|\s-\s)\s*(?P<acronym>[A-Z]\w*[A-Z]\w*)[\s'’-]*(?:20)?\d\d"
)
"""`Sample Proposals Workshop - WSP'26`"""
_ONLY_HOST = re.compile(rf"{HOST_WITH_YEAR}\s+[Ww]orkshops?")
"""A title that only says of which conference the workshop is: `SIGIR 2026 Workshop`."""


def _beside_acronym(text: str) -> WorkshopTitle | None:
    """The title of a page that has the acronym with its year and the name apart."""
    line = _HOME.sub("", " ".join(text.split()))
    match = _ACRONYM_AND_NAME.fullmatch(line) or _NAME_AND_ACRONYM.fullmatch(line)
    if match is None or is_known_conference(match["acronym"]) or topic_of(match["name"]):
        return None
    title = read_title(_without_host(match["name"]))
    return WorkshopTitle(title.name, title.ordinal, match["acronym"], title.year)


_CONFERENCE = re.compile(
    r"\b(?:conference|congress|konferenz|kongress|conférence|congrès|conferencia|congreso"
    r"|conferência|congresso|conferenza)\b",
    re.IGNORECASE,
)
_INNER = 2
"""So many workshops below a conference's own heading are those that it holds."""


def _is_of_conference(site: WorkshopSite, own: WorkshopTitle, titles: list[WorkshopTitle]) -> bool:
    """Whether a site is a conference's, and workshops that it names are those that it holds."""
    heads = [one.title for one in site.main.passages if one.level == 1]
    heads = [site.main.title, *heads, own.name]
    names = {title.name.casefold() for title in titles}
    is_head = any(name in head.casefold() for name in names for head in heads)
    is_conference = all(_CONFERENCE.search(head) for head in heads if head)
    return is_conference and not is_head and len(names) >= _INNER


def _is_of_another(title: WorkshopTitle, weight: int, own: WorkshopTitle) -> bool:
    """Whether a title from within the text has no word of what the site calls itself."""
    shared = {*words(title.name)} & {*words(own.name)} - {"workshop", "on", "the", "of", "for"}
    return weight <= _WITHIN_TEXT and not shared and len(own.name.split()) >= _SURE_TITLE


_WITHIN_TEXT = 6
"""At most so much counts a title that stands deep in the text and has no ordinal."""

_SURE_TITLE = 4
"""So many words has a title that a site surely has chosen."""

_SHORT_TITLE = re.compile(
    r"(?:(?:ACM|IEEE|IFAC|IFIP|USENIX)\s+)?(?P<acronym>[A-Z][\w&+-]*[A-Z][\w&+-]*?)\s*['’]?\s?(?:20)?\d\d(?:\s+(?:at|in|@)\s.*)?"
)
"""A title that is an acronym alone: `WSP '26 at SIGIR`, `IEEE WSP 2026`."""

_ACRONYM_AT_HOST = re.compile(
    rf"(?P<acronym>[A-Z][\w&+-]*[A-Z][\w&+-]*)\s*@\s*{HOST_WITH_YEAR}(?:\s+[Ww]orkshop)?"
)
"""A title that is an acronym beside its conference: `WSP @ SIGIR 2026`."""

_ABOUT = re.compile(
    r"(?:about|sobre|acerca\s+de|[àa]\s+propos|über|informazioni\s+su|over)\s+\w", re.IGNORECASE
)
"""What a page's title says of the page: `Sobre o WSP`."""

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


_WELCOME = re.compile(r"^welcome\s+to\s+(?:the\s+)?(?=.*\S)", re.IGNORECASE)
"""What greets in front of a title: `Welcome to the Third Workshop on Structured Proposals`."""


def _add_title(
    found: list[tuple[int, WorkshopTitle, Span | None]], text: str, span: Span | None, weight: int
) -> None:
    text = _WELCOME.sub("", _HOME.sub("", " ".join(text.split())).strip('"“”«»'))
    if beside := _beside_host(text):
        found.append((weight + _BESIDE_HOST, beside, span))
        return
    if _WITH_SUBTITLE.fullmatch(text):
        title = _tidy_title(text)
        found += [(weight + 4, title, span)] if title is not None else []
        return
    if named := _ORDINAL_AND_ACRONYM.fullmatch(text):
        title = _tidy_title(named[0])
        found += [(weight + 6, title, span)] if title is not None else []
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
            # `WSP`, `WSP'26`, `GenAIRecP 2026`
            r"[A-Z][\w&+-]*[A-Z][\w&+-]*(?:\s*['’]?\s?(?:20)?\d\d)?",
            before,
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
    if match := _BEFORE_HOST.match(text) or _AT_HOST_BEFORE.match(text):
        title = _tidy_title(match["name"])
        if title is not None:
            return WorkshopTitle(title.name, title.ordinal, match["acronym"], title.year)
    return None


def _tidy_title(text: str) -> WorkshopTitle | None:
    """A title without what follows it in a sentence: the acronym's bracket, the conference."""
    acronym = None
    if match := _ACRONYM.search(text):
        inner = match["acronym"]
        if not is_known_conference(inner):
            acronym = re.sub(r"[-@]?(?:20)?\d\d$", "", inner)
        text = text[: match.start()]
    bare = _without_host(text)
    title = read_title(bare)
    # such as Careful Engines (2026)
    name = re.sub(r"\s*\([\d\s./-]+\)$", "", title.name)
    # such as Careful Engines '26
    name = re.sub(r"\s+(?:20\d\d|['’]\d\d)$", "", name).strip(" ,;:–—-(@|")
    if not name or len(name) < 8 or not _is_whole(name):
        return None
    if _SMALL_KIND.match(name):
        name = name[0].upper() + name[1:]
    return WorkshopTitle(name, title.ordinal, title.acronym or acronym, title.year)


_SMALL_KIND = re.compile(r"(?:workshop|international|annual|joint)\b")
"""What begins a title with a small letter in the middle of a heading: `8th workshop on Samples`."""

_FRAGMENT = re.compile(
    r"^(?:day\s+(?:of|at)|of|in|on|for|at|to|and|this|that|our"
    r"|(?-i:days?|years?|editions?|time|anniversary|iteration|instalment|installment|instance)"
    r"|(?-i:(?!workshop)[a-z]+)\s+since)\b|\b(?:of|in|on|for|at|to|and|the|be|is|a|an)$"
    r"|\bworkshop\s+series\b",
    re.IGNORECASE,
)
"""What is a part of a sentence and no title: `on engines`, `year since the first one`."""

_ONLY_KIND = re.compile(
    rf"(?:(?:the|an?|ieee|acm|international|annual|half-day|full-day)\s+)*{_KINDS}s?", re.IGNORECASE
)
"""`International Workshop`, `half-day workshop`"""


def _is_whole(name: str) -> bool:
    """Whether some words may be a title, and no piece of one: `International Workshop on`."""
    return _FRAGMENT.search(name) is None and _ONLY_KIND.fullmatch(name) is None


_MONTH_NAMES = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)

_DAY_IN_BRACKETS = re.compile(rf"\s*\([^()]*\b{_MONTH_NAMES}\b[^()]*\)$")
"""Day and place behind a title: `Workshop on Structured Proposals (8-9 May, Lyon)`."""
_DAY_BEHIND = re.compile(
    rf"[\s,|–—-]+(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH_NAMES}"
    rf"|{_MONTH_NAMES}\s+\d{{1,2}}(?:st|nd|rd|th)?)\b[\s,]*(?:20\d\d)?$"
)
"""A day behind a title: `Workshop on Structured Proposals 1st November`."""


_HOST_WORKSHOP_BEHIND = re.compile(
    rf"(?:\s*[|·:(,]\s*|\s+[–—-]\s+)(?:an?\s+)?{HOST_WITH_YEAR}\s+[Ww]orkshop\)?$"
)
"""What says of which conference the workshop is: `Careful Engines — KDD 2026 Workshop`."""


def _without_host(text: str) -> str:
    """A title without the conference behind it: "… at SIGIR 2026"."""
    bare = re.sub(r"\s*\(?[@]\s*[A-Z].*$", "", text)
    bare = _HOST_WORKSHOP_BEHIND.sub("", bare)
    bare = re.sub(
        # `, co-located with KDD`, ` is held in Graz`, ` aims to …`
        r"\s*\(?,?\s*\b(?:co-?\s?located|collocated|held\b|in\s+conjunction|in\s+collaboration"
        r"|hosted\s+(?:at|by)|accepted\s+(?:at|to|for|by)|part\s+of\s+the|will\s|takes?\s+place|is\s|was\s|has\s|aims?\s"
        r"|brings?\s|invites?\s|which\s|that\s|to\s+be\s).*$",
        "",
        bare,
        flags=re.IGNORECASE,
    )
    bare = re.sub(
        # ` at ACM SIGIR 2026`
        r"\s+(?:at|in)\s+(?:the\s+)?(?:ACM\s+|IEEE\s+)?[A-Z][A-Za-z]*[A-Z][\w-]*[\s'’-]*\d{2,4}.*$",
        "",
        bare,
    )
    bare = re.sub(
        # ` at the 21st Example Conference`
        r"\s+(?:at|in)\s+(?:the\s+)?(?:(?:\d+\w\w|[A-Z]\w+th)\s+)?[^,]*\bConference\b.*$",
        "",
        bare,
    )
    bare = _DAY_BEHIND.sub("", _DAY_IN_BRACKETS.sub("", bare))
    bare = re.sub(
        # `, 3 May 2026`, `, May 3`
        r",\s*(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September"
        r"|October|November|December)\b.*$",
        "",
        bare,
    )
    return bare.strip(" ,;:–—-(|")
