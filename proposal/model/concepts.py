r"""Concepts of ACM's Computing Classification System, in the forms in which people have them.

ACM's tool (https://dl.acm.org/ccs) gives XML and lines of `\ccsdesc`, to be pasted as they are;
by hand one writes `Information systems → Recommender systems`.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from proposal.model.fields import refuse

BRANCHES = {
    "General and reference": "10002944",
    "Hardware": "10010583",
    "Computer systems organization": "10010520",
    "Networks": "10003033",
    "Software and its engineering": "10011007",
    "Theory of computation": "10003752",
    "Mathematics of computing": "10002950",
    "Information systems": "10002951",
    "Security and privacy": "10002978",
    "Human-centered computing": "10003120",
    "Computing methodologies": "10010147",
    "Applied computing": "10010405",
    "Social and professional topics": "10003456",
}
"""The branches of the classification of 2012, and the numbers with which their ids begin."""

_LINE = re.compile(r"\\ccsdesc\s*(?:\[\s*(?P<significance>\d*)\s*\])?\s*\{(?P<path>[^{}]*)\}")
r"""`\ccsdesc[500]{Information systems~Recommender systems}`"""
_CONCEPT = re.compile(r"<concept>(.*?)</concept>", re.DOTALL)
"""`<concept><concept_id>…</concept_id></concept>`"""
_LOWEST = "100"
"""What acmart takes where `\\ccsdesc` says no significance."""


def concepts_of(value: Any) -> Any:
    """The records of what somebody wrote under `ccs`; what is none is left for validation."""
    if isinstance(value, str):
        return _pasted(value)
    if isinstance(value, list):
        return [_by_hand(concept) if isinstance(concept, str) else concept for concept in value]
    return value


def path_of(written: str) -> tuple[str, ...]:
    """The parts of a path, whichever arrows join them."""
    parts = re.split(r"→|->|~", written.replace("\\&", "&"))
    return tuple(" ".join(part.split()) for part in parts if part.strip())


def _by_hand(written: str) -> dict[str, str]:
    match = _LINE.fullmatch(written.strip().rstrip(";"))
    return _record(match) if match else {"concept": written}


def _record(match: re.Match[str]) -> dict[str, str]:
    return {
        "concept": " → ".join(path_of(match["path"])),
        "significance": match["significance"] or _LOWEST,
    }


def _pasted(text: str) -> list[dict[str, str]]:
    r"""The concepts of a text from ACM's tool: XML, lines of `\ccsdesc`, or both."""
    listed = {path_of(match["path"]): _record(match) for match in _LINE.finditer(text)}
    described = {}
    for found in _CONCEPT.findall(text):
        path = path_of(_tag(found, "concept_desc"))
        described[path] = {
            "concept": " → ".join(path),
            "id": _tag(found, "concept_id"),
            "significance": _tag(found, "concept_significance") or _LOWEST,
        }
    if not listed and not described:
        hint = "paste what ACM's tool gives, or write a list: - Networks → Network types"
        refuse("no-concepts", "there is neither a <concept> nor a \\ccsdesc in this text", hint)
    for path, record in described.items():
        line = listed.get(path)
        if listed and line is None:
            _disagree(f"“{record['concept']}” stands in the XML, and no \\ccsdesc names it")
        if line and line["significance"] != record["significance"]:
            both = f"{record['significance']} in the XML and {line['significance']} in \\ccsdesc"
            _disagree(f"“{record['concept']}” has the significance {both}")
    for path, line in listed.items():
        if described and path not in described:
            _disagree(f"\\ccsdesc names “{line['concept']}”, and the XML has no such concept")
    return list((described or listed).values())


def _disagree(message: str) -> None:
    refuse("concepts-disagree", message, "paste both parts again from ACM's tool")


def _tag(xml: str, name: str) -> str:
    match = re.search(rf"<{name}>\s*(.*?)\s*</{name}>", xml, re.DOTALL)
    return unescape(match[1]) if match else ""
