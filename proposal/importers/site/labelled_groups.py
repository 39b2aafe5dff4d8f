"""Finds committees that a line names with their members: `Advisory Board: Ann Author (MIT), …`."""

from __future__ import annotations

import re

from msgspec import Struct

from proposal.importers.site.name_likeness import person_name
from proposal.importers.site.name_lists import several_people
from proposal.importers.site.named_person import NamedPerson
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import topic_of
from proposal.importers.site.site_lines import SiteLine

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:(),;]{3,50})\s*:\s+(?=[^\W\d_])")
"""`Scientific Advisory Board: `"""
_COMMITTEES = {Topic.COMMITTEE, Topic.OTHER_COMMITTEE}


class LabelledGroup(Struct, frozen=True):
    """A committee in one line."""

    topic: Topic
    title: str
    people: list[NamedPerson]


def labelled_group(line: SiteLine) -> LabelledGroup | None:
    """The committee that a line names with its members; nothing of other lines."""
    match = _LABEL.match(line.text)
    if match is None or person_name(match["label"]):
        return None
    topic = topic_of(match["label"])
    if topic is None or topic not in _COMMITTEES:
        return None
    people = several_people(line.text[match.end() :], line.span)
    return LabelledGroup(topic, match["label"].strip(), people) if people else None
