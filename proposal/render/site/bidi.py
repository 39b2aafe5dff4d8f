"""Finds the direction of each character of a line: Unicode's bidirectional algorithm (UAX #9).

A line here is a title, a name or a date without signs that set directions, so the rules for
embeddings, overrides and isolates (X1 to X10) have nothing to do; all others are here, under
their names in the standard.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

_PAIRS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "〈": "〉", "《": "》", "「": "」", "『": "』"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "BN"})


def is_from_right(text: str) -> bool:
    """Whether a text as a whole is read from right to left (P2, P3)."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((kind != "L" for kind in strong if kind in {"L", "R", "AL"}), False)


def runs_in_order(text: str, *, from_right: bool) -> Iterator[tuple[int, int, bool]]:
    """The stretches of one direction as they stand in the line, the leftmost first.

    Args:
        text: the line.
        from_right: whether the text that it is a part of is read from right to left.

    Returns:
        Where each begins and ends in the text, and whether it runs from right to left.
    """
    runs: list[tuple[int, int, int]] = []
    at = 0
    for level, group in groupby(_levels(text, int(from_right))):
        length = len(list(group))
        runs.append((at, at + length, level))
        at += length
    return ((start, end, level % 2 == 1) for start, end, level in _reordered(runs))


def _reordered(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The runs with everything turned round that is on each level or above it (L2)."""
    levels = [level for _, _, level in runs]
    for lowest in range(max(levels, default=0), 0, -1):
        turned: list[tuple[int, int, int]] = []
        for is_high, group in _grouped(runs, lowest):
            turned += reversed(group) if is_high else group
        runs = turned
    return runs


def _grouped(
    runs: list[tuple[int, int, int]], lowest: int
) -> Iterator[tuple[bool, list[tuple[int, int, int]]]]:
    """The runs side by side that are all on a level or above it, or all below it."""
    for is_high, group in groupby(runs, lambda run: run[2] >= lowest):
        yield is_high, list(group)


def _levels(text: str, base: int) -> list[int]:
    """The level of each character: even from left to right, odd from right to left."""
    around = "R" if base else "L"
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    _resolve_weak(kinds, around)
    _resolve_brackets(text, kinds, around)
    _resolve_neutral(kinds, around)
    levels = [_level(kind, base) for kind in kinds]
    end = len(text.rstrip())
    return levels[:end] + [base] * (len(text) - end)  # L1


def _level(kind: str, base: int) -> int:
    """I1 and I2."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _resolve_weak(kinds: list[str], around: str) -> None:
    """W1 to W7."""
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = kinds[index - 1] if index else around
    strong = around
    for index, kind in enumerate(kinds):
        if kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for index in range(1, len(kinds) - 1):
        before, kind, after = kinds[index - 1 : index + 2]
        joins = (kind == "ES" and before == "EN") or (kind == "CS" and before in {"EN", "AN"})
        if joins and before == after:
            kinds[index] = before
    _resolve_terminators(kinds)
    strong = around
    for index, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind in {"ES", "ET", "CS"}:
            kinds[index] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _resolve_terminators(kinds: list[str]) -> None:
    """Signs such as % belong to the number beside them (W5)."""
    at = 0
    for is_sign, group in groupby(list(kinds), lambda kind: kind == "ET"):
        end = at + len(list(group))
        if is_sign and "EN" in (*kinds[max(at - 1, 0) : at], *kinds[end : end + 1]):
            kinds[at:end] = ["EN"] * (end - at)
        at = end


def _strong(kind: str) -> str | None:
    """The direction that a neutral sign sees in its neighbour: numbers count as R."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind)


def _resolve_brackets(text: str, kinds: list[str], around: str) -> None:
    """Both brackets of a pair take one direction (N0)."""
    for opening, closing in _bracket_pairs(text, kinds):
        inside = {_strong(kind) for kind in kinds[opening + 1 : closing]} - {None}
        if not inside:
            continue
        direction = around
        if around not in inside:
            before = (_strong(kind) for kind in reversed(kinds[:opening]))
            if next(filter(None, before), around) != around:
                direction = "L" if around == "R" else "R"
        kinds[opening] = kinds[closing] = direction


def _bracket_pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    """Where the brackets of each pair stand, in the order of the opening ones (BD16)."""
    pairs: list[tuple[int, int]] = []
    open_ones: list[int] = []
    for index, character in enumerate(text):
        if kinds[index] != "ON":
            continue
        if character in _PAIRS:
            open_ones.append(index)
        elif character in _CLOSING:
            known = [at for at in open_ones if text[at] == _CLOSING[character]]
            if known:
                pairs.append((known[-1], index))
                del open_ones[open_ones.index(known[-1]) :]
    return sorted(pairs)


def _resolve_neutral(kinds: list[str], around: str) -> None:
    """What stands between two of one direction takes it, all else that of the line (N1, N2)."""
    at = 0
    for is_neutral, group in groupby(list(kinds), lambda kind: kind in _NEUTRAL):
        end = at + len(list(group))
        if is_neutral:
            before = (_strong(kinds[at - 1]) if at else None) or around
            after = (_strong(kinds[end]) if end < len(kinds) else None) or around
            kinds[at:end] = [before if before == after else around] * (end - at)
        at = end
