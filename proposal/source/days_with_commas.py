"""Joins days such as `July 20, 2027`, which YAML parts at the comma between braces and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml

Pair = tuple[yaml.Node, yaml.Node]

_MONTH = (
    r"(?:jan|feb|f[eé]v|m[aäe]r|apr|avr|abr|ma[iyj]|jun|jui|jul|aug|ao[uû]|ago|sep|o[cku]t|nov"
    r"|d[eéi][czs])[^\W\d]*\.?"
)
"""A month by its beginning, as English, German, French and Spanish have it."""
_NUMBER = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_DAY = re.compile(rf"{_MONTH} +{_NUMBER}|{_NUMBER} +{_MONTH}", re.IGNORECASE)
"""A day without its year: `July 20`, `20 July`."""
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?", re.IGNORECASE)
"""`Tuesday`, `Tue.`"""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""`2026`"""


def with_joined_days(pairs: Iterable[Pair]) -> list[Pair]:
    """The keys and values of a record, in which the year of a day is no key of its own.

    `{date: July 20, 2027}` holds for YAML a key `date` and a key `2027` without a value.
    """
    joined: list[Pair] = []
    for key, value in pairs:
        whole = _joined(joined[-1][1], key) if joined and _is_nothing(value) else None
        if whole is None:
            joined.append((key, value))
        else:
            joined[-1] = (joined[-1][0], whole)
    return joined


def with_joined_items(items: Iterable[yaml.Node]) -> list[yaml.Node]:
    """The items of a list, in which the year of a day is no item of its own."""
    joined: list[yaml.Node] = []
    for item in items:
        whole = _joined(joined[-1], item) if joined else None
        if whole is None:
            joined.append(item)
        else:
            joined[-1] = whole
    return joined


def _joined(before: yaml.Node, behind: yaml.Node) -> yaml.ScalarNode | None:
    """Two texts without quotes as one, if they are a day and its year, or its name and a day."""
    if not (_is_bare(before) and _is_bare(behind)):
        return None
    one, other = before.value.rpartition(", ")[2], behind.value
    is_year = _DAY.fullmatch(one) and _YEAR.fullmatch(other)
    is_named = _WEEKDAY.fullmatch(before.value) and _DAY.fullmatch(other)
    if not (is_year or is_named) or before.start_mark.line != behind.end_mark.line:
        return None
    text = f"{before.value}, {behind.value}"
    return yaml.ScalarNode(before.tag, text, before.start_mark, behind.end_mark)


def _is_bare(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style is None


def _is_nothing(node: yaml.Node) -> bool:
    return _is_bare(node) and node.value in {"", "null"}  # which ruamel.yaml writes
