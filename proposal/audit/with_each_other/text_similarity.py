"""Tells how likely two texts say the same, in other letters or in other words."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

from proposal.model.name_comparison import plain_words, same_letters

_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "‐": "-"}
)
_COMMON = frozenset(
    plain_words("""
        a an and as at by for from how in into is it its of on or over the to toward towards
        using via what when with new novel study approach method paper
    """)
)
"""Words that do not tell titles apart."""

_ALIKE = 84
"""How alike in their letters two titles must be, from 0 to 100."""

_SHORTEST_HEAD = 3
"""Letters of a name before the colon that tells a paper: AGP."""


def tidy(text: str) -> str:
    """A text without what typesetting does to it: quotes, dashes, spaces, a final full stop."""
    line = " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).split())
    return re.sub(r"\s*-\s+|\s+-\s*", " - ", line).strip(" .\"'")


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same to the letter."""
    return tidy(one) == tidy(other)


def differ_in_signs(one: str, other: str) -> bool:
    """Whether two titles have the same words, in other case or punctuation."""
    return same_letters(one, other)


def likeness(one: str, other: str) -> float:
    """How likely two titles are forms of one, from 0 (they are not) to 100.

    A form may be shortened to its beginning or to what stands before its colon, have words left
    out or put in, or others in their place.
    """
    first, second = plain_words(one), plain_words(other)
    letters = fuzz.ratio(" ".join(first), " ".join(second))
    if letters >= _ALIKE:
        return letters
    if _begins(first, second) or _begins(second, first):
        return 90
    mine, yours = _telling(first), _telling(second)
    shared = len(mine & yours)
    fewer, all_of_both = min(len(mine), len(yours)), len(mine | yours)
    if _is_head_of(one, other) or _is_head_of(other, one):
        return 88
    if _same_head(one, other) and (shared >= 2 or fewer <= 2):
        return 88
    if shared >= 3 and shared / fewer >= 0.75 and shared / all_of_both >= 0.5:
        return 60 + 30 * shared / all_of_both
    return 0


def _begins(shorter: list[str], longer: list[str]) -> bool:
    """Whether one title is the beginning of the other, and long enough to tell it."""
    return len(shorter) >= 3 and len(_telling(shorter)) >= 2 and longer[: len(shorter)] == shorter


def _is_head_of(short: str, title: str) -> bool:
    """Whether a title is called by the name of its system alone: InsertRank."""
    head, colon, _ = title.partition(":")
    is_name = " " not in head and (head.isupper() or not head[1:].islower())
    is_same = short.strip().casefold() == head.strip().casefold()
    return bool(colon) and is_name and is_same and len(head) >= _SHORTEST_HEAD


def _same_head(one: str, other: str) -> bool:
    """Whether both titles have the same name of a system before their colon."""
    heads = [title.partition(":")[0].strip() if ":" in title else "" for title in (one, other)]
    is_name = len(heads[0]) >= _SHORTEST_HEAD and " " not in heads[0]
    return is_name and heads[0].casefold() == heads[1].casefold()


def _telling(words: list[str]) -> set[str]:
    """The words that tell titles apart, without their endings."""
    return {re.sub(r"(?<=\w{3})(?:ing|ed|es|s|ation|e)$", "", word) for word in words} - _COMMON
