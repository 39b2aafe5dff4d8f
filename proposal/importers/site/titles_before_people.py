"""Parts a row of the programme into a title and those beside it: `On Samples -- Ann Author`."""

from __future__ import annotations

import re

from proposal.importers.site.name_likeness import person_name
from proposal.importers.site.paper_lines import read_authors_line
from proposal.importers.site.row_titles import may_be_title_of_paper
from proposal.model.session_kinds import kind_of_session
from proposal.reading.listed_names import ListedAuthor

_FORMS = (
    re.compile(r"(?P<title>\S.*?)\s+(?:[–—|]|-{1,3})\s+(?P<people>\S.*)"),
    re.compile(r"(?P<title>\S.*)\s+(?:[–—|]|-{1,3})\s+(?P<people>\S.*)"),
    re.compile(r"(?P<title>\S.*?)\s*\((?P<people>[^()]+)\)"),
)
"""`A Title - Ada Placeholder`, `A Title - with a Dash - Ada Placeholder`,
`A Title (Ada Placeholder)`."""
_FEWEST_WORDS = 3
"""So few words has the title of a paper whose authors stand behind it."""


def title_before_people(text: str) -> tuple[str, list[ListedAuthor]] | None:
    """A title and the people behind it; nothing if people stand in front, or nobody behind."""
    for pattern in _FORMS:
        match = pattern.fullmatch(text.strip())
        if match is None:
            continue
        title, people = match["title"].rstrip(" ,:;*"), read_authors_line(match["people"])
        if people and not person_name(title) and not read_authors_line(title):
            return title, people
    return None


_PEOPLE_IN_FRONT = re.compile(
    r"(?P<people>[^:“\"]{3,90}?)\s*:\s+[“\"]?(?P<title>\S+\s+\S.*?)[”\"]?"
)
"""`Ann Author: On Samples`"""


def title_behind_people(text: str) -> tuple[str, list[ListedAuthor]] | None:
    """A title and the people in front of it and a colon; nothing if nobody stands there.

    `Careful Sampling: A Study` reads like one, so only several rows alike are surely so.
    """
    match = _PEOPLE_IN_FRONT.fullmatch(text.strip())
    people = read_authors_line(match["people"]) if match is not None else []
    if match is None or not people or read_authors_line(match["title"]):
        return None
    return match["title"], people


_BEFORE_COLON = re.compile(r"(?P<front>[^:]*[^\W\d_][^:]*?)\s*:\s+\S+\s+\S.*")
"""`Rain and Snow: A Study`"""
_PARTS_OF_PROGRAMME = re.compile(r"\b(?:session|part|paper|chair|block|track)s?\b", re.IGNORECASE)
_FEWEST_IN_FRONT = 2
"""So many rows with people in front of a colon, and"""
_TO_ONE_OTHER = 4
"""so many for each row in which no people stand there, make a programme with people in front."""


def has_people_in_front(rows: list[str]) -> bool:
    """Whether the rows of a programme surely have people in front of a colon and a title.

    Where other titles have a colon, too, `Careful Sampling: A Study` is one of these.
    """
    with_people = [text for text in rows if title_behind_people(text) is not None]
    others = [text for text in rows if text not in with_people and _is_title_with_colon(text)]
    enough = max(_FEWEST_IN_FRONT, _TO_ONE_OTHER * len(others))
    return len(with_people) >= enough


def _is_title_with_colon(text: str) -> bool:
    """Whether a colon stands within a title, and not behind a label such as Keynote."""
    match = _BEFORE_COLON.fullmatch(text.strip())
    if match is None or _PARTS_OF_PROGRAMME.search(match["front"]):
        return False
    return kind_of_session(match["front"], has_papers=False) is None


_PANEL_AND_PEOPLE = re.compile(r"(?P<panel>[^:]*\bpanel\b[^:]*):\s+(?P<people>\S.*)", re.IGNORECASE)
"""`Panel Discussion: Ann Author, Bob Builder`"""


def with_panelists_below(lines: list[str]) -> list[str]:
    """The lines of a row with those who sit on its panel on a line of their own."""
    match = _PANEL_AND_PEOPLE.fullmatch(lines[0].strip())
    is_list = match is not None and len(read_authors_line(match["people"])) > 1
    return [match["panel"], match["people"], *lines[1:]] if match is not None and is_list else lines


def is_paper_before_authors(text: str) -> bool:
    """Whether a row is surely a paper's title with several authors behind it."""
    found = title_before_people(text)
    if found is None or len(found[1]) < 2:
        return False
    title, authors = found
    return len(title.split()) >= _FEWEST_WORDS and may_be_title_of_paper(title, len(authors))
