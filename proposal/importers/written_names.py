"""Tells whether a line names people, and takes a name and what stands behind it apart."""

from __future__ import annotations

import re

from proposal.importers.author_block import GAP, LOWERED, RAISED
from proposal.importers.written_affiliation import looks_like_institution
from proposal.model.affiliated import EMAIL
from proposal.reading.listed_names import read_authors
from proposal.reading.names import read_name

_NAME = re.compile(
    r"(?:(?:Univ\.-)?Prof\.?|Dr\.?(?:-Ing\.)?|Mr\.?|Mrs\.?|Ms\.?|Professor|\s)*"
    r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ten)\s+)*"
    r"[^\W\d_a-z][\w.'’-]*){1,4}(?:,?\s+(?:Jr\.?|Sr\.?|I{2,3}|Ph\.?\s?D\.?|M\.?Sc\.?|MD))*"
)
"""`Prof. Ada van der Placeholder, PhD`"""
_NO_NAME = re.compile(
    r"\b(?:workshop|proposal|conference|committee|international|submitted|submission|draft|version"
    r"|call|papers?|program(?:me)?|title|date|duration|page|chairs?|organi[sz]\w*|abstract"
    r"|introduction|overview|contact|authors|names?|topics?|keywords?|important|dates)\b",
    re.IGNORECASE,
)
"""`Program Committee`, `Important Dates`"""
BEHIND_NAME = re.compile(r"\s*(?:[,(:;|–—]|\s-\s|\t)\s*")
"""What parts a name from what is said of the person: `Ann Author, University of X`."""
_SEVERAL = re.compile(r"\)\s*(?:[,;&]|and\b)\s*[^\W\d_a-z]")
"""An example: what stands between `Ann Author (Labs), Bob Writer (University)`."""


def is_name(text: str) -> bool:
    """Whether a text looks like one person's name, in letters that have capitals."""
    bare = re.sub(f"{RAISED}[^{LOWERED}]*{LOWERED}", "", text).strip(" ,;:.*(")
    return (
        _NAME.fullmatch(bare) is not None
        and not _NO_NAME.search(bare)
        and not looks_like_institution(bare)
        and len(read_name(bare).text.split()) > 1
    )


def are_names(text: str) -> bool:
    """Whether a line is a list of people's names."""
    bare = re.sub(f"{RAISED}[^{LOWERED}]*{LOWERED}", ", ", text).replace(GAP, "; ")
    named = [person.name for person in read_authors(bare.strip(" ,;")).people if person.name]
    return bool(named) and all(is_name(name) for name in named)


def person_line(line: str) -> list[str] | None:
    """Name, and what is said of the person, where a line has both: `Ann Author (University)`."""
    bare = re.sub(f"{RAISED}[^{LOWERED}]*{LOWERED}", "", line).replace(GAP, ", ")
    parting = BEHIND_NAME.search(bare)
    if (
        parting is None
        or len(EMAIL.findall(bare)) > 1
        or (_SEVERAL.search(bare) and are_names(bare))
    ):
        return None
    name, behind = bare[: parting.start()], bare[parting.end() :]
    said = re.sub(r"^\(|[()]", " ", behind).strip(" ,;")
    is_of_person = EMAIL.search(said) or looks_like_institution(said)
    return [name, said] if is_name(name) and said and is_of_person else None
