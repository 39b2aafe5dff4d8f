"""Finds names of people in an author block beside those who are known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from proposal.check.papers.expected_paper import ExpectedPaper
from proposal.check.papers.paper_top import PaperTop
from proposal.check.papers.printed_text import plain
from proposal.model.countries import country_code
from proposal.model.family_names import PARTICLES
from proposal.pdf.printed_runs import LetterRun
from proposal.reading.listed_names import is_institution

_BETWEEN = re.compile(r"\s*(?:,\s*and\b|,\s*&|[,;·•|&\t\n]|\band\b|\bund\b|\by\b|\bet\b)\s*")
"""What parts names in a list: `Ann Author, Bob Builder and Cem Coder`."""
_MARKS = re.compile(r"[\d*†‡§¶#∗⋆]+|\(.*?\)|\[.*?\]|\bet al\.?")
"""What stands at authors' names: `Lovelace1*`, `Lovelace (ADA)`, `Lovelace et al.`."""
_NAME_WORD = re.compile(
    r"(?:[^\W\d_]\.|[^\W\d_][^\W\d_.’'`´¨ˆ˜ˇ-]*[^\W\d_]*(?:[-’'`´¨ˆ˜ˇ][^\W\d_]+)*\.?)"
)
"""A word of a name: `Placeholder-Smith`, `J.`, also with accents that a PDF sets apart."""
_PARTICLES = {particle.casefold() for particle in PARTICLES}
_NO_NAMES = re.compile(
    r"\b(?:abstract|corresponding|author|authors|equal|equally|contribution|contributed|editor"
    r"|editors|member|fellow|student|senior|ieee|acm|email|e-mail|orcid|department|dept|school"
    r"|faculty|research|group|team|labs?|inc|ltd|gmbh|corporation|technology|technologies|science"
    r"|sciences|engineering|systems|intelligence|computing|computer|data|city|usa|uk|draft"
    r"|anonymous|introduction|keywords|workshop|conference|proceedings|version|preprint|street"
    r"|road|avenue|box|campus|north|south|east|west|new|united|republic|people|kingdom|states"
    r"|national|international|state|hospital|medical|health|bank|company|studio|independent"
    r"|researcher|scholar|and|the|of|for|in|at|with|on|by)\b",
    re.IGNORECASE,
)
"""Words of affiliations, footnotes and headings, by which no person is called. Example:
`Corresponding author`."""
_ACRONYM = re.compile(r"[A-Z]{2,5}\s")
"""What institutions begin with, and names do not: UC San Diego, KU Leuven."""
_FEWEST_WORDS, _MOST_WORDS = 2, 5


def names_beside(
    top: PaperTop,
    block: tuple[int, int],
    known: Sequence[tuple[int, str]],
    expected: ExpectedPaper,
) -> Iterator[str]:
    """The names that stand in an author block as the known ones do, in their line or their font.

    Args:
        top: the first page.
        block: from where to where the block stands in its text.
        known: where the known names begin, and how they are printed.
        expected: the paper, whose institutions are no names.
    """
    numbers = [number for number in top.runs_between(*block) if block[0] <= top.starts[number]]
    letters = {plain(name) for _, name in known}
    kinds = {_kind(_run_at(top, start)) for start, _ in known}
    if len(kinds) != 1:
        return  # names in several fonts: what else is in one of them may be anything
    kind = next(iter(kinds))
    alike = [number for number in numbers if _kind(top.runs[number]) == kind]
    text = _in_lines([top.runs[number].text for number in alike], letters)
    candidates = [part for part in _parts(text) if plain(part) not in letters]
    others = [part for part in candidates if not _is_known(part, letters)]
    if any(not _may_be_name(part, expected) for part in others):
        return  # the letters of names are those of other things, too
    yield from dict.fromkeys(others)


def _in_lines(lines: Sequence[str], letters: set[str]) -> str:
    """The words of some runs, where a name that the end of a line breaks stands in one line.

    In a list with commas, two single words at the end of a line and the beginning of the next one
    are one name.
    """
    if not any("," in line.strip(" ,") for line in lines):
        return "\n".join(lines)
    text = lines[0] if lines else ""
    for line in lines[1:]:
        before, behind = _BETWEEN.split(text)[-1], _BETWEEN.split(line)[0]
        is_broken = all(
            len(words.split()) == 1 and plain(words) not in letters for words in (before, behind)
        )
        text += f" {line}" if is_broken else f"\n{line}"
    return text


def _parts(text: str) -> Iterator[str]:
    for part in _BETWEEN.split(text):
        bare = " ".join(_MARKS.sub(" ", part).split()).strip(" .,:;-")
        if plain(bare):
            yield bare


def _is_known(part: str, letters: set[str]) -> bool:
    """Whether a part is made of known names, or is a part of one that a line's end breaks."""
    rest = plain(part)
    if any(rest in name for name in letters):
        return True
    for name in sorted(letters, key=len, reverse=True):
        rest = rest.replace(name, "")
    return len(rest) < 3


def _may_be_name(part: str, expected: ExpectedPaper) -> bool:
    words = part.split()
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or _NO_NAMES.search(part):
        return False
    if _ACRONYM.match(part) and not part.isupper():
        return False
    if is_institution(part) or country_code(part) is not None or "@" in part:
        return False
    posts = [plain(name) for author in expected.authors for name in author.institutions]
    if any(plain(part) in post or post in plain(part) for post in posts):
        return False
    return all(
        word.casefold() in _PARTICLES or (_NAME_WORD.fullmatch(word) and word[0].isupper())
        for word in words
    )


def _run_at(top: PaperTop, start: int) -> LetterRun:
    return top.runs[top.runs_between(start, start + 1)[0]]


def _kind(run: LetterRun) -> tuple[str, int]:
    """The letters in which a run is set; sizes are rounded, since programs do so, too."""
    return run.font, round(run.size)
