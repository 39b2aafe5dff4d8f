"""Takes the words of links off lines of people: `📧 Email 💼 LinkedIn`; tells whose page one is."""

from __future__ import annotations

import re

from msgspec.structs import replace

from proposal.importers.site.site_lines import SiteLine
from proposal.model.name_comparison import words

_DRAWINGS = re.compile(r"[\u2600-\u27BF\uFE0F\U0001F300-\U0001FAFF]")
"""Small pictures, as of a letter in front of `Email`."""
_AT_AN_EDGE = re.compile(rf"^(?:\s*{_DRAWINGS.pattern})+|(?:{_DRAWINGS.pattern}\s*)+$")
"""Those at the ends of a text, `🎤 Ann Author 📧`, and none within it, `Ann [♀] studies`."""
_WORD = re.compile(
    r"(?:e-?mail|mail|web(?:\s*site|\s*page)?|home\s*page|linkedin|twitter|x|github|scholar|google\s+scholar"
    r"|orcid|profile|link|dblp|mastodon|bluesky|contact)?",
    re.IGNORECASE,
)


def without_links_behind(line: SiteLine) -> SiteLine:
    """A line without links' words at its end, if small pictures stand before them.

    Where they lead is kept, as the address of nothing, and so are pictures within a sentence.
    """
    if not _DRAWINGS.search(line.text):
        return line
    runs = list(line.line.runs)
    for place in reversed(range(len(runs))):
        said = _DRAWINGS.sub(" ", runs[place].text).strip(" |·•,/")
        if not _WORD.fullmatch(said):
            runs[place] = replace(runs[place], text=_AT_AN_EDGE.sub(" ", runs[place].text))
            break
        runs[place] = replace(runs[place], text="")
    return replace(line, line=replace(line.line, runs=tuple(runs)))


def leads_to_own_page(said: str, name: str) -> bool:
    """Whether a link is to somebody's own page: its words are the name, or `Website`, or none.

    What a link on the name of an institution, or within prose, leads to is about something else.
    """
    own, linked = {*words(name)}, {*words(said)}
    return linked <= own or (bool(own) and own <= linked) or bool(_TO_OWN_PAGE.search(said))


_TO_OWN_PAGE = re.compile(
    r"^\W*(?:\S+\s+)?(?:web\s?sites?|(?:web|home|personal|staff|faculty|profile)?[\s-]*page|homepage"
    r"|web|www|url|profile|bio(?:graphy)?|cv|about|(?:read\s+|learn\s+)?more|link(?:edin)?|here"
    r"|twitter|github|google\s+scholar|scholar|orcid|dblp|mastodon|bluesky|info|x)\W*$"
    r"|https?://|www\.",
    re.IGNORECASE,
)
"""What the link to somebody's page says: `Website`, `Personal page`, `https://ann.example.org`."""
