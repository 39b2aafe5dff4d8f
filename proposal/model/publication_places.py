"""The places where workshops publish papers: one table, with the sentence that is true of each."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublicationPlace:
    """A series of proceedings, a library or an archive."""

    name: str
    """The name that the data have."""
    phrase: str
    """Where papers appear, within a sentence: "in the ACL Anthology"."""
    words: str
    """A regular expression of the whole names that people write for it."""


PUBLICATION_PLACES = (
    PublicationPlace(
        name="none",
        phrase="",
        words=r"none|nowhere|no|not\s+published|non-?archival",
    ),
    PublicationPlace(
        name="ACM DL",
        phrase="in the ACM Digital Library",
        words=r"(?:the\s+)?ACM\s+(?:DL|digital\s+library)",
    ),
    PublicationPlace(
        name="CEUR-WS",
        phrase="in the CEUR Workshop Proceedings (CEUR-WS.org)",
        words=r"CEUR(?:[\s-]*WS(?:\.org)?|\s+workshop\s+proceedings)?",
    ),
    PublicationPlace(
        name="LNCS",
        phrase="in Springer's Lecture Notes in Computer Science (LNCS)",
        words=r"(?:springer'?s?\s+)?(?:LNCS|lecture\s+notes\s+in\s+computer\s+science)",
    ),
    PublicationPlace(
        name="CCIS",
        phrase="in Springer's Communications in Computer and Information Science (CCIS)",
        words=r"(?:springer'?s?\s+)?(?:CCIS|communications\s+in\s+computer\s+and\s+information\s+science)",
    ),
    PublicationPlace(
        name="PMLR",
        phrase="in the Proceedings of Machine Learning Research (PMLR)",
        words=r"PMLR|(?:the\s+)?proceedings\s+of\s+machine\s+learning\s+research",
    ),
    PublicationPlace(
        name="ACL Anthology",
        phrase="in the ACL Anthology",
        words=r"(?:the\s+)?ACL\s+anthology",
    ),
    PublicationPlace(
        name="IEEE Xplore",
        phrase="in IEEE Xplore",
        words=r"IEEE\s*Xplore(?:\s+digital\s+library)?",
    ),
    PublicationPlace(
        name="LIPIcs",
        phrase="in the Leibniz International Proceedings in Informatics (LIPIcs)",
        words=r"LIPIcs|(?:the\s+)?leibniz\s+international\s+proceedings\s+in\s+informatics",
    ),
    PublicationPlace(name="arXiv", phrase="on arXiv", words=r"arXiv(?:\.org)?"),
    PublicationPlace(name="OpenReview", phrase="on OpenReview", words=r"open\s*review(?:\.net)?"),
)
"""All places that have a sentence of their own; of any other one the data's own name is printed."""

NOWHERE = PUBLICATION_PLACES[0]
"""Papers are presented only."""


def place_of_publication(name: str) -> PublicationPlace | None:
    """The place that a name means; nothing if it is none of the table."""
    for place in PUBLICATION_PLACES:
        if re.fullmatch(place.words, name.strip(), re.IGNORECASE):
            return place
    return None
