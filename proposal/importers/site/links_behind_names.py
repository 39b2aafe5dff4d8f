"""Takes the words of links with small pictures off lines of people: `📧 Email 💼 LinkedIn`."""

from __future__ import annotations

import re

from msgspec.structs import replace

from proposal.importers.site.site_lines import SiteLine

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
